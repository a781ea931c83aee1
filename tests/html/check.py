"""Lets the Nu HTML checker look at every page of a built site."""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread

from groepsaanbod import building


def findings(site: Path, checker: Path) -> list[str]:
    """Give what the checker says, per page.

    It reads the pages from a server: from the disk it cannot tell that the theme comes
    from the same origin, as each page's Content-Security-Policy demands.
    """
    server = building.server(site, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}/"
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    if not pages:
        sys.exit(f"{site}: hier staat geen site.")
    # The checker asks nothing of this machine itself unless it is told that it may.
    java = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true"]
    command = [*java, "-jar", str(checker), "--stdout", "--format", "gnu"]
    done = subprocess.run(  # noqa: S603 - our own words
        [*command, *(f"{host}{page}" for page in pages)],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    server.shutdown()
    lines = done.stdout.replace(f'"{host}', f'"{site}/').splitlines()
    if done.returncode and not lines:
        sys.exit(done.returncode)
    lines = [each for each in lines if not about_data(each)]
    print(f"{len(pages)} pagina's nagekeken, {len(lines)} opmerkingen.")  # noqa: T201 - this is a script
    return lines


_SCRIPT = re.compile(
    r'^"(?P<page>[^"]+)":(?P<line>\d+)\.\d+-.*: Inline script violates'
)
DATA = '<script type="application/ld+json">'


def about_data(remark: str) -> bool:
    """Tell whether a remark takes data in a page for a script.

    HTML calls that a data block; nothing runs it, so no policy is about it.
    """
    found = _SCRIPT.match(remark)
    if not found:
        return False
    lines = Path(found["page"]).read_text("utf-8").splitlines()
    return lines[int(found["line"]) - 1].strip().startswith(DATA)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--checker", type=Path, required=True, metavar="VNU.JAR")
    options = parser.parse_args()
    sys.exit("\n".join(findings(options.site, options.checker)) or 0)
