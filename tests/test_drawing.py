"""Parts of pages that are drawn once."""

import pytest
from jinja2 import Environment

from groepsaanbod.drawing import Parts, without_marks

TEMPLATE = """
{% macro card(name, root) %}<a href="{{ root }}x/">{{ badge(name) }}</a>{% endmacro %}
{% macro badge(name) %}{{- once(_badge, name=name) -}}{% endmacro %}
{% macro _badge(name) %}<b>{{ name }}</b>{{ log(name) }}{% endmacro %}
{% for name in names %}{{ once(card, name=name, root=root) }}{% endfor %}
"""


@pytest.fixture
def parts():
    return Parts()


@pytest.fixture
def draw(parts):
    """Give what two names draw with a root, and what was drawn anew."""
    environment = Environment(autoescape=True)
    drawn = []

    def log(name):
        drawn.append(name)
        return ""

    environment.globals |= {"once": parts.once, "log": log}
    template = environment.from_string(TEMPLATE)

    def draw(names, root):
        text = template.render(names=names, root=root)
        return b"".join(parts.written(text, root)).decode().strip(), list(drawn)

    return draw


def test_a_part_is_drawn_once_and_fits_each_page(draw):
    assert draw(["<é>", "b"], "../") == (
        '<a href="../x/"><b>&lt;é&gt;</b></a><a href="../x/"><b>b</b></a>',
        ["<é>", "b"],
    )
    assert draw(["b", "b"], "../../") == (
        '<a href="../../x/"><b>b</b></a>' * 2,
        ["<é>", "b"],
    )


def test_what_is_forgotten_is_drawn_anew(draw, parts):
    first, _ = draw(["a", "b"], "")
    parts.forget()

    assert draw(["b"], "") == ('<a href="x/"><b>b</b></a>', ["a", "b", "b"])
    assert first == '<a href="x/"><b>a</b></a><a href="x/"><b>b</b></a>'


def test_words_and_numbers_are_told_apart(draw):
    assert draw(["1", 1, True, "True"], "")[1] == ["1", 1, True, "True"]


def test_a_text_from_elsewhere_cannot_stand_for_a_part():
    assert without_marks("a\x010\x01b\0") == "a0b"
