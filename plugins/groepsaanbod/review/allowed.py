"""Whose proposal it is, whether they may, and what is still wrong with it."""

from collections.abc import Iterator

from groepsaanbod import wording
from groepsaanbod.ownership import Standing
from groepsaanbod.review.part import Part


class Allowed(Part):
    """Who may, and what is wrong."""

    def welcome(self) -> Iterator[str]:
        """Say whose it is, and welcome who comes for the first time."""
        judged, pen = self.review.judged, self.pen
        who = _WHO[judged.standing]
        if judged.standing is not Standing.UNNAMED:
            who = f"Van {pen.code(self.review.author)}, {who}"
        yield who
        if folder := judged.welcomed:
            yield ""
            first = judged.standing is Standing.NEWCOMER
            what = "het eerste voorstel" if first else "uw eerste voorstel"
            yield (
                f"Welkom! Dit is {what} voor {pen.code(folder)}."
                " De coördinator kijkt mee. Dat duurt de eerste keer iets langer."
            )
            yield ""
            yield (
                f"Voor de coördinator: is {pen.code(self.review.author)} echt van deze"
                f" organisatie? Zet dan in {pen.code('region/eigenaren.yaml')}:"
                f" {pen.code(_owner(folder, self.review.author))}"
            )

    def refused(self) -> Iterator[str]:
        """Give what may not be so."""
        refusals = [each for each in self.review.refusals if not each.is_about_the_list]
        yield from self.listed(
            f"{self.pen.code(each.path)}: {each.why}."
            if each.path
            else f"{wording.capitalised(each.why)}."
            for each in refusals
        )
        if self.review.is_odd:
            yield ""
            yield "Wat het voorstel verandert, leest u hier als alle bestanden mogen."

    def second_file(self) -> Iterator[str]:
        """Say kindly that a new organisation brings two files."""
        if path := self.review.second_file:
            yield (
                f"Uw organisatie is nieuw. Daarom hoort ook {self.pen.code(path)}"
                " erbij: uw naam, één zin over wie u bent, en hoe mensen u bereiken."
            )
            yield ""
            yield (
                "Deed u daarvoor al een ander voorstel? Dan hoeft u niets te doen. De"
                " coördinator neemt dat eerst aan. Daarna klopt dit voorstel ook."
            )
            yield ""
            yield (
                "Nog niet? Het formulier op de site maakt dit bestand voor u. Of zet"
                " het zelf bij dit voorstel."
            )

    def mistakes(self) -> Iterator[str]:
        """Give what is wrong in the files."""
        second = self.review.second_file
        wrong = [each for each in self.review.wrong if each.path != second]
        yield from self.listed(map(self.problem, wrong))
        changed = {each.path for each in self.review.proposal.changes}
        if any(each.path not in changed for each in wrong):
            yield ""
            yield (
                "Er staan ook bestanden bij die dit voorstel niet verandert. Die"
                " kloppen niet meer, door dit voorstel of doordat de tijd verstreek."
            )


_WHO = {
    Standing.COORDINATOR: "coördinator.",
    Standing.PARTNER: "aanbieder.",
    Standing.NEWCOMER: "voor het eerst.",
    Standing.STRANGER: "die we nog niet kennen.",
    Standing.UNNAMED: "Van wie dit is, is niet gezegd; of het mag, weten we niet.",
}


def _owner(folder: str, author: str) -> str:
    return f"- {{aanbieder: {folder}, github: [{author}]}}"
