"""What the municipality asks for, worked out by hand on a small region."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, an_offer
from groepsaanbod.analysis.availability import Freshness
from groepsaanbod.analysis.figures import CostKind, Figures, Measured, Point, Split
from groepsaanbod.analysis.reached import People, ReachedInYear
from groepsaanbod.analysis.supply import Supply
from groepsaanbod.planning import (
    AimsFile,
    Certainty,
    Figure,
    MonthOfVisits,
    NormsFile,
    Planning,
)

CJG, WELZIJN, VEILIG = "cjg-rivierenland", "welzijn-waterland", "veilig-verder"
AIMS = {
    "doelen": [
        {
            "cijfer": figure,
            "nulmeting": "1",
            "doel": target,
            "uiterlijk": "2026-12-31",
            "bron": "Plan",
            "jaar": "2020",
            "zekerheid": "aanname",
        }
        for figure, target in (("aanbieders", "2"), ("gratis", "80"))
    ],
    "bekende_aanbieders": [
        {"naam": "CJG", "aanbieder": CJG, "leeftijden": ["0-12"]},
        {"naam": "Veilig", "aanbieder": VEILIG, "leeftijden": ["0-12", "12-24"]},
        {"naam": "De Kade", "leeftijden": ["12-24"], "waar": "dijkdorp"},
        {"naam": "De Gouw", "waar": "waterstad-noord"},
    ],
}
OVER = {"groepen": [{"start": "2026-09-01", "bijeenkomsten": "2"}]}


def at_work(region, *offers, visits=(), **norms):
    """Give the figures of a region with these offers alone."""
    vocabulary = region.vocabulary
    planning = Planning(
        norms=NormsFile.model_validate(norms, context=vocabulary),
        aims=AimsFile.model_validate(AIMS, context=vocabulary),
        visits=tuple(visits),
    )
    made = tuple(
        an_offer(vocabulary, partner, f"aanbod-{number}", **changes)
        for number, (partner, changes) in enumerate(offers)
    )
    supply = Supply(replace(region, offers=made, planning=planning), TODAY)
    return Figures(supply, supply.places[0])


def test_partners_that_list_what_is_to_be_seen_and_not_over_count(catalogue):
    figures = at_work(
        catalogue,
        (CJG, {}),
        (CJG, {"samen_met": [WELZIJN]}),
        (VEILIG, OVER),
        (VEILIG, {"zichtbaar": {"tot": "2026-11-01"}}),
    )

    assert [
        (each.partner.slug, each.own, each.together) for each in figures.listings
    ] == [(CJG, 2, 0), (WELZIJN, 0, 1)]
    assert figures.of(Figure.PARTNERS) == Measured(
        Figure.PARTNERS,
        2,
        aim=figures.supply.planning.aims.aims[0],
        series=(Point("nulmeting", 1), Point("nu", 2), Point("doel", 2)),
    )
    assert figures.of(Figure.PARTNERS).is_reached is True


def test_what_is_no_group_is_no_listing(catalogue):
    figures = at_work(catalogue, (CJG, {"vorm": "inloop"}), telt_niet_mee=["inloop"])

    assert figures.listings == ()
    assert figures.of(Figure.PARTNERS).is_reached is False


def test_who_lists_nothing_is_named_known_or_not(catalogue):
    figures = at_work(catalogue, (CJG, {}))

    assert [(each.name, each.ages, each.where) for each in figures.silent] == [
        ("Veilig", ("0-12", "12-24"), None),
        ("De Kade", ("12-24",), "dijkdorp"),
        ("De Gouw", (), "waterstad-noord"),
        ("Welzijn Waterland", (), None),
    ]


def test_of_a_place_only_what_is_for_its_people_counts(catalogue):
    figures = at_work(
        catalogue, (CJG, {}), (WELZIJN, {"gebieden": ["dijkdorp"], "kosten": "gratis"})
    )
    here = figures.at(figures.supply.place("dijkdorp"))

    assert figures.at(figures.place) is figures
    assert [each.partner.slug for each in here.listings] == [WELZIJN]
    assert [each.name for each in here.silent] == ["CJG", "Veilig", "De Kade"]
    assert [each.figure for each in here.all] == [
        *(Figure.PARTNERS, Figure.FREE, Figure.CHECKED, Figure.AVAILABILITY)
    ]
    assert here.of(Figure.PARTNERS).aim is None
    assert here.of(Figure.PARTNERS).series == (Point("nu", 1),)
    assert here.of(Figure.CHILDREN) is None


def reach(year, **people):
    return {"jaar": str(year), **people}


def test_people_are_added_up_by_year_and_unknown_is_not_zero(catalogue):
    figures = at_work(
        catalogue,
        (CJG, {"bereik": [reach(2025, kinderen="20", ouders="onbekend")]}),
        (CJG, {"bereik": [reach(2025, kinderen="4"), reach(2024, kinderen="7")]}),
        (VEILIG, {**OVER, "bereik": [reach(2025, jongeren="0"), reach(2024)]}),
        (WELZIJN, {"bereik": [reach(2026, ouders="6")]}),
    )

    nobody = People(None)
    assert figures.reached == (
        ReachedInYear(2026, nobody, nobody, People(6, said=1), silent=3),
        ReachedInYear(2025, People(24, said=2), People(0, said=1), nobody, silent=1),
        ReachedInYear(2024, People(7, said=1), nobody, nobody, silent=3),
    )
    assert [each.together for each in figures.reached] == [None, None, None]
    children = figures.of(Figure.CHILDREN)
    assert (children.number, children.period) == (24, "2025")
    assert children.series == (Point("2024", 7), Point("2025", 24))
    assert figures.of(Figure.PARENTS).number is None


def test_when_nobody_counted_there_is_no_year_and_no_number(catalogue):
    figures = at_work(catalogue, (CJG, {}))

    assert figures.reached == ()
    assert figures.of(Figure.CHILDREN) == Measured(Figure.CHILDREN, None)


def year_of(children, young, parents):
    return ReachedInYear(
        2025, People.of([children]), People.of([young]), People.of([parents]), 0
    )


def test_all_people_are_added_up_when_each_part_may_be_read():
    assert year_of(20, 0, 7).together == 27
    assert year_of(20, None, 7).together is None


@given(*[st.none() | st.integers(0, 12)] * 3)
def test_a_few_people_are_never_shown_nor_to_be_worked_out(children, young, parents):
    year = year_of(children, young, parents)

    for number, people in (
        (children, year.children),
        (young, year.young_people),
        (parents, year.parents),
    ):
        if number is not None and 0 < number < 5:
            assert (people.number, people.is_few) == (None, True)
            assert year.together is None
        else:
            assert (people.number, people.is_few) == (number, False)


def test_few_people_of_several_offers_together_may_be_enough():
    assert People.of([2, None, 3]) == People(5, said=2)
    assert People.of([2, None, 2]) == People(None, is_few=True, said=2)
    assert People.of([]) == People.of([None]) == People(None)


def month(year, number, visits):
    return MonthOfVisits.model_construct(
        month=date(year, number, 1),
        visits=visits,
        pages=None,
        certainty=Certainty.COUNTED,
        source="x",
    )


def test_visits_are_of_the_last_whole_months_and_a_gap_is_unknown(catalogue):
    known = [month(2026, 11, 9), month(2026, 10, 80), month(2026, 8, 60)]
    figures = at_work(catalogue, visits=known)
    visits = figures.of(Figure.VISITS)

    assert (visits.number, visits.period) == (80, "2026-10")
    assert len(visits.series) == 12
    assert visits.series[0] == Point("2025-11", None)
    assert visits.series[-3:] == (
        *(Point("2026-08", 60), Point("2026-09", None), Point("2026-10", 80)),
    )
    assert at_work(catalogue).of(Figure.VISITS).number is None


def test_free_nearly_free_and_paid_are_told_apart(catalogue):
    figures = at_work(
        catalogue,
        (CJG, {"groepen": [{"start": "2027-01-12"}]}),
        (CJG, {"kosten": {"bedrag": "5"}}),
        (CJG, {"kosten": {"bedrag": "90"}, "groepen": [{"start": "2027-01-12"}]}),
        (CJG, {"kosten": {"bedrag": "90", "toelichting": "met stadspas gratis"}}),
        bijna_gratis="10",
        passen=["stadspas"],
    )

    assert figures.costs == {
        CostKind.FREE: Split(1, 1),
        CostKind.NEARLY_FREE: Split(2, 0),
        CostKind.PAID: Split(1, 1),
    }
    free = figures.of(Figure.FREE)
    assert (free.number, free.total, free.share) == (3, 4, 75)
    assert free.is_reached is False


def test_a_share_is_rounded_and_of_nothing_it_is_unknown():
    assert Measured(Figure.FREE, 1, 3).share == 33
    assert Measured(Figure.FREE, 1, 200).share == 1
    assert Measured(Figure.FREE, 2, 3).share == 67
    assert Measured(Figure.FREE, 0, 0).share is None
    assert Measured(Figure.VISITS, 80).share is None
    assert Measured(Figure.VISITS, 80).is_reached is None


def test_each_payer_counts_and_nobody_is_said(catalogue):
    figures = at_work(
        catalogue,
        (CJG, {"financiering": ["gemeenten", "fonds"]}),
        (CJG, {"financiering": ["gemeenten"]}),
        (CJG, {}),
    )

    assert figures.payers == {"gemeenten": 2, "fonds": 1}
    assert figures.without_payer == 1


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2026-11-24", (1, 0, 0)),
        ("2026-05-24", (1, 0, 0)),
        ("2026-05-23", (0, 1, 0)),
        ("2025-11-24", (0, 1, 0)),
        ("2025-11-23", (0, 0, 1)),
        ("2025-05-23", (0, 0, 1)),
    ],
)
def test_a_check_holds_for_the_months_of_the_norm(catalogue, day, counts):
    figures = at_work(catalogue, (CJG, {"gecontroleerd_op": day}))

    assert figures.checked == counts
    assert figures.of(Figure.CHECKED).share == 100 * counts[0]


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ({"status": "open", "status_op": "2026-10-25"}, Freshness.FRESH),
        ({"status": "vol", "status_op": "2026-10-24"}, Freshness.OLD),
        ({"status": "open"}, Freshness.UNSAID),
        ({"status_op": "2026-11-20"}, Freshness.UNSAID),
        ({"status": "geannuleerd", "status_op": "2026-11-20"}, None),
    ],
)
def test_availability_is_of_groups_still_to_come(catalogue, group, found):
    figures = at_work(
        catalogue,
        (
            CJG,
            {
                "groepen": [
                    {"start": "2026-11-24", **group},
                    {"start": "2026-11-23", "instromen": "ja"},
                    {"status": "op-aanvraag"},
                ]
            },
        ),
    )

    assert figures.availability == {each: int(each is found) for each in Freshness}


def test_the_order_of_offers_changes_nothing(catalogue):
    offers = [(CJG, {}), (WELZIJN, {"kosten": {"bedrag": "5"}}), (VEILIG, OVER)]
    one, other = at_work(catalogue, *offers), at_work(catalogue, *offers[::-1])

    assert one.all == other.all
    assert one.silent == other.silent
