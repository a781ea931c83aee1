"""The page of one offer, in the order of a parent's questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from groepsaanbod import qr, urls, wording
from groepsaanbod.analysis.ageing import Stage
from groepsaanbod.calendars import coming
from groepsaanbod.catalogue import Offer, Partner
from groepsaanbod.joining import Reason, group_joining
from groepsaanbod.markup import safe_html
from groepsaanbod.model import Group, Location
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.offer_poster import offer_poster
from groepsaanbod.pages.page import HOME_LINK, Page, moved
from groepsaanbod.pages.questions import questions_of_offer
from groepsaanbod.pages.shown import Shown
from groepsaanbod.pages.structured import structured
from groepsaanbod.views import (
    Card,
    DropInView,
    GroupView,
    Link,
    OfferView,
    PlaceView,
    ShareView,
)

SIMILAR = 3
"""How many offers that look like it a page shows."""


def offers(shown: Shown) -> Iterator[Page]:
    """Give the page of each offer, and one at each of its former addresses."""
    everything = Link("Aanbod", urls.OFFERS)
    for offer in (*shown.catalogue.offers, *shown.unlisted):
        here = Link(offer.title, urls.offer_url(offer))
        around = _around(shown, offer)
        yield Page(
            here.path,
            "offer",
            offer.title,
            offer.summary,
            "aanbod",
            (HOME_LINK, everything, here),
            partial(_context, shown, offer, around),
            in_sitemap=around.stage is not Stage.UNLISTED,
            follows_from=(offer, around),
            has_quick_exit=shown.catalogue.vocabulary.needs_quick_exit(offer.themes),
            asked=shown.catalogue.vocabulary.contact_of(offer.areas),
        )
        former_partners = shown.catalogue.partner(offer.partner).former
        addresses = [f"{former}/{offer.slug}" for former in former_partners]
        for former in dict.fromkeys((*offer.former_addresses, *addresses)):
            yield moved(f"{urls.OFFERS}{former}/", here)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a page says of an offer that does not stand in its own file."""

    card: Card
    partner: Partner
    partner_link: Link
    helpers: tuple[Partner, ...]
    """Whom search engines are told of too."""
    given_with: tuple[Link, ...]
    programme: Link | None
    themes: tuple[Link, ...]
    questions: tuple[Link, ...]
    similar: tuple[Card, ...]
    stage: Stage


def _around(shown: Shown, offer: Offer) -> _Around:
    catalogue = shown.catalogue
    partner = catalogue.partner(offer.partner)
    programme = urls.programme_url(offer.programme or "")
    themes = {urls.theme_url(word) for word in offer.themes}
    alike = islice(shown.similar.to(offer), SIMILAR)
    return _Around(
        card=shown.card(offer),
        partner=partner,
        partner_link=shown.partner_link(partner),
        helpers=tuple(map(catalogue.partner, offer.given_with)),
        given_with=tuple(
            shown.partner_link(catalogue.partner(each)) for each in offer.given_with
        ),
        programme=next(
            (each for each in shown.programme_links if each.path == programme), None
        ),
        themes=tuple(each for each in shown.theme_links if each.path in themes),
        questions=tuple(questions_of_offer(shown, offer)),
        similar=tuple(shown.card(each) for each in alike),
        stage=shown.stage(offer),
    )


def _context(shown: Shown, offer: Offer, around: _Around) -> dict[str, object]:
    view = _view(shown, offer, around)
    poster = offer_poster(shown.catalogue.site, view)
    context = {
        "offer": view,
        "structured": structured(shown, offer),
        "poster": poster,
        "code": qr.code(poster.address),
    }
    return context | ({"noindex": True} if around.stage is Stage.UNLISTED else {})


def offer_view(shown: Shown, offer: Offer) -> OfferView:
    """Give everything that the page of an offer says."""
    return _view(shown, offer, _around(shown, offer))


def _view(shown: Shown, offer: Offer, around: _Around) -> OfferView:
    """Say it, from the offer, what is around it, the day and the region's words."""
    vocabulary = shown.catalogue.vocabulary
    answer = shown.answer(offer)
    sign_up = offer.sign_up
    has_own_way = sign_up.phone or sign_up.email or sign_up.website
    languages = offer.languages or tuple(vocabulary.choices("talen"))[:1]
    calendars = _calendars(shown, offer)
    has_no_hours = answer.reason in {Reason.ALWAYS_OPEN, Reason.ASK}
    return OfferView(
        record=offer,
        card=around.card,
        for_whom=for_whom(shown, offer),
        description=safe_html(offer.description),
        joining=shown.joining_view(answer),
        groups=_groups(shown, offer, calendars),
        drop_ins=[
            DropInView(
                wording.drop_in_in_words(each, shown.today),
                calendars.get(id(each), ""),
            )
            for each in offer.drop_ins
        ],
        always_open=wording.detail(answer) if has_no_hours else "",
        places=[_place(each) for each in offer.locations],
        address_is_secret=offer.address_is_secret,
        costs_note=offer.costs.note,
        how_to_join=vocabulary.choices("toegang")[sign_up.how].explanation,
        sign_up_note=sign_up.note,
        sign_up=reachable(sign_up if has_own_way else around.partner),
        after_sign_up=offer.after_sign_up,
        guidance=offer.guidance,
        partner=around.partner_link,
        given_with=around.given_with,
        programme=around.programme,
        themes=around.themes,
        languages=shown.names("talen", languages),
        facilities=shown.names("toegankelijkheid", offer.facilities),
        method=_method(shown, offer),
        method_website=(offer.method.website or "") if offer.method else "",
        funders=shown.names("financiering", offer.funders),
        chances=shown.names("kansencirkel", offer.chances),
        checked_on=wording.short_day(offer.checked_on),
        not_checked=_NOT_CHECKED.get(around.stage, ""),
        is_unlisted=around.stage is Stage.UNLISTED,
        share=_share(shown, offer),
        report_address=_report_address(shown, offer, around.partner),
        shows_direct_help=any(
            theme.shows_direct_help
            for theme in vocabulary.themes
            if theme.word in offer.themes
        ),
        questions=around.questions,
        similar=around.similar,
    )


_NOT_CHECKED = dict.fromkeys(
    (Stage.MARKED, Stage.LAST), "Vraag eerst of het nog klopt."
) | {
    Stage.UNLISTED: (
        "Daarom staat dit niet meer in onze lijsten. Misschien bestaat het niet meer."
        " Vraag het eerst."
    )
}
"""What to say of an offer that nobody looked at for long."""


def for_whom(shown: Shown, offer: Offer) -> list[str]:
    """Say for whom it is, in a few short lines."""
    people = _listed(shown.names("doelgroepen", offer.audiences))
    lines = [
        f"{wording.capitalised(people)}.",
        f"Leeftijd van het kind: {wording.ages_in_words(offer.ages)}.",
        f"Voor wie woont in {shown.areas(offer)}.",
    ]
    if offer.special_groups:
        special = _listed(shown.names("speciaal_voor", offer.special_groups))
        lines.append(f"Speciaal voor: {special}.")
    return lines


def _listed(names: Iterable[str]) -> str:
    return wording.listed([wording.in_sentence(name) for name in names])


def _calendars(shown: Shown, offer: Offer) -> dict[int, str]:
    """Give the calendar file of each group and drop-in, by which one it is.

    Two groups may say the same and still be two.
    """
    return {
        id(each.what): urls.calendar_url(offer, each.name)
        for each in coming(offer, shown.today)
        if not each.is_off
    }


def _groups(
    shown: Shown, offer: Offer, calendars: Mapping[int, str]
) -> list[GroupView]:
    """Give the groups, the ones to join first."""
    ordered = sorted(
        offer.groups, key=lambda each: group_joining(each, shown.today).rank
    )
    return [
        _group(shown, offer, group, calendars.get(id(group), "")) for group in ordered
    ]


def _group(shown: Shown, offer: Offer, group: Group, calendar: str) -> GroupView:
    answer = group_joining(group, shown.today)
    is_over = answer.reason in {Reason.FINISHED, Reason.CANCELLED}
    only_place = offer.locations[0].name if len(offer.locations) == 1 else ""
    places = "" if is_over else wording.places_in_words(group)
    facts = [
        ("Dag", wording.capitalised(group.weekday or "")),
        ("Tijd", wording.times_in_words(group.times) if group.times else ""),
        ("Waar", group.location or only_place),
        ("Aantal keer", str(group.meetings or len(group.dates) or "")),
        ("Plekken", wording.capitalised(places)),
        ("Taal", shown.name("talen", group.language) if group.language else ""),
    ]
    days = sorted(group.dates) if len(group.dates) > 1 else []
    return GroupView(
        heading=wording.group_heading(group, shown.today),
        facts=[(name, value) for name, value in facts if value],
        dates=[wording.day_in_words(day) for day in days],
        joining=shown.joining_view(answer),
        calendar=calendar,
    )


def _place(location: Location) -> PlaceView:
    town = " ".join(part for part in (location.postcode, location.town) if part)
    return PlaceView(
        name=location.name,
        lines=[line for line in (location.address, town) if line],
        map_address=urls.map_url(location) if location.address else "",
        route_address=urls.route_url(location) if location.address else "",
    )


def _method(shown: Shown, offer: Offer) -> list[tuple[str, str]]:
    method = offer.method
    if method is None:
        return []
    recognised = method.recognition and shown.name("erkenningen", method.recognition)
    day = wording.short_day(method.recognised_on) if method.recognised_on else ""
    facts = [
        ("Methode", method.name),
        ("Erkenning", recognised or ""),
        ("Peildatum", day),
    ]
    return [(name, value) for name, value in facts if value]


def _share(shown: Shown, offer: Offer) -> ShareView:
    address = f"{shown.catalogue.site.address}{urls.offer_url(offer)}"
    text = f"{offer.title}: {address}"
    body = f"{offer.summary}\n\n{address}\n"
    return ShareView(
        title=offer.title,
        whatsapp=urls.whatsapp_url(text),
        mail=urls.mail_url("", offer.title, body),
    )


def _report_address(shown: Shown, offer: Offer, partner: Partner) -> str:
    """Give the letter to whoever can mend this page."""
    site = shown.catalogue.site
    page = f"{site.address}{urls.offer_url(offer)}"
    return urls.mail_url(
        partner.email or site.coordinator.email,
        f"Klopt er iets niet? {offer.title}",
        f"Op deze pagina klopt iets niet: {page}\n\nWat klopt er niet?\n",
    )
