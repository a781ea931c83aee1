"""Long lists of offers on several pages: a phone cannot show ten thousand cards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groepsaanbod.pages.page import Page
from groepsaanbod.views import Card, Link, Pager

OFFERS_ON_A_PAGE = 150
"""How many offers a page lists: some hundred kilobytes, small when compressed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of offers, those one can join before the others, over its pages.

    ``path`` is where its first page stands.
    """

    path: str
    joinable: Sequence[Card]
    others: Sequence[Card]

    @property
    def first(self) -> dict[str, object]:
        """Give what the first page shows of the list."""
        return self._on(1)

    def further(self, heading: str, section: str, crumbs: Sequence[Link]) -> list[Page]:
        """Give the pages after the first; ``crumbs`` lead to that."""
        return list(self._further(heading, section, crumbs))

    def _further(
        self, heading: str, section: str, crumbs: Sequence[Link]
    ) -> Iterator[Page]:
        for number in range(2, self._total + 1):
            first = (number - 1) * OFFERS_ON_A_PAGE + 1
            last = min(number * OFFERS_ON_A_PAGE, self._count)
            numbers = f"{first} tot en met {last}" if first < last else f"{last}"
            yield Page(
                self._path_of(number),
                "further",
                f"{heading}: pagina {number} van {self._total}",
                f"Nummer {numbers} van {self._count}.",
                section,
                (*crumbs, Link(f"Pagina {number}", self._path_of(number))),
                self._on(number),
            )

    @property
    def _count(self) -> int:
        return len(self.joinable) + len(self.others)

    @property
    def _total(self) -> int:
        """Give how many pages there are; an empty list has one."""
        return max(-(-self._count // OFFERS_ON_A_PAGE), 1)

    def _path_of(self, number: int) -> str:
        return page_path(self.path, number)

    def _on(self, number: int) -> dict[str, object]:
        start, end = (number - 1) * OFFERS_ON_A_PAGE, number * OFFERS_ON_A_PAGE
        before = len(self.joinable)
        return {
            "joinable": self.joinable[start:end],
            "others": self.others[max(start - before, 0) : max(end - before, 0)],
            "pager": pager(self.path, number, self._total),
        }


def page_path(path: str, number: int) -> str:
    """Give where a page stands of a list that begins at ``path``."""
    return path if number == 1 else f"{path}pagina-{number}/"


def pager(path: str, number: int, total: int) -> Pager | None:
    """Give the way to the pages around this one, the first and the last.

    What is all on one page needs no way.
    """
    if total == 1:
        return None

    def link(to: int, name: str) -> Link:
        return Link(name, page_path(path, to))

    shown = {1, number - 1, number, number + 1, total}
    links: list[Link | None] = []
    before = 0
    for each in sorted(shown & set(range(1, total + 1))):
        if each > before + 1:
            links.append(None)
        links.append(link(each, str(each)))
        before = each
    return Pager(
        here=str(number),
        pages=tuple(links),
        previous=link(number - 1, "Vorige") if number > 1 else None,
        next=link(number + 1, "Volgende") if number < total else None,
    )
