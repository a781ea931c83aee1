"""The kinds, reasons and ranking of cells, against what was worked out by hand."""

import pytest

import worked
from groepsaanbod.analysis.gaps import Gaps
from groepsaanbod.analysis.supply import Supply


@pytest.fixture(scope="module")
def gaps(worked_catalogue):
    return Gaps(Supply(worked_catalogue, worked.DAY))


EMPTY = ("0", "0", "geen aanbod", "-", "-")


def _as_written(gaps, cell):
    names = [gaps.supply.place(word).name for word in cell.elsewhere]
    return (
        str(len(cell.existing)),
        str(len(cell.joinable)),
        str(cell.kind),
        ", ".join(cell.warnings) or "-",
        ", ".join(names) or "-",
    )


def test_every_cell_is_as_worked_out_by_hand(gaps):
    by_hand = {row[:3]: row[3:] for row in worked.expected("expected.txt")}
    found = {
        (place, theme, ages): _as_written(gaps, cell)
        for (theme, ages, place), cell in gaps.cells.items()
    }
    assert by_hand.keys() <= found.keys()
    assert found == {key: by_hand.get(key, EMPTY) for key in found}


def _weight(number):
    return "onbekend" if number is None else f"{number:g}".replace(".", ",")


def test_the_ranking_is_as_worked_out_by_hand(gaps):
    ranking = gaps.ranking(
        place for place in gaps.supply.places if not place.is_region | place.is_area
    )
    ranks = [str(rank) for rank in range(1, len(ranking.weighed) + 1)]
    ranks += ["-"] * len(ranking.without_share) + ["?"] * len(ranking.without_children)
    assert [
        (
            rank,
            each.cell.place.word,
            each.cell.theme.word,
            each.cell.ages.word,
            str(each.cell.kind),
            _weight(each.demand.children and each.demand.children.number),
            _weight(each.demand.share and each.demand.share.percent),
            _weight(each.demand.weight),
        )
        for rank, each in zip(ranks, ranking.all, strict=True)
    ] == worked.expected("expected-ranking.txt")
