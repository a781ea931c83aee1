"""Measures one engine in Chromium: bytes, load, queries, memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any

from playwright.sync_api import Browser, Page

from search.engines import Engine
from search.serving import Served

AFTERWARDS = "/choices.json"
QUIET = 0.4
"""Seconds without a request after which an engine has all that it wants."""
PATIENCE = 120_000
"""Milliseconds that a page of ten thousand offers may take to load."""
PAGE = "/site/aanbod/"
SLOWER = 4
TIMED = 200
"""About how many of the questions are timed; all are asked before."""
ROUNDS = 3
"""How often each warm query is timed; the best counts, for others use the machine."""

Typical = dict[str, Any]

TYPICAL: tuple[Typical, ...] = (
    {"text": "autisme"},
    {"text": "kies"},
    {"text": "scheidng"},
    {"text": "mn zoon is zo boos sinds de scheiding"},
    {"text": "baby slaapt slecht"},
    {"text": "gratis cursus zandvoort"},
    {"text": "groep 8 faalangst"},
    {"text": "voor vaders"},
    {"text": "mamacafe haarlem"},
    {"text": "verslaafde moeder"},
    {"text": "pubergedrag", "filters": {"gemeente": ["haarlem"]}},
    {"text": "woensdagmiddag sporten 9 jaar"},
)
"""What bytes and load are measured with; the peers know no filters."""


@dataclass(frozen=True)
class Figures:
    """What was measured of an engine."""

    sizes: list[int]
    """Bytes to the first ten results, for each typical query."""
    requests: list[int]
    loads: list[float]
    """Milliseconds from nothing to those results."""
    normal: list[float]
    """Milliseconds of the warm queries that are timed, the best of three."""
    slow: list[float]
    """The same on a processor that is four times slower."""
    memory: float
    """MB, of the page and its workers."""
    found: dict[str, list[str]]
    """Identities of the first results by the text of the query."""


@dataclass(frozen=True)
class Bench:
    """A browser, the server of a region, and the day that counts as today."""

    browser: Browser
    served: Served
    address: str
    day: str

    @contextmanager
    def _page(self, engine: Engine, *, on_page: bool = False) -> Iterator[Page]:
        context = self.browser.new_context()
        page = context.new_page()
        query = f"engine={engine.word}&day={self.day}{'&on-page' * on_page}"
        page.goto(f"{self.address}bench/engine.html?{query}")
        page.wait_for_function("window.bench")
        yield page
        context.close()

    def figures(self, engine: Engine, texts: Sequence[str]) -> Figures:
        """Measure an engine; the texts are what it is asked when it is warm."""
        queries = [{"text": text} for text in texts]
        with self._page(engine) as page:  # so that the server has compressed it all
            page.evaluate("query => bench.cold(query)", TYPICAL[0])
            page.evaluate("queries => bench.warm(queries)", TYPICAL)
        colds = [self._cold(engine, query) for query in TYPICAL]
        with self._page(engine) as page:
            empty = page.evaluate("bench.memory()")
            page.evaluate("bench.cold({text: 'kies'})")
            first = page.evaluate("queries => bench.warm(queries)", queries)
            normal = self._times(page, queries)
            memory = page.evaluate("bench.memory()") - empty
        with self._page(engine, on_page=True) as page:
            page.evaluate("bench.cold({text: 'kies'})")
            page.evaluate("queries => bench.warm(queries)", queries)
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            slow = self._times(page, queries)
        return Figures(
            sizes=[size for size, _, _ in colds],
            requests=[requests for _, requests, _ in colds],
            loads=[load for _, _, load in colds],
            normal=normal,
            slow=slow,
            memory=memory / 1e6,
            found={
                text: answer["found"] for text, answer in zip(texts, first, strict=True)
            },
        )

    def _times(self, page: Page, queries: list[Typical]) -> list[float]:
        timed = queries[:: max(1, len(queries) // TIMED)]
        rounds = [
            page.evaluate("queries => bench.warm(queries)", timed)
            for _ in range(ROUNDS)
        ]
        return [
            min(answer["milliseconds"] for answer in answers)
            for answers in zip(*rounds, strict=True)
        ]

    def _cold(self, engine: Engine, query: Typical) -> tuple[int, int, float]:
        """Give bytes, requests and milliseconds of one query on a cold cache.

        What our engine fetches to count the choices comes after the results, and is no
        part of them.
        """
        with self._page(engine) as page:
            self.served.reset()
            answer = page.evaluate("query => bench.cold(query)", query)
            self._await_quiet()
            sent = [
                size
                for path, size in self.served.sent
                if path.startswith(engine.own_paths) and not path.endswith(AFTERWARDS)
            ]
        return sum(sent), len(sent), answer["milliseconds"]

    def search_page(self, engine: Engine) -> tuple[int, int]:
        """Give the bytes of our search page with its results: its own, the engine's."""
        self.served.body(PAGE)  # so that the visit need not wait for its compression
        self._cold(engine, TYPICAL[0])
        sent = (path for path, _ in self.served.sent)
        engines = {path for path in sent if path.startswith(engine.own_paths)}
        context = self.browser.new_context()
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        self.served.reset()
        page.goto(f"{self.address}{PAGE[1:]}?q={TYPICAL[0]['text']}")
        page.wait_for_selector("[data-module=search][data-state=results]")
        self._await_quiet()
        context.close()
        own = sum(size for path, size in self.served.sent if path not in engines)
        return own, sum(size for _, size in self.served.sent) - own

    def _await_quiet(self) -> None:
        while monotonic() - self.served.last < QUIET:
            sleep(QUIET / 8)
