"""Joins ES modules that are always fetched together into one file.

An entry is what somebody asks for by itself: a module that nobody imports, or that is
imported only when it is needed. A module goes into the file of the entry that needs it,
or of one that is surely there before the others that do. What is left, because several
entries share it, goes together into one more file. So there is one of each module, and
it keeps a scope to itself, in which names may be what they were.

Only the forms that we write are known; whatever else there is, is refused.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname, join, normpath, relpath, splitext

IMPORT = re.compile(r'^import ([^;"]+?) from "(\.[^"]+)";\n', re.MULTILINE)
LAZY_IMPORT = re.compile(r'\bimport\("(\.[^"]+)"\)(?!\.[A-Z])')
"""Where code fetches a module by need; a type in a comment has a name behind it."""
DECLARATION = re.compile(
    r"^export (?=(?:(?:async )?function|class|const) (\w+)(?:\(| \{| extends | =))",
    re.MULTILINE,
)
EXPORT_LIST = re.compile(r"^export \{([^}]*)\};$", re.MULTILINE)
DEFAULT = re.compile(r"^export default (\w+);$", re.MULTILINE)
UNKNOWN = re.compile(
    r"^(?:import\b(?!\()|export\b|(?!.*\basync\b)\S.*\bawait\b).*$", re.MULTILINE
)
"""Other imports and exports, and what makes those who import it wait for a module."""
OWN_ADDRESS = "import.meta.url"


class CannotJoinError(ValueError):
    """A module has something in it that we do not know how to join."""


@dataclass(frozen=True)
class Import:
    """What one module takes of another."""

    source: str
    names: tuple[str, ...]
    """As the source gives them."""
    pattern: str
    """What takes them from the scope of the source."""


@dataclass(frozen=True)
class Module:
    """A module by its path: what it takes and gives, and the rest of its text."""

    name: str
    text: str
    body: str
    """Without imports, and without the word ``export``."""
    imports: tuple[Import, ...]
    lazy: frozenset[str]
    """The modules that it fetches by need."""
    exports: Mapping[str, str]
    """What it gives, each with its name within."""

    @property
    def scope(self) -> str:
        """Give the name of what holds all that the module gives."""
        return "$" + re.sub(r"\W", "_", self.name.removesuffix(".js"))


def joined(sources: Mapping[str, str]) -> dict[str, str]:
    """Give the files to send instead of these modules: by their paths, their texts.

    Raises CannotJoinError.
    """
    modules = [_module(name, sources) for name in sorted(sources)]
    return dict(_Graph({each.name: each for each in modules}).files())


def _module(name: str, sources: Mapping[str, str]) -> Module:
    def found(address: str) -> str:
        path = normpath(join(dirname(name), address))
        if path not in sources:
            raise CannotJoinError(f"{name}: there is no {path}")
        return path

    text = sources[name]
    body = IMPORT.sub("", text)
    exports = {each: each for each in DECLARATION.findall(body)}
    for names in EXPORT_LIST.findall(body):
        exports |= {given: own for own, given in _pairs(names)}
    if default := DEFAULT.search(body):
        exports["default"] = default[1]
    for form in (DECLARATION, EXPORT_LIST, DEFAULT):
        body = form.sub("", body)
    if unknown := UNKNOWN.search(body):
        raise CannotJoinError(f"{name}: {unknown[0]}")
    imports = [
        _import(name, clause, found(address))
        for clause, address in IMPORT.findall(text)
    ]
    lazy = frozenset(map(found, LAZY_IMPORT.findall(text)))
    return Module(name, text, body.strip(), tuple(imports), lazy, exports)


def _import(name: str, clause: str, source: str) -> Import:
    if re.fullmatch(r"\* as \w+", clause):
        return Import(source, (), clause.removeprefix("* as "))
    if re.fullmatch(r"\w+", clause):
        return Import(source, ("default",), f"{{ default: {clause} }}")
    if listed := re.fullmatch(r"\{([^{}]*)\}", clause):
        pairs = list(_pairs(listed[1]))
        return Import(source, tuple(theirs for theirs, _ in pairs), _fields(pairs))
    raise CannotJoinError(f"{name}: import {clause}")


def _pairs(names: str) -> Iterator[tuple[str, str]]:
    """Give each name of ``a, b as c`` with the name that it gets."""
    for each in filter(None, map(str.strip, names.split(","))):
        name, _, other = each.partition(" as ")
        yield name, other or name


def _fields(pairs: Sequence[tuple[str, str]]) -> str:
    """Give the names of an object's fields, each with a name that stands for it."""
    fields = ", ".join(a if a == b else f"{a}: {b}" for a, b in pairs)
    return f"{{ {fields} }}" if fields else "{}"


@dataclass(frozen=True)
class _Graph:
    modules: Mapping[str, Module]

    def files(self) -> Iterator[tuple[str, str]]:
        within: defaultdict[str, list[Module]] = defaultdict(list)
        for name in self.order:
            within[self.homes[name]].append(self.modules[name])
        for file in sorted(within):
            yield file, self._text(file, within[file])

    @cached_property
    def order(self) -> list[str]:
        """Give the modules, each after those that it imports."""
        found: dict[str, None] = {}

        def visit(name: str, path: tuple[str, ...]) -> None:
            if name in path:
                raise CannotJoinError(f"a circle: {', '.join((*path, name))}")
            if name in found:
                return
            for each in self.modules[name].imports:
                visit(each.source, (*path, name))
                if lacking := {*each.names} - self.modules[each.source].exports.keys():
                    raise CannotJoinError(
                        f"{name}: {each.source} gives no {', '.join(sorted(lacking))}"
                    )
            found[name] = None

        for name in self.modules:
            visit(name, ())
        return list(found)

    @cached_property
    def needed_by(self) -> dict[str, set[str]]:
        """Give for each module the entries that cannot do without it."""
        all_modules = self.modules.values()
        by_need = {name for each in all_modules for name in each.lazy}
        imported = {taken.source for each in all_modules for taken in each.imports}
        entries = by_need | (self.modules.keys() - imported)
        found = {name: {name} & entries for name in self.order}
        for name in reversed(self.order):
            for each in self.modules[name].imports:
                found[each.source] |= found[name]
        return found

    @cached_property
    def before(self) -> dict[str, set[str]]:
        """Give for each entry those that are surely there when it is, with itself."""
        askers: defaultdict[str, set[str]] = defaultdict(set)
        for module in self.modules.values():
            for entry in module.lazy:
                askers[entry] |= self.needed_by[module.name]
        entries = {name for name in self.order if name in self.needed_by[name]}
        found = {each: set(entries) if each in askers else {each} for each in entries}
        # Everything is taken to be there, until nothing more turns out not to be.
        for _ in entries:
            for entry, its in askers.items():
                found[entry] = {entry} | set.intersection(*(found[by] for by in its))
        return found

    @cached_property
    def homes(self) -> dict[str, str]:
        """Give for each module the file in which it goes."""
        found = {}
        for name, needing in self.needed_by.items():
            first = {each for each in needing if self.before[each] & needing == {each}}
            if name in needing or len(first) == 1:
                found[name] = name if name in needing else first.pop()
            else:
                found[name] = self._shared_by(first)
        return found

    def _shared_by(self, entries: set[str]) -> str:
        """Give the file for what these share, named after what is there before them."""
        roots = sorted(
            before
            for before in set.union(*(self.before[each] for each in entries))
            if self.before[before] == {before}
        )
        stems = (splitext(basename(each))[0] for each in roots)
        return normpath(join(dirname(roots[0]), f"{'-'.join(stems)}-shared.js"))

    def _text(self, file: str, modules: Sequence[Module]) -> str:
        elsewhere: defaultdict[str, set[str]] = defaultdict(set)
        for module in modules:
            for each in module.imports:
                elsewhere[self.homes[each.source]].add(self.modules[each.source].scope)
        elsewhere.pop(file, None)
        wanted = {
            taken.source
            for each in self.modules.values()
            if self.homes[each.name] != file
            for taken in each.imports
        }
        given = sorted(each.scope for each in modules if each.name in wanted)
        if not elsewhere and not given and len(modules) == 1:
            return modules[0].text
        lines = [
            f'import {{ {", ".join(sorted(scopes))} }} from "{_address(file, source)}";'
            for source, scopes in sorted(elsewhere.items())
        ]
        lines += [self._scoped(file, each) for each in modules]
        if entry := self.modules.get(file):
            lines += _given(entry)
        if given:
            lines.append(f"export {{ {', '.join(given)} }};")
        return "\n".join([*lines, ""])

    def _scoped(self, file: str, module: Module) -> str:
        """Give a module as a function that runs at once and gives what it exports."""
        taken = [
            f"const {each.pattern} = {self.modules[each.source].scope};"
            for each in module.imports
        ]
        body = LAZY_IMPORT.sub(
            lambda found: f'import("{_address(file, self._path(module, found[1]))}")',
            module.body,
        )
        if dirname(module.name) != dirname(file):
            own = f'new URL("{_address(file, module.name)}", {OWN_ADDRESS}).href'
            body = body.replace(OWN_ADDRESS, own)
        gives = f"return {_fields([*module.exports.items()])};"
        lines = [f"const {module.scope} = (() => {{", *taken, body, gives, "})();"]
        return "\n".join(lines)

    def _path(self, module: Module, address: str) -> str:
        return normpath(join(dirname(module.name), address))


def _given(entry: Module) -> Iterator[str]:
    """Give what an entry exports to who asks for it by its address."""
    names = [name for name in entry.exports if name != "default"]
    if names:
        yield f"export const {{ {', '.join(names)} }} = {entry.scope};"
    if "default" in entry.exports:
        yield f"export default {entry.scope}.default;"


def _address(file: str, other: str) -> str:
    found = relpath(other, dirname(file) or ".")
    return found if found.startswith(".") else f"./{found}"
