"""The settings that `brief init` writes: standard deadlines for the meetings that the user prepares."""

from collections.abc import Sequence

from briefcli.catalog import SOURCE, language, later, tr

_HEAD = later("""\
# The standard deadlines of each kind of meeting. An agenda overrides one with a deadline or event of the same id, and
# drops it with `drops: [report]`. The days are usual practice, not rules: change them to yours. Of EU councils
# the record of the House from 2021 to 2025 has 61 debates, most often on the Thursday before, and 188 consultations in
# writing.
""")
_RHYTHM = '\n[[rhythm]]\nname = "{name}"\n{meetings}\n'
_DATED = '\n[[rhythm.{table}]]\nid = "{id}"\ntitle = "{title}"\nkind = "{kind}"\ndue = "{due}"\n'
# The id, the title and the kind of each standard deadline, and when it is due
_LINES = ("spokesperson-lines", "Woordvoeringslijnen", "spokesperson lines", "1 workday before meeting")
_AGENDA = ("annotated-agenda", "Geannoteerde agenda naar de Kamer", "annotated agenda", "14 days before meeting")
_REPORT = ("report", "Verslag naar de Kamer", "report", "10 days after meeting")
_FILE = ("file", "Dossier voor de bewindspersoon", "memo", "5 workdays before meeting")
_COMMITMENTS = ("commitments", "Toezeggingen vastleggen", "memo", "2 workdays after meeting")
_DEBATE = ("debate", "Commissiedebat", "debate", "7 days before meeting")
_IN_WRITING_TOO = ("debate", "Commissiedebat of schriftelijk overleg", "debate", "the Thursday before meeting")

# For each thing that a user can prepare: the name of the rhythm, its meetings, and the deadlines and events they get
_RHYTHMS = {
    "nato": (
        "NATO",
        'body = ["NATO", "NAVO"]\nkind = ["ministerial", "summit"]',
        (_AGENDA, _DEBATE, _LINES, _REPORT),
    ),
    "eu": (
        "EU",
        'body = ["EU", "Europese Unie", "European Union"]\nkind = ["council", "informal"]',
        (_AGENDA, _IN_WRITING_TOO, _LINES, _REPORT),
    ),
    "house": (later("debates"), 'kind = ["debate", "committee"]', (_FILE, _LINES, _COMMITMENTS)),
}


def settings_text(prepares: Sequence[str]) -> str:
    """The text of `brief.toml`. `prepares` are some of nato, eu and house."""
    text = tr(_HEAD) + (f'language = "{language()}"\n' if language() != SOURCE else "")
    for name, meetings, dated in (rhythm for sort, rhythm in _RHYTHMS.items() if sort in prepares):
        text += _RHYTHM.format(name=tr(name), meetings=meetings)
        for id_, title, kind, due in dated:
            table = "events" if kind == "debate" else "deadlines"
            text += _DATED.format(table=table, id=id_, title=title, kind=kind, due=due)
    return text
