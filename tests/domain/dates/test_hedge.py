"""Dates that the text itself calls uncertain."""

from datetime import date

import pytest

from briefcli.domain.dates.in_text import date_of_text, scan_dates

JUNE_2023 = date(2023, 6, 1)
HEDGED = "The text gives this date with a reservation."


@pytest.mark.parametrize(
    "text",
    [
        "rond {}", "rond de {}", "omstreeks {}", "circa {}", "ca. {}", "± {}", "mogelijk {}", "mogelijk op {}",
        "waarschijnlijk op {}", "Vermoedelijk\nop {}", "naar verwachting op {}", "zo mogelijk op {}", "ovb: {}",
        "onder voorbehoud op {}", "streefdatum: {}", "{} (onder voorbehoud)", "{} onder voorbehoud", "{} (o.v.b.)",
        "onder voorbehoud van instemming is het debat op {}", "{}, onder voorbehoud van goedkeuring",
        "{}, o.v.b.", "{} (datum nog niet bevestigd)", "{} (nog te bevestigen)", "{} (tbc)", "{} (?)", "{}(?)",
        "{} (waarschijnlijk in Brussel)", "{} is een optie", "er wordt gestreefd naar ingang op {}",
        "{} (kan nog schuiven)",
    ],
)  # fmt: skip
def test_a_date_with_a_reservation_is_not_certain(text: str) -> None:
    for words, edtf in (
        ("14 juni 2023", "2023-06-14?"),
        ("woensdag 14 juni 2023", "2023-06-14?"),
        ("15-16 juni 2023", "2023-06-15/2023-06-16?"),
        ("juni 2023", "2023-06?"),
        ("Q3 2023", "2023-07/2023-09?"),
        ("week 24 van 2023", "2023-W24?"),
    ):
        [found] = scan_dates(f"Dat is {text.format(words)}.", JUNE_2023)
        assert (found.text, found.when.text, found.certain, found.reason) == (words, edtf, False, HEDGED)


@pytest.mark.parametrize(
    "text",
    [
        "zo snel mogelijk op 14 juni 2023",
        "niet later dan 14 juni 2023",
        "niet mogelijk op 14 juni 2023",
        "Dat is mogelijk. Op 14 juni 2023",
        "de eerste ronde 14 juni 2023",
        "op 14 juni 2023. Onder voorbehoud van goedkeuring volgt het debat",
        "Komt u op 14 juni 2023?",
        "14 juni 2023 (in Brussel). Waarschijnlijk",
        "14 juni 2023, zaal n.t.b.",
        "14 juni 2023 (onmogelijk)",
    ],
)
def test_other_words_are_no_reservation(text: str) -> None:
    [found] = scan_dates(text, JUNE_2023)
    assert (found.when.text, found.certain) == ("2023-06-14", True)


@pytest.mark.parametrize(
    "text",
    [
        "14 juni 2023, tenzij de commissie anders besluit", "14 June 2023, unless it is moved",
        "op 14 juni 2023 of later", "14 juni 2023 e.v.", "op zijn vroegst 14 juni 2023", "om en nabij 14 juni 2023",
        "De top zou op 14 juni 2023 plaatsvinden.", "Indien nodig is er op 14 juni 2023 een extra zitting.",
        "De top is niet langer op 14 juni 2023.", "Voorstel: 14 juni 2023.", "14 June 2023 at the earliest",
        "De top stond gepland op 14 juni 2023 maar gaat niet door.",
        "tbc 14 June 2023", "TBD: 14 juni 2023", "n.t.b.: 14 juni 2023", "Datum (o.v.b.): 14 juni 2023",
        "De top zou woensdag 14 juni 2023 kunnen zijn.", "Het zou dan 14 juni 2023 zijn.",
        "Concept: 14 juni 2023", "14 juni 2023, mits de Kamer instemt",
        "Mits de Kamer instemt, is de top op 14 juni 2023.", "Als alles meezit is de top op 14 juni 2023.",
        "De top is op 14 juni 2023; de Raad moet dit nog bevestigen.",
        "pencilled in for 14 June 2023", "De top is niet op 14 juni 2023.", "The summit will not be on 14 June 2023.",
    ],
)  # fmt: skip
def test_words_that_weaken_or_revoke_a_date_make_it_uncertain(text: str) -> None:
    [found] = scan_dates(text)
    assert (found.when.text.rstrip("?"), found.certain) == ("2023-06-14", False)


def test_a_reservation_also_applies_to_the_time() -> None:
    [found] = scan_dates("14 juni 2023 om 14.30 uur (onder voorbehoud)")
    assert (found.when.text, found.certain) == ("2023-06-14T14:30?", False)


def test_a_reservation_applies_to_its_own_list_of_dates() -> None:
    row = scan_dates("mogelijk op 14 en 21 juni en op 5 juli 2023")
    assert [each.when.text for each in row] == ["2023-06-14?", "2023-06-21?", "2023-07-05?"]
    apart = scan_dates("op 14 juni 2023 en mogelijk op 21 juni 2023")
    assert [(each.when.text, each.certain) for each in apart] == [("2023-06-14", True), ("2023-06-21?", False)]


def test_a_reservation_does_not_replace_an_earlier_reason() -> None:
    [found] = scan_dates("rond 14 juni", JUNE_2023)
    assert (found.when.text, found.alternatives) == ("2023-06-14?", ("2022-06-14",))
    assert found.reason == "The year is not stated; 2023 is nearest to the date of the text."
    [found] = scan_dates("mogelijk 31 juni 2023", JUNE_2023)
    assert (found.when.text, found.reason) == ("unknown", "There is no 31 June: that month has 30 days.")


def test_a_relative_date_can_have_a_reservation() -> None:
    [found] = scan_dates("waarschijnlijk morgen", JUNE_2023)
    assert (found.when.text, found.certain) == ("2023-06-02?", False)


def test_a_date_with_a_reservation_does_not_date_the_text() -> None:
    assert date_of_text("Datum: 15 juni 2023 (onder voorbehoud)") is None


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("15 juni 2023 of juli 2023", [False, False]),
        ("eind 2023 of begin 2024", [False, False]),
        ("8, 15 of 22 juni 2023", [False, False, False]),
        ("tussen 8, 15 en 22 juni 2023", [False, False, True]),
        ("in mei 2023, op 8 juni 2023 of in juli 2023", [False, False, False]),
        ("mei 2023 en 8 juni 2023 of juli 2023", [True, False, False]),
        ("15 juni 2023 en augustus 2023", [True, True]),
    ],
)
def test_dates_to_choose_from_are_uncertain(text: str, certain: list[bool]) -> None:
    found = scan_dates(text)
    assert [each.certain for each in found] == certain
    assert {each.reason for each in found} <= {None, "The text leaves open which of these dates it is."}


def test_a_doubt_anywhere_in_the_sentence_makes_the_date_uncertain() -> None:
    for text in [
        "beoogde datum {}", "indicatief {}", "{} (o.v.)", "{} is nog niet zeker", "verwacht op {}", "{} (concept)",
        "het debat vindt wellicht plaats op {}", "vooralsnog staat het debat gepland op {}", "gedacht wordt aan {}",
        "in principe vindt het debat met de leden van de commissie plaats op {}", "op {} dan wel 21 juni 2023",
        "het debat zou op {} kunnen plaatsvinden", "naar alle waarschijnlijkheid is dat {}", "Debat op {}?",
        "de streefdatum voor de brief is {}", "{}, en dat staat nog niet vast", "waarschijnlijk spreekt de Kamer op {}",
        "de vergadering is voorlopig gepland op {}", "optie: {}", "~{}", "nog te bevestigen: {}",
        "mogelijk wordt het {}", "het ligt in de rede dat {} volgt", "het kabinet is voornemens op {} te besluiten",
        "hopelijk is dat {}",
    ]:  # fmt: skip
        found = scan_dates(text.format("14 juni 2023"))
        assert found, text
        assert not any(each.certain for each in found), text


@pytest.mark.parametrize(
    "text",
    [
        "In de brief van 14 juni 2023 staat wat het kabinet verwacht",
        "Verwacht wordt dat dit volgt uit de brief van 14 juni 2023",
        "In principe kan dat. Het debat is op 14 juni 2023",
        "Het debat was op 14 juni 2023. Misschien volgt een motie",
        "Herinnert u zich het debat van 14 juni 2023?",
        "later dan verwacht is op 14 juni 2023 besloten",
        "De minister had op 14 juni 2023 een gesprek, en zal dat moeten melden",
        "De minister had op 14 juni 2023 een gesprek over wat wij moeten doen",
    ],
)
def test_a_doubt_about_something_else_leaves_the_date_certain(text: str) -> None:
    assert [each.certain for each in scan_dates(text)] == [True]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("de vergadering van {} vervalt", "no longer holds"),
        ("{} (afgelast)", "no longer holds"),
        ("het debat van {} gaat niet door", "no longer holds"),
        ("niet op {}, maar later", "no longer holds"),
        ("het debat van {} is verplaatst naar de zomer", "moves this date"),
        ("{} → 21 juni 2023", "moves this date"),
        ("oorspronkelijk gepland op {}", "no longer holds"),
        ("in plaats van {} wordt het later", "no longer holds"),
        ("uitgesteld (was: {})", "no longer holds"),
        ("GEANNULEERD: {}", "no longer holds"),
        ("{} blijkt niet haalbaar", "no longer holds"),
        ("het debat van {}, dat is uitgesteld", "no longer holds"),
        ("het debat van {} is niet doorgegaan", "no longer holds"),
        ("het debat op {} gaat niet door", "no longer holds"),
        ("Op {} gaat het debat niet door", "no longer holds"),
        ("het verslag had op {} verzonden moeten worden", "should have been done"),
        ("de antwoorden hadden uiterlijk {} gereed moeten zijn", "should have been done"),
        ("het debat dat op {} had moeten plaatsvinden, is nu op 21 juni 2023", "should have been done"),
        ("it should have been sent on {}", "should have been done"),
    ],
)
def test_a_cancelled_or_missed_date_is_uncertain_with_a_reason(text: str, reason: str) -> None:
    found = scan_dates(text.format("14 juni 2023"))[0]
    assert (found.when.text, found.certain) == ("2023-06-14", False)
    assert reason in (found.reason or "")


@pytest.mark.parametrize("text", ["Op {} vervalt de regeling", "per {} vervallen de vergoedingen"])
def test_a_day_on_which_something_ends_is_certain(text: str) -> None:
    [found] = scan_dates(text.format("14 juni 2023"))
    assert found.certain


def test_only_the_new_date_of_a_move_is_certain() -> None:
    old, new = scan_dates("verplaatst van 12 naar 19 juni 2025")
    assert (old.when.text, old.certain, new.when.text, new.certain) == ("2025-06-12", False, "2025-06-19", True)
    assert old.reason == "The text moves this date to the next one."


@pytest.mark.parametrize(
    "text",
    [
        "(voorlopig) {}", "mogelijk al op {}", "datum nog onzeker: {}", "nog niet bevestigd: {}", "reservedatum {}",
        "we mikken op {}", "{} is de beoogde datum", "{} (optie)", "it may take place on {}", "approximately {}",
        "planned for {}, subject to confirmation",
    ],
)  # fmt: skip
def test_further_reservations_make_a_date_uncertain(text: str) -> None:
    [found] = scan_dates(text.format("14 juni 2023"))
    assert found.when.text == "2023-06-14?"


@pytest.mark.parametrize(
    "text",
    [
        "het debat van {} is komen te vervallen", "{} is geschrapt", "het voor {} geplande debat is afgelast",
        "het op {} geplande debat gaat niet door", "{} – GEANNULEERD", "{}: geannuleerd", "afgezegd: {}",
        "the meeting of {} has been postponed",
    ],
)  # fmt: skip
def test_further_words_for_cancelling_make_a_date_uncertain(text: str) -> None:
    [found] = scan_dates(text.format("14 juni 2023"))
    assert not found.certain


def test_two_full_dates_to_choose_from_are_uncertain() -> None:
    for text in ("ofwel op 1 juni 2023 ofwel op 8 juni 2023", "1 juni 2023 of uiterlijk 8 juni 2023"):
        assert [each.certain for each in scan_dates(text)] == [False, False]


@pytest.mark.parametrize("end", ["gaat niet door", "vervalt"])
def test_both_dates_of_a_cancelled_move_are_uncertain(end: str) -> None:
    found = scan_dates(f"De verplaatsing van het debat van 3 juni 2031 naar 10 juni 2031 {end}.")
    assert [each.certain for each in found] == [False, False]
