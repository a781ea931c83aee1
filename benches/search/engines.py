"""The engines that are measured, and how the index of each is made."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
MODULES = PROJECT / ".cache/bench-search"
WORDS = Path("js/search/words.js")
"""Our own preprocessing, from the root of the theme's files."""


@dataclass(frozen=True)
class Engine:
    """An engine: the name of its module in ``web/`` and what the table calls it."""

    word: str
    name: str
    own_paths: tuple[str, ...]
    """How the paths begin of all that it fetches."""


OURS = "ours"
ENGINES = {
    each.word: each
    for each in (
        Engine(OURS, "**ours**", ("/site/",)),
        Engine("lunr", "stock lunr, nl", ("/peers/",)),
        Engine("minisearch", "MiniSearch", ("/peers/",)),
        Engine("minisearch-words", "MiniSearch, our words", ("/peers/", "/site/")),
        Engine("pagefind", "Pagefind", ("/peers/",)),
    )
}


def prebuild(word: str, folder: Path, site: Path) -> None:
    """Make the index of an engine in its folder of ``folder``, beside the documents."""
    match word:
        case "lunr" | "minisearch" | "minisearch-words":
            _with_node(word, folder, site)
        case "pagefind":
            _run(_program("pagefind"), "--site", str(folder / "pagefind"))


def _with_node(word: str, folder: Path, site: Path) -> None:
    target = folder / word
    target.mkdir(exist_ok=True)
    documents = (str(folder / f"{name}.json") for name in ("documents", "boosts"))
    words = []
    if word == "minisearch-words":
        # Node takes a file for a module only when a package.json above it says so.
        own = target / "site"
        shutil.copytree(site / "theme", own / "theme")
        own.joinpath("package.json").write_text('{"type": "module"}', encoding="utf-8")
        words = [str(own / "theme" / WORDS)]
    script = str(HERE / "prebuild.js")
    index = str(target / "index.json")
    _run("node", script, word, str(MODULES), *documents, index, *words)


def put_words(site: Path) -> None:
    """Put our own preprocessing in a site, which sends it with the rest, by itself."""
    for name in (WORDS, Path("vendor/snowball/dutch-porter.js")):
        text = PROJECT.joinpath("theme/static", name).read_text("utf-8")
        target = site / "theme" / name
        target.write_text(jsmin(text), encoding="utf-8")


def copy_libraries(folder: Path) -> None:
    """Put the browser's part of lunr and MiniSearch in their folders, minified."""
    lunr = folder / "lunr"
    lunr.mkdir(exist_ok=True)
    modules = MODULES / "node_modules"
    languages = modules / "lunr-languages/min"
    shutil.copy(modules / "lunr/lunr.min.js", lunr)
    shutil.copy(languages / "lunr.stemmer.support.min.js", lunr)
    shutil.copy(languages / "lunr.nl.min.js", lunr)
    source = str(modules / "minisearch/dist/es/index.js")
    target = str(folder / "minisearch/minisearch.js")
    _run(_program("esbuild"), source, "--minify", f"--outfile={target}")


def versions() -> str:
    """Give the peers with their versions."""
    lock = json.loads(HERE.joinpath("package-lock.json").read_text("utf-8"))
    return ", ".join(
        f"{name} {lock['packages'][f'node_modules/{name}']['version']}"
        for name in ("lunr", "lunr-languages", "minisearch", "pagefind")
    )


def _program(name: str) -> str:
    return str(MODULES / "node_modules/.bin" / name)


def _run(*command: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own words
        command, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-3000:]}")
