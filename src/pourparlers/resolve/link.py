"""Links to the authority data: which record a name of an article stands for, or none.

A link is made only when nothing contradicts it (dates, country, post) and nobody else fits as well; else None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """A safe link: `id` is `"<table>/<slug>"` (for `Entity.authority`), `reason` is French and fit for `link_reason`."""

    id: str
    reason: str
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Post:
    """A post the article gives to a person: title as printed, and the authority id of its institution or state."""

    title: str
    institution: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Days, inclusive; None where nothing is known. For an article: `Span(dating.earliest, dating.latest)`."""

    first: date | None = None
    last: date | None = None


def link_person(
    names: Sequence[str], posts: Sequence[Post] = (), dates: Span = Span(), gender: str | None = None
) -> Link | None:
    """Return the record of a person of an article.

    Args:
        names: printed forms without rank or civility, the fullest first ("Jean Dupont", "Dupont").
        posts: the posts that the article gives; a nationality may come as `Post("", "state/…")`.
        dates: when the article appeared.
        gender: "m", "f" or None.

    Returns:
        None when no record fits, when several do, or when the dates or the country speak against it. A bare surname
        needs a post that fits, or a single bearer of the name who is in office at the time.
    """
    raise NotImplementedError


def link_institution(
    names: Sequence[str], kind: str | None = None, state: str | None = None, dates: Span = Span()
) -> Link | None:
    """Return the record of an institution or a state of an article (`"institution/…"` or `"state/…"`).

    Args:
        names: printed forms without article, the fullest first.
        kind: word of the institution types, if known.
        state: authority id of the state it belongs to, if known ("state/…").
        dates: when the article appeared.
    """
    raise NotImplementedError


def link_treaty(
    names: Sequence[str], signed: Span = Span(), dates: Span = Span(), parties: Sequence[str] = ()
) -> Link | None:
    """Return the record of a treaty of an article.

    Args:
        names: printed forms without article, the fullest first.
        signed: when the article says it was signed, if it does.
        dates: when the article appeared; a treaty signed later is refused.
        parties: authority ids of the parties that the article names.
    """
    raise NotImplementedError


def link_gathering(
    names: Sequence[str], time: Span = Span(), place: str | None = None, dates: Span = Span()
) -> Link | None:
    """Return the record of a named summit, conference, session or negotiation.

    Args:
        names: printed forms without article ("sommet de l'Otan", "sommet de Chicago").
        time: when the article says it takes place, if it does.
        place: its place as printed, if given.
        dates: when the article appeared; used when the gathering itself is not dated.
    """
    raise NotImplementedError
