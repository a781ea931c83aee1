"""``build``, ``publish`` and ``serve``: from files to a site."""

import argparse
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

from groepsaanbod import building, publishing
from groepsaanbod.cli.saying import (
    CLEAN,
    MISTAKES,
    WRONG_USE,
    days,
    folders,
    missing_folder,
    print_text,
    say_how_it_went,
    wrong_use,
)
from groepsaanbod.keeping import Kept, kept_for
from groepsaanbod.loading import load
from groepsaanbod.problems import mistakes
from groepsaanbod.site import Site

SOURCES = (Path("theme"), Path("plugins"))
"""What else a site is built from, beside the region's own folders."""


def _plan(options: argparse.Namespace) -> building.Plan:
    return building.Plan(
        folders=folders(options),
        content=options.content,
        output=options.output.resolve(),
        settings=options.settings,
        today=str(options.date or ""),
    )


def _source_within(options: argparse.Namespace) -> Path | None:
    """Give the source that a build into this output would destroy, or None."""
    plan = _plan(options)
    outputs = plan.output, building.with_report_apart(plan).output
    for source in (options.offers, options.region, options.content, *SOURCES):
        place = source.resolve()
        for output in outputs:
            if place.is_relative_to(output) or output.is_relative_to(place):
                return Path(source)
    return None


def publish(options: argparse.Namespace) -> int:
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

    return build(options, look)


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


def build(
    options: argparse.Namespace,
    look: Callable[[Site, Path, Path], None] | None = None,
) -> int:
    """Build the site; ``look`` may still refuse it."""
    if problem := missing_folder(options.offers, options.region, options.content):
        return problem
    if not options.settings.is_file():
        return wrong_use(f"hier is geen {options.settings}; ga naar de projectmap")
    if holds := _source_within(options):
        return wrong_use(
            f"--output {options.output} zou de map {holds} wissen; kies een andere map"
        )
    kept = Kept() if options.afresh else kept_for(options.output)
    loaded = load(folders(options), *days(options), kept)
    print_text(loaded.problems)
    say_how_it_went(loaded.problems, loaded, only_some=False)
    catalogue = loaded.catalogue
    if catalogue is None or mistakes(list(loaded.problems)):
        print("De site is niet opnieuw gebouwd; wat er stond, staat er nog.")
        return MISTAKES
    plan = replace(_plan(options), warnings=loaded.problems)
    try:
        at_the_site = partial(look, catalogue.site) if look else None
        building.build(plan, at_the_site, catalogue, kept)
        print(f"De site staat in {options.output}/.")
        if look and not building.shows_report(plan):
            apart = building.with_report_apart(plan)
            building.build(apart, None, catalogue, kept_for(apart.output))
            print(
                f"Dezelfde site met het rapport staat in {apart.output.name}/."
                " Zet die map niet op internet."
            )
    except building.BuildError as error:
        print(f"{error}\n\nDe site is niet gebouwd; wat er stond, staat er nog.")
        return MISTAKES
    return CLEAN


def serve(options: argparse.Namespace) -> int:
    """Build and show the site, and build again at each change."""
    try:
        server = building.server(options.output, options.port)
    except (OSError, OverflowError):
        return wrong_use(
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


DO = {
    "build": build,
    "publish": publish,
    "serve": serve,
}
