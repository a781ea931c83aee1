"""What search engines are told of an offer: whole, and in schema.org's own terms."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from builders import TODAY, an_offer
from groepsaanbod.pages.shown import Shown
from groepsaanbod.pages.structured import structured

TERMS = tomllib.loads(
    Path(__file__).parents[1].joinpath("data/schema_org.toml").read_text("utf-8")
)
PLAIN = {
    str: {"Text", "URL", "Date", "DateTime", "Time", "Duration"},
    bool: {"Boolean"},
    int: {"Integer", "Number"},
    float: {"Number"},
}
PAGE = "https://groepsaanbod.example.nl/aanbod/cjg-rivierenland/beter-slapen/"
GIVER = [
    {
        "@type": "Organization",
        "name": "CJG Rivierenland",
        "url": "https://cjg-rivierenland.example.nl",
    }
]
DUTCH = [{"@type": "Language", "name": "Nederlands"}]
PARENTS = {
    "@type": "ParentAudience",
    "audienceType": ["Ouders"],
    "childMinAge": 1,
    "childMaxAge": 6,
}
FREE = {
    "@type": "Offer",
    "url": PAGE,
    "price": "0.00",
    "priceCurrency": "EUR",
    "category": "Free",
}


def kinds(name):
    """Give a kind with all that it is a kind of."""
    return {name}.union(*map(kinds, TERMS["kinds"].get(name, [])))


def unknown(node):
    """Give what of a node schema.org does not know, in a few words."""
    kind = node["@type"]
    if kind not in TERMS["kinds"]:
        yield f"kind {kind}"
        return
    for key, value in node.items():
        if key == "@type":
            continue
        term = TERMS["keys"].get(key)
        if term is None or not kinds(kind).intersection(term["of"]):
            yield f"{kind} has no {key}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from unknown(each)
                found = kinds(each["@type"])
            elif str(each).startswith("https://schema.org/"):
                found = set(TERMS["values"].get(each.rpartition("/")[2], []))
            else:
                found = PLAIN[type(each)]
            if not found.intersection(term["holds"]):
                yield f"{key} holds no {each}"


@pytest.fixture
def said(catalogue):
    """Give the nodes of an offer with these keys, all in known terms."""

    def said(**keys):
        offer = an_offer(catalogue.vocabulary, **keys)
        whole = structured(Shown(replace(catalogue, offers=(offer,)), TODAY), offer)
        assert set(whole) == {"@context", "@graph"}
        assert whole["@context"] == "https://schema.org"
        assert [list(unknown(node)) for node in whole["@graph"]] == [
            [] for _ in whole["@graph"]
        ]
        return whole["@graph"]

    return said


def test_what_has_no_days_is_a_service(said):
    assert said() == [
        {
            "@type": "Service",
            "name": "Beter slapen",
            "description": "Voor ouders van een kind dat slecht slaapt.",
            "url": PAGE,
            "audience": PARENTS,
            "serviceType": "Cursus",
            "provider": GIVER,
            "areaServed": [{"@type": "AdministrativeArea", "name": "Waterstad"}],
            "offers": FREE,
            "availableChannel": {
                "@type": "ServiceChannel",
                "serviceUrl": PAGE,
                "availableLanguage": DUTCH,
            },
        }
    ]


def test_a_group_that_meets_more_often_is_an_instance_of_a_course(said):
    (course,) = said(
        groepen=[
            {
                "start": "2027-03-23",
                "bijeenkomsten": "2",
                "tijd": "19:30-21:00",
                "plekken": "10",
                "plekken_vrij": "3",
                "status": "bijna-vol",
            },
            {"start": "2026-10-06", "bijeenkomsten": "2"},
        ],
        locaties=[{"naam": "De Molen", "adres": "Molendijk 1", "plaats": "Waterstad"}],
        kosten={"bedrag": "12,50"},
    )
    paid = FREE | {"price": "12.50", "category": "Paid"}

    assert course == {
        "@type": "Course",
        "name": "Beter slapen",
        "description": "Voor ouders van een kind dat slecht slaapt.",
        "url": PAGE,
        "audience": PARENTS,
        "provider": GIVER,
        "hasCourseInstance": [
            {
                "@type": "CourseInstance",
                "name": "Beter slapen",
                "startDate": "2027-03-23T19:30:00+01:00",
                "endDate": "2027-03-30T21:00:00+02:00",
                "eventStatus": "https://schema.org/EventScheduled",
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": [
                    {
                        "@type": "Place",
                        "name": "De Molen",
                        "address": {
                            "@type": "PostalAddress",
                            "streetAddress": "Molendijk 1",
                            "addressLocality": "Waterstad",
                            "addressCountry": "NL",
                        },
                    }
                ],
                "organizer": GIVER,
                "inLanguage": DUTCH,
                "maximumAttendeeCapacity": 10,
                "remainingAttendeeCapacity": 3,
                "offers": paid
                | {"availability": "https://schema.org/LimitedAvailability"},
                "courseMode": "onsite",
                "courseSchedule": {
                    "@type": "Schedule",
                    "startDate": "2027-03-23",
                    "endDate": "2027-03-30",
                    "repeatCount": 2,
                    "repeatFrequency": "P1W",
                    "byDay": "https://schema.org/Tuesday",
                    "startTime": "19:30:00",
                    "endTime": "21:00:00",
                    "scheduleTimezone": "Europe/Amsterdam",
                },
            }
        ],
        "offers": paid,
        "about": [{"@type": "Thing", "name": "Slapen en huilen"}],
        "inLanguage": DUTCH,
        "typicalAgeRange": "1-6",
        "isAccessibleForFree": False,
    }


def test_a_group_that_meets_once_is_an_event(said):
    (event,) = said(
        groepen=[
            {"data": ["2027-01-12"], "status": "geannuleerd"},
            {"start": "2026-10-06", "bijeenkomsten": "1"},
        ],
        uitvoering="online",
        doelgroep=["jongeren"],
    )

    assert event["@type"] == "EducationEvent"
    assert event["startDate"] == event["endDate"] == "2027-01-12"
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert event["location"] == [{"@type": "VirtualLocation", "url": PAGE}]
    assert event["audience"] == {
        "@type": "PeopleAudience",
        "audienceType": ["Jongeren"],
        "suggestedMinAge": 1,
        "suggestedMaxAge": 6,
    }
    assert "availability" not in event["offers"]


def test_a_drop_in_is_a_service_with_its_hours(said):
    (service,) = said(
        inloop=[{"dag": "vrijdag", "tijd": "13:30-15:00", "tot": "2027-07-02"}],
        gebieden=["regio"],
    )

    assert service["hoursAvailable"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": "https://schema.org/Friday",
            "opens": "13:30:00",
            "closes": "15:00:00",
            "validThrough": "2027-07-02",
        }
    ]
    assert service["areaServed"] == [
        {"@type": "AdministrativeArea", "name": "Rivierenland"}
    ]


def test_a_secret_address_is_told_to_nobody(said):
    for keys in (
        {},
        {"groepen": [{"start": "2027-01-12"}], "uitvoering": "gemengd"},
        {"groepen": [{"data": ["2027-01-12"]}]},
    ):
        place = {"naam": "De Molen", "adres": "Molendijk 1", "plaats": "Waterstad"}
        nodes = said(adres_geheim="ja", locaties=[place], **keys)
        assert "Mole" not in str(nodes)
        assert "location" not in str(nodes)


@pytest.mark.parametrize(
    ("first", "last", "ages"),
    [
        ("8", "12", {"childMinAge": 8, "childMaxAge": 12}),
        ("6 maanden", "3", {"childMinAge": 0.5, "childMaxAge": 3}),
        ("zwangerschap", "0", {"childMinAge": 0, "childMaxAge": 0.9}),
        ("zwangerschap", "zwangerschap", {}),
    ],
)
def test_ages_are_in_years(said, first, last, ages):
    (node,) = said(leeftijd={"van": first, "tot_en_met": last})

    assert node["audience"] == {
        "@type": "ParentAudience",
        "audienceType": ["Ouders"],
        **ages,
    }


def test_every_offer_is_told_in_known_terms(catalogue):
    shown = Shown.on(TODAY, catalogue)
    found = [
        said
        for offer in shown.catalogue.offers
        for node in structured(shown, offer)["@graph"]
        for said in unknown(node)
    ]

    assert found == []


def test_other_terms_are_found():
    assert list(unknown({"@type": "Cursus"})) == ["kind Cursus"]
    assert list(unknown({"@type": "Service", "locatie": "x"})) == [
        "Service has no locatie"
    ]
    assert list(unknown({"@type": "Service", "courseMode": "x"})) == [
        "Service has no courseMode"
    ]
    assert list(unknown({"@type": "Service", "provider": "CJG"})) == [
        "provider holds no CJG"
    ]
    assert list(unknown({"@type": "Course", "about": {"@type": "Onderwerp"}})) == [
        "kind Onderwerp",
        "about holds no {'@type': 'Onderwerp'}",
    ]
