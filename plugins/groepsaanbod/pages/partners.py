"""The pages of partners, and the pages for them: how to join, the field guide."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from groepsaanbod import urls
from groepsaanbod.catalogue import Partner
from groepsaanbod.forms import field_guide
from groepsaanbod.markup import safe_html
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.listings import directory
from groepsaanbod.pages.news import news_view
from groepsaanbod.pages.page import HOME_LINK, Page, moved
from groepsaanbod.pages.paging import Listed
from groepsaanbod.pages.posters import poster_of_partner
from groepsaanbod.pages.questions import questions_of_offers
from groepsaanbod.pages.reports.report import TableView, table_view
from groepsaanbod.pages.shown import Shown
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Linked, Table
from groepsaanbod.views import Link, PartnerView


def partners(shown: Shown, reported: Reported | None) -> Iterator[Page]:
    """Give the partners and the page of each, with who offers the same if reported."""
    catalogue = shown.catalogue
    all_partners = Link("Aanbieders", urls.PARTNERS)
    yield directory(
        all_partners.path,
        all_partners.name,
        "Deze organisaties geven het aanbod.",
        [shown.partner_link(each) for each in catalogue.partners],
        table_view(partners_by_age(shown)),
    )
    for partner in catalogue.partners:
        here = shown.partner_link(partner)
        crumbs = (HOME_LINK, all_partners, here)
        offers = catalogue.by_partner(partner.slug)
        listed = Listed(here.path, *shown.split(offers))
        needs_exit = shown.needs_quick_exit(offers)
        about = safe_html(partner.description) if partner.description else None
        yield Page(
            here.path,
            "partner",
            partner.name,
            partner.summary,
            "aanbieders",
            crumbs,
            {
                "partner": PartnerView(
                    name=partner.name,
                    summary=partner.summary,
                    description=about,
                    contact=reachable(partner),
                ),
                **listed.first,
                "questions": questions_of_offers(
                    shown, catalogue.by_partner(partner.slug)
                ),
                "follow": follow(shown, here.path, has_feed=False),
                "alike": _alike(shown, reported, partner.slug) if reported else None,
                "poster_path": poster_of_partner(shown, partner),
                "news": [
                    news_view(shown, each)
                    for each in catalogue.news
                    if each.partner == partner.slug
                ],
            },
            has_quick_exit=needs_exit,
        )
        for page in listed.further(partner.name, "aanbieders", crumbs):
            yield replace(page, has_quick_exit=needs_exit)
        yield from _moved(partner, here)


def partners_by_age(shown: Shown) -> Table:
    """Give how much each partner has for a child of each age; none is left empty."""
    catalogue = shown.catalogue
    groups = catalogue.vocabulary.ages.for_parents
    of_age = [
        Counter(
            giver
            for offer in catalogue.by_age(group)
            for giver in {offer.partner, *offer.given_with}
        )
        for group in groups
    ]
    return Table(
        "aanbieders-per-leeftijd",
        "Wie heeft aanbod voor welke leeftijd?",
        (
            Column("aanbieder", "Aanbieder"),
            *(Column(each.word, each.name, is_number=True) for each in groups),
        ),
        tuple(
            (
                Linked(partner.name, urls.partner_url(partner.slug)),
                *(counted[partner.slug] or "" for counted in of_age),
            )
            for partner in catalogue.partners
        ),
    )


def _alike(shown: Shown, reported: Reported, partner: str) -> TableView:
    """Give what overlaps most with a partner's offers, and whose it is."""
    pairs = reported.overlaps.best_of_partner.get(partner, ())[:MOST_ALIKE]
    rows = []
    for pair in pairs:
        own, other = pair.first.offer, pair.second.offer
        if own.partner != partner:
            own, other = other, own
        rows.append(
            (
                Linked(own.title, urls.offer_url(own)),
                Linked(other.title, urls.offer_url(other)),
                shown.catalogue.partner(other.partner).name,
                pair.score,
                reported.likenesses.in_common(pair),
            )
        )
    return table_view(
        Table(
            "wie-biedt-hetzelfde",
            "Wat het meest op elkaar lijkt",
            (
                Column("aanbod", "Aanbod"),
                Column("lijkt_op", "Lijkt op"),
                Column("van", "Van"),
                Column("score", "Score", is_number=True),
                Column("gelijk", "Wat valt samen"),
            ),
            tuple(rows),
        )
    )


MOST_ALIKE = 10
"""Rows on a partner's page; the report has the rest."""


def _moved(partner: Partner, here: Link) -> Iterator[Page]:
    """Give the pages at the addresses of a partner's former names."""
    for former in partner.former:
        yield moved(urls.partner_url(former), here)


def for_partners(shown: Shown, example: str) -> Iterator[Page]:
    """Give the pages that help organisations to put their offers on the site."""
    here = Link("Voor aanbieders", urls.FOR_PARTNERS)
    yield Page(
        here.path,
        "for_partners",
        "Uw aanbod op deze site",
        "Zo zet u het aanbod van uw organisatie op deze site.",
        "voor-aanbieders",
        (HOME_LINK, here),
        {"example": example},
    )
    guide = Link("Veldengids", urls.FIELD_GUIDE)
    vocabulary = shown.catalogue.vocabulary
    yield Page(
        guide.path,
        "field_guide",
        "Veldengids",
        "Alle velden van een aanbod, met uitleg, voorbeeld en keuzes.",
        "voor-aanbieders",
        (HOME_LINK, here, guide),
        {
            "offer_fields": field_guide(OfferFile, vocabulary),
            "partner_fields": field_guide(PartnerFile, vocabulary),
            "news_fields": field_guide(NewsFile, vocabulary),
        },
    )
    form = Link("Formulier", urls.FORM)
    site = shown.catalogue.site
    yield Page(
        form.path,
        "form",
        "Aanbod invullen",
        "Zet uw aanbod op deze site, of verander wat er staat. Stap voor stap.",
        "voor-aanbieders",
        (HOME_LINK, here, form),
        {"github": site.repository if on_github(site.repository) else ""},
    )


def on_github(repository: str | None) -> bool:
    """Tell whether the files stand where a proposal can be opened by an address."""
    return bool(repository and re.fullmatch(_GITHUB, repository))


_GITHUB = r"https://github\.com/[\w-]+/[\w.-]+/?"
