"""Records of files that did not change are taken from an earlier build."""

import pytest

from groepsaanbod.keeping import Kept
from groepsaanbod.loading import files
from groepsaanbod.loading.files import OnDisk, Records
from groepsaanbod.model import ANSWER, PartnerFile, QuestionFile

PARTNER = (
    "naam: Het Veer\nsamenvatting: Wij helpen gezinnen.\ntelefoon: '030 000 00 30'\n"
)


@pytest.fixture
def read(tmp_path, vocabulary, monkeypatch):
    """Give what reads a text as a partner, and which texts were really read."""
    path = tmp_path / "aanbieder.yaml"
    seen = []
    really = files.read_record
    monkeypatch.setattr(
        files, "read_record", lambda *given: (seen.append(given), really(*given))[1]
    )

    def read(text, words=b"words", more=lambda _: ()):
        path.write_text(text, encoding="utf-8")
        kept = Kept(tmp_path / "kept.sqlite")
        found = Records(kept, vocabulary, words).read(path, PartnerFile, more=more)
        kept.close()
        return found, len(seen)

    return read


def test_a_file_that_did_not_change_is_read_once(read):
    first, _ = read(PARTNER)

    assert first[0].name == "Het Veer"
    assert read(PARTNER) == (first, 1)


def test_another_text_is_read_and_so_is_the_same_with_other_words(read):
    read(PARTNER)
    (other, _), times = read(PARTNER.replace("Veer", "Baken"))

    assert (other.name, times) == ("Het Baken", 2)
    assert read(PARTNER.replace("Veer", "Baken"), words=b"others")[1] == 3


def test_a_file_with_mistakes_is_read_each_time(read):
    wrong, _ = read(PARTNER + "plaats: Dijkdorp\n")

    assert [problem.field for problem in wrong[1]] == ["plaats"]
    assert read(PARTNER + "plaats: Dijkdorp\n") == (wrong, 2)


def test_and_so_is_one_in_which_more_is_wrong(read):
    def more(document):
        yield document.problem(("naam",), "dit kan niet")

    for times in (1, 2):
        (_, problems), read_so_far = read(PARTNER, more=more)
        assert [each.message for each in problems] == ["dit kan niet"]
        assert read_so_far == times


def test_a_question_has_the_text_below_its_fields(good, vocabulary):
    path = good.content / "vragen/ik-pieker-veel.md"
    record, problems = Records(Kept(), vocabulary).read(path, QuestionFile, text=ANSWER)

    assert problems == []
    assert record.title == OnDisk(path, ANSWER).data["titel"]
    assert record.answer.strip() == OnDisk(path, ANSWER).data[ANSWER].strip()
