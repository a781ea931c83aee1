"""A review as text, in the hands of a pen: for a terminal, or for GitHub."""

from groepsaanbod import wording
from groepsaanbod.pens import Pen
from groepsaanbod.review import Review
from groepsaanbod.review.allowed import Allowed
from groepsaanbod.review.beside import Beside
from groepsaanbod.review.meaning import Meaning


def written(review: Review, pen: Pen) -> str:
    """Give everything there is to say of a proposal."""
    allowed, meaning = Allowed(review, pen), Meaning(review, pen)
    beside = Beside(review, pen)
    known = (
        ("Wat er verandert voor ouders", meaning.changes()),
        ("Hiaten", meaning.gaps()),
        ("Dit lijkt op ander aanbod", meaning.alike()),
        ("Kijk hier nog eens naar", beside.advice()),
        ("Wat er verder verandert", beside.rest()),
    )
    parts = [pen.heading(1, _title(review))]
    for heading, lines in (
        ("", allowed.welcome()),
        ("Dit mag niet zo", allowed.refused()),
        ("Nog één bestand", allowed.second_file()),
        ("Fouten", allowed.mistakes()),
        *(() if review.is_odd else known),
    ):
        found = list(lines)
        if found and heading:
            parts.append(pen.heading(2, heading))
        if found:
            parts.append("\n".join(found).strip("\n"))
    return "\n\n".join(parts) + "\n"


def _title(review: Review) -> str:
    number = len(review.mistakes)
    if not number:
        return "Dit voorstel klopt"
    if review.only_waits:
        return "Dit voorstel wacht op de coördinator"
    if number == 1 and review.second_file:
        return "Dit voorstel is bijna klaar: er hoort nog één bestand bij"
    things = wording.counted(number, "ding", "dingen")
    return f"Dit voorstel kan nog niet: {things} om te verbeteren"
