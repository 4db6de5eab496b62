"""What the language layer hands to the extractors: one parsed article with its layers, as plain frozen values.

Token indices (`start`, `end`) count tokens of `doc`, end exclusive; `begin`/`stop` are code points of the article's text.
`doc.text == article.reading`, so that `token.idx` is an offset into the stored text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pourparlers.model import Article, Passage

if TYPE_CHECKING:
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
    ("russe"), inhabitants ("les Russes"), capital, metonym ("le Kremlin"), surname. A form may be several at once ("Oslo"
    is a capital and a place): `form` is the first of `kinds`, which tells it of each id.
    """

    start: int
    end: int
    form: str
    ids: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries, an infinitive or a participle, told by its forms, not by the tagger alone.

    `head` is the token of the lexical verb, `start:end` spans auxiliary to head (adverbs between included). `verb` is the
    infinitive if the form lexicon or the lemmatiser knows it, else "". `tense`: present, imperfect, past (passé simple),
    perfect (passé composé), pluperfect, future, future-perfect, conditional, conditional-perfect, subjunctive,
    imperative, infinitive, gerund, participle. `negated` for ne ... pas/plus/jamais/aucun (not "ne ... que").
    `clitic_subject` is the token of an inverted clitic ("a-t-il"), else None. `finite` and `passive`, `reflexive` as named.
    `modal` is the infinitive of a modal or aspect verb that governs it ("doit rencontrer" → devoir), else ""; `modal_token` is its token. Tense, person and negation
    of such a group are the modal's. `shares` is the place in `Reading.verbs` of the group whose auxiliary this one shares
    ("a rencontré ... et informé"): its tense and person are then that one's, and so is its subject.
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

    `kind` is the kind of lexicon/date_expressions.tsv (weekday, date, month, year, relative, range, since, until ...).
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
