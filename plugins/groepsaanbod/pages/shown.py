"""What many pages show of a catalogue on a day: links with counts, and cards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from groepsaanbod import urls, wording
from groepsaanbod.analysis.ageing import Stage, Stages
from groepsaanbod.calendars import Moments, coming
from groepsaanbod.catalogue import Catalogue, Offer, Partner
from groepsaanbod.joining import Answer, Joining, Reason, joining
from groepsaanbod.model import Delivery
from groepsaanbod.pages.similar import Similar
from groepsaanbod.views import Card, JoiningView, Link
from groepsaanbod.vocabulary import WHOLE_REGION


@dataclass(frozen=True)
class Shown:
    """A catalogue of visible offers, on the day that counts as today."""

    catalogue: Catalogue
    today: date
    unlisted: tuple[Offer, ...] = ()
    """Offers that nobody looked at for so long that only their pages are left."""

    @classmethod
    def on(cls, day: date, catalogue: Catalogue) -> "Shown":
        """Give what is to be seen of a catalogue on a day."""
        visible = catalogue.visible(day)
        stages = Stages(catalogue.planning.norms, day)
        listed: list[Offer] = []
        unlisted: list[Offer] = []
        for each in visible.offers:
            is_left_out = stages.of(each) is Stage.UNLISTED
            (unlisted if is_left_out else listed).append(each)
        return cls(replace(visible, offers=tuple(listed)), day, tuple(unlisted))

    def stage(self, offer: Offer) -> Stage:
        """Say how far an offer has aged."""
        return self._stages.of(offer)

    @cached_property
    def _stages(self) -> Stages:
        return Stages(self.catalogue.planning.norms, self.today)

    def is_aged(self, offer: Offer) -> bool:
        """Tell whether an offer stands after the others."""
        return self.stage(offer) >= Stage.LAST

    @cached_property
    def answers(self) -> dict[str, Joining]:
        """Give for each offer's identity whether one can still join."""
        return {
            offer.identity: joining(offer, self.today)
            for offer in (*self.catalogue.offers, *self.unlisted)
        }

    def answer(self, offer: Offer) -> Joining:
        """Say whether one can still join an offer."""
        return self.answers[offer.identity]

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    def card(self, offer: Offer) -> Card:
        """Give the card of an offer, made once."""
        card = self._cards.get(offer.identity)
        if card is None:
            card = self._cards[offer.identity] = self._new_card(offer)
        return card

    def _new_card(self, offer: Offer) -> Card:
        answer = self.answer(offer)
        return Card(
            title=offer.title,
            summary=offer.summary,
            path=urls.offer_url(offer),
            partner=self.catalogue.partner(offer.partner).name,
            ages=wording.capitalised(wording.ages_in_words(offer.ages)),
            place=self._place(offer),
            when=wording.when_in_short(answer),
            costs=wording.costs_in_words(offer.costs),
            form=self.name("vormen", offer.form),
            joining=self.joining_view(answer),
        )

    def _place(self, offer: Offer) -> str:
        """Say where it is given, or else for whom."""
        if offer.delivery is Delivery.ONLINE:
            return "Online"
        if offer.address_is_secret:
            return f"Geheim adres, voor {self.areas(offer)}"
        towns = list(dict.fromkeys(location.town for location in offer.locations))
        place = wording.listed(towns) or wording.capitalised(self.areas(offer))
        return f"{place} en online" if offer.delivery is Delivery.MIXED else place

    @cached_property
    def coming(self) -> tuple[Moments, ...]:
        """Give all groups and drop-ins with days: what begins first, then the rest.

        The rest is what is there already.
        """

        def order(moments: Moments) -> tuple[bool, int, str, str]:
            begins = moments.first >= self.today
            day = moments.first.toordinal()
            return not begins, day, moments.offer.identity, moments.name

        found = (coming(each, self.today) for each in self.catalogue.offers)
        return tuple(sorted(chain.from_iterable(found), key=order))

    def coming_of(self, offers: Iterable[Offer]) -> Iterator[Moments]:
        """Give those of some offers, in the same order."""
        found = (self._places_in_coming.get(each.identity, ()) for each in offers)
        return (self.coming[place] for place in sorted(chain.from_iterable(found)))

    @cached_property
    def _places_in_coming(self) -> dict[str, list[int]]:
        """Give where those of an offer stand, by its identity."""
        found: dict[str, list[int]] = {}
        for place, each in enumerate(self.coming):
            found.setdefault(each.offer.identity, []).append(place)
        return found

    @cached_property
    def similar(self) -> Similar:
        """Find what looks like an offer, the ones to join first and then by title."""

        def liking(offer: Offer) -> tuple[int, str, str]:
            return -self.answer(offer).answer, offer.title, offer.identity

        for_families = [
            each for each in self.catalogue.offers if not self.is_for_work(each)
        ]
        return Similar(tuple(sorted(for_families, key=liking)))

    def is_for_work(self, offer: Offer) -> bool:
        """Tell whether an offer is for professionals, and not for families."""
        return offer.identity in self._for_work

    @cached_property
    def _for_work(self) -> frozenset[str]:
        is_for_work = self.catalogue.vocabulary.is_for_work
        offers = (*self.catalogue.offers, *self.unlisted)
        return frozenset(
            each.identity for each in offers if is_for_work(each.audiences)
        )

    def needs_quick_exit(self, offers: Iterable[Offer]) -> bool:
        """Tell whether who looks at these may have to be gone at once."""
        needs = self.catalogue.vocabulary.needs_quick_exit
        return any(needs(each.themes) for each in offers)

    def areas(self, offer: Offer) -> str:
        """Say where the people live for whom an offer is."""
        if WHOLE_REGION in offer.areas:
            return "de hele regio"
        return wording.listed(self.names("gebieden", offer.areas))

    def name(self, list_name: str, word: str) -> str:
        """Give what people read for a word."""
        return self.catalogue.vocabulary.name(list_name, word)

    def names(self, list_name: str, words: Iterable[str]) -> list[str]:
        """Give what people read for some words."""
        return [self.name(list_name, word) for word in words]

    @cached_property
    def _joining_views(self) -> dict[Joining, JoiningView]:
        return {}

    def joining_view(self, answer: Joining) -> JoiningView:
        """Give an answer in words, made once."""
        view = self._joining_views.get(answer)
        if view is None:
            view = self._joining_views[answer] = JoiningView(
                answer=wording.ANSWER_WORDS[answer.answer],
                label=wording.label(answer),
                detail=wording.detail(answer),
                as_of=wording.as_of(answer, self.today),
                has_waiting_list=answer.reason is Reason.WAITING_LIST,
            )
        return view

    def split(self, offers: Iterable[Offer]) -> tuple[list[Card], list[Card]]:
        """Give the cards one can still join, the earliest first; then the others.

        What is for professionals comes after what is for families, and within both
        what nobody looked at for long after the rest.
        """
        order, answers = self._order, self.answers
        joinable: list[Card] = []
        others: list[Card] = []
        for each in sorted(offers, key=lambda each: order[each.identity]):
            can_join = answers[each.identity].answer is Answer.YES
            (joinable if can_join else others).append(self.card(each))
        return joinable, others

    @cached_property
    def _order(self) -> dict[str, int]:
        """Give where each offer stands in a list of all, by its identity."""
        ordered = sorted(
            (*self.catalogue.offers, *self.unlisted),
            key=lambda each: (
                self.is_for_work(each),
                self.is_aged(each),
                *self.answer(each).rank,
                each.title,
            ),
        )
        return {each.identity: place for place, each in enumerate(ordered)}

    @cached_property
    def theme_links(self) -> list[Link]:
        """Give the themes with a parent's question and the number of offers."""
        return [
            Link(
                theme.name,
                urls.theme_url(theme.word),
                len(self.catalogue.by_theme(theme.word)),
                theme.question,
                theme.icon,
            )
            for theme in self.catalogue.vocabulary.themes
        ]

    @cached_property
    def age_links(self) -> list[Link]:
        """Give the ages as parents know them."""
        return [
            Link(
                group.name,
                urls.age_url(group.word),
                len(self.catalogue.by_age(group)),
                group.explanation,
            )
            for group in self.catalogue.vocabulary.ages.for_parents
        ]

    @cached_property
    def municipality_links(self) -> list[Link]:
        """Give the municipalities with their villages or areas."""
        return [
            Link(
                municipality.name,
                urls.municipality_url(municipality.word),
                len(self.catalogue.by_municipality(municipality)),
                wording.listed(
                    municipality.places or [area.name for area in municipality.areas]
                ),
            )
            for municipality in self.catalogue.vocabulary.municipalities
        ]

    @cached_property
    def language_links(self) -> list[Link]:
        """Give the languages beside the region's own in which there is something."""
        _, *others = self.catalogue.vocabulary.words.languages
        links = [
            Link(
                each.name,
                urls.language_url(each.word),
                len(self.catalogue.by_language(each.word)),
                each.explanation,
                own_name=each.own_name,
                code=each.code,
            )
            for each in others
        ]
        return [link for link in links if link.count]

    @cached_property
    def programme_links(self) -> list[Link]:
        """Give the programmes."""
        return [
            Link(
                programme.name,
                urls.programme_url(programme.word),
                len(self.catalogue.by_programme(programme.word)),
                programme.explanation,
            )
            for programme in self.catalogue.vocabulary.programmes
        ]

    @cached_property
    def question_links(self) -> dict[str, Link]:
        """Give each question, by its name, with its answer in one sentence."""
        return {
            each.slug: Link(
                each.title, urls.question_url(each), explanation=each.summary
            )
            for each in self.catalogue.questions
        }

    @cached_property
    def _partner_links(self) -> dict[str, Link]:
        return {
            partner.slug: Link(
                partner.name,
                urls.partner_url(partner.slug),
                len(self.catalogue.by_partner(partner.slug)),
                partner.summary,
            )
            for partner in self.catalogue.partners
        }

    def partner_link(self, partner: Partner) -> Link:
        """Give a partner with the number of its offers."""
        return self._partner_links[partner.slug]
