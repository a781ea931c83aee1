"""An offer that nobody looks at goes through stages, on the day they begin."""

from datetime import date

import pytest

from builders import TODAY, an_offer
from groepsaanbod.analysis.ageing import Stage, Stages
from groepsaanbod.planning import NormsFile

NORMS = NormsFile.model_validate({})


@pytest.mark.parametrize(
    ("checked_on", "reached"),
    [
        ("2026-11-24", Stage.FRESH),
        ("2026-05-24", Stage.FRESH),
        ("2026-05-23", Stage.ASKED),
        ("2026-02-24", Stage.ASKED),
        ("2026-02-23", Stage.MARKED),
        ("2025-11-24", Stage.MARKED),
        ("2025-11-23", Stage.LAST),
        ("2025-05-24", Stage.LAST),
        ("2025-05-23", Stage.UNLISTED),
        ("2020-01-01", Stage.UNLISTED),
    ],
)
def test_each_stage_begins_the_day_after_so_many_months(
    vocabulary, checked_on, reached
):
    offer = an_offer(vocabulary, gecontroleerd_op=checked_on)

    assert Stages(NORMS, TODAY).of(offer) is reached


def test_the_region_says_after_how_many_months(vocabulary):
    ageing = {"melden": "1", "achteraan": "2", "uit_lijsten": "2"}
    norms = NormsFile.model_validate({"verouderd": ageing}, context=vocabulary)
    offer = an_offer(vocabulary, gecontroleerd_op="2026-10-01")

    assert Stages(norms, TODAY).of(offer) is Stage.MARKED
    assert Stages(norms, date(2026, 12, 2)).of(offer) is Stage.UNLISTED


def test_what_is_still_to_come_is_known(vocabulary):
    offer = an_offer(vocabulary, gecontroleerd_op="2026-08-31")
    stages = Stages(NORMS, TODAY)
    days = [stages.last_day_before(each, offer) for each in list(Stage)[1:]]

    assert days == [
        date(2027, 2, 28),
        date(2027, 5, 31),
        date(2027, 8, 31),
        date(2028, 2, 29),
    ]
