"""Writes what was measured as Markdown: rows, misses, and what it was measured on."""

import os
import platform
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

from search.corpus import Origin
from search.engines import Engine, versions
from search.judging import FIRST, Query, succeeds, succeeds_as_one
from search.measuring import Figures

Origins = Mapping[str, Origin]
Judge = Callable[[Query, Sequence[str], Origins], bool]

HEAD = (
    "| engine | success@3: list | held out | the same, clones as one"
    " | KB: median | max | requests | load ms | warm ms: p50 | p95 | p95 at 4x | MB |\n"
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |"
)


def row(
    engine: Engine, figures: Figures, origins: Origins, lists: Sequence[list[Query]]
) -> str:
    """Give the line of an engine."""
    cells = [
        engine.name,
        *(_share(each, figures, origins, succeeds) for each in lists),
        ", ".join(_share(each, figures, origins, succeeds_as_one) for each in lists),
        f"{median(figures.sizes) / 1000:.1f}",
        f"{max(figures.sizes) / 1000:.1f}",
        f"{median(figures.requests):.0f}",
        f"{median(figures.loads):.0f}",
        f"{median(figures.normal):.1f}",
        f"{percentile_95(figures.normal):.1f}",
        f"{percentile_95(figures.slow):.1f}",
        f"{figures.memory:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


def _share(
    queries: list[Query], figures: Figures, origins: Origins, succeed: Judge
) -> str:
    right = sum(succeed(each, figures.found[each.text], origins) for each in queries)
    return f"{100 * right / len(queries):.1f} %"


def percentile_95(values: Sequence[float]) -> float:
    """Give the value that one in twenty is above."""
    return quantiles(values, n=20, method="inclusive")[-1]


def misses(queries: list[Query], figures: Figures, origins: Origins) -> Iterator[str]:
    """Give the score for each kind, and a line for each query without an answer."""
    for kind in dict.fromkeys(each.kind for each in queries):
        of_kind = [each for each in queries if each.kind == kind]
        share = _share(of_kind, figures, origins, succeeds)
        yield f"- {kind}: {share} of {len(of_kind)}"
    for query in queries:
        found = figures.found[query.text]
        if not succeeds(query, found, origins):
            instead = ", ".join(found[:FIRST]) or "nothing"
            wanted = ", ".join(sorted(query.good))
            yield f"- {query.kind}: “{query.text}” found {instead}; wanted {wanted}"


def measured_on(browser: str) -> str:
    """Say when, with what and on which machine it was measured."""
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    return (
        f"{datetime.now().astimezone():%d-%m-%Y %H:%M}; {os.cpu_count()} x "
        f"{cpu[1] if cpu else platform.processor()}; Chromium {browser}; "
        f"Python {platform.python_version()}; {versions()}."
    )
