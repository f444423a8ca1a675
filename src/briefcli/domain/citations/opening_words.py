"""The words that open a citation: for the full reader, and for the quick one that leaves them to it.

Each is given without a capital or a small initial, which makes no difference then, and with how many letters
of the word stand before it.
"""

from typing import Final

Words = tuple[tuple[str, int], ...]

KAMERSTUK: Final[Words] = (("amerst", 1),)
KAMERSTUK_IN_CAPITALS: Final[Words] = (("KAMERST", 0),)
CHAMBER: Final[Words] = (("Tweede Kamer", 0), ("Eerste Kamer", 0), ("TK", 0), ("EK", 0))
HANDELINGEN: Final[Words] = (("andelingen", 1), ("HANDELINGEN", 0), ("Hand.", 0))
HANDELINGEN_SHORT: Final[Words] = (("HTK", 0), ("HEK", 0))
AANHANGSEL: Final[Words] = (("anhangsel", 1), ("AANHANGSEL", 0), ("Aanh.", 0))
DOSSIER: Final[Words] = (("etsvoorst", 1), ("nitiatiefwetsvoorst", 1), ("amerdossier", 1), ("ossier", 1))
PAPER_IDENTIFIER: Final[Words] = (("kst", 0), ("KST", 0), ("Kst", 0))
PUBLICATION: Final[Words] = (
    ("ah-", 0), ("h-tk", 0), ("h-ek", 0), ("h-vv", 0), ("blg-", 0), ("stb-", 0), ("stcrt-", 0), ("trb-", 0),
)  # fmt: skip
GAZETTE: Final[Words] = (
    ("taatsblad", 1), ("taatscourant", 1), ("ractatenblad", 1), ("Stb", 0), ("Stc", 0), ("Trb", 0),
)  # fmt: skip
COMMISSION: Final[Words] = (("COM", 0), ("JOIN", 0), ("SWD", 0), ("SEC", 0), ("C(", 0))
COUNCIL: Final[Words] = (("ST ", 0), ("ST-", 0))
COMMITMENT: Final[Words] = (("TZ", 0), ("T0", 0))
# What these open has a figure with a slash behind it: `9000/23`, `98/26/EG`.
COUNCIL_BY_NAME: Final[Words] = (("aadsdocument", 1), ("ouncil document", 1), ("oc.", 1))
LEGISLATION: Final[Words] = (
    ("erordening", 1), ("egulation", 1), ("ichtlijn", 1), ("irective", 1), ("esluit", 1), ("ptreden", 1),
    ("eschikking", 1), ("ecision", 1), ("emeenschappelijk standpunt", 1), ("emeenschappelijk Standpunt", 1),
)  # fmt: skip

# What the others open begins where a word begins; legislation may have a longer word: "uitvoeringsbesluit".
OPENING_WITHOUT_SLASH: Final[Words] = (
    *KAMERSTUK, *KAMERSTUK_IN_CAPITALS, *CHAMBER, *HANDELINGEN, *HANDELINGEN_SHORT, *AANHANGSEL, *DOSSIER,
    *PAPER_IDENTIFIER, *PUBLICATION, *GAZETTE, *COMMISSION, *COUNCIL, *COMMITMENT,
)  # fmt: skip
