"""Which pages there are, and what each shows: pure, for a catalogue and a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from groepsaanbod import urls, wording
from groepsaanbod.catalogue import Catalogue, Offer, Partner
from groepsaanbod.forms import field_guide
from groepsaanbod.joining import Answer, Joining, group_joining, joining
from groepsaanbod.markup import safe_html
from groepsaanbod.model import Group, Location, OfferFile, PartnerFile
from groepsaanbod.site import Contact
from groepsaanbod.views import (
    Card,
    ContactView,
    GroupView,
    JoiningView,
    Link,
    OfferView,
    PartnerView,
    PlaceView,
)
from groepsaanbod.vocabulary import WHOLE_REGION, Municipality

STARTING_SOON = 6
SIMILAR_OFFERS = 3

HOME_LINK = Link("Home", urls.HOME)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, what draws it, and with what."""

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    crumbs: Sequence[Link] = ()
    context: Mapping[str, object] = field(default_factory=dict)
    in_sitemap: bool = True

    @property
    def file(self) -> str:
        """Give the file it is written to."""
        return self.path if "." in self.path else f"{self.path}index.html"


def site_pages(catalogue: Catalogue, today: date, example: str) -> Iterator[Page]:
    """Give every page that follows from the catalogue.

    Only offers that are visible on ``today`` are shown; ``example`` is the text of the
    commented file that partners start from.
    """
    shown = _Site(catalogue.visible(today), today)
    yield shown.home()
    yield shown.all_offers()
    yield from shown.offers()
    yield from shown.former_addresses()
    yield from shown.themes()
    yield from shown.ages()
    yield from shown.municipalities()
    yield from shown.programmes()
    yield from shown.partners()
    yield from shown.for_partners(example)
    yield shown.not_found()


def contact_view(contact: Contact) -> ContactView:
    """Give the site's own contact as templates want it."""
    return _contact(contact.phone, contact.email, None)


def _contact(phone: str | None, email: str | None, website: str | None) -> ContactView:
    return ContactView(
        phone=phone or "",
        phone_link=urls.tel_url(phone) if phone else "",
        email=email or "",
        website=website or "",
        website_name=(website or "").removeprefix("https://").split("/")[0],
    )


@dataclass(frozen=True)
class _Site:
    """The pages of a catalogue on a day."""

    catalogue: Catalogue
    today: date

    def home(self) -> Page:
        return Page(
            urls.HOME,
            "home",
            self.catalogue.site.name,
            self.catalogue.site.tagline,
            "home",
            context={
                "themes": self.theme_links,
                "ages": self.age_links,
                "municipalities": self.municipality_links,
                "programmes": self.programme_links,
                "starting_soon": self._starting_soon(),
                "offer_count": len(self.catalogue.offers),
                "partner_count": len(self._partners_with_offers()),
            },
        )

    def _starting_soon(self) -> list[Card]:
        starting = [
            (answer.day, offer.identity, offer)
            for offer in self.catalogue.offers
            if (answer := self.answers[offer.identity]).answer is Answer.YES
            and answer.day is not None
            and offer.groups
        ]
        return [self.card(offer) for *_, offer in sorted(starting)[:STARTING_SOON]]

    def all_offers(self) -> Page:
        joinable, others = self._split(self.catalogue.offers)
        return Page(
            urls.OFFERS,
            "offers",
            "Al het aanbod",
            f"Alle groepen, cursussen en inloop in {self.catalogue.site.region}.",
            "aanbod",
            (HOME_LINK, _ALL_OFFERS),
            {
                "joinable": joinable,
                "others": others,
                "themes": self.theme_links,
                "ages": self.age_links,
                "municipalities": self.municipality_links,
            },
        )

    def offers(self) -> Iterator[Page]:
        for offer in self.catalogue.offers:
            here = Link(offer.title, urls.offer_url(offer))
            yield Page(
                here.path,
                "offer",
                offer.title,
                offer.summary,
                "aanbod",
                (HOME_LINK, _ALL_OFFERS, here),
                {"offer": self.offer_view(offer)},
            )

    def former_addresses(self) -> Iterator[Page]:
        for offer in self.catalogue.offers:
            for former in offer.former_addresses:
                yield Page(
                    f"{urls.OFFERS}{former}/",
                    "moved",
                    offer.title,
                    "Deze pagina is verhuisd.",
                    context={"new_path": urls.offer_url(offer)},
                    in_sitemap=False,
                )

    def themes(self) -> Iterator[Page]:
        heading = "Thema's"
        yield self._directory(
            urls.THEMES, heading, "Waar wilt u hulp bij?", self.theme_links
        )
        for theme, link in zip(
            self.catalogue.vocabulary.themes, self.theme_links, strict=True
        ):
            yield self._listing(
                Link(heading, urls.THEMES),
                link,
                f"{theme.name}: groepen en cursussen",
                theme.explanation,
                self.catalogue.by_theme(theme.word),
                siblings=self.theme_links,
                siblings_heading="Andere thema's",
                shows_direct_help=theme.shows_direct_help,
                question=theme.question,
            )

    def ages(self) -> Iterator[Page]:
        heading = "Leeftijd"
        yield self._directory(urls.AGES, heading, "Hoe oud is uw kind?", self.age_links)
        for group, link in zip(
            self.catalogue.vocabulary.ages.for_parents, self.age_links, strict=True
        ):
            yield self._listing(
                Link(heading, urls.AGES),
                link,
                f"Aanbod voor: {group.name.lower()}",
                group.explanation,
                self.catalogue.by_age(group),
                siblings=self.age_links,
                siblings_heading="Andere leeftijden",
            )

    def municipalities(self) -> Iterator[Page]:
        heading = "Gemeenten"
        yield self._directory(
            urls.MUNICIPALITIES, heading, "Waar woont u?", self.municipality_links
        )
        for municipality, link in zip(
            self.catalogue.vocabulary.municipalities,
            self.municipality_links,
            strict=True,
        ):
            yield self._listing(
                Link(heading, urls.MUNICIPALITIES),
                link,
                f"Aanbod voor {municipality.name}",
                f"Voor wie woont in {municipality.name}: hier kunt u terecht.",
                self.catalogue.by_municipality(municipality),
                siblings=self.municipality_links,
                siblings_heading="Andere gemeenten",
                parts=self._parts(municipality),
            )

    def _parts(self, municipality: Municipality) -> list[tuple[Link, list[Card]]]:
        """Give the offers meant for one part of a municipality alone."""
        found = []
        for area in municipality.areas:
            offers = self.catalogue.only_in_area(area)
            link = Link(area.name, area.word, len(offers), wording.listed(area.places))
            found.append((link, [self.card(offer) for offer in offers]))
        return found

    def programmes(self) -> Iterator[Page]:
        heading = "Programma's"
        yield self._directory(
            urls.PROGRAMMES,
            heading,
            "Trainingen en cursussen die bij elkaar horen.",
            self.programme_links,
        )
        for programme, link in zip(
            self.catalogue.vocabulary.programmes, self.programme_links, strict=True
        ):
            yield self._listing(
                Link(heading, urls.PROGRAMMES),
                link,
                programme.name,
                programme.explanation,
                self.catalogue.by_programme(programme.word),
                siblings=self.programme_links,
                siblings_heading="Andere programma's",
                website=programme.website or "",
            )

    def partners(self) -> Iterator[Page]:
        yield self._directory(
            urls.PARTNERS,
            "Aanbieders",
            "Deze organisaties geven het aanbod.",
            [self.partner_link(each) for each in self.catalogue.partners],
        )
        for partner in self.catalogue.partners:
            joinable, others = self._split(self.catalogue.by_partner(partner.slug))
            here = self.partner_link(partner)
            yield Page(
                here.path,
                "partner",
                partner.name,
                partner.summary,
                "aanbieders",
                (HOME_LINK, Link("Aanbieders", urls.PARTNERS), here),
                {
                    "partner": PartnerView(
                        name=partner.name,
                        summary=partner.summary,
                        description=(
                            safe_html(partner.description)
                            if partner.description
                            else None
                        ),
                        contact=_contact(partner.phone, partner.email, partner.website),
                    ),
                    "joinable": joinable,
                    "others": others,
                },
            )

    def for_partners(self, example: str) -> Iterator[Page]:
        here = Link("Voor aanbieders", urls.FOR_PARTNERS)
        yield Page(
            here.path,
            "for_partners",
            "Uw aanbod op deze site",
            "Zo zet u het aanbod van uw organisatie op deze site.",
            "voor-aanbieders",
            (HOME_LINK, here),
            {"example": example},
        )
        guide = Link("Veldengids", urls.FIELD_GUIDE)
        vocabulary = self.catalogue.vocabulary
        yield Page(
            guide.path,
            "field_guide",
            "Veldengids",
            "Alle velden van een aanbod, met uitleg, voorbeeld en keuzes.",
            "voor-aanbieders",
            (HOME_LINK, here, guide),
            {
                "offer_fields": field_guide(OfferFile, vocabulary),
                "partner_fields": field_guide(PartnerFile, vocabulary),
            },
        )

    def not_found(self) -> Page:
        return Page(
            "404.html",
            "not_found",
            "Deze pagina is er niet",
            "De pagina die u zoekt, is er niet of staat ergens anders.",
            in_sitemap=False,
        )

    def _directory(
        self, path: str, heading: str, intro: str, links: Sequence[Link]
    ) -> Page:
        return Page(
            path,
            "directory",
            heading,
            intro,
            path.rstrip("/"),
            (HOME_LINK, Link(heading, path)),
            {"heading": heading, "intro": intro, "links": links},
        )

    def _listing(  # noqa: PLR0913 - a page shows this much
        self,
        parent: Link,
        here: Link,
        heading: str,
        intro: str,
        offers: Iterable[Offer],
        *,
        siblings: Sequence[Link],
        siblings_heading: str,
        shows_direct_help: bool = False,
        question: str = "",
        parts: Sequence[tuple[Link, list[Card]]] = (),
        website: str = "",
    ) -> Page:
        joinable, others = self._split(offers)
        return Page(
            here.path,
            "listing",
            heading,
            intro or heading,
            parent.path.rstrip("/"),
            (HOME_LINK, parent, here),
            {
                "heading": heading,
                "intro": intro,
                "question": question,
                "joinable": joinable,
                "others": others,
                "siblings": [each for each in siblings if each != here],
                "siblings_heading": siblings_heading,
                "shows_direct_help": shows_direct_help,
                "parts": parts,
                "website": website,
            },
        )

    @cached_property
    def theme_links(self) -> list[Link]:
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
    def programme_links(self) -> list[Link]:
        return [
            Link(
                programme.name,
                urls.programme_url(programme.word),
                len(self.catalogue.by_programme(programme.word)),
                programme.explanation,
            )
            for programme in self.catalogue.vocabulary.programmes
        ]

    def partner_link(self, partner: Partner) -> Link:
        return Link(
            partner.name,
            urls.partner_url(partner.slug),
            len(self.catalogue.by_partner(partner.slug)),
            partner.summary,
        )

    def _partners_with_offers(self) -> set[str]:
        return {offer.partner for offer in self.catalogue.offers}

    @cached_property
    def answers(self) -> dict[str, Joining]:
        return {
            offer.identity: joining(offer, self.today)
            for offer in self.catalogue.offers
        }

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {
            offer.identity: self._new_card(offer) for offer in self.catalogue.offers
        }

    def card(self, offer: Offer) -> Card:
        return self._cards[offer.identity]

    def _split(self, offers: Iterable[Offer]) -> tuple[list[Card], list[Card]]:
        """Give the cards one can still join, the earliest first; then the others."""
        ordered = sorted(
            offers, key=lambda each: (*self.answers[each.identity].rank, each.title)
        )
        joinable = [
            each for each in ordered if self.answers[each.identity].answer is Answer.YES
        ]
        others = [each for each in ordered if each not in joinable]
        return [self.card(each) for each in joinable], [
            self.card(each) for each in others
        ]

    def _new_card(self, offer: Offer) -> Card:
        answer = self.answers[offer.identity]
        return Card(
            title=offer.title,
            summary=offer.summary,
            path=urls.offer_url(offer),
            partner=self.catalogue.partner(offer.partner).name,
            ages=wording.capitalised(wording.ages_in_words(offer.ages)),
            place=self._place(offer),
            when=wording.when_in_short(answer),
            costs=wording.costs_in_words(offer.costs),
            form=self._name("vormen", offer.form),
            joining=self._joining_view(answer),
        )

    def _place(self, offer: Offer) -> str:
        """Say where it is given, and else for whom."""
        if offer.delivery == "online":
            return "Online"
        if offer.address_is_secret:
            return f"Geheim adres, voor {self._areas(offer)}"
        towns = list(dict.fromkeys(location.town for location in offer.locations))
        place = (
            wording.listed(towns) if towns else wording.capitalised(self._areas(offer))
        )
        return f"{place} en online" if offer.delivery == "gemengd" else place

    def _areas(self, offer: Offer) -> str:
        if WHOLE_REGION in offer.areas:
            return "de hele regio"
        return wording.listed([self._name("gebieden", word) for word in offer.areas])

    def _name(self, list_name: str, word: str) -> str:
        return self.catalogue.vocabulary.name(list_name, word)

    def _names(self, list_name: str, words: Iterable[str]) -> list[str]:
        return [self._name(list_name, word) for word in words]

    def _joining_view(self, answer: Joining) -> JoiningView:
        return JoiningView(
            answer=wording.ANSWER_WORDS[answer.answer],
            label=wording.label(answer),
            detail=wording.detail(answer),
            as_of=wording.as_of(answer, self.today),
        )

    def offer_view(self, offer: Offer) -> OfferView:
        answer = self.answers[offer.identity]
        vocabulary = self.catalogue.vocabulary
        partner = self.catalogue.partner(offer.partner)
        own = offer.sign_up
        has_own_way = own.phone or own.email or own.website
        reach = own if has_own_way else partner
        languages = offer.languages or (next(iter(vocabulary.choices("talen"))),)
        always_open = answer.reason in {"always open", "ask"}
        return OfferView(
            card=self.card(offer),
            for_whom=self._for_whom(offer),
            description=safe_html(offer.description),
            joining=self._joining_view(answer),
            groups=[self._group(offer, group) for group in self._sorted(offer.groups)],
            drop_ins=[
                wording.drop_in_in_words(each, self.today) for each in offer.drop_ins
            ],
            always_open=wording.detail(answer) if always_open else "",
            places=[_place_view(each) for each in offer.locations],
            address_is_secret=offer.address_is_secret,
            costs_note=offer.costs.note,
            how_to_join=vocabulary.choices("toegang")[own.how].explanation,
            sign_up_note=own.note,
            sign_up=_contact(reach.phone, reach.email, reach.website),
            after_sign_up=offer.after_sign_up,
            guidance=offer.guidance,
            partner=self.partner_link(partner),
            given_with=[
                self.partner_link(self.catalogue.partner(each))
                for each in offer.given_with
            ],
            programme=next(
                (
                    link
                    for link in self.programme_links
                    if link.path == urls.programme_url(offer.programme or "")
                ),
                None,
            ),
            themes=[
                link
                for link in self.theme_links
                if link.path in {urls.theme_url(word) for word in offer.themes}
            ],
            languages=self._names("talen", languages),
            facilities=self._names("toegankelijkheid", offer.facilities),
            method=self._method(offer),
            method_website=(offer.method.website or "") if offer.method else "",
            funders=self._names("financiering", offer.funders),
            chances=self._names("kansencirkel", offer.chances),
            checked_on=wording.short_day(offer.checked_on),
            report_address=self._report_address(offer),
            shows_direct_help=any(
                theme.shows_direct_help
                for theme in vocabulary.themes
                if theme.word in offer.themes
            ),
            similar=self._similar(offer),
        )

    def _for_whom(self, offer: Offer) -> list[str]:
        people = wording.listed(self._names("doelgroepen", offer.audiences))
        lines = [
            f"{wording.capitalised(people)}.",
            f"Leeftijd van het kind: {wording.ages_in_words(offer.ages)}.",
            f"Voor wie woont in {self._areas(offer)}.",
        ]
        if offer.special_groups:
            special = wording.listed(self._names("speciaal_voor", offer.special_groups))
            lines.append(f"Speciaal voor: {special}.")
        return lines

    def _sorted(self, groups: Iterable[Group]) -> list[Group]:
        return sorted(groups, key=lambda each: group_joining(each, self.today).rank)

    def _group(self, offer: Offer, group: Group) -> GroupView:
        place = group.location or (
            offer.locations[0].name if len(offer.locations) == 1 else ""
        )
        language = self._name("talen", group.language) if group.language else ""
        facts = [
            ("Dag", wording.capitalised(group.weekday or "")),
            ("Tijd", wording.times_in_words(group.times) if group.times else ""),
            ("Waar", place),
            ("Aantal keer", str(group.meetings or len(group.dates) or "")),
            ("Plekken", wording.capitalised(wording.places_in_words(group))),
            ("Taal", language),
        ]
        days = sorted(group.dates) if len(group.dates) > 1 else []
        return GroupView(
            heading=wording.group_heading(group, self.today),
            facts=[(name, value) for name, value in facts if value],
            dates=[wording.day_in_words(day) for day in days],
            joining=self._joining_view(group_joining(group, self.today)),
        )

    def _method(self, offer: Offer) -> list[tuple[str, str]]:
        method = offer.method
        if method is None:
            return []
        recognition = (
            self._name("erkenningen", method.recognition) if method.recognition else ""
        )
        day = wording.short_day(method.recognised_on) if method.recognised_on else ""
        facts = [
            ("Methode", method.name),
            ("Erkenning", recognition),
            ("Peildatum", day),
        ]
        return [(name, value) for name, value in facts if value]

    def _report_address(self, offer: Offer) -> str:
        partner = self.catalogue.partner(offer.partner)
        return urls.mail_url(
            partner.email or self.catalogue.site.coordinator.email,
            f"Klopt er iets niet? {offer.title}",
            f"Op de pagina '{offer.title}' ({urls.offer_url(offer)}) klopt niet:\n\n",
        )

    def _similar(self, offer: Offer) -> list[Card]:
        """Give the offers that share most themes and ages, joinable ones first."""

        def likeness(other: Offer) -> tuple[int, int, str]:
            themes = len(set(offer.themes) & set(other.themes))
            return -themes, -self.answers[other.identity].answer, other.title

        first, end = offer.ages.months
        alike = [
            other
            for other in self.catalogue.offers
            if other is not offer
            and set(offer.themes) & set(other.themes)
            and other.ages.months[0] < end
            and first < other.ages.months[1]
        ]
        return [
            self.card(each) for each in sorted(alike, key=likeness)[:SIMILAR_OFFERS]
        ]


_ALL_OFFERS = Link("Aanbod", urls.OFFERS)


def _place_view(location: Location) -> PlaceView:
    town = " ".join(part for part in (location.postcode, location.town) if part)
    return PlaceView(
        name=location.name,
        lines=[line for line in (location.address, town) if line],
        map_address=urls.map_url(location) if location.address else "",
    )
