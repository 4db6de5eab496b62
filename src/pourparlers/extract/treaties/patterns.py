"""The French words of treaties: lexicon/treaty_nouns.tsv by its forms, and the small words around them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from pourparlers.resources import lexicon

_PIECE = re.compile(r"[^\s']+'?")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun or fixed phrase that names a kind of treaty; `strict` ones name nothing without a complement."""

    entry: str
    kind: str
    plural: bool
    strict: bool
    status: str

    @property
    def draft(self) -> bool:
        """Tell a text that is not agreed yet."""
        return self.status == "draft"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that tells what becomes of a treaty: `status` and `event` are words of the guideline or ""."""

    entry: str
    status: str
    future_status: str
    truce_status: str
    event: str


# head word → word of the treaty-kind scheme; the longest matching head word wins
KINDS = {
    "accord": "agreement", "accord-cadre": "agreement", "acte": "act", "armistice": "ceasefire",
    "arrangement": "agreement",
    "avant-projet": "treaty", "cessez-le-feu": "ceasefire", "charte": "charter", "code": "code-of-conduct",
    "compromis": "agreement", "concordat": "treaty", "convention": "convention", "convention-cadre": "convention",
    "déclaration": "declaration", "ébauche": "treaty", "entente": "agreement", "feuille": "plan", "moratoire": "other",
    "mémorandum": "memorandum",
    "pacte": "pact", "partenariat": "agreement", "plan": "plan", "protocole": "protocol", "résolution": "resolution",
    "statut": "statute", "traité": "treaty", "trêve": "ceasefire",
}  # fmt: skip
# nouns that mean something else unless a complement says which treaty
STRICT = frozenset({
    "arrangement", "charte", "code de conduite", "compromis", "convention", "déclaration", "déclaration commune",
    "entente", "feuille de route", "moratoire", "mémorandum", "pacte", "partenariat stratégique", "plan de paix",
    "protocole", "résolution", "statut", "acte fondateur", "acte final", "avant-projet",
})  # fmt: skip
# what a pact, an understanding or a memorandum between states is about: "un pacte de défense"
MATTERS = frozenset(
    "amitié assistance coopération défense entente extradition libre-échange non-agression paix sécurité".split()
)
# the complements of which an ambiguous noun needs one: "la déclaration du ministre" is no treaty
ANY_OF = frozenset({"place", "name", "parties", "topic"})
_PLACE = frozenset({"place", "name", "parties"})
_PARTIES = frozenset({"parties", "name"})
NEEDED: dict[str, frozenset[str]] = {
    "déclaration": _PLACE, "acte final": _PLACE,
    "entente": _PARTIES, "arrangement": _PARTIES, "feuille de route": _PARTIES, "partenariat stratégique": _PARTIES,
    "code de conduite": _PARTIES, "compromis": _PARTIES,
    "déclaration commune": frozenset({"place", "parties", "adjective", "date"}),
    "plan de paix": ANY_OF | {"of"},
    "statut": frozenset(),  # only those the authority knows, such as a court's
}  # fmt: skip
# words that go before the noun and make it another thing
NEVER_BEFORE = frozenset({"commun", "sans", "faute"})
POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs", "mon", "notre", "nos", "votre", "vos"})
# words that follow the noun and make it another thing
AFTER_NOT = {
    "accord": frozenset({"préalable", "tacite", "explicite", "unanime"}),
    "charte": frozenset({"graphique", "éditoriale", "commune"}),
    "convention": frozenset({"collective", "républicaine", "démocrate", "citoyenne", "fiscale", "nationale"}),
    "mémorandum": frozenset({"interne"}),
    "pacte": frozenset({"républicain"}),
    "protocole": frozenset({"sanitaire", "médical", "funéraire"}),
    "résolution": frozenset({"pacifique", "politique", "durable"}),
    "trêve": frozenset({"estivale", "hivernale", "internationale"}),
}
DEFINITE = frozenset(
    {"le", "la", "l'", "les", "ce", "cet", "cette", "ces", "du", "des", "au", "aux", "ledit", "ladite"}
)
DEMONSTRATIVE = frozenset({"ce", "cet", "cette", "ces"})
INDEFINITE = frozenset({"un", "une", "de", "d'", "aucun", "aucune", "tout", "toute", "quelque", "plusieurs"})
OF = frozenset({"de", "du", "des", "d'"})
TWO_WORDS = frozenset({"relatif", "relative", "relatifs", "relatives", "portant", "en"})  # "relatif à", "en matière"
TOPIC = frozenset({"sur", "relatif", "relative", "relatifs", "relatives", "contre", "concernant", "portant", "pour"})
NAMED = frozenset(
    {"dit", "dits", "dite", "dites", "baptisé", "baptisée", "appelé", "appelée", "intitulé", "intitulée", "nommé"}
)
ARTICLES = frozenset({"le", "la", "l'", "les"})
# words that tell two texts of one name apart
DISCRIMINATORS = frozenset({"new", "bis", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5"})
# words of a name that do not tell it from another
EMPTY = frozenset({
    "le", "la", "les", "l", "de", "du", "des", "d", "et", "en", "à", "au", "aux", "sur", "dit", "dits", "pour", "entre",
    "un", "une", "historique", "nouveau", "nouvelle", "nouvel", "actuel", "actuelle", "paix", "contre", "relatif",
    "portant", "fragile", "précaire",
})  # fmt: skip
SIGNING = frozenset({"signer", "parapher", "conclure", "sceller", "cosigner", "convenir"})
# what is done to a text before it is signed, or in the place of signing
AGREEING = frozenset({"parvenir", "aboutir", "trouver", "atteindre", "obtenir", "arracher", "finaliser", "entériner"})
ADOPTING = frozenset({"adopter", "voter"})
# what is done to a ceasefire that there is
KEEPING = frozenset({"prolonger", "reconduire", "étendre"})
PROCLAIMING = KEEPING | frozenset(
    {"annoncer", "accepter", "décréter", "déclarer", "entrer", "instaurer", "observer", "proclamer", "tenir"}
)
NEGOTIATING = frozenset({"négocier", "renégocier"})
# what was achieved is a fact: "avait permis de conclure un accord"
ACHIEVING = frozenset({"permettre", "réussir", "parvenir", "finir", "aider", "contribuer"})
ACCOMPLISHED = frozenset({"perfect", "pluperfect", "past"})
# what tells the age of a treaty: "qui date de 1951"
DATING = frozenset({"dater", "remonter"})
# ceasefires of one side and of both are two; "un nouveau cessez-le-feu" is another than the one spoken of
SIDED = frozenset({"bilatéral", "unilatéral", "bilatérale", "unilatérale"})
ANOTHER = frozenset(
    "ancien autre deuxième énième nouveau nouvel nouvelle précédent précédente premier première second seconde".split()
)
# what everybody calls for
CALLED_FOR = frozenset({"immédiat", "immédiate", "complet", "inconditionnel", "total", "général"})
# parts of a text, which then is at least a draft
PARTS = frozenset(
    "article articles clause clauses disposition dispositions ébauche signataires termes texte version".split()
)
SENDING = frozenset(
    {"envoyer", "remettre", "présenter", "soumettre", "transmettre", "adresser", "publier", "déposer", "rédiger"}
)
BINDING = frozenset({"lier", "unir", "régir", "encadrer"})  # "un accord-cadre lie les deux pays"
ACCUSING = frozenset({"accuser", "reprocher", "soupçonner", "dénoncer"})
ANNOUNCING = frozenset({"annoncer", "menacer", "promettre", "notifier", "décider", "envisager", "évoquer"})
# participles that are nouns of treaties, and what shows it
MISTAGGED = frozenset({"traité", "traités", "compromis", "pacte"})
BEFORE_NOUN = frozenset(
    "un le ce du des les ces au aux nouveau nouveaux ancien anciens premier premiers dernier derniers vieux".split()
)
# "celui de Lisbonne", said after a treaty was named
PRONOUNS = frozenset({"celui", "celle", "ceux"})
# nouns that only recall a treaty: "ce texte"
RECALLING = frozenset({"texte", "document"})
SAME_KIND = Noun("celui", "treaty", plural=False, strict=True, status="unknown")
RECALLED = Noun("texte", "treaty", plural=False, strict=True, status="unknown")


def pieces(entry: str) -> tuple[str, ...]:
    """Return the tokens of an entry as the tokeniser cuts them: at blanks and after apostrophes."""
    return tuple(_PIECE.findall(entry.replace("’", "'").lower()))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with lexicon("treaty_nouns.tsv").open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def nouns() -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Return the nouns by their first token, longest entries first."""
    found: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for row in _rows():
        if row["row"] != "noun" or row["entry"] in {"accords", "accord de Schengen", "accord sur le nucléaire"}:
            continue  # a plural, and names that the authority files hold
        forms = [(row["entry"], False), *((form, True) for form in row["plural"].split("|") if form)]
        head = pieces(row["entry"])[0]
        inner = pieces(row["entry"])[-1] if head in {"projet", "avant-projet", "ébauche"} else head
        for form, plural in forms:
            noun = Noun(row["entry"], KINDS.get(inner, "other"), plural, row["entry"] in STRICT, row["status"])
            found.setdefault(pieces(form)[0], []).append((pieces(form), noun))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@cache
def pseudos() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the look-alikes of treaties by their first token."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in _rows():
        if row["row"] == "pseudo":
            found.setdefault(pieces(row["entry"])[0], []).append(pieces(row["entry"]))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def cues() -> dict[str, Cue]:
    """Return what verbs do to a treaty, by infinitive."""
    return {row["verb"]: _cue(row) for row in reversed(_rows()) if row["row"] == "status" and row["verb"]}


@cache
def nominal_cues() -> dict[str, Cue]:
    """Return what nouns say of a treaty ("retrait", "violation"), by the noun."""
    nouns = {row["entry"].split()[0]: _cue(row) for row in _rows() if row["row"] == "status" and not row["verb"]}
    return {noun: cue for noun, cue in nouns.items() if cue.event and noun not in {"projet", "caduc"}}


def _cue(row: dict[str, str]) -> Cue:
    plain = [status for status in row["status"].split("|") if "@" not in status]
    future = [status.partition("@")[0] for status in row["status"].split("|") if status.endswith("@future")]
    truce = [status for status in plain if status == "violated-claim" != plain[0]]
    return Cue(row["entry"], plain[0], future[0] if future else "", truce[0] if truce else "", row["event"])
