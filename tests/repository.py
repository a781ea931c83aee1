"""A git repository with a copy of the good region, and commits on days of choice."""

import os
import shutil
import subprocess
from pathlib import Path

from groepsaanbod.loading import Folders
from mutations import GOOD

OFFER = "offers/welzijn-waterland/koffie-met-kinderen.yaml"


class Repository:
    """A repository in a folder; its files are those of the good region."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        shutil.copytree(GOOD / "offers", folder / "offers")
        shutil.copytree(GOOD / "region", folder / "region")

    @property
    def folders(self) -> Folders:
        return Folders(self.folder / "offers", self.folder / "region")

    def path(self, name: str) -> Path:
        return self.folder / name

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def commit(self, day: str) -> str:
        """Commit everything at noon of a day; give the commit's name."""
        self.git("add", "--all", "--force")
        return self.commit_index(day)

    def commit_index(self, day: str) -> str:
        """Commit what stands in the index, whatever stands in the folders."""
        self.git("commit", "--quiet", "--allow-empty", "--message=Aanbod", day=day)
        return self.git("rev-parse", "HEAD")

    def put(self, mode: str, path: str, content: bytes = b"") -> None:
        """Put something in the index that needs not be a file on the disk."""
        name = "0123456789" * 4
        if mode != "160000":
            name = self.git("hash-object", "-w", "--stdin", given=content)
        self.git("update-index", "--add", "--cacheinfo", f"{mode},{name},{path}")

    def tree(self, *lines: bytes) -> str:
        """Write a folder as git holds it, with any names; give its name."""
        given = b"\0".join(lines) + b"\0"
        return self.git("mktree", "-z", "--missing", given=given)

    def git(self, *words: str, day: str = "2026-01-01", given: bytes = b"") -> str:
        moment = f"{day}T12:00:00+0000"
        done = subprocess.run(  # noqa: S603 - our own words
            ["git", *words],  # noqa: S607
            cwd=self.folder,
            env={
                "PATH": os.environ["PATH"],
                "GIT_CONFIG_GLOBAL": "/dev/null",
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_AUTHOR_NAME": "Redactie",
                "GIT_AUTHOR_EMAIL": "redactie@example.nl",
                "GIT_AUTHOR_DATE": moment,
                "GIT_COMMITTER_NAME": "Redactie",
                "GIT_COMMITTER_EMAIL": "redactie@example.nl",
                "GIT_COMMITTER_DATE": moment,
            },
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()
