"""The portrait of one thing: what is said of it, by whom, and the facts it takes part in, each with its proof."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from pourparlers.errors import UnknownName
from pourparlers.queries.ask import ask
from pourparlers.queries.lookup import ACTORS, named, one_named
from pourparlers.queries.proof import Proof, passages
from pourparlers.settings import AUTHORITY_BASE, settings
from pourparlers.vocab import PREFIXES

_LABEL = """
  OPTIONAL {{ {node} skos:prefLabel {name}Own . FILTER(LANG({name}Own) = "{language}") }}
  OPTIONAL {{ {node} skos:prefLabel {name}Any }}
  OPTIONAL {{ {node} pp:name {name}Told }}
"""

# What the reader sees elsewhere in the portrait, or never needs.
_SILENT = (
    "rdf:type, pp:account, pp:evidence, pp:principalEvidence, skos:prefLabel, rdfs:label, pp:foundBy, pp:confidence"
)
_SILENT += ", nif:isString, prov:wasGeneratedBy, pp:contentPassage, pp:cuePassage, pp:timeExpression, pp:participation"
_SILENT += ", pp:mark, dcterms:source, pp:sha256, pp:datingReason, pp:event"

_SAID = """
SELECT DISTINCT ?property ?value ?valueOwn ?valueAny ?valueTold ?label WHERE {{
  {thing} ?property ?value .
  FILTER(?property NOT IN ({silent}))
  OPTIONAL {{ ?property skos:prefLabel ?label . FILTER(LANG(?label) = "{language}") }}
  {value}
}}
ORDER BY ?property ?value
"""

_INVOLVED = """
SELECT DISTINCT ?fact ?class ?role ?date ?words ?post WHERE {{
  VALUES ?kind {{ pp:Meeting pp:Statement pp:TreatyEvent pp:Tenure }}
  ?fact ?property {thing} ; a ?kind .
  FILTER(?property NOT IN (pp:party, pp:account))
  ?kind skos:prefLabel ?class . FILTER(LANG(?class) = "{language}")
  ?property skos:prefLabel ?role . FILTER(LANG(?role) = "{language}")
  OPTIONAL {{ ?fact pp:date|pp:attestedOn ?date }}
  OPTIONAL {{ ?fact sem:hasEarliestBeginTimeStamp ?earliest }}
  OPTIONAL {{ ?fact pp:text|pp:title ?words }}
  OPTIONAL {{ ?fact pp:post ?post }}
}}
ORDER BY ?class ?role (!BOUND(?earliest)) ?earliest ?date ?fact ?words
"""

_FOUND = """
SELECT DISTINCT ?fact ?class ?begin ?end ?words WHERE {{
  VALUES ?kind {{ pp:Person pp:Institution pp:Meeting pp:Statement pp:TreatyEvent pp:Tenure pp:Treaty pp:Quotation }}
  ?thing a ?kind .
  ?thing pp:account? ?fact .
  ?fact dcterms:source {thing} ; pp:principalEvidence ?passage .
  ?passage nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words .
  ?kind skos:prefLabel ?class . FILTER(LANG(?class) = "{language}")
}}
ORDER BY ?begin ?end ?class ?fact
"""

# The name of a meeting holds those of its participants: who asks for a name means the participant.
_PREFERRED = (ACTORS, ("Treaty",), ("Meeting",))

_MENTIONS = """
SELECT DISTINCT ?file ?begin ?end ?words ?account WHERE {{
  {thing} pp:account? ?account .
  ?account pp:evidence ?passage .
  ?passage oa:hasSource/dcterms:identifier ?file ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words .
}}
ORDER BY ?file ?begin ?end
"""

_IDENTITY = """
SELECT ?nameOwn ?nameAny ?nameTold ?class ?title ?file WHERE {{
  {{ {thing} a ?kind }}
  OPTIONAL {{ ?kind skos:prefLabel ?class . FILTER(LANG(?class) = "{language}") }}
  OPTIONAL {{ {thing} dcterms:title ?title }}
  OPTIONAL {{ {thing} dcterms:identifier ?file }}
  {name}
}}
ORDER BY ?kind
LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a portrait: what it is about, in words, when, where it is written (nowhere: an authority record)."""

    heading: str
    words: str
    date: str = ""
    proof: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that the graph knows of one thing, in the order it is shown."""

    name: str
    kind: str
    iri: str
    said: tuple[Line, ...]
    mentions: tuple[Line, ...]
    facts: tuple[Line, ...]


def thing(graph: Store, name: str) -> NamedNode:
    """Return the thing that *name* stands for: an IRI, `id:` and the rest of one, an article's file name, or a name.

    Raises:
        UnknownName: nothing, or more than one thing, bears it.
    """
    node = iri(name)
    if node is not None:
        # `id:` may also stand for an authority record, which keeps its IRI whatever the base of the articles.
        record = NamedNode(AUTHORITY_BASE + node.value.removeprefix(settings().base))
        known = (node, record) if name.startswith("id:") else (node,)
        found = next((one for one in known if next(iter(graph.quads_for_pattern(one, None, None)), None)), None)
        if found is None:
            raise UnknownName(f"the store knows nothing of {node.value}")
        return found
    rows = _rows(graph, f"SELECT ?article WHERE {{ ?article a pp:Article ; dcterms:identifier {Literal(name)} }}")
    for row in rows:
        article = row["article"]
        assert isinstance(article, NamedNode)
        return article
    for classes in _PREFERRED:
        if named(graph, name, classes):
            return one_named(graph, name, classes).iri
    raise UnknownName(f"nothing in the store is called {name!r}")


def is_article(graph: Store, node: NamedNode) -> bool:
    """Tell whether *node* is an article."""
    return bool(ask(graph, f"ASK {{ {node} a pp:Article }}"))


def portrait(graph: Store, node: NamedNode, language: str) -> Portrait:
    """Return the portrait of *node*, its words in *language* ("fr" or "en") where the ontology has them."""
    identity = _IDENTITY.format(thing=node, language=language, name=_label(str(node), "?name", language))
    name, kind = node.value, ""
    for row in _rows(graph, identity):
        name = _first(row["nameOwn"], row["nameAny"], row["nameTold"], row["title"], row["file"]) or name
        kind = _first(row["class"])
    said = _said(graph, node, language)
    if is_article(graph, node):
        return Portrait(name, kind, node.value, said, (), _in_article(graph, node, language))
    return Portrait(name, kind, node.value, said, _mentions(graph, node), _facts(graph, node, language))


def _said(graph: Store, node: NamedNode, language: str) -> tuple[Line, ...]:
    value = _label("?value", "?value", language)
    query = _SAID.format(thing=node, silent=_SILENT, language=language, value=value)
    lines: dict[Line, None] = {}
    for row in _rows(graph, query):
        words = _first(row["valueOwn"], row["valueAny"], row["valueTold"], row["value"])
        line = Line(_first(row["label"], row["property"]), words)
        lines.setdefault(line, None)
    return tuple(lines)


def _facts(graph: Store, node: NamedNode, language: str) -> tuple[Line, ...]:
    lines: dict[tuple[str, str], Line] = {}
    for row in _rows(graph, _INVOLVED.format(thing=node, language=language)):
        fact = row["fact"]
        assert isinstance(fact, NamedNode)
        heading = f"{_first(row['class'])} · {_first(row['role'])}"
        found = passages(graph, fact)
        # A term of office that only the authority knows has a post, but no title as printed and no passage.
        words = _first(row["words"]) or (found[0].text.value if found else _first(row["post"]))
        where = "; ".join(_where(proof) for proof in found)
        lines.setdefault((heading, fact.value), Line(heading, words, _first(row["date"]), where, fact.value))
    return tuple(lines.values())


def _in_article(graph: Store, node: NamedNode, language: str) -> tuple[Line, ...]:
    rows = _rows(graph, _FOUND.format(thing=node, language=language))
    return tuple(
        Line(_first(r["class"]), _first(r["words"]), "", f"{_first(r['begin'])}-{_first(r['end'])}", _first(r["fact"]))
        for r in rows
    )


def _mentions(graph: Store, node: NamedNode) -> tuple[Line, ...]:
    rows = _rows(graph, _MENTIONS.format(thing=node))
    return tuple(
        Line(
            _first(r["file"]), _first(r["words"]), "", f"{_first(r['begin'])}-{_first(r['end'])}", _first(r["account"])
        )
        for r in rows
    )


def _where(proof: Proof) -> str:
    return f"{proof.file.value} {proof.begin.value}-{proof.end.value}"


def iri(name: str) -> NamedNode | None:
    """Return the IRI that *name* is, in full or with a prefix (`id:` for the data's own), None if it is a mere name.

    Raises:
        UnknownName: it looks like one but cannot be.
    """
    prefix, colon, local = name.partition(":")
    if "://" in name or name.startswith("urn:"):
        return _node(name)
    if colon and prefix == "id":
        return _node(settings().base + local)
    return _node(PREFIXES[prefix] + local) if colon and prefix in PREFIXES else None


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise UnknownName(f"{iri!r} is no IRI: {error}") from error


def _label(node: str, name: str, language: str) -> str:
    return _LABEL.format(node=node, name=name, language=language)


def _first(*terms: object) -> str:
    """Return the text of the first term that is there."""
    return next((t.value for t in terms if isinstance(t, Literal | NamedNode)), "")


def _rows(graph: Store, query: str) -> QuerySolutions:
    answer = ask(graph, query)
    assert isinstance(answer, QuerySolutions)
    return answer
