"""Asks each link whether it still works: carefully, politely, and never in a build.

Partners write the links, so an address may try to reach what only this machine can
reach. Each name is looked up once, each address it gives must be public, and that very
address is what is connected to; so for each step of a redirect too.
"""

import json
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from groepsaanbod import addresses, wording
from groepsaanbod.catalogue import Catalogue
from groepsaanbod.planning import FailedLink, LinkFailure, LinksFile
from groepsaanbod.source import MAX_BYTES

PORTS = {"http": 80, "https": 443}
HOSTS_AT_ONCE = 8
"""Of one host one link at a time is asked for."""
SECONDS_BETWEEN = 1.0
"""Between two questions to one host."""
SECONDS_TO_CONNECT = 10
SECONDS_TO_ANSWER = 20
"""However slowly the answer drips in."""
MOST_REDIRECTS = 5
TRIES = 2

_MADE_UP = re.compile(
    r"(?:^|\.)(?:(?:example|voorbeeld)\.(?:nl|be|com|net|org|eu)"
    r"|(?:example|test|invalid|localhost|local|internal))\.?$"
)
"""Hosts that stand for another one, and names that only mean something at home."""
_SAFE_IN_A_PATH = "/%:=&?~#+!$,;'@()*[]"

_WORKS = range(200, 300)
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_SERVER_ERRORS = range(500, 600)
_WORTH_ANOTHER_TRY = {LinkFailure.NO_ANSWER, LinkFailure.NO_HOST, LinkFailure.SERVER}


class _FailedError(Exception):
    """A link does not work, for this reason."""

    def __init__(self, failure: LinkFailure) -> None:
        super().__init__(failure)
        self.failure = failure


def _resolved(host: str) -> tuple[str, ...]:
    """Give the addresses of a name; OSError when it has none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def _connected(address: str, port: int, host: str) -> socket.socket:
    """Connect to this very address; with https the certificate must be the host's."""
    plain = socket.create_connection((address, port), SECONDS_TO_CONNECT)
    if port != PORTS["https"]:
        return plain
    return ssl.create_default_context().wrap_socket(
        plain, server_hostname=host, do_handshake_on_connect=False
    )


@dataclass(frozen=True)
class Network:
    """What of the machine's network is used; tests give another one."""

    resolve: Callable[[str], Sequence[str]] = _resolved
    connect: Callable[[str, int, str], socket.socket] = _connected
    sleep: Callable[[float], None] = time.sleep
    seconds_to_answer: float = SECONDS_TO_ANSWER


def is_public(written: str) -> bool:
    """Tell whether an address is anybody's: not private, of this machine or reserved.

    An IPv4 address within an IPv6 one must be public itself.
    """
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return False
    inner = _within(address) if isinstance(address, IPv6Address) else ()
    return all(
        each.is_global
        and not (
            each.is_multicast
            or each.is_reserved
            or each.is_private
            or each.is_loopback
            or each.is_link_local
            or each.is_unspecified
        )
        for each in inner or (address,)
    )


_TRANSLATED = IPv6Network("64:ff9b::/96")


def _within(address: IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    """Give the IPv4 addresses that an IPv6 address leads to."""
    if address in _TRANSLATED:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    teredo = address.teredo or ()
    found = (address.ipv4_mapped, address.sixtofour, *teredo)
    return tuple(each for each in found if each is not None)


def is_asked(address: str) -> bool:
    """Tell whether a link is one to ask for; example addresses are not."""
    return not _MADE_UP.search((_parts(address).hostname or "").lower())


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def look(
    catalogue: Catalogue, today: date, network: Network | None = None
) -> LinksFile:
    """Ask for every link of the catalogue; give those that failed, since when.

    What failed before and fails again counts on; twice on one day counts once.
    """
    asked = [each for each in addresses.in_catalogue(catalogue) if is_asked(each)]
    asker = _Asker(network or Network(), f"Groepsaanbod (+{catalogue.site.address})")
    before = catalogue.planning.links
    failed_before = {each.address: each for each in before.failed}
    again = 0 if before.checked_on == today else 1
    failed = []
    for address, failure in asker.all(asked):
        old = failed_before.get(address)
        failed.append(
            FailedLink.model_construct(
                address=address,
                failure=failure,
                since=old.since if old else today,
                times=old.times + again if old else 1,
            )
        )
    return LinksFile.model_construct(
        checked_on=today,
        looked_at=len(asked),
        failed=tuple(sorted(failed, key=lambda each: each.address)),
    )


class _Asker:
    def __init__(self, network: Network, name: str) -> None:
        self._network = network
        self._name = name

    def all(self, asked: Iterable[str]) -> Iterator[tuple[str, LinkFailure]]:
        """Give each link that does not work, with the reason."""
        by_host: dict[str, list[str]] = {}
        for address in asked:
            by_host.setdefault(_parts(address).netloc.lower(), []).append(address)
        with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
            for found in pool.map(self._of_one_host, by_host.values()):
                yield from found

    def _of_one_host(self, asked: list[str]) -> list[tuple[str, LinkFailure]]:
        found = []
        for number, address in enumerate(asked):
            if number:
                self._network.sleep(SECONDS_BETWEEN)
            if failure := self._failure(address):
                found.append((address, failure))
        return found

    def _failure(self, address: str) -> LinkFailure | None:
        failure = None
        for number in range(TRIES):
            if number:
                self._network.sleep(SECONDS_BETWEEN)
            failure = self._failure_now(address)
            if failure not in _WORTH_ANOTHER_TRY:
                break
        return failure

    def _failure_now(self, address: str) -> LinkFailure | None:
        """Ask for the head alone; many servers only answer who asks for all."""
        try:
            if self._status("HEAD", address) in _WORKS:
                return None
        except _FailedError as error:
            if error.failure is not LinkFailure.NO_ANSWER:
                return error.failure
        self._network.sleep(SECONDS_BETWEEN)
        try:
            status = self._status("GET", address)
        except _FailedError as error:
            return error.failure
        if status in _GONE:
            return LinkFailure.GONE
        if status in _SERVER_ERRORS:
            return LinkFailure.SERVER
        # Any other no is one to robots: people may well be let in.
        return None

    def _status(self, method: str, address: str) -> int:
        """Give the status of what an address leads to in the end."""
        for _ in range(MOST_REDIRECTS + 1):
            status, target = self._answer(method, address)
            if status not in _REDIRECTS or not target:
                return status
            try:
                address = urljoin(address, target)
            except ValueError:
                raise _FailedError(LinkFailure.ASTRAY) from None
        raise _FailedError(LinkFailure.ASTRAY)

    def _answer(self, method: str, address: str) -> tuple[int, str]:
        """Ask once; give the status and where it leads, and read no more than that."""
        parts = _parts(address)
        host, port = self._allowed(parts)
        target = self._target(host)
        path = quote(parts.path or "/", safe=_SAFE_IN_A_PATH)
        if parts.query:
            path += f"?{quote(parts.query, safe=_SAFE_IN_A_PATH)}"
        try:
            with (
                closing(self._network.connect(target, port, host)) as stream,
                _not_longer(self._network.seconds_to_answer, stream),
                closing(HTTPConnection(host, port)) as connection,
            ):
                if isinstance(stream, ssl.SSLSocket):
                    stream.do_handshake()
                connection.sock = stream
                headers = {"Host": host, "User-Agent": self._name, "Accept": "*/*"}
                connection.request(method, path, headers=headers)
                answer = connection.getresponse()
                return answer.status, answer.getheader("Location", "")
        except ssl.SSLError:
            raise _FailedError(LinkFailure.UNSAFE) from None
        except (OSError, HTTPException, ValueError):
            raise _FailedError(LinkFailure.NO_ANSWER) from None

    def _allowed(self, parts: SplitResult) -> tuple[str, int]:
        """Give host and port of an address, if it is a plain one of the web."""
        try:
            port = parts.port
        except ValueError:
            port = 0
        usual = PORTS.get(parts.scheme)
        if usual is None or port not in {None, usual} or not parts.hostname:
            raise _FailedError(LinkFailure.ASTRAY)
        if parts.username is not None or not parts.hostname.isascii():
            raise _FailedError(LinkFailure.ASTRAY)
        return parts.hostname, usual

    def _target(self, host: str) -> str:
        """Give an address of a host; none of those it has may be other than public."""
        try:
            found = self._network.resolve(host)
        except (OSError, UnicodeError):
            raise _FailedError(LinkFailure.NO_HOST) from None
        if not found:
            raise _FailedError(LinkFailure.NO_HOST)
        if not all(map(is_public, found)):
            raise _FailedError(LinkFailure.ASTRAY)
        return found[0]


@contextmanager
def _not_longer(seconds: float, stream: socket.socket) -> Iterator[None]:
    """Hang up after so long, however busy the other side keeps us."""

    def hang_up() -> None:
        try:
            stream.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    timer = Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def as_json(looked: LinksFile) -> str:
    """Give ``region/links.json``: one link a line, no more than can be read back."""
    lines: list[str] = []
    size = 0
    for each in looked.failed:
        entry = {
            "adres": each.address,
            "uitkomst": each.failure,
            "sinds": f"{each.since}",
            "keren": each.times,
        }
        line = f"  {json.dumps(entry, ensure_ascii=False)}"
        size += len(line.encode()) + 2
        if size > MAX_BYTES - _ROOM_FOR_THE_REST:
            break
        lines.append(line)
    failed = ",\n".join(lines)
    return (
        f'{{"bekeken_op": "{looked.checked_on}", "bekeken": {looked.looked_at},'
        f' "stuk": [\n{failed}\n]}}\n'
    )


_ROOM_FOR_THE_REST = 200


def in_words(looked: LinksFile, catalogue: Catalogue) -> Iterator[str]:
    """Give a line for each link that failed, with where it stands, and how many."""
    named = addresses.in_catalogue(catalogue)
    for each in looked.failed:
        since = wording.short_day(each.since)
        often = "" if each.times == 1 else f" ({each.times} keer, sinds {since})"
        files = wording.listed(named.get(each.address, ()))
        yield f"{each.address}: {each.failure}{often}; staat in {files}"
    count = wording.counted(looked.looked_at, "link", "links")
    if looked.failed:
        yield f"Bekeken: {count}. Niet goed: {len(looked.failed)}."
    else:
        yield f"Bekeken: {count}. Ze werken allemaal."
