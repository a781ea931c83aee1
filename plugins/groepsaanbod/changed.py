"""What changed between two days, as values that a command writes and a build reads.

No file of a person: a program writes these, so a mistake in one is no mistake of
anybody. All texts in it are as untrusted as the files they were made of.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=400)]
Word = Annotated[str, StringConstraints(max_length=170)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Written(BaseModel):
    """A part of the file: Dutch keys in it, nothing unknown, nothing guessed."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", populate_by_name=True
    )


class Cause(StrEnum):
    """Why something is as it is now."""

    DATA = "aanbod"
    """Somebody changed an offer."""
    TIME = "tijd"
    """Nobody did anything: it would be so with the old files as well."""
    REGION = "regio"
    """The coordinator changed norms or words."""


class Unread(Written):
    """A file that stood there, and that cannot be read now."""

    path: Text = Field(alias="bestand")
    why: Text = Field(alias="waarom")


class Moment(Written):
    """One of the two days, and how much there was."""

    day: date = Field(alias="dag")
    commit: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{0,64}$")] = Field(
        default="", alias="commit"
    )
    """Empty for the files as they stand in the folders."""
    offers: Count = Field(alias="aanbod")
    joinable: Count = Field(alias="in_te_stappen")
    partners: Count = Field(alias="aanbieders")
    gaps: Count = Field(alias="hiaten")
    """Of the whole region, not of its municipalities."""
    overlaps: Count | None = Field(default=None, alias="overlap")
    unread: tuple[Unread, ...] = Field(default=(), alias="niet_gelezen")


class OfferNamed(Written):
    """An offer, as it was called when it was there."""

    identity: Word = Field(alias="aanbod")
    title: Text = Field(alias="titel")
    partner: Text = Field(alias="aanbieder")


class OfferMoved(OfferNamed):
    """An offer that stands at another address, or went up in another one."""

    was: Word = Field(alias="stond_op")
    areas: tuple[Word, ...] = Field(alias="gebieden")


class OfferListed(OfferNamed):
    """An offer that came or went."""

    areas: tuple[Word, ...] = Field(alias="gebieden")
    """The municipalities whose people it is for, as words."""
    cause: Cause = Field(alias="oorzaak")


class Alteration(Written):
    """One field of an offer that says something else; None when it is long."""

    field: Text = Field(alias="veld")
    before: Text | None = Field(alias="was")
    after: Text | None = Field(alias="wordt")


class OfferAltered(OfferNamed):
    """An offer of which fields changed."""

    areas: tuple[Word, ...] = Field(alias="gebieden")
    alterations: tuple[Alteration, ...] = Field(alias="velden")


class PartnerNamed(Written):
    """A partner that began or ceased to list offers."""

    slug: Word = Field(alias="map")
    name: Text = Field(alias="naam")


class GapChanged(Written):
    """A cell of the gap report that is a gap on one of the two days only."""

    theme: Text = Field(alias="thema")
    ages: Text = Field(alias="leeftijd")
    place: Text = Field(alias="waar")
    place_word: Word = Field(alias="plek")
    before: Text = Field(alias="was")
    """The kind, or empty when there was no such cell."""
    after: Text = Field(alias="wordt")
    cause: Cause = Field(alias="oorzaak")
    offers: tuple[OfferNamed, ...] = Field(alias="door")
    """The first few of what made it so."""
    number: Count = Field(alias="door_aantal")
    """How many there are of those."""


class OverlapChanged(Written):
    """Two offers that overlap on one of the two days only."""

    first: OfferNamed = Field(alias="eerste")
    second: OfferNamed = Field(alias="tweede")
    cause: Cause = Field(alias="oorzaak")


class Span(StrEnum):
    """The stretches of time of which the site tells, and any other."""

    QUARTER = "kwartaal"
    YEAR = "jaar"
    OTHER = "periode"


class Period(Written):
    """Everything that differs between two days."""

    span: Span = Field(alias="periode")
    asked_since: date | None = Field(default=None, alias="gevraagd_vanaf")
    """The day it should have begun on; later is ``before`` when history is short."""
    before: Moment = Field(alias="van")
    after: Moment = Field(alias="tot")
    come: tuple[OfferListed, ...] = Field(alias="aanbod_erbij")
    gone: tuple[OfferListed, ...] = Field(alias="aanbod_weg")
    moved: tuple[OfferMoved, ...] = Field(alias="aanbod_verplaatst")
    altered: tuple[OfferAltered, ...] = Field(alias="aanbod_gewijzigd")
    partners_joined: tuple[PartnerNamed, ...] = Field(alias="aanbieders_erbij")
    partners_left: tuple[PartnerNamed, ...] = Field(alias="aanbieders_weg")
    gaps_opened: tuple[GapChanged, ...] = Field(alias="hiaten_erbij")
    gaps_closed: tuple[GapChanged, ...] = Field(alias="hiaten_weg")
    overlaps_new: tuple[OverlapChanged, ...] = Field(alias="overlap_erbij")
    overlaps_gone: tuple[OverlapChanged, ...] = Field(alias="overlap_weg")

    @property
    def is_short(self) -> bool:
        """Tell whether there is less history than was asked for."""
        return self.asked_since is not None and self.asked_since < self.before.day


class Changes(Written):
    """``region/verandering.json``: what changed in the last quarter and year."""

    made_on: date = Field(alias="gemaakt_op")
    periods: tuple[Period, ...] = Field(alias="perioden", max_length=4)

    def as_text(self) -> str:
        """Give the file's text."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"
