"""The language of messages: French or English, after the locale or `--lang`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass

LANGUAGES = ("fr", "en")


def of_locale(environment: Mapping[str, str] | None = None) -> str:
    """Return "fr" where the locale of *environment* (that of the process if None) is French, else "en"."""
    variables = os.environ if environment is None else environment
    locale = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := variables.get(name))), "")
    return "fr" if locale.lower().startswith("fr") else "en"


_CHOSEN: ContextVar[str | None] = ContextVar("language", default=None)


def choose(language: str | None) -> None:
    """Speak *language* from now on; that of the locale if None."""
    _CHOSEN.set(language)


def current() -> str:
    """Return the language spoken."""
    return _CHOSEN.get() or of_locale()


@dataclass(frozen=True, slots=True)
class Text:
    """A message in both languages; calling it fills its blanks."""

    fr: str
    en: str

    def __call__(self, **values: object) -> str:
        """Return the message in the language spoken, with `{name}` replaced by the value of that name."""
        return str(self).format(**values)

    def __str__(self) -> str:
        """Return the message in the language spoken, as it stands."""
        return self.fr if current() == "fr" else self.en
