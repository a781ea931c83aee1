"""``check`` and ``schema``: what is right in the files, and how editors may know."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from groepsaanbod.cli.saying import (
    CLEAN,
    MISTAKES,
    days,
    folders,
    missing_folder,
    print_github,
    print_text,
    say_how_it_went,
    wrong_use,
)
from groepsaanbod.forms import schema_texts, with_field_guide
from groepsaanbod.loading import Loaded, check_file, load
from groepsaanbod.problems import Problem, mistakes

GUIDE = Path("BIJDRAGEN.md")
"""The document for partners, which carries the field guide."""


def check(options: argparse.Namespace) -> int:
    """Say what is wrong in all files, or in those asked for."""
    if options.format not in _FORMATS:
        return wrong_use(f"kies bij --format uit: {', '.join(_FORMATS)}")
    if problem := missing_folder(options.offers, options.region):
        return problem
    for path in options.files:
        if not path.exists():
            return wrong_use(f"{path} is er niet")
    loaded = load(folders(options), *days(options))
    problems = loaded.problems
    if options.files and loaded.catalogue is not None:
        problems = tuple(sorted(_about(options, loaded)))
    _FORMATS[options.format](problems)
    if options.format == "text":
        say_how_it_went(problems, loaded, only_some=bool(options.files))
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
            checked = check_file(folders(options), path, *days(options))
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


_FORMATS = {"text": print_text, "github": print_github, "json": _print_json}


def schema(options: argparse.Namespace) -> int:
    """Write the JSON Schema, and the field guide where there is one."""
    if problem := missing_folder(options.offers, options.region):
        return problem
    loaded = load(folders(options), *days(options))
    if loaded.catalogue is None:
        print_text(loaded.problems)
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


DO = {
    "check": check,
    "schema": schema,
}
