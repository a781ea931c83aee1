"""What fits a question, and which questions fit: by theme and by age."""

from collections.abc import Callable, Iterable

from groepsaanbod.catalogue import Offer, Question
from groepsaanbod.joining import Answer, Joining
from groepsaanbod.model import Reader

Months = tuple[int, int]
"""From the first month up to but not including the second, counted from birth."""


def share_of_age(one: Months, other: Months) -> float:
    """Give how much of two ranges together they share: 1 when they are the same."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    whole = max(one[1], other[1]) - min(one[0], other[0])
    return max(common, 0) / whole


def fitting_offers(
    question: Question, offers: Iterable[Offer], answer: Callable[[Offer], Joining]
) -> list[Offer]:
    """Give the offers that share a theme and an age with a question, the best first.

    What one can still join comes before the rest; then what is about the main theme,
    shares most themes, and is most for that age. ``answer`` says whether one can join.
    """
    themes = set(question.themes)
    months = question.ages.months

    def liking(offer: Offer) -> tuple[object, ...]:
        return (
            answer(offer).answer is not Answer.YES,
            question.themes[0] not in offer.themes,
            -len(themes.intersection(offer.themes)),
            -share_of_age(months, offer.ages.months),
            *answer(offer).rank,
            offer.title,
            offer.identity,
        )

    return sorted(
        (
            each
            for each in offers
            if themes.intersection(each.themes)
            and share_of_age(months, each.ages.months)
        ),
        key=liking,
    )


def fitting_questions(
    questions: Iterable[Question],
    themes: Iterable[str] = (),
    months: Months | None = None,
    audience: Reader = Reader.PARENTS,
) -> list[Question]:
    """Give the questions that share a theme and an age, the best first.

    Those of the same audience come first; then what shares most themes, what is mainly
    about one of them, what is most for that age, and what is asked often. Without
    themes only the age counts, and without ``months`` only the themes.
    """
    wanted = set(themes)

    def share(question: Question) -> float:
        return 1 if months is None else share_of_age(months, question.ages.months)

    def liking(question: Question) -> tuple[object, ...]:
        return (
            question.audience is not audience,
            -len(wanted.intersection(question.themes)),
            question.themes[0] not in wanted,
            -share(question),
            not question.is_asked_often,
        )

    return sorted(
        (
            each
            for each in questions
            if (not wanted or wanted.intersection(each.themes)) and share(each)
        ),
        key=liking,
    )
