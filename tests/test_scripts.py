"""Modules become few files: whole ones in and out, and what is refused."""

import pytest

from groepsaanbod.scripts import CannotJoinError, joined


def test_what_one_entry_needs_is_in_its_file_each_in_a_scope_of_its_own():
    given = joined(
        {
            "js/worker.js": 'import { twice, once as one } from "./sums.js";\n'
            'import * as data from "./data.js";\n'
            'import stem from "../vendor/stem.js";\n'
            "\n"
            "const own = 1;\n"
            "self.answer = () => stem(twice(one(own))) + data.own;\n",
            "js/sums.js": 'import * as data from "./data.js";\n'
            "export function once(value) { return value + data.own; }\n"
            "export async function later() {}\n"
            "const twice = (value) => 2 * once(value);\n"
            "export { twice };\n",
            "js/data.js": "export const own = 2;\n"
            "export class Mistake extends Error {}\n",
            "vendor/stem.js": "function stem(word) { return word; }\n"
            "export default stem;\n",
        }
    )

    assert given == {
        "js/worker.js": "const $js_data = (() => {\n"
        "const own = 2;\n"
        "class Mistake extends Error {}\n"
        "return { own, Mistake };\n"
        "})();\n"
        "const $js_sums = (() => {\n"
        "const data = $js_data;\n"
        "function once(value) { return value + data.own; }\n"
        "async function later() {}\n"
        "const twice = (value) => 2 * once(value);\n"
        "return { once, later, twice };\n"
        "})();\n"
        "const $vendor_stem = (() => {\n"
        "function stem(word) { return word; }\n"
        "return { default: stem };\n"
        "})();\n"
        "const $js_worker = (() => {\n"
        "const { twice, once: one } = $js_sums;\n"
        "const data = $js_data;\n"
        "const { default: stem } = $vendor_stem;\n"
        "const own = 1;\n"
        "self.answer = () => stem(twice(one(own))) + data.own;\n"
        "return {};\n"
        "})();\n"
    }


def test_what_is_fetched_by_need_takes_what_is_there_and_there_is_one_of_it():
    given = joined(
        {
            "main.js": 'import { save } from "./saved.js";\n'
            'save(() => import("./parts/page.js"));\n',
            "saved.js": "export const save = (given) => given;\n",
            "parts/page.js": 'import { save } from "../saved.js";\n'
            "export default save;\nexport function start() {}\n",
        }
    )

    assert given == {
        "main.js": "const $saved = (() => {\n"
        "const save = (given) => given;\n"
        "return { save };\n"
        "})();\n"
        "const $main = (() => {\n"
        "const { save } = $saved;\n"
        'save(() => import("./parts/page.js"));\n'
        "return {};\n"
        "})();\n"
        "export { $saved };\n",
        "parts/page.js": 'import { $saved } from "../main.js";\n'
        "const $parts_page = (() => {\n"
        "const { save } = $saved;\n"
        "function start() {}\n"
        "return { start, default: save };\n"
        "})();\n"
        "export const { start } = $parts_page;\n"
        "export default $parts_page.default;\n",
    }


def test_what_several_need_and_none_has_first_goes_together_in_one_file():
    entry = 'import { view } from "./view.js";\nexport const start = view;\n'
    given = joined(
        {
            "main.js": 'import("./one.js");\nimport("./other.js");\n',
            "one.js": entry,
            "other.js": entry,
            "view.js": 'import { ask } from "./b/c.js";\nexport const view = ask;\n',
            "b/c.js": 'export const ask = new URL("./a.js", import.meta.url);\n',
        }
    )

    assert given.keys() == {"main.js", "main-shared.js", "one.js", "other.js"}
    assert given["main-shared.js"] == (
        "const $b_c = (() => {\n"
        'const ask = new URL("./a.js", new URL("./b/c.js", import.meta.url).href);\n'
        "return { ask };\n"
        "})();\n"
        "const $view = (() => {\n"
        "const { ask } = $b_c;\n"
        "const view = ask;\n"
        "return { view };\n"
        "})();\n"
        "export { $view };\n"
    )
    assert given["one.js"] == (
        'import { $view } from "./main-shared.js";\n'
        "const $one = (() => {\n"
        "const { view } = $view;\n"
        "const start = view;\n"
        "return { start };\n"
        "})();\n"
        "export const { start } = $one;\n"
    )


def test_what_a_part_of_a_part_needs_is_where_it_was_first_needed():
    given = joined(
        {
            "worker.js": 'import { find } from "./finding.js";\nfind();\n',
            "finding.js": 'export const find = () => import("./near.js");\n',
            "near.js": 'import { find } from "./finding.js";\n'
            'export const near = () => [find, import("./far.js")];\n',
            "far.js": 'import { find } from "./finding.js";\n'
            "export const far = find;\n",
        }
    )

    assert given.keys() == {"worker.js", "near.js", "far.js"}
    assert given["far.js"].startswith('import { $finding } from "./worker.js";\n')


def test_a_module_that_shares_nothing_stays_as_it_was():
    text = (
        "/** Types: import('./a.js').B, @type {import(\"./none.js\").B} */\nstart();\n"
    )

    assert joined({"share.js": text}) == {"share.js": text}


def test_the_order_of_the_files_changes_nothing():
    modules = {
        "a.js": 'import { c } from "./c.js";\nimport { b } from "./b.js";\nb(c);\n',
        "b.js": "export const b = 1;\n",
        "c.js": "export const c = 1;\n",
    }
    back = dict(reversed(modules.items()))

    assert list(joined(back).items()) == list(joined(modules).items())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("export let count = 0;", "a.js: export let count = 0;"),
        ("export const { one } = all;", "a.js: export const { one } = all;"),
        ("export default () => 1;", "a.js: export default () => 1;"),
        ("export default class {}", "a.js: export default class {}"),
        ('export * from "./b.js";', 'a.js: export * from "./b.js";'),
        ('export { b } from "./b.js";', 'a.js: export { b } from "./b.js";'),
        ('import "./b.js";', 'a.js: import "./b.js";'),
        ('import b from "lunr";', 'a.js: import b from "lunr";'),
        ('import b, { c } from "./b.js";', "a.js: import b, { c }"),
        ("const all = await fetch(name);", "a.js: const all = await fetch(name);"),
        ('import { b } from "./none.js";', "a.js: there is no none.js"),
        ('const b = () => import("./none.js");', "a.js: there is no none.js"),
        ('import { wrong } from "./b.js";', "a.js: b.js gives no wrong"),
        ('import b from "./b.js";', "a.js: b.js gives no default"),
        ('import { c } from "./c.js";', "a circle: a.js, c.js, a.js"),
    ],
)
def test_what_is_not_known_is_refused(text, said):
    modules = {
        "a.js": f"{text}\n",
        "b.js": "export const b = 1;\n",
        "c.js": 'import * as a from "./a.js";\nexport const c = a;\n',
    }
    with pytest.raises(CannotJoinError) as caught:
        joined(modules)

    assert str(caught.value) == said
