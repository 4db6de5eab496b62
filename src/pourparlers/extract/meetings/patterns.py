"""The French words of meetings: lexicon/meeting_triggers.tsv by its forms, and the small words around them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from pourparlers.resources import lexicon

_PIECE = re.compile(r"[^\s']+'?")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun or fixed phrase that names an encounter; `body` ones may have a single body as party ("sommet de l'Otan")."""

    entry: str
    kind: str
    body: bool


# nouns that mean an encounter even with one body, or with a place or date alone
BODIES = frozenset({"summit", "session", "conference"})
# nouns too common to name an occasion without two parties
WEAK = frozenset({
    "contact", "échanges", "conseil", "conseil des ministres", "mission", "dialogue", "discussions", "concertation",
    "conversation", "session", "séance", "forum", "congrès", "voyage", "déplacement", "tournée", "visite", "audience",
    "dîner", "tractations", "négociations", "pourparlers", "consultations", "assemblée générale", "plénière", "colloque",
    "bilatérale", "poignée de main", "retrouvailles", "aparté", "G20", "G7", "COP",
})  # fmt: skip
LEFT_OUT = frozenset(
    {"G20", "G7", "COP", "contact", "échanges", "conseil", "conseil des ministres", "mission", "cérémonie de signature"}
)
FAMILIES = {
    "telephone": "call", "video": "call", "visit": "visit", "negotiation": "talks", "conference": "body", "summit": "body",
    "session": "body", "face-to-face": "meeting", "unspecified": "any",
}  # fmt: skip
PHONE = frozenset({"téléphonique", "téléphoniques", "téléphone"})
# what makes "entretien" an interview, "conférence" a press conference
PRESS = frozenset({"presse", "accordé", "accordée", "publié", "publiée", "diffusé", "diffusée", "exclusif"})
OF = frozenset({"de", "du", "des", "d'"})
ARTICLES = frozenset({"le", "la", "l'", "les"})
PLACE_PREPOSITIONS = frozenset({"à", "au", "aux", "en", "dans"})
TOPIC_PREPOSITIONS = frozenset({"sur", "concernant"})
DEMONSTRATIVE = frozenset({"ce", "cet", "cette", "ces"})
POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs"})
DEFINITE = frozenset({"le", "la", "l'", "les", "du", "des", "au", "aux"}) | DEMONSTRATIVE | POSSESSIVE
JOINTS = frozenset({"et", ","})
PREPOSITIONS = OF | PLACE_PREPOSITIONS | frozenset({
    "avec", "par", "pour", "sur", "entre", "chez", "selon", "contre", "vers", "sous", "sans", "après", "avant", "depuis",
    "devant", "envers", "d'après", "malgré",
})  # fmt: skip
# verbs whose subject and object meet
OBJECT_VERBS = frozenset({"rencontrer", "recevoir", "accueillir", "retrouver", "croiser", "convoquer"})
HOSTING = frozenset({"recevoir", "accueillir", "convoquer"})
WITH_VERBS = frozenset({"entretenir", "discuter", "dialoguer", "négocier", "dîner", "déjeuner", "conférer", "échanger", "parler",
                        "réunir", "retrouver", "concerter", "rencontrer"})  # fmt: skip
TO_VERBS = frozenset({"téléphoner"})
RECIPROCAL = frozenset({"entretenir", "rencontrer", "réunir", "retrouver", "voir", "parler", "concerter", "revoir"})
VERB_KINDS = {"téléphoner": "telephone", "négocier": "negotiation", "dialoguer": "negotiation", "réunir": "session", "échanger": "unspecified",
              "discuter": "unspecified", "concerter": "unspecified", "parler": "unspecified", "voir": "face-to-face"}  # fmt: skip
LOOSE = frozenset({"parler", "négocier", "échanger"})  # states do these without meeting
SIGNING = frozenset({"signer", "parapher"})
OBJECT_REACH = 7  # tokens between a verb and its object
INDEFINITE = frozenset({"un", "une", "d'un", "d'une", "plusieurs", "aucun", "aucune", "quelques"})
TAKING_PLACE = frozenset({"avoir", "tenir", "dérouler", "prévoir", "programmer", "fixer", "attendre", "remonter", "être"})
# verbs whose subject takes part in the meeting that is their object
CARRYING = frozenset({
    "avoir", "tenir", "mener", "participer", "assister", "prendre", "joindre", "ouvrir", "entamer", "reprendre", "conduire",
    "poursuivre", "coprésider", "proposer", "accepter", "effectuer", "organiser", "accueillir", "présider", "demander",
    "refuser", "programmer", "réunir", "retrouver", "rencontrer",
})  # fmt: skip
JOINING = frozenset({"participer", "assister", "prendre", "joindre", "coprésider", "présider", "accueillir", "organiser"})
# which occasions a noun may recall
RECALLS = {
    "visit": frozenset({"visit", "meeting"}), "call": frozenset({"call"}), "talks": frozenset({"talks", "meeting", "body"}),
    "body": frozenset({"body", "meeting", "talks"}), "meeting": frozenset({"meeting", "body", "talks", "visit", "any"}),
    "any": frozenset({"call", "meeting", "talks", "any", "body"}),
}  # fmt: skip
VAGUE = frozenset({"dialogue", "contact", "échanges", "tractations"})  # an occasion only with a place or a time
# verbs that only lend a meeting its tense: "avoir un entretien", "tenir une réunion", "participer au sommet"
SUPPORT = frozenset({
    "avoir", "tenir", "mener", "participer", "assister", "prendre", "joindre", "organiser", "ouvrir", "entamer", "reprendre",
    "conduire", "poursuivre", "présider", "coprésider", "accueillir", "convoquer", "proposer", "accepter", "demander",
    "annoncer", "achever", "conclure", "avoir lieu", "dérouler", "effectuer", "réunir", "inviter", "convier", "appeler",
    "programmer", "prévoir", "annuler", "reporter", "confirmer", "démentir", "refuser",
})  # fmt: skip
INVITING = frozenset({"inviter", "convier", "convoquer"})
HUMAN = frozenset({"person", "post", "group", "source", "pronoun"})
ACTING = HUMAN | {"institution", "state"}

CANCELLING = frozenset({"annulation", "report"})
CANCEL_VERBS = frozenset({"annuler", "supprimer", "capoter", "renoncer", "boycotter"})
DENY_VERBS = frozenset({"démentir", "nier", "exclure", "refuser", "décliner"})
PROPOSE_VERBS = frozenset({
    "proposer", "souhaiter", "vouloir", "espérer", "demander", "réclamer", "appeler", "envisager", "suggérer", "plaider",
    "pouvoir", "offrir", "exhorter", "programmer", "accepter", "chercher", "tenter", "refuser",
})  # fmt: skip
PLAN_VERBS = frozenset(
    {"devoir", "aller", "prévoir", "attendre", "fixer", "apprêter", "préparer", "compter", "programmer", "convenir"}
)
GOVERNORS = SUPPORT | CANCEL_VERBS | DENY_VERBS | PROPOSE_VERBS
BEFORE_PLANNED = frozenset({"veille", "avant", "vue", "prévision", "préparatifs", "perspective"})
BEFORE_PROPOSED = frozenset({"idée", "possibilité", "perspective", "projet", "éventualité", "tenue", "série"})
BEFORE_HELD = frozenset(
    {"lors", "issue", "cours", "terme", "après", "suite", "lendemain", "depuis", "pendant", "durant", "fin"}
)
ADJECTIVES = {
    "prochain": "planned", "prochaine": "planned", "prochains": "planned", "prochaines": "planned", "futur": "planned", "future": "planned",
    "éventuel": "proposed", "éventuelle": "proposed", "possible": "proposed", "hypothétique": "proposed", "dernier": "held",
    "dernière": "held", "récent": "held", "récente": "held", "prévu": "planned", "prévue": "planned", "prévus": "planned",
    "prévues": "planned", "programmé": "planned", "programmée": "planned", "annulé": "cancelled", "annulée": "cancelled",
}  # fmt: skip


def pieces(entry: str) -> tuple[str, ...]:
    """Return the tokens of an entry as the tokeniser cuts them: at blanks and after apostrophes."""
    return tuple(_PIECE.findall(entry.replace("’", "'").lower()))


def _plural(word: str) -> str:
    return word if word.endswith(("s", "x", "'")) or word in {"de", "à"} else f"{word}s"


@cache
def nouns() -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Return the nouns of meeting by their first token, longest entries first."""
    found: dict[str, dict[tuple[str, ...], Noun]] = {}
    with lexicon("meeting_triggers.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["pos"] != "noun" or row["pseudo"] == "yes" or row["trigger"] in LEFT_OUT:
                continue
            kind = row["kind"].split("|")[0].partition("@")[0]
            noun = Noun(row["trigger"], kind, kind in BODIES)
            forms = pieces(row["trigger"])
            for form in (forms, (_plural(forms[0]), *forms[1:]), tuple(_plural(word) for word in forms)):
                found.setdefault(form[0], {})[form] = noun
    return {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in found.items()}
