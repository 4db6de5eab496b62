"""The French cues of whether a meeting took place: lexicon/factuality_cues.tsv by its verbs, words beside a noun."""

from __future__ import annotations

import csv
from functools import cache

from pourparlers.resources import lexicon

_TYPES = frozenset({"refusal", "denial", "plan", "proposal", "attempt", "possibility", "cancellation", "postponement"})
_SETTLED_ELSEWHERE = frozenset({"avoir", "aller", "devoir", "être", "prendre", "tenir", "pouvoir", "dire", "rester"})


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUTURE = _set("future future-perfect")
PAST = _set("perfect past pluperfect imperfect")
CONDITIONAL = _set("conditional conditional-perfect")
MODAL_AHEAD = _set("aller devoir")
MODAL_WISHED = _set("pouvoir vouloir souhaiter espérer désirer")
INVITING = _set("inviter convier convoquer")
ANNOUNCING = _set("annoncer programmer planifier")
CALLED_OFF = _set("annuler supprimer capoter renoncer boycotter")
SCHEDULED = _set("prévoir programmer attendre fixer planifier reporter")
AFTER_NOW = _set("apprêter préparer compter convenir accepter prévoir promettre attendre charger inviter venir")
BEFORE_PLANNED = _set("veille avant vue prévision préparatifs")
BEFORE_PROPOSED = _set(
    "idée possibilité projet éventualité tenue série principe hypothèse appel proposition perspective cas initiative"
)
BEFORE_DENIED = _set("faute défaut")
BEFORE_HELD = _set("lors issue cours terme après suite lendemain depuis pendant durant fin marge occasion")
OPEN_TIME = _set("lors cours pendant durant marge occasion")
CANCELLING = {"annulation": "cancelled", "report": "planned", "refus": "denied", "absence": "denied"}
NOT = _set("aucun aucune")

_ADJECTIVES = {
    "planned": "prochain prochaine prochains prochaines futur future futurs futures prévu prévue prévus prévues "
    "programmé programmée programmés programmées imminent imminente probable",
    "proposed": "éventuel éventuelle éventuels éventuelles envisageable possible possibles hypothétique potentiel "
    "potentielle",
    "held": "dernier dernière récent récente récents récentes tenu tenue tenus tenues",
    "cancelled": "annulé annulée annulés annulées avorté avortée",
}
ADJECTIVES = {word: status for status, words in _ADJECTIVES.items() for word in words.split()}


@cache
def governing() -> dict[str, str]:
    """Return what verbs say of the meeting they govern: "proposer" → proposed, "refuser" → denied."""
    found: dict[str, str] = {}
    with lexicon("factuality_cues.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            verb = row["verb"]
            if verb and row["type"] in _TYPES and verb not in _SETTLED_ELSEWHERE and "@" not in row["effect"]:
                found.setdefault(verb, row["effect"])
    return found
