"""A post as described in the text."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.lexicon import Head
from pourparlers.extract.institutions.span import Span


@dataclass(frozen=True, slots=True)
class Post:
    """A post described in tokens `start:end` (without determiner, which is token `det` if there is one).

    `title` is the post without demonym and without the institution's name; `states` the authority states its demonyms
    and complements name, in order; `org` the institution served, `of` the first token of the person served
    ("porte-parole de M. X"), `nested` the post served ("conseiller du président"). `portfolio` tells two posts of one
    head apart; `domains` are the tokens of "à Lima", "pour le Sahel", `subjects` those of a portfolio.
    """

    start: int
    end: int
    head: Head
    at: int
    title: str
    det: int | None
    states: tuple[str, ...] = ()
    org: Span | None = None
    of: int | None = None
    nested: Post | None = None
    former: bool = False
    acting: bool = False
    future: bool = False
    portfolio: str = ""
    place: str = ""
    domains: tuple[tuple[int, int], ...] = ()
    subjects: tuple[tuple[int, int], ...] = ()

    @property
    def single_title(self) -> str:
        """Return the title in the singular, for one of several holders: "chefs d'état-major" → "chef d'état-major"."""
        if not self.head.plural:
            return self.title
        words, cut = self.title.split(), len(" ".join(self.head.words).replace("' ", "'").split())
        rest = words[cut:]
        if (
            rest
            and rest[0].endswith("s")
            and rest[0].isalpha()
            and rest[0].islower()
            and rest[0] not in {"des", "dans"}
        ):
            rest[0] = rest[0][:-1]
        return " ".join([self.head.singular, *rest])

    @property
    def outer(self) -> int:
        """Return the first token, determiner included."""
        return self.start if self.det is None else self.det
