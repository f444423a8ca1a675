from hypothesis import given
from tests.agendas import agenda_of
from tests.strategies import Planted, planted_agendas

from briefcli.domain.redaction import redact
from briefcli.domain.texts import Passage, passages


def test_texts_have_the_paths_of_their_fields_in_declared_order() -> None:
    agenda = agenda_of(
        """
        sessions:
          - title: Sessie
            topics: [Steun, {text: Budget, public: false}]
        title: Raad
        when: 2031-03-01
        decision: [{text: Instemmen, given: true}]
        considerations: {legal: [Verdrag]}
        figures: [{what: Bijdrage, unit: euro, amount: 7, year: 2031}]
        """
    )
    assert list(passages(agenda)) == [
        Passage("title", "Raad"),
        Passage("decision[0]", "Instemmen"),
        Passage("sessions[0].title", "Sessie"),
        Passage("sessions[0].topics[0]", "Steun"),
        Passage("sessions[0].topics[1]", "Budget", withheld=True),
        Passage("considerations.legal[0]", "Verdrag"),
        Passage("figures[0].what", "Bijdrage"),
        Passage("figures[0].unit", "euro"),
    ]


def test_keywords_of_the_format_are_no_texts() -> None:
    agenda = agenda_of(
        """
        title: Raad
        when: 2031-03-01
        kind: council
        status: held
        timezone: Europe/Berlin
        leads_to: [top]
        documents: [{ref: "28 676, nr. 427", kind: letter, date: 2031-01-01, public: false, ground: Woo}]
        events: [{id: debat, title: Debat, status: cancelled}]
        deadlines: [{title: Brief, due: before meeting, owner: ""}]
        """
    )
    assert [each.text for each in passages(agenda)] == ["Raad", "Debat", "Brief"]


def test_texts_of_a_withheld_item_are_withheld() -> None:
    agenda = agenda_of(
        """
        title: Raad
        when: 2031-03-01
        sessions: [{title: Sessie, topics: [Steun], public: false}]
        withheld: [Bijlage, {text: Tabel, public: true}]
        """
    )
    found = {each.where: each.withheld for each in passages(agenda)}
    assert found == {
        "title": False, "sessions[0].title": True, "sessions[0].topics[0]": True, "withheld[0]": True,
        "withheld[1]": False,
    }  # fmt: skip


@given(planted_agendas(withheld_as_a_whole=True))
def test_secrets_are_only_in_withheld_passages(planted: Planted) -> None:
    agenda = agenda_of(planted.text)
    for passage in passages(agenda):
        has_secret = any(secret in passage.text for secret in planted.secrets)
        assert passage.withheld or not has_secret
    assert not any(secret in each.text for each in passages(redact(agenda)) for secret in planted.secrets)
