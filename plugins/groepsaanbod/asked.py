"""Whom people can ask, and when somebody answers."""

from typing import Annotated

from pydantic import model_validator

from groepsaanbod.fields import (
    Day,
    Email,
    Line,
    OneOf,
    OneOrMore,
    Phone,
    Record,
    Several,
    Times,
    WebAddress,
    Weekday,
    key,
    wrong,
)


class Opening(Record):
    """The hours of some days of the week."""

    days: OneOrMore[Annotated[Weekday, OneOf(Weekday)]] = key(
        "dagen", "Dagen", "Welke dagen van de week."
    )
    times: Times = key("tijd", "Tijd", "Van wanneer tot wanneer er iemand opneemt.")


class Contact(Record):
    """Where people ask what the site does not answer."""

    name: Annotated[str, Line(80)] = key("naam", "Naam", "Wie er opneemt.")
    phone: Phone = key("telefoon", "Telefoon", "Altijd tussen aanhalingstekens.")
    email: Email = key(
        "email", "E-mail", "Liefst van een afdeling, niet van een persoon."
    )
    website: WebAddress | None = key(
        "website", "Website", "Waar meer staat.", default=None
    )
    hours: Annotated[str, Line(120)] = key(
        "bereikbaar", "Bereikbaar", "Wanneer er iemand opneemt."
    )
    openings: tuple[Opening, ...] = key(
        "openingstijden",
        "Openingstijden",
        "Dezelfde tijden per dag, waarmee de site zegt of er nu iemand opneemt.",
        default=(),
    )
    closed_on: Several[Day] = key(
        "gesloten_op",
        "Gesloten op",
        "Dagen waarop er niemand opneemt, zoals feestdagen.",
        default=(),
    )

    @model_validator(mode="after")
    def _says_the_same_twice(self) -> "Contact":
        for opening in self.openings:
            for moment in (opening.times.start, opening.times.end):
                words = f"{moment.hour}.{moment.minute:02}"
                if words not in self.hours:
                    raise wrong(
                        f"'openingstijden' zegt {words}, maar 'bereikbaar' niet;"
                        " laat ze hetzelfde zeggen"
                    )
        return self

    @property
    def week(self) -> str:
        """Give the hours for the browser: ``1/09:00/17:00 2/09:00/17:00``, Monday 1."""
        spans = sorted(
            (list(Weekday).index(day) + 1, opening.times)
            for opening in self.openings
            for day in opening.days
        )
        return " ".join(
            f"{day}/{times.start:%H:%M}/{times.end:%H:%M}" for day, times in spans
        )

    @property
    def closed(self) -> str:
        """Give the days on which nobody answers, for the browser."""
        return " ".join(day.isoformat() for day in sorted(self.closed_on))
