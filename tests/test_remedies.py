"""What mends a problem: one value, and one sentence for each place where one types."""

import pytest

from groepsaanbod.asking.remedies import in_answers
from groepsaanbod.remedies import in_file
from groepsaanbod.spreadsheet.remedies import in_sheet
from remedied import SAID


@pytest.mark.parametrize("name", SAID)
def test_each_place_has_its_own_words(vocabulary, name):
    remedy, file, sheet, answers, _ = SAID[name]

    assert in_file(remedy) == file
    assert in_sheet(remedy, vocabulary) == sheet
    assert in_answers(remedy) == answers
