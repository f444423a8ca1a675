"""Generates agendas as a ministry might have them. The same number always gives the same file."""

import random
from datetime import date, timedelta
from pathlib import Path
from textwrap import wrap

TODAY = date(2026, 3, 2)
AHEAD = 12  # future meetings, however many are in the past: a ministry plans months ahead, not decades

_BODIES = ("NATO", "EU", "VN", "OVSE", "Tweede Kamer", "Benelux")
_SERIES = ("dmm", "fmm", "rbz", "rbz-def", "raz", "ecofin", "jbz", "milieuraad", "npg", "gymnich", "lvr", "commissie")
_PLACES = ("Brussel", "Luxemburg", "Den Haag", "Vilnius", "Praag", "Madrid", "Straatsburg", "Tallinn", "Keulen")
_OWNERS = ("DCO", "DGB", "HDFC", "DJZ", "DAV", "BSG", "DVB", "DEU", "FEZ")
_KINDS = ("letter", "report", "motion", "annotated agenda", "advice", "statement")
_GROUNDS = ("Woo 5.1.2a", "Woo 5.1.2e", "Woo 5.2")
_FRONT = (
    "defensie", "veiligheids", "begrotings", "lucht", "kust", "grens", "energie", "handels", "klimaat", "landbouw",
    "migratie", "onderwijs", "zorg", "water", "ruimte", "industrie", "arbeids", "belasting", "bestuurs", "woning",
    "kennis", "innovatie", "haven", "spoor", "natuur", "stikstof", "vreemdelingen", "vredes", "wapen", "munitie",
    "inlichtingen", "rijks", "bondgenoten", "partner", "crisis", "voedsel", "markt", "data", "cyber", "kern",
)  # fmt: skip
_BACK = (
    "beleid", "overleg", "verdediging", "akkoord", "afspraken", "plannen", "middelen", "steun", "uitgaven", "norm",
    "strategie", "samenwerking", "wetgeving", "toezicht", "raming", "doelstelling", "capaciteit", "beheersing",
    "ontwikkeling", "voorstellen", "maatregelen", "verdragen", "missies", "diensten", "kaders", "fondsen",
)  # fmt: skip
_NOUNS = (
    "kabinet", "Kamer", "minister", "bondgenoten", "lidstaten", "Commissie", "Raad", "inzet", "brief", "verslag",
    "debat", "motie", "voorzitterschap", "meerderheid", "uitwerking", "financiering", "besluit", "voortgang",
    "partners", "regio's", "gemeenten", "uitvoering", "krijgsmacht", "burgers", "bedrijven", "Oekraïne", "coalitie",
    "conclusies", "evaluatie", "dreiging", "weerbaarheid", "investeringen", "toezegging", "rapporteur", "verkenning",
)  # fmt: skip
_VERBS = (
    "steunt", "bespreekt", "verwacht", "bepleit", "onderstreept", "verwelkomt", "onderzoekt", "informeert", "vraagt",
    "benadrukt", "hecht aan", "spreekt over", "wijst op", "dringt aan op", "stemt in met", "rapporteert over",
)  # fmt: skip
_LINKS = (
    "en", "voor", "over", "met", "in het kader van", "ten behoeve van", "namens", "samen met", "zonder", "tegen",
    "als gevolg van", "bij", "na", "vooruitlopend op", "volgens",
)  # fmt: skip
_TAILS = (
    "op korte termijn", "in deze kabinetsperiode", "zoals eerder toegezegd", "waar dat kan", "in Europees verband",
    "binnen de bestaande kaders", "met oog voor de uitvoering", "ook op langere termijn", "conform de motie",
)  # fmt: skip
_EDITIONS = 50  # of one series: five a year in ten years
_FIRST_PAPER = date(1995, 1, 1)


def name_of(number: int) -> str:
    """The agenda's id."""
    return f"{_SERIES[number % len(_SERIES)]}-{number:06}"


def series_of(number: int, total: int) -> int:
    """The number of the agenda's series. There are enough series for about fifty meetings each."""
    return number % max(len(_SERIES), total // _EDITIONS)


def text_of(number: int, total: int) -> str:
    """The YAML of one of `total` agendas, 2 to 6 KB."""
    return _Writer(number, total).agenda()


def write_agendas(folder: Path, total: int) -> None:
    """Write all agendas, in one folder for each thousand, as an archive of decades might be organised."""
    for number in range(total):
        place = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{name_of(number)}.yaml").write_text(text_of(number, total), encoding="utf-8")


class _Writer:
    def __init__(self, number: int, total: int) -> None:
        self.number = number
        self.random = random.Random(number)  # noqa: S311  # the same agenda each time is what is wanted
        ahead = number - (total - AHEAD)
        self.day = TODAY + timedelta(days=9 * ahead + 8 if ahead >= 0 else -4 - self.random.randrange(10_000))
        self.series = series_of(number, total)
        self.dossier = 29_000 + self.series * 3 + number % 3

    def agenda(self) -> str:
        parts = [self._head(), *self._texts("summary", 1, 3), self._decision(), self._sessions()]
        parts += self._texts("key_points", 3, 8)
        parts += ["considerations:", *self._texts("financial", 1, 2, "  "), *self._texts("communication", 1, 2, "  ")]
        parts += [self._documents(), self._dates(), "consulted:", *(f"  - {owner}" for owner in _OWNERS[:3])]
        if self.number % 5 == 0:
            parts += ["withheld:", f"  - {{text: {self._sentence(6)!r}, ground: {self.random.choice(_GROUNDS)}}}"]
        return "\n".join(parts) + "\n"

    def _head(self) -> str:
        base = _SERIES[self.number % len(_SERIES)]
        series = f"{base}-{self.series // len(_SERIES)}" if self.series >= len(_SERIES) else base
        held = self.day.isoformat()
        if self.number % 3 == 0:
            held += f"/{self.day + timedelta(days=1)}"
        status = "planned" if self.day >= TODAY else "held"
        return (
            f"title: {series.upper()} over {self._word()} en {self._word()}\nshort: {series.upper()} {self.number}\n"
            f"series: {series}\nbody: {self.random.choice(_BODIES)}\nkind: council\n"
            f"place: {self.random.choice(_PLACES)}\nwhen: {held}\nstatus: {status}"
        )

    def _decision(self) -> str:
        return "\n".join(["decision:", "  - text: >-", *self._folded(self._sentence(8), "      ")])

    def _sessions(self) -> str:
        lines = ["sessions:"]
        for number in range(1, self.random.randint(2, 3)):
            lines += [f"  - number: {number}", f"    title: {self._sentence(3)}", "    kind: werksessie"]
            lines += [*self._texts("topics", 1, 3, "    "), *self._texts("position", 1, 3, "    ")]
        return "\n".join(lines)

    def _documents(self) -> str:
        lines = ["documents:"]
        for _ in range(self.random.randint(1, 5)):
            paper = self._paper()
            lines += [
                f"  - ref: {paper}",
                f"    date: {_day_of(paper)}",
                f"    kind: {self.random.choice(_KINDS)}",
                f"    title: {self._sentence(4)}",
            ]
        return "\n".join(lines)

    def _dates(self) -> str:
        debate = self.day - timedelta(days=7)
        done = "    done: true\n" if self.day < TODAY else ""  # otherwise all those of the past would be late
        return (
            f"events:\n  - title: Commissiedebat {self._word()}\n    kind: debate\n    when: {debate}\n"
            f"    place: Den Haag\n"
            f"deadlines:\n  - title: Geannoteerde agenda naar de Kamer\n    due: 10 workdays before meeting\n"
            f"    owner: {self.random.choice(_OWNERS)}\n{done}"
            f"  - title: Spreeklijnen {self._word()}\n    due: 2 days before debate\n"
            f"    owner: {self.random.choice(_OWNERS)}\n{done}"
            f"commitments:\n  - title: {self._sentence(5)}\n    kind: commitment\n"
            f"    due: 3 workdays before meeting\n    status: done"
        )

    def _texts(self, key: str, least: int, most: int, indent: str = "") -> list[str]:
        lines = [f"{indent}{key}:"]
        for _ in range(self.random.randint(least, most)):
            lines += [f"{indent}  - >-", *self._folded(self._sentence(self.random.randint(5, 14)), f"{indent}    ")]
        return lines

    @staticmethod
    def _folded(sentence: str, indent: str) -> list[str]:
        return wrap(sentence, 92, initial_indent=indent, subsequent_indent=indent)

    def _sentence(self, words: int) -> str:
        chosen = [self.random.choice(_NOUNS), self.random.choice(_VERBS)]
        while len(chosen) < words:
            chosen += [self._word(), self.random.choice(_LINKS), self.random.choice(_NOUNS)]
        if self.random.random() < 0.08:
            chosen.append(f"({self._paper()})")
        else:
            chosen.append(self.random.choice(_TAILS))
        sentence = " ".join(chosen)
        return sentence[0].upper() + sentence[1:]

    def _word(self) -> str:
        """A random Dutch compound, so that more agendas have more different words."""
        front = self.random.choice(_FRONT) if self.random.random() < 0.9 else "".join(self.random.sample(_FRONT, 2))
        return front + self.random.choice(_BACK)

    def _paper(self) -> str:
        """A paper of the series' dossier from the time of the meeting, so that a few meetings cite each paper."""
        number = (self.day - _FIRST_PAPER).days // 60 + self.random.randrange(4)
        return f"{self.dossier}, nr. {max(2, number)}"


def _day_of(paper: str) -> date:
    """The date of a paper, computed from its number so that all agendas give it the same date."""
    dossier, _, number = paper.partition(", nr. ")
    return _FIRST_PAPER + timedelta(days=int(number) * 60 + int(dossier) % 50)
