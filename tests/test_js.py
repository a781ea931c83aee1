"""The theme's JavaScript writes no HTML, runs no text and asks nothing of elsewhere."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SCRIPTS = sorted(
    path
    for path in PROJECT.joinpath("theme/static/js").rglob("*.js")
    if "vendor" not in path.parts
)
POLICY = "groepsaanbod-zoeken"

SINKS = {
    "HTML from a text": r"innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createHTML"
    r"|parseFromString|createContextualFragment|setHTMLUnsafe|document\.write",
    "a script from a text": r"\beval\b|\bFunction\(|createScript\b|\.on\w+ = [\"'`]"
    r"|set(?:Timeout|Interval)\(\s*[\"'`]|javascript:",
    "a script of elsewhere": r"importScripts|createElement\([\"']script"
    r"|import\((?!\"\./)",
    "a pattern from a text": r"new RegExp\((?![\"'/]"
    r"|`(?:[^`$]|\$(?!\{)|\$\{[A-Z_]+\})*`)",
    "a text for a handler": r"setAttribute\([\"'`](?:on\w+|style|src|srcdoc)",
    "another host": r"[\"'`](?:https?:)?//|sendBeacon|WebSocket|EventSource"
    r"|XMLHttpRequest",
    "more than is told": r"document\.cookie|sessionStorage|indexedDB|geolocation",
}


def code(path):
    """Give a script without its comments."""
    text = path.read_text("utf-8")
    return re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", text, flags=re.DOTALL)


def test_there_are_scripts_to_look_at():
    assert len(SCRIPTS) > 5


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("sink", SINKS)
def test_no_script_uses(sink, path):
    assert re.findall(SINKS[sink], code(path)) == []


@pytest.mark.parametrize("sink", SINKS)
def test_each_pattern_finds_what_it_is_for(sink):
    bad = {
        "HTML from a text": "list.innerHTML = title",
        "a script from a text": 'setTimeout("alert(1)")',
        "a script of elsewhere": "import(address)",
        "a pattern from a text": "new RegExp(query)",
        "a text for a handler": 'link.setAttribute("onclick", text)',
        "another host": 'fetch("https://elders.nl/")',
        "more than is told": "document.cookie = name",
    }

    assert re.search(SINKS[sink], bad[sink])


def test_one_script_makes_the_one_policy_and_it_knows_one_address():
    making = [path.name for path in SCRIPTS if "createPolicy" in code(path)]
    client = PROJECT.joinpath("theme/static/js/search/client.js").read_text("utf-8")

    assert making == ["client.js"]
    assert f'const POLICY = "{POLICY}";' in client
    assert "{ createScriptURL: () => WORKER }" in client
    assert 'const WORKER = new URL("./worker.js", import.meta.url).href;' in client


def test_whatever_is_kept_has_a_key_that_leaving_wipes():
    for path in SCRIPTS:
        keys = re.findall(r"localStorage\.\w+\((\w+(?:\.\w+)?)", code(path))
        assert set(keys) <= {"KEYS.saved", "KEYS.draft", "KEY", "key"}, path
    draft = PROJECT.joinpath("theme/static/js/form/draft.js").read_text("utf-8")
    assert "const KEY = KEYS.draft;" in draft
    naming = [path.name for path in SCRIPTS if "`groepsaanbod-" in code(path)]
    assert naming == ["kept.js"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_each_script_says_what_it_is_and_stays_small(path):
    text = path.read_text("utf-8")

    assert text.startswith("/**\n * ")
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_has_a_template_in_a_template(path):
    # rjsmin, which sends scripts without their comments, loses spaces in the inner one.
    assert re.findall(r"\$\{[^}`]*`", code(path)) == []


NAMED = re.compile(r"import \{([^}]*)\} from \"([^\"]+)\"", re.DOTALL)
OFFERED = re.compile(r"export (?:async )?(?:function\*?|class|const) (\w+)")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_each_script_asks_others_for_what_they_have(path):
    for names, other in NAMED.findall(code(path)):
        if "/vendor/" in other:
            continue
        asked = {each.split(" as ")[0].strip() for each in names.split(",")} - {""}
        offered = OFFERED.findall(code((path.parent / other).resolve()))
        assert asked <= set(offered), f"{path.name} asks {other}"
