"""The example that partners copy is right and shows everything there is."""

from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.description import keys_of
from groepsaanbod.loading import EXAMPLE_FILE, Folders, check_file
from groepsaanbod.model import OfferFile

PROJECT = Path(__file__).parent.parent
LIVE = Folders(PROJECT / "offers", PROJECT / "region")
EXAMPLE = LIVE.offers / EXAMPLE_FILE
LINES = EXAMPLE.read_text("utf-8").splitlines()


def paths_of(kind, above=""):
    """Give each key of a record with its parents, as ``groepen.start``."""
    for key in keys_of(kind).values():
        yield f"{above}{key.name}"
        if key.parts:
            yield from paths_of(key.parts, f"{above}{key.name}.")


def lines_by_path():
    """Give the number of the line on which each key of the example first stands."""
    found, parents = {}, []
    for number, line in enumerate(LINES):
        bare = line.lstrip(" -")
        name = bare.partition(":")[0]
        if not name.replace("_", "").isalpha() or ":" not in bare:
            continue
        depth = len(line) - len(bare)
        parents = [each for each in parents if each[0] < depth]
        path = ".".join([*(each[1] for each in parents), name])
        found.setdefault(path, number)
        parents.append((depth, name))
    return found


def test_the_example_is_valid():
    assert check_file(LIVE, EXAMPLE, TODAY).problems == ()


@pytest.mark.parametrize("path", [*paths_of(OfferFile)])
def test_the_example_shows_and_explains_each_key(path):
    number = lines_by_path()[path]

    assert " # " in LINES[number] or is_explained_above(number)


def is_explained_above(number):
    """Tell whether the comment before a key says if one must fill it in."""
    above = []
    for line in reversed(LINES[:number]):
        if not line.lstrip().startswith("#"):
            break
        above.append(line)
    return any("# verplicht" in line or "# mag" in line for line in above)


@pytest.mark.parametrize(
    "key", [each for each in keys_of(OfferFile).values() if each.required]
)
def test_what_an_offer_needs_comes_first_and_says_so(key):
    number = lines_by_path()[key.name]
    rest = next(n for n, line in enumerate(LINES) if "hieronder mag alles weg" in line)

    assert number < rest
    assert any("# verplicht" in line for line in LINES[max(0, number - 5) : number + 1])
