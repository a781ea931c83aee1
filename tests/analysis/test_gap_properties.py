"""What holds of the gaps of any offers at all, in the worked region."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import worked
from builders import an_offer
from groepsaanbod.analysis.gaps import Gaps, Kind
from groepsaanbod.analysis.supply import Supply

AGES = ("zwangerschap", *(str(years) for years in range(26)))
TOWNS = ("Haarlem", "Delftwijk", "Meerwijk", "Zandvoort", "Bergen", "Parijs")
AREAS = ("haarlem-noord", "haarlem-schalkwijk", "zandvoort", "bergen-nh")


def some(*words, least=1, most=3):
    return st.lists(st.sampled_from(words), min_size=least, max_size=most, unique=True)


@st.composite
def ages(draw):
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(AGES) - 1)] * 2)))
    return {"van": AGES[first], "tot_en_met": AGES[last]}


GROUP = st.fixed_dictionaries(
    {
        "start": st.dates(worked.DAY.replace(month=1), worked.DAY.replace(year=2028)),
        "bijeenkomsten": st.integers(1, 9),
    },
    optional={
        "tijd": st.sampled_from(["9:30-11:00", "19:30-21:00"]),
        "status": st.sampled_from(
            ["open", "vol", "bijna-vol", "op-aanvraag", "gepland"]
        ),
        "taal": st.sampled_from(["nederlands", "turks"]),
    },
).map(lambda keys: {key: str(value) for key, value in keys.items()})

OFFER = st.fixed_dictionaries(
    {
        "doelgroep": some("ouders", "kinderen", "jongeren", "professionals").filter(
            lambda words: words != ["professionals"]
        ),
        "leeftijd": ages(),
        "themas": some("opvoeden", "zwanger-baby", "scheiding", "angst", "alcohol"),
        "vorm": st.sampled_from(["training", "cursus", "inloop"]),
        "gebieden": st.one_of(st.just(["regio"]), st.just(["haarlem"]), some(*AREAS)),
        "kosten": st.sampled_from(["gratis", {"bedrag": "4"}, {"bedrag": "90"}]),
        "aanmelden": st.sampled_from(
            [{"hoe": "zelf-aanmelden"}, {"hoe": "via-verwijzing"}]
        ),
        "groepen": st.lists(GROUP, max_size=2),
        "uitvoering": st.sampled_from(["op-locatie", "online", "gemengd"]),
        "locaties": some(*TOWNS, least=0).map(
            lambda towns: [{"naam": town, "plaats": town} for town in towns]
        ),
        "talen": some("nederlands", "turks", least=0),
    }
)
"""The Dutch keys of an offer that counts, unless its groups are over."""

PARTNERS = ("buurtkracht", "cjg", "duinrand", "kinderkracht", "strandlicht")
WITH_PARTNER = st.tuples(st.sampled_from(PARTNERS), OFFER)
JOINABLE = {"groepen": [{"status": "op-aanvraag"}]}


@pytest.fixture(scope="module")
def gaps_of(worked_catalogue):
    """Give the gaps of these offers, besides those of the worked region."""

    def gaps_of(*written, **changes):
        offers = tuple(
            an_offer(worked_catalogue.vocabulary, partner, f"aanbod-{number}", **keys)
            for number, (partner, keys) in enumerate(written)
        )
        catalogue = replace(worked_catalogue, **changes)
        both = replace(catalogue, offers=catalogue.offers + offers)
        return Gaps(Supply(both, worked.DAY))

    return gaps_of


BADNESS = {kind: number for number, kind in enumerate(Kind)}


def said(cell):
    """Give all that a report says of a cell, whatever the order of the offers."""
    return (
        cell.kind,
        {each.offer.identity for each in cell.existing},
        {each.offer.identity for each in cell.joinable},
        cell.norm,
        cell.warnings,
        cell.elsewhere,
    )


def said_of_all(gaps):
    return {key: said(cell) for key, cell in gaps.cells.items()}


@settings(max_examples=60)
@given(others=st.lists(WITH_PARTNER, max_size=4), added=WITH_PARTNER)
def test_one_more_joinable_offer_never_worsens_a_cell(gaps_of, others, added):
    partner, keys = added
    before = gaps_of(*others)
    after = gaps_of(*others, (partner, keys | JOINABLE))
    assert len(after.supply.offers) == len(before.supply.offers) + 1
    for key, cell in before.cells.items():
        now = after.cells[key]
        assert BADNESS[now.kind] >= BADNESS[cell.kind]
        is_not_expected = cell.kind is Kind.NOT_EXPECTED
        assert is_not_expected is (now.kind is Kind.NOT_EXPECTED)


@settings(max_examples=60)
@given(others=st.lists(WITH_PARTNER, max_size=4), added=WITH_PARTNER)
def test_one_more_offer_can_only_add_to_the_counts(gaps_of, others, added):
    before, after = gaps_of(*others), gaps_of(*others, added)
    for key, cell in before.cells.items():
        _, existing, joinable, *_ = said(cell)
        _, existing_now, joinable_now, *_ = said(after.cells[key])
        assert existing <= existing_now
        assert joinable <= joinable_now <= existing_now


@settings(max_examples=60)
@given(written=st.lists(WITH_PARTNER, max_size=5), data=st.data())
def test_the_order_of_offers_and_figures_changes_nothing(gaps_of, written, data):
    gaps = gaps_of(*written)
    catalogue, planning = gaps.supply.catalogue, gaps.supply.planning
    other = replace(
        catalogue,
        offers=tuple(data.draw(st.permutations(catalogue.offers))),
        planning=replace(
            planning,
            inhabitants=tuple(data.draw(st.permutations(planning.inhabitants))),
            questions=tuple(data.draw(st.permutations(planning.questions))),
        ),
    )
    shuffled = Gaps(Supply(other, worked.DAY))
    assert said_of_all(shuffled) == said_of_all(gaps)
    places = gaps.supply.places
    assert [
        (each.cell.key, each.demand.weight) for each in shuffled.ranking(places).all
    ] == [(each.cell.key, each.demand.weight) for each in gaps.ranking(places).all]


@pytest.mark.parametrize(
    "changes",
    [
        {"zichtbaar": {"van": "2026-11-24"}},
        {"zichtbaar": {"tot": "2026-11-22"}},
        {"vorm": "spreekuur"},
        {"doelgroep": ["professionals"]},
        {"groepen": [{"start": "2026-09-01", "bijeenkomsten": "4"}]},
        {"groepen": [{"start": "2027-01-12", "status": "geannuleerd"}]},
        {"groepen": [{"status": "afgelopen"}]},
        {
            "groepen": [],
            "inloop": [{"dag": "maandag", "tijd": "9:00-10:00", "tot": "2026-11-22"}],
        },
    ],
    ids=str,
)
@settings(max_examples=20)
@given(added=WITH_PARTNER)
def test_what_does_not_count_changes_nothing(gaps_of, changes, added):
    partner, keys = added
    with_it = gaps_of((partner, keys | JOINABLE | changes))
    assert said_of_all(with_it) == said_of_all(gaps_of())


@settings(max_examples=40)
@given(written=st.lists(WITH_PARTNER, max_size=4))
def test_an_unknown_place_is_never_elsewhere(gaps_of, written):
    nowhere = [
        (partner, keys | JOINABLE | {"locaties": [], "uitvoering": "op-locatie"})
        for partner, keys in written
    ]
    gaps = gaps_of(*nowhere, offers=())
    assert Kind.ELSEWHERE not in {cell.kind for cell in gaps.cells.values()}


KNOWN, UNKNOWN, ABSENT = "known", "unknown", "absent"


def _less_known(inhabitants, drawn):
    bands = [(band, next(drawn)) for band in inhabitants.ages]
    kept = tuple(
        band.model_copy(update={"number": None}) if what == UNKNOWN else band
        for band, what in bands
        if what != ABSENT
    )
    return inhabitants.model_copy(update={"ages": kept})


@settings(max_examples=60)
@given(st.lists(st.sampled_from([KNOWN, UNKNOWN, ABSENT]), min_size=40, max_size=40))
def test_who_is_not_counted_is_unknown_and_not_nobody(gaps_of, what):
    gaps = gaps_of()
    planning = gaps.supply.planning
    drawn = iter(what)
    counts = tuple(_less_known(each, drawn) for each in planning.inhabitants)
    less_known = gaps_of(planning=replace(planning, inhabitants=counts))
    for (theme, *_), cell in gaps.cells.items():
        known = gaps.demands.of(cell.place, cell.ages, theme).children
        now = less_known.demands.of(cell.place, cell.ages, theme).children
        if now is not None:
            assert now.number == pytest.approx(known.number)
    places = gaps.supply.places
    assert len(less_known.ranking(places).all) == len(gaps.ranking(places).all)


@settings(max_examples=60)
@given(kept=st.lists(st.booleans(), min_size=4, max_size=4))
def test_what_was_not_asked_is_unknown_and_not_zero(gaps_of, kept):
    gaps = gaps_of()
    planning = gaps.supply.planning
    drawn = iter(kept)
    sources = tuple(
        source.model_copy(
            update={"asked": tuple(each for each in source.asked if next(drawn))}
        )
        for source in planning.questions
    )
    told = [(asked.theme, asked.share) for source in sources for asked in source.asked]
    assume(len(told) < 4)
    less_known = gaps_of(planning=replace(planning, questions=sources))
    for theme in gaps.themes:
        shares = [share for word, share in told if word == theme.word]
        share = less_known.demands.shares.get(theme.word)
        if shares:
            assert share.percent == sum(shares) / len(shares)
        else:
            assert share is None
