"""Opens pages with odd addresses, storage and files, and says what must hold of them.

The ways in are a shared search, a list of saved offers, rows chosen for a client, a
sorted table, a step of the form, a draft, and a file that somebody opens in the form.
"""

import json
from random import Random
from urllib.parse import quote, urlsplit

from playwright.sync_api import Dialog, Page

from mutations import GOOD, NASTY, broken_file
from payloads import LINE

PAGES = (
    *("aanbod/", "agenda/", "bewaard/", "professionals/", "professionals/methoden/"),
    *("voor-aanbieders/formulier/", "rapport/hiaten/", "rapport/overlap/", ""),
)
NAMES = (
    *("q", "zonder", "sorteer", "aanbod", "thema", "leeftijd", "gemeente", "waar"),
    *("kosten", "kies", "aanbieder", "maand", "pagina", "naar", "stap", "utm_source"),
    *("grootste-hiaten-op", "grootste-hiaten-zoek", "overlap-op", "op", "__proto__"),
)
WORDS = (
    *("scheiding", "9", "2 jaar", "zwanger", "start", "gratis", "3-", "-1", "1e9"),
    *("cjg-rivierenland/kies", "cjg-rivierenland/kies,a/b", "constructor", "toString"),
    *("javascript:alert(1)", "https://evil.example/", "//evil.example", "../../x"),
    *(LINE, "<img src=x onerror=alert(1)>", "{{7*7}}", "%00", "%", "a" * 3000),
    *(each.decode("utf-8", "replace") for each in NASTY),
)
FRAGMENTS = ("#gekozen=", "#", "#inhoud", "#titel", "#wat", "#:~:text=", "#<img src=x>")

FORM = "voor-aanbieders/formulier/"
KEYS = ("groepsaanbod-bewaard:/", "groepsaanbod-concept:/")
STORED = (
    "",
    "null",
    "[[]]",
    "{}",
    "[" * 5000,
    '{"__proto__": {"x": 1}}',
    '{"data": []}',
)
FILES = sorted(GOOD.glob("offers/*/[!a]*.yaml"))

FILE = "[data-module=form][data-ready] [data-part=file]"
WAS_OPENED = """() => document.querySelector(
    "[data-module=form][data-state=steps], [data-part=open-trouble]:not([hidden])")"""
TURN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))"
INJECTED = "[onerror],[onmouseover],[src=x],script:not([src]):not([type*=json])"


class Visitor:
    """Somebody with a browser who is given a link, a device or a file by an enemy."""

    def __init__(self, page: Page, address: str) -> None:
        """Listen to everything that the page does."""
        self.page = page
        self.address = address
        self.heard: list[str] = []
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.on("console", lambda said: self.heard.append(said.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("dialog", self._was_asked)
        page.on("request", lambda request: self._asks(request.url))
        page.goto(address)

    def _was_asked(self, dialog: Dialog) -> None:
        self.heard.append("dialog")
        dialog.dismiss()

    def _asks(self, url: str) -> None:
        if urlsplit(url).netloc not in {urlsplit(self.address).netloc, ""}:
            self.heard.append(f"asks {url}")

    def attack(self, dice: Random) -> None:
        """Do one odd thing; AssertionError if the page does not stay ours."""
        dice.choice((self.follow, self.follow, self.come_back, self.open))(dice)
        self.page.evaluate(TURN)
        assert self.heard == [], self.page.url
        assert self.page.locator(INJECTED).count() == 0, self.page.url
        assert self.page.locator("h1").count() == 1, self.page.url

    def follow(self, dice: Random) -> None:
        """Follow a link."""
        given = [
            f"{quote(dice.choice(NAMES))}={_quoted(dice)}"
            for _ in range(dice.randint(0, 4))
        ]
        query = f"?{'&'.join(given)}" if given else ""
        fragment = dice.choice(("", dice.choice(FRAGMENTS) + _quoted(dice)))
        self._go(f"{dice.choice(PAGES)}{query}{fragment}")

    def come_back(self, dice: Random) -> None:
        """Come back with odd things in the browser's storage."""
        for key in KEYS:
            pair = [key, _stored(dice)]
            self.page.evaluate("pair => localStorage.setItem(...pair)", pair)
        page = dice.choice(("bewaard/", FORM))
        self._go(page)
        if page == FORM:
            self.page.wait_for_selector(FILE, state="attached")
            draft = self.page.locator("[data-part=go-on]")
            if draft.is_visible():
                draft.click()
                self._look_at_all()
        self.page.evaluate("() => localStorage.clear()")

    def open(self, dice: Random) -> None:
        """Open a file in the form."""
        self._go(FORM)
        raw = dice.choice(FILES).read_bytes()
        given = {"name": "x.yaml", "mimeType": "", "buffer": broken_file(raw, dice, 1)}
        self.page.set_input_files(FILE, given)
        self.page.wait_for_function(WAS_OPENED)
        if self.page.locator("[data-state=steps]").count():
            self._look_at_all()

    def _look_at_all(self) -> None:
        """Look at each step of the form, and at what it says in the end."""
        for button in self.page.locator("[data-part=steps] button").all():
            button.dispatch_event("click")

    def _go(self, path: str) -> None:
        self.page.goto("about:blank")  # else only what comes after a # would change
        self.page.goto(f"{self.address}{path}")


def _quoted(dice: Random) -> str:
    """Give a word as it stands in an address, or as nobody should write it there."""
    word = dice.choice(WORDS).encode("utf-8", "replace").decode()
    return quote(word) if dice.random() < HOW_OFTEN_QUOTED else word.replace("\n", "")


def _stored(dice: Random) -> str:
    data = {"titel": dice.choice(WORDS), "themas": ["x"], "groepen": [{"data": "x"}]}
    draft: dict[str, object] = dict.fromkeys(("partner", "step"), dice.choice(WORDS))
    draft |= {
        "data": data,
        "organisation": {"naam": dice.choice(WORDS)},
        "slug": "kies",
    }
    right = json.dumps(dice.choice((draft, ["cjg-rivierenland/kies", "weg/weg"])))
    wrong = broken_file(right.encode(), dice).decode("utf-8", "replace")
    return dice.choice((right, right, wrong, dice.choice(STORED)))


HOW_OFTEN_QUOTED = 0.8
