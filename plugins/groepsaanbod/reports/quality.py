"""What each partner can do better, as tables and as a letter, in Dutch."""

from dataclasses import dataclass
from itertools import groupby

from groepsaanbod import addresses, urls, wording
from groepsaanbod.analysis.quality import Finding, Issue
from groepsaanbod.analysis.supply import Place
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Linked, Table

LONGEST_MAIL_URL = 1900
"""In characters; beyond some 2,000 mail programs cut a link off."""

TITLES = {
    Issue.PAST: "Voorbij",
    Issue.MISSING: "Ontbreekt",
    Issue.PLACES: "Plekken",
    Issue.STALE: "Oud",
    Issue.LINK: "Link werkt niet",
    Issue.JARGON: "Vakwoord",
    Issue.SENTENCES: "Lange zin",
    Issue.OTHER: "Nakijken",
}
_KEYS = {issue: issue.replace(" ", "_") for issue in Issue}


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give how much each partner has to do, and then what, for people of a place."""
    of_the_region = (_links(reported), _own(reported)) if place.is_region else ()
    return (_partners(reported, place), _findings(reported, place), *of_the_region)


def _partners(reported: Reported, place: Place) -> Table:
    quality = reported.quality
    counted = [
        (each, quality.offers(each.slug, place), quality.count(each.slug, place))
        for each in reported.catalogue.partners
    ]
    counted.sort(key=lambda each: (-each[2].total(), each[0].name))
    return Table(
        "kwaliteit",
        f"Wat aanbieders kunnen verbeteren, voor {place.name}",
        (
            Column("aanbieder", "Aanbieder"),
            Column("aanbod", "Aanbod", is_number=True),
            Column("punten", "Punten", is_number=True),
            *(
                Column(_KEYS[issue], title, is_number=True)
                for issue, title in TITLES.items()
            ),
        ),
        tuple(
            (
                Linked(partner.name, urls.partner_url(partner.slug)),
                offers,
                found.total(),
                *(found[issue] for issue in TITLES),
            )
            for partner, offers, found in counted
            if offers or found
        ),
        "Geen enkele aanbieder heeft hier aanbod.",
    )


def _findings(reported: Reported, place: Place) -> Table:
    return Table(
        "punten",
        "Elk punt, met het bestand en wat u kunt typen",
        (
            Column("aanbieder", "Aanbieder"),
            Column("bestand", "Bestand"),
            Column("regel", "Regel", is_number=True),
            Column("soort", "Soort"),
            Column("melding", "Wat er is"),
        ),
        tuple(
            (
                Linked(partner.name, urls.partner_url(partner.slug)),
                f"{partner.slug}/{each.file}",
                each.line or "",
                TITLES[each.issue],
                wording.capitalised(each.message),
            )
            for partner in reported.catalogue.partners
            for each in reported.quality.of(partner.slug, place)
        ),
        "Er is niets te verbeteren.",
    )


def _links(reported: Reported) -> Table:
    links = reported.catalogue.planning.links
    dead = reported.quality.dead
    named = addresses.in_catalogue(reported.catalogue) if links.failed else {}
    day = links.checked_on
    return Table(
        "links",
        f"Links die niet werkten op {wording.short_day(day)}"
        if day
        else "Links die niet werken",
        (
            Column("adres", "Adres"),
            Column("uitkomst", "Wat er mis is"),
            Column("sinds", "Sinds"),
            Column("keren", "Keren", is_number=True),
            Column("zeker", "Zeker stuk"),
            Column("bestanden", "Staat in"),
        ),
        tuple(
            (
                each.address,
                wording.capitalised(each.failure),
                each.since,
                each.times,
                each.address in dead,
                wording.listed(named[each.address]),
            )
            for each in links.failed
            if each.address in named
        ),
        f"Alle {links.looked_at} links werkten."
        if day
        else "De links zijn nog niet nagekeken. Doe: make links",
    )


def _own(reported: Reported) -> Table:
    return Table(
        "eigen-bestanden",
        "Wat de coördinator zelf kan verbeteren",
        (
            Column("bestand", "Bestand"),
            Column("regel", "Regel", is_number=True),
            Column("melding", "Wat er is"),
        ),
        tuple(
            (each.path, each.line, wording.capitalised(each.message))
            for each in reported.quality.own
        ),
        "In de eigen bestanden is niets te verbeteren.",
    )


@dataclass(frozen=True, slots=True)
class Letter:
    """A text to mail to a partner."""

    address: str
    """Empty when the partner has no e-mail address."""
    subject: str
    body: str
    """With every point."""
    mail_url: str
    """Opens the letter in a mail program, with as many points as fit in a link."""


def letter(reported: Reported, partner: str) -> Letter | None:
    """Give the letter about all that a partner can do; None when there is nothing."""
    found = reported.quality.of(partner)
    if not found:
        return None
    address = reported.catalogue.partner(partner).email or ""
    number = wording.counted(len(found), "punt", "punten")
    subject = f"Uw aanbod op {reported.catalogue.site.name}: {number} om na te kijken"
    mail_url = ""
    for fitting in range(1, len(found) + 1):
        body = _body(reported, partner, found[:fitting], len(found))
        longer = urls.mail_url(address, subject, body.replace("\n", "\r\n"))
        if mail_url and len(longer) > LONGEST_MAIL_URL:
            break
        mail_url = longer
    body = _body(reported, partner, found, len(found))
    return Letter(address, subject, body, mail_url)


_THEN = (
    "Klopt alles weer? Zet dan in het bestand de dag van vandaag achter"
    " 'gecontroleerd_op'. Lukt het niet, of hebt u een vraag? Antwoord op deze mail."
    " Wij helpen u graag."
)


def _body(reported: Reported, partner: str, shown: tuple[Finding, ...], of: int) -> str:
    site = reported.catalogue.site
    name = reported.catalogue.partner(partner).name
    what = "dit punt" if of == 1 else "deze punten"
    parts = [
        f"Beste collega’s van {name},",
        f"Uw aanbod staat op {site.name}. Wilt u naar {what} kijken?",
    ]
    by_file = sorted(shown, key=lambda each: each.file)
    for file, findings in groupby(by_file, key=lambda each: each.file):
        each_of_file = list(findings)
        offer = each_of_file[0].offer
        title = f"{offer.title} ({file})" if offer else file
        points = (
            f"- {wording.capitalised(each.message)}"
            + (f" (regel {each.line})" if each.line else "")
            for each in each_of_file
        )
        parts.append("\n".join([title, *points]))
    if more := of - len(shown):
        parts.append(
            f"Er {'is' if more == 1 else 'zijn'} nog"
            f" {wording.counted(more, 'ander punt', 'andere punten')}."
            " Die sturen wij u graag."
        )
    parts += [
        _THEN,
        "\n".join(
            each
            for each in (
                "Met vriendelijke groet,",
                wording.capitalised(site.coordinator.role),
                site.operator,
                site.coordinator.phone,
            )
            if each
        ),
    ]
    return "\n\n".join(parts)
