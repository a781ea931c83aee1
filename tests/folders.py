"""Makes folders that no partner means to make, and says what must hold of them."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from builders import TODAY
from groepsaanbod.loading import Folders, load
from mutations import GOOD, broken_file

Attack = Callable[[Path, Random], None]

NAMES = (
    *("Kies.yaml", "KIES.YAML", "kies.yml", "kies.yaml.bak", "kies .yaml"),
    *(".kies.yaml", "-.yaml", "..yaml", "~.yaml", "con.yaml", "$(id).yaml"),
    *("kies\nb.yaml", "kies\x1b[2J.yaml", "a::error file=b::pwn.yaml", "a" * 200),
    *("caf\u00e9.yaml", "cafe\u0301.yaml", "\u202eyaml.sieK", "\udcff.yaml"),
    *("aanbieder.YAML", "nieuws.yaml"),
)


def a_partner(offers: Path, dice: Random) -> Path:
    """Give the folder of some partner."""
    return dice.choice(sorted(each for each in offers.iterdir() if each.is_dir()))


def odd_name(offers: Path, dice: Random) -> None:
    target = dice.choice([offers, a_partner(offers, dice)])
    target.joinpath(dice.choice(NAMES)).write_text("titel: x\n", encoding="utf-8")


def odd_folder(offers: Path, dice: Random) -> None:
    target = dice.choice([offers, a_partner(offers, dice)])
    target.joinpath(dice.choice(NAMES)).mkdir(exist_ok=True)


def link(offers: Path, dice: Random) -> None:
    """Link to a folder, a file, nothing or itself."""
    aims = ["/etc", "/etc/passwd", "nergens", ".", "..", str(offers)]
    name = dice.choice(
        ["link", "link.yaml", "aanbieder.yaml", "nieuws", "_voorbeeld.yaml"]
    )
    target = dice.choice([offers, a_partner(offers, dice)]) / name
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)
    target.symlink_to(dice.choice(aims))


def pipe(offers: Path, dice: Random) -> None:
    """A pipe keeps whoever opens it waiting for ever."""
    target = a_partner(offers, dice) / dice.choice(["pijp.yaml", "aanbieder.yaml"])
    target.unlink(missing_ok=True)
    os.mkfifo(target)


def huge(offers: Path, dice: Random) -> None:
    """A file of a gigabyte that takes no room on the disk."""
    with a_partner(offers, dice).joinpath("groot.yaml").open("wb") as file:
        file.truncate(2**30)


def crowd(offers: Path, dice: Random) -> None:
    folder = a_partner(offers, dice)
    for number in range(300):
        folder.joinpath(f"leeg-{number}.yaml").touch()


def empty(offers: Path, dice: Random) -> None:
    offers.joinpath(f"leeg-{dice.randrange(9)}").mkdir(exist_ok=True)


def gone(offers: Path, dice: Random) -> None:
    a_partner(offers, dice).joinpath("aanbieder.yaml").unlink(missing_ok=True)


def deep(offers: Path, dice: Random) -> None:
    a_partner(offers, dice).joinpath(*"abcdefghij").mkdir(parents=True, exist_ok=True)


def broken(offers: Path, dice: Random) -> None:
    """Break one of the files that are there."""
    files = sorted(path for path in offers.rglob("*.yaml") if path.is_file())
    path = dice.choice(files)
    if path.stat().st_size < 100_000:
        path.write_bytes(broken_file(path.read_bytes(), dice))


ATTACKS: tuple[Attack, ...] = (
    *(odd_name, odd_folder, link, pipe, huge, crowd, empty, gone, deep, broken),
)
MOST_AT_ONCE = 6


def attack(scratch: Path, dice: Random) -> None:
    """Attack a copy of the good region; AssertionError if what follows is not right."""
    shutil.copytree(GOOD / "offers", scratch / "offers")
    for each in dice.choices(ATTACKS, k=dice.randrange(1, MOST_AT_ONCE)):
        with suppress(OSError):  # what two attacks cannot do to one name, they leave
            each(scratch / "offers", dice)
    loaded = load(Folders(scratch / "offers", GOOD / "region"), TODAY)
    assert loaded.catalogue is not None
    assert list(loaded.problems) == sorted(loaded.problems)
    for problem in loaded.problems:
        assert problem.line >= 1
        assert problem.message
        assert str(problem).isprintable(), problem
    for offer in loaded.catalogue.offers:
        assert loaded.catalogue.partner(offer.partner)
