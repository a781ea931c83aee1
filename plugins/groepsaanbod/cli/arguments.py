"""The arguments of the command, and its help, in Dutch."""

import argparse
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from groepsaanbod.cli.saying import WRONG_USE
from groepsaanbod.vocabulary import WHOLE_REGION

COMMANDS = {
    "check": "kijk of alle bestanden kloppen",
    "build": "kijk de bestanden na en bouw de site",
    "publish": "bouw de site voor internet, en weiger als er iets niet klopt",
    "serve": "bouw de site, toon haar en bouw opnieuw bij elke wijziging",
    "changes": "zeg wat er veranderde tussen twee dagen, tags of commits",
    "review": "zeg van een voorstel of het mag en klopt, en wat het betekent",
    "remind": "vraag aanbieders of hun aanbod nog klopt",
    "codeowners": "schrijf voor GitHub wie naar welke map kijkt",
    "schema": "schrijf het JSON Schema voor editors, en de veldengids",
    "new": "vraag wat er in een aanbod hoort, en schrijf het bestand",
    "template": "maak een leeg rekenblad voor aanbod",
    "import": "maak bestanden van de rijen in een rekenblad",
    "export": "zet het aanbod van een aanbieder in een rekenblad",
    "format": "zet bestanden van aanbieders in de vaste vorm",
    "gaps": "toon waar aanbod mist",
    "overlap": "toon wie hetzelfde aanbiedt",
    "decisions": "toon wat er besloten is",
    "figures": "toon de cijfers naast wat beloofd is",
    "quality": "toon wat elke aanbieder kan verbeteren",
    "visits": "tel in logbestanden van de webserver hoe vaak de site bezocht is",
    "links": "kijk of de links in alle bestanden nog werken",
}


OUTPUT = Path("output")
"""Where a site comes when nobody says where."""


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


def parser() -> argparse.ArgumentParser:
    """Give what reads the arguments."""
    lines = "\n".join(f"  {name:11}{what}" for name, what in COMMANDS.items())
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
        help="check, format: alleen deze; import: het rekenblad; visits: logbestanden;"
        " changes: van wanneer en tot wanneer; review: het voorstel, als main..HEAD",
    )
    for option, folder, what in (
        ("--offers", "offers", "de map met het aanbod"),
        ("--region", "region", "de map met de gegevens van de regio"),
        ("--content", "content", "de map met de teksten"),
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
        "--output",
        type=Path,
        metavar="PAD",
        help=f"waar de site komt (nu: {OUTPUT}), of het bestand",
    )
    parser.add_argument(
        "--date",
        type=_day,
        metavar="DAG",
        help="de dag die telt als vandaag, zoals 2026-11-24",
    )
    parser.add_argument(
        "--format",
        choices=("text", "github", "json", "csv", "markdown"),
        default="text",
        metavar="VORM",
        help="check: text, github of json; rapporten: text, json of csv;"
        " review: text, github of markdown",
    )
    parser.add_argument(
        "--area",
        default=WHOLE_REGION,
        metavar="WOORD",
        help="rapporten: een gemeente of gebied, zoals zandvoort",
    )
    parser.add_argument(
        "--table", default="", metavar="NAAM", help="rapporten: alleen deze tabel"
    )
    for option, name, what in (
        ("--author", "NAAM", "van wie het voorstel is, met de naam op GitHub"),
        ("--reason", "TEKST", "de tekst bij het voorstel; daarin staat 'Reden: …'"),
    ):
        parser.add_argument(option, default="", metavar=name, help=f"review: {what}")
    parser.add_argument(
        "--repository",
        type=Path,
        default=Path(),
        metavar="PAD",
        help="review: waar het git-project met het voorstel staat (nu: hier)",
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
        help="export, import, remind: de map van de aanbieder",
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
