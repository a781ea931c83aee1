"""Folders to a catalogue and problems; it never raises for a contributor's mistake."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from groepsaanbod.advice import advise
from groepsaanbod.catalogue import Catalogue, Offer, Partner
from groepsaanbod.loading.files import read_file
from groepsaanbod.loading.partners import (
    EXAMPLE_FILE,
    NEWS_FOLDER,
    PARTNER_FILE,
    PartnersRead,
)
from groepsaanbod.loading.region import RegionRead
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.problems import Problem, key_of
from groepsaanbod.reading import read_record
from groepsaanbod.rules import Checked, check_rules

__all__ = ["EXAMPLE_FILE", "Folders", "Loaded", "check_file", "load", "read_file"]


@dataclass(frozen=True)
class Folders:
    """Where the files of a region stand."""

    offers: Path
    region: Path


@dataclass(frozen=True)
class Loaded:
    """What was right, and everything that was not, sorted.

    ``catalogue`` is None only when the region's own files have mistakes.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def load(
    folders: Folders,
    today: date,
    latest_day: date | None = None,
    *,
    with_advice: bool = True,
) -> Loaded:
    """Read and check everything.

    ``today`` decides what is old or over; nobody can have checked a file after
    ``latest_day``, which is today unless one looks at another day than the real one.
    Who only wants to know what is wrong does ``with_advice=False``, which is faster.
    """
    region = RegionRead(folders.region)
    if region.catalogue is None:
        return Loaded(None, tuple(sorted(region.problems)))
    read = PartnersRead(folders.offers, region.catalogue)
    checked = [
        Checked(offer, document, read.catalogue, latest_day or today)
        for offer, document in read.offers
    ]
    problems = [*read.problems, *check_rules(checked)]
    for offer, document, wrong in read.broken:
        # The rules may speak of what is right in a file; the rest has had its say.
        if offer.partner in {each.slug for each in read.catalogue.partners}:
            asked = [Checked(offer, document, read.catalogue, latest_day or today)]
            problems += [
                each for each in check_rules(asked) if key_of(each) not in wrong
            ]
    if with_advice:
        problems += advise(checked, today)
    return Loaded(read.catalogue, tuple(sorted(problems)))


def _kind_of(path: Path) -> type[PartnerFile | NewsFile | OfferFile]:
    """Tell from a file's name and folder what it is about."""
    if path.name == PARTNER_FILE:
        return PartnerFile
    return NewsFile if path.parent.name == NEWS_FOLDER else OfferFile


def check_file(
    folders: Folders, path: Path, today: date, latest_day: date | None = None
) -> Loaded:
    """Check one file that stands elsewhere as if its partner offered it.

    It may be a newer copy of a file that is there, so that one does not count.
    """
    everything = load(folders, today, latest_day)
    if everything.catalogue is None:
        return everything
    document, problems = read_file(path)
    if document is not None:
        kind = _kind_of(path)
        record, found = read_record(document, kind, everything.catalogue.vocabulary)
        problems += found
        if isinstance(record, OfferFile):
            here = Partner.model_construct(
                name="",
                summary="",
                description=None,
                slug="",
                website=None,
                phone="0",
                email=None,
            )
            others = (
                each for each in everything.catalogue.offers if each.slug != path.stem
            )
            catalogue = replace(
                everything.catalogue,
                partners=(*everything.catalogue.partners, here),
                offers=tuple(others),
            )
            offer = Offer.placed(record, "", path.stem)
            checked = [Checked(offer, document, catalogue, latest_day or today)]
            problems += [*check_rules(checked), *advise(checked, today)]
    return Loaded(everything.catalogue, tuple(sorted(problems)))
