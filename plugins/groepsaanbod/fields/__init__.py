"""The kinds of values people write in YAML files, each with its check and its schema.

Every value arrives as text (see ``source``); a kind turns it into a day, an age, a
list, or says in one Dutch sentence what to type instead.
"""

from groepsaanbod.fields.ages import Age, AgeWritten
from groepsaanbod.fields.base import Plain, Record, is_ambiguous, key, wrong
from groepsaanbod.fields.contact import Email, Phone, Postcode, WebAddress, phone_digits
from groepsaanbod.fields.days import Day, Month, Times, TimeSpan, Weekday
from groepsaanbod.fields.numbers import (
    MOST_PERCENT,
    UNKNOWN,
    YEARS,
    Amount,
    Count,
    CountOrUnknown,
    Meetings,
    Months,
    Percent,
    Year,
    YesNo,
)
from groepsaanbod.fields.texts import SLUG, Line, Markdown, Slug, is_slug, slug_of
from groepsaanbod.fields.words import (
    LONGEST_LIST_TO_SHOW,
    AtMostThree,
    AtMostTwenty,
    HowMany,
    OneOf,
    OneOrMore,
    OneToThree,
    Several,
    Word,
    nearest_of,
    not_on_the_list,
)

__all__ = [
    "LONGEST_LIST_TO_SHOW",
    "MOST_PERCENT",
    "SLUG",
    "UNKNOWN",
    "YEARS",
    "Age",
    "AgeWritten",
    "Amount",
    "AtMostThree",
    "AtMostTwenty",
    "Count",
    "CountOrUnknown",
    "Day",
    "Email",
    "HowMany",
    "Line",
    "Markdown",
    "Meetings",
    "Month",
    "Months",
    "OneOf",
    "OneOrMore",
    "OneToThree",
    "Percent",
    "Phone",
    "Plain",
    "Postcode",
    "Record",
    "Several",
    "Slug",
    "TimeSpan",
    "Times",
    "WebAddress",
    "Weekday",
    "Word",
    "Year",
    "YesNo",
    "is_ambiguous",
    "is_slug",
    "key",
    "nearest_of",
    "not_on_the_list",
    "phone_digits",
    "slug_of",
    "wrong",
]
