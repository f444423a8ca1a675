"""What rows hold of an agenda as a whole, and how they say that there is no day: all that questions need of it."""

import msgspec

from briefcli.domain.agenda import Agenda

FAR = "9999-99-99"  # sorts after every day: what has none

_encode = msgspec.json.Encoder().encode


def encode(agenda: Agenda) -> bytes:
    return _encode(agenda)


def decode(body: bytes) -> Agenda:
    return msgspec.json.decode(body, type=Agenda)
