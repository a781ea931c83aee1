"""One question at a time, asked again until the check has nothing against it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groepsaanbod.asking.remedies import told
from groepsaanbod.description import Key, keys_of
from groepsaanbod.fields import Record
from groepsaanbod.model import FREE, Costs
from groepsaanbod.problems import key_of
from groepsaanbod.reading import example_value, read_record
from groepsaanbod.source import Document, Location, unreadable_in
from groepsaanbod.understanding import explained, understood, understood_list
from groepsaanbod.vocabulary import Vocabulary

Said = dict[str, Any]

PROMPT = "> "
END_OF_TEXT = "."
YES, NO = "ja", "nee"


@dataclass(frozen=True)
class Questions:
    """Asks for values and records; ``ask`` gives an answer, ``say`` shows a line."""

    ask: Callable[[str], str]
    say: Callable[[str], None]
    vocabulary: Vocabulary

    def yes(self, question: str) -> bool:
        """Ask something to which one says yes or no."""
        while True:
            answer = self.ask(f"\n{question} ({YES} of {NO})\n{PROMPT}")
            match answer.strip().casefold():
                case "ja" | "j":
                    return True
                case "nee" | "n":
                    return False
                case _:
                    self.say(f"Typ {YES} of {NO}.")

    def choice(self, question: str, names: Mapping[str, str], *more: str) -> str:
        """Ask for one of these words, shown with their names, or one of ``more``."""
        words = list(names)
        while True:
            self.say(f"\n{question}")
            self._show(names)
            answer = self.ask(PROMPT).strip()
            word = _numbered(answer, words)
            if word in {*words, *more}:
                return word
            wrong = f"'{word[:80]}' kan hier niet. " if word else ""
            self.say(f"{wrong}Typ een nummer of een woord.")

    def record(
        self,
        kind: type[Record],
        names: Sequence[str],
        into: Said,
        hints: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Ask for these keys of a record, and put what is said in ``into``, at once.

        ``hints`` are answers to choose from with what each means, for keys that
        have no words of their own.
        """
        for name in names:
            key = keys_of(kind)[name]
            found = "?"
            while found:
                self._explain(key, hints.get(name, {}))
                self._answer(key, into, hints.get(name, {}))
                is_skipped = not into[name] and not key.required
                found = "" if is_skipped else self._against(kind, key, into[name])
                if found:
                    self.say(found)
            if not into[name]:
                del into[name]

    def _explain(self, key: Key, hints: Mapping[str, str]) -> None:
        duty = "" if key.required else " (mag; Enter slaat over)"
        self.say(f"\n{key.title}{duty}")
        self.say(f"  {explained(key)}")
        if key.list_name:
            choices = self.vocabulary.choices(key.list_name)
            self._show({word: entry.name for word, entry in choices.items()})
        elif key.words or hints:
            self._show(hints or dict.fromkeys(key.words, ""))
        elif key.example and not key.parts:
            example = example_value(key, self.vocabulary).strip('"')
            self.say(f"  Bijvoorbeeld: {example}")

    def _show(self, names: Mapping[str, str]) -> None:
        width = max(map(len, names), default=0)
        for number, (word, name) in enumerate(names.items(), 1):
            self.say(f"  {number:3}  {word:{width}}  {name}".rstrip())

    def _answer(self, key: Key, into: Said, hints: Mapping[str, str]) -> None:
        """Put the answer to one question in ``into``, as far as it goes."""
        if key.parts is not None:
            self._part(key.parts, key, into)
        elif key.widget:
            self._text(key, into)
        else:
            typed = self.ask(PROMPT)
            listed = self.vocabulary.choices(key.list_name) if key.list_name else ()
            words = [*listed, *key.words, *hints]
            if key.many:
                items = understood_list(typed, key, self.vocabulary)
                into[key.name] = [_numbered(item, words) for item in items]
            else:
                word = _numbered(typed, words)
                into[key.name] = understood(word, key, self.vocabulary)

    def _text(self, key: Key, into: Said) -> None:
        self.say("  Een lege regel begint een nieuwe alinea.")
        self.say(f"  Klaar? Typ een punt ({END_OF_TEXT}) op een eigen regel.")
        into[key.name] = ""
        while (line := self.ask(PROMPT).rstrip()) != END_OF_TEXT:
            into[key.name] = f"{into[key.name]}\n{line}".lstrip("\n")
            if not into[key.name] and not key.required:
                return

    def _part(self, parts: type[Record], key: Key, into: Said) -> None:
        """Ask for the record that a key holds; costs of nothing are one word."""
        said: Said = {}
        into[key.name] = said
        first, *others = keys_of(parts)
        if parts is Costs:
            self._answer(keys_of(Costs)[first], said, {})
            if said[first].casefold() == FREE:
                into[key.name] = FREE
                return
            if self._against(Costs, keys_of(Costs)[first], said[first] or "?"):
                return  # the amount is asked again before anything else
        else:
            self.record(parts, [first], said, {})
        self.record(parts, others, said, {})

    def _against(self, kind: type[Record], key: Key, value: object) -> str:
        """Give what the check has against a value, as it says it; or nothing."""
        for text in _texts(value):
            if message := unreadable_in(text):
                return message
        data = {key.name: value} if value else {}
        places: dict[Location, tuple[int, int]] = {(key.name,): (1, 1)}
        _, problems = read_record(Document("", data, places), kind, self.vocabulary)
        own = (each for each in problems if key_of(each) == key.name)
        return "\n".join(map(told, own))


def _numbered(answer: str, words: Sequence[str]) -> str:
    """Give the word with this number, or the answer itself."""
    text = answer.strip()
    if text in words or not (text.isascii() and text.isdigit()):
        return text
    number = int(text[:4])
    return words[number - 1] if 1 <= number <= len(words) else text


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [str(value)]
