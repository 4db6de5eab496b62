"""What a validation found, in words a person can act on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import rdflib
from rdflib.namespace import DCTERMS, SH
from rdflib.term import Identifier, Node

from pourparlers.validate.shapes import templates
from pourparlers.vocab import NIF, OA, PP, PREFIXES, SHAPES

SEVERITIES = ("Violation", "Warning", "Info")
"""Violation: the fact is withheld. Warning: it is kept and listed. Info: worth a look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape holds against the graph.

    Attributes:
        severity: one of `SEVERITIES`.
        shape: the name to quote, e.g. `"pps:Meeting-status"`.
        constraint: which demand of the shape is not met, in SHACL's word: `"MinCount"`, `"In"`, `"SPARQL"` ...
        focus: IRI of the thing looked at.
        value: the value at fault, if one value is; an IRI, or a literal's text.
        path: the property, shortened where a prefix fits (`"pp:status"`), if the shape looks at one.
        fr: what is wrong, in French.
        en: the same in English.
        article: file name of the article, where known.
        passage: IRI of the passage to look at, where known.
        words: what that passage says.
    """

    severity: str
    shape: str
    constraint: str
    focus: str
    value: str | None
    path: str | None
    fr: str
    en: str
    article: str | None = None
    passage: str | None = None
    words: str | None = None

    def message(self, language: str) -> str:
        """Return what is wrong in `"fr"` or `"en"`."""
        return self.fr if language == "fr" else self.en


def read(results: rdflib.Graph, shapes: rdflib.Graph, data: rdflib.Graph) -> tuple[Finding, ...]:
    """Return the results of a validation report as findings, the gravest first, in an order that does not vary."""
    found = (_finding(node, results, shapes, data) for node in results.objects(None, SH.result))
    return tuple(
        sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.shape, f.focus, f.value or "", f.constraint, f.en))
    )


def _finding(node: Node, results: rdflib.Graph, shapes: rdflib.Graph, data: rdflib.Graph) -> Finding:
    one = {predicate: value for predicate, value in results.predicate_objects(node) if predicate != SH.resultMessage}
    shape, focus, value = one[SH.sourceShape], one[SH.focusNode], one.get(SH.value)
    said = [m for m in results.objects(node, SH.resultMessage) if isinstance(m, rdflib.Literal)]
    by_language = _by_language(said, templates(shapes, one.get(SH.sourceConstraint, shape)))
    article, passage, words = _where(data, [thing for thing in (value, focus) if isinstance(thing, rdflib.URIRef)])
    path = one.get(SH.resultPath)
    return Finding(
        severity=str(one[SH.resultSeverity]).rpartition("#")[2],
        shape=short(str(shape)),
        constraint=str(one[SH.sourceConstraintComponent]).rpartition("#")[2].removesuffix("ConstraintComponent"),
        focus=str(focus),
        value=None if value is None or value == focus else str(value),
        path=short(str(path)) if isinstance(path, rdflib.URIRef) else None,
        fr=by_language.get("fr", ""),
        en=by_language.get("en", ""),
        article=article,
        passage=passage,
        words=words,
    )


def _by_language(messages: Sequence[rdflib.Literal], known: Mapping[str, str]) -> dict[str, str]:
    """Tell the languages of messages apart: pySHACL drops the tag of those it fills in."""
    found = {str(m.language): str(m) for m in messages if m.language}
    for message in messages:
        if not message.language:
            fitting = (language for language, template in known.items() if _pattern(template).fullmatch(str(message)))
            found.setdefault(next(fitting, ""), str(message))
    return found


_VARIABLE = re.compile(r"\{[?$]\w+\}")


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, _VARIABLE.split(template))), re.DOTALL)


def short(iri: str) -> str:
    """Return an IRI with a prefix in place of its beginning, where one fits: `"pps:Meeting-status"`."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


assert PREFIXES["pps"] == SHAPES


def _where(data: rdflib.Graph, things: Sequence[rdflib.URIRef]) -> tuple[str | None, str | None, str | None]:
    """Return file name, passage and its words for the first thing that leads to an article."""
    for thing in things:
        article, passage = _origin(data, thing)
        if article is not None:
            words = data.value(passage, _iri(NIF.anchorOf)) if passage else None
            name = data.value(article, DCTERMS.identifier)
            return _text(name) or str(article), _text(passage), _text(words)
    return None, None, None


def _origin(data: rdflib.Graph, thing: Node) -> tuple[Node | None, Node | None]:
    """Return the article and passage a thing comes from; of a thing with several accounts, those of the first."""
    if (article := data.value(thing, _iri(OA.hasSource))) is not None:
        return article, thing
    if data.value(thing, _iri(NIF.isString)) is not None:
        return thing, None
    # A mark or a participation is spoken of by its fact.
    owners = (thing, *data.subjects(_iri(PP.mark), thing), *data.subjects(_iri(PP.participation), thing))
    accounts = [account for owner in owners for account in (*data.objects(owner, _iri(PP.account)), owner)]
    for teller in sorted(accounts, key=str):
        article = data.value(teller, DCTERMS.source)
        if article is not None:
            passages = [*data.objects(teller, _iri(PP.principalEvidence)), *data.objects(teller, _iri(PP.evidence))]
            return article, passages[0] if passages else None
    return None, None


def _iri(node: object) -> rdflib.URIRef:
    return rdflib.URIRef(getattr(node, "value", ""))


def _text(node: Identifier | Node | None) -> str | None:
    return None if node is None else str(node)
