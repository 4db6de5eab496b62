"""The spaCy pipeline, made in one place: French compounds kept whole, sentences told by rules before the parser."""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from pourparlers.language import gazetteer, sentences
from pourparlers.language.patterns import CLITICS, ELISIONS, WHOLE

MODEL = "fr_core_news_md"
_SENTENCES = "pourparlers_sentences"

_CLITIC = rf"[-‐‑](?:{'|'.join(CLITICS)})$"
_AFRICAN = r"(?-i:[NMT]['’][BCDFGHJKLMNPQRSTVWXZ][a-z])"  # "N'Djamena"
_ELISION = rf"(?:{'|'.join(ELISIONS)})['’]"
# What is one token although a hyphen or an apostrophe is in it. "Iran-Irak" falls apart, "Royaume-Uni" does not:
# PAIRABLE are the states and alliances of one word. A compound holds a letter, so that "10-15" falls apart too.
_WHOLE_TOKEN = (
    r"(?u)^(?=.*[-‐‑'’])(?!(?:PAIRABLE)[-‐‑](?:PAIRABLE)$)(?i:"
    rf"(?:{'|'.join(WHOLE)})$"
    r"|\d{4}-\d\d-\d\d$"
    rf"|(?!{_ELISION})(?!.*{_CLITIC})(?=.*[^\W\d_])\w+(?:['’]\w+)?(?:[-‐‑]\w+)+$"
    rf"|{_AFRICAN}\w+$"
    rf"|(?!{_ELISION}|presqu|quelqu|entr['’])(?-i:[A-ZÀ-Þ])\w*['’]\w+$)"  # "Sana'a", "O'Brien"
)
_PREFIX = rf"(?iu:(?!(?:{'|'.join(WHOLE)})\b|{_AFRICAN}){_ELISION})(?=[\w«“„‹\"])"
_QUOTES = r"[«»“”„\"‹›]"
_GLUED = r"(?:(?<=[a-zà-öø-ÿ»”\")%\]])|(?<=[A-Z\d][A-Z\d]))[.!?…](?=[A-ZÀ-ÖØ-Þ«“\"][\w'’])"


@Language.component(_SENTENCES)
def _mark_sentences(doc: Doc) -> Doc:
    """Set the sentence starts, which the parser then respects."""
    sentences.join_numbers(doc)
    sentences.mark(doc)
    return doc


@cache
def load() -> Language:
    """Return the pipeline, made once per process.

    Workers of another process call it themselves, so that nothing has to travel between them.
    """
    nlp = spacy.load(MODEL, exclude=["lemmatizer"])
    nlp.add_pipe(_SENTENCES, first=True)
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    pairable = "|".join(sorted(gazetteer.pairable()))
    tokenizer.token_match = re.compile(_WHOLE_TOKEN.replace("PAIRABLE", pairable)).match
    prefixes = [
        prefix for prefix in defaults.prefixes or () if "['’]" not in str(prefix)
    ]  # spaCy's knows three elisions
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, _PREFIX]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), rf"(?iu:{_CLITIC[:-1]})"]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), _QUOTES, _GLUED]).finditer
    return nlp
