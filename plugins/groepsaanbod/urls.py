"""Where each page stands, from the site's root: ``themas/angst/``; and links out."""

from functools import lru_cache
from urllib.parse import quote, urlencode

from groepsaanbod.catalogue import NewsItem, Offer, Question
from groepsaanbod.fields import phone_digits
from groepsaanbod.model import Location

PAGE_FILE = "index.html"
"""What a page is called within its folder."""

HOME = ""
OFFERS = "aanbod/"
THEMES = "themas/"
AGES = "leeftijd/"
MUNICIPALITIES = "gemeenten/"
PROGRAMMES = "programmas/"
PARTNERS = "aanbieders/"
LANGUAGES = "talen/"
AGENDA = "agenda/"
NEWS = "nieuws/"
FOR_PARTNERS = "voor-aanbieders/"
FIELD_GUIDE = "voor-aanbieders/veldengids/"
FORM = "voor-aanbieders/formulier/"
POSTERS = "voor-aanbieders/posters/"
POSTER_OF_REGION = "voor-aanbieders/posters/regio/"
POSTER_FOR_YOUNG = "voor-aanbieders/posters/jongeren/"
QUESTIONS = "vragen/"
QUESTIONS_OF_YOUNG = "vragen/jongeren/"
SAVED = "bewaard/"
PROFESSIONALS = "professionals/"
PROFESSIONALS_BY_PARTNER = "professionals/aanbieders/"
PROFESSIONALS_BY_METHOD = "professionals/methoden/"
PROFESSIONALS_AT_WORK = "professionals/voor-uw-werk/"
REPORTS = "rapport/"
GAPS = "rapport/hiaten/"
OVERLAP = "rapport/overlap/"
DECISIONS = "rapport/besluiten/"
FIGURES = "rapport/cijfers/"
QUALITY = "rapport/kwaliteit/"
CHANCES = "rapport/kansencirkel/"
CHANGES = "rapport/verandering/"
QUARTER = "rapport/kwartaalbericht/"


def offer_url(offer: Offer) -> str:
    """Give ``aanbod/<aanbieder>/<slug>/``."""
    return f"{OFFERS}{offer.identity}/"


def calendar_url(offer: Offer, name: str) -> str:
    """Give where a group or drop-in of an offer stands as a calendar file."""
    return f"{offer_url(offer)}{name}.ics"


def agenda_file(page: str) -> str:
    """Give where all that is on a page stands as a calendar to follow."""
    return f"{page}agenda.ics"


def feed_file(page: str) -> str:
    """Give where a page stands as an Atom feed."""
    return f"{page}atom.xml"


def follow_url(address: str, path: str) -> str:
    """Give the link with which a calendar program follows a calendar."""
    return f"webcal://{address.partition('://')[2]}{path}"


def theme_url(theme: str) -> str:
    """Give ``themas/<thema>/``."""
    return f"{THEMES}{theme}/"


def age_url(group: str) -> str:
    """Give ``leeftijd/<groep>/``."""
    return f"{AGES}{group}/"


def municipality_url(municipality: str) -> str:
    """Give ``gemeenten/<gemeente>/``."""
    return f"{MUNICIPALITIES}{municipality}/"


def programme_url(programme: str) -> str:
    """Give ``programmas/<programma>/``."""
    return f"{PROGRAMMES}{programme}/"


def language_url(language: str) -> str:
    """Give ``talen/<taal>/``."""
    return f"{LANGUAGES}{language}/"


def month_url(month: str) -> str:
    """Give ``agenda/<jjjj-mm>/``."""
    return f"{AGENDA}{month}/"


def week_url(month: str, number: int) -> str:
    """Give ``agenda/<jjjj-mm>/week-<nummer>/``, of a month too full for one page."""
    return f"{month}week-{number}/"


def partner_url(partner: str) -> str:
    """Give ``aanbieders/<aanbieder>/``."""
    return f"{PARTNERS}{partner}/"


def poster_url(page: str) -> str:
    """Give ``voor-aanbieders/posters/themas/angst/``: the poster of that page."""
    return f"{POSTERS}{page}"


def news_url(item: NewsItem) -> str:
    """Give ``nieuws/<aanbieder>/<jjjj-mm-dd-slug>/``."""
    return f"{NEWS}{item.partner}/{item.slug}/"


def question_url(question: Question) -> str:
    """Give ``vragen/<slug>/``."""
    return f"{QUESTIONS}{question.slug}/"


def gaps_url(place: str) -> str:
    """Give ``rapport/hiaten/<gemeente of gebied>/``."""
    return f"{GAPS}{place}/"


def csv_url(page: str, table: str) -> str:
    """Give where a table of a report page stands as CSV, beside the page."""
    return f"{page}{table}.csv"


def letters_file(partner: str) -> str:
    """Give where a partner's offers stand as letters for a client."""
    return f"{PROFESSIONALS_BY_PARTNER}{partner}.json"


def rows_file(number: int) -> str:
    """Give where the rows of a page of the table for professionals stand as JSON."""
    return f"{PROFESSIONALS}rijen-{number}.json"


def root_from(path: str) -> str:
    """Give the way back to the root from a page: ``../../`` from ``themas/angst/``."""
    return "../" * path.count("/") or "./"


def tel_url(number: str) -> str:
    """Give the link that dials a number."""
    return f"tel:{phone_digits(number)}"


def mail_url(address: str, subject: str, body: str) -> str:
    """Give the link that opens a letter to a checked address, or to nobody yet."""
    return f"mailto:{address}?subject={_in_link(subject)}&body={_in_link(body)}"


def _in_link(text: str) -> str:
    return _quoted(" ").join(map(_quoted, text.split(" ")))


@lru_cache(maxsize=10_000)
def _quoted(word: str) -> str:
    """Give a word as it stands in a link: letters have many words in common."""
    return quote(word, safe="")


def ask_url(asked: str, title: str, page: str) -> str:
    """Give the letter to who answers questions, with the page that it is about."""
    return mail_url(
        asked,
        f"Vraag over: {title}",
        f"Mijn vraag gaat over deze pagina: {title}\n{page}\n\nMijn vraag:\n",
    )


def whatsapp_url(text: str) -> str:
    """Give the link that opens WhatsApp with a text, to send to whom one likes."""
    return f"https://wa.me/?text={_in_link(text)}"


def map_url(location: Location) -> str:
    """Give the link that shows a place on OpenStreetMap."""
    where = urlencode({"query": _in_one_line(location)})
    return f"https://www.openstreetmap.org/search?{where}"


def route_url(location: Location) -> str:
    """Give the link to the way there on OpenStreetMap; it asks where one starts."""
    where = urlencode({"from": "", "to": _in_one_line(location)})
    return f"https://www.openstreetmap.org/directions?{where}"


def _in_one_line(location: Location) -> str:
    parts = (location.address, location.postcode, location.town)
    return ", ".join(part for part in parts if part)
