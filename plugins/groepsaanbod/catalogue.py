"""Everything that was read and found right: frozen, and indexed once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from groepsaanbod import language
from groepsaanbod.model import (
    Delivery,
    NewsFile,
    OfferFile,
    PartnerFile,
    QuestionFile,
)
from groepsaanbod.planning import Planning
from groepsaanbod.site import HelplinesFile, Site
from groepsaanbod.vocabulary import (
    WHOLE_REGION,
    AgeGroup,
    Area,
    Municipality,
    Vocabulary,
)

DAYS_NEWS_STAYS = 365
LETTERS_OF_AN_END = 4
"""Of titles that are nearly the same, so many letters are equal in front or behind."""

Word = TypeVar("Word")


class Partner(PartnerFile):
    """A partner, with the name of its folder."""

    slug: str

    @classmethod
    def placed(cls, file: PartnerFile, slug: str) -> "Partner":
        """Give the partner that a file describes, from where the file stands."""
        return cls.model_construct(**dict(file), slug=slug)


class Offer(OfferFile):
    """An offer, with the names of its file and folder."""

    partner: str
    slug: str
    identity: str
    """What names an offer for ever: ``aanbieder/slug``."""
    fingerprint: str = ""
    """What tells it from any other offer, and from itself with other words; empty
    when it was not read from a file."""

    @classmethod
    def placed(
        cls, file: OfferFile, partner: str, slug: str, fingerprint: str = ""
    ) -> "Offer":
        """Give the offer that a file describes, from where the file stands."""
        return cls.model_construct(
            **dict(file),
            partner=partner,
            slug=slug,
            identity=f"{partner}/{slug}",
            fingerprint=fingerprint,
        )

    @property
    def ends(self) -> Iterator[tuple[object, ...]]:
        """Give both ends of its title, with whose it is, and with when and where it is.

        That is when people first come together, in each town.
        """
        title = self.title.casefold()
        for letters in (title[:LETTERS_OF_AN_END], title[-LETTERS_OF_AN_END:]):
            yield letters, self.partner
            for moment in self._moments():
                yield letters, *moment

    def _moments(self) -> Iterator[tuple[object, ...]]:
        towns = {location.town.casefold() for location in self.locations}
        if self.delivery is Delivery.ONLINE:
            towns = {""}
        for town in towns:
            for group in self.groups:
                days = (group.start, *group.dates)
                if first := min(filter(None, days), default=None):
                    yield town, first, group.times
            for drop_in in self.drop_ins:
                yield town, drop_in.weekday, drop_in.times

    def is_visible(self, today: date) -> bool:
        """Tell whether the partner wants it on the site today."""
        shown = self.visibility
        return shown is None or (
            (shown.since is None or shown.since <= today)
            and (shown.until is None or today <= shown.until)
        )


class NewsItem(NewsFile):
    """A news item, with the names of its folder and file and the day in its name."""

    partner: str
    slug: str
    day: date

    @classmethod
    def placed(cls, file: NewsFile, partner: str, slug: str, day: date) -> "NewsItem":
        """Give the item that a file describes, from where the file stands."""
        return cls.model_construct(**dict(file), partner=partner, slug=slug, day=day)

    def is_visible(self, today: date) -> bool:
        """Tell whether it is news today: from its day on, for a year or as it says."""
        until = self.until or self.day + timedelta(days=DAYS_NEWS_STAYS)
        return self.day <= today <= until


class Question(QuestionFile):
    """A question with its answer, and the name of its file."""

    slug: str

    @classmethod
    def placed(cls, file: QuestionFile, slug: str) -> "Question":
        """Give the question that a file describes, from where the file stands."""
        return cls.model_construct(**dict(file), slug=slug)

    @property
    def plain_answer(self) -> str:
        """Give the answer as plain text, without its Markdown, on one line."""
        return " ".join(language.sentences(self.answer))


@dataclass(frozen=True)
class Catalogue:
    """The region with its partners and their offers, each sorted by its name."""

    site: Site
    helplines: HelplinesFile
    vocabulary: Vocabulary
    partners: tuple[Partner, ...]
    offers: tuple[Offer, ...]
    news: tuple[NewsItem, ...] = ()
    """The newest first."""
    questions: tuple[Question, ...] = ()
    """In the order of the region's themes, and of each theme by title."""
    planning: Planning = field(default_factory=Planning)

    def visible(self, today: date) -> "Catalogue":
        """Give the catalogue with only the offers and news to be seen on a day."""
        return replace(
            self,
            offers=tuple(each for each in self.offers if each.is_visible(today)),
            news=tuple(each for each in self.news if each.is_visible(today)),
        )

    def partner(self, slug: str) -> Partner:
        """Give the partner of this folder; KeyError if there is none."""
        return self._partner_by_slug[slug]

    def by_partner(self, slug: str) -> tuple[Offer, ...]:
        """Give what a partner offers, or helps to give."""
        return self._by_partner.get(slug, ())

    def by_theme(self, theme: str) -> tuple[Offer, ...]:
        """Give the offers about a theme."""
        return self._by_theme.get(theme, ())

    def by_age(self, group: AgeGroup) -> tuple[Offer, ...]:
        """Give the offers for which some child of this age group is the right age."""
        found = self._by_months.get(group.months)
        if found is None:
            first, end = group.months
            found = self._by_months[group.months] = tuple(
                offer
                for offer, (youngest, too_old) in zip(
                    self.offers, self._months, strict=True
                )
                if youngest < end and first < too_old
            )
        return found

    def by_municipality(self, municipality: Municipality) -> tuple[Offer, ...]:
        """Give the offers open to people in a municipality, or in a part of it."""
        found = self._by_municipality.get(municipality.word)
        if found is None:
            words = {municipality.word, WHOLE_REGION}
            words.update(area.word for area in municipality.areas)
            found = self._by_municipality[municipality.word] = tuple(
                each for each in self.offers if not words.isdisjoint(each.areas)
            )
        return found

    def by_area(self, area: Area) -> tuple[Offer, ...]:
        """Give the offers that name this part of a municipality."""
        return self._by_area.get(area.word, ())

    def by_programme(self, programme: str) -> tuple[Offer, ...]:
        """Give the offers of a programme."""
        return self._by_programme.get(programme, ())

    def by_language(self, language: str) -> tuple[Offer, ...]:
        """Give the offers that say they are given in a language, or have such a group.

        An offer that says nothing is in the region's own language.
        """
        return self._by_language.get(language, ())

    def questions_about(self, themes: frozenset[str]) -> tuple[Question, ...]:
        """Give the questions about one of these themes, found once."""
        found = self._questions_about.get(themes)
        if found is None:
            found = self._questions_about[themes] = tuple(
                each for each in self.questions if not themes.isdisjoint(each.themes)
            )
        return found

    def titled_alike(self, offer: Offer) -> tuple[Offer, ...]:
        """Give the offers with a title that begins or ends as this one's.

        Of the same partner, or with people who come together at the same moment.
        """
        sharing: Iterable[tuple[Offer, ...]]
        if self.is_taken(offer.identity):
            sharing = self._sharing_an_end.get(offer.identity, ())
        else:
            sharing = (self._by_end.get(end, ()) for end in offer.ends)
        found = {other.identity: other for others in sharing for other in others}
        found.pop(offer.identity, None)
        return tuple(found.values())

    def is_taken(self, address: str) -> bool:
        """Tell whether an offer stands at this address: ``aanbieder/slug``."""
        return address in self._identities

    def led_here(self, address: str) -> tuple[str, ...]:
        """Give the addresses of the offers that say they stood here before."""
        return self._now_at.get(address, ())

    def _index(
        self, words: Callable[[Offer], Iterable[Word]]
    ) -> dict[Word, tuple[Offer, ...]]:
        found: dict[Word, list[Offer]] = {}
        for offer in self.offers:
            for word in dict.fromkeys(words(offer)):
                found.setdefault(word, []).append(offer)
        return {word: tuple(offers) for word, offers in found.items()}

    @cached_property
    def _partner_by_slug(self) -> dict[str, Partner]:
        return {partner.slug: partner for partner in self.partners}

    @cached_property
    def _by_partner(self) -> dict[str | None, tuple[Offer, ...]]:
        return self._index(lambda offer: (offer.partner, *offer.given_with))

    @cached_property
    def _by_theme(self) -> dict[str | None, tuple[Offer, ...]]:
        return self._index(lambda offer: offer.themes)

    @cached_property
    def _months(self) -> tuple[tuple[int, int], ...]:
        """Give for which months each offer is."""
        return tuple(offer.ages.months for offer in self.offers)

    @cached_property
    def _by_months(self) -> dict[tuple[int, int], tuple[Offer, ...]]:
        return {}

    @cached_property
    def _by_area(self) -> dict[str | None, tuple[Offer, ...]]:
        return self._index(lambda offer: offer.areas)

    @cached_property
    def _by_municipality(self) -> dict[str, tuple[Offer, ...]]:
        return {}

    @cached_property
    def _by_programme(self) -> dict[str | None, tuple[Offer, ...]]:
        return self._index(lambda offer: (offer.programme,))

    @cached_property
    def _by_language(self) -> dict[str | None, tuple[Offer, ...]]:
        return self._index(
            lambda offer: (
                *offer.languages,
                *(group.language for group in offer.groups),
            )
        )

    @cached_property
    def _questions_about(self) -> dict[frozenset[str], tuple[Question, ...]]:
        return {}

    @cached_property
    def _by_end(self) -> dict[tuple[object, ...], tuple[Offer, ...]]:
        return self._index(lambda offer: offer.ends)

    @cached_property
    def _sharing_an_end(self) -> dict[str, list[tuple[Offer, ...]]]:
        """Give those that share an end with an offer, by its identity, end by end."""
        found: dict[str, list[tuple[Offer, ...]]] = {}
        for offers in self._by_end.values():
            if len(offers) > 1:
                for offer in offers:
                    found.setdefault(offer.identity, []).append(offers)
        return found

    @cached_property
    def _identities(self) -> frozenset[str]:
        return frozenset(offer.identity for offer in self.offers)

    @cached_property
    def _now_at(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for offer in self.offers:
            former = self.partner(offer.partner).former
            addresses = (f"{old}/{offer.slug}" for old in former)
            for address in (*offer.former_addresses, *addresses):
                found.setdefault(address, []).append(offer.identity)
        return {address: tuple(offers) for address, offers in found.items()}
