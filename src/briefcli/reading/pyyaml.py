"""PyYAML with patterns that are compiled when first needed: compiling all takes as long as reading five agendas."""

import re

from briefcli.patterns import Pattern

__all__ = ["yaml"]

_compile = re.compile
re.compile = Pattern  # type: ignore[assignment]
try:
    import yaml
finally:
    re.compile = _compile
