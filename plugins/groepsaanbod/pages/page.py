"""A page as a value: where it stands, what draws it, and with what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from groepsaanbod import urls
from groepsaanbod.views import Link

HOME_LINK = Link("Home", urls.HOME)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site; ``path`` counts from the root, ``context`` is its own."""

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    crumbs: Sequence[Link] = ()
    context: Mapping[str, object] = field(default_factory=dict)
    in_sitemap: bool = True

    @property
    def file(self) -> str:
        """Give the file it is written to."""
        return self.path if "." in self.path else f"{self.path}index.html"


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
