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
    """A noun that names an encounter; `body` ones may have a single body as party ("sommet de l'Otan")."""

    entry: str
    kind: str
    body: bool


# nouns that mean an encounter even with one body, or with a place or date alone
BODIES = frozenset({"summit", "session", "conference"})
# nouns too common to name an occasion without two parties
WEAK = frozenset(
    {
        "contact",
        "échanges",
        "discussion",
        "conseil",
        "conseil des ministres",
        "mission",
        "dialogue",
        "discussions",
        "concertation",
        "conversation",
        "session",
        "séance",
        "forum",
        "congrès",
        "voyage",
        "déplacement",
        "tournée",
        "visite",
        "audience",
        "dîner",
        "tractations",
        "négociations",
        "négociation",
        "pourparlers",
        "consultations",
        "assemblée générale",
        "plénière",
        "colloque",
        "bilatérale",
        "poignée de main",
        "atelier",
        "séminaire",
        "comité mixte",
        "commission mixte",
        "venue",
        "appel",
        "échange",
        "retrouvailles",
        "aparté",
        "G20",
        "G7",
        "COP",
    }
)
LEFT_OUT = frozenset({"G20", "G7", "COP", "échanges", "conseil", "conseil des ministres", "cérémonie de signature"})
FAMILIES = {
    "telephone": "call",
    "video": "call",
    "visit": "visit",
    "negotiation": "talks",
    "conference": "body",
    "summit": "body",
    "session": "body",
    "face-to-face": "meeting",
    "unspecified": "any",
}
PHONE = frozenset({"téléphonique", "téléphoniques", "téléphone"})
# what makes "entretien" an interview, "conférence" a press conference
PRESS = frozenset("presse accordé accordée publié publiée diffusé diffusée exclusif".split())
OF = frozenset({"de", "du", "des", "d'"})
ARTICLES = frozenset({"le", "la", "l'", "les"})
PLACE_PREPOSITIONS = frozenset("à au aux en dans".split())
TOPIC_PREPOSITIONS = frozenset({"sur", "concernant"})
DEMONSTRATIVE = frozenset({"ce", "cet", "cette", "ces"})
POSSESSIVE = frozenset("son sa ses leur leurs".split())
DEFINITE = frozenset("le la l' les du des au aux".split()) | DEMONSTRATIVE | POSSESSIVE
JOINTS = frozenset({"et", ","})
PREPOSITIONS = (
    OF
    | PLACE_PREPOSITIONS
    | frozenset(
        "avec par pour sur entre chez selon contre vers sous sans après avant depuis devant envers malgré".split()
    )
)
# participles that stand between a noun of meeting and who meets
TOLD = frozenset(
    form + ending
    for form in (
        "prévu",
        "réuni",
        "organisé",
        "tenu",
        "programmé",
        "attendu",
        "annoncé",
        "intervenu",
        "annulé",
        "reporté",
        "fixé",
        "conclu",
    )
    for ending in ("", "e", "s", "es")
) | frozenset({"accordé", "accordée", "accordés", "accordées", "mené", "menée", "menés", "menées"})
HELD_BY = frozenset(f"{stem}{end}" for stem in ("tenu", "accordé", "mené") for end in ("", "e", "s", "es"))
VIDEO = frozenset("visioconférence vidéoconférence vidéo virtuelle virtuel".split())
PLURALS = frozenset("les des ces ses leurs".split())
TAKES = {"convenir": OF, "plaider": frozenset({"pour"}), "menacer": OF, "rêver": OF, "discuter": OF, "parler": OF}
ADJECTIVAL = frozenset({"bilatérale", "trilatérale", "ministérielle", "plénière"})
BEFORE_NOUN = DEFINITE | frozenset({"une", "un", '"', "«", "première", "dernière", "prochaine"})
CONVENING = frozenset({"tenir", "convoquer", "organiser"})
CLIMBING = frozenset({"atteindre", "gravir", "escalader", "conquérir"})
CALLING = frozenset({"appeler", "joindre", "contacter"})  # with "au téléphone"
MOVING = frozenset("venir aller arriver attendre partir revenir retourner débarquer atterrir voler".split())
GATHERING = frozenset({"réunir", "rassembler", "regrouper"})  # "le sommet a réuni A, B et C"
VISITING = frozenset(
    (
        "effectuer entamer achever commencer terminer poursuivre débuter conclure faire rendre être arriver attendre "
        "écourter clôturer annuler reporter entreprendre choisir profiter prévoir multiplier boucler mener"
    ).split()
)
# what after a noun makes it something else
PSEUDO = {
    "rencontre": frozenset({"sportive", "amicale", "fortuite"}),
    "appel": OF | frozenset({"à", "au", "aux", "lancé", "public", "solennel", "pressant"}),
    "échange": OF | frozenset({"commercial", "verbal", "épistolaire"}),
    "contact": frozenset(
        {"permanent", "permanents", "régulier", "réguliers", "étroit", "étroits", "constant", "constants"}
    ),
    "séminaire": frozenset({"universitaire"}),
    "négociation": frozenset({"salariale", "collective", "commerciale"}),
    "visite": frozenset({"guidée", "médicale", "virtuelle"}),
    "rendez-vous": frozenset({"médical", "électoral", "télévisé", "manqué"}),
    "session": frozenset({"d'examens"}),
    "négociations": frozenset({"salariales"}),
    "face-à-face": frozenset({"télévisé"}),
}
# verbs whose subject and object meet
OBJECT_VERBS = frozenset("rencontrer recevoir accueillir retrouver croiser convoquer".split())
TRANSITIVE = frozenset({"rencontrer", "retrouver", "réunir"})  # only their reflexive takes "avec"
HOSTING = frozenset({"recevoir", "accueillir", "convoquer"})
WITH_VERBS = frozenset(
    (
        "entretenir discuter dialoguer négocier dîner déjeuner conférer échanger parler réunir retrouver concerter "
        "rencontrer"
    ).split()
)
TO_VERBS = frozenset({"téléphoner"})
RECIPROCAL = frozenset("entretenir rencontrer réunir retrouver voir parler concerter revoir téléphoner".split())
VIEWS = frozenset("vues idées propos opinions mots points impressions analyses".split())
SEEING = frozenset({"voir", "revoir"})  # with a person as object, a meeting only at some time or place
ASSEMBLING = frozenset({"réunir", "retrouver", "rencontrer", "rassembler", "concerter"})  # a body by its members
FAR = frozenset({"interposée", "interposées", "interposé", "interposés", "distance"})
VERB_KINDS = {
    "téléphoner": "telephone",
    "négocier": "negotiation",
    "dialoguer": "negotiation",
    "réunir": "session",
    "échanger": "unspecified",
    "discuter": "unspecified",
    "concerter": "unspecified",
    "parler": "unspecified",
    "voir": "face-to-face",
}
LOOSE = frozenset({"parler", "négocier", "échanger"})  # states do these without meeting
SIGNING = frozenset({"signer", "parapher"})
GATHERED = frozenset({"a named summit", "a named conference"})  # entries of what is a gathering by its name alone
SIGNED = ("traité", "accord", "déclaration", "pacte", "convention", "protocole", "mémorandum", "cessez-le-feu")
CONTRACTED = frozenset({"du", "des", "au", "aux"})
INDEFINITE = frozenset("un une d'un d'une plusieurs aucun aucune quelques".split())
TAKING_PLACE = frozenset(
    "avoir tenir dérouler prévoir programmer fixer attendre remonter être ouvrir achever débuter commencer poursuivre "
    "conclure intervenir survenir débuter démarrer planifier reporter annuler clore terminer dater reprendre".split()
)
# verbs whose subject takes part in the meeting that is their object
CARRYING = frozenset(
    (
        "avoir tenir mener participer assister prendre joindre ouvrir entamer reprendre conduire poursuivre "
        "coprésider proposer accepter effectuer organiser accueillir présider demander refuser programmer réunir "
        "retrouver accorder rencontrer asseoir lancer engager nouer obtenir inaugurer clôturer offrir suggérer "
        "annuler reporter boycotter quitter rompre suspendre interrompre"
    ).split()
)
URGING = frozenset("exhorter inviter presser pousser encourager appeler engager inciter contraindre forcer".split())
PRESENT = frozenset({"présent", "présente", "présents", "présentes"})
OFFERING = frozenset({"proposer", "offrir", "suggérer", "demander", "accorder"})
ROLES = {"accueillir": "host", "organiser": "organiser", "convoquer": "organiser"}
JOINED = frozenset({"participer", "prendre", "joindre", "assister"})
JOINING = frozenset(
    "participer assister prendre joindre coprésider présider accueillir organiser ouvrir inaugurer clôturer "
    "convoquer coorganiser".split()
)
# which occasions a noun may recall
RECALLS = {
    "visit": frozenset({"visit", "meeting"}),
    "call": frozenset({"call"}),
    "talks": frozenset({"talks", "meeting", "body"}),
    "body": frozenset({"body", "talks"}),
    "meeting": frozenset("meeting body talks visit any".split()),
    "any": frozenset("call meeting talks any body".split()),
}
PERSONAL = frozenset({"appel", "échange", "contact"})  # an occasion only between people
VAGUE = frozenset({"dialogue", "contact", "échanges", "tractations"})  # an occasion only with a place or a time
# verbs that only lend a meeting its tense: "avoir un entretien", "tenir une réunion", "participer au sommet"
SUPPORT = frozenset(
    {
        "avoir",
        "tenir",
        "mener",
        "participer",
        "assister",
        "prendre",
        "joindre",
        "organiser",
        "ouvrir",
        "entamer",
        "reprendre",
        "conduire",
        "poursuivre",
        "présider",
        "coprésider",
        "accueillir",
        "convoquer",
        "proposer",
        "accepter",
        "demander",
        "annoncer",
        "achever",
        "conclure",
        "avoir lieu",
        "dérouler",
        "effectuer",
        "réunir",
        "inviter",
        "convier",
        "appeler",
        "programmer",
        "prévoir",
        "asseoir",
        "obtenir",
        "accorder",
        "lancer",
        "engager",
        "nouer",
        "annuler",
        "reporter",
        "confirmer",
        "démentir",
        "refuser",
        "inaugurer",
        "clôturer",
        "coorganiser",
        "boycotter",
        "quitter",
        "rompre",
        "suspendre",
        "interrompre",
        "offrir",
        "suggérer",
    }
)
INVITING = frozenset({"inviter", "convier", "convoquer"})
HUMAN = frozenset("person post group source pronoun".split())
ACTING = HUMAN | {"institution", "state"}

GOVERNORS = SUPPORT
BEFORE_HELD = frozenset("lors issue cours terme après suite lendemain pendant durant".split())


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
                found.setdefault(form[0], {}).setdefault(form, noun)
    return {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in found.items()}


# adjectives of peoples that are one people by name
PEOPLES = {
    form: ("state/north-korea", "state/south-korea")
    for stem in ("intercoréen", "inter-coréen")
    for form in (stem, f"{stem}s", f"{stem}ne", f"{stem}nes")
}
# how many meet, told beside the noun
_SEATED = {"bilatéral": 2, "trilatéral": 3, "tripartite": 3, "quadrilatéral": 4, "quadripartite": 4}
SEATS = {f"{stem}{end}": count for stem, count in _SEATED.items() for end in ("", "e", "s", "es")} | {
    "trilatéraux": 3,
    "bilatéraux": 2,
}
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8}
UNITS = frozenset("minutes heure heures jour jours semaine semaines mois".split())
