"""How a mistake is written down, and in which order."""

from groepsaanbod.problems import Problem, Severity, mistakes

MISTAKE = Problem("a.yaml", 3, 1, "titel", "schrijf ja of nee")
WARNING = Problem("a.yaml", 4, 1, "", "kijk het na", Severity.WARNING)


def test_a_mistake_says_where_it_is_as_editors_link_it():
    assert str(MISTAKE) == "a.yaml:3:1: titel: schrijf ja of nee"


def test_a_warning_says_that_it_is_one():
    assert str(WARNING) == "a.yaml:4:1: let op: kijk het na"


def test_problems_are_sorted_by_file_line_and_column():
    in_order = [
        Problem("a.yaml", 2, 9, "", ""),
        Problem("a.yaml", 10, 1, "", ""),
        Problem("a.yaml", 10, 2, "", ""),
        Problem("b.yaml", 1, 1, "", ""),
    ]

    backward = in_order[::-1]
    assert sorted(backward) == in_order


def test_only_mistakes_stop_the_build():
    assert mistakes([MISTAKE, WARNING]) == [MISTAKE]


def test_a_file_cannot_print_lines_of_its_own_or_move_the_cursor():
    forged = Problem("a\n.yaml", 1, 1, "titel\x1b[2J", "x\n::error::y\u202e")

    assert str(forged) == "a .yaml:1:1: titel [2J: x ::error::y "
