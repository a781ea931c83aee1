"""A built site in which a worker of our own answers, and what a visitor does there."""

import shutil
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from rjsmin import jsmin

from groepsaanbod import building

STATIC = Path(__file__).parent.parent / "theme/static"
FAKE_WORKER = Path(__file__).parent / "search/fake_worker.js"
WORKER = "theme/js/search/worker.js"


@contextmanager
def served(site, folder, worker=FAKE_WORKER, *, with_modules=False):
    """Serve a copy of a site with this worker in it, or with none; give its address.

    The theme's modules, which the site joins, can be there too: each in ``modules/``.
    """
    shutil.copytree(site, folder, dirs_exist_ok=True)
    if with_modules:
        shutil.copytree(STATIC, folder / "modules")
        for path in folder.joinpath("modules").rglob("*.js"):
            path.write_text(jsmin(path.read_text("utf-8")), encoding="utf-8")
    folder.joinpath(WORKER).unlink(missing_ok=True)
    if worker:
        shutil.copy(worker, folder / WORKER)
    server = building.server(folder, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def titles(page):
    """Give the titles of the cards that show."""
    return page.locator("[data-part=items] .ga-offer-card__link").all_inner_texts()


def heading(page):
    """Give what the page says of what it found."""
    return page.locator("[data-part=heading]")


def focused(page):
    """Give the words of what has the focus."""
    return page.evaluate(
        "(document.activeElement.innerText || document.activeElement.id).trim()"
    )
