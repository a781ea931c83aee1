"""The pages of partners, and the pages for them: how to join, the field guide."""

from collections.abc import Iterator
from dataclasses import replace

from groepsaanbod import urls
from groepsaanbod.catalogue import Partner
from groepsaanbod.forms import field_guide
from groepsaanbod.markup import safe_html
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.pages.contact import reachable
from groepsaanbod.pages.listings import directory
from groepsaanbod.pages.news import news_view
from groepsaanbod.pages.page import HOME_LINK, Page, moved
from groepsaanbod.pages.paging import Listed
from groepsaanbod.pages.reports.report import TableView, table_view
from groepsaanbod.pages.shown import Shown
from groepsaanbod.reports import overlap
from groepsaanbod.reports.reported import Reported
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
    )
    for partner in catalogue.partners:
        here = shown.partner_link(partner)
        crumbs = (HOME_LINK, all_partners, here)
        listed = Listed(here.path, *shown.split(catalogue.by_partner(partner.slug)))
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
                "alike": _alike(reported, partner.slug) if reported else None,
                "news": [
                    news_view(shown, each)
                    for each in catalogue.news
                    if each.partner == partner.slug
                ],
            },
        )
        yield from listed.further(partner.name, "aanbieders", crumbs)
        yield from _moved(partner, here)


def _alike(reported: Reported, partner: str) -> TableView:
    """Give the pairs of a partner with others, in the words that tell enough."""
    table = overlap.of_partner(reported, partner)
    kept = [
        number
        for number, column in enumerate(table.columns)
        if column.key in _COLUMNS_FOR_PARTNERS
    ]
    return table_view(
        replace(
            table,
            columns=tuple(table.columns[number] for number in kept),
            rows=tuple(tuple(row[number] for number in kept) for row in table.rows),
        )
    )


_COLUMNS_FOR_PARTNERS = {"aanbod_a", "aanbod_b", "aanbieder_b", "score", "gelijk"}


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
