"""Does what the commands on spreadsheets ask, and gives what to say about it."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from groepsaanbod.catalogue import Catalogue
from groepsaanbod.formatting import difference
from groepsaanbod.loading import read_bytes
from groepsaanbod.outcome import Outcome
from groepsaanbod.saving import write_new, write_over
from groepsaanbod.source import read
from groepsaanbod.spreadsheet.importing import Change, Imported, imported
from groepsaanbod.spreadsheet.making import Exported, workbook
from groepsaanbod.spreadsheet.opening import Unreadable, opened
from groepsaanbod.wording import counted


def bring_in(  # noqa: PLR0913 - what the command line takes
    path: Path,
    offers: Path,
    catalogue: Catalogue,
    latest_day: date,
    *,
    partner: str,
    is_dry: bool,
    is_forced: bool,
) -> Outcome:
    """Make files in ``offers`` of the rows of a spreadsheet, or show the difference.

    What is no new file and not exported in its present state stays, unless forced.
    """
    try:
        book = opened(path)
    except Unreadable as error:
        return Outcome((f"{path}: {error}.",), is_right=False)
    found = imported(book, offers, catalogue, latest_day, partner)
    held = [each for each in found.changes if each.objection and not is_forced]
    going = [each for each in found.changes if each not in held]
    stuck = [] if is_dry else [each for each in going if not _is_written(each)]
    going = [each for each in going if each not in stuck]
    is_wrong = any(not each.is_warning for each in found.problems)
    return Outcome(
        (
            *map(str, found.problems),
            *(f"{each.path}: {each.objection}; we lieten het zo." for each in held),
            *(f"{each.path} kunnen we niet schrijven." for each in stuck),
            *map(_difference if is_dry else _said, found.changes if is_dry else going),
            *_summary(found, held, going, is_dry=is_dry),
        ),
        is_right=not (is_wrong or held or stuck),
    )


def _is_written(change: Change) -> bool:
    """Write a file; tell whether that could be done."""
    try:
        if change.before is None:
            write_new(change.path, change.after)
        else:
            write_over(change.path, change.after)
    except OSError:
        return False
    return True


def _difference(change: Change) -> str:
    text = difference(str(change.path), change.before or "", change.after)
    return text.removesuffix("\n")


def _said(change: Change) -> str:
    if change.before is None:
        return f"{change.path}: nieuw."
    return f"{change.path}: bijgewerkt ({', '.join(change.keys)})."


def _summary(
    found: Imported, held: list[Change], going: list[Change], *, is_dry: bool
) -> Iterator[str]:
    new = sum(each.before is None for each in going)
    counts = {
        "nieuw": new,
        "bijgewerkt": len(going) - new,
        "al gelijk": found.same,
        "niet gedaan": len(held),
        "met een fout": found.wrong,
    }
    parts = [f"{number} {what}" for what, number in counts.items() if number]
    if parts:
        yield f"\nAanbod: {', '.join(parts)}."
    if is_dry:
        yield "Dit was om te kijken: er is niets veranderd."
    if held and not is_dry:
        yield "Kijk eerst met --dry-run wat er zou veranderen. Doorgaan kan met --toch."


def put_out(target: Path, catalogue: Catalogue, paths: Iterable[Path] = ()) -> Outcome:
    """Write a workbook with the offers in these files, where nothing stands yet."""
    if target.suffix != ".xlsx":
        return Outcome((f"{target} eindigt niet op .xlsx.",), is_right=False)
    offers = [_exported(path) for path in paths]
    book = workbook(catalogue.vocabulary, offers)
    try:
        with target.open("xb") as file:
            book.save(file)
    except FileExistsError:
        line = f"{target} is er al; kies een andere naam met --output."
        return Outcome((line,), is_right=False)
    except OSError:
        return Outcome((f"{target} kunnen we niet schrijven.",), is_right=False)
    what = f" Er staat in: {counted(len(offers), 'aanbod', 'keer aanbod')}."
    return Outcome((f"Het rekenblad staat in {target}.{what if offers else ''}",))


def _exported(path: Path) -> Exported:
    raw, _ = read_bytes(path)
    document, _ = read(str(path), raw or b"")
    data = document.data if document else {}
    return Exported(path.parent.name, path.stem, raw or b"", data)
