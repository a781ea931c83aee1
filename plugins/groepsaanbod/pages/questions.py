"""Questions and answers: the list for parents, the one for the young, and each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import Offer, Question
from groepsaanbod.markup import safe_html
from groepsaanbod.model import Reader
from groepsaanbod.pages.fitting import fitting_offers, fitting_questions
from groepsaanbod.pages.page import HOME_LINK, Page
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, Link, QuestionView
from groepsaanbod.vocabulary import AgeGroup, Theme

OFFERS = 6
"""How many offers the page of a question shows."""
QUESTIONS = 4
"""How many questions any other page shows, or the page of a question beside it."""

ALL_QUESTIONS = Link("Vraag en antwoord", urls.QUESTIONS)
OF_YOUNG = Link("Vragen van jongeren", urls.QUESTIONS_OF_YOUNG)


def questions(shown: Shown) -> Iterator[Page]:
    """Give the two lists, and the page of each question."""
    of_parents, of_young = (
        [each for each in shown.catalogue.questions if each.audience is audience]
        for audience in (Reader.PARENTS, Reader.YOUNG)
    )
    yield Page(
        urls.QUESTIONS,
        "questions",
        ALL_QUESTIONS.name,
        "Korte antwoorden op vragen die veel ouders hebben.",
        "vragen",
        (HOME_LINK, ALL_QUESTIONS),
        {
            "is_young": False,
            "groups": _by_theme(shown, of_parents),
            "of_young": len(of_young),
        },
        has_quick_exit=_needs_quick_exit(shown, of_parents),
    )
    yield Page(
        urls.QUESTIONS_OF_YOUNG,
        "questions",
        OF_YOUNG.name,
        "Korte antwoorden op vragen die veel jongeren hebben.",
        "vragen",
        (HOME_LINK, ALL_QUESTIONS, OF_YOUNG),
        {
            "is_young": True,
            "groups": _by_theme(shown, of_young),
            "of_young": len(of_young),
        },
        has_quick_exit=_needs_quick_exit(shown, of_young),
        is_for_young=True,
    )
    for question in shown.catalogue.questions:
        yield _page(shown, question)


def _by_theme(
    shown: Shown, questions: Iterable[Question]
) -> list[tuple[Link, list[Link]]]:
    """Give the themes with their questions; each stands at its first theme."""
    links = dict(_theme_links(shown))
    return [
        (links[theme], [_link(shown, each) for each in found])
        for theme, found in groupby(questions, key=lambda each: each.themes[0])
    ]


def _theme_links(shown: Shown) -> Iterator[tuple[str, Link]]:
    themes = shown.catalogue.vocabulary.themes
    for theme, link in zip(themes, shown.theme_links, strict=True):
        yield theme.word, link


def _page(shown: Shown, question: Question) -> Page:
    here = _link(shown, question)
    around = _around(shown, question)
    above = [OF_YOUNG] if question.audience is Reader.YOUNG else []
    return Page(
        here.path,
        "question",
        question.title,
        question.summary,
        "vragen",
        (HOME_LINK, ALL_QUESTIONS, *above, here),
        partial(_context, shown, question, around),
        follows_from=(question, around),
        has_quick_exit=_needs_quick_exit(shown, [question]),
        is_for_young=question.audience is Reader.YOUNG,
    )


def _needs_quick_exit(shown: Shown, questions: Iterable[Question]) -> bool:
    vocabulary = shown.catalogue.vocabulary
    return any(vocabulary.needs_quick_exit(each.themes) for each in questions)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the page of a question shows that does not stand in its own file."""

    offers: tuple[Card, ...]
    related: tuple[Link, ...]
    themes: tuple[Link, ...]


def _around(shown: Shown, question: Question) -> _Around:
    catalogue = shown.catalogue
    links = dict(_theme_links(shown))
    others = [
        each
        for each in catalogue.questions
        if each is not question and each.audience is question.audience
    ]
    related = fitting_questions(
        others, question.themes, question.ages.months, question.audience
    )
    return _Around(
        offers=tuple(shown.card(each) for each in _offers(shown, question)[:OFFERS]),
        related=tuple(_first(shown, related)),
        themes=tuple(links[word] for word in question.themes),
    )


def _context(shown: Shown, question: Question, around: _Around) -> dict[str, object]:
    return {"question": _view(shown, question, around)}


def question_view(shown: Shown, question: Question) -> QuestionView:
    """Give everything that the page of a question says."""
    return _view(shown, question, _around(shown, question))


def _view(shown: Shown, question: Question, around: _Around) -> QuestionView:
    """Say it, from the question, what is around it, the day and the region's words."""
    catalogue = shown.catalogue
    page = f"{catalogue.site.address}{urls.question_url(question)}"
    return QuestionView(
        title=question.title,
        summary=question.summary,
        is_young=question.audience is Reader.YOUNG,
        answer=safe_html(question.answer, top_heading=2),
        sources=[(each.name, each.website) for each in question.sources],
        shows_direct_help=any(
            theme.shows_direct_help
            for theme in catalogue.vocabulary.themes
            if theme.word in question.themes
        ),
        offers=around.offers,
        shows_offers=question.shows_offers,
        related=around.related,
        themes=around.themes,
        checked_on=wording.short_day(question.checked_on),
        report_address=urls.mail_url(
            catalogue.site.coordinator.email,
            f"Klopt er iets niet? {question.title}",
            f"Op deze pagina klopt iets niet: {page}\n\nWat klopt er niet?\n",
        ),
    )


def _offers(shown: Shown, question: Question) -> list[Offer]:
    """Give what fits: for the young only what they join themselves."""
    vocabulary = shown.catalogue.vocabulary
    about_it = {
        offer.identity: offer
        for theme in question.themes
        for offer in shown.catalogue.by_theme(theme)
        if not shown.is_for_work(offer)
    }
    offers = [
        each
        for each in about_it.values()
        if question.audience is Reader.PARENTS
        or vocabulary.is_for_young(each.audiences)
    ]
    return fitting_offers(question, offers, shown.answer)


def asked_often(shown: Shown) -> list[Link]:
    """Give the questions for the home page."""
    often = [
        each
        for each in shown.catalogue.questions
        if each.is_asked_often and each.audience is Reader.PARENTS
    ]
    return [_link(shown, each) for each in often[:QUESTIONS]]


def asked_by_young(shown: Shown) -> list[Link]:
    """Give questions of the young for the home page, those asked often first."""
    of_young = [
        each for each in shown.catalogue.questions if each.audience is Reader.YOUNG
    ]
    return _first(shown, sorted(of_young, key=lambda each: not each.is_asked_often))


def questions_of_theme(shown: Shown, theme: Theme) -> list[Link]:
    """Give the questions for the page of a theme."""
    return _first(shown, fitting_questions(shown.catalogue.questions, [theme.word]))


def questions_of_age(shown: Shown, group: AgeGroup) -> list[Link]:
    """Give the questions for the page of an age: of each theme the best."""
    found = fitting_questions(shown.catalogue.questions, months=group.months)
    first_of_theme = {each.themes[0]: each for each in reversed(found)}
    return _first(
        shown, (each for each in found if first_of_theme[each.themes[0]] is each)
    )


def questions_of_offers(shown: Shown, offers: Iterable[Offer]) -> list[Link]:
    """Give the best question of each theme that most of some offers are about."""
    counted = Counter(
        theme
        for offer in offers
        if not shown.is_for_work(offer)
        for theme in offer.themes
    )
    best: dict[str, Question] = {}
    for theme, _ in sorted(counted.items(), key=lambda each: (-each[1], each[0])):
        about_it = shown.catalogue.questions_about(frozenset([theme]))
        for found in fitting_questions(about_it, [theme])[:1]:
            best[found.slug] = found
    return _first(shown, best.values())


def questions_of_offer(shown: Shown, offer: Offer) -> list[Link]:
    """Give the questions for the page of an offer."""
    if shown.is_for_work(offer):
        return []
    vocabulary = shown.catalogue.vocabulary
    only_young = all(vocabulary.is_for_young([each]) for each in offer.audiences)
    audience = Reader.YOUNG if only_young else Reader.PARENTS
    return _first(
        shown,
        fitting_questions(
            shown.catalogue.questions_about(frozenset(offer.themes)),
            offer.themes,
            offer.ages.months,
            audience,
        ),
    )


def _first(shown: Shown, questions: Iterable[Question]) -> list[Link]:
    return [_link(shown, each) for each in questions][:QUESTIONS]


def _link(shown: Shown, question: Question) -> Link:
    return shown.question_links[question.slug]
