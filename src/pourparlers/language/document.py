"""What the language layer hands to the extractors: one parsed article with its layers, as plain frozen values.

Token indices (`start`, `end`) count tokens of `doc`, end exclusive; `begin`/`stop` are code points of the article.
`doc.text == article.reading`, so that `token.idx` is an offset into the stored text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from pourparlers.model import Article, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `start:end`, in paragraph number `paragraph` of a block of kind title, heading or body."""

    start: int
    end: int
    paragraph: int
    block: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks: `start:end` without the marks, `outer_start:outer_end` with them.

    `closed` is False when the closing mark is missing and the end was inferred; `depth` 0 for an outermost quotation.
    A quotation over several paragraphs (each opened anew) is one Quote per paragraph; `continues` is the index of the
    Quote it goes on from, else None.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    depth: int
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of the authority data found in the text: `ids` are all records that bear it, `"<table>/<id>"`.

    Tables: state, place, institution, person, treaty, gathering. `form` tells how it names: name, acronym, adjective
    ("russe"), inhabitants ("les Russes"), capital, metonym ("le Kremlin"), surname. A form may be several at once
    ("Oslo" is a capital and a place): `form` is the first of `kinds`, which tells it of each id. "russo-turc" has two
    hits on its one token. The names inside that of a gathering ("sommet de l'Otan") are hits too.
    """

    start: int
    end: int
    form: str
    ids: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries, an infinitive or a participle, told by its forms, not by the tagger alone.

    `head` is the token of the lexical verb, `start:end` spans auxiliary to head (adverbs between included). `verb` is
    the infinitive if the form lexicon knows it or its ending shows it, else "". `tense`: present, imperfect, past
    (passé simple), perfect (passé composé), pluperfect, future, future-perfect, conditional, conditional-perfect,
    subjunctive, imperative, infinitive, gerund, participle. `negated` for ne ... pas/plus/jamais/aucun (not "ne ...
    que"). `clitic_subject` is the token of an inverted clitic ("a-t-il"), else None. `finite`, `passive`, `reflexive`
    as named; a bare past participle is passive but for verbs of motion.

    `modal` is the infinitive of a modal or aspect verb that governs it ("doit rencontrer" → devoir), else "", and
    `modal_token` its token; tense, person and negation of such a group are the modal's. `shares` is the place in
    `Reading.verbs` of the group whose auxiliary this one shares ("a rencontré ... et informé"): tense and person are
    then that one's, and so is the subject.
    """

    start: int
    end: int
    head: int
    verb: str
    tense: str
    person: int
    plural: bool
    negated: bool
    passive: bool
    reflexive: bool
    finite: bool
    clitic_subject: int | None = None
    modal: str = ""
    modal_token: int | None = None
    shares: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A printed time: `value` is what the words alone say, in the notation of `language/times.py` (two-step reading).

    `kind` is the kind of tests/language/date_expressions.tsv (weekday, date, month, range, since, until ...).
    """

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the extractors see it."""

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    hits: tuple[Hit, ...]
    verbs: tuple[VerbGroup, ...]
    times: tuple[TimeExpression, ...]
    lower: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The words of the tokens in lower case."""
    tags: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The word classes of the tokens (`token.pos_`)."""
    _sentence_at: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _quote_at: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _verb_at: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the layers by token."""
        put, size = object.__setattr__, len(self.doc)
        put(self, "lower", tuple(token.lower_ for token in self.doc))
        put(self, "tags", tuple(token.pos_ for token in self.doc))
        put(self, "_sentence_at", _index(size, ((s.start, s.end) for s in self.sentences)))
        put(self, "_quote_at", _index(size, ((q.outer_start, q.outer_end) for q in self.quotes)))
        put(self, "_verb_at", _index(size, ((v.start, v.end) for v in self.verbs)))

    def sentence_at(self, token: int) -> int | None:
        """Return the place in `sentences` of the one that holds *token*, None for white space between sentences."""
        return _or_none(self._sentence_at[token])

    def quote_at(self, token: int) -> int | None:
        """Return the place in `quotes` of the innermost one that holds *token*, marks included."""
        return _or_none(self._quote_at[token])

    def outer_quote_at(self, token: int) -> int | None:
        """Return the place in `quotes` of the outermost one that holds *token*, marks included."""
        place = _or_none(self._quote_at[token])
        while place is not None and self.quotes[place].depth:
            place -= 1
        return place

    def verb_at(self, token: int) -> int | None:
        """Return the place in `verbs` of the group that holds *token*, be it between auxiliary and participle."""
        return _or_none(self._verb_at[token])

    def verbs_in(self, start: int, end: int) -> tuple[VerbGroup, ...]:
        """Return the verb groups whose heads lie in tokens `start:end`."""
        low = bisect_left(self.verbs, start, key=_head)
        return self.verbs[low : bisect_left(self.verbs, end, key=_head)]

    def hits_in(self, start: int, end: int) -> tuple[Hit, ...]:
        """Return the names that lie inside tokens `start:end`."""
        return _within(self.hits, start, end)

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """Return the quotations that begin in tokens `start:end`, marks included."""
        low = bisect_left(self.quotes, start, key=_outer_start)
        return self.quotes[low : bisect_left(self.quotes, end, key=_outer_start)]

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Return the time expressions that lie inside tokens `start:end`."""
        return _within(self.times, start, end)

    def paragraph(self, number: int) -> tuple[int, int]:
        """Return the tokens `start, end` of a paragraph, from its first to its last sentence.

        Raises:
            ValueError: no sentence is in that paragraph (blank lines have no number).
        """
        low = bisect_left(self.sentences, number, key=_number)
        high = bisect_right(self.sentences, number, key=_number)
        if low == high:
            raise ValueError(f"no paragraph {number} in {self.article.name}")
        return self.sentences[low].start, self.sentences[high - 1].end

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage of tokens `start:end`, white space at its ends left out."""
        doc = self.doc
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start >= end:
            raise ValueError(f"no words in tokens {start}:{end}")
        return Passage(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))

    def words(self, passage: Passage) -> str:
        """Return the passage's words as stored (not as normalised for the model)."""
        return self.article.text[passage.begin : passage.end]


_start, _head, _number = attrgetter("start"), attrgetter("head"), attrgetter("paragraph")
_outer_start = attrgetter("outer_start")
_Span = TypeVar("_Span", Hit, TimeExpression)


def _within(spans: tuple[_Span, ...], start: int, end: int) -> tuple[_Span, ...]:
    """Return the *spans*, sorted by start, that lie inside tokens `start:end`."""
    low, high = bisect_left(spans, start, key=_start), bisect_left(spans, end, key=_start)
    return tuple(span for span in spans[low:high] if span.end <= end)


def _index(size: int, spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Return for each token the place of the last span that holds it, -1 for none; outer spans must come first."""
    places = [-1] * size
    for place, (start, end) in enumerate(spans):
        places[start:end] = [place] * (end - start)
    return tuple(places)


def _or_none(place: int) -> int | None:
    return None if place < 0 else place
