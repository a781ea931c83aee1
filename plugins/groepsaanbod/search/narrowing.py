"""What narrows a search down: where terms stand, and the offers of choices and ages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from groepsaanbod.choices import all_choices
from groepsaanbod.search.numbering import NOT_BY_CHOICE, Numbered
from groepsaanbod.vocabulary import Vocabulary

YEARS_IN_FILES = 25
MONTHS = 12


def narrowing(
    numbered: Numbered, groups: Sequence[Sequence[str]], *, each_by_itself: bool
) -> dict[str, object]:
    """Give the files for it, by their names; and one for each choice and year of life.

    These are for a region in which what has all of them is large.
    """
    choices_of_filters = _choices(numbered)
    ages = _ages(numbered)
    found: dict[str, object] = {
        "choices.json": choices_of_filters,
        "ages.json": ages,
    }
    found |= {f"group-{place}.json": each for place, each in enumerate(groups)}
    if each_by_itself:
        for name, choices in choices_of_filters.items():
            found |= {f"choice-{name}-{word}.json": choices[word] for word in choices}
        found |= {f"ages-{year}.json": each for year, each in _ages_by_year(ages)}
    return found


def _choices(numbered: Numbered) -> dict[str, dict[str, list[int]]]:
    """Give for each filter and choice its offers, as steps from one to the next."""
    vocabulary = numbered.shown.catalogue.vocabulary
    chosen = [numbered.outlooks[each.identity].choices for each in numbered.offers]
    by_filter: dict[str, dict[str, list[int]]] = {}
    for each in vocabulary.filters:
        if each.kind in NOT_BY_CHOICE:
            continue
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, choices in enumerate(chosen):
            for word in choices[each.word]:
                found[word].append(number)
        words = labels(vocabulary)[each.word]
        by_filter[each.word] = {word: _steps(found[word]) for word in words}
    return by_filter


def labels(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Give what people read for each choice of each filter."""
    return {
        each.filter.word: {choice.word: choice.name for choice in each.choices}
        for each in all_choices(vocabulary)
    }


Ages = list[tuple[int, int, list[int]]]
"""The first month of an age, the first after it, and the offers for those months."""


def _ages(numbered: Numbered) -> Ages:
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, offer in enumerate(numbered.offers):
        found[offer.ages.months].append(number)
    return [(*months, _steps(found[months])) for months in sorted(found)]


def _ages_by_year(ages: Ages) -> Iterator[tuple[int, Ages]]:
    """Give for each year of life the ages that share a month with it; -1 is unborn."""
    for year in range(-1, YEARS_IN_FILES):
        start, end = year * MONTHS, (year + 1) * MONTHS
        yield year, [each for each in ages if each[0] < end and start < each[1]]


def _steps(numbers: Sequence[int]) -> list[int]:
    return [
        number - before for before, number in zip((0, *numbers), numbers, strict=False)
    ]
