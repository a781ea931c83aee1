"""The files of the search: small, so that a phone fetches only what a search needs.

``index.json`` is what each search starts from; it names the folder of the rest, whose
name changes with what is in it, so that parts of two sites never mix. There stand:

    group-N.json       where each of some stretches of terms begins
    terms-N.json       a stretch of the terms, with their offers and weights
    cards-N.json       a few cards; the first file has more: those of the first screen
    choice-F-W.json    the offers of choice W of filter F; choices.json has all
    ages-N.json        the offers for a child in its Nth year; ages.json has all
    labels.json        what people read for each choice
    starts.json        the days on which something of each offer begins
    spelling-L.json    the words with letter L that a wrong word may have been
    names.json         what is suggested
    paths.json         which offer each number is

Of a small region what narrows a search down (``narrowing``) goes along in
``index.json``: all of it is small, and soon asked for.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from groepsaanbod.catalogue import Offer
from groepsaanbod.keeping import Kept, digest
from groepsaanbod.pages.shown import Shown
from groepsaanbod.search.documents import offer_texts
from groepsaanbod.search.index import (
    STRETCHES_IN_A_GROUP,
    by_letter,
    directory,
    gathered,
    postings,
    shards,
    spellings,
)
from groepsaanbod.search.narrowing import labels, narrowing
from groepsaanbod.search.numbering import Numbered
from groepsaanbod.search.phrases import age_phrases, age_words, phrases
from groepsaanbod.search.timeline import Step
from groepsaanbod.search.weighing import Weighed, weigh
from groepsaanbod.search.words import asked, remember, terms, tokens
from groepsaanbod.vocabulary import Vocabulary

FOLDER = "zoeken"
CARDS_IN_A_FILE = 2
CARDS_IN_THE_FIRST = 12
"""More than a screen: some that nobody looked at for long are shown last."""
SMALL = 128
"""Up to how many offers a region is small."""


def search_files(shown: Shown, kept: Kept | None = None) -> dict[str, str]:
    """Give the files of the search for the visible offers: their names and texts.

    What the words of an offer say is taken from ``kept``, or kept there; and so are
    the terms of the words.
    """
    kept = kept or Kept()
    known = kept.get("terms", b"") or {}
    remember(known)
    numbered = Numbered(shown, kept)
    documents = gathered(_weighed(numbered, kept))
    vocabulary = shown.catalogue.vocabulary
    words = spellings(documents, _own_words(numbered))
    same = [
        [" ".join(terms(saying)) for saying in each.words]
        for each in vocabulary.search.same
    ]
    empty = {each for word in vocabulary.search.empty for each in terms(word)}
    found = postings(documents, words, same, empty)
    stretches = list(shards(found))
    groups = directory(stretches)
    is_small = len(numbered.offers) <= SMALL
    narrow = narrowing(numbered, groups, each_by_itself=not is_small)
    letters = by_letter(words)
    rest = {
        "labels.json": _json(labels(vocabulary)),
        "starts.json": _json(_starts(numbered)),
        "names.json": _json(_names(numbered)),
        "paths.json": _json([each.identity for each in numbered.offers]),
    }
    rest |= {
        f"spelling-{each}.json": _json(" ".join(letters[each])) for each in letters
    }
    rest |= {f"terms-{place}.json": _json(each) for place, each in enumerate(stretches)}
    rest |= {
        f"cards-{place}.json": _json(each)
        for place, each in enumerate(_in_files(_cards(numbered)))
    }
    narrow_texts = {name: _json(each) for name, each in narrow.items()}
    folder = _name_of(rest | narrow_texts)
    if not is_small:
        rest |= narrow_texts
    index = _index(numbered, vocabulary) | {
        "folder": folder,
        "groups": [group[0] for group in groups],
        "inAGroup": STRETCHES_IN_A_GROUP,
        "letters": "".join(letters),
        "parts": narrow if is_small else {},
    }
    if asked() != known:
        kept.put("terms", b"", asked())
    return {f"{FOLDER}/index.json": _json(index)} | {
        f"{FOLDER}/{folder}/{name}": text for name, text in rest.items()
    }


def _weighed(numbered: Numbered, kept: Kept) -> Iterator[Weighed]:
    """Weigh one document at a time: all of them take more room than the index.

    What was kept, is not weighed again: an offer's fingerprint has the region's words.
    """
    catalogue = numbered.shown.catalogue
    empty = frozenset(_folded(catalogue.vocabulary.search.empty))
    without = digest(*sorted(empty))
    for offer in numbered.offers:
        key = bytes.fromhex(offer.fingerprint)
        found: Weighed | None = kept.get("weighed", key) if key else None
        if found is None:
            found = weigh(offer_texts(offer, catalogue), empty)
            if key:
                kept.put("weighed", key, found)
        yield found
    for page in numbered.pages:
        key = digest(repr(page.texts), without)
        found = kept.get("weighed", key)
        if found is None:
            found = weigh(page.texts, empty)
            kept.put("weighed", key, found)
        yield found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _name_of(files: Mapping[str, str]) -> str:
    """Give a name for these very contents."""
    whole = hashlib.sha256()
    for name, text in sorted(files.items()):
        whole.update(f"{name}\n{text}\n".encode())
    return whole.hexdigest()[:12]


def _in_files(cards: Iterable[object]) -> Iterator[list[object]]:
    found = list(cards)
    yield found[:CARDS_IN_THE_FIRST]
    for start in range(CARDS_IN_THE_FIRST, len(found), CARDS_IN_A_FILE):
        yield found[start : start + CARDS_IN_A_FILE]


def _folded(words: Iterable[str]) -> Iterator[str]:
    return (token for word in words for token in tokens(word))


def _own_words(numbered: Numbered) -> Iterator[str]:
    """Give the words of the region itself: what people may say for a choice."""
    vocabulary = numbered.shown.catalogue.vocabulary
    for kinds in phrases(vocabulary).values():
        for said in kinds.values():
            yield from _folded(said)
    yield from _folded(age_words(vocabulary))
    for same in vocabulary.search.same:
        yield from _folded(same.words)
    yield from _folded(vocabulary.search.weak)


def _index(numbered: Numbered, vocabulary: Vocabulary) -> dict[str, object]:
    search = vocabulary.search
    return {
        "offers": len(numbered.offers),
        "pages": len(numbered.pages),
        "day": numbered.shown.today.isoformat(),
        "cardsInTheFirst": CARDS_IN_THE_FIRST,
        "cardsInAFile": CARDS_IN_A_FILE,
        "families": numbered.families,
        "aged": [
            number
            for number, offer in enumerate(numbered.offers)
            if numbered.shown.is_aged(offer)
        ],
        "joinable": numbered.joinable(numbered.offers[: numbered.families]),
        "joinableForWork": numbered.joinable(numbered.offers[numbered.families :]),
        "workWords": " ".join(sorted(_work_words(vocabulary))),
        "empty": " ".join(sorted(set(_folded(search.empty)))),
        "weak": " ".join(
            sorted({term for word in search.weak for term in terms(word)})
        ),
        "phrases": phrases(vocabulary),
        "ages": [
            [each.phrase, each.first, each.end] for each in age_phrases(vocabulary)
        ],
        "filters": {each.word: each.kind for each in vocabulary.filters},
    }


def _work_words(vocabulary: Vocabulary) -> set[str]:
    """Give the terms that tell that somebody searches for their work."""
    return {
        each
        for audience in vocabulary.words.audiences
        if audience.is_professional
        for said in (audience.name, *audience.search)
        for each in terms(said)
    }


def _starts(numbered: Numbered) -> list[tuple[int, ...]]:
    return [numbered.outlooks[offer.identity].starts for offer in numbered.offers]


def _cards(numbered: Numbered) -> Iterator[object]:
    shown = numbered.shown
    for offer in numbered.offers:
        yield _offer_card(offer, shown, numbered.outlooks[offer.identity].steps)
    for page in numbered.pages:
        yield [page.kind, page.title, page.summary, page.path]


def _offer_card(offer: Offer, shown: Shown, steps: Sequence[Step]) -> list[object]:
    card = shown.card(offer)
    return [
        offer.identity,
        card.title,
        card.summary,
        card.partner,
        card.ages,
        card.place,
        card.costs,
        card.form,
        [
            [
                (each.since - shown.today).days,
                each.answer,
                each.label,
                each.when,
                each.places,
            ]
            for each in steps
        ],
    ]


def _names(numbered: Numbered) -> list[list[str]]:
    """Give what is suggested: the names first, then the questions."""
    pages = sorted(numbered.pages, key=lambda each: each.kind == "vraag")
    return [[each.kind, each.title, each.path] for each in pages]
