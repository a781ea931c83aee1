"""Which offers overlap, how much, and in which groups."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import worked
from builders import TODAY, an_offer
from groepsaanbod.analysis import overlap
from groepsaanbod.analysis.likeness import Likeness
from groepsaanbod.analysis.overlap import Overlaps
from groepsaanbod.analysis.supply import Supply
from groepsaanbod.keeping import Kept
from groepsaanbod.planning import NormsFile, Planning

CJG, VEILIG, WELZIJN = "cjg-rivierenland", "veilig-verder", "welzijn-waterland"
SOON = {"groepen": [{"start": "2027-01-12"}]}
KIES = SOON | {
    "titel": "KIES voor kinderen",
    "doelgroep": ["kinderen"],
    "leeftijd": {"van": "8", "tot_en_met": "12"},
    "themas": ["scheiding"],
    "methode": {"naam": "KIES"},
}


def overlaps_of(catalogue, *offers, **norms):
    planning = Planning(norms=NormsFile.model_validate(norms))
    changed = replace(catalogue, offers=offers, planning=planning)
    return Overlaps(Supply(changed, TODAY))


def rows(pairs):
    """Give what tells pairs apart, one line each."""
    return [
        " ".join(
            (
                *pair.key,
                f"{pair.score:.3f}",
                *(f"{share.shared}/{share.total}" for share in pair.shares),
                pair.facts,
            )
        )
        for pair in pairs
    ]


@pytest.fixture
def pair_of(vocabulary, catalogue):
    """Give the pair of two offers by different partners with these keys, or None."""

    def pair_of(first, second, **norms):
        one = an_offer(vocabulary, CJG, "een", **SOON | first)
        two = an_offer(vocabulary, WELZIJN, "twee", **SOON | second)
        return next(iter(overlaps_of(catalogue, one, two, **norms).pairs), None)

    return pair_of


def test_the_worked_example_of_kies_by_two_partners(vocabulary, catalogue):
    full = KIES | {
        "gebieden": ["waterstad", "dijkdorp"],
        "groepen": [{"start": "2027-01-12", "status": "vol"}],
    }
    wide = KIES | {
        "leeftijd": {"van": "7", "tot_en_met": "12"},
        "kosten": {"bedrag": "15"},
        "groepen": [{"start": "2027-03-02", "status": "open"}],
    }
    found = overlaps_of(
        catalogue,
        an_offer(vocabulary, CJG, "kies", **full),
        an_offer(vocabulary, WELZIJN, "kies-in-de-wijk", **wide),
    )

    assert rows(found.pairs) == [
        (
            "cjg-rivierenland/kies welzijn-waterland/kies-in-de-wijk"
            " 0.858 1/1 60/72 1/1 1/2 0,86, zelfde aanbod"
        )
    ]
    assert found.number == 1


@pytest.mark.parametrize(
    ("first", "second", "areas"),
    [
        (["waterstad"], ["waterstad"], (1, 1)),
        (["waterstad", "dijkdorp"], ["waterstad"], (1, 2)),
        (["waterstad-noord"], ["waterstad"], (1, 2)),
        (["waterstad-noord", "waterstad-zuid"], ["waterstad"], (1, 1)),
        (["waterstad-noord", "dijkdorp"], ["waterstad"], (1, 4)),
        (["regio"], ["waterstad", "dijkdorp", "polderland"], (1, 1)),
        (["regio"], ["waterstad-zuid"], (1, 6)),
    ],
)
def test_a_municipality_weighs_one_and_its_areas_their_part(
    pair_of, first, second, areas
):
    found = pair_of({"gebieden": first}, {"gebieden": second})

    assert found.shares.areas == areas


@pytest.mark.parametrize(
    "changes",
    [
        {"themas": ["angst"]},
        {"doelgroep": ["jongeren"]},
        {"gebieden": ["dijkdorp"]},
        {"leeftijd": {"van": "7", "tot_en_met": "9"}},
        {"leeftijd": {"van": "6 maanden", "tot_en_met": "13 maanden"}},
        {"groepen": []},
        {"groepen": [{"start": "2026-11-23"}]},
        {"groepen": [{"start": "2027-01-12", "status": "geannuleerd"}]},
        {"groepen": [{"status": "uitgesteld"}]},
        {"groepen": [{"start": "2027-11-24"}]},
        {"zichtbaar": {"van": "2026-11-25"}},
    ],
)
def test_without_something_of_each_two_offers_do_not_overlap(pair_of, changes):
    two_years = {"leeftijd": {"van": "1", "tot_en_met": "6"}}
    assert pair_of(two_years, two_years)

    assert pair_of(two_years, two_years | changes, overlap={"tonen_vanaf": "0"}) is None


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        (("8", "12"), ("12", "15"), (12, 96)),
        (("8", "8"), ("8", "12"), (12, 60)),
        (("zwangerschap", "zwangerschap"), ("zwangerschap", "1"), (9, 33)),
        (("20 maanden", "24 maanden"), ("22 maanden", "30 maanden"), (3, 11)),
        (("20 maanden", "23 maanden"), ("22 maanden", "30 maanden"), (2, 11)),
        (("20 maanden", "24 maanden"), ("23 maanden", "30 maanden"), None),
        (("11 maanden", "22 maanden"), ("12 maanden", "30 maanden"), (11, 20)),
    ],
)
def test_ages_have_12_months_in_common_or_half_of_the_shorter(
    pair_of, first, second, months
):
    found = pair_of(
        {"leeftijd": dict(zip(("van", "tot_en_met"), first, strict=True))},
        {"leeftijd": dict(zip(("van", "tot_en_met"), second, strict=True))},
    )

    assert (found and found.shares.ages) == months


def test_no_place_parts_what_is_online(pair_of):
    here = {"gebieden": ["waterstad"], "groepen": []}
    there = {"gebieden": ["dijkdorp", "polderland"], "groepen": []}
    online = {"uitvoering": "online"}

    found = pair_of(here | online, there | online)
    assert found.shares.areas == (1, 1)
    assert found.are_both_online
    assert pair_of(here | online, there | {"uitvoering": "gemengd"} | SOON) is None


def test_partners_that_give_it_together_do_not_overlap(vocabulary, catalogue):
    for first, second in (
        ({"samen_met": [WELZIJN]}, {}),
        ({}, {"samen_met": [CJG]}),
    ):
        one = an_offer(vocabulary, CJG, "een", **SOON | first)
        two = an_offer(vocabulary, WELZIJN, "twee", **SOON | second)
        three = an_offer(vocabulary, VEILIG, "drie", **SOON)
        found = overlaps_of(catalogue, one, two, three)

        assert [pair.key for pair in found.pairs] == [
            ("cjg-rivierenland/een", "veilig-verder/drie"),
            ("veilig-verder/drie", "welzijn-waterland/twee"),
        ]
        assert found.within_partner == ()


def test_pairs_of_one_partner_stand_apart(vocabulary, catalogue):
    one = an_offer(vocabulary, CJG, "een", **SOON)
    two = an_offer(vocabulary, CJG, "twee", **SOON)
    found = overlaps_of(catalogue, one, two)

    assert found.pairs == ()
    assert rows(found.within_partner) == [
        (
            "cjg-rivierenland/een cjg-rivierenland/twee"
            " 1.000 1/1 72/72 1/1 1/1 1,00, zelfde aanbod"
        )
    ]
    assert (found.number, found.number_within) == (0, 1)


@pytest.mark.parametrize(
    ("first", "second", "facts"),
    [
        ({"methode": {"naam": "Triple P"}}, {"methode": {"naam": "triple-p"}}, "same"),
        ({"methode": {"naam": "Triple P"}}, {"methode": {"naam": "KIES"}}, "differ"),
        ({"titel": "Opvoeden & zo"}, {"titel": "Opvoeden en zo"}, "same"),
        ({"titel": "Training: Rots en Water"}, {"titel": "Rots & water"}, "same"),
        ({"titel": "Puberpraat in mei"}, {"titel": "Puberpraten in mei"}, "same"),
        ({"titel": "Een training voor mijn kind"}, {"titel": "Het kind"}, "differ"),
        ({"titel": "Alles over slapen"}, {"titel": "Rust in huis"}, "differ"),
    ],
)
def test_the_same_method_or_nearly_the_same_title_is_the_same_offer(
    pair_of, first, second, facts
):
    titles = ({"titel": "Rustige nachten"}, {"titel": "Beter slapen"})
    found = pair_of(titles[0] | first, titles[1] | second)

    expected = {"same": "1,00, zelfde aanbod", "differ": "1,00"}
    assert found.facts == expected[facts]


def test_weights_and_the_least_score_are_those_of_the_region(pair_of):
    changes = {"doelgroep": ["ouders", "kinderen"], "gebieden": ["regio"]}
    weights = {"themas": "10", "leeftijd": "10", "doelgroep": "50", "gebieden": "30"}

    assert pair_of({}, changes).score == pytest.approx(0.35 + 0.25 + 0.1 + 0.2 / 3)
    for shown_from, is_shown in (("55", True), ("56", False)):
        norms = weights | {"tonen_vanaf": shown_from}
        assert bool(pair_of({}, changes, overlap=norms)) is is_shown


def test_a_score_of_exactly_the_least_is_shown(pair_of):
    themes = {"themas": ["slapen", "angst", "somberheid"]}
    changes = {"doelgroep": ["ouders", "kinderen"], "gebieden": ["waterstad-noord"]}
    weights = {"themas": "60", "leeftijd": "10", "doelgroep": "15", "gebieden": "15"}

    found = pair_of(themes, changes, overlap=weights | {"tonen_vanaf": "45"})
    assert found.score == pytest.approx(0.6 / 3 + 0.1 + 0.15 / 2 + 0.15 / 2)
    assert found.score == 0.45


def test_between_finds_a_pair_in_either_order(vocabulary, catalogue):
    one = an_offer(vocabulary, CJG, "een", **SOON)
    two = an_offer(vocabulary, WELZIJN, "twee", **SOON)
    three = an_offer(vocabulary, WELZIJN, "drie", **SOON)
    other = an_offer(vocabulary, VEILIG, "anders", **SOON | {"themas": ["angst"]})
    found = overlaps_of(catalogue, one, two, three, other)
    names = [each.identity for each in (one, two, three, other)]

    assert found.between(names[0], names[1]) == found.between(names[1], names[0])
    assert found.between(names[0], names[1]) in found.pairs
    assert found.between(names[1], names[2]) == found.within_partner[0]
    assert found.between(names[0], names[3]) is None
    assert found.between(names[0], names[0]) is None
    assert found.between(names[0], "niemand/niets") is None


def test_counts_and_lists_by_theme_partner_and_place(vocabulary, catalogue):
    found = overlaps_of(
        catalogue,
        an_offer(vocabulary, CJG, "a", **SOON | {"gebieden": ["regio"]}),
        an_offer(vocabulary, WELZIJN, "b", **SOON),
        an_offer(vocabulary, WELZIJN, "c", **SOON | {"themas": ["slapen", "angst"]}),
        an_offer(
            vocabulary,
            VEILIG,
            "d",
            **SOON | {"themas": ["angst", "slapen"], "gebieden": ["regio"]},
        ),
    )
    region = found.supply.place("regio")
    village = found.supply.place("dijkdorp")

    assert [pair.key for pair in found.best_of_partner[VEILIG]] == [
        ("veilig-verder/d", "welzijn-waterland/c"),
        ("cjg-rivierenland/a", "veilig-verder/d"),
        ("veilig-verder/d", "welzijn-waterland/b"),
    ]
    counts = found.counts(region)
    assert counts.pairs == len(found.pairs) == 5
    assert counts.by_theme == {"slapen": 5, "angst": 1}
    assert counts.by_partner == {CJG: 3, VEILIG: 3, WELZIJN: 4}
    assert found.counts(village).by_partner == {CJG: 1, VEILIG: 1}
    assert [pair.key for pair in found.only_in(village, found.pairs)] == [
        ("cjg-rivierenland/a", "veilig-verder/d")
    ]


def test_clusters_are_groups_of_three_or_more_that_all_overlap(vocabulary, catalogue):
    both = {"themas": ["slapen", "angst"]}
    found = overlaps_of(
        catalogue,
        an_offer(vocabulary, CJG, "a", **SOON | both),
        an_offer(vocabulary, VEILIG, "b", **SOON | both),
        an_offer(vocabulary, WELZIJN, "c", **SOON | both),
        an_offer(vocabulary, WELZIJN, "d", **SOON),
    )

    assert [
        (
            cluster.theme.word,
            cluster.ages.word,
            cluster.place.word,
            [each.offer.slug for each in cluster.offers],
        )
        for cluster in found.clusters
    ] == [
        ("slapen", "0-12", "waterstad", ["a", "b", "c"]),
        ("slapen", "0-12", "waterstad", ["a", "b", "d"]),
        ("angst", "0-12", "waterstad", ["a", "b", "c"]),
    ]


def test_a_member_of_a_group_is_found_though_its_first_neighbour_has_no_room(
    vocabulary, catalogue
):
    def offer(partner, slug, first, last):
        ages = {"leeftijd": {"van": first, "tot_en_met": last}}
        return an_offer(vocabulary, partner, slug, **SOON | ages)

    found = overlaps_of(
        catalogue,
        offer(CJG, "a-jong", "0", "3"),
        offer(CJG, "b-oud", "7", "9"),
        offer(VEILIG, "c", "3", "8"),
        offer(WELZIJN, "d", "4", "9"),
        overlap={"tonen_vanaf": "80"},
    )

    assert [[each.offer.slug for each in group.offers] for group in found.clusters] == [
        ["b-oud", "c", "d"]
    ]


def test_of_more_pairs_than_fit_the_best_stay_and_all_are_counted(
    vocabulary, catalogue, monkeypatch
):
    monkeypatch.setattr(overlap, "MOST_PAIRS", 3)
    offers = [
        an_offer(vocabulary, partner, f"{partner[:3]}-{last}", **SOON | ages)
        for partner in (CJG, WELZIJN)
        for last in (4, 5, 6)
        for ages in [{"leeftijd": {"van": "1", "tot_en_met": str(last)}}]
    ]
    found = overlaps_of(catalogue, *offers)

    assert [pair.key for pair in found.pairs] == [
        (f"cjg-rivierenland/cjg-{last}", f"welzijn-waterland/wel-{last}")
        for last in (4, 5, 6)
    ]
    assert found.number == 9
    assert found.counts(found.supply.place("regio")).by_partner[CJG] == 9
    monkeypatch.setattr(overlap, "MOST_PAIRS", 4)
    more = overlaps_of(catalogue, *offers).pairs
    assert more[:3] == found.pairs
    assert more[3].key == ("cjg-rivierenland/cjg-5", "welzijn-waterland/wel-6")
    monkeypatch.setattr(overlap, "MOST_PAIRS", 9)
    every = overlaps_of(catalogue, *offers).pairs
    assert len(every) == 9
    assert {more[3].score} == {max(pair.score for pair in every if pair.score < 1)}


def all_that_is_found(overlaps):
    places = overlaps.supply.places
    return (
        *(overlaps.pairs, overlaps.number, overlaps.within_partner),
        *(overlaps.number_within, overlaps.clusters, *map(overlaps.counts, places)),
    )


@pytest.fixture
def supply_with(vocabulary, catalogue):
    """Give four offers that overlap, and one that is changed."""
    others = [
        an_offer(vocabulary, partner, slug, **KIES)
        for partner in (CJG, VEILIG)
        for slug in ("een", "twee")
    ]

    def supply_with(**changed):
        offer = an_offer(vocabulary, WELZIJN, "drie", **KIES | changed)
        return overlaps_of(catalogue, *others, offer).supply

    return supply_with


@pytest.fixture
def found_in_a_build(tmp_path):
    """Give all that a build finds in a supply when it knows the last one."""

    def found_in_a_build(supply):
        kept = Kept(tmp_path / "kept.sqlite")
        found = all_that_is_found(Overlaps(supply, kept))
        kept.close()
        return found

    return found_in_a_build


def test_what_was_found_is_not_looked_for_again(
    supply_with, found_in_a_build, monkeypatch
):
    found_in_a_build(supply_with())
    changed = supply_with(titel="Iets anders", kosten={"bedrag": "25"})
    expected = all_that_is_found(Overlaps(changed))
    monkeypatch.delattr(Likeness, "alike")

    assert found_in_a_build(changed) == expected
    with pytest.raises(AttributeError, match="alike"):
        found_in_a_build(supply_with(themas=["slapen"]))


@pytest.mark.parametrize(
    "changed",
    [
        {"themas": ["slapen"]},
        {"leeftijd": {"van": "8", "tot_en_met": "11"}},
        {"doelgroep": ["ouders"]},
        {"gebieden": ["dijkdorp"]},
        {"uitvoering": "online"},
        {"groepen": [{"start": "2026-01-12"}]},
        {"samen_met": [VEILIG]},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_can_change_is_looked_for_again(supply_with, found_in_a_build, changed):
    before = found_in_a_build(supply_with())
    now = supply_with(**changed)

    assert found_in_a_build(now) == all_that_is_found(Overlaps(now)) != before


PARTNERS = (CJG, VEILIG, WELZIJN)
THEMES = ("slapen", "angst", "somberheid", "scheiding")
AUDIENCES = ("ouders", "ouders-met-kind", "kinderen")
PARTS = {
    "waterstad-noord": {"waterstad-noord"},
    "waterstad": {"waterstad-noord", "waterstad-zuid"},
    "dijkdorp": {"dijkdorp"},
    "polderland": {"polderland"},
    "regio": {"waterstad-noord", "waterstad-zuid", "dijkdorp", "polderland"},
}
WEIGHTS = {"dijkdorp": 2, "polderland": 2, "waterstad-noord": 1, "waterstad-zuid": 1}


def some_of(words, most=3):
    return st.lists(st.sampled_from(words), min_size=1, max_size=most, unique=True)


@st.composite
def keys(draw):
    first = draw(st.integers(0, 8))
    last = first + draw(st.integers(0, 4))
    partner = draw(st.sampled_from(PARTNERS))
    return partner, {
        "leeftijd": {"van": str(first), "tot_en_met": str(last)},
        "themas": draw(some_of(THEMES)),
        "doelgroep": draw(some_of(AUDIENCES)),
        "gebieden": draw(some_of(sorted(PARTS), 2)),
        "groepen": draw(
            st.sampled_from(
                [
                    [{"start": "2027-01-12", "status": "open"}],
                    [{"start": "2027-01-12", "status": "vol"}],
                    [{"status": "op-aanvraag"}],
                    [{"start": "2026-01-12"}],
                    [],
                ]
            )
        ),
        "uitvoering": draw(st.sampled_from(["op-locatie", "online"])),
        "samen_met": draw(
            st.lists(st.sampled_from([p for p in PARTNERS if p != partner]), max_size=1)
        ),
    }


MANY = st.lists(keys(), max_size=8)


def offers_of(vocabulary, many):
    return [
        an_offer(vocabulary, partner, f"aanbod-{number}", **changes)
        for number, (partner, changes) in enumerate(many)
    ]


def share(one, other):
    return Fraction(len(one & other), len(one | other))


def slowly(one, other):
    """Give the score of two offers by the letter of the definition, or None."""
    (first, end), (other_first, other_end) = one.ages.months, other.ages.months
    months = min(end, other_end) - max(first, other_first)
    if months < 12 and 2 * months < min(end - first, other_end - other_first):
        return None
    ages = Fraction(months, max(end, other_end) - min(first, other_first))
    here, there = (set().union(*(PARTS[a] for a in o.areas)) for o in (one, other))
    areas = Fraction(
        sum(WEIGHTS[a] for a in here & there), sum(WEIGHTS[a] for a in here | there)
    )
    if one.delivery == other.delivery == "online":
        areas = Fraction(1)
    themes = share({*one.themes}, {*other.themes})
    audiences = share({*one.audiences}, {*other.audiences})
    if not (themes and audiences and areas):
        return None
    return (35 * themes + 25 * ages + 20 * audiences + 20 * areas) / 100


def is_planned(offer):
    if not offer.groups:
        return offer.delivery == "online"
    return offer.groups[0].status is not None


@settings(max_examples=150)
@given(many=MANY)
def test_what_is_found_fast_is_what_the_definition_says(vocabulary, catalogue, many):
    offers = list(offers_of(vocabulary, many))
    expected, within = {}, {}
    for one, other in combinations(sorted(offers, key=lambda o: o.identity), 2):
        score = slowly(one, other)
        if score is None or score < Fraction(1, 2):
            continue
        if not (is_planned(one) and is_planned(other)):
            continue
        key = (one.identity, other.identity)
        if one.partner == other.partner:
            within[key] = score
        elif other.partner not in one.given_with and (
            one.partner not in other.given_with
        ):
            expected[key] = score
    found = overlaps_of(catalogue, *offers)

    assert {pair.key: pair.score for pair in found.pairs} == pytest.approx(
        {key: float(score) for key, score in expected.items()}
    )
    assert {pair.key for pair in found.within_partner} == set(within)
    assert found.number == len(expected)
    overlapping = {frozenset(key) for key in expected}
    for cluster in found.clusters:
        names = [each.offer.identity for each in cluster.offers]
        assert {frozenset(two) for two in combinations(names, 2)} <= overlapping


@given(many=MANY, dice=st.randoms(use_true_random=False))
def test_the_order_of_offers_changes_nothing(vocabulary, catalogue, many, dice):
    offers = offers_of(vocabulary, many)
    found = overlaps_of(catalogue, *offers)
    dice.shuffle(offers)
    shuffled = overlaps_of(catalogue, *offers)

    assert found.pairs == shuffled.pairs
    assert found.within_partner == shuffled.within_partner
    assert found.clusters == shuffled.clusters


@given(many=MANY)
def test_swapping_two_partners_mirrors_the_overlap(vocabulary, catalogue, many):
    swap = {CJG: WELZIJN, WELZIJN: CJG, VEILIG: VEILIG}
    swapped = [
        (swap[partner], keys | {"samen_met": [swap[p] for p in keys["samen_met"]]})
        for partner, keys in many
    ]
    found = overlaps_of(catalogue, *offers_of(vocabulary, many))
    mirrored = overlaps_of(catalogue, *offers_of(vocabulary, swapped))

    def mirror(pair):
        names = [identity.split("/") for identity in pair.key]
        key = frozenset(f"{swap[partner]}/{slug}" for partner, slug in names)
        return key, pair.score, pair.shares

    assert {mirror(pair) for pair in found.pairs} == {
        (frozenset(pair.key), pair.score, pair.shares) for pair in mirrored.pairs
    }


def test_the_worked_region_has_the_pairs_that_were_worked_out_by_hand(
    worked_catalogue,
):
    overlaps = Overlaps(Supply(worked_catalogue, worked.DAY))
    found = {
        (
            frozenset(pair.key),
            tuple(share.part for share in pair.shares),
            f"{pair.score:.3f}".rstrip("0").replace(".", ","),
            "ja" if pair.is_same_offer else "nee",
        )
        for pair in overlaps.pairs
    }

    assert found == {
        (
            frozenset({one, other}),
            tuple(float(Fraction(share)) for share in shares),
            score,
            same,
        )
        for one, other, *shares, score, same in worked.expected("expected-overlap.txt")
    }
    assert overlaps.within_partner == ()
