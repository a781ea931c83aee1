"""The kinds, reasons and ranking of cells, against what was worked out by hand."""

from dataclasses import replace

import pytest

import worked
from builders import an_offer
from groepsaanbod.analysis.gaps import Gaps, Kind
from groepsaanbod.analysis.supply import Supply
from groepsaanbod.planning import Norm


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


def _gaps(catalogue, *offers, **norms):
    planning = catalogue.planning
    norms = planning.norms.model_copy(update=norms)
    changed = replace(catalogue, offers=offers, planning=replace(planning, norms=norms))
    return Gaps(Supply(changed, worked.DAY))


@pytest.fixture
def offer(worked_catalogue):
    """Give an offer on opvoeden for 4 to 12, which one can join by asking."""

    def offer(slug="samen", partner="cjg", **changes):
        usual = {
            "themas": ["opvoeden"],
            "leeftijd": {"van": "4", "tot_en_met": "11"},
            "gebieden": ["haarlem"],
            "groepen": [{"status": "op-aanvraag"}],
        }
        keys = usual | changes
        return an_offer(worked_catalogue.vocabulary, partner, slug, **keys)

    return offer


def test_of_the_norms_that_fit_the_last_holds(worked_catalogue, offer):
    written = [
        {"waar": "haarlem", "minstens": "3"},
        {"thema": "opvoeden", "leeftijd": "4-12", "minstens": "2"},
        {"thema": "angst", "minstens": "5"},
        {"waar": "regio", "minstens": "0"},
    ]
    norms = tuple(
        Norm.model_validate(
            each | {"waarom": "Zo is het."}, context=worked_catalogue.vocabulary
        )
        for each in written
    )
    gaps = _gaps(worked_catalogue, offer(), norms=norms, usual=4)

    def asked(theme, ages, place):
        cell = gaps.cell(theme, ages, place)
        return cell.norm, cell.norm_from

    assert asked("opvoeden", "4-12", "haarlem") == (2, norms[1])
    assert asked("opvoeden", "0-4", "haarlem") == (3, norms[0])
    assert asked("angst", "0-4", "haarlem") == (5, norms[2])
    assert asked("angst", "0-4", "regio") == (0, norms[3])
    assert asked("opvoeden", "0-4", "zandvoort") == (4, None)
    assert gaps.cell("opvoeden", "4-12", "haarlem").kind is Kind.BELOW_NORM
    assert gaps.cell("opvoeden", "4-12", "regio").kind is Kind.ENOUGH


def test_where_nothing_is_expected_an_offer_changes_no_kind(worked_catalogue, offer):
    gaps = _gaps(worked_catalogue, offer(themas=["zwanger-baby"]))
    cell = gaps.cell("zwanger-baby", "4-12", "haarlem")
    assert cell.kind is Kind.NOT_EXPECTED
    assert not cell.kind.is_gap
    assert cell.why_not_expected == "Dit gaat over een kind dat nog geen vier is."
    assert len(cell.joinable) == 1


@pytest.mark.parametrize(
    ("areas", "place", "expected"),
    [
        (["haarlem-noord"], "haarlem-schalkwijk", ("haarlem-noord",)),
        (["haarlem-noord"], "zandvoort", ("haarlem",)),
        (["haarlem-noord"], "haarlem", ()),
        (["zandvoort"], "haarlem-noord", ("zandvoort",)),
        (["haarlem-noord", "zandvoort"], "bergen-nh", ("haarlem", "zandvoort")),
        (["zandvoort"], "regio", ()),
        (["haarlem"], "haarlem-noord", ()),
    ],
)
def test_elsewhere_is_where_people_can_join_what_nobody_can_here(
    areas, place, expected, worked_catalogue, offer
):
    gaps = _gaps(worked_catalogue, offer(gebieden=areas))
    assert gaps.cell("opvoeden", "4-12", place).elsewhere == expected


def test_what_nobody_can_join_is_not_elsewhere(worked_catalogue, offer):
    full = offer(groepen=[{"start": "2027-01-12", "status": "vol"}])
    gaps = _gaps(worked_catalogue, full)
    assert gaps.cell("opvoeden", "4-12", "zandvoort").elsewhere == ()


def test_parts_that_are_a_municipality_together_do_not_fill_it_partly(
    worked_catalogue, offer
):
    north = offer("noord", gebieden=["haarlem-noord"])
    south = offer("zuid", gebieden=["haarlem-schalkwijk"])
    alone = _gaps(worked_catalogue, north).cell("opvoeden", "4-12", "haarlem")
    both = _gaps(worked_catalogue, north, south).cell("opvoeden", "4-12", "haarlem")
    assert "deels" in alone.warnings
    assert "deels" not in both.warnings


def test_what_two_partners_give_together_is_not_fragile(worked_catalogue, offer):
    alone = _gaps(worked_catalogue, offer())
    together = _gaps(worked_catalogue, offer(samen_met=["duinrand"]))
    twice = _gaps(worked_catalogue, offer("een"), offer("twee"))
    key = ("opvoeden", "4-12", "haarlem")
    assert "kwetsbaar" in alone.cell(*key).warnings
    assert "kwetsbaar" not in together.cell(*key).warnings
    assert "kwetsbaar" in twice.cell(*key).warnings


def test_for_parents_and_professionals_together_an_offer_counts(
    worked_catalogue, offer
):
    gaps = _gaps(worked_catalogue, offer(doelgroep=["ouders", "professionals"]))
    assert gaps.cell("opvoeden", "4-12", "haarlem").kind is Kind.ENOUGH


@pytest.mark.parametrize(
    ("changes", "place", "kind"),
    [
        (
            {"locaties": [{"naam": "Hal", "plaats": "Parijs"}]},
            "haarlem",
            "alleen elders",
        ),
        ({"locaties": [{"naam": "Hal", "plaats": "Parijs"}]}, "regio", "alleen elders"),
        ({"locaties": [{"naam": "Hal", "plaats": "Bergen"}]}, "regio", "voldoende"),
        (
            {"locaties": [{"naam": "Hal", "plaats": "Bergen"}]},
            "haarlem",
            "alleen elders",
        ),
        (
            {"locaties": [{"naam": "Hal", "plaats": "Meerwijk"}]},
            "haarlem-noord",
            "voldoende",
        ),
        ({}, "haarlem", "voldoende"),
        ({"adres_geheim": "ja"}, "haarlem", "voldoende"),
    ],
)
def test_elsewhere_is_outside_the_municipality(
    changes, place, kind, worked_catalogue, offer
):
    gaps = _gaps(worked_catalogue, offer(**changes))
    assert gaps.cell("opvoeden", "4-12", place).kind == kind


def test_a_word_that_the_region_does_not_know_is_no_cell(gaps):
    with pytest.raises(KeyError):
        gaps.cell("opvoeden", "4-12", "parijs")
