"""The words for yes and no, in agendas and in settings."""

TRUE = frozenset({"true", "yes", "ja", "on"})
FALSE = frozenset({"false", "no", "nee", "off"})
