"""The edge to the terminal: the command ``groepsaanbod`` and what it prints."""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

from groepsaanbod import building, publishing
from groepsaanbod.asking import Interview
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.formatting import format_files
from groepsaanbod.forms import schema_texts, with_field_guide
from groepsaanbod.keeping import Kept, kept_for
from groepsaanbod.loading import Folders, Loaded, check_file, load
from groepsaanbod.outcome import Outcome
from groepsaanbod.problems import Problem, Severity, mistakes
from groepsaanbod.site import Site

CLEAN, MISTAKES, WRONG_USE = 0, 1, 2

COMMANDS = {
    "check": "kijk of alle bestanden kloppen",
    "build": "kijk de bestanden na en bouw de site",
    "publish": "bouw de site voor internet, en weiger als er iets niet klopt",
    "serve": "bouw de site, toon haar en bouw opnieuw bij elke wijziging",
    "schema": "schrijf het JSON Schema voor editors, en de veldengids",
    "new": "vraag wat er in een aanbod hoort, en schrijf het bestand",
    "template": "maak een leeg rekenblad voor aanbod",
    "import": "maak bestanden van de rijen in een rekenblad",
    "export": "zet het aanbod van een aanbieder in een rekenblad",
    "format": "zet bestanden van aanbieders in de vaste vorm",
}

GUIDE = Path("BIJDRAGEN.md")
"""The document for partners, which carries the field guide."""

OUTPUT = Path("output")

SOURCES = (Path("theme"), Path("plugins"))
"""What else a site is built from, beside the region's own folders."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the terminal asks; give the exit code.

    0: everything is right; 1: there are mistakes; 2: the command was used wrongly.
    """
    options = _parser().parse_intermixed_args(arguments)
    return _COMMANDS[options.command](options)


_IN_DUTCH = (
    (r"the following arguments are required: .*", "welk commando? Kies er een"),
    (r"unrecognized arguments: (.*)", r"'\1' kennen we niet"),
    (r"argument (\S+): expected .* argument", r"achter \1 hoort nog iets"),
    (r"argument (\S+): invalid choice: '(.*?)' .*", r"\1 kan niet '\2' zijn"),
    (
        r"argument --date: invalid \w+ value: '(.*)'",
        r"'\1' is geen dag; schrijf jaar-maand-dag, zoals 2027-02-01",
    ),
    (r"argument (\S+): invalid \w+ value: '(.*)'", r"\1 kan niet '\2' zijn"),
    (r"ambiguous option: (\S+) .*", r"'\1' kan meer dan één ding zijn"),
)


class _Parser(argparse.ArgumentParser):
    """Argparse in Dutch."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            usage="%(prog)s commando [bestand ...] [opties]",
            description=description,
            add_help=False,
            formatter_class=_Formatter,
        )
        self._positionals.title = "wat"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong with the command, and stop."""
        for pattern, dutch in _IN_DUTCH:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, dutch, message, flags=re.DOTALL)
                break
        self.exit(WRONG_USE, f"{self.prog}: {message}.\nTyp: {self.prog} --help\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Argparse's help with a Dutch first word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = "gebruik: ",
    ) -> None:
        """Begin with "gebruik"."""
        super().add_usage(usage, actions, groups, prefix or "gebruik: ")


def _parser() -> argparse.ArgumentParser:
    lines = "\n".join(f"  {name:9}{what}" for name, what in COMMANDS.items())
    parser = _Parser(
        "groepsaanbod",
        "Maakt van bestanden met groepsaanbod een site voor ouders."
        f"\n\ncommando's:\n{lines}",
    )
    parser.add_argument(
        "command", choices=COMMANDS, metavar="commando", help="zie hierboven"
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="bestand",
        help="check, format: alleen deze; import: het rekenblad",
    )
    for option, folder, what in (
        ("--offers", "offers", "de map met het aanbod"),
        ("--region", "region", "de map met de gegevens van de regio"),
        ("--content", "content", "de map met de teksten"),
        ("--output", str(OUTPUT), "waar de site of het rekenblad komt"),
        ("--settings", "pelicanconf.py", "de instellingen van Pelican"),
        ("--schema", "schema", "de map met het JSON Schema"),
    ):
        parser.add_argument(
            option,
            type=Path,
            default=Path(folder),
            metavar="PAD",
            help=f"{what} (nu: {folder})",
        )
    parser.add_argument(
        "--date",
        type=_day,
        metavar="DAG",
        help="de dag die telt als vandaag, zoals 2026-11-24",
    )
    parser.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        metavar="VORM",
        help="check: text, github of json",
    )
    parser.add_argument(
        "--toch",
        dest="force",
        action="store_true",
        help="publish: ook als er iets niet klopt; import: ook over wat er al staat",
    )
    parser.add_argument(
        "--opnieuw",
        dest="afresh",
        action="store_true",
        help="bouwen zonder wat van de vorige keer is bewaard",
    )
    parser.add_argument(
        "--partner",
        default="",
        metavar="MAP",
        help="export, import: de map van de aanbieder",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="format, import: laat alleen zien wat er zou veranderen",
    )
    parser.add_argument(
        "--ook-met-commentaar",
        dest="even_with_comments",
        action="store_true",
        help="format: ook bestanden met uitleg achter een #; die uitleg verdwijnt",
    )
    parser.add_argument(
        "--manifest",
        type=Path,
        metavar="BESTAND",
        help="publish: het manifest.json van de site die nu op internet staat",
    )
    parser.add_argument(
        "--port", type=int, default=8000, metavar="POORT", help="serve: nu 8000"
    )
    return parser


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _folders(options: argparse.Namespace) -> Folders:
    return Folders(options.offers, options.region, options.content)


def _days(options: argparse.Namespace) -> tuple[date, date]:
    """Give the day that counts as today, and the last one that somebody can know."""
    real = date.today()  # noqa: DTZ011 - the day where somebody sits
    today = options.date or real
    return today, max(real, today)


def _check(options: argparse.Namespace) -> int:
    if problem := _missing_folder(options.offers, options.region):
        return problem
    for path in options.files:
        if not path.exists():
            return _wrong_use(f"{path} is er niet")
    loaded = load(_folders(options), *_days(options))
    problems = loaded.problems
    if options.files and loaded.catalogue is not None:
        problems = tuple(sorted(_about(options, loaded)))
    _FORMATS[options.format](problems)
    if options.format == "text":
        _say_how_it_went(problems, loaded, only_some=bool(options.files))
    return MISTAKES if mistakes(list(problems)) else CLEAN


def _about(options: argparse.Namespace, loaded: Loaded) -> list[Problem]:
    """Give what is wrong in the files asked for, also in one from elsewhere."""
    found: list[Problem] = []
    for path in options.files:
        own = path.resolve()
        if _is_loaded(options, own):
            found += [
                each
                for each in loaded.problems
                if _is_within(Path(each.path).resolve(), own)
            ]
        else:
            checked = check_file(_folders(options), path, *_days(options))
            found += [each for each in checked.problems if each.path == str(path)]
    return found


def _is_loaded(options: argparse.Namespace, path: Path) -> bool:
    if any(
        path.is_relative_to(folder.resolve())
        for folder in (options.region, options.content)
    ):
        return True
    offers = options.offers.resolve()
    return path.is_relative_to(offers) and not path.name.startswith(("_", "."))


def _is_within(one: Path, other: Path) -> bool:
    """Tell whether one is the other or stands in it, either way round."""
    return one.is_relative_to(other) or other.is_relative_to(one)


def _missing_folder(*folders: Path) -> int:
    for folder in folders:
        if not folder.is_dir():
            return _wrong_use(
                f"hier is geen map {folder}; ga naar de map van het project"
            )
    return CLEAN


def _wrong_use(message: str) -> int:
    print(f"groepsaanbod: {message}.", file=sys.stderr)
    return WRONG_USE


def _say_how_it_went(
    problems: Sequence[Problem], loaded: Loaded, *, only_some: bool
) -> None:
    wrong = mistakes(list(problems))
    warnings = len(problems) - len(wrong)
    if warnings:
        again = "1 waarschuwing" if warnings == 1 else f"{warnings} waarschuwingen"
        print(f"\n{again}: kijk er nog eens naar.")
    if wrong:
        files = len({each.path for each in wrong})
        count = "1 fout" if len(wrong) == 1 else f"{len(wrong)} fouten"
        where = "1 bestand" if files == 1 else f"{files} bestanden"
        print(f"\n{count} in {where}. Verbeter ze en probeer het opnieuw.")
    elif only_some:
        print("Alles klopt.")
    elif loaded.catalogue is not None:
        offers = len(loaded.catalogue.offers)
        partners = len(loaded.catalogue.partners)
        print(f"Alles klopt: {offers} keer aanbod van {partners} aanbieders.")


def _print_text(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem)


def _print_github(problems: Sequence[Problem]) -> None:
    for each in problems:
        kind = "error" if each.severity is Severity.MISTAKE else "warning"
        place = f"file={_property(each.path)},line={each.line},col={each.column}"
        field = f"{each.field}: " if each.field else ""
        print(f"::{kind} {place}::{_data(field + each.message)}")


def _data(text: str) -> str:
    """Escape as GitHub's runner wants it, so that no file can give it commands."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _print_json(problems: Sequence[Problem]) -> None:
    found = [
        {
            "bestand": each.path,
            "regel": each.line,
            "kolom": each.column,
            "veld": each.field,
            "melding": each.message,
            "ernst": str(each.severity),
        }
        for each in problems
    ]
    print(json.dumps(found, ensure_ascii=False, indent=2))


_FORMATS = {"text": _print_text, "github": _print_github, "json": _print_json}


def _plan(options: argparse.Namespace) -> building.Plan:
    return building.Plan(
        folders=_folders(options),
        content=options.content,
        output=options.output.resolve(),
        settings=options.settings,
        today=str(options.date or ""),
    )


def _source_within(options: argparse.Namespace) -> Path | None:
    """Give the source that a build into this output would destroy, or None."""
    output = options.output.resolve()
    for source in (options.offers, options.region, options.content, *SOURCES):
        place = source.resolve()
        if place.is_relative_to(output) or output.is_relative_to(place):
            return Path(source)
    return None


def _publish(options: argparse.Namespace) -> int:
    """Build what goes live, and look at it before it takes its place."""
    live = _offers_live(options.manifest)

    def look(site: Site, new: Path, old: Path) -> None:
        before = publishing.count_offers(old) if live is None else live
        found = [
            *publishing.objections(new, before),
            *publishing.unfinished(new, site, options.content),
        ]
        if found and not options.force:
            reasons = "\n".join(f"- {each}" for each in found)
            raise building.BuildError(
                f"We publiceren dit niet:\n{reasons}"
                "\nIs dit toch de bedoeling? Gebruik dan --toch (make publish TOCH=ja)."
            )
        new.joinpath(publishing.MANIFEST).write_text(
            publishing.manifest(new), encoding="utf-8"
        )

    return _build(options, look)


def _offers_live(manifest: Path | None) -> int | None:
    """Give how many offers are on the internet; None if nobody says where to look."""
    if manifest is None:
        return None
    count = publishing.offers_in(manifest)
    if count is None:
        print(
            f"We kunnen {manifest} niet lezen."
            " We publiceren alsof het de eerste keer is."
        )
        return 0
    return count


def _build(
    options: argparse.Namespace,
    look: Callable[[Site, Path, Path], None] | None = None,
) -> int:
    if problem := _missing_folder(options.offers, options.region, options.content):
        return problem
    if not options.settings.is_file():
        return _wrong_use(f"hier is geen {options.settings}; ga naar de projectmap")
    if holds := _source_within(options):
        return _wrong_use(
            f"--output {options.output} zou de map {holds} wissen; kies een andere map"
        )
    kept = Kept() if options.afresh else kept_for(options.output)
    loaded = load(_folders(options), *_days(options), kept)
    _print_text(loaded.problems)
    _say_how_it_went(loaded.problems, loaded, only_some=False)
    catalogue = loaded.catalogue
    if catalogue is None or mistakes(list(loaded.problems)):
        print("De site is niet opnieuw gebouwd; wat er stond, staat er nog.")
        return MISTAKES
    try:
        at_the_site = partial(look, catalogue.site) if look else None
        building.build(_plan(options), at_the_site, catalogue, kept)
    except building.BuildError as error:
        print(f"{error}\n\nDe site is niet gebouwd; wat er stond, staat er nog.")
        return MISTAKES
    print(f"De site staat in {options.output}/.")
    return CLEAN


def _serve(options: argparse.Namespace) -> int:
    try:
        server = building.server(options.output, options.port)
    except (OSError, OverflowError):
        return _wrong_use(
            f"poort {options.port} is bezet of bestaat niet; kies een andere met --port"
            " (make serve PORT=8001)"
        )
    first = _build_afresh(options)
    if first == WRONG_USE:
        return first
    Thread(target=server.serve_forever, daemon=True).start()
    print(
        f"\nOpen http://localhost:{server.server_port} in uw browser."
        "\nStoppen: Ctrl+C.",
        flush=True,
    )
    try:
        for _ in building.changes(_plan(options), SOURCES):
            print("\nEr is iets veranderd. We bouwen opnieuw …", flush=True)
            _build_afresh(options)
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        server.shutdown()
    return CLEAN


def _build_afresh(options: argparse.Namespace) -> int:
    """Build in a new process, so that changed code counts too."""
    names = ("offers", "region", "content", "output", "settings")
    command = [sys.executable, "-m", "groepsaanbod", "build"]
    for name in names:
        command += [f"--{name}", str(getattr(options, name))]
    command += ["--date", str(options.date or "")]
    command += ["--opnieuw"] if options.afresh else []
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own words


def _schema(options: argparse.Namespace) -> int:
    if problem := _missing_folder(options.offers, options.region):
        return problem
    loaded = load(_folders(options), *_days(options))
    if loaded.catalogue is None:
        _print_text(loaded.problems)
        return MISTAKES
    options.schema.mkdir(exist_ok=True)
    for name, text in schema_texts(loaded.catalogue.vocabulary):
        options.schema.joinpath(name).write_text(text, encoding="utf-8")
    print(f"Het JSON Schema staat in {options.schema}/.")
    if GUIDE.is_file():
        guide = with_field_guide(
            GUIDE.read_text(encoding="utf-8"), loaded.catalogue.vocabulary
        )
        GUIDE.write_text(guide, encoding="utf-8")
        print(f"De veldengids staat in {GUIDE}.")
    return CLEAN


def _catalogue(options: argparse.Namespace) -> Catalogue | int:
    """Give what is right in all files, or the exit code if the region's are not."""
    if problem := _missing_folder(options.offers, options.region):
        return problem
    for path in options.files:
        if not path.exists():
            return _wrong_use(f"{path} is er niet")
    catalogue = load(_folders(options), *_days(options)).catalogue
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
    latest = _days(options)[1]
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
        return _wrong_use(f"welke aanbieder? Zet achter --partner een van: {partners}")
    from groepsaanbod import spreadsheet  # noqa: PLC0415 - slow, and seldom needed

    paths = [options.offers / each.partner / f"{each.slug}.yaml" for each in offers]
    target = _workbook(options, options.partner)
    return _say(spreadsheet.put_out(target, catalogue, paths))


def _workbook(options: argparse.Namespace, name: str) -> Path:
    is_named: bool = options.output != OUTPUT
    return Path(options.output) if is_named else Path(f"{name}.xlsx")


def _import(options: argparse.Namespace) -> int:
    if len(options.files) != 1:
        return _wrong_use("welk rekenblad? Noem er één, zoals aanbod.xlsx")
    catalogue = _catalogue(options)
    if isinstance(catalogue, int):
        return catalogue
    from groepsaanbod import spreadsheet  # noqa: PLC0415 - slow, and seldom needed

    return _say(
        spreadsheet.bring_in(
            options.files[0],
            options.offers,
            catalogue,
            _days(options)[1],
            partner=options.partner,
            is_dry=options.dry_run,
            is_forced=options.force,
        )
    )


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "build": _build,
    "publish": _publish,
    "serve": _serve,
    "schema": _schema,
    "new": _new,
    "template": _template,
    "import": _import,
    "export": _export,
    "format": _format,
}
