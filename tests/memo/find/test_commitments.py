"""Promises and motions: when they were made, by when they are due, and whether they are still open."""

from pathlib import Path

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import Commitment
from briefcli.memo.extract.source import read_memo
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo


def imported(*points: str) -> Imported:
    """A memo of 26 November 2026 with the points."""
    head = "Nota\n\nAan: de Minister\nDatum: 26 november 2026\nOnderwerp: Milieuraad van 14 december 2026\n\n"
    return import_memo(memo_of(f"{head}Kernpunten\n" + "\n".join(points) + "\n"))


def promises(*points: str) -> list[Commitment]:
    return imported(*points).agenda.commitments


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("De minister heeft het lid Otter toegezegd de Kamer voor 20 januari 2027 te informeren.", "../2027-01-20"),
        ("De minister zegt de Kamer een brief toe vóór 20 januari 2027.", "../2027-01-20"),
        ("De minister heeft toegezegd de Kamer uiterlijk 20 januari 2027 te informeren.", "2027-01-20"),
        ("De toezegging aan het lid Otter om vóór 20 januari 2027 een brief te sturen staat.", "../2027-01-20"),
        ("De minister zegt de Kamer een brief toe vóór 20 januari 2027 om 12.00 uur.", "2027-01-20T12:00"),
        ("De toezegging aan het lid Otter om uiterlijk op 20 januari 2027 te schrijven staat.", "2027-01-20"),
        ("De minister zegt toe binnen vier maanden te schrijven, derhalve uiterlijk 20 januari 2027.", "2027-01-20"),
    ],
)
def test_due_before_a_day_differs_from_due_by_that_day(sentence: str, due: str) -> None:
    (promise,) = promises(f"- {sentence}")
    assert (str(promise.due), promise.made) == (due, None)


def test_a_row_of_a_table_says_when_to_whom_and_by_when() -> None:
    head = "Nota\n\nAan: de Minister\nDatum: 26 november 2026\nOnderwerp: Riet\n\nKernpunten\n- Riet.\n\nToezeggingen\n"
    rows = ["Toezegging|Datum|Aan|Termijn|Status", "Een brief over riet|4 juni 2026|Otter|1 februari 2027|Open"]
    memo = read_memo(Path("memo.txt"), (head + "\n".join(rows)).encode())
    (promise,) = import_memo(memo).agenda.commitments
    found = (promise.title, str(promise.made), promise.to, str(promise.due))
    assert found == ("Een brief over riet", "2026-06-04", "Otter", "2027-02-01")


def test_a_row_of_a_table_of_promises_is_no_deadline_and_may_be_met() -> None:
    head = "Nota\n\nAan: de Minister\nDatum: 26 november 2026\nOnderwerp: Riet\n\nKernpunten\n- Riet.\n\n"
    head += "Toezeggingen aan de Kamer\n"
    rows = ["Nr.|Toezegging|Datum debat|Termijn|Status", "TZ202606-001|Brief|4 juni 2026|vóór de zomer|loopt"]
    rows.append("TZ202606-002|Telling|4 juni 2026|1 juli 2026|voldaan")
    agenda = import_memo(read_memo(Path("memo.txt"), (head + "\n".join(rows)).encode())).agenda
    assert [(each.title, str(each.made), each.ref, each.status) for each in agenda.commitments] == [
        ("Brief", "2026-06-04", "TZ202606-001", None), ("Telling", "2026-06-04", "TZ202606-002", "done"),
    ]  # fmt: skip
    assert agenda.deadlines == []


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Uiterlijk 7 december 2026 ontvangt u de spreekpunten van DWB.", "2026-12-07"),
        ("Na de Raad ontvangt u binnen twee weken een terugkoppeling.", "2 weeks after meeting"),
    ],
)
def test_what_the_minister_will_get_is_a_deadline_and_no_promise(sentence: str, due: str) -> None:
    agenda = imported(f"- {sentence}").agenda
    assert ([str(each.due) for each in agenda.deadlines], agenda.commitments) == ([due], [])


def test_a_promise_of_the_commission_is_not_ours() -> None:
    assert promises("- De Commissie zegde toe voor het eind van het jaar met een rapport te komen.") == []


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("De minister heeft in maart 2026 toegezegd de Kamer te informeren.", None),
        ("In maart 2026 is toegezegd dat de Kamer medio 2027 een brief ontvangt.", "../2027-09-01?"),
        ("De minister zegde eind 2025 toe de Kamer te informeren.", None),
        ("De toezegging TZ202603-001 is in maart 2026 gedaan.", None),
        ("De brief over de toezegging aan het lid Otter is in september 2026 verzonden.", None),
        ("De toezegging om in maart 2026 de Kamer te informeren staat nog open.", "2026-03"),
        ("De minister heeft toegezegd in maart 2026 te reageren.", "2026-03"),
        ("De minister zegt in maart 2027 een brief toe.", "2027-03"),
        ("Ik informeer u in november 2026.", "2026-11"),
    ],
)
def test_the_month_of_a_promise_is_not_its_due_date(sentence: str, due: str | None) -> None:
    (promise,) = promises(f"- {sentence}")
    assert (promise.due and str(promise.due)) == due


def test_an_adopted_motion_without_a_number_is_no_commitment() -> None:
    assert promises("- De motie van het lid Otter is in maart 2026 aangenomen.") == []
    for sentence in ("is in maart 2026 aangenomen", "is in maart 2026 ingediend en vraagt om een brief"):
        (motion,) = promises(f"- De motie van het lid Otter (28 676, nr. 612) {sentence}.")
        assert (motion.ref, motion.due) == ("28 676, nr. 612", None)


def test_a_promise_was_made_before_the_memo() -> None:
    found = imported("- Tijdens het commissiedebat van 9 april heeft de minister toegezegd de Kamer te schrijven.")
    (promise,), (debate,) = found.agenda.commitments, found.agenda.events
    assert (str(promise.made), str(debate.when)) == ("2026-04-09", "2026-04-09")
    assert {each.field for each in found.checks} >= {"commitments[0].made", "events[0].when"}


def test_a_promise_in_the_past_tense_is_a_commitment() -> None:
    (promise,) = promises("- Tijdens het debat van 4 november jl. zegde u toe de Kamer te informeren.")
    assert (str(promise.made), promise.due) == ("2026-11-04", None)


def test_a_promise_was_not_made_on_a_day_after_the_memo() -> None:
    found = imported("- De minister heeft toegezegd op 20 januari 2027 een brief te sturen.")
    (promise,) = found.agenda.commitments
    assert (promise.made, promise.due) == (None, None)
    assert "“20 januari 2027” is after the memo: see whether it is due by then" in {
        each.message for each in found.checks
    }


def test_the_debate_of_a_submitted_motion_is_before_the_memo() -> None:
    found = imported("- In het debat van 9 april is de motie-Otter (28 676, nr. 612) ingediend.").agenda
    assert [str(each.when) for each in found.events] == ["2026-04-09"]
    assert [str(each.date) for each in found.documents if each.ref] == ["2026-04-09"]


def test_a_term_by_a_recess_is_read_and_to_be_checked() -> None:
    found = imported("- De minister heeft in het debat van 9 april toegezegd voor het zomerreces een brief te sturen.")
    (promise,) = found.agenda.commitments
    assert str(promise.due).startswith("../2027-0")
    assert "commitments[0].due" in {each.field for each in found.checks}


def test_a_planned_debate_about_a_promise_is_after_the_memo() -> None:
    (debate,) = imported("- Het debat is op 20 januari en gaat over de brief die is toegezegd.").agenda.events
    assert str(debate.when) == "2027-01-20"


def test_two_promises_made_on_one_day_are_both_kept() -> None:
    made = "De minister heeft op 4 november 2026 toegezegd een"
    assert len(promises(f"- {made} brief te sturen.", f"- {made} nota te sturen.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "De motie-Otter (28 676, nr. 612) is op 9 april verworpen.",
        "De motie-Otter (28 676, nr. 612) is aangehouden.",
        "De indiener heeft de motie-Otter (28 676, nr. 612) ingetrokken.",
        "De motie-Otter (28 676, nr. 612) vraagt om een plan. De motie is op 9 april verworpen.",
    ],
)
def test_a_rejected_or_withdrawn_motion_is_only_a_paper(sentence: str) -> None:
    found = imported(f"- {sentence}").agenda
    assert found.commitments == []
    assert [each.title for each in found.documents if each.ref] == ["motie-Otter"]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("De motie-Otter (28 676, nr. 612) is verworpen en de motie-Das (28 676, nr. 613) is aangenomen.", ["Das"]),
        ("De motie-Otter (28 676, nr. 612) is niet ingetrokken.", ["Otter"]),
        ("De motie-Otter (28 676, nr. 612) vraagt om een plan.", ["Otter"]),
    ],
)
def test_other_motions_stay_open(sentence: str, by: list[str]) -> None:
    assert [each.by for each in promises(f"- {sentence}") if each.by] == by


@pytest.mark.parametrize(
    "sentence",
    [
        "De minister heeft toegezegd de Kamer vóór 1 juni 2026 te informeren of aan de motie is voldaan.",
        "Toezegging TZ202603-045: de minister stuurt vóór 1 mei een brief. Met deze brief zal eraan zijn voldaan.",
    ],
)
def test_a_promise_that_is_still_to_be_met_is_open(sentence: str) -> None:
    [promise] = promises(f"- {sentence}")
    assert (promise.status, promise.due is None) == (None, False)


@pytest.mark.parametrize("who", ["De heer Brekelmans heeft", "De premier heeft", "Defensie heeft"])
def test_a_promise_may_name_a_person_or_an_office(who: str) -> None:
    assert len(promises(f"- {who} op 4 maart 2026 toegezegd terug te komen op de inzet.")) == 1


@pytest.mark.parametrize(
    ("sentence", "due", "done_on"),
    [
        (
            "Met deze brief doe ik de toezegging gestand aan het lid Otter om de Kamer voor 1 december te schrijven.",
            "../2026-12-01?",
            None,
        ),
        ("Hiermee doe ik de toezegging aan het lid Otter (TZ202601-012) af.", None, None),
        ("Hiermee voldoe ik aan de toezegging aan het lid Otter.", None, None),
        ("Met deze brief kom ik de toezegging aan het lid Otter na om te schrijven.", None, None),
        ("De Kamer heeft een toezegging aan het lid Otter. Met deze brief kom ik deze toezegging na.", None, None),
        ("Hiermee is voldaan aan de toezegging aan het lid Otter.", None, None),
        ("Met deze passage wordt voldaan aan de toezegging aan het lid Otter (TZ202601-012).", None, None),
        ("De toezegging aan het lid Otter (TZ202601-012) is op 9 april nagekomen.", None, "2026-04-09"),
        ("De toezegging aan het lid Otter is op 9 april 2026 afgedaan.", None, "2026-04-09"),
    ],
)
def test_a_promise_that_is_met_is_done(sentence: str, due: str | None, done_on: str | None) -> None:
    found = imported(f"- {sentence}")
    (promise,) = found.agenda.commitments
    assert (promise.status, str(promise.due) if promise.due else None, promise.made) == ("done", due, None)
    assert found.agenda.deadlines == []
    assert (str(promise.done_on) if promise.done_on else None) == done_on
    assert "commitments[0].status" in {each.field for each in found.checks}


@pytest.mark.parametrize(
    "sentence",
    [
        "De toezegging aan het lid Otter is nog niet nagekomen.",
        "Aan de toezegging aan het lid Otter is nog niet voldaan.",
        "De toezegging aan het lid Otter wordt voor 1 maart 2027 nagekomen.",
        "Op 9 april 2026 is de toezegging aan het lid Otter gedaan.",
    ],
)
def test_in_doubt_a_promise_is_open(sentence: str) -> None:
    assert [each.status for each in promises(f"- {sentence}")] == [None]


def test_each_point_of_a_list_of_promises_is_a_commitment() -> None:
    long = "de voortgang van de aanpak van zwerfafval langs de grote rivieren en in de havens van het land"
    found = promises(
        "Tijdens het commissiedebat van 11 november jl. heeft de minister toegezegd:",
        f"- De Kamer wordt uiterlijk 20 januari 2027 geïnformeerd over {long}. (TZ202611-044)",
        "- De Kamer ontvangt in het tweede kwartaal van 2027 een brief over otters.",
        "- De Kamer wordt binnen twee weken na de Raad geïnformeerd over dassen.",
        "- Aan het lid Das: een brief over mieren.",
    )
    assert [(str(each.made), str(each.due) if each.due else None, each.ref) for each in found] == [
        ("2026-11-11", "2027-01-20", "TZ202611-044"),
        ("2026-11-11", "2027-04/2027-06", None),
        ("2026-11-11", "2 weeks after meeting", None),
        ("2026-11-11", None, None),
    ]
    assert found[0].note is not None
    assert long in str(found[0].note)
    assert (str(found[3].title), found[3].to) == ("Aan het lid Das: een brief over mieren.", "het lid Das")


def test_one_promise_that_is_met_does_not_settle_another_above_it() -> None:
    made = "De minister heeft het lid Otter toegezegd de Kamer uiterlijk 20 januari 2027 te informeren."
    met = "Met deze brief is de toezegging aan het lid Snoek (TZ202609-012) afgedaan."
    for text in (f"- {made} {met}", f"- Dit is de stand.\n\nToezeggingen\n{made} {met}"):
        open_, done = promises(text)
        assert (open_.ref, str(open_.due), open_.status) == (None, "2027-01-20", None)
        assert (done.ref, done.to, done.status) == ("TZ202609-012", "het lid Snoek", "done")


def test_a_list_of_promised_papers_gives_no_further_promises() -> None:
    found = promises("Zoals op 4 november 2026 is toegezegd ontvangt u:", "- de nota over otters", "- een lijst")
    assert [str(each.title) for each in found] == ["Zoals op 4 november 2026 is toegezegd ontvangt u:"]


def test_a_number_in_brackets_belongs_to_the_sentence_before_it() -> None:
    (promise,) = promises("- De Kamer wordt uiterlijk 20 januari 2027 geïnformeerd over otters. (TZ202611-044)")
    assert (str(promise.due), promise.ref) == ("2027-01-20", "TZ202611-044")
    assert str(promise.title).startswith("De Kamer wordt")


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("U heeft toegezegd de Kamer in het eerste kwartaal van 2027 te schrijven.", "2027-01/2027-03"),
        ("U heeft toegezegd de Kamer voor de zomer van 2027 te schrijven.", "../2027-07-01?"),
        ("De minister heeft toegezegd hierop terug te komen.", "None"),
        ("De Kamer krijgt op 1 februari 2027 een brief over water.", "2027-02-01"),
        ("De vragen beantwoord ik binnen drie weken.", "../2026-12-18?"),
        ("De motie zal ik in het tweede kwartaal van 2027 uitvoeren.", "2027-04/2027-06"),
    ],
)
def test_a_promise_without_a_day_is_listed_too(sentence: str, due: str) -> None:
    found = imported(f"- {sentence}")
    (promise,) = found.agenda.commitments
    assert str(promise.due) == due
    assert due != "None" or "no date is given" in {each.message for each in found.checks}


def test_each_point_below_a_heading_of_promises_is_a_commitment() -> None:
    text = (
        "Verslag van het commissiedebat Water van 25 november 2026\n\nToezeggingen\n"
        "- De minister zal de Kamer in mei 2027 informeren over het riet.\n"
        "- De Kamer ontvangt medio maart 2027 de evaluatie.\n- De minister komt schriftelijk terug op het peil.\n"
    )
    found = import_memo(memo_of(text)).agenda
    assert [str(each.due) for each in found.commitments] == ["2027-05", "2027-03", "None"]


def test_a_promise_with_a_due_date_is_not_also_a_deadline() -> None:
    found = imported("- De minister zegt toe de Kamer uiterlijk 2 februari 2027 te informeren over het riet.").agenda
    assert [str(each.due) for each in found.commitments] == ["2027-02-02"]
    assert found.deadlines == []


def test_a_promise_can_count_from_the_meeting_or_a_debate() -> None:
    promise = "- De minister heeft toegezegd de Kamer twee werkdagen voor {} te informeren."
    found = imported("- Het debat is op 20 januari 2027.", promise.format("het debat"))
    assert [str(each.due) for each in found.agenda.commitments] == ["2 workdays before debate"]
    found = imported(promise.format("de Raad"))
    assert [str(each.due) for each in found.agenda.commitments] == ["2 workdays before meeting"]
    found = imported(promise.format("het debat van 20 januari 2027"))
    assert [str(each.due) for each in found.agenda.commitments] == ["2 workdays before debate"]
    found = imported(promise.format("de briefing van 20 januari 2027"))
    assert [str(each.due) for each in found.agenda.commitments] == ["../2027-01-19?"]
    found = imported(promise.format("de briefing van 20 januari 2027").replace("twee werk", "enkele "))
    assert [each.due for each in found.agenda.commitments] == [None]
    found = imported(promise.format("het debat"))
    assert [each.due for each in found.agenda.commitments] == [None]
    assert any("could not be counted" in each.message for each in found.checks)


@pytest.mark.parametrize(
    ("sentence", "made", "due"),
    [
        ("De motie-Otter (28 676, nr. 612) is aangenomen op 4 november 2026.", "2026-11-04", None),
        ("De motie-Otter van 2 november 2026 (28 676, nr. 612) is op 4 november 2026 aangenomen.", "2026-11-04", None),
        ("De motie-Otter (28 676, nr. 612). De motie-Otter (28 676, nr. 612) is aanvaard op 4 november 2026.",
         "2026-11-04", None),
        ("De motie-Otter (28 676, nr. 612) verzoekt u voor 1 februari 2027 te schrijven.", None, "../2027-02-01"),
        ("Op 4 november jl. heeft de Kamer de motie-Otter (28 676, nr. 612) aangenomen.", "2026-11-04", None),
        ("Op 4 november 2026 is de motie-Otter (28 676, nr. 612) niet aangenomen.", None, None),
        ("Op 4 november 2026 is gestemd. De motie-Otter (28 676, nr. 612) is aangenomen.", None, None),
    ],
)  # fmt: skip
def test_a_numbered_motion_has_its_vote_and_its_due_date(sentence: str, made: str | None, due: str | None) -> None:
    (motion,) = promises(f"- {sentence}")
    assert (motion.by, motion.ref) == ("Otter", "28 676, nr. 612")
    assert [str(each) if each else None for each in (motion.made, motion.due)] == [made, due]


@pytest.mark.parametrize(
    "names", ["Zee Otter c.s.", "Otter", "Van der Das en Zee Otter", "het lid Otter", "de leden Otter, Das en Zee Mus"]
)
def test_a_motion_has_the_full_names_of_all_its_authors(names: str) -> None:
    joint = " van " if names.startswith(("het", "de")) else "-"
    (motion,) = promises(f"- De motie{joint}{names} over wolven (Kamerstuk 28 676, nr. 612) is aangenomen.")
    assert motion.by == names.removeprefix("het lid ").removeprefix("de leden ")


def test_a_term_after_two_motions_is_the_due_date_of_neither() -> None:
    found = imported("- De moties-Otter (28 676, nr. 612) en Das (28 676, nr. 613) vragen voor 1 maart 2027 een brief.")
    assert found.agenda.commitments == []
    assert [each.ref for each in found.agenda.documents[:2]] == ["28 676, nr. 612", "28 676, nr. 613"]
    (check,) = found.checks
    assert (check.field, check.message.startswith("a day and something to do by it")) == ("key_points[0]", True)


LETTER = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 20 mei 2031

Betreft: Geannoteerde agenda Milieuraad 3 juni 2031

Geachte voorzitter,

{}
"""


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Uw Kamer ontvangt voor het einde van deze week een brief over otters.", "../2031-05-26"),
        ("Voor de zomer kom ik hierop terug.", "../2031-07-01?"),
        ("Hierover wordt uw Kamer medio juli nader geïnformeerd.", "2031-07"),
        ("U wordt in de week van 16 juni nader geïnformeerd.", "2031-W25?"),
        ("U zult de evaluatie in het derde kwartaal van 2031 ontvangen.", "2031-07/2031-09"),
        ("De Kamer wordt uiterlijk eind dit jaar geïnformeerd.", "2031"),
        ("Ik zal de Kamer hier begin 2032 nader over informeren.", "../2032-04-01?"),
        ("Begin volgend jaar informeer ik uw Kamer.", "../2032-04-01?"),
        ("In het najaar ontvangt u de evaluatie.", "../2032-01-01?"),
        ("Ik zal voor het commissiedebat van 2 juli schriftelijk antwoorden sturen.", "../2031-07-02?"),
        ("De minister zegt toe vóór de Milieuraad in juli te schrijven.", "../2031-07-01?"),
        ("De minister zegt toe het punt dat Nederland heeft gemaakt vóór 2 juli toe te lichten.", "../2031-07-02?"),
        ("Ik heb toegezegd, Nederland heeft immers haast, de brief vóór 2 juli te sturen.", "../2031-07-02?"),
        ("Nederland heeft in het debat toegezegd dit vóór 2 juli te melden.", "../2031-07-02?"),
    ],
)
def test_terms_in_a_letter_count_from_its_date(sentence: str, due: str) -> None:
    found = import_memo(memo_of(LETTER.format(sentence)))
    [promise] = found.agenda.commitments
    assert str(promise.due) == due
    is_told = any(each.field == "commitments[0].due" for each in found.checks)
    assert is_told or not due.endswith("?")


@pytest.mark.parametrize(
    "sentence",
    [
        "Hierbij stuur ik u de geannoteerde agenda voor de Milieuraad op 3 juni 2031.",
        "Hierbij zend ik uw Kamer de antwoorden op de vragen die op 26 januari 2031 zijn gesteld.",
        "Bijgaand ontvangt uw Kamer de stukken voor het debat op 28 mei 2031.",
        "Met deze brief informeer ik uw Kamer over het overleg op 14 mei 2031.",
        "Ik stuur u hierbij de brief voor het debat op 28 mei 2031.",
    ],
)
def test_an_act_of_the_letter_itself_is_no_promise(sentence: str) -> None:
    assert import_memo(memo_of(LETTER.format(sentence))).agenda.commitments == []
