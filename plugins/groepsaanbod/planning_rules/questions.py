"""What people asked: each theme once in a source."""

from collections.abc import Iterator

from groepsaanbod.planning import QuestionsFile
from groepsaanbod.planning_rules.beside import Beside, is_not_the_region, stand_once
from groepsaanbod.problems import Problem


def check_questions(file: QuestionsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``vraagcijfers.yaml``."""
    for number, source in enumerate(file.sources):
        place = ("bronnen", number)
        yield from is_not_the_region(source.where, beside, *place)
        if not source.asked and not source.named:
            yield beside.problem(
                "deze bron zegt niets; zet erbij: vragen (met een aandeel)"
                " of genoemd (zonder getal)",
                *place,
            )
        asked = [
            ((*place, "vragen", position, "thema"), each.theme)
            for position, each in enumerate(source.asked)
        ]
        named = [
            ((*place, "genoemd", position), theme)
            for position, theme in enumerate(source.named)
        ]
        yield from stand_once(
            beside,
            ((location, theme, f"'{theme}'") for location, theme in asked + named),
            "haal er één weg",
        )
