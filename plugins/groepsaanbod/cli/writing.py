"""``new``, ``format`` and the spreadsheet: ways to write partners' files."""

import argparse
from pathlib import Path

from groepsaanbod.asking import Interview
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.cli.saying import (
    CLEAN,
    MISTAKES,
    days,
    folders,
    missing_folder,
    wrong_use,
)
from groepsaanbod.formatting import format_files
from groepsaanbod.loading import load
from groepsaanbod.outcome import Outcome


def _catalogue(options: argparse.Namespace) -> Catalogue | int:
    """Give what is right in all files, or the exit code if the region's are not."""
    if problem := missing_folder(options.offers, options.region):
        return problem
    for path in options.files:
        if not path.exists():
            return wrong_use(f"{path} is er niet")
    catalogue = load(folders(options), *days(options)).catalogue
    if catalogue is None:
        print("Eerst moeten de bestanden van de regio kloppen; doe: make check")
        return MISTAKES
    return catalogue


def _say(outcome: Outcome) -> int:
    print("\n".join(outcome.lines))
    return CLEAN if outcome.is_right else MISTAKES


def _format(options: argparse.Namespace) -> int:
    catalogue = _catalogue(options)
    if isinstance(catalogue, int):
        return catalogue
    return _say(
        format_files(
            options.files or [options.offers],
            catalogue.vocabulary,
            is_dry=options.dry_run,
            even_with_comments=options.even_with_comments,
        )
    )


def _new(options: argparse.Namespace) -> int:
    catalogue = _catalogue(options)
    if isinstance(catalogue, int):
        return catalogue
    latest = days(options)[1]
    interview = Interview(input, print, catalogue, options.offers, latest)
    print("We stellen steeds één vraag. Stoppen: Ctrl+C.")
    try:
        is_saved = interview.run()
    except (EOFError, KeyboardInterrupt):
        print("\n\nGestopt. Er is niets opgeslagen.")
        if interview.so_far:
            print(f"Dit had u al ingevuld:\n\n{interview.so_far}")
        return MISTAKES
    return CLEAN if is_saved else MISTAKES


def _template(options: argparse.Namespace) -> int:
    catalogue = _catalogue(options)
    if isinstance(catalogue, int):
        return catalogue
    from groepsaanbod import spreadsheet  # noqa: PLC0415 - slow, and seldom needed

    return _say(spreadsheet.put_out(_workbook(options, "aanbod"), catalogue))


def _export(options: argparse.Namespace) -> int:
    catalogue = _catalogue(options)
    if isinstance(catalogue, int):
        return catalogue
    offers = [each for each in catalogue.offers if each.partner == options.partner]
    if not offers:
        partners = ", ".join(sorted({each.partner for each in catalogue.offers}))
        return wrong_use(f"welke aanbieder? Zet achter --partner een van: {partners}")
    from groepsaanbod import spreadsheet  # noqa: PLC0415 - slow, and seldom needed

    paths = [options.offers / each.partner / f"{each.slug}.yaml" for each in offers]
    target = _workbook(options, options.partner)
    return _say(spreadsheet.put_out(target, catalogue, paths))


def _workbook(options: argparse.Namespace, name: str) -> Path:
    return options.asked_output or Path(f"{name}.xlsx")


def _import(options: argparse.Namespace) -> int:
    if len(options.files) != 1:
        return wrong_use("welk rekenblad? Noem er één, zoals aanbod.xlsx")
    catalogue = _catalogue(options)
    if isinstance(catalogue, int):
        return catalogue
    from groepsaanbod import spreadsheet  # noqa: PLC0415 - slow, and seldom needed

    return _say(
        spreadsheet.bring_in(
            options.files[0],
            options.offers,
            catalogue,
            days(options)[1],
            partner=options.partner,
            is_dry=options.dry_run,
            is_forced=options.force,
        )
    )


DO = {
    "new": _new,
    "template": _template,
    "import": _import,
    "export": _export,
    "format": _format,
}
