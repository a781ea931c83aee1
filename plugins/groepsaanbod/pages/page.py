"""A page as a value: where it stands, what draws it, with what; and files beside."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from groepsaanbod import urls
from groepsaanbod.asked import Contact
from groepsaanbod.views import Link

HOME_LINK = Link("Home", urls.HOME)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site; ``path`` counts from the root, ``context`` is its own.

    A page that comes out as it was is taken over from the old site. Whether it does,
    ``context`` tells, with what stands here. Where making it takes long, it may be a
    function, and then ``follows_from`` holds all that the whole page is made from,
    beside the day and the region's words; a test compares with a build that takes over
    nothing.
    """

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    crumbs: Sequence[Link] = ()
    context: Mapping[str, object] | Callable[[], Mapping[str, object]] = field(
        default_factory=dict
    )
    in_sitemap: bool = True
    follows_from: object = None
    has_quick_exit: bool = False
    """Whether its reader may have to be gone at once, with nothing left behind."""
    is_for_young: bool = False
    """Whether it says je to its reader, and not u."""
    asked: Contact | None = None
    """Whom its readers ask; None is who answers for the whole region."""

    @property
    def given(self) -> Mapping[str, object]:
        """Give the context, made when it was not yet."""
        return self.context() if callable(self.context) else self.context

    @property
    def origin(self) -> tuple[object, ...]:
        """Give all that tells this page from another."""
        reader = (self.has_quick_exit, self.is_for_young, self.asked)
        if callable(self.context):
            return self.path, self.template, *reader, self.follows_from
        return (
            *(self.path, self.template, self.title, self.description, self.section),
            *(self.crumbs, self.in_sitemap, *reader, self.context),
        )

    @property
    def file(self) -> str:
        """Give the file it is written to."""
        return self.path if "." in self.path else f"{self.path}{urls.PAGE_FILE}"


@dataclass(frozen=True, slots=True)
class Beside:
    """Files beside pages, made only when what they follow from is not as it was."""

    name: str
    """What the next build knows them by."""
    follows_from: object
    """All that they are made from, beside the day, the region and its words."""
    made: Callable[[], Iterable[tuple[str, str]]]
    """Gives the path of each, from the root, and its text."""


def moved(former_path: str, now: Link) -> Page:
    """Give the page at a former address, which leads on to where it is now."""
    return Page(
        former_path,
        "moved",
        now.name,
        "Deze pagina is verhuisd.",
        context={"new_path": now.path},
        in_sitemap=False,
    )
