"""The report pages that are tables and little else."""

from collections.abc import Iterator

from groepsaanbod import urls, wording
from groepsaanbod.charts import WIDTH
from groepsaanbod.pages.page import Beside
from groepsaanbod.pages.reports.report import ReportPage, report_page
from groepsaanbod.reports import agreed, changes, figures, quality
from groepsaanbod.reports.gap_views import by_chance
from groepsaanbod.reports.reported import Reported
from groepsaanbod.tables import Table
from groepsaanbod.views import Link


def decisions(reported: Reported) -> ReportPage:
    """Give what was decided of gaps and overlaps, and what returned."""
    place = reported.supply.places[0]
    in_force = len(reported.agreed.in_force)
    returned = len(reported.agreed.returned)
    holds = "geldt 1 besluit" if in_force == 1 else f"gelden {in_force} besluiten"
    again = (
        "is 1 besluit teruggekomen"
        if returned == 1
        else f"zijn {returned} besluiten teruggekomen"
    )
    return report_page(
        Link("Besluiten", urls.DECISIONS),
        "report_tables",
        f"Nu {holds}. Er {again}, omdat ze verlopen zijn of iets veranderde.",
        agreed.tables(reported, place),
        (
            "Het rapport weet niet of een besluit ook is uitgevoerd.",
            "Een besluit geldt tot zijn einddatum, of tot de feiten veranderen.",
        ),
        title="Besluiten over hiaten en overlap",
        notes=(agreed.HOW_TO_DECIDE,),
    )


def chances(reported: Reported) -> ReportPage:
    """Give what there is for each element of the Kansencirkel, by place."""
    return report_page(
        Link("Kansencirkel", urls.CHANCES),
        "report_tables",
        "Aan welke van de acht elementen van de Kansencirkel draagt het aanbod bij?",
        tuple(_chances(reported)),
        (
            "Aanbieders kiezen zelf hoogstens drie elementen. Veel laten het leeg.",
            "Een element dat weinig genoemd wordt, is niet vanzelf een hiaat.",
        ),
        title="Het aanbod in de Kansencirkel",
        notes=("Bij elk element staat wat er bestaat, en waar men kan instappen.",),
    )


def _chances(reported: Reported) -> Iterator[Table]:
    for place in reported.supply.places:
        if not place.is_area:
            table = by_chance(reported, place)
            yield Table(
                f"{table.name}-{place.word}",
                table.caption,
                table.columns,
                table.rows,
                table.when_empty,
            )


def measured(reported: Reported) -> ReportPage:
    """Give the figures for the municipality, each with a small chart."""
    place = reported.supply.places[0]
    charts = figures.charts(reported, place)
    page = report_page(
        Link("Cijfers", urls.FIGURES),
        "report_figures",
        "Wat is beloofd, hoe was het, en hoe staat het nu?",
        figures.tables(reported, place),
        figures.notes(reported, place),
        title=f"Cijfers over {place.name}",
        charts=[(f"{urls.FIGURES}{each.name}.svg", each.title) for each in charts],
        chart_width=WIDTH,
    )
    return ReportPage(page.page, (*page.files, *map(_picture, charts)))


def _picture(chart: figures.Chart) -> Beside:
    path = f"{urls.FIGURES}{chart.name}.svg"
    return Beside(path, chart.svg, lambda: [(path, chart.svg)])


def bettered(reported: Reported) -> ReportPage:
    """Give what each partner can do better, with a letter that is ready to mail."""
    place = reported.supply.places[0]
    letters = [
        (partner.name, letter)
        for partner in reported.catalogue.partners
        if (letter := quality.letter(reported, partner.slug))
    ]
    partners = wording.counted(len(letters), "aanbieder kan", "aanbieders kunnen")
    return report_page(
        Link("Kwaliteit", urls.QUALITY),
        "report_quality",
        f"{wording.capitalised(partners)} iets verbeteren. Per aanbieder staat er een"
        " brief klaar.",
        quality.tables(reported, place),
        (
            "Het rapport leest alleen wat in de bestanden staat.",
            "Of een tekst waar is, weet alleen de aanbieder.",
        ),
        title="Kwaliteit per aanbieder",
        letters=letters,
    )


def changed(reported: Reported) -> ReportPage:
    """Give what changed in the last quarter and year."""
    place = reported.supply.places[0]
    told = changes.told(reported, place)
    return report_page(
        Link("Verandering", urls.CHANGES),
        "report_changes",
        "Wat is erbij gekomen, wat is weg, en welke hiaten gingen open of dicht?",
        changes.tables(reported, place),
        (
            "Verandering komt uit de geschiedenis van de bestanden.",
            "Wat buiten deze site gebeurde, staat er niet in.",
        ),
        title="Wat er veranderde",
        periods=[
            (each.title, each.sentences, [table.name for table in each.tables])
            for each in told
        ],
        not_worked_out="" if told else changes.NOT_WORKED_OUT,
    )
