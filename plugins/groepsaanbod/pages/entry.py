"""The short form that leads to what fits an age, a subject and a place."""

from dataclasses import dataclass

from groepsaanbod.finding import FilterKind
from groepsaanbod.pages.shown import Shown
from groepsaanbod.vocabulary import Municipality, Theme

SEARCH_BOX = "q"
"""Where people type. It understands ``peuter``; the filter of ages wants a number."""
AGE_EXAMPLES = ("zwanger", "6 maanden", *(f"{year} jaar" for year in range(1, 19)))
"""Ages as one can type them, to choose from."""


@dataclass(frozen=True, slots=True)
class QuickEntry:
    """What one can say, with what the search page calls it: empty when it has no such.

    On the page of a theme or a place that part is said already: ``said`` is what the
    search page calls it, with its word.
    """

    age_word: str
    theme_word: str
    area_word: str
    ages: tuple[str, ...]
    themes: tuple[Theme, ...]
    municipalities: tuple[Municipality, ...]
    said: tuple[str, str] | None = None


def entry(shown: Shown, kind: FilterKind | None = None, word: str = "") -> QuickEntry:
    """Give the form, of which one kind may be said already with a word."""
    vocabulary = shown.catalogue.vocabulary
    words = {each.kind: each.word for each in vocabulary.filters}
    said = None
    if kind and (name := words.pop(kind, "")):
        said = (SEARCH_BOX if kind is FilterKind.AGE else name, word)
    return QuickEntry(
        age_word=words.get(FilterKind.AGE, ""),
        theme_word=words.get(FilterKind.THEME, ""),
        area_word=words.get(FilterKind.AREA, ""),
        ages=AGE_EXAMPLES,
        themes=vocabulary.themes,
        municipalities=vocabulary.municipalities,
        said=said,
    )
