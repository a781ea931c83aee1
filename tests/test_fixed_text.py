"""What the theme itself says to parents reads as easily as it should."""

from statistics import mean

import fixed_text
from builders import TODAY
from groepsaanbod import language
from groepsaanbod.loading import Folders, load

SAID = fixed_text.for_visitors()
SENTENCES = [
    (file, each) for file, said in SAID.items() for each in said if each[-1] in ".?!"
]
PROJECT = fixed_text.PROJECT


def test_there_is_enough_to_judge():
    assert len(SENTENCES) > 200
    assert "theme/templates/for_partners.html" in SAID
    assert "theme/static/js/share.js" in SAID
    assert "plugins/groepsaanbod/wording.py" in SAID


def test_no_sentence_is_too_long_to_follow():
    long = [
        (file, each)
        for file, each in SENTENCES
        if language.word_count(each) > language.LONGEST_SENTENCE
    ]
    assert long == []


def test_sentences_are_short_on_the_whole():
    counts = [language.word_count(each) for _, each in SENTENCES]
    assert mean(counts) <= language.AVERAGE_SENTENCE


def test_there_is_no_jargon_in_it():
    folders = Folders(PROJECT / "offers", PROJECT / "region", PROJECT / "content")
    words = [each.jargon for each in load(folders, TODAY).catalogue.vocabulary.jargon]
    assert words
    found = {
        (file, word)
        for file, each in SENTENCES
        for word in language.found_words(each, words)
    }
    assert found == set()


def test_a_template_is_read_as_its_reader_does():
    template = """{# Niet voor lezers. #}
      <p>Bel <a href="#">{{ name }}</a> gerust.{% if a %} Het is gratis.{% endif %}</p>
      <svg><title>Een tekening</title></svg>
      {{ empty_state("Er is niets gevonden.", contact) }}
      <p>{% if a %}Dit is zo.{% else %}Dat is zo.{% endif %}</p>"""

    assert [*fixed_text.of_template(template)] == [
        "Er is niets gevonden.",
        "Bel Iets gerust.",
        "Het is gratis.",
        "Iets",
        "Dit is zo.",
        "Dat is zo.",
    ]


def test_of_code_only_what_is_said_is_read():
    module = '"""No text."""\nA = "Dit is een zin."\nB = "x y"'
    assert [*fixed_text.of_module(module)] == ["Dit is een zin."]

    script = """// "Dit is uitleg."
      const said = `Nog ${n} plekken.`; const a = "Zo is het."; const b = "x y";"""
    assert [*fixed_text.of_script(script)] == ["Nog Iets plekken.", "Zo is het."]
