"""What must hold beyond the shape of one field; each rule a generator of problems."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from groepsaanbod.catalogue import Catalogue, Offer, Question
from groepsaanbod.fields import Weekday, is_slug, nearest_of
from groepsaanbod.model import Status
from groepsaanbod.problems import Problem, Severity, Topic
from groepsaanbod.remedies import Gift, Remedy, Way
from groepsaanbod.source import Location
from groepsaanbod.vocabulary import WHOLE_REGION


class Written(Protocol):
    """What stands in a file, and where."""

    @property
    def data(self) -> dict[str, Any]:
        """Give what it says."""

    def problem(
        self,
        location: Location,
        fact: str,
        remedy: Remedy | None = None,
        *,
        about: str = "",
    ) -> Problem:
        """Give the problem at this place in this file, or where it says ``about``."""


class OnFile:
    """What a check can say of something that stands in a file."""

    __slots__ = ()
    document: Written

    def problem(
        self, fact: str, *location: str | int, remedy: Remedy | None = None
    ) -> Problem:
        """Give a mistake at this place in the file."""
        return self.document.problem(location, fact, remedy)

    def warning(
        self,
        fact: str,
        *location: str | int,
        topic: Topic = Topic.OTHER,
        remedy: Remedy | None = None,
        about: str = "",
    ) -> Problem:
        """Give a warning at this place in the file, or where it says ``about``."""
        found = self.document.problem(location, fact, remedy, about=about)
        return replace(found, severity=Severity.WARNING, topic=topic)


@dataclass(frozen=True, slots=True)
class Checked(OnFile):
    """An offer with its file, and what it is checked against."""

    offer: Offer
    document: Written
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class CheckedQuestion(OnFile):
    """A question likewise."""

    question: Question
    document: Written
    catalogue: Catalogue
    latest_day: date
    """The last day on which somebody can have checked something: today."""


def check_rules(checked: Checked) -> Iterator[Problem]:
    """Give every problem of an offer by itself, with the words of the region."""
    for rule in RULES:
        yield from rule(checked)


def check_beside_the_others(checked: Checked, latest_day: date) -> Iterator[Problem]:
    """Give every problem of an offer beside other files, and on this day.

    ``latest_day`` is the last on which somebody can have checked something: today.
    """
    for rule in RULES_BESIDE_THE_OTHERS:
        yield from rule(checked)
    yield from checks_lie_in_the_past(checked, latest_day)


NEEDS_A_START = frozenset({None, Status.OPEN, Status.NEARLY_FULL, Status.RUNNING})


def groups_have_a_start(checked: Checked) -> Iterator[Problem]:
    """Without a first day nobody can tell whether one can still join."""
    for number, group in enumerate(checked.offer.groups):
        if not group.start and not group.dates and group.status in NEEDS_A_START:
            yield checked.problem(
                "deze groep heeft geen eerste dag",
                "groepen",
                number,
                remedy=Remedy(
                    Way.ADD,
                    (
                        Gift(("groepen", "start"), "2027-01-12"),
                        Gift(("groepen", "status"), Status.ON_REQUEST),
                    ),
                ),
            )


def start_is_the_first_date(checked: Checked) -> Iterator[Problem]:
    """A start beside a list of days says the same as the first of them."""
    for number, group in enumerate(checked.offer.groups):
        if group.start and group.dates and group.start != min(group.dates):
            yield checked.problem(
                "de start is niet de eerste dag van 'data'",
                "groepen",
                number,
                "start",
                remedy=Remedy(
                    Way.WRITE, (Gift(("groepen", "start"), str(min(group.dates))),)
                ),
            )


def days_fit_the_weekday(checked: Checked) -> Iterator[Problem]:
    """A group on Tuesdays does not start on a Wednesday."""
    for number, group in enumerate(checked.offer.groups):
        days: list[tuple[Location, date]] = [
            (("groepen", number, "data", position), day)
            for position, day in enumerate(group.dates)
        ]
        if group.start:
            days.append((("groepen", number, "start"), group.start))
        for location, day in days:
            real = Weekday.of(day)
            if group.weekday is not None and real is not group.weekday:
                yield checked.problem(
                    f"{day} is een {real}, maar bij 'dag' staat {group.weekday};"
                    " verbeter de dag of de datum",
                    *location,
                )


def days_fit_the_meetings(checked: Checked) -> Iterator[Problem]:
    """As many days as meetings, when both are named."""
    for number, group in enumerate(checked.offer.groups):
        if group.dates and group.meetings not in {None, len(group.dates)}:
            yield checked.problem(
                f"er staan {len(group.dates)} dagen bij 'data', en hier"
                f" {group.meetings}; verbeter er één",
                "groepen",
                number,
                "bijeenkomsten",
            )


def places_left_fit(checked: Checked) -> Iterator[Problem]:
    """No more places can be left than there are."""
    for number, group in enumerate(checked.offer.groups):
        places, left = group.places, group.places_left
        if places is not None and left is not None and left > places:
            yield checked.problem(
                f"er zijn meer plekken vrij dan er plekken zijn; schrijf hoogstens"
                f" {places}",
                "groepen",
                number,
                "plekken_vrij",
            )


def areas_stand_once(checked: Checked) -> Iterator[Problem]:
    """Who names a whole municipality need not name its parts."""
    vocabulary = checked.catalogue.vocabulary
    areas = checked.offer.areas
    for number, area in enumerate(areas):
        municipality = vocabulary.municipality_of(area)
        whole = WHOLE_REGION if WHOLE_REGION in areas else None
        if municipality is not None and municipality.word in areas:
            whole = whole or municipality.word
        if whole is not None and area != whole:
            names = vocabulary.choices("gebieden")
            yield checked.problem(
                f"'{names[area].name}' hoort al bij '{names[whole].name}';"
                " haal er één weg",
                "gebieden",
                number,
            )


def full_is_called_full(checked: Checked) -> Iterator[Problem]:
    """Where no place is left, nobody is told that one can still join."""
    for number, group in enumerate(checked.offer.groups):
        if group.places_left == 0 and group.status in STILL_TO_JOIN:
            yield checked.problem(
                "er is geen plek vrij",
                "groepen",
                number,
                "plekken_vrij",
                remedy=Remedy(
                    Way.WRITE,
                    (
                        Gift(("groepen", "status"), Status.FULL),
                        Gift(("groepen", "status"), Status.WAITING_LIST),
                    ),
                ),
            )


STILL_TO_JOIN = frozenset({None, Status.OPEN, Status.NEARLY_FULL, Status.PLANNED})


def locations_are_known(checked: Checked) -> Iterator[Problem]:
    """A group or drop-in names one of the offer's own locations."""
    known = [location.name for location in checked.offer.locations]
    parts: list[tuple[Location, str | None]] = [
        (("groepen", number, "locatie"), group.location)
        for number, group in enumerate(checked.offer.groups)
    ]
    parts += [
        (("inloop", number, "locatie"), drop_in.location)
        for number, drop_in in enumerate(checked.offer.drop_ins)
    ]
    for location, name in parts:
        if name is None or name in known:
            continue
        folded = {each.casefold(): each for each in known}
        near = folded.get(nearest_of(name, folded) or "")
        if near:
            hint = f"bedoelt u '{near}'?"
        elif known:
            hint = f"kies uit: {', '.join(known)}"
        else:
            hint = "zet de plek erbij onder 'locaties'"
        yield checked.problem(f"'{name}' staat niet bij 'locaties'; {hint}", *location)


def towns_are_spelt_right(checked: Checked) -> Iterator[Problem]:
    """A town that looks like one of the region's probably is that one."""
    vocabulary = checked.catalogue.vocabulary
    for number, location in enumerate(checked.offer.locations):
        if vocabulary.municipality_at(location.town) is not None:
            continue
        if near := vocabulary.nearest_place(location.town):
            yield checked.warning(
                f"'{location.town}' kennen we niet in de regio; bedoelt u '{near}'?",
                "locaties",
                number,
                "plaats",
            )


_ADDRESS_IN_TEXT = re.compile(
    r"\b[1-9][0-9]{3} ?[A-Z]{2}\b"
    r"|\b[A-Z]\w*(?:straat|weg|laan|plein|kade|gracht|dijk|pad|hof|singel|steeg|plantsoen)"
    r" [0-9]+\w?\b"
)
"""A postcode, or a street with a number."""


def secret_addresses_stay_secret(checked: Checked) -> Iterator[Problem]:
    """The repository is public, so a secret address may stand nowhere in the file."""
    offer = checked.offer
    if not offer.address_is_secret:
        return
    if offer.locations:
        yield checked.problem(
            "het adres is geheim, maar hier staat waar het is; haal 'locaties' weg",
            "locaties",
        )
    for location, text in _texts(checked.document.data):
        if (found := _ADDRESS_IN_TEXT.search(text)) and location[0] != "locaties":
            yield checked.problem(
                f"het adres is geheim, maar hier staat '{found[0]}'; haal dat weg",
                *location,
            )


def _texts(value: object, location: Location = ()) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*location, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*location, number))


def checks_lie_in_the_past(checked: Checked, latest: date) -> Iterator[Problem]:
    """Nobody has checked anything tomorrow."""
    days: list[tuple[Location, date | None]] = [
        (("gecontroleerd_op",), checked.offer.checked_on)
    ]
    days += [
        (("groepen", number, "status_op"), group.status_on)
        for number, group in enumerate(checked.offer.groups)
    ]
    for location, day in days:
        if day is not None and day > latest:
            yield checked.problem(still_to_come(latest), *location)


def still_to_come(latest: date) -> str:
    """Say of a day that nobody can have seen it; ``latest`` is today."""
    return f"deze dag moet nog komen; schrijf vandaag of eerder: {latest}"


def periods_run_forward(checked: Checked) -> Iterator[Problem]:
    """What ends before it begins was mistyped."""
    offer = checked.offer
    message = "de laatste dag ligt voor de eerste; wissel ze om"
    shown = offer.visibility
    if shown and shown.since and shown.until and shown.until < shown.since:
        yield checked.problem(message, "zichtbaar", "tot")
    for number, drop_in in enumerate(offer.drop_ins):
        if drop_in.since and drop_in.until and drop_in.until < drop_in.since:
            yield checked.problem(message, "inloop", number, "tot")


def nobody_helps_themselves(checked: Checked) -> Iterator[Problem]:
    """The partner that gives an offer is not also the one that helps."""
    if checked.offer.partner in checked.offer.given_with:
        yield checked.problem(
            "dit bent u zelf; noem alleen de andere aanbieders", "samen_met"
        )


def somebody_can_be_reached(checked: Checked) -> Iterator[Problem]:
    """A parent needs a phone number, an e-mail address or a website."""
    offer = checked.offer
    partner = checked.catalogue.partner(offer.partner)
    ways = (offer.sign_up, partner)
    if not any(each.phone or each.email or each.website for each in ways):
        yield checked.problem(
            "zo kan niemand u bereiken",
            "aanmelden",
            remedy=Remedy(
                Way.ADD,
                tuple(
                    Gift(("aanmelden", way)) for way in ("telefoon", "email", "website")
                ),
            ),
        )


def former_addresses_are_free(checked: Checked) -> Iterator[Problem]:
    """An old address leads to one offer, so no other may stand on it or claim it."""
    catalogue = checked.catalogue
    own = checked.offer.identity
    for number, address in enumerate(checked.offer.former_addresses):
        partner, _, slug = address.partition("/")
        if not (is_slug(partner) and is_slug(slug)):
            yield checked.problem(
                "schrijf een oud adres als aanbieder/oude-naam",
                "vorige_adressen",
                number,
            )
        elif catalogue.is_taken(address):
            yield checked.problem(
                f"op '{address}' staat nu ander aanbod; haal het oude adres weg",
                "vorige_adressen",
                number,
            )
        elif others := [each for each in catalogue.led_here(address) if each != own]:
            yield checked.problem(
                f"'{address}' staat ook bij '{others[-1]}'; haal het bij één weg",
                "vorige_adressen",
                number,
            )


RULES: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    groups_have_a_start,
    start_is_the_first_date,
    days_fit_the_weekday,
    days_fit_the_meetings,
    places_left_fit,
    full_is_called_full,
    areas_stand_once,
    locations_are_known,
    towns_are_spelt_right,
    secret_addresses_stay_secret,
    periods_run_forward,
    nobody_helps_themselves,
)
"""What holds of an offer by itself: its file and the region's words decide it."""

RULES_BESIDE_THE_OTHERS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    somebody_can_be_reached,
    former_addresses_are_free,
)


def check_question_rules(checked: CheckedQuestion) -> Iterator[Problem]:
    """Give every problem that the rules find in a question."""
    for rule in QUESTION_RULES:
        yield from rule(checked)


def answers_were_checked_in_the_past(checked: CheckedQuestion) -> Iterator[Problem]:
    """Nobody has checked an answer tomorrow."""
    if checked.question.checked_on > checked.latest_day:
        yield checked.problem(still_to_come(checked.latest_day), "gecontroleerd_op")


def questions_are_asked_once(checked: CheckedQuestion) -> Iterator[Problem]:
    """Two answers to one question leave the reader guessing."""
    question = checked.question
    for other in checked.catalogue.questions:
        for name, mine, theirs in (
            ("titel", question.title, other.title),
            ("samenvatting", question.summary, other.summary),
        ):
            is_same = mine.casefold() == theirs.casefold()
            if other.slug < question.slug and is_same:
                yield checked.problem(
                    f"dit staat ook in {other.slug}.md; schrijf het hier anders", name
                )


QUESTION_RULES: tuple[Callable[[CheckedQuestion], Iterator[Problem]], ...] = (
    answers_were_checked_in_the_past,
    questions_are_asked_once,
)
