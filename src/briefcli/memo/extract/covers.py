"""How far a drawing may reach that lies over a text.

Where text is printed is not known in a file with styles. So a drawing is taken to cover the paragraph it is tied to,
and as many lines above and below it as it may reach: in doubt they are covered.
"""

LINE = 10.0  # points that a line is high, at least
THINNEST = 4.0  # points: anything less is a rule
LARGEST = 1000.0  # points: no page is larger
WHOLE_PAGE = (84, 84)  # lines above and below, for a drawing somewhere on its page
_LONGEST = 100  # characters of a printed line


def lines_of(text: str) -> int:
    """How many printed lines a paragraph takes, at most."""
    return sum(1 + len(each) // _LONGEST for each in text.split("\n"))


def reach(height: float, offset: float) -> tuple[int, int] | None:
    """How many lines a drawing covers: above its paragraph, and from the first line on; both in points."""
    if height < THINNEST:
        return None
    return int(max(-offset, 0) / LINE + 0.9), max(int((height + offset) / LINE + 0.9), 1)


def clear_above(lines: list[str], place: int, count: int) -> bool:
    """Empty so many printed lines above a place; whether a text was among them."""
    had_text = False
    while count > 0 and place > 0:
        place -= 1
        count -= lines_of(lines[place])
        had_text = had_text or bool(lines[place].strip())
        lines[place] = ""
    return had_text
