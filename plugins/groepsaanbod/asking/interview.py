"""From whose offer it is to the file that stands there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from groepsaanbod.asking.questions import PROMPT, Questions, Said
from groepsaanbod.asking.remedies import told
from groepsaanbod.catalogue import Catalogue, Partner
from groepsaanbod.description import keys_of
from groepsaanbod.fields import Record, is_slug, slug_of
from groepsaanbod.loading import PARTNER_FILE, problems_of_new
from groepsaanbod.model import DropIn, Group, Location, OfferFile, PartnerFile
from groepsaanbod.problems import Problem, key_of, mistakes
from groepsaanbod.reading import read_record
from groepsaanbod.saving import write_new
from groepsaanbod.source import Document
from groepsaanbod.writing import canonical

NEW = "nieuw"

LISTS: dict[str, tuple[type[Record], tuple[str, ...], str]] = {
    "locaties": (
        Location,
        ("naam", "adres", "postcode", "plaats"),
        "Is er een plek waar mensen samenkomen?",
    ),
    "groepen": (
        Group,
        ("start", "bijeenkomsten", "dag", "tijd", "locatie", "plekken", "status"),
        "Start er een groep?",
    ),
    "inloop": (
        DropIn,
        ("dag", "tijd", "locatie", "toelichting"),
        "Kan iemand elke week op een vaste tijd binnenlopen?",
    ),
}
"""What is asked for after what must be filled in, and with which question."""


class Interview:
    """Asks for an offer; what was said so far is in ``offer`` and ``partner``."""

    def __init__(
        self,
        ask: Callable[[str], str],
        say: Callable[[str], None],
        catalogue: Catalogue,
        offers: Path,
        latest_day: date,
    ) -> None:
        """``latest_day`` is the last on which somebody can have checked something."""
        self.partner: Said = {}
        self.offer: Said = {}
        self._questions = Questions(ask, say, catalogue.vocabulary)
        self._ask, self._say = ask, say
        self._catalogue = catalogue
        self._offers = offers
        self._latest_day = latest_day

    @property
    def so_far(self) -> str:
        """Give what was said, as files would say it."""
        files = ((self.partner, PartnerFile), (self.offer, OfferFile))
        return "\n".join(canonical(said, kind) for said, kind in files if said)

    def run(self) -> bool:
        """Ask for everything and write it; tell whether it was written."""
        folder = self._folder()
        needed = [key.name for key in keys_of(OfferFile).values() if key.required]
        self._record(OfferFile, needed, self.offer)
        for name in LISTS:
            self._list(name)
        slug = self._slug(folder)
        self._mend(folder, slug)
        return self._save(folder, slug)

    def _record(self, kind: type[Record], names: list[str], into: Said) -> None:
        given = (each.get("naam", "") for each in self.offer.get("locaties", []))
        places = {name: "" for name in given if name}
        today = {str(self._latest_day): "vandaag"}
        hints = {"gecontroleerd_op": today, "locatie": places}
        self._questions.record(kind, names, into, hints)

    def _folder(self) -> str:
        names = {each.slug: each.name for each in self._catalogue.partners}
        question = (
            "Van welke organisatie is het aanbod?"
            f" Staat zij er niet bij? Typ dan: {NEW}"
        )
        chosen = self._questions.choice(question, names, NEW)
        return self._new_partner() if chosen == NEW else chosen

    def _new_partner(self) -> str:
        keys = [each for each in keys_of(PartnerFile) if each != "voorheen"]
        self._record(PartnerFile, keys, self.partner)
        slug = self._name("de map", slug_of(self.partner["naam"]), self._offers, "")
        document = Document("", self.partner, {})
        record, _ = read_record(document, PartnerFile, self._catalogue.vocabulary)
        if record is not None:
            partner = Partner.placed(record, slug)
            partners = (*self._catalogue.partners, partner)
            self._catalogue = replace(self._catalogue, partners=partners)
        return slug

    def _slug(self, folder: str) -> str:
        proposed = slug_of(self.offer["titel"])
        return self._name("het bestand", proposed, self._offers / folder, ".yaml")

    def _name(self, what: str, proposed: str, folder: Path, suffix: str) -> str:
        """Ask for the name of a file or folder that is not there yet."""
        while True:
            self._say(f"\nHoe heet {what}? Dit wordt een deel van het adres.")
            self._say("  Kleine letters, cijfers en streepjes.")
            self._say(f"  Alleen Enter: {proposed}")
            name = self._ask(PROMPT).strip().removesuffix(".yaml") or proposed
            if not is_slug(name) or f"{name}.yaml" == PARTNER_FILE:
                self._say(f"'{name[:80]}' kan geen naam zijn.")
            elif (folder / f"{name}{suffix}").exists():
                self._say(f"'{name}' is er al. Kies een andere naam.")
            else:
                return name

    def _list(self, name: str) -> None:
        kind, keys, question = LISTS[name]
        self.offer.pop(name, None)
        again = question
        while self._questions.yes(again):
            item: Said = {}
            self.offer.setdefault(name, []).append(item)
            self._record(kind, list(keys), item)
            again = "Nog een?"

    def _problems(self, folder: str, slug: str) -> list[Problem]:
        document = Document("", self.offer, {})
        return mistakes(
            problems_of_new(self._catalogue, document, folder, slug, self._latest_day)
        )

    def _mend(self, folder: str, slug: str) -> None:
        """Ask again for what the check is against, now that it sees the whole."""
        while problems := self._problems(folder, slug):
            self._say("\nDit klopt nog niet:")
            for each in problems:
                self._say(f"  {each.field}: {told(each)}")
            for name in dict.fromkeys(map(key_of, problems)):
                if name in LISTS:
                    self._list(name)
                else:
                    self._record(OfferFile, [name], self.offer)

    def _save(self, folder: str, slug: str) -> bool:
        place = self._offers / folder
        texts = {place / f"{slug}.yaml": canonical(self.offer, OfferFile)}
        if self.partner:
            own = canonical(self.partner, PartnerFile)
            texts = {place / PARTNER_FILE: own, **texts}
        for path, text in texts.items():
            self._say(f"\n{path}:\n\n{text}".rstrip("\n"))
        if not self._questions.yes("Klopt dit? Dan slaan we het op."):
            self._say("Er is niets opgeslagen.")
            return False
        for path, text in texts.items():
            try:
                write_new(path, text)
            except OSError:
                self._say(f"{path} kunnen we niet opslaan.")
                return False
            self._say(f"{path} is opgeslagen.")
        coordinator = self._catalogue.site.coordinator
        self._say(
            "\nZo komt het op de site: doe een voorstel op GitHub,"
            f" of mail het bestand aan {coordinator.email} ({coordinator.role})."
        )
        return True
