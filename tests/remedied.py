"""Remedies, with what file, sheet, questions and form say of each."""

from groepsaanbod.remedies import Gift, Remedy, Way

START = Gift(("groepen", "start"), "2027-01-12")
ON_REQUEST = Gift(("groepen", "status"), "op-aanvraag")
FULL = Gift(("groepen", "status"), "vol")
WAITING = Gift(("groepen", "status"), "wachtlijst")
WAYS = tuple(Gift(("aanmelden", way)) for way in ("telefoon", "email", "website"))
SAID = {
    "missing": (
        Remedy(Way.MISSING, (Gift(("doelgroep",), "[ouders]"),)),
        "dit veld ontbreekt; zet erbij: doelgroep: [ouders]",
        "deze cel is leeg; typ hier bijvoorbeeld: ouders",
        "hier is een antwoord nodig",
        "kies wat past",
    ),
    "empty": (
        Remedy(Way.EMPTY, (Gift(("leeftijd", "van"), "8"),)),
        "dit veld is leeg; zet erbij: van: 8",
        "deze cel is leeg; typ hier bijvoorbeeld: 8",
        "hier is een antwoord nodig",
        "vul dit in",
    ),
    "never checked": (
        Remedy(Way.MISSING, (Gift(("gecontroleerd_op",), "2026-11-02"),)),
        "dit veld ontbreekt; zet erbij: gecontroleerd_op: 2026-11-02",
        "deze cel is leeg; typ hier bijvoorbeeld: 2026-11-02",
        "hier is een antwoord nodig",
        "kijk of alles klopt en kies 'Ik heb alles vandaag nagekeken'",
    ),
    "one of two keys": (
        Remedy(Way.ADD, (START, ON_REQUEST)),
        "zet erbij: start: 2027-01-12 (of: status: op-aanvraag)",
        "vul bij 'Start' in: 2027-01-12 (of bij 'Status': op-aanvraag)",
        "typ bij 'Start': 2027-01-12 (of bij 'Status': op-aanvraag)",
        "vul 'Start' in, of kies bij 'Status' 'Op aanvraag'",
    ),
    "one of some keys": (
        Remedy(Way.ADD, WAYS),
        "zet erbij: telefoon, email of website",
        "vul 'Aanmelden: telefoon', 'Aanmelden: e-mail' of 'Aanmelden: website' in",
        "geef antwoord bij 'Telefoon', 'E-mail' of 'Website'",
        "vul 'Telefoon', 'E-mail' of 'Website' in",
    ),
    "one of two values": (
        Remedy(Way.WRITE, (FULL, WAITING)),
        "schrijf status: vol (of: wachtlijst)",
        "vul bij 'Status' in: vol (of wachtlijst)",
        "typ bij 'Status': vol (of wachtlijst)",
        "kies bij 'Status' 'Vol' of 'Wachtlijst'",
    ),
    "a day": (
        Remedy(Way.WRITE, (START,)),
        "schrijf start: 2027-01-12",
        "vul bij 'Start' in: 2027-01-12",
        "typ bij 'Start': 2027-01-12",
        "zet bij 'Start' dinsdag 12 januari 2027",
    ),
    "for nothing": (
        Remedy(Way.WRITE, (Gift(("kosten",), "gratis"),)),
        "schrijf kosten: gratis",
        "vul bij 'Kosten: bedrag' in: gratis",
        "typ bij 'Kosten': gratis",
        "kies bij 'Kosten' 'Gratis'",
    ),
    "looked at long ago": (
        Remedy(Way.CONFIRM, (Gift(("gecontroleerd_op",), "2026-11-24"),)),
        "kijk of alles klopt en schrijf dan: gecontroleerd_op: 2026-11-24",
        "kijk of alles klopt en vul hier in: 2026-11-24",
        "kijk of alles klopt en typ dan bij 'Gecontroleerd op': 2026-11-24",
        "kijk of alles klopt en kies 'Ik heb alles vandaag nagekeken'",
    ),
}
