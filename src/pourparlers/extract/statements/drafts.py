"""What a frame hands on before a statement is made: token spans, nothing resolved but the speaker."""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparlers.extract.statements.lexicon import SpeechVerb
from pourparlers.language.document import VerbGroup
from pourparlers.model import Ref

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in the text: the group, the entries that fit so far, and where their words end."""

    verb: VerbGroup
    entries: tuple[tuple[SpeechVerb, int], ...]

    @property
    def start(self) -> int:
        """The first token of the verb group."""
        return self.verb.start

    @property
    def end(self) -> int:
        """The first token after the verb group."""
        return self.verb.end


@dataclass(frozen=True, slots=True)
class Reach:
    """What the end of a content depends on: where the reporting verb stands, its tense and number."""

    start: int
    tense: str = "present"
    plural: bool = False

    @classmethod
    def of(cls, cue: Cue) -> Reach:
        """Return the reach of a content that *cue* governs."""
        return cls(cue.verb.start, cue.verb.tense, cue.verb.plural)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: the actors and the tokens that name them. `kind` is a mention's, or document, previous, unknown.

    `document` is the form of the noun of saying that speaks for its issuer ("le communiqué"), `plural` as printed.
    """

    refs: tuple[Ref, ...]
    start: int
    end: int
    kind: str
    document: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Complement:
    """What was said, as the verb governs it. `kind` is que, si, quote, colon, inf, np, adj or prep.

    `start` is the token that opens it ("que"), `content` the pieces without it; `objects` are direct objects that are
    spoken to or of, `datives` the phrases with "à", both without preposition.
    """

    kind: str
    start: int
    content: tuple[Span, ...]
    entry: SpeechVerb
    objects: tuple[Span, ...] = ()
    datives: tuple[Span, ...] = ()
    cue_end: int = 0


@dataclass(slots=True)
class Draft:
    """A statement in the making. `frame` ends the rule's name; `zone` are the tokens of the attribution."""

    frame: str
    subject: Subject
    cue: list[Span]
    content: list[Span]
    zone: list[Span]
    unit: int
    entry: SpeechVerb | None = None
    verb: VerbGroup | None = None
    act: str = "state"
    complement: Complement | None = None
    nominal: bool = False
    reporter: tuple[Ref, ...] = ()
    medium: str = ""
    agreed: bool | None = None
    follows: Draft | None = None
    denies: Draft | None = None
    addressee: list[Span] = field(default_factory=list)

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The speakers."""
        return self.subject.refs
