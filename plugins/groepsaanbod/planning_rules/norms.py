"""Norms: each once, and none that can never hold."""

from collections.abc import Iterator

from groepsaanbod.planning import Norm, NormsFile
from groepsaanbod.planning_rules.beside import Beside, stand_once
from groepsaanbod.problems import Problem


def check_norms(file: NormsFile, beside: Beside) -> Iterator[Problem]:
    """Give every problem of ``normen.yaml``."""
    nothing = [
        (("niet_verwacht", number, "leeftijden", position), each.theme, ages)
        for number, each in enumerate(file.not_expected)
        for position, ages in enumerate(each.ages)
    ]
    yield from stand_once(
        beside,
        (
            (location, (theme, ages), f"'{theme}' met '{ages}'")
            for location, theme, ages in nothing
        ),
        "haal er één weg",
    )
    not_expected = {(theme, ages): location for location, theme, ages in nothing}
    for number, norm in enumerate(file.norms):
        cell = norm.theme or "", norm.ages or ""
        if cell in not_expected:
            line = beside.line(*not_expected[cell])
            yield beside.problem(
                f"op regel {line} staat dat hier niets verwacht wordt; haal er één weg",
                "normen",
                number,
            )
    yield from _norms_hold_somewhere(file.norms, beside)


def _norms_hold_somewhere(norms: tuple[Norm, ...], beside: Beside) -> Iterator[Problem]:
    """Find the narrow norms above a wide one: of those that fit, the last holds."""
    yield from stand_once(
        beside,
        (
            (("normen", number), _about(norm), "deze norm")
            for number, norm in enumerate(norms)
        ),
        "haal er één weg",
    )
    for upper, above in enumerate(norms):
        for lower, below in enumerate(norms[upper + 1 :], upper + 1):
            if _is_wider(below, above):
                yield beside.problem(
                    "deze norm geldt nooit: die op regel"
                    f" {beside.line('normen', lower)} is ruimer en staat lager;"
                    " zet deze eronder",
                    "normen",
                    upper,
                )
                break


def _is_wider(one: Norm, other: Norm) -> bool:
    wide, narrow = _about(one), _about(other)
    return wide != narrow and all(
        each in {None, part} for each, part in zip(wide, narrow, strict=True)
    )


def _about(norm: Norm) -> tuple[str | None, str | None, str | None]:
    return norm.theme, norm.ages, norm.where
