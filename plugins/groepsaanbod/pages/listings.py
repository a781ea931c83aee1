"""The pages of a theme, an age, a place, a language, a programme; and their lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from groepsaanbod import urls, wording
from groepsaanbod.asked import Contact
from groepsaanbod.catalogue import Offer
from groepsaanbod.finding import FilterKind
from groepsaanbod.pages.callers import callers
from groepsaanbod.pages.entry import QuickEntry, entry
from groepsaanbod.pages.follow import follow
from groepsaanbod.pages.page import HOME_LINK, Page, moved
from groepsaanbod.pages.paging import Listed
from groepsaanbod.pages.questions import (
    asked_often,
    questions_of_age,
    questions_of_theme,
)
from groepsaanbod.pages.reports.report import TableView
from groepsaanbod.pages.shown import Shown
from groepsaanbod.views import Card, Link
from groepsaanbod.vocabulary import Entry, Municipality

MANY = 10
"""From so many offers a page has the form to find what fits among them."""


def directory(
    path: str,
    heading: str,
    intro: str,
    links: Sequence[Link],
    table: TableView | None = None,
) -> Page:
    """Give the page that lists all pages of one kind, with a table about them."""
    return Page(
        path,
        "directory",
        heading,
        intro,
        path.rstrip("/"),
        (HOME_LINK, Link(heading, path)),
        {"heading": heading, "intro": intro, "links": links, "table": table},
    )


@dataclass(frozen=True)
class _Kind:
    """What the pages of one kind share."""

    shown: Shown
    path: str
    heading: str
    links: Sequence[Link]
    siblings_heading: str

    def listing(  # noqa: PLR0913 - a page shows this much
        self,
        here: Link,
        heading: str,
        intro: str,
        offers: Iterable[Offer],
        *,
        question: str = "",
        introduction: str = "",
        questions: Sequence[Link] = (),
        said: FilterKind | None = None,
        shows_direct_help: bool = False,
        parts: Sequence[tuple[Link, list[Card]]] = (),
        website: str = "",
        is_followed: bool = False,
        has_quick_exit: bool = False,
        asked: Contact | None = None,
    ) -> Iterator[Page]:
        """Give the pages of one of them: what there is, and its neighbours.

        ``said`` is what a visitor need not say any more when looking further.
        """
        offers = list(offers)
        word = here.path.rstrip("/").rpartition("/")[2]
        listed = Listed(here.path, *self.shown.split(offers))
        section = self.path.rstrip("/")
        crumbs = (HOME_LINK, Link(self.heading, self.path), here)
        yield Page(
            here.path,
            "listing",
            heading,
            intro or heading,
            section,
            crumbs,
            {
                "heading": heading,
                "intro": intro,
                "question": question,
                "introduction": introduction,
                "icon": here.icon,
                "questions": questions,
                "entry": self._entry(said, word, len(offers)),
                "callers": callers(self.shown, offers),
                **listed.first,
                "siblings": [each for each in self.links if each != here],
                "siblings_heading": self.siblings_heading,
                "shows_direct_help": shows_direct_help,
                "parts": parts,
                "website": website,
                **({"follow": follow(self.shown, here.path)} if is_followed else {}),
            },
            has_quick_exit=has_quick_exit,
            asked=asked,
        )
        for page in listed.further(heading, section, crumbs):
            yield replace(page, has_quick_exit=has_quick_exit, asked=asked)

    def _entry(
        self, said: FilterKind | None, word: str, count: int
    ) -> QuickEntry | None:
        """Give the form to look further with, where that saves reading."""
        if said is None or count < MANY:
            return None
        return entry(self.shown, said, word)

    def former(self, here: Link, entry: Entry) -> Iterator[Page]:
        """Give the pages at the addresses of what it was called before."""
        return (moved(f"{self.path}{word}/", here) for word in entry.former)


def themes(shown: Shown) -> Iterator[Page]:
    """Give the themes and the page of each."""
    kind = _Kind(shown, urls.THEMES, "Thema's", shown.theme_links, "Andere thema's")
    yield directory(kind.path, kind.heading, "Waar zoekt u hulp bij?", kind.links)
    for theme, link in zip(shown.catalogue.vocabulary.themes, kind.links, strict=True):
        yield from kind.listing(
            link,
            theme.name,
            theme.explanation,
            shown.catalogue.by_theme(theme.word),
            said=FilterKind.THEME,
            question=theme.question,
            introduction=theme.introduction,
            questions=questions_of_theme(shown, theme),
            shows_direct_help=theme.shows_direct_help,
            is_followed=True,
            has_quick_exit=theme.needs_quick_exit,
        )
        yield from kind.former(link, theme)


def ages(shown: Shown) -> Iterator[Page]:
    """Give the ages and the page of each."""
    kind = _Kind(shown, urls.AGES, "Leeftijd", shown.age_links, "Andere leeftijden")
    yield directory(kind.path, kind.heading, "Hoe oud is uw kind?", kind.links)
    groups = shown.catalogue.vocabulary.ages.for_parents
    for group, link in zip(groups, kind.links, strict=True):
        yield from kind.listing(
            link,
            group.name,
            group.explanation,
            shown.catalogue.by_age(group),
            said=FilterKind.AGE,
            introduction=group.introduction,
            questions=questions_of_age(shown, group),
        )
        yield from kind.former(link, group)


def municipalities(shown: Shown) -> Iterator[Page]:
    """Give the municipalities and the page of each."""
    kind = _Kind(
        shown,
        urls.MUNICIPALITIES,
        "Gemeenten",
        shown.municipality_links,
        "Andere gemeenten",
    )
    yield directory(kind.path, kind.heading, "Waar woont u?", kind.links)
    for municipality, link in zip(
        shown.catalogue.vocabulary.municipalities, kind.links, strict=True
    ):
        yield from kind.listing(
            link,
            municipality.name,
            f"Woont u in {municipality.name}? Dan kunt u hier terecht.",
            shown.catalogue.by_municipality(municipality),
            said=FilterKind.AREA,
            introduction=municipality.introduction,
            questions=asked_often(shown),
            parts=_parts(shown, municipality),
            is_followed=True,
            asked=municipality.contact,
        )
        yield from kind.former(link, municipality)


def _parts(shown: Shown, municipality: Municipality) -> list[tuple[Link, list[Card]]]:
    """Give the offers that are meant for one part of a municipality."""
    found = []
    for area in municipality.areas:
        cards = [shown.card(offer) for offer in shown.catalogue.by_area(area)]
        places = wording.listed(area.places)
        found.append((Link(area.name, area.word, len(cards), places), cards))
    return found


def languages(shown: Shown) -> Iterator[Page]:
    """Give the languages and the page of each."""
    kind = _Kind(shown, urls.LANGUAGES, "Talen", shown.language_links, "Andere talen")
    intro = "Aanbod dat ook in een andere taal wordt gegeven."
    yield directory(kind.path, kind.heading, intro, kind.links)
    words = shown.catalogue.vocabulary.choices("talen")
    by_path = {urls.language_url(word): (word, words[word]) for word in words}
    for link in kind.links:
        word, entry = by_path[link.path]
        offers = shown.catalogue.by_language(word)
        yield from kind.listing(
            link,
            entry.name,
            entry.explanation or f"Aanbod in het {entry.name}.",
            offers,
            has_quick_exit=shown.needs_quick_exit(offers),
        )
        yield from kind.former(link, entry)


def programmes(shown: Shown) -> Iterator[Page]:
    """Give the programmes and the page of each."""
    kind = _Kind(
        shown,
        urls.PROGRAMMES,
        "Programma's",
        shown.programme_links,
        "Andere programma's",
    )
    intro = "Trainingen en cursussen die bij elkaar horen."
    yield directory(kind.path, kind.heading, intro, kind.links)
    for programme, link in zip(
        shown.catalogue.vocabulary.programmes, kind.links, strict=True
    ):
        offers = shown.catalogue.by_programme(programme.word)
        yield from kind.listing(
            link,
            programme.name,
            programme.explanation,
            offers,
            website=programme.website or "",
            has_quick_exit=shown.needs_quick_exit(offers),
        )
        yield from kind.former(link, programme)
