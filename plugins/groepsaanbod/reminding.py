"""Asks a partner whether its offers still hold: a text with the facts of each.

Whoever answers changes one line, so the text shows what stands there and what to type.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from groepsaanbod import wording
from groepsaanbod.analysis.ageing import Stage, Stages
from groepsaanbod.catalogue import Catalogue, Offer, Partner
from groepsaanbod.joining import Reason, group_joining, joining
from groepsaanbod.model import Delivery, Group
from groepsaanbod.pens import Pen

OFFERS = "offers"
BRANCH = "main"
MOST_OFFERS = 40
"""In one text: GitHub takes no longer ones."""


@dataclass(frozen=True)
class Reminder:
    """What a partner is asked about: its offers that nobody looked at for long."""

    catalogue: Catalogue
    partner: Partner
    offers: tuple[Offer, ...]
    """The one that was looked at longest ago first."""
    today: date

    @property
    def title(self) -> str:
        """Give the title, which is the same each time."""
        return f"Klopt dit nog? Het aanbod van {self.partner.name}"

    def text(self, pen: Pen) -> str:
        """Give the whole text, without its title."""
        return "\n\n".join(self._parts(pen)) + "\n"

    def _parts(self, pen: Pen) -> Iterator[str]:
        site = self.catalogue.site
        accounts = self.catalogue.planning.owners.accounts_of(self.partner.slug)
        if greeted := ", ".join(pen.mention(each) for each in accounts):
            yield f"Beste {greeted},"
        else:
            yield f"Beste collega's van {pen.theirs(self.partner.name)},"
        yield (
            f"Van u staat {len(self.offers)} keer aanbod op {pen.theirs(site.name)}"
            " waar al een tijd niemand naar keek. Wilt u kijken of het nog klopt?"
            " Dat kost een paar minuten."
        )
        yield (
            "Het makkelijkst is het formulier op de site, bij 'Voor aanbieders'. Kies"
            " daar uw aanbod en kijk het na. Klopt het? Kies dan 'Ik heb alles vandaag"
            " nagekeken', en stuur het op."
        )
        yield (
            "Liever in het bestand? Verander dan één regel:"
            f" {pen.code(f'gecontroleerd_op: {self.today}')}, met de dag van vandaag."
            " Klopt er iets niet? Verander dat dan ook."
            " Is het er niet meer? Zet de laatste dag erbij, dan gaat het vanzelf van"
            f" de site: {pen.code(f'zichtbaar: {{tot: {self.today}}}')}."
        )
        for offer in self.offers[:MOST_OFFERS]:
            yield pen.heading(2, pen.theirs(offer.title))
            yield "\n".join(f"- {line}" for line in self._facts(offer, pen))
        if (more := len(self.offers) - MOST_OFFERS) > 0:
            yield f"Er is nog {more} keer aanbod. Daar vragen we de volgende keer naar."
        coordinator = site.coordinator
        reach = " of ".join(
            each for each in (coordinator.email, coordinator.phone) if each
        )
        yield (
            f"Lukt het niet? Antwoord hier, of vraag het de coördinator: {reach}."
            " Wij veranderen het graag voor u."
        )

    def _facts(self, offer: Offer, pen: Pen) -> Iterator[str]:
        """Give what stands in the file, as parents read it."""
        path = f"{OFFERS}/{offer.identity}.yaml"
        repository = self.catalogue.site.repository
        yield f"Bestand: {pen.code(path)}"
        if repository:
            address = f"{repository.rstrip('/')}/edit/{BRANCH}/{path}"
            yield f"Veranderen: {pen.link(address)}"
        for name, values in _facts(offer, self.catalogue, self.today):
            if said := "; ".join(each.rstrip(".") for each in values if each):
                yield f"{name}: {pen.theirs(said)}"
        if joining(offer, self.today).reason in _OVER:
            yield "Alles hierin is voorbij. Komt er een nieuwe groep? Zet die erbij."
        yield (
            f"Voor het laatst nagekeken: {wording.short_day(offer.checked_on)}."
            f" {self._what_follows(offer)}"
        )

    def _what_follows(self, offer: Offer) -> str:
        stages = Stages(self.catalogue.planning.norms, self.today)
        now = stages.of(offer)
        if now is Stage.UNLISTED:
            return _NOW[now]
        then = Stage(max(now + 1, Stage.MARKED))
        last = wording.short_day(stages.last_day_before(then, offer))
        return f"{_NOW[now]} Na {last} {_THEN[then]}.".strip()


_OVER = {Reason.FINISHED, Reason.CANCELLED}
_NOW = {
    Stage.FRESH: "",
    Stage.ASKED: "",
    Stage.MARKED: "De pagina zegt nu dat het al lang niet is nagekeken.",
    Stage.LAST: "Het staat nu onder al het andere aanbod.",
    Stage.UNLISTED: "Het staat nu in geen lijst meer; alleen de pagina is er nog.",
}
_THEN = {
    Stage.MARKED: "zegt de pagina dat het al lang niet is nagekeken",
    Stage.LAST: "komt het onder al het andere aanbod te staan",
    Stage.UNLISTED: "staat het in geen lijst meer",
}


def _facts(
    offer: Offer, catalogue: Catalogue, today: date
) -> Iterator[tuple[str, Iterable[str]]]:
    """Give what may have changed since, each with its name."""
    name = catalogue.vocabulary.name
    audiences = wording.listed(
        [wording.in_sentence(name("doelgroepen", each)) for each in offer.audiences]
    )
    areas = wording.listed([name("gebieden", each) for each in offer.areas])
    yield "Voor", [f"{audiences} ({wording.ages_in_words(offer.ages)}) in {areas}"]
    yield "Groepen", [_group(each, today) for each in offer.groups]
    yield "Inloop", [wording.drop_in_in_words(each, today) for each in offer.drop_ins]
    places = [
        ", ".join(filter(None, (each.name, each.address, each.town)))
        for each in offer.locations
    ]
    yield "Waar", ["Online"] if offer.delivery is Delivery.ONLINE else places
    yield "Kosten", [wording.costs_in_words(offer.costs), offer.costs.note]
    sign_up = offer.sign_up
    ways = [sign_up.phone, sign_up.email, sign_up.website]
    yield "Aanmelden", [name("toegang", sign_up.how), *filter(None, ways)]


def _group(group: Group, today: date) -> str:
    answer = group_joining(group, today)
    times = wording.times_in_words(group.times) if group.times else ""
    places = "" if answer.reason in _OVER else wording.places_in_words(group)
    said = (wording.group_heading(group, today), times, wording.label(answer), places)
    return ", ".join(filter(None, said))


def reminders(catalogue: Catalogue, today: date) -> tuple[Reminder, ...]:
    """Give what each partner is asked, in the order of their folders."""
    stages = Stages(catalogue.planning.norms, today)
    by_partner: dict[str, list[Offer]] = {}
    for offer in catalogue.visible(today).offers:
        if stages.of(offer) >= Stage.ASKED:
            by_partner.setdefault(offer.partner, []).append(offer)
    return tuple(
        Reminder(
            catalogue,
            catalogue.partner(slug),
            tuple(sorted(offers, key=lambda each: (each.checked_on, each.title))),
            today,
        )
        for slug, offers in sorted(by_partner.items())
    )


def as_json(found: Iterable[Reminder], pen: Pen) -> str:
    """Give a list for machines: ``aanbieder``, ``titel`` and ``tekst``."""
    entries = [
        {"aanbieder": each.partner.slug, "titel": each.title, "tekst": each.text(pen)}
        for each in found
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
