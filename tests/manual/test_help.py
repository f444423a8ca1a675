"""The help, and the messages about a wrong command line."""

import pytest

from briefcli.catalog import LANGUAGES, SOURCE, tr, use
from briefcli.cli.registry import SUMMARIES
from briefcli.manual.described import TOPICS, described
from briefcli.manual.help import WIDTH
from tests.conftest import Run

COMMANDS = described().commands


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_has_one_line_in_its_group(run: Run, language: str) -> None:
    lines = run("--help", "--lang", language).out.splitlines()
    use(language)  # the installed catalog, as `run` uses
    try:
        texts = {name: (tr(each.summary), tr(each.group) + ":") for name, each in COMMANDS.items() if " " not in name}
    finally:
        use(SOURCE)
    for name, (summary, group) in texts.items():
        line = next(each for each in lines if each.split()[:1] == [name])
        assert line.endswith(summary)
        assert group in lines[: lines.index(line)]


def test_commands_are_in_the_order_of_the_registry() -> None:
    assert [name for name in COMMANDS if " " not in name] == list(SUMMARIES)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_comes_first_and_nothing_is_too_wide(run: Run, name: str) -> None:
    ran = run(*name.split(), "--help")
    assert ran.code == 0
    assert ran.out.splitlines()[1].strip().startswith("brief ")
    assert all(len(line) < WIDTH for line in ran.out.splitlines())
    for each in COMMANDS[name].parameters:
        assert each.help.split()[0] in ran.out


def test_commands_with_csv_have_excel_too(run: Run) -> None:
    for command in COMMANDS.values():
        named = {name for each in command.options for name in each.options}
        assert any("csv" in each.choices for each in command.options) == ("--excel" in named), command.name
    assert run("list", "--excel").out == run("list", "--format", "excel").out
    assert run("check", "--excel", "--format", "sarif").code == 2


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_is_plain_text(run: Run, name: str) -> None:
    ran = run("help", name)
    assert ran.code == 0
    assert "```" not in ran.out
    assert "<!--" not in ran.out
    assert "| ---" not in ran.out
    assert ".;" not in ran.out
    assert all(len(line) < WIDTH for line in ran.out.splitlines())


def test_the_settings_name_their_defaults(run: Run) -> None:
    assert "How many days ahead brief deadlines looks. Default: 90" in " ".join(run("help", "settings").out.split())


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("shw", "there is no command “shw”", "did you mean show?"),
        ("version", "there is no command “version”", "did you mean --version?"),
        ("--versoin", "there is no option --versoin", "did you mean --version?"),
        ("--today 2031-03-04 list", "the option --today cannot be written before a command", "brief list --today"),
        ("zoek defensie", "there is no command “zoek”", "did you mean search?"),
        ("Toezeggingen", "there is no command “Toezeggingen”", "did you mean commitments?"),
        ("questions --today 2031-03-04", "questions has no option --today", "brief questions --help"),
        ("show --formt x y", "show has no option --formt", "did you mean --format?"),
        ("list --format tabel", "--format cannot be “tabel”", "did you mean table?"),
        ("list --format=zzz", "--format cannot be “zzz”", "it is one of table, json"),
        ("list -f tabel", "-f cannot be “tabel”", "did you mean table?"),
        ("list --year abc", "--year takes a whole number, not “abc”", "write it in digits"),
        ("deadlines --days -3", "--days cannot be less than 0", "brief deadlines --help"),
        ("deadlines --late", "deadlines has no option --late", "brief deadlines --help"),
        ("show", "show needs ID", "brief show --help"),
        ("list raad", "“raad” is one word too many", "write --series raad"),
        ("list 2031", "“2031” is one word too many", "write --year 2031"),
        ("deadlines raad-2031-03", "“raad-2031-03” is one word too many", "write --meeting raad-2031-03"),
        ("deadlines 14", "“14” is one word too many", "write --days 14"),
        ("commitments 28676", "“28676” is one word too many", "write --dossier 28676"),
        ("changes --since vorige week", "“week” is one word too many", 'belong together: --since "vorige week …"'),
        ("show --today 2031-03-04 a b", "“b” is one word too many", "one meeting at a time"),
        ("new raad-2031 --title Raad in maart", "“in” is one word too many", '--title "Raad in …"'),
        ("list --year", "--year needs a value", "--year YEAR"),
        ("list --upcoming=ja", "--upcoming takes no value", "brief list --help"),
        ("official ad", "official has no action “ad”", "did you mean add?"),
        ("--lang fr list", "--lang: “fr” is not allowed there", "it is one of en, nl"),
        ("list --csv Excel", "--csv: “Excel” is not allowed there", "did you mean excel?"),
        ("config set colours altijd", "colours: “altijd” is not allowed there", "did you mean always?"),
        ("config set colour.late vet rot", "“rot” is one word too many", "put quotes around"),
        ("config set taal nl", "taal: there is no such setting", "did you mean language?"),
        ("config set zzz nl", "zzz: there is no such setting", "brief config lists them"),
        ("config set horizon veel", "horizon: “veel” is not a whole number", ""),
        ("show -format json", "show has no option -format", "did you mean --format?"),
        ("show -fjsn x", "-f cannot be “jsn”", "did you mean json?"),
        ("list --help=ja", "--help takes no value", "brief list --help"),
        ("config set language=nl", "config set needs VALUE", "brief config set language nl"),
        ("config --set language nl", "config has no option --set", "did you mean set?"),
        ("cache --clear", "cache has no option --clear", "did you mean clear?"),
        ("completion bash install", "“install” is one word too many", "did you mean --install?"),
        ("completion sh", "“sh” is not allowed there", "did you mean bash?"),
        ("show x --only sesions", "there is no section “sesions”", "did you mean sessions?"),
        ("show x --only zzz", "there is no section “zzz”", "choose from: facts (the meeting)"),
        ("search x --in punten", "there is no field “punten”", "did you mean points?"),
        ("deadlines --kind debatt", "there is no kind “debatt”", "did you mean debate?"),
        ("export x --template a.docx", "a template is for Word", "add --to docx"),
        ("completion bsh", "“bsh” is not allowed there", "did you mean bash?"),
        ("add deadline raad Nota", "“raad” is not allowed there", "write raad before deadline"),
        ("show a b", "“b” is one word too many", "one meeting at a time"),
        ("undo x", "“x” is one word too many", "brief undo --help"),
        ("move raad-2031-03", "the new date is missing", "brief move ID"),
        ("move raad-2031-03 32-13-2031", "“32-13-2031” cannot be read as a date", "15-06-2023"),
        (f"--{'x' * 5000}", "x…", "brief --help"),
        ("help werkdagen", "there is no command or topic “werkdagen”", "did you mean workdays?"),
        ("kalenders", "there is no command “kalenders”", "did you mean export?"),
        ("deadlines --eigenaar DCO", "deadlines has no option --eigenaar", "did you mean --owner?"),
        ("export raad --format pdf", "export has no option --format", "did you mean --to?"),
        ("export raad --to PDF", "--to cannot be “PDF”", "did you mean pdf?"),
        ("help toezegging", "there is no command or topic “toezegging”", "did you mean commitments?"),
        ("help dats", "there is no command or topic “dats”", "did you mean dates?"),
    ],
)
def test_a_wrong_command_line_gets_a_message_and_a_hint(run: Run, words: str, message: str, hint: str) -> None:
    ran = run(*words.split())
    assert ran.code == (1 if words.startswith("help") else 2)
    assert message in ran.err
    assert hint in ran.err
    assert len(ran.err) < 1000
    assert "is not a valid" not in ran.err
    assert not ran.out


def test_the_version_is_printed_whatever_follows(run: Run) -> None:
    assert run("--version").out == run("--version", "list").out


def test_help_after_a_double_dash_is_plain_text(run: Run) -> None:
    ran = run("search", "--", "--help")
    assert (ran.code, ran.err) == (1, "")
    assert "Usage" not in ran.out
