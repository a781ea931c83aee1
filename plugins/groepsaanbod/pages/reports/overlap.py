"""The page of the overlap report: each pair in words, then the tables."""

from dataclasses import dataclass

from groepsaanbod import urls, wording
from groepsaanbod.analysis.overlap import Pair
from groepsaanbod.analysis.supply import Supplied
from groepsaanbod.pages.reports.report import ReportPage, report_page
from groepsaanbod.reports import overlap as report
from groepsaanbod.reports.agreed import HOW_TO_DECIDE, lines_for
from groepsaanbod.reports.likenesses import share_in_words
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import number_in_words
from groepsaanbod.views import Link

MOST_PAIRS_SHOWN = 60
"""In words; the table as CSV has them all."""

LIMITS = (
    "Overlap is geen fout: soms is het goed dat er keus is.",
    "Het rapport ziet niet hoe goed aanbod is, en niet hoe groot de groepen zijn.",
    "Aanbieders die samen aanbod geven, overlappen daarin niet.",
)


@dataclass(frozen=True, slots=True)
class OneOfTwo:
    """One of the two offers of a pair."""

    title: str
    path: str
    partner: str
    partner_path: str
    answer: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Two offers that overlap, in words."""

    first: OneOfTwo
    second: OneOfTwo
    score: str
    same: str
    """By what it seems one offer, given twice; empty when it does not."""
    alike: str
    differs: tuple[str, ...]
    shares: tuple[tuple[str, str], ...]
    """What each likeness is about, with what they share of what they have."""
    lines: str


def overlap(reported: Reported) -> ReportPage:
    """Give the page, for the whole region."""
    place = reported.supply.places[0]
    open_pairs = reported.agreed.open_pairs
    shown = open_pairs[:MOST_PAIRS_SHOWN]
    pairs = wording.counted(len(open_pairs), "paar", "paren")
    return report_page(
        Link("Overlap", urls.OVERLAP),
        "report_overlap",
        f"In {place.name} is {pairs} aanbod van twee aanbieders dat op elkaar lijkt"
        " en waarover nog niets is besloten.",
        report.tables(reported, place),
        LIMITS,
        title=f"Overlap in {place.name}",
        same=[pair_view(reported, each) for each in shown if each.is_same_offer],
        pairs=[pair_view(reported, each) for each in shown if not each.is_same_offer],
        more=len(open_pairs) - len(shown),
        how_it_counts=report.how_it_counts(reported.supply.planning.norms.overlap),
        how_to_decide=HOW_TO_DECIDE,
    )


def pair_view(reported: Reported, pair: Pair) -> PairView:
    """Give a pair in words."""
    said = reported.likenesses
    shares = pair.shares
    return PairView(
        _one(reported, pair.first),
        _one(reported, pair.second),
        number_in_words(pair.score),
        str(pair.sameness or ""),
        said.in_common(pair),
        tuple(said.differences(pair.first, pair.second).split("; ")),
        (
            ("Thema's", share_in_words(shares.themes)),
            ("Leeftijd", share_in_words(shares.ages, "maanden")),
            ("Doelgroep", share_in_words(shares.audiences)),
            ("Gebied", share_in_words(shares.areas)),
        ),
        lines_for(reported, pair),
    )


def _one(reported: Reported, supplied: Supplied) -> OneOfTwo:
    offer = supplied.offer
    partner = reported.catalogue.partner(offer.partner)
    return OneOfTwo(
        offer.title,
        urls.offer_url(offer),
        partner.name,
        urls.partner_url(partner.slug),
        wording.label(supplied.answer),
    )
