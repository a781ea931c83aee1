"""The offers as the peers are given them: fields to search, cards to show, pages."""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from groepsaanbod import urls
from groepsaanbod.catalogue import Catalogue, Offer
from groepsaanbod.markup import safe_html
from groepsaanbod.pages.shown import Shown

BOOSTS = {
    "title": 5,
    "keywords": 4,
    "themes": 3,
    "summary": 3,
    "partner": 2,
    "places": 2,
    "kind": 1,
    "description": 1,
}
"""The fields that the peers search, with what each counts for."""

Document = dict[str, str]


def write_documents(folder: Path, catalogue: Catalogue, today: date) -> None:
    """Write the documents, their cards, the boosts, and a page for each offer."""
    shown = Shown(catalogue.visible(today), today)
    documents = [document(shown, offer) for offer in shown.catalogue.offers]
    cards = {offer.identity: card(shown, offer) for offer in shown.catalogue.offers}
    for name, value in (
        ("documents", documents),
        ("cards", cards),
        ("boosts", BOOSTS),
    ):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        folder.joinpath(f"{name}.json").write_text(text, encoding="utf-8")
    pages = zip(shown.catalogue.offers, documents, cards.values(), strict=True)
    for offer, fields, facts in pages:
        path = folder / "pagefind" / urls.offer_url(offer) / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(page(offer, fields, facts), encoding="utf-8")


def document(shown: Shown, offer: Offer) -> Document:
    """Give an offer as fields of text.

    Themes come with the search words that the region gives them, and places with the
    names of the area, of its municipality and of the town.
    """
    vocabulary = shown.catalogue.vocabulary
    themes = [each for each in vocabulary.themes if each.word in offer.themes]
    homes = {vocabulary.municipality_of(area) for area in offer.areas} - {None}
    towns = [place for each in offer.locations for place in (each.name, each.town)]
    return {
        "identity": offer.identity,
        "title": offer.title,
        "summary": offer.summary,
        "description": offer.description,
        "themes": ", ".join(
            word for theme in themes for word in (theme.name, *theme.search)
        ),
        "keywords": ", ".join(offer.search_words),
        "partner": shown.catalogue.partner(offer.partner).name,
        "places": ", ".join(
            dict.fromkeys(
                (
                    *shown.names("gebieden", offer.areas),
                    *sorted(home.name for home in homes if home),
                    *towns,
                )
            )
        ),
        "kind": ", ".join(
            (
                shown.name("vormen", offer.form),
                *shown.names("doelgroepen", offer.audiences),
                *shown.names("speciaal_voor", offer.special_groups),
            )
        ),
    }


def card(shown: Shown, offer: Offer) -> Document:
    """Give what a result shows, as our own does."""
    one = shown.card(offer)
    return {
        "title": one.title,
        "summary": one.summary,
        "path": one.path,
        "partner": one.partner,
        "ages": one.ages,
        "place": one.place,
        "when": one.when,
        "costs": one.costs,
        "form": one.form,
        "answer": one.joining.answer,
        "label": one.joining.label,
    }


def page(offer: Offer, fields: Document, facts: Document) -> str:
    """Give the page of an offer as one writes it for Pagefind."""
    return "\n".join(
        (
            f'<!doctype html><html lang="nl"><title>{escape(offer.title)}</title>',
            "<body><main data-pagefind-body>",
            f'<h1 data-pagefind-meta="title">{escape(offer.title)}</h1>',
            *_weighted(fields),
            safe_html(offer.description),
            *_meta(facts),
            "</main>",
        )
    )


def _weighted(fields: Document) -> Iterator[str]:
    for name in ("summary", "keywords", "themes", "partner", "places", "kind"):
        weight = BOOSTS[name]
        yield f'<p data-pagefind-weight="{weight}">{escape(fields[name])}</p>'


def _meta(facts: Document) -> Iterator[str]:
    for name in ("ages", "place", "when", "costs", "form", "label"):
        yield f'<span data-pagefind-meta="{name}:{escape(facts[name])}"></span>'
