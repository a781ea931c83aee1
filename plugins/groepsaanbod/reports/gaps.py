"""TEMP"""

from groepsaanbod.tables import Table, Column


def tables(r, p):
    return (
        Table(
            "hiaten",
            "Hiaten",
            (Column("thema", "Thema"),),
            tuple((c.theme.name,) for c in r.gaps.of(p)),
        ),
    )


def reasons(r, c):
    return ("In Haarlem kan men terecht.",)


def sources(r):
    return ()
