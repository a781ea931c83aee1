"""What can be found: offers and the site's other pages, as texts for the index."""

from collections.abc import Iterator
from dataclasses import dataclass

from groepsaanbod import urls
from groepsaanbod.catalogue import Catalogue, Offer
from groepsaanbod.search.weighing import Field, Texts
from groepsaanbod.vocabulary import Vocabulary


def offer_texts(offer: Offer, catalogue: Catalogue) -> Texts:
    """Give what an offer says of itself, and what the region says of its words."""
    vocabulary = catalogue.vocabulary
    themes = [each for each in vocabulary.themes if each.word in offer.themes]
    groups = vocabulary.choices("speciaal_voor")
    special = [groups[word] for word in offer.special_groups]
    audiences = [vocabulary.choices("doelgroepen")[word] for word in offer.audiences]
    return {
        Field.NAME: [
            offer.title,
            vocabulary.name("programmas", offer.programme) if offer.programme else "",
            offer.method.name if offer.method else "",
        ],
        Field.SEARCH_WORDS: offer.search_words,
        Field.THEME: [each.name for each in themes],
        Field.SUMMARY: [offer.summary],
        Field.SURROUNDINGS: [
            catalogue.partner(offer.partner).name,
            vocabulary.name("vormen", offer.form),
            *(each.name for each in (*special, *audiences)),
            *(word for each in special for word in each.search),
            "inloop, binnenlopen" if offer.drop_ins else "",
            *(place for each in offer.locations for place in (each.name, each.town)),
            *_areas(offer, vocabulary),
            *(catalogue.partner(each).name for each in offer.given_with),
        ],
        Field.RELATED: [
            text
            for each in themes
            for text in (each.explanation, each.question, *each.search)
        ],
        Field.TEXT: [
            offer.description,
            offer.guidance,
            offer.after_sign_up,
            offer.costs.note,
        ],
    }


def _areas(offer: Offer, vocabulary: Vocabulary) -> Iterator[str]:
    names = vocabulary.choices("gebieden")
    yield from (names[word].name for word in offer.areas)


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A page beside the offers that one can find: a theme, a question or a partner."""

    kind: str
    title: str
    summary: str
    path: str
    texts: Texts


def page_documents(catalogue: Catalogue) -> Iterator[PageDocument]:
    """Give the pages that answer a search beside the offers."""
    vocabulary = catalogue.vocabulary
    for theme in vocabulary.themes:
        yield PageDocument(
            "thema",
            theme.name,
            theme.question,
            urls.theme_url(theme.word),
            {
                Field.NAME: [theme.name],
                Field.SEARCH_WORDS: theme.search,
                Field.SUMMARY: [theme.question, theme.explanation],
            },
        )
    for programme in vocabulary.programmes:
        yield PageDocument(
            "programma",
            programme.name,
            programme.explanation,
            urls.programme_url(programme.word),
            {
                Field.NAME: [programme.name],
                Field.SEARCH_WORDS: programme.search,
                Field.SUMMARY: [programme.explanation],
            },
        )
    for question in catalogue.questions:
        themes = [each for each in vocabulary.themes if each.word in question.themes]
        yield PageDocument(
            "vraag",
            question.title,
            question.summary,
            urls.question_url(question),
            {
                Field.NAME: [question.title],
                Field.SEARCH_WORDS: question.search_words,
                Field.SUMMARY: [question.summary],
                Field.RELATED: [word for each in themes for word in each.search],
                Field.TEXT: [question.plain_answer],
            },
        )
    for partner in catalogue.partners:
        yield PageDocument(
            "aanbieder",
            partner.name,
            partner.summary,
            urls.partner_url(partner.slug),
            {
                Field.NAME: [partner.name],
                Field.SUMMARY: [partner.summary],
                Field.TEXT: [partner.description or ""],
            },
        )
