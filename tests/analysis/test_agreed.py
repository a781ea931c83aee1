"""What is decided of overlaps and gaps, and what the decisions become."""

from dataclasses import replace
from datetime import date

import pytest

from builders import TODAY, an_offer
from groepsaanbod.analysis.agreed import Agreed, State, facts, lines_to_copy
from groepsaanbod.analysis.gaps import Gaps, Kind
from groepsaanbod.analysis.overlap import Overlaps
from groepsaanbod.analysis.supply import Supply
from groepsaanbod.planning import DecisionsFile, Planning
from groepsaanbod.reading import read_record
from groepsaanbod.source import read

SOON = {"groepen": [{"start": "2027-01-12"}]}
PAIR = ("cjg-rivierenland/een", "welzijn-waterland/twee")
GAP = {"thema": "angst", "leeftijd": "0-12", "waar": "dijkdorp"}
NO_OFFER = "geen aanbod, bestaat 0, in te stappen 0"


@pytest.fixture
def agreed(vocabulary, catalogue):
    """Give what decisions, as they are written, say of two offers about sleeping."""

    def agreed(*decisions, today=TODAY, second=None, more=()):
        file = DecisionsFile.model_validate(
            {"besluiten": list(decisions)}, context=vocabulary
        )
        offers = (
            an_offer(vocabulary, "cjg-rivierenland", "een", **SOON),
            an_offer(
                vocabulary,
                "welzijn-waterland",
                "twee",
                **SOON | {"titel": "Rustige nachten"} | (second or {}),
            ),
            *more,
        )
        changed = replace(
            catalogue, offers=offers, planning=Planning(decisions=file.decisions)
        )
        supply = Supply(changed, today)
        return Agreed(Gaps(supply), Overlaps(supply), today)

    return agreed


def a_decision(**keys):
    return {
        "besluit": "naast-elkaar",
        "door": "Coördinator groepsaanbod",
        "waarom": "Elke avond is voor andere ouders.",
        "op": "2026-11-01",
        "tot": "2027-11-01",
        "stand": "1,00",
    } | keys


ABOUT_PAIR = a_decision(overlap=list(PAIR))
ABOUT_GAP = a_decision(hiaat=GAP, besluit="opgepakt", stand=NO_OFFER)


def test_without_decisions_all_is_open(agreed):
    found = agreed()

    assert found.decisions == ()
    assert [pair.key for pair in found.open_pairs] == [PAIR]
    assert {cell.kind for cell in found.open_gaps} == {Kind.NONE}
    assert found.gaps.cell("angst", "0-12", "dijkdorp") in found.open_gaps


def test_a_decision_moves_its_item(agreed):
    before, found = agreed(), agreed(ABOUT_PAIR, ABOUT_GAP)

    assert [each.state for each in found.decisions] == [State.IN_FORCE] * 2
    assert found.in_force == found.decisions
    assert found.open_pairs == ()
    assert found.decided(before.open_pairs[0]).decision.verdict == "naast-elkaar"
    assert len(found.open_gaps) == len(before.open_gaps) - 1
    assert found.decided(found.gaps.cell("angst", "0-12", "dijkdorp"))
    assert found.decided(found.gaps.cell("angst", "0-12", "regio")) is None


def test_a_pair_is_the_same_whichever_offer_is_named_first(agreed):
    found = agreed(ABOUT_PAIR | {"overlap": list(reversed(PAIR))})

    assert found.open_pairs == ()


@pytest.mark.parametrize(
    ("today", "changes", "state"),
    [
        (date(2026, 10, 31), {}, State.NOT_YET),
        (date(2026, 11, 1), {}, State.IN_FORCE),
        (date(2026, 11, 30), {"tot": "2026-11-30"}, State.IN_FORCE),
        (date(2026, 12, 1), {"tot": "2026-11-30"}, State.LAPSED),
        (TODAY, {"stand": "0,98"}, State.FACTS_CHANGED),
        (TODAY, {"stand": "1,00, zelfde aanbod"}, State.FACTS_CHANGED),
        (TODAY, {"stand": " 1,00 "}, State.IN_FORCE),
        (TODAY, {"overlap": ["cjg-rivierenland/een", "weg/al-lang"]}, State.SOLVED),
        (date(2027, 2, 1), {}, State.SOLVED),
    ],
)
def test_a_decision_holds_from_its_day_until_it_lapses_or_the_facts_change(
    agreed, today, changes, state
):
    found = agreed(ABOUT_PAIR | changes, today=today)

    assert [each.state for each in found.decisions] == [state]
    is_there = today < date(2027, 1, 13)
    is_open = is_there and state is not State.IN_FORCE
    assert [pair.key for pair in found.open_pairs] == [PAIR] * is_open
    returned = {State.LAPSED, State.FACTS_CHANGED}
    assert len(found.returned) == (state in returned)


def test_a_decision_says_how_it_was_and_how_it_is(agreed):
    changed = {"leeftijd": {"van": "1", "tot_en_met": "3"}}
    (decided,) = agreed(ABOUT_PAIR, second=changed).returned

    assert (decided.decision.facts, decided.facts_now) == ("1,00", "0,88")


def test_a_gap_that_is_filled_is_solved_and_one_that_changed_returns(
    agreed, vocabulary
):
    changes = {"themas": ["angst"], "gebieden": ["dijkdorp"]}
    here = {"locaties": [{"naam": "Het Veer", "plaats": "Dijkdorp"}]}
    helps = an_offer(vocabulary, "veilig-verder", "moed", **SOON | here | changes)
    asks = an_offer(vocabulary, "veilig-verder", "moed", **changes)

    (solved,) = agreed(ABOUT_GAP, more=[helps]).decisions
    assert (solved.state, solved.item, solved.facts_now) == (State.SOLVED, None, "")
    (changed,) = agreed(ABOUT_GAP, more=[asks]).decisions
    assert changed.state is State.FACTS_CHANGED
    assert changed.facts_now == "niet in te stappen, bestaat 1, in te stappen 0"


def test_a_pair_of_one_partner_can_be_decided_too(agreed, vocabulary):
    third = an_offer(vocabulary, "cjg-rivierenland", "drie", **SOON)
    keys = ["cjg-rivierenland/drie", "cjg-rivierenland/een"]
    decision = a_decision(overlap=keys, stand="1,00, zelfde aanbod")

    assert len(agreed(more=[third]).open_within_partner) == 1
    found = agreed(decision, more=[third])
    assert found.open_within_partner == ()
    assert len(found.open_pairs) == 2


def test_the_lines_to_copy_for_an_overlap(agreed):
    (pair,) = agreed().open_pairs

    assert lines_to_copy(pair, TODAY, "Coördinator groepsaanbod") == (
        "  - overlap: [cjg-rivierenland/een, welzijn-waterland/twee]\n"
        "    besluit: naast-elkaar"
        "  # of: samenwerken, samenvoegen, opgepakt, geaccepteerd\n"
        '    door: "Coördinator groepsaanbod"\n'
        "    waarom: Schrijf hier in één of twee zinnen waarom.\n"
        "    op: 2026-11-24\n"
        "    tot: 2027-11-24\n"
        '    stand: "1,00"\n'
    )


def test_the_lines_to_copy_for_a_gap(agreed):
    gap = agreed().gaps.cell("angst", "0-12", "dijkdorp")

    assert lines_to_copy(gap, TODAY, 'De "chef": # van alles') == (
        '  - hiaat: {thema: angst, leeftijd: "0-12", waar: dijkdorp}\n'
        "    besluit: opgepakt"
        "  # of: samenwerken, naast-elkaar, samenvoegen, geaccepteerd\n"
        '    door: "De \\"chef\\": # van alles"\n'
        "    waarom: Schrijf hier in één of twee zinnen waarom.\n"
        "    op: 2026-11-24\n"
        "    tot: 2027-11-24\n"
        '    stand: "geen aanbod, bestaat 0, in te stappen 0"\n'
    )


def test_pasting_the_lines_decides_every_open_item(agreed, vocabulary):
    before = agreed()
    items = (*before.open_pairs, *before.open_gaps)
    role = 'De "chef": # van alles'
    text = "besluiten:\n" + "".join(lines_to_copy(each, TODAY, role) for each in items)

    document, problems = read("region/afstemming.yaml", text.encode())
    assert problems == []
    record, problems = read_record(document, DecisionsFile, vocabulary)
    assert problems == []
    assert {each.by for each in record.decisions} == {role}
    planning = Planning(decisions=record.decisions)
    changed = replace(before.gaps.supply.catalogue, planning=planning)
    supply = Supply(changed, TODAY)
    after = Agreed(Gaps(supply), Overlaps(supply), TODAY)
    assert len(after.in_force) == len(items)
    assert (after.open_pairs, after.open_gaps) == ((), ())


def test_facts_of_an_overlap_and_of_a_gap(agreed):
    found = agreed()

    assert facts(found.open_pairs[0]) == "1,00"
    assert facts(found.gaps.cell("slapen", "0-12", "regio")) == (
        "voldoende, bestaat 2, in te stappen 2"
    )
