"""A log to visits per month: whom it counts, and that it keeps nobody's address."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest

from builders import TODAY
from groepsaanbod.planning import Certainty, MonthOfVisits
from groepsaanbod.visits import (
    LONGEST_LINE,
    SOURCE,
    SOURCE_WITH_BOTS,
    Log,
    Visited,
    as_csv,
    lines_of,
    merged,
)

PROJECT = Path(__file__).parent.parent
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def line(path="/", *, who="203.0.113.7", day="05/Oct/2026", status=200, **other):
    method = other.get("method", "GET")
    browser = other.get("browser", FIREFOX)
    return (
        f'{who} - - [{day}:10:00:00 +0200] "{method} {path} HTTP/1.1" {status} 512'
        f' "https://example.org/" "{browser}"\n'
    ).encode()


def counted(*lines):
    log = Log(until=TODAY)
    log.read(lines)
    return log.months()


def test_a_visitor_of_a_day_is_one_visit_whatever_they_look_at():
    assert counted(
        line("/"),
        line("/aanbod/cjg/kies/"),
        line("/", who="203.0.113.8"),
        line("/", day="06/Oct/2026"),
        line("/", day="01/Nov/2026"),
    ) == {OCTOBER: Visited(3, 4), NOVEMBER: Visited(1, 1)}


def test_people_behind_one_address_differ_by_their_browser():
    assert counted(line(), line(browser="Mozilla/5.0 (iPhone)")) == {
        OCTOBER: Visited(2, 2)
    }


@pytest.mark.parametrize(
    "one",
    [
        line("/theme/css/site.css"),
        line("/zoek/index.json"),
        line("/rapport/cijfers/"),
        line("/weg/", status=404),
        line("/", status=301),
        line("/", method="POST"),
        line("/", method="HEAD"),
        line("/", browser="Googlebot/2.1 (+http://www.google.com/bot.html)"),
        line("/", browser="curl/8.5.0"),
        line("/", browser="-"),
        line("/", browser=""),
    ],
)
def test_what_is_no_page_or_nobody_is_no_visit(one):
    assert counted(one) == {}


def test_who_asks_what_robots_may_see_is_a_robot_that_day():
    assert counted(line("/"), line("/robots.txt"), line("/agenda/")) == {}
    assert counted(line("/robots.txt"), line("/", day="06/Oct/2026")) == {
        OCTOBER: Visited(1, 1)
    }


def test_a_question_behind_the_path_changes_nothing():
    assert counted(line("/aanbod/?q=slapen")) == {OCTOBER: Visited(1, 1)}


def test_a_log_without_browsers_counts_and_says_so():
    log = Log(until=TODAY)
    log.read([b'203.0.113.7 - - [05/Oct/2026:10:00:00 +0200] "GET / HTTP/1.1" 200 5\n'])

    assert log.months() == {OCTOBER: Visited(1, 1)}
    assert not log.knows_browsers


OURS = '203.0.113.0 [2026-10-05T10:00:00+02:00] GET "{}" 200 512\n'


def test_the_log_that_our_own_nginx_keeps_is_read_too():
    log = Log(until=TODAY)
    lines = [OURS.format(path).encode() for path in ("/", "/agenda/", "/a.css")]
    log.read([*lines, OURS.format("/").replace("-05T", "-06T").encode()])

    assert log.months() == {OCTOBER: Visited(2, 3)}
    assert not log.knows_browsers
    assert log.unreadable == 0


def test_the_hosting_document_gives_nginx_that_format():
    document = PROJECT.joinpath("docs/hosting.md").read_text("utf-8")
    (first, second) = re.search(
        r"log_format groepsaanbod '(.*)'\n +'(.*)';", document
    ).groups()
    line = f"{first}{second}\n"
    for name, value in {
        "groepsaanbod_network": "203.0.113.0",
        "time_iso8601": "2026-10-05T10:00:00+02:00",
        "request_method": "GET",
        "groepsaanbod_path": "/",
        "status": "200",
        "body_bytes_sent": "512",
    }.items():
        line = line.replace(f"${name}", value)

    assert line == OURS.format("/")


@pytest.mark.parametrize(
    "one",
    [
        b"",
        OURS.format("/").replace("10-05", "13-05").encode(),
        b"\xff\xfe\x00\n",
        b"203.0.113.7 says hello\n",
        line(day="31/Feb/2026"),
        line(day="05/anF/2026"),
        line(day="05/Dec/2099"),
        line(day="25/Nov/2026"),
        line("/ /etc"),
        line()[:-3],
        b'"' * 5000,
        b"a " * 4000,
        b'a - - [05/Oct/2026:1] "GET / HTTP/1" 200 5 "' + b'\\"' * 4000,
    ],
)
def test_what_is_no_line_of_a_log_is_counted_and_left(one):
    log = Log(until=TODAY)
    log.read([one, line()])

    assert log.months() == {OCTOBER: Visited(1, 1)}
    assert log.unreadable == 1
    assert log.knows_browsers


def test_nothing_that_is_kept_names_anybody():
    log = Log(until=TODAY)
    log.read([line(), line("/robots.txt", who="203.0.113.9")])

    for written in (
        repr(log),
        str(vars(log)),
        as_csv(merged((), log.months(), "x").months),
    ):
        assert "203.0.113" not in written
        assert "Firefox" not in written


def test_the_same_visitor_has_another_number_in_another_run():
    one, other = Log(until=TODAY), Log(until=TODAY)
    one.read([line()])
    other.read([line()])

    assert vars(one)["_pages"] != vars(other)["_pages"]


def test_a_log_may_be_packed(tmp_path):
    plain, packed = tmp_path / "access.log", tmp_path / "access.log.1.gz"
    plain.write_bytes(line() + line("/agenda/"))
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    assert list(lines_of(plain)) == list(lines_of(packed)) == [line(), line("/agenda/")]


def test_a_line_without_end_takes_no_room(tmp_path):
    log = tmp_path / "access.log"
    log.write_bytes(b"a" * (3 * LONGEST_LINE) + b"\n" + line())

    assert list(lines_of(log)) == [b"", line()]


@pytest.mark.parametrize(
    "rest",
    [b"\x1f\x8bnonsense", gzip.compress(b"a\n" * 99, mtime=0)[:-9]],
    ids=["nonsense", "half"],
)
def test_a_broken_packed_log_cannot_be_read(tmp_path, rest):
    log = tmp_path / "access.log.gz"
    log.write_bytes(rest)

    with pytest.raises(OSError, match="no whole packed file"):
        list(lines_of(log))


def month(first, visits, certainty=Certainty.COUNTED, source=SOURCE):
    return MonthOfVisits.model_construct(
        month=first, visits=visits, pages=None, certainty=certainty, source=source
    )


def test_a_counted_month_takes_its_place_in_the_order_of_months():
    found = merged([month(NOVEMBER, 3)], {OCTOBER: Visited(12, 40)}, SOURCE_WITH_BOTS)

    assert as_csv(found.months) == (
        "maand;bezoeken;paginas;zekerheid;bron\n"
        "2026-10;12;40;geteld;logbestand van de webserver, met bezoek van robots\n"
        "2026-11;3;onbekend;geteld;logbestand van de webserver\n"
    )
    assert found.remarks == ("Oktober 2026: 12 bezoeken, 40 pagina’s.",)


@pytest.mark.parametrize(
    ("old", "visits", "remark"),
    [
        (month(OCTOBER, 9), 12, "Oktober 2026: 12 bezoeken, 40 pagina’s."),
        (month(OCTOBER, 30), 30, "Oktober 2026: er stond al 30; dat blijft staan."),
        (
            month(OCTOBER, 900, Certainty.EXAMPLE, "Voorbeeld"),
            12,
            "Oktober 2026: 12 bezoeken, 40 pagina’s.",
        ),
        (
            month(OCTOBER, 5, source="Matomo"),
            5,
            (
                "Oktober 2026: er staat al een getal uit een andere bron (Matomo);"
                " dat blijft staan."
            ),
        ),
    ],
)
def test_a_month_never_stands_there_twice(old, visits, remark):
    found = merged([old], {OCTOBER: Visited(12, 40)}, SOURCE)

    assert [each.visits for each in found.months] == [visits]
    assert found.remarks == (remark,)
