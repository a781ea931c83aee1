"""What the templates are given: records of ready Dutch words and paths, no rules.

A ``path`` counts from the site's root, without a leading slash: ``themas/angst/``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from groepsaanbod.catalogue import Offer


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; ``count`` is how many offers are there."""

    name: str
    path: str
    count: int = 0
    explanation: str = ""
    icon: str = ""
    own_name: str = ""
    code: str = ""
    """Of a language: its name in that language, and its code (BCP 47)."""


@dataclass(frozen=True, slots=True)
class JoiningView:
    """Can I still join? ``answer`` is ``ja``, ``nee`` or ``onbekend``."""

    answer: str
    label: str
    """As on a badge: "U kunt meedoen", "Vol", "Wachtlijst"."""
    detail: str
    """One sentence more: "De groep start dinsdag 12 januari 2027."."""
    as_of: str = ""
    """When the partner last knew, if that is over 30 days ago."""
    has_waiting_list: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """An offer in a list."""

    title: str
    summary: str
    path: str
    partner: str
    ages: str
    place: str
    when: str
    costs: str
    form: str
    joining: JoiningView
    places: str = ""
    """How much room there is, as "nog 2 van de 8 vrij"; empty when nobody knows."""


@dataclass(frozen=True, slots=True)
class FollowView:
    """How to follow a page from elsewhere; empty is what it does not have."""

    calendar: str
    """The path of its calendar, as of ``feed``."""
    calendar_address: str
    """In full, for programs that ask for it."""
    calendar_link: str
    """What opens a calendar program, where there is one for such links."""
    feed: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """How to send a page on to somebody."""

    title: str
    whatsapp: str
    mail: str


@dataclass(frozen=True, slots=True)
class Pager:
    """The way through a list on several pages; None in ``pages`` is a gap."""

    here: str
    pages: Sequence[Link | None]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class NewsView:
    """A news item: in a list by its summary, on its own page whole."""

    title: str
    summary: str
    path: str
    partner: Link
    day: str
    iso_day: str
    message: Markup
    website: str


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """Something that starts, or is open, on a day."""

    card: Card
    times: str
    place: str
    joining: JoiningView
    words: str
    """The choices it answers to, as ``thema:slapen gemeente:dijkdorp``."""
    months: str
    """For which ages of a child it is, half-open, as ``96/156``."""


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day of the agenda; ``day`` is empty for what is there every week."""

    heading: str
    day: str
    entries: Sequence[AgendaEntry]


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """Some days of the agenda under one heading: a week, or all there is of a kind."""

    heading: str
    intro: str
    days: Sequence[AgendaDay]


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group of an offer: its heading and its facts as label and words."""

    heading: str
    facts: Sequence[tuple[str, str]]
    dates: Sequence[str]
    joining: JoiningView
    calendar: str = ""
    """Where it stands as a calendar file; empty when it has no days to come."""


@dataclass(frozen=True, slots=True)
class DropInView:
    """A drop-in in a sentence, and its calendar file as of a group."""

    words: str
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where people come together; both addresses open a map elsewhere."""

    name: str
    lines: Sequence[str]
    map_address: str
    route_address: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """How to reach somebody: each part is empty when it is not there."""

    phone: str = ""
    phone_link: str = ""
    email: str = ""
    website: str = ""
    website_name: str = ""


@dataclass(frozen=True, slots=True)
class OfferView:
    """Everything on the page of an offer, in the order of its questions.

    ``record`` is the offer itself, for what needs no wording: a new text key only has
    to be placed in the template.
    """

    record: Offer
    card: Card
    for_whom: Sequence[str]
    description: Markup
    joining: JoiningView
    groups: Sequence[GroupView]
    drop_ins: Sequence[DropInView]
    always_open: str
    places: Sequence[PlaceView]
    address_is_secret: bool
    costs_note: str
    how_to_join: str
    sign_up_note: str
    sign_up: ContactView
    after_sign_up: str
    guidance: str
    partner: Link
    given_with: Sequence[Link]
    programme: Link | None
    themes: Sequence[Link]
    languages: Sequence[str]
    facilities: Sequence[str]
    method: Sequence[tuple[str, str]]
    method_website: str
    funders: Sequence[str]
    chances: Sequence[str]
    checked_on: str
    not_checked: str
    """What to say when that is long ago; else empty."""
    is_unlisted: bool
    """Whether that is so long ago that it stands in no list."""
    share: ShareView
    report_address: str
    """A mailto link with the page named: "klopt er iets niet?"."""
    shows_direct_help: bool
    questions: Sequence[Link]
    similar: Sequence[Card]


@dataclass(frozen=True, slots=True)
class PosterBlock:
    """A few lines under a heading on a poster: each a text, and a note with it."""

    heading: str
    icon: str
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PosterView:
    """What stands on one sheet of paper, to hang up or to hand out."""

    eyebrow: str
    title: str
    lead: str
    icon: str
    blocks: Sequence[PosterBlock]
    scan: str
    """What one gets for scanning the code, in a few words."""
    address: str
    """Where the code leads, in full."""
    address_words: str
    """The same as one types it."""
    foot: str
    title_size: str
    """``short``, ``medium``, ``long`` or ``longest``."""
    text_size: str
    """``roomy``, ``full``, ``packed``, ``tight`` or ``crammed``."""
    flyer_size: str
    """The same on a flyer, where there is no ``tight``."""
    columns: int
    """How many columns the blocks stand in."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question on its own page; the page says je when ``is_young``, and else u."""

    title: str
    summary: str
    is_young: bool
    answer: Markup
    sources: Sequence[tuple[str, str]]
    """Names with their addresses."""
    shows_direct_help: bool
    offers: Sequence[Card]
    shows_offers: bool
    related: Sequence[Link]
    themes: Sequence[Link]
    checked_on: str
    report_address: str
    """As of an offer."""


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner on its own page."""

    name: str
    summary: str
    description: Markup | None
    contact: ContactView


@dataclass(frozen=True, slots=True)
class FieldView:
    """A key in the field guide."""

    key: str
    title: str
    explanation: str
    required: bool
    example: str
    choices: Sequence[tuple[str, str]]
    parts: Sequence["FieldView"]


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer in the table for professionals; each part may be empty but the first."""

    identity: str
    title: str
    path: str
    partner: str
    partner_path: str
    ages: str
    whom: str
    special: str
    themes: str
    place: str
    living: str
    """Where the people live for whom it is."""
    start: str
    start_day: str
    """What it is sorted by, as ``2027-01-12`` or ``onbekend``."""
    joining: JoiningView
    rank: str
    """What the answer is sorted by: 0 is yes."""
    known: str
    """When somebody last knew that."""
    access: str
    phone: str
    phone_link: str
    costs: str
    euros: str
    """What costs are sorted by: 0 is free."""
    languages: str
    method: str
    recognition: str
    first_month: str
    """From which age of the child, and to which, in months."""
    end_month: str
    words: str
    """What it answers to of each filter, as ``thema:slapen taal:turks``."""


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Rows of the table that belong together, under a heading."""

    anchor: str
    name: str
    about: Sequence[str]
    """What there is to say of it, each in a few words."""
    website: str
    rows: Sequence[OfferRow]
