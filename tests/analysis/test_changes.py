"""What differs between two catalogues, and whether somebody did it or time did."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, an_offer
from groepsaanbod.analysis.changes import MOST_NAMED, compare
from groepsaanbod.analysis.snapshots import Snapshot
from groepsaanbod.analysis.supply import Supplied
from groepsaanbod.changed import Cause, Unread
from groepsaanbod.planning import NormsFile

LATER = date(2027, 3, 1)
NEVER_OVER = {"groepen": [{"status": "op-aanvraag"}]}
IN_JANUARY = {"groepen": [{"start": "2027-01-12"}]}


@pytest.fixture(scope="module")
def with_offers(catalogue):
    """Give the region with only these offers, on a day."""

    def with_offers(*offers, day=TODAY, **about):
        ordered = tuple(sorted(offers, key=lambda each: each.identity))
        return Snapshot(replace(catalogue, offers=ordered), day, **about)

    return with_offers


@pytest.fixture(scope="module")
def offer(vocabulary):
    def offer(slug="beter-slapen", partner="cjg-rivierenland", **changes):
        return an_offer(vocabulary, partner, slug, **(NEVER_OVER | changes))

    return offer


def with_norms(snapshot, **norms):
    catalogue = snapshot.catalogue
    planning = replace(catalogue.planning, norms=NormsFile.model_validate(norms))
    return Snapshot(replace(catalogue, planning=planning), snapshot.day)


def listed(offers):
    return [(each.identity, each.cause) for each in offers]


def gaps(changed, place="waterstad"):
    return [
        (each.theme, each.ages, each.before, each.after, each.cause)
        for each in changed
        if each.place_word == place
    ]


def test_a_catalogue_is_the_same_as_itself_on_the_same_day(catalogue):
    here = Snapshot(catalogue, TODAY)
    period = compare(here, here)

    assert {
        name: value
        for name, value in period
        if value not in ((), None) and name not in {"before", "after", "span"}
    } == {}
    assert period.before == period.after


def test_offers_come_and_go(with_offers, offer):
    period = compare(
        with_offers(offer("oud"), offer("blijft")),
        with_offers(offer("blijft"), offer("nieuw")),
    )

    assert listed(period.come) == [("cjg-rivierenland/nieuw", Cause.DATA)]
    assert listed(period.gone) == [("cjg-rivierenland/oud", Cause.DATA)]
    assert period.altered == ()
    assert period.come[0].title == "Beter slapen"
    assert period.come[0].partner == "CJG Rivierenland"
    assert period.come[0].areas == ("waterstad",)
    assert (period.before.offers, period.after.offers) == (2, 2)


def test_an_offer_whose_days_on_the_site_pass_goes_by_time(with_offers, offer):
    files = (
        offer("eerst", zichtbaar={"tot": "2026-12-31"}),
        offer("later", zichtbaar={"van": "2027-01-01"}),
    )
    period = compare(with_offers(*files), with_offers(*files, day=LATER))

    assert listed(period.come) == [("cjg-rivierenland/later", Cause.TIME)]
    assert listed(period.gone) == [("cjg-rivierenland/eerst", Cause.TIME)]


def test_an_offer_that_is_hidden_now_went_by_a_change(with_offers, offer):
    hidden = offer(zichtbaar={"van": "2027-06-01"})
    period = compare(with_offers(offer()), with_offers(hidden))

    assert listed(period.gone) == [("cjg-rivierenland/beter-slapen", Cause.DATA)]
    assert period.altered == ()


def test_an_offer_with_another_address_is_no_loss(with_offers, offer):
    moved = offer("slaap-beter", vorige_adressen=["cjg-rivierenland/beter-slapen"])
    period = compare(with_offers(offer()), with_offers(moved))

    assert (period.come, period.gone, period.altered) == ((), (), ())
    assert [(each.was, each.identity) for each in period.moved] == [
        ("cjg-rivierenland/beter-slapen", "cjg-rivierenland/slaap-beter")
    ]


def test_an_offer_that_went_up_in_another_is_no_loss(with_offers, offer):
    both = offer("blijft", vorige_adressen=["cjg-rivierenland/beter-slapen"])
    period = compare(
        with_offers(offer(), offer("blijft", titel="Anders")), with_offers(both)
    )

    assert (period.come, period.gone) == ((), ())
    assert [(each.was, each.identity) for each in period.moved] == [
        ("cjg-rivierenland/beter-slapen", "cjg-rivierenland/blijft")
    ]
    # It is compared with itself, not with what went up in it.
    assert [(each.identity, each.alterations[0].before) for each in period.altered] == [
        ("cjg-rivierenland/blijft", "Anders")
    ]


def test_a_partner_with_another_name_neither_came_nor_left(catalogue, offer):
    def named(slug, former):
        partner = catalogue.partners[0].model_copy(
            update={"slug": slug, "former": former}
        )
        offers = (offer(partner=slug),)
        return Snapshot(replace(catalogue, partners=(partner,), offers=offers), TODAY)

    there, back = named("oud", ()), named("nieuw", ("oud",))
    for period in (compare(there, back), compare(back, there)):
        assert (period.come, period.gone) == ((), ())
        assert (period.partners_joined, period.partners_left) == ((), ())
        assert len(period.moved) == 1


def test_partners_join_with_their_first_offer_and_leave_with_their_last(
    with_offers, offer
):
    before = with_offers(offer(), offer("adem", "veilig-verder"))
    after = with_offers(
        offer(),
        offer("spel", "welzijn-waterland"),
        offer("adem", "veilig-verder", zichtbaar={"tot": "2026-11-01"}),
    )
    period = compare(before, after)

    assert [each.slug for each in period.partners_joined] == ["welzijn-waterland"]
    assert [each.name for each in period.partners_left] == ["Veilig Verder"]
    assert (period.before.partners, period.after.partners) == (2, 2)


def test_a_changed_field_is_told_with_its_words(with_offers, offer):
    period = compare(with_offers(offer()), with_offers(offer(kosten={"bedrag": "15"})))

    (altered,) = period.altered
    assert altered.identity == "cjg-rivierenland/beter-slapen"
    assert [(each.field, each.before, each.after) for each in altered.alterations] == [
        ("Kosten", "Gratis", "€ 15")
    ]


def test_a_gap_closes_by_the_offer_that_came(with_offers, offer):
    period = compare(with_offers(), with_offers(offer(leeftijd=YOUNG)))

    assert gaps(period.gaps_closed) == [
        ("Slapen en huilen", "0 tot 12 jaar", "geen aanbod", "voldoende", Cause.DATA)
    ]
    assert gaps(period.gaps_closed, "dijkdorp") == []
    assert len(gaps(period.gaps_closed, "regio")) == 1
    assert [each.identity for each in period.gaps_closed[0].offers] == [
        "cjg-rivierenland/beter-slapen"
    ]
    assert period.gaps_opened == ()
    assert period.before.gaps - period.after.gaps == 1


YOUNG = {"van": "1", "tot_en_met": "6"}


def test_a_gap_opens_by_time_when_the_last_group_has_begun(with_offers, offer):
    files = (offer(**IN_JANUARY),)
    period = compare(with_offers(*files), with_offers(*files, day=LATER))

    assert gaps(period.gaps_opened) == [
        (
            *("Slapen en huilen", "0 tot 12 jaar", "voldoende", "niet in te stappen"),
            Cause.TIME,
        )
    ]
    (gap, _) = period.gaps_opened
    assert [each.title for each in gap.offers] == ["Beter slapen"]
    assert period.altered == ()


def test_a_gap_opens_by_a_change_when_the_group_is_full_now(with_offers, offer):
    full = {"groepen": [{"start": "2027-01-12", "status": "vol"}]}
    period = compare(with_offers(offer(**IN_JANUARY)), with_offers(offer(**full)))

    assert gaps(period.gaps_opened) == [
        (
            *("Slapen en huilen", "0 tot 12 jaar", "voldoende", "niet in te stappen"),
            Cause.DATA,
        )
    ]


def test_a_gap_that_time_opened_and_an_offer_filled_is_no_change(with_offers, offer):
    new = offer(groepen=[{"start": "2027-04-01"}])
    period = compare(with_offers(offer(**IN_JANUARY)), with_offers(new, day=LATER))

    assert (period.gaps_opened, period.gaps_closed) == ((), ())


def test_a_gap_is_opened_by_a_new_norm(with_offers, offer):
    files = (offer(),)
    after = with_norms(with_offers(*files), gewoonlijk="2")
    period = compare(with_offers(*files), after)

    assert gaps(period.gaps_opened) == [
        (
            *("Slapen en huilen", "0 tot 12 jaar", "voldoende", "onder de norm"),
            Cause.REGION,
        )
    ]
    assert period.gaps_opened[0].offers == ()


def test_a_theme_that_is_new_has_new_gaps(catalogue, with_offers):
    vocabulary = replace(catalogue.vocabulary, themes=catalogue.vocabulary.themes[:-1])
    before = Snapshot(replace(catalogue, vocabulary=vocabulary, offers=()), TODAY)
    period = compare(before, with_offers())

    assert gaps(period.gaps_opened) == [
        ("Ontmoeten en meedoen", ages, "", "geen aanbod", Cause.REGION)
        for ages in ("0 tot 12 jaar", "12 tot 24 jaar")
    ]


def test_a_theme_with_another_word_is_the_same_theme(catalogue, with_offers, offer):
    renamed = tuple(
        each.model_copy(update={"word": "slaap", "former": ()})
        if each.word == "slapen"
        else each
        for each in catalogue.vocabulary.themes
    )
    vocabulary = replace(catalogue.vocabulary, themes=renamed)
    then = an_offer(vocabulary, themas=["slaap"], **NEVER_OVER)
    before = Snapshot(replace(catalogue, vocabulary=vocabulary, offers=(then,)), TODAY)
    after = with_offers(offer())

    for period in (compare(before, after), compare(after, before)):
        assert (period.gaps_opened, period.gaps_closed) == ((), ())
        assert period.altered == ()


def test_of_many_offers_that_close_a_gap_a_few_are_named(with_offers, offer):
    many = [offer(f"beter-slapen-{number:02}") for number in range(MOST_NAMED + 3)]
    period = compare(with_offers(), with_offers(*many))

    assert len(period.gaps_closed[0].offers) == MOST_NAMED
    assert period.gaps_closed[0].number == MOST_NAMED + 3


def test_what_could_not_be_read_neither_came_nor_closed_a_gap(with_offers, offer):
    before = with_offers(
        unread=(Unread(path="offers/cjg-rivierenland/beter-slapen.yaml", why="stuk"),),
        unread_offers=frozenset({"cjg-rivierenland/beter-slapen"}),
    )
    after = with_offers(offer())
    there, back = compare(before, after), compare(after, before)

    assert (there.come, there.gaps_closed, there.partners_joined) == ((), (), ())
    assert (back.gone, back.gaps_opened, back.partners_left) == ((), (), ())
    assert [each.why for each in there.before.unread] == ["stuk"]


@dataclass(frozen=True)
class Two:
    first: Supplied
    second: Supplied


def all_pairs(supply):
    """Say that each two offers that can be joined overlap."""
    found = [each for each in supply.offers if each.joinable]
    return [
        Two(one, other)
        for number, one in enumerate(found)
        for other in found[number + 1 :]
    ]


def overlaps(changed):
    return [
        (*(each.identity[-1] for each in (pair.first, pair.second)), pair.cause)
        for pair in changed
    ]


def test_overlaps_come_and_go_by_a_change_or_by_time(with_offers, offer):
    before = with_offers(offer("a"), offer("b"), offer("c", **IN_JANUARY))
    after = with_offers(offer("a"), offer("c", **IN_JANUARY), offer("d"), day=LATER)
    period = compare(before, after, all_pairs)

    assert overlaps(period.overlaps_new) == [("a", "d", Cause.DATA)]
    assert overlaps(period.overlaps_gone) == [
        ("a", "b", Cause.DATA),
        ("a", "c", Cause.TIME),
        ("b", "c", Cause.TIME),
    ]
    assert (period.before.overlaps, period.after.overlaps) == (3, 1)


def test_an_overlap_of_a_moved_offer_is_the_same(with_offers, offer):
    moved = offer("z", vorige_adressen=["cjg-rivierenland/a"])
    period = compare(
        with_offers(offer("a"), offer("b")), with_offers(offer("b"), moved), all_pairs
    )

    assert (period.overlaps_new, period.overlaps_gone) == ((), ())


def test_an_overlap_of_offers_that_stayed_the_same_is_of_the_region(with_offers, offer):
    files = (offer("a"), offer("b"))
    before = with_offers(*files)
    after = with_norms(with_offers(*files), gewoonlijk="2")

    def when_two_are_asked(supply):
        return all_pairs(supply) if supply.planning.norms.usual == 2 else []

    there = compare(before, after, when_two_are_asked)
    back = compare(after, before, when_two_are_asked)

    assert overlaps(there.overlaps_new) == [("a", "b", Cause.REGION)]
    assert overlaps(back.overlaps_gone) == [("a", "b", Cause.REGION)]


def test_without_overlaps_nothing_is_said_of_them(with_offers, offer):
    period = compare(with_offers(offer()), with_offers())

    assert (period.before.overlaps, period.after.overlaps) == (None, None)


SLUGS = st.sampled_from(["a", "b", "c", "d"])
CHANGES = st.fixed_dictionaries(
    {
        "themas": st.sampled_from([["slapen"], ["angst"], ["slapen", "angst"]]),
        "gebieden": st.sampled_from([["waterstad"], ["dijkdorp"], ["regio"]]),
        "groepen": st.sampled_from(
            [
                [{"status": "op-aanvraag"}],
                [{"start": "2027-01-12"}],
                [{"start": "2027-01-12", "status": "vol"}],
            ]
        ),
    },
    optional={
        "vorige_adressen": st.sampled_from(
            [["cjg-rivierenland/a"], ["cjg-rivierenland/b", "veilig-verder/c"]]
        ),
        "zichtbaar": st.sampled_from([{"tot": "2026-12-31"}, {"van": "2026-12-31"}]),
    },
)
PARTNERS = st.sampled_from(["cjg-rivierenland", "veilig-verder"])
FILES = st.dictionaries(st.tuples(SLUGS, PARTNERS), CHANGES, max_size=5)
DAYS = st.sampled_from([TODAY, LATER])


@given(one=FILES, other=FILES, days=st.tuples(DAYS, DAYS))
def test_the_other_way_round_what_came_went(with_offers, offer, one, other, days):
    before, after = (
        with_offers(*(offer(*name, **keys) for name, keys in files.items()), day=day)
        for files, day in zip((one, other), days, strict=True)
    )
    there, back = (
        compare(before, after, all_pairs),
        compare(after, before, all_pairs),
    )

    def names(offers):
        return [each.identity for each in offers]

    def cells(changed):
        return {(each.theme, each.ages, each.place) for each in changed}

    assert names(there.come) == names(back.gone)
    assert names(there.gone) == names(back.come)
    assert there.partners_joined == back.partners_left
    assert there.partners_left == back.partners_joined
    assert cells(there.gaps_opened) == cells(back.gaps_closed)
    assert cells(there.gaps_closed) == cells(back.gaps_opened)
    # Of what went up in another that was there already, one way round knows.
    both = before.offers.keys() & after.offers.keys()
    assert {
        (each.was, each.identity) for each in there.moved if each.identity not in both
    } == {(each.identity, each.was) for each in back.moved if each.identity not in both}
    assert (there.before, there.after) == (back.after, back.before)


@given(files=FILES, day=DAYS)
def test_nothing_differs_from_itself(with_offers, offer, files, day):
    here = with_offers(*(offer(*name, **keys) for name, keys in files.items()), day=day)
    period = compare(here, here, all_pairs)

    assert not any(
        getattr(period, name)
        for name in (
            *("come", "gone", "moved", "altered"),
            *("partners_joined", "partners_left"),
            *("gaps_opened", "gaps_closed", "overlaps_new", "overlaps_gone"),
        )
    )


@given(files=FILES)
def test_of_unchanged_files_only_time_changes_anything(with_offers, offer, files):
    offers = [offer(*name, **keys) for name, keys in files.items()]
    period = compare(with_offers(*offers), with_offers(*offers, day=LATER), all_pairs)

    assert (period.altered, period.moved) == ((), ())
    causes = {
        each.cause
        for name in ("come", "gone", "gaps_opened", "gaps_closed", "overlaps_gone")
        for each in getattr(period, name)
    }
    assert causes <= {Cause.TIME}
