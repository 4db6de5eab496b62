"""How a table of words looks."""

from collections.abc import Mapping

Texts = Mapping[str, Mapping[str, str]]
"""By name, the words in each of the two languages: `{"run": {"fr": "Demander", "en": "Ask"}}`."""
