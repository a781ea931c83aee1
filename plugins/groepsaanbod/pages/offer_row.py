"""An offer as a row of the table for professionals, in a few words a cell."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import Offer
from groepsaanbod.choices import YES, words_of
from groepsaanbod.finding import FilterKind
from groepsaanbod.joining import Answer, Joining
from groepsaanbod.model import Method
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.shown import Shown
from groepsaanbod.tables import UNKNOWN
from groepsaanbod.views import JoiningView, OfferRow

FILTERS = {
    FilterKind.THEME: "Thema",
    FilterKind.AGE: "Leeftijd kind",
    FilterKind.AREA: "Woonplaats",
    FilterKind.ACCESS: "Toegang",
    FilterKind.JOINABLE: "Instromen",
    FilterKind.LANGUAGE: "Taal",
}
"""The filters of the region that professionals use, and what they call them."""
PARTNER = "aanbieder"
RECOGNITION = "erkenning"


def offer_row(shown: Shown, offer: Offer) -> OfferRow:
    """Give the row of an offer."""
    partner = shown.catalogue.partner(offer.partner)
    answer = shown.answer(offer)
    card = shown.card(offer)
    people = wording.listed(
        [
            wording.in_sentence(name)
            for name in shown.names("doelgroepen", offer.audiences)
        ]
    )
    months = offer.ages.months
    vocabulary = shown.catalogue.vocabulary
    languages = words_of(offer, FilterKind.LANGUAGE, vocabulary, shown.today)
    phone = reachable(offer.sign_up).phone or reachable(partner).phone
    return OfferRow(
        identity=offer.identity,
        title=offer.title,
        path=card.path,
        partner=partner.name,
        partner_path=urls.partner_url(partner.slug),
        ages=card.ages,
        whom=wording.capitalised(people),
        special=wording.listed(shown.names("speciaal_voor", offer.special_groups)),
        themes=", ".join(shown.names("themas", offer.themes)),
        place=card.place,
        living=shown.areas(offer),
        start=_start(answer, card.when),
        start_day=answer.day.isoformat() if answer.day else UNKNOWN,
        joining=_ANSWERS.get(answer.answer) or shown.joining_view(answer),
        rank=str(Answer.YES - answer.answer),
        known=_known(shown, offer),
        access=shown.name("toegang", offer.sign_up.how),
        phone=phone,
        phone_link=urls.tel_url(phone) if phone else "",
        costs=card.costs,
        euros=str(offer.costs.amount or 0),
        languages=", ".join(_names(shown, languages)),
        method=offer.method.name if offer.method else "",
        recognition=recognition(shown, offer.method),
        first_month=str(months[0]),
        end_month=str(months[1]),
        words=" ".join(_words(shown, offer, languages)),
    )


_ANSWERS = {Answer.YES: JoiningView("ja", "Ja", "")}
"""What is enough for who reads many at a time; why not, they do want to know."""


def _start(answer: Joining, when: str) -> str:
    """Give a day without its weekday, which takes room; else what a card says."""
    day = answer.day
    begins = day is not None and when.startswith("Start ")
    return wording.short_day(day) if day and begins else when


def _known(shown: Shown, offer: Offer) -> str:
    """Say when somebody last knew whether one can still join."""
    answer = shown.answer(offer)
    if answer.as_of and answer.as_of >= offer.checked_on:
        return f"Stand {wording.short_day(answer.as_of)}"
    day = wording.short_day(offer.checked_on)
    is_aged = shown.is_aged(offer)
    return f"Al lang niet nagekeken: {day}" if is_aged else f"Nagekeken {day}"


def _names(shown: Shown, languages: AbstractSet[str]) -> list[str]:
    """Give the languages by name, in the order of the region."""
    known = shown.catalogue.vocabulary.choices("talen").items()
    return [entry.name for word, entry in known if word in languages]


def recognition(shown: Shown, method: Method | None) -> str:
    """Give the verdict on a method, with its day."""
    if method is None or method.recognition is None:
        return ""
    name = shown.name("erkenningen", method.recognition)
    day = method.recognised_on
    return f"{name}, {wording.short_day(day)}" if day else name


def _words(shown: Shown, offer: Offer, languages: AbstractSet[str]) -> Iterator[str]:
    vocabulary = shown.catalogue.vocabulary
    for each in vocabulary.filters:
        if each.kind is FilterKind.JOINABLE:
            if shown.answer(offer).answer is Answer.YES:
                yield f"{each.word}:{YES}"
        elif each.kind in FILTERS:
            words = (
                languages  # known already, and it takes the longest
                if each.kind is FilterKind.LANGUAGE
                else words_of(offer, each.kind, vocabulary, shown.today)
            )
            yield from (f"{each.word}:{word}" for word in sorted(words))
    yield from (f"{PARTNER}:{slug}" for slug in (offer.partner, *offer.given_with))
    if offer.method and offer.method.recognition:
        yield f"{RECOGNITION}:{offer.method.recognition}"
