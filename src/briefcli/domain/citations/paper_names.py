"""The name of a paper as people write it, made from its identifier: the same on every screen and in every file."""

from briefcli.domain.citations.reference import FIRST_SESSION_BY_ITEM, dossier_of, paper_of


def paper_name(document: str) -> str:
    """An official identifier as the House writes it: “28 676, nr. 427”, “Stb. 2023, 12”. Others stay as they are."""
    paper = paper_of(document)
    if paper is None:
        return _other_name(document)
    name = dossier_name(dossier_of(document) or paper.dossier)
    if paper.number is None:
        return name
    number = f"nr. {paper.number}" if paper.number[:1].isdigit() else paper.number
    # Only identifiers of the Eerste Kamer have a session
    session = f"Kamerstukken I {paper.session[:4]}/{paper.session[6:]}, " if paper.session else ""
    return f"{session}{name}, {number}"


def _other_name(document: str) -> str:
    """The name of a paper without a dossier, as in footnotes of the House."""
    match document.split("-"):
        case ["stb" | "stcrt" | "trb" as series, year, number]:
            return f"{series.capitalize()}. {year}, {number}"
        case ["ah" | "h" as series, "tk" | "ek" as chamber, session, *place] if session.isdigit() and place:
            stated = f"{'I' if chamber == 'ek' else 'II'} {session[:4]}/{session[6:]}"
            if series == "ah":
                return f"Aanhangsel {stated}, nr. {place[0]}"
            if session < FIRST_SESSION_BY_ITEM:
                return f"Handelingen {stated}, p. {'-'.join(place)}"
            return f"Handelingen {stated}, nr. {', item '.join(place)}"
    return document


def dossier_name(dossier: str) -> str:
    """`28676` as “28 676”, `36200-X` as “36 200 X”, `21501-28` as “21 501-28”."""
    number, _, suffix = dossier.partition("-")
    name = f"{number[:-3]} {number[-3:]}" if number.isdigit() and len(number) == 5 else number
    joint = "-" if suffix[:1].isdigit() else " "
    return f"{name}{joint}{suffix}" if suffix else name
