"""Which links are asked for, how, and what is made of the answers; on no network."""

import json
import socket
import ssl
import threading
from dataclasses import replace
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from builders import TODAY, a_question, an_offer
from groepsaanbod import links
from groepsaanbod.addresses import in_catalogue, in_text
from groepsaanbod.loading.planning import LINKS_FILE
from groepsaanbod.planning import FailedLink, LinkFailure, LinksFile, Planning
from groepsaanbod.reading import read_record
from groepsaanbod.source import MAX_BYTES, read

PUBLIC = "192.0.43.8"


class Server(BaseHTTPRequestHandler):
    """Answers by the path, and remembers what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str, str]]

    def _answer(self):
        self.asked.append((self.command, self.headers["Host"], self.path))
        self.agents.add(self.headers["User-Agent"])
        kind = self.path.strip("/").partition("/")[0]
        if kind == "drip":
            self.wfile.write(b"HTTP/1.")
            self.hung_up.wait(20)
            return
        if kind == "nohead" and self.command == "HEAD":
            self.close_connection = True
            return
        if kind == "noget" and self.command == "HEAD":
            self.send_response(405)
        elif kind == "to":
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        elif kind == "loop":
            self.send_response(301)
            self.send_header("Location", "/loop")
        elif kind.isdigit():
            self.send_response(int(kind))
        else:
            self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 - named by the library

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    Server.asked, Server.agents, Server.hung_up = [], set(), threading.Event()
    started = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=started.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield started
    Server.hung_up.set()
    started.shutdown()
    started.server_close()
    thread.join()


@pytest.fixture
def network(server):
    """A network in which each public name is the server, and that tells its steps."""
    steps = []

    def resolve(host):
        steps.append(("resolve", host))
        if host == "weg.nl":
            raise socket.gaierror
        return {"binnen.nl": ["10.0.0.5"], "half.nl": [PUBLIC, "127.0.0.1"]}.get(
            host, [PUBLIC]
        )

    def connect(address, port, host):
        steps.append(("connect", address, port, host))
        return socket.create_connection(server.server_address, 5)

    made = links.Network(resolve, connect, sleep=lambda _: None, seconds_to_answer=0.5)
    return replace(made), steps


@pytest.fixture
def failure(network, catalogue):
    """Ask for one link; give what is wrong with it, or None."""

    def failure(address):
        looked = links.look(naming(catalogue, address), TODAY, network[0])
        assert looked.looked_at == 1
        return next((each.failure for each in looked.failed), None)

    return failure


def naming(catalogue, *addresses, planning=None):
    """Give a catalogue that names only these addresses, each in an offer."""
    offers = tuple(
        an_offer(
            catalogue.vocabulary,
            slug=f"aanbod-{number}",
            aanmelden={"hoe": "zelf-aanmelden", "website": "https://een.example.nl"},
        ).model_copy(update={"description": address})
        for number, address in enumerate(addresses)
    )
    nothing = {
        "licence_address": None,
        "repository": None,
        "exit_address": "https://een.example.nl",
    }
    return replace(
        catalogue,
        site=catalogue.site.model_copy(update=nothing),
        helplines=catalogue.helplines.model_copy(update={"lines": ()}),
        offers=offers,
        news=(),
        questions=(),
        planning=planning or Planning(),
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("goed", None),
        ("404", LinkFailure.GONE),
        ("410", LinkFailure.GONE),
        ("500", LinkFailure.SERVER),
        ("503", LinkFailure.SERVER),
        ("403", None),
        ("429", None),
        ("nohead", None),
        ("noget", None),
        ("to//goed", None),
        ("to//404", LinkFailure.GONE),
        ("to/https://ander.nl/goed", None),
        ("loop", LinkFailure.ASTRAY),
        ("to/http://[", LinkFailure.ASTRAY),
        ("to/ftp://ander.nl/", LinkFailure.ASTRAY),
        ("to/file:///etc/passwd", LinkFailure.ASTRAY),
        ("to/https://ander.nl:8443/", LinkFailure.ASTRAY),
        ("to/https://ander.nl:99999/", LinkFailure.ASTRAY),
        ("to/https://a:b@ander.nl/", LinkFailure.ASTRAY),
        ("to/https://weg.nl/", LinkFailure.NO_HOST),
        ("drip", LinkFailure.NO_ANSWER),
    ],
)
def test_an_answer_becomes_a_reason_or_none(failure, path, expected):
    assert failure(f"https://goed.nl/{path}") is expected


@pytest.mark.parametrize(
    "host", ["binnen.nl", "half.nl", "goed.nl/to/http://binnen.nl"]
)
def test_what_is_not_public_is_never_connected_to(network, failure, host):
    assert failure(f"https://{host}/") is LinkFailure.ASTRAY
    assert all("binnen.nl" not in each for each in network[1] if each[0] == "connect")
    assert all(host != "half.nl" for _, host, *_ in Server.asked)


def test_what_was_looked_up_is_what_is_connected_to(network, failure):
    assert failure("https://goed.nl/to/http://ander.nl/x") is None
    assert network[1] == [
        ("resolve", "goed.nl"),
        ("connect", PUBLIC, 443, "goed.nl"),
        ("resolve", "ander.nl"),
        ("connect", PUBLIC, 80, "ander.nl"),
    ]
    assert Server.asked == [
        ("HEAD", "goed.nl", "/to/http://ander.nl/x"),
        ("HEAD", "ander.nl", "/x"),
    ]


def test_it_says_who_it_is(failure):
    failure("https://goed.nl/")

    assert Server.agents == {"Groepsaanbod (+https://groepsaanbod.example.nl/)"}


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1"),  # noqa: S104
        *("192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1"),
        *("fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        *("2002:a00:1::", "2001:0:a00:1::1", "geen adres", ""),
    ],
)
def test_an_address_of_this_machine_or_network_is_not_public(address):
    assert not links.is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111"])
def test_an_address_of_anybody_is_public(address):
    assert links.is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("https://cjg.example.nl/x", "https://example.com", "https://voorbeeld.nl"),
        *("https://iets.test/", "http://localhost/", "http://printer.local"),
    ],
)
def test_example_addresses_are_not_asked_for(catalogue, network, address):
    looked = links.look(naming(catalogue, address), TODAY, network[0])

    assert looked.looked_at == 0
    assert network[1] == []


def test_a_host_that_only_ends_alike_is_asked_for():
    assert links.is_asked("https://onsvoorbeeld.nl/")
    assert links.is_asked("https://example.nl.goed.nl/")


def test_a_certificate_that_is_none_is_said_to_be_unsafe(server, network, catalogue):
    def connect(_address, _port, host):
        plain = socket.create_connection(server.server_address, 5)
        context = ssl.create_default_context()
        return context.wrap_socket(
            plain, server_hostname=host, do_handshake_on_connect=False
        )

    looked = links.look(
        naming(catalogue, "https://goed.nl/"),
        TODAY,
        replace(network[0], connect=connect),
    )

    assert [each.failure for each in looked.failed] == [LinkFailure.UNSAFE]


def test_the_real_network_connects_with_a_certificate_to_check(server, monkeypatch):
    host, port = server.server_address
    monkeypatch.setitem(links.PORTS, "https", port)

    with links.Network().connect(host, port, "goed.nl") as stream:
        assert stream.context.verify_mode is ssl.CERT_REQUIRED
        assert stream.context.check_hostname
        assert stream.server_hostname == "goed.nl"
    with links.Network().connect(host, port, "goed.nl") as stream:
        assert stream.gettimeout() == links.SECONDS_TO_CONNECT
    assert links.Network().resolve("127.0.0.1") == ("127.0.0.1",)


def test_what_fails_for_a_moment_is_asked_again(network, catalogue):
    made, steps = network
    answers = iter([OSError(), OSError()])

    def connect(address, port, host):
        if error := next(answers, None):
            raise error
        return made.connect(address, port, host)

    looked = links.look(
        naming(catalogue, "https://goed.nl/"), TODAY, replace(made, connect=connect)
    )

    assert looked.failed == ()
    assert len([each for each in steps if each[0] == "resolve"]) == 3


def test_of_one_host_one_link_at_a_time_is_asked_with_a_pause(network, catalogue):
    pauses = []
    made = replace(network[0], sleep=pauses.append)

    links.look(
        naming(catalogue, "https://goed.nl/a", "https://goed.nl/b", "https://c.nl/"),
        TODAY,
        made,
    )

    assert pauses == [links.SECONDS_BETWEEN]


def failed(times, since=date(2026, 11, 3), address="https://goed.nl/404"):
    return FailedLink.model_construct(
        address=address, failure=LinkFailure.GONE, since=since, times=times
    )


def known(checked_on, *each):
    return Planning(
        links=LinksFile.model_construct(
            checked_on=checked_on, looked_at=1, failed=tuple(each)
        )
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (Planning(), failed(1, TODAY)),
        (known(date(2026, 11, 17), failed(2)), failed(3)),
        (known(TODAY, failed(2)), failed(2)),
        (
            known(date(2026, 11, 17), failed(2, address="https://x.nl")),
            failed(1, TODAY),
        ),
    ],
)
def test_what_failed_before_counts_on(network, catalogue, before, expected):
    region = naming(catalogue, "https://goed.nl/404", planning=before)

    assert links.look(region, TODAY, network[0]).failed == (expected,)


@pytest.mark.parametrize(
    ("times", "days", "is_dead"),
    [(3, 14, True), (2, 14, False), (3, 13, False), (9, 60, True)],
)
def test_a_link_is_dead_after_three_times_in_two_weeks(times, days, is_dead):
    assert failed(times, TODAY - timedelta(days=days)).is_dead(TODAY) is is_dead


def test_the_file_reads_back_as_it_was_written():
    looked = LinksFile.model_construct(
        checked_on=TODAY,
        looked_at=143,
        failed=(failed(3), failed(1, TODAY, 'https://goed.nl/é"x')),
    )
    text = links.as_json(looked)
    document, problems = read(LINKS_FILE, text.encode())

    assert problems == []
    assert read_record(document, LinksFile) == (looked, [])
    assert json.loads(text)["bekeken"] == 143
    assert text.count("\n") == 4


def test_more_than_can_be_read_back_is_not_written():
    many = tuple(
        failed(1, address=f"https://goed.nl/{'x' * 400}{n}") for n in range(500)
    )
    text = links.as_json(
        LinksFile.model_construct(checked_on=TODAY, looked_at=500, failed=many)
    )

    assert MAX_BYTES - 1000 < len(text.encode()) <= MAX_BYTES
    assert json.loads(text)["stuk"][0]["adres"] == many[0].address


def test_it_tells_each_link_and_where_it_stands(catalogue):
    region = naming(catalogue, "https://goed.nl/404", "https://goed.nl/404 en zo")
    looked = LinksFile.model_construct(
        checked_on=TODAY,
        looked_at=7,
        failed=(failed(3),),
    )

    assert list(links.in_words(looked, region)) == [
        (
            "https://goed.nl/404: de pagina bestaat niet meer (3 keer, sinds 3 november"
            " 2026); staat in cjg-rivierenland/aanbod-0.yaml en"
            " cjg-rivierenland/aanbod-1.yaml"
        ),
        "Bekeken: 7 links. Niet goed: 1.",
    ]
    assert list(
        links.in_words(
            LinksFile.model_construct(checked_on=TODAY, looked_at=1, failed=()), region
        )
    ) == ["Bekeken: 1 link. Ze werken allemaal."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://goed.nl", ["https://goed.nl"]),
        (
            "Zie https://goed.nl/a. En (http://b.nl/c)!",
            ["https://goed.nl/a", "http://b.nl/c"],
        ),
        ("[hier](https://goed.nl/a_(b)) staat het", ["https://goed.nl/a_(b)"]),
        ("**https://goed.nl/**", ["https://goed.nl/"]),
        ("mail info@goed.nl, bel 023", []),
    ],
)
def test_addresses_are_found_in_any_text(text, found):
    assert list(in_text(text)) == found


def test_each_file_that_names_an_address_is_known(catalogue):
    question = a_question(
        catalogue.vocabulary,
        bron=[{"naam": "Goed", "website": "https://goed.nl/"}],
    )
    offer = an_offer(
        catalogue.vocabulary,
        methode={"naam": "KIES", "website": "https://goed.nl/"},
        beschrijving="Lees [meer](https://meer.nl/).",
    )
    found = in_catalogue(replace(catalogue, offers=(offer,), questions=(question,)))

    assert found["https://goed.nl/"] == (
        "cjg-rivierenland/beter-slapen.yaml",
        "vragen/slaapt-slecht.md",
    )
    assert found["https://meer.nl/"] == ("cjg-rivierenland/beter-slapen.yaml",)
    assert found["https://cjg-rivierenland.example.nl"] == (
        "cjg-rivierenland/aanbieder.yaml",
    )
    assert "site.yaml" in found[catalogue.site.address]
