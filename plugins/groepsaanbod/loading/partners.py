"""The partners' folders to a catalogue."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from groepsaanbod.advice import advise
from groepsaanbod.catalogue import Catalogue, NewsItem, Offer, Partner
from groepsaanbod.fields import YEARS, is_slug
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.loading.files import OnDisk, Records, about, read_bytes
from groepsaanbod.model import NewsFile, OfferFile, PartnerFile
from groepsaanbod.problems import Problem, key_of
from groepsaanbod.reading import read_record, what_is_right
from groepsaanbod.rules import Checked, check_rules
from groepsaanbod.source import Document, read
from groepsaanbod.vocabulary import Entry

PARTNER_FILE = "aanbieder.yaml"
EXAMPLE_FILE = "_voorbeeld.yaml"
NEWS_FOLDER = "nieuws"


class PartnersRead:
    """What the partners' files say, and every problem of a file by itself.

    What is still to be said of a file beside the others, the caller says.
    """

    def __init__(self, folder: Path, region: Catalogue, kept: Kept) -> None:
        """Read the folder, with the words and places of the region."""
        self.problems: list[Problem] = []
        self.formers: dict[str, str] = {}
        self.addresses: set[str] = set()
        """Each offer of which there is a file, also when that is wrong."""
        self.broken: list[tuple[Offer, Document, set[str]]] = []
        self._kept = kept
        records = Records(kept, region.vocabulary, digest(repr(region.vocabulary)))
        folders = list(self._partner_folders(folder))
        partners = tuple(
            partner for each in folders for partner in self._partner(each, records)
        )
        vocabulary = replace(
            region.vocabulary,
            partners=tuple(_as_word(each.name, partners) for each in folders),
        )
        self._region = replace(region, vocabulary=vocabulary, partners=partners)
        self.records = Records(kept, vocabulary, digest(repr(vocabulary)))
        known = {partner.slug for partner in partners}
        self.offers = [
            (offer, path)
            for each in folders
            for path in self._offer_files(each)
            for offer in self._offer(path, is_known=each.name in known)
            if each.name in known
        ]
        news = [
            item for each in folders for item in self._news(each) if each.name in known
        ]
        self.catalogue = replace(
            self._region,
            offers=tuple(offer for offer, _ in self.offers),
            news=tuple(sorted(news, key=_newest_first)),
        )

    def _entries(self, folder: Path) -> list[Path]:
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            self.problems.append(
                about(
                    folder, "deze map kunnen we niet openen; kijk na wie haar mag lezen"
                )
            )
            return []
        return [each for each in entries if not each.name.startswith(".")]

    def _partner_folders(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.is_symlink() or not entry.is_dir():
                if entry.name != EXAMPLE_FILE or entry.is_symlink():
                    self.problems.append(
                        about(
                            entry,
                            "dit hoort hier niet; zet het in de map van een aanbieder",
                        )
                    )
            elif not is_slug(entry.name):
                self.problems.append(about(entry, f"deze map {_BAD_NAME}"))
            else:
                yield entry

    def _offer_files(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.name in {PARTNER_FILE, NEWS_FOLDER}:
                continue
            if entry.suffix != ".yaml":
                self.problems.append(
                    about(entry, "hier horen alleen bestanden die eindigen op .yaml")
                )
            elif not is_slug(entry.stem):
                self.problems.append(about(entry, f"dit bestand {_BAD_NAME}"))
            else:
                self.addresses.add(f"{folder.name}/{entry.stem}")
                yield entry

    def _news(self, folder: Path) -> Iterator[NewsItem]:
        news = folder / NEWS_FOLDER
        if not news.is_dir() or news.is_symlink():
            if news.exists() or news.is_symlink():
                self.problems.append(about(news, _NO_NEWS_FOLDER))
            return
        for entry in self._entries(news):
            day = _day_of(entry)
            if day is None:
                self.problems.append(about(entry, _BAD_NEWS_NAME))
                continue
            record, problems = self.records.read(entry, NewsFile)
            self.problems += problems
            if record is not None:
                yield NewsItem.placed(record, folder.name, entry.stem, day)

    def _partner(self, folder: Path, records: Records) -> Iterator[Partner]:
        path = folder / PARTNER_FILE
        record, problems = records.read(path, PartnerFile)
        self.problems += problems
        if record is not None:
            self.problems += self._wrong_formers(record, OnDisk(path), folder)
            yield Partner.placed(record, folder.name)

    def _wrong_formers(
        self, record: PartnerFile, document: OnDisk, folder: Path
    ) -> Iterator[Problem]:
        for number, former in enumerate(record.former):
            claimed = self.formers.setdefault(former, folder.name)
            if claimed != folder.name:
                yield document.problem(
                    ("voorheen", number),
                    f"'{former}' staat ook bij '{claimed}'; haal het bij één weg",
                )
            elif folder.with_name(former).exists():
                yield document.problem(
                    ("voorheen", number), f"de map '{former}' bestaat nog; haal dit weg"
                )

    def _offer(self, path: Path, *, is_known: bool) -> Iterator[Offer]:
        """Give the offer of a file; of a known partner with all there is to say."""
        raw, problems = read_bytes(path)
        self.problems += problems
        if raw is None:
            return
        key = digest(self.records.words, str(path), str(is_known), raw)
        found = self._kept.get("offer", key)
        if found is None:
            found = self._read_offer(path, raw, key, is_known=is_known)
            if found is None:
                return
            self._kept.put("offer", key, found)
        offer, problems = found
        self.problems += problems
        yield offer

    def _read_offer(
        self, path: Path, raw: bytes, key: bytes, *, is_known: bool
    ) -> tuple[Offer, list[Problem]] | None:
        document, problems = read(str(path), raw)
        if document is None:
            self.problems += problems
            return None
        vocabulary = self._region.vocabulary
        record, wrong = read_record(document, OfferFile, vocabulary)
        problems += wrong
        if record is None:
            self.problems += problems
            self._ask_the_rest(document, path, {key_of(each) for each in wrong})
            return None
        offer = Offer.placed(record, path.parent.name, path.stem, key.hex())
        if is_known:
            checked = Checked(offer, document, self._region)
            problems += [*check_rules(checked), *advise(checked)]
        return offer, problems

    def _ask_the_rest(self, document: Document, path: Path, wrong: set[str]) -> None:
        """Remember what is right in a broken file: rules may speak of that."""
        rest = what_is_right(document, OfferFile, self._region.vocabulary, wrong)
        if rest is not None:
            offer = Offer.placed(rest, path.parent.name, path.stem)
            self.broken.append((offer, document, wrong))


def _newest_first(item: NewsItem) -> tuple[int, str, str]:
    return -item.day.toordinal(), item.partner, item.slug


def _as_word(slug: str, partners: tuple[Partner, ...]) -> Entry:
    """Give a partner as a word for ``samen_met``, also when its own file is wrong."""
    found = next((each for each in partners if each.slug == slug), None)
    return Entry.model_construct(
        word=slug,
        name=found.name if found else slug,
        explanation="",
        search=(),
        former=found.former if found else (),
    )


def _day_of(path: Path) -> date | None:
    """Give the day with which the name of a news file begins, or None."""
    if path.suffix != ".yaml" or not is_slug(path.stem) or len(path.stem) < SHORTEST:
        return None
    try:
        day = date.fromisoformat(path.stem[:10])
    except ValueError:
        return None
    return day if day.year in YEARS else None


SHORTEST = len("2026-11-24-x")

_NO_NEWS_FOLDER = "'nieuws' is de map voor berichten; geef dit bestand een andere naam"
_BAD_NEWS_NAME = (
    "begin de naam van een bericht met de dag, zoals 2026-11-24-nieuwe-groep.yaml"
)
_BAD_NAME = (
    "heeft een naam die niet kan; gebruik alleen kleine letters, cijfers en streepjes,"
    " zoals 'beter-slapen'"
)
