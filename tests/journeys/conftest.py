"""The region of ``data/good`` with a town, offers and questions for who comes here."""

import shutil
from pathlib import Path
from threading import Thread

import pytest

from builders import TODAY
from groepsaanbod import building
from groepsaanbod.building import Plan
from groepsaanbod.loading import Folders

PROJECT = Path(__file__).parent.parent.parent
MORE = PROJECT / "tests/data/journeys"


@pytest.fixture(scope="session")
def home(good, tmp_path_factory):
    """Build that region, with its own search worker; give where its site is."""
    folder = tmp_path_factory.mktemp("journeys")
    shutil.copytree(good.offers.parent, folder, dirs_exist_ok=True)
    for name in ("offers", "content"):
        shutil.copytree(MORE / name, folder / name, dirs_exist_ok=True)
    for more in sorted(MORE.joinpath("region").iterdir()):
        with folder.joinpath("region", more.name).open("a", encoding="utf-8") as file:
            file.write(more.read_text("utf-8"))
    folders = Folders(folder / "offers", folder / "region", folder / "content")
    output = folder / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(PROJECT)
        building.build(
            Plan(
                folders=folders,
                content=folders.content,
                output=output,
                settings=PROJECT / "pelicanconf.py",
                today=str(TODAY),
            )
        )
    server = building.server(output, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def set_out(home, open_page):
    """Open the home page as somebody does, on the day for which the site was built."""

    def set_out(viewport, **options):
        page = open_page(f"{home}robots.txt", viewport, **options)
        page.clock.set_fixed_time(f"{TODAY}T22:40:00+01:00")
        page.goto(home)
        page.asked.clear()
        page.heard.clear()
        return page

    return set_out
