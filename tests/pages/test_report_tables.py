"""The tables of the report, as its pages show them."""

from groepsaanbod.pages.reports import report
from groepsaanbod.pages.reports.report import report_page
from groepsaanbod.tables import Column, Table
from groepsaanbod.views import Link


def test_a_page_has_the_first_rows_of_a_long_table_and_its_file_has_all(monkeypatch):
    monkeypatch.setattr(report, "MOST_ROWS", 2)
    table = Table("getallen", "Getallen", (Column("a", "A"),), ((1,), (2,), (3,)))
    made = report_page(
        Link("Proef", "rapport/proef/"), "report_tables", "", [table], ()
    )
    view = made.page.given["tables"]["getallen"]

    assert [row[0].text for row in view.rows] == ["1", "2"]
    assert view.more == 1
    assert [*made.files[0].made()] == [
        ("rapport/proef/getallen.csv", "\ufeffa\r\n1\r\n2\r\n3\r\n")
    ]
