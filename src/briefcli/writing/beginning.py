"""The settings that `brief init` writes: standard deadlines for what the user says to prepare."""

from collections.abc import Sequence

from briefcli.catalog import SOURCE, language, later, tr

_HEAD = later("""\
# What comes with every meeting of a sort. An agenda overrides a line with a deadline or event of the same id, and
# drops it with `drops: [report]`. The days are measured practice, not rule: change them to yours.
""")
_TO_THE_HOUSE = """
[[rhythm]]
name = "{name}"
body = [{bodies}]
kind = [{kinds}]

[[rhythm.deadlines]]
id = "annotated-agenda"
title = "Geannoteerde agenda naar de Kamer"
kind = "annotated agenda"
due = "14 days before meeting"

[[rhythm.events]]
id = "debate"
title = "Commissiedebat"
kind = "debate"
due = "{debate} days before meeting"

[[rhythm.deadlines]]
id = "spokesperson-lines"
title = "Woordvoeringslijnen"
kind = "spokesperson lines"
due = "1 workday before meeting"

[[rhythm.deadlines]]
id = "report"
title = "Verslag naar de Kamer"
kind = "report"
due = "10 days after meeting"
"""
_DEBATES = """
[[rhythm]]
name = "debates"
kind = ["debate", "committee"]

[[rhythm.deadlines]]
id = "file"
title = "Dossier voor de bewindspersoon"
kind = "memo"
due = "5 workdays before meeting"

[[rhythm.deadlines]]
id = "spokesperson-lines"
title = "Woordvoeringslijnen"
kind = "spokesperson lines"
due = "1 workday before meeting"

[[rhythm.deadlines]]
id = "commitments"
title = "Toezeggingen vastleggen"
kind = "memo"
due = "2 workdays after meeting"
"""
_TEXTS = {
    "nato": _TO_THE_HOUSE.format(name="NATO", bodies='"NATO", "NAVO"', kinds='"ministerial", "summit"', debate=7),
    "eu": _TO_THE_HOUSE.format(
        name="EU", bodies='"EU", "Europese Unie", "European Union"', kinds='"council", "informal"', debate=4
    ),
    "house": _DEBATES,
}


def settings_text(prepares: Sequence[str]) -> str:
    """The text of `brief.toml` for some of nato, eu and house."""
    speaks = f'language = "{language()}"\n' if language() != SOURCE else ""
    return tr(_HEAD) + speaks + "".join(text for name, text in _TEXTS.items() if name in prepares)
