"""What deserves a second look before it goes on: warnings, never mistakes."""

from collections.abc import Callable, Iterator
from datetime import date
from difflib import SequenceMatcher

from groepsaanbod import language
from groepsaanbod.catalogue import Offer
from groepsaanbod.joining import Reason, joining
from groepsaanbod.model import ANSWER, Delivery
from groepsaanbod.problems import Problem, Topic
from groepsaanbod.remedies import Gift, Remedy, Way
from groepsaanbod.rules import Checked, CheckedQuestion
from groepsaanbod.vocabulary import WHOLE_REGION

DAYS_A_CHECK_HOLDS = 183
"""Half a year: partners are asked twice a year whether all still holds."""

ALIKE = 0.9
MOST_WORDS_IN_AN_ANSWER = 220


def advise(checked: Checked) -> Iterator[Problem]:
    """Give every warning about an offer by itself, with the words of the region."""
    for advice in ADVICE:
        yield from advice(checked)


def advise_beside_the_others(checked: Checked, today: date) -> Iterator[Problem]:
    """Give every warning about an offer beside the others, and on this day."""
    yield from titles_differ(checked)
    for advice in ADVICE_OF_THE_DAY:
        yield from advice(checked, today)


def advise_on_question(checked: CheckedQuestion, today: date) -> Iterator[Problem]:
    """Give every warning about a question, on the day that counts as today."""
    for advice in QUESTION_ADVICE:
        yield from advice(checked)
    yield from the_check_is_recent(checked, today)


AnyChecked = Checked | CheckedQuestion


def _texts(checked: AnyChecked) -> Iterator[tuple[str, str]]:
    """Give the texts that people read, with their keys."""
    if isinstance(checked, CheckedQuestion):
        yield "titel", checked.question.title
        yield "samenvatting", checked.question.summary
        yield ANSWER, checked.question.answer
        return
    offer = checked.offer
    yield "titel", offer.title
    yield "samenvatting", offer.summary
    yield "beschrijving", offer.description
    yield "na_aanmelding", offer.after_sign_up


def sentences_are_short(checked: AnyChecked) -> Iterator[Problem]:
    """Tired readers lose the thread of a long sentence."""
    for key, text in _texts(checked):
        for sentence in language.too_long(text):
            yield checked.warning(
                f"deze zin heeft {language.word_count(sentence)} woorden; maak er twee"
                f" van: '{sentence[:60]}…'",
                key,
                topic=Topic.SENTENCES,
                about=sentence,
            )
        average = language.average_length(text)
        if average is not None and average > language.AVERAGE_SENTENCE:
            yield checked.warning(
                f"de zinnen zijn lang: gemiddeld {average:.0f} woorden;"
                f" probeer hoogstens {language.AVERAGE_SENTENCE}",
                key,
                topic=Topic.SENTENCES,
            )


def words_are_plain(checked: AnyChecked) -> Iterator[Problem]:
    """Jargon of professionals has a plain word."""
    plain = {each.jargon: each.plain for each in checked.catalogue.vocabulary.jargon}
    for key, text in _texts(checked):
        for jargon in language.found_words(text, plain):
            yield checked.warning(
                f"'{jargon}' is een vakwoord; schrijf liever '{plain[jargon]}'",
                key,
                topic=Topic.JARGON,
                about=jargon,
            )


def nobody_shouts(checked: AnyChecked) -> Iterator[Problem]:
    """Capitals are hard to read and sound angry."""
    for key, text in _texts(checked):
        if language.is_shouted(text):
            yield checked.warning(
                "hier staan veel hoofdletters; gebruik gewone letters", key
            )


def free_means_free(checked: Checked) -> Iterator[Problem]:
    """Who reads "gratis" and then has to pay feels cheated."""
    amount = checked.offer.costs.amount
    if amount is None:
        return
    euros = str(amount).replace(".", ",")
    for key, text in _texts(checked):
        if language.found_words(text, ["gratis", "kosteloos"]):
            yield checked.warning(
                f"hier staat dat het gratis is, maar bij 'kosten' staat € {euros};"
                " verbeter er één",
                key,
            )


def locations_can_be_found(checked: Checked) -> Iterator[Problem]:
    """Without an address parents cannot find the way."""
    for number, location in enumerate(checked.offer.locations):
        if not location.address:
            yield checked.warning(
                f"'{location.name}' heeft geen adres",
                "locaties",
                number,
                topic=Topic.MISSING,
                remedy=Remedy(Way.ADD, (Gift(("locaties", "adres"), "Dorpsstraat 1"),)),
            )


def locations_lie_where_people_live(checked: Checked) -> Iterator[Problem]:
    """An offer that is given in none of its own municipalities was mistyped, or far."""
    offer = checked.offer
    vocabulary = checked.catalogue.vocabulary
    if WHOLE_REGION in offer.areas or offer.delivery is not Delivery.ON_SITE:
        return
    homes = {vocabulary.municipality_of(area) for area in offer.areas}
    places = {
        found
        for location in offer.locations
        if (found := vocabulary.municipality_at(location.town)) is not None
    }
    if places and not places & homes:
        names = ", ".join(sorted(place.name for place in places))
        yield checked.warning(
            f"de plek ligt in {names}, maar daar is het aanbod niet voor;"
            " klopt 'gebieden'?",
            "gebieden",
        )


def titles_differ(checked: Checked) -> Iterator[Problem]:
    """Two offers that look the same to a parent probably are one, put in twice.

    Within one partner nearly one title is enough. Two partners may well give the same
    course, each in its own way: parents see whose it is, and may choose. Only when
    they also begin at the same moment in the same town, they probably give it
    together, and parents should find it once, with both names.
    """
    offer, catalogue = checked.offer, checked.catalogue
    title = offer.title.casefold()
    for other in catalogue.titled_alike(offer):
        is_own = other.partner == offer.partner and other.slug < offer.slug
        is_candidate = is_own or _is_elsewhere_too(offer, other)
        if not is_candidate or not _is_alike(title, other.title.casefold()):
            continue
        if is_own:
            yield checked.warning(
                f"dit lijkt erg op '{other.title}' ({other.slug}.yaml);"
                " is het hetzelfde aanbod?",
                "titel",
            )
        else:
            name = catalogue.partner(other.partner).name
            yield checked.warning(
                f"{name} heeft op hetzelfde moment '{other.title}'; geeft u dit samen?"
                " Zet het er dan één keer op, en noem de ander bij 'samen met'",
                "titel",
            )


def _is_elsewhere_too(offer: Offer, other: Offer) -> bool:
    """Tell whether another partner has it, and neither says they do it together."""
    return (
        other.partner != offer.partner
        and other.partner not in offer.given_with
        and offer.partner not in other.given_with
    )


def _is_alike(title: str, other: str) -> bool:
    """Tell whether two titles are nearly one; the cheap questions first."""
    words, others = frozenset(title.split()), frozenset(other.split())
    fewest = min(len(words), len(others))
    if fewest > 1 and 2 * len(words & others) < fewest:
        return False
    likeness = SequenceMatcher(None, title, other, autojunk=False)
    return (
        likeness.real_quick_ratio() >= ALIKE
        and likeness.quick_ratio() >= ALIKE
        and likeness.ratio() >= ALIKE
    )


def the_check_is_recent(checked: AnyChecked, today: date) -> Iterator[Problem]:
    """What nobody has looked at for half a year may be untrue."""
    if isinstance(checked, CheckedQuestion):
        days = (today - checked.question.checked_on).days
    else:
        days = (today - checked.offer.checked_on).days
    if days > DAYS_A_CHECK_HOLDS:
        yield checked.warning(
            f"dit is {days // 30} maanden geleden nagekeken",
            "gecontroleerd_op",
            topic=Topic.STALE,
            remedy=Remedy(Way.CONFIRM, (Gift(("gecontroleerd_op",), str(today)),)),
        )


def something_is_still_to_come(checked: Checked, today: date) -> Iterator[Problem]:
    """An offer of which all is over only disappoints."""
    shown = checked.offer.visibility
    leaves = shown is not None and shown.until is not None
    over = {Reason.FINISHED, Reason.CANCELLED}
    if not leaves and joining(checked.offer, today).reason in over:
        yield checked.warning(
            "alles is voorbij of gaat niet door; zet er een nieuwe groep bij,"
            " of een laatste dag bij 'zichtbaar'",
            "groepen" if checked.offer.groups else "inloop",
            topic=Topic.PAST,
        )


def answers_are_short(checked: CheckedQuestion) -> Iterator[Problem]:
    """A tired parent reads an answer in one go, or not at all."""
    words = language.word_count(checked.question.plain_answer)
    if words > MOST_WORDS_IN_AN_ANSWER:
        yield checked.warning(
            f"het antwoord heeft {words} woorden; probeer hoogstens"
            f" {MOST_WORDS_IN_AN_ANSWER}",
            ANSWER,
        )


ADVICE: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    sentences_are_short,
    words_are_plain,
    nobody_shouts,
    free_means_free,
    locations_can_be_found,
    locations_lie_where_people_live,
)
ADVICE_OF_THE_DAY: tuple[Callable[[Checked, date], Iterator[Problem]], ...] = (
    the_check_is_recent,
    something_is_still_to_come,
)
QUESTION_ADVICE: tuple[Callable[[CheckedQuestion], Iterator[Problem]], ...] = (
    sentences_are_short,
    words_are_plain,
    nobody_shouts,
    answers_are_short,
)
