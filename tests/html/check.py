"""Lets the Nu HTML checker look at every page of a built site."""

import argparse
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
    print(f"{len(pages)} pagina's nagekeken, {len(lines)} opmerkingen.")  # noqa: T201 - this is a script
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--checker", type=Path, required=True, metavar="VNU.JAR")
    options = parser.parse_args()
    sys.exit("\n".join(findings(options.site, options.checker)) or 0)
