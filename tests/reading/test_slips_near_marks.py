"""A typo in any line of a file, even one with a mark or a secret, reveals nothing that is withheld."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.strategies import Planted, planted_agendas

from briefcli.domain.agenda import plain
from briefcli.domain.redaction import redact
from briefcli.reading.quoting import quotable
from briefcli.reading.reader import read_agenda


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


_SLIPS: tuple[Callable[[str], str], ...] = (
    lambda line: "\t" + line,
    lambda line: " " + line,
    lambda line: line.removeprefix(" "),
    lambda line: line.removeprefix("  "),
    lambda line: line.lstrip(),
    lambda line: line.replace(":", "", 1),
    lambda line: line.replace(": ", ":", 1),
    lambda line: line.replace(": ", ': "', 1),
    lambda line: line.replace("'", "", 1),
    lambda line: line + ' "',
    lambda line: f"{line}\n{line}",
    lambda line: f"{_indent(line)}- {line.lstrip()}",
    lambda line: line.replace("- ", "  ", 1),
    lambda line: line.replace("- ", "-", 1),
    lambda line: line.replace(": ", ": &a ", 1),
    lambda line: f"{line}\n{_indent(line)}<<: *a",
    lambda line: line.replace(": ", ": !x ", 1),
    lambda line: line.replace(": ", ": [", 1),
    lambda line: line.replace("- ", "- {", 1),
    lambda line: line.replace(": ", ": \x00", 1),
    lambda line: line.replace(": ", ": | ", 1),
    lambda line: line.replace(": ", ": >\n        ", 1),
    lambda line: f"---\n{line}",
    lambda line: f"<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> x",
    lambda line: line.replace(" ", "\u00a0", 1),
    lambda line: line.replace("  ", "\u00a0\u00a0"),
    lambda line: f"? {line}",
    lambda line: line.replace(": ", ": “", 1) + "”",
    lambda line: f"{line},",
    lambda line: f"{line} # opmerking",
    lambda line: line.upper() if "ublic" in line.lower() else line.replace(line.strip().split(":")[0], "Titel", 1),
)


@settings(max_examples=examples(6), suppress_health_check=list(HealthCheck))
@given(
    planted_agendas(withheld_as_a_whole=True, slips=True),
    st.lists(st.tuples(st.integers(0), st.sampled_from(_SLIPS)), min_size=4, max_size=4),
)
def test_a_typo_in_any_line_reveals_no_withheld_text(
    planted: Planted, slips: list[tuple[int, Callable[[str], str]]]
) -> None:
    lines, of_twin = planted.text.split("\n"), planted.twin.split("\n")
    for number, slip in slips:
        place = number % len(lines)
        one, other = (
            _seen("\n".join([*each[:place], slip(each[place]), *each[place + 1 :]])) for each in (lines, of_twin)
        )
        assert [secret for secret in planted.secrets if secret in one] == []
        assert one == other


def _seen(text: str) -> str:
    """The public version of the file, and the public findings of check."""
    data = text.encode()
    reading, lines = read_agenda("x.yaml", data), quotable(data)
    said = [
        (each.code, each.line)
        if each.withheld
        else (each.code, each.line, each.column, each.message, each.hint, lines.line(each.line, internal=False))
        for each in reading.diagnostics
        if not each.internal
    ]
    return f"{plain(redact(reading.agenda)) if reading.agenda else None} {said}"
