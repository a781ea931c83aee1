"""What people say for a place, a day or an age leads to a choice of a filter."""

from groepsaanbod.search.phrases import AgePhrase, age_phrases, age_words, phrases


def test_places_days_and_words_lead_to_their_choice(vocabulary):
    found = phrases(vocabulary)

    assert found["gebied"]["waterstad-noord"] == [
        *("boven de rivier", "havenwijk", "sluiswijk", "waterstad noord")
    ]
    assert found["gebied"]["dijkdorp"] == [
        *("dijkdorp", "dijkdorp aan de linge", "kapelveer", "uiterwaard")
    ]
    assert "woensdagavond" in found["dag"]["woensdag"]
    assert "woensdagavond" in found["dagdeel"]["avond"]
    assert "avonds" in found["dagdeel"]["avond"]
    assert "gratis" in found["gratis"]["ja"]
    assert "online" in found["uitvoering"]["online"]
    assert "turks" in found["taal"]["turks"]
    assert "nederlands" not in found["taal"]


def test_whom_it_is_for_is_only_heard_with_for(vocabulary):
    found = phrases(vocabulary)

    assert "voor vaders" in found["speciaal"]["vaders"]
    assert "vaders" not in found["speciaal"]["vaders"]


def test_ages_are_heard_in_any_form(vocabulary):
    found = age_phrases(vocabulary)

    assert AgePhrase("groep 5", 96, 120) in found
    assert AgePhrase("brugklas", 144, 168) in found
    assert AgePhrase("puber", 144, 216) in found
    assert AgePhrase("zwanger", -9, 0) in found
    assert "tiener" in set(age_words(vocabulary))
