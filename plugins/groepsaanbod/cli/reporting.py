"""The reports in a terminal, and what is gathered for them: changes, visits, links."""

import argparse
from collections.abc import Callable
from datetime import date

from groepsaanbod import links as asking
from groepsaanbod import visits as counting
from groepsaanbod import wording
from groepsaanbod.analysis.changes import compare
from groepsaanbod.analysis.overlap import every_pair
from groepsaanbod.analysis.snapshots import Snapshot
from groepsaanbod.changed import Period
from groepsaanbod.cli.saying import (
    CLEAN,
    MISTAKES,
    days,
    folders,
    missing_folder,
    print_text,
    say_how_it_went,
    write,
    wrong_use,
)
from groepsaanbod.history import History, HistoryError, of_now, until_now
from groepsaanbod.loading import load
from groepsaanbod.loading.planning import CHANGES_FILE, LINKS_FILE
from groepsaanbod.loading.visits import VISITS_FILE, read_visits
from groepsaanbod.problems import mistakes
from groepsaanbod.reports import FORMATS, REPORTS, written
from groepsaanbod.reports.changes import of_period, sentences, within
from groepsaanbod.reports.changes_listed import all_in_one
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import as_csv, as_text


def report(options: argparse.Namespace) -> int:
    """Print one of the reports on the catalogue."""
    if options.format not in FORMATS:
        return wrong_use(f"kies bij --format uit: {', '.join(FORMATS)}")
    if problem := missing_folder(options.offers, options.region):
        return problem
    today, latest_day = days(options)
    loaded = load(folders(options), today, latest_day)
    wrong = mistakes(list(loaded.problems))
    if loaded.catalogue is None or wrong:
        print_text(wrong)
        say_how_it_went(wrong, loaded, only_some=False)
        return MISTAKES
    reported = Reported(loaded.catalogue, today, loaded.problems)
    places = {place.word: place for place in reported.supply.places}
    if options.area not in places:
        return wrong_use(
            f"'{options.area}' is geen plek in de regio; kies uit: {', '.join(places)}"
        )
    place = places[options.area]
    try:
        text = written(options.command, reported, place, options.format, options.table)
    except KeyError as names:
        return wrong_use(f"kies bij --table uit: {', '.join(names.args)}")
    print(text, end="" if text.endswith("\n") else "\n")
    return CLEAN


def changes(options: argparse.Namespace) -> int:
    """Compare two moments, or write the file of which the site tells.

    With one moment the other is now: the files as they stand.
    """
    if problem := missing_folder(options.offers, options.region):
        return problem
    if len(options.files) > len(("van", "tot")):
        return wrong_use("noem hoogstens twee dagen, tags of commits")
    if options.format not in _CHANGES_FORMATS:
        return wrong_use("changes kent alleen de vormen text, json en csv")
    today, _ = days(options)
    asked = _changes_between if options.files else _changes_until_now
    try:
        return asked(options, today)
    except HistoryError as error:
        return wrong_use(str(error))


def _changes_until_now(options: argparse.Namespace, today: date) -> int:
    changes = until_now(folders(options), today, every_pair)
    target = options.asked_output or options.region / CHANGES_FILE
    if problem := write(target, changes.as_text()):
        return problem
    for period in changes.periods:
        print("\n".join(sentences(period)), end="\n\n")
    print(f"Wat er veranderde staat in {target}.")
    return CLEAN


def _changes_between(options: argparse.Namespace, today: date) -> int:
    given = folders(options)
    history = History(given)
    before, *rest = [history.moment(str(each)) for each in options.files]
    after = rest[0] if rest else of_now(given, today)
    places = {place.word: place for place in after.supply.places}
    if options.area not in places:
        return wrong_use(
            f"'{options.area}' is geen plek in de regio; kies uit: {', '.join(places)}"
        )
    period = within(compare(before, after, every_pair), places[options.area])
    text = _CHANGES_FORMATS[options.format](period, after)
    if options.asked_output is None:
        print(text, end="")
        return CLEAN
    return write(options.asked_output, text)


def _changes_as_text(period: Period, after: Snapshot) -> str:
    told = of_period(period, after.catalogue, after.day)
    filled = [each for each in told.tables if each.rows]
    return "\n".join(told.sentences) + f"\n\n{as_text(filled)}"


_CHANGES_FORMATS: dict[str, Callable[[Period, Snapshot], str]] = {
    "text": _changes_as_text,
    "json": lambda period, _: period.model_dump_json(by_alias=True, indent=2) + "\n",
    "csv": lambda period, _: as_csv(all_in_one(period)),
}


def visits(options: argparse.Namespace) -> int:
    """Count the visits in logs of a web server."""
    if not options.files:
        return wrong_use("welk logbestand? Noem er een of meer, zoals access.log")
    target = options.asked_output or options.region / VISITS_FILE
    before, problems = read_visits(target)
    if problems:
        print_text(problems)
        return MISTAKES
    log = counting.Log(until=days(options)[1])
    for path in options.files:
        try:
            log.read(counting.lines_of(path))
        except OSError:
            return wrong_use(f"{path} kunnen we niet lezen")
    counted = log.months()
    if log.unreadable:
        lines = wording.counted(log.unreadable, "regel", "regels")
        print(f"Niet te lezen, dus overgeslagen: {lines}.")
    if not counted:
        print(f"Hierin staat geen bezoek. {target} blijft zoals het was.")
        return MISTAKES
    source = counting.SOURCE if log.knows_browsers else counting.SOURCE_WITH_BOTS
    found = counting.merged(before, counted, source)
    target.write_text(counting.as_csv(found.months), encoding="utf-8")
    print("\n".join([*found.remarks, f"Dit staat nu in {target}."]))
    return CLEAN


def links(options: argparse.Namespace) -> int:
    """Ask each link whether it still works."""
    if problem := missing_folder(options.offers, options.region):
        return problem
    today, latest = days(options)
    catalogue = load(folders(options), today, latest).catalogue
    if catalogue is None:
        print("Eerst moeten de bestanden van de regio kloppen; doe: make check")
        return MISTAKES
    looked = asking.look(catalogue, today)
    target = options.region / LINKS_FILE
    target.write_text(asking.as_json(looked), encoding="utf-8")
    print("\n".join(asking.in_words(looked, catalogue)))
    print(f"Dit staat nu in {target}.")
    return CLEAN


DO = {
    "changes": changes,
    "visits": visits,
    "links": links,
    **dict.fromkeys(REPORTS, report),
}
