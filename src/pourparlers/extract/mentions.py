"""Who and what is mentioned where: the layer that meetings, treaties and statements build on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from pourparlers.model import Institution, Person, Ref, Tenure


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `start:end` of a noun phrase that refers to actors, determiner, rank and apposed post included.

    `kind`: person (a name, with or without rank and post), post (a description by post: "le ministre russe de l'Eau"),
    institution, state (incl. its metonyms when they act), adjective ("russe": refers to the state), place (a country or
    city that is only a place), source (an unnamed speaker: "un haut responsable"), group ("les deux hommes", "les
    ministres du G20"), pronoun (il, elle, ils, elles, ce dernier, celui-ci), possessive (son, sa, ses, leur, leurs).
    `refs` are the actors it stands for, in order of mention; empty when the article does not let us know.
    `head` is the token that carries gender and number. `name_start:name_end` are the tokens of the bare name, if any.
    `plural` and `gender` ("m", "f", None) as printed.
    """

    start: int
    end: int
    kind: str
    refs: tuple[Ref, ...]
    head: int
    plural: bool = False
    gender: str | None = None
    name_start: int | None = None
    name_end: int | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """The actors of one article, with every mention of them in the order of the text (outer before inner)."""

    persons: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    tenures: tuple[Tenure, ...]
    mentions: tuple[Mention, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the mentions, which must be sorted by (start, -end)."""
        keys = [(m.start, -m.end) for m in self.mentions]
        if keys != sorted(keys):
            raise ValueError("mentions must be in the order of the text, outer before inner")
        object.__setattr__(self, "_starts", tuple(m.start for m in self.mentions))

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie inside tokens `start:end`."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[low:high] if m.end <= end)

    def starting(self, token: int) -> Mention | None:
        """Return the longest mention that starts at *token*."""
        low = bisect_left(self._starts, token)
        return self.mentions[low] if low < len(self.mentions) and self.mentions[low].start == token else None

    def covering(self, token: int, reach: int = 40) -> Mention | None:
        """Return the longest mention that covers *token*, looking back at most *reach* tokens for its start."""
        low, high = bisect_left(self._starts, token - reach), bisect_right(self._starts, token)
        return max((m for m in self.mentions[low:high] if m.end > token), key=lambda m: m.end - m.start, default=None)
