"""Chats and mails that were copied as text, without a head."""

import pytest
from tests.memo.words import memo_of

from briefcli.domain.agenda import plain
from briefcli.domain.redaction import lifted, redact
from briefcli.memo.importer import import_memo

MESSAGES = (
    "De Milieuraad van 18 maart 2031 staat vast.",
    "De brief moet uiterlijk 4 maart 2031 naar de Kamer.",
    "Geldt dat ook voor de otters van Karin?",
)
WRITERS = ("Otter, Karin", "Wim van der Riet", "Otter, Karin")


@pytest.mark.parametrize(
    "form",
    [
        "[14:0{n}] {who}: {said}",
        "[03-02-2031 14:0{n}:11] {who}: {said}",
        "3-2-2031 14:0{n} - {who}: {said}",
        "{who} 14:0{n}\n{said}\n",
        "{who}  3-2-2031 14:0{n}\n{said}\n",
    ],
)
def test_a_chat_gives_its_meeting_and_deadlines_but_not_who_wrote_it(form: str) -> None:
    pairs = zip(WRITERS, MESSAGES, strict=True)
    found = import_memo(memo_of("\n".join(form.format(n=n, who=who, said=said) for n, (who, said) in enumerate(pairs))))
    agenda, shown = found.agenda, repr(plain(redact(lifted(found.agenda))))
    assert (str(agenda.when), [str(each.due) for each in agenda.deadlines]) == ("2031-03-18", ["2031-03-04"])
    assert all(words in repr(plain(agenda)) for words in MESSAGES)
    assert not any(name in shown for name in ("Otter", "Karin", "Wim", "Riet"))
    assert [each.words for each in found.dropped if each.withheld] == list(WRITERS)


@pytest.mark.parametrize("named", ["[14:03] Niet openbaar: ", "[14:03] Karin (intern DGX): ", "[14:03] Intern: "])
def test_a_message_that_is_marked_is_not_public(named: str) -> None:
    written = "".join(f"[14:0{n}] {who}: {said}\n" for n, (who, said) in enumerate(zip(WRITERS, MESSAGES, strict=True)))
    below = "Ook dat toegeven.\n[14:05] Otter: Goed idee, Karin.\n[14:06] Otter: Goed idee.\n"
    found = import_memo(memo_of(f"Datum: 3 februari 2031\n\n{written}{named}Wij toegeven. En toegeven.\n{below}"))
    public = plain(redact(lifted(found.agenda)))
    assert not any(words in repr(public) for words in ("toegeven", "Karin"))
    assert (str(found.agenda.when), "Goed idee" in repr(public)) == ("2031-03-18", True)


def test_a_mark_above_a_chat_is_about_all_messages() -> None:
    written = "".join(f"Karin Riet 14:0{n}\n{said}\n\n" for n, said in enumerate(MESSAGES))
    found = import_memo(memo_of(f"Overleg riet (vertrouwelijk)\n{written}"))
    assert not any(words in repr(plain(redact(lifted(found.agenda)))) for words in (*MESSAGES, "Karin"))


def test_a_chat_of_questions_and_answers_alone_is_read() -> None:
    found = import_memo(memo_of("[14:02] Otter: Vraag 1: Hoe staat het?\n[14:03] Riet: Antwoord: goed\n")).agenda
    assert [(each.question, each.answer) for each in found.questions] == [("Hoe staat het?", "goed")]


def test_a_programme_with_its_hours_behind_is_no_chat() -> None:
    rows = "Lunch Den Haag 12:30\nVertrek Den Haag 13:30\nLunch van Pagee 14:00\n"
    found = import_memo(memo_of(f"Programma werkbezoek 12 maart 2031\n\n{rows}"))
    assert not any(each.withheld for each in found.dropped)
    assert all(row in repr(plain(found.agenda)) for row in rows.splitlines())


def test_a_mail_without_a_head_gives_its_meeting_and_deadlines() -> None:
    found = import_memo(memo_of(f"Hoi Karin,\n\n{MESSAGES[1]} {MESSAGES[0]}\n\nGroet,\nWim\n")).agenda
    assert (str(found.when), [str(each.due) for each in found.deadlines]) == ("2031-03-18", ["2031-03-04"])
    assert not any(name in repr(plain(redact(lifted(found)))) for name in ("Karin", "Wim"))
