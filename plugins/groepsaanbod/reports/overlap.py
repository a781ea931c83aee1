"""Who offers the same: pairs, groups of offers, and counts, as tables."""

from collections.abc import Iterable, Iterator

from groepsaanbod import urls, wording
from groepsaanbod.analysis.clusters import Cluster
from groepsaanbod.analysis.overlap import Pair
from groepsaanbod.analysis.supply import Place, Supplied
from groepsaanbod.planning import OverlapWeights
from groepsaanbod.reports.likenesses import share_in_words
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Column, Linked, Table, Value, number_in_words


def tables(reported: Reported, place: Place) -> tuple[Table, ...]:
    """Give every table about overlap among what is for people of a place.

    What is decided is left out of the pairs, and stands in the tables of ``agreed``.
    """
    overlaps, agreed = reported.overlaps, reported.agreed
    between = overlaps.only_in(place, agreed.open_pairs)
    within = overlaps.only_in(place, agreed.open_within_partner)
    return (
        Table(
            "overlap",
            f"Overlap in {place.name}: aanbod van twee aanbieders dat op elkaar lijkt."
            f"{_if_cut(len(overlaps.pairs), overlaps.number)}",
            _COLUMNS,
            _rows(reported, between),
            "Er is geen overlap waarover nog niets is besloten.",
        ),
        _same_offers(reported, place, (*between, *within)),
        _clusters(reported, place),
        *_counts(reported, place),
        Table(
            "overlap-binnen-aanbieder",
            f"Aanbod in {place.name} van één aanbieder dat op elkaar lijkt."
            f"{_if_cut(len(overlaps.within_partner), overlaps.number_within)}",
            _COLUMNS,
            _rows(reported, within),
            "Geen aanbieder heeft aanbod dat op elkaar lijkt.",
        ),
    )


def _if_cut(given: int, number: int) -> str:
    """Say so when a list does not hold all there are."""
    if given == number:
        return ""
    return f" Dit zijn de sterkste {given} van alle {number} paren in de regio."


def how_it_counts(weights: OverlapWeights) -> str:
    """Say how a reader can work out a score from what a table shows."""
    parts = (
        (weights.themes, "thema's"),
        (weights.ages, "leeftijd"),
        (weights.audiences, "doelgroep"),
        (weights.areas, "gebied"),
    )
    terms = " + ".join(
        f"{number_in_words(weight / 100)} × {name}" for weight, name in parts
    )
    return (
        f"Score = {terms}. Bij elk staat hoeveel er samenvalt, van alles wat de twee"
        " samen hebben: '1 van 2' telt als 0,5. Een gemeente telt als één, een gebied"
        " als een deel van de gemeente. Zijn beide online, dan telt de plek als gelijk."
        f" Een paar is te zien vanaf {number_in_words(weights.shown_from / 100)}."
        " Ook vol aanbod telt mee, als er nog een groep begint."
        " Aanbod waarvan niet bekend is of iemand mee kan doen, telt niet mee. Ook niet"
        " wat in geen lijst meer staat, omdat er al lang niemand naar keek."
    )


_COLUMNS = (
    Column("aanbod_a", "Aanbod A"),
    Column("aanbieder_a", "Aanbieder A"),
    Column("aanbod_b", "Aanbod B"),
    Column("aanbieder_b", "Aanbieder B"),
    Column("score", "Score", is_number=True),
    Column("gelijk", "Wat valt samen"),
    Column("verschil", "Wat is anders"),
    Column("zelfde_aanbod", "Zelfde aanbod, twee keer"),
    Column("themas", "Thema's"),
    Column("leeftijd", "Leeftijd"),
    Column("doelgroep", "Doelgroep"),
    Column("gebied", "Gebied"),
)


def _rows(reported: Reported, pairs: Iterable[Pair]) -> tuple[tuple[Value, ...], ...]:
    return tuple(_row(reported, pair) for pair in pairs)


def _row(reported: Reported, pair: Pair) -> tuple[Value, ...]:
    said = reported.likenesses
    one, other = pair.first, pair.second
    shares = pair.shares
    return (
        *_named(reported, one),
        *_named(reported, other),
        pair.score,
        said.in_common(pair),
        said.differences(one, other),
        pair.sameness or "nee",
        share_in_words(shares.themes),
        share_in_words(shares.ages, "maanden"),
        share_in_words(shares.audiences),
        share_in_words(shares.areas),
    )


def _named(reported: Reported, supplied: Supplied) -> tuple[Linked, Linked]:
    offer = supplied.offer
    partner = reported.catalogue.partner(offer.partner)
    return (
        Linked(offer.title, urls.offer_url(offer)),
        Linked(partner.name, urls.partner_url(partner.slug)),
    )


def _same_offers(reported: Reported, place: Place, pairs: Iterable[Pair]) -> Table:
    return Table(
        "zelfde-aanbod",
        f"Zelfde aanbod, twee keer, in {place.name}.",
        (*_COLUMNS[:4], Column("waaraan", "Waaraan te zien"), _COLUMNS[4]),
        tuple(
            (
                *_named(reported, pair.first),
                *_named(reported, pair.second),
                str(pair.sameness),
                pair.score,
            )
            for pair in pairs
            if pair.is_same_offer
        ),
        "Geen aanbod staat er twee keer.",
    )


def _clusters(reported: Reported, place: Place) -> Table:
    return Table(
        "overlap-groepen",
        f"Drie of meer keer aanbod in {place.name} dat allemaal op elkaar lijkt.",
        (
            Column("thema", "Thema"),
            Column("leeftijd", "Leeftijd"),
            Column("gemeenten", "Gemeenten"),
            Column("aantal", "Aantal", is_number=True),
            Column("aanbod", "Aanbod"),
        ),
        tuple(_groups(reported, place)),
        "Nergens lijken drie of meer keer aanbod op elkaar.",
    )


def _groups(reported: Reported, place: Place) -> Iterator[tuple[Value, ...]]:
    """Give each group once per theme and age, with all municipalities it is in."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Cluster]] = {}
    here = place.municipality
    for cluster in reported.overlaps.clusters:
        if here is not None and cluster.place.word != here.word:
            continue
        if all(reported.overlaps.is_for(each, place) for each in cluster.offers):
            together = tuple(each.offer.identity for each in cluster.offers)
            key = cluster.theme.name, cluster.ages.name, together
            found.setdefault(key, []).append(cluster)
    for (theme, ages, together), alike in found.items():
        names = wording.listed([each.place.name for each in alike])
        offers = (_with_partner(reported, each) for each in alike[0].offers)
        yield theme, ages, names, len(together), "; ".join(offers)


def _with_partner(reported: Reported, supplied: Supplied) -> str:
    partner = reported.catalogue.partner(supplied.offer.partner)
    return f"{supplied.offer.title} ({partner.name})"


def _counts(reported: Reported, place: Place) -> tuple[Table, Table]:
    counts = reported.overlaps.counts(place)
    pairs = Column("paren", "Paren", is_number=True)
    catalogue = reported.catalogue
    return (
        Table(
            "overlap-per-thema",
            f"Paren in {place.name} per thema, ook als er over besloten is."
            " Een paar telt bij elk thema dat beide hebben.",
            (Column("thema", "Thema"), pairs),
            tuple(
                (theme.name, counts.by_theme[theme.word])
                for theme in catalogue.vocabulary.themes
                if theme.word in counts.by_theme
            ),
            "Er is geen overlap.",
        ),
        Table(
            "overlap-per-aanbieder",
            f"Paren in {place.name} per aanbieder, ook als er over besloten is.",
            (Column("aanbieder", "Aanbieder"), pairs),
            tuple(
                (
                    Linked(partner.name, urls.partner_url(partner.slug)),
                    counts.by_partner[partner.slug],
                )
                for partner in catalogue.partners
                if partner.slug in counts.by_partner
            ),
            "Er is geen overlap.",
        ),
    )
