"""What does not fit, across files: where, and what to say of it."""

import msgspec

from briefcli.domain.diagnostic import Code


class Concern(msgspec.Struct, frozen=True):
    """Something that does not fit: in which file (as the index names it), at which field."""

    path: str
    where: str
    code: Code
    message: str
    hint: str
