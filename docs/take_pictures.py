"""Takes the pictures in README and BIJDRAGEN, of the site in output/."""

import sys
from base64 import b64encode
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

from chromium import ARGUMENTS, executable  # noqa: E402 - the tests know the browser
from groepsaanbod import building  # noqa: E402 - idem

SCREEN = {"width": 1280, "height": 860}
PHONE = {"width": 375, "height": 720}

SIDE_BY_SIDE = """
<body style="margin: 0; background: #e4efee; width: 1600px; height: 960px">
  <img style="position: absolute; left: 40px; top: 50px; border-radius: 16px" src="{}">
  <img style="position: absolute; right: 40px; top: 190px; border-radius: 28px;
       border: 8px solid #0e2a30" src="{}">
</body>
"""


def picture(page: Page, address: str, viewport: dict[str, int]) -> str:
    """Give a screenshot as a data address."""
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(address)
    return "data:image/png;base64," + b64encode(page.screenshot()).decode()


def form_pictures(page: Page, address: str) -> None:
    """Write docs/form.png and docs/form-mistake.png: a question, and a mistake."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{address}voor-aanbieders/formulier/")
    page.get_by_label("Welk aanbod van de site?").select_option(index=1)
    page.get_by_role("button", name="Open dit aanbod").click()
    page.get_by_label("Titel").wait_for()
    page.screenshot(path=PROJECT / "docs/form.png")
    page.get_by_label("Titel").fill("")
    page.get_by_role("button", name="Volgende").click()
    page.screenshot(path=PROJECT / "docs/form-mistake.png")


def main() -> None:
    """Write the pictures in docs/."""
    server = building.server(PROJECT / "output", 0)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(playwright), args=[*ARGUMENTS]
        )
        page = browser.new_page()
        pictures = [picture(page, address, viewport) for viewport in (SCREEN, PHONE)]
        page = browser.new_page(viewport={"width": 1600, "height": 960})
        page.set_content(SIDE_BY_SIDE.format(*pictures))
        page.screenshot(path=PROJECT / "docs/home.png")
        form_pictures(browser.new_page(), address)
        browser.close()


main()
