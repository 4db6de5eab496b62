"""The French words of time. Data only: no logic."""

from __future__ import annotations

WEEKDAYS = {
    "lundi": 1,
    "mardi": 2,
    "mercredi": 3,
    "jeudi": 4,
    "vendredi": 5,
    "samedi": 6,
    "dimanche": 7,
}
MONTHS = {
    "janvier": 1,
    "février": 2,
    "fevrier": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "aout": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
    "decembre": 12,
}
# Only beside a day or a year: "12 janv. 2019".
SHORT_MONTHS = {
    "janv": 1,
    "jan": 1,
    "févr": 2,
    "fév": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "déc": 12,
}
SEASONS = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
FEASTS = {"noël": "XXXX-12-25", "pâques": "EASTER", "toussaint": "XXXX-11-01", "nouvel-an": "XXXX-01-01"}
# Feast days written with a hyphen; every other such form names a place or a movement ("place du 13-Mai").
HYPHEN_FEASTS = {"14-juillet": "XXXX-07-14", "11-novembre": "XXXX-11-11", "11-septembre": "2001-09-11"}

ONES = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
}
TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "octante": 80,
    "nonante": 90,
    "cent": 100,
}
ABOUT_TENS = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "centaine": 100,
}
SOME = frozenset({"quelques", "plusieurs", "certaines", "longues", "nombreuses"})
ROUGHLY = frozenset({"environ", "quelque", "près", "plus", "moins", "presque", "à", "bientôt", "peine", "de", "d'"})

# unit word → (unit of the notation, how many of it)
UNITS = {
    "heure": ("H", 1),
    "heures": ("H", 1),
    "jour": ("D", 1),
    "jours": ("D", 1),
    "nuit": ("D", 1),
    "nuits": ("D", 1),
    "semaine": ("D", 7),
    "semaines": ("D", 7),
    "mois": ("M", 1),
    "trimestre": ("M", 3),
    "trimestres": ("M", 3),
    "semestre": ("M", 6),
    "semestres": ("M", 6),
    "an": ("Y", 1),
    "ans": ("Y", 1),
    "année": ("Y", 1),
    "années": ("Y", 1),
    "décennie": ("Y", 10),
    "décennies": ("Y", 10),
    "siècle": ("Y", 100),
    "siècles": ("Y", 100),
}
# "huit jours" is a week, "quinze jours" two.
ROUND_DAYS = {8: 7, 15: 14}

ORDINALS = {
    "premier": 1,
    "première": 1,
    "1er": 1,
    "1ère": 1,
    "deuxième": 2,
    "second": 2,
    "seconde": 2,
    "2e": 2,
    "2ème": 2,
    "2nd": 2,
    "troisième": 3,
    "3e": 3,
    "3ème": 3,
    "quatrième": 4,
    "4e": 4,
    "4ème": 4,
}

LAST = frozenset({"dernier", "dernière", "passé", "passée", "écoulé", "écoulée"})
NEXT = frozenset({"prochain", "prochaine"})
LAST_MANY = frozenset({"derniers", "dernières"})
NEXT_MANY = frozenset({"prochains", "prochaines"})
FOLLOWING = frozenset({"suivant", "suivante"})
PRECEDING = frozenset({"précédent", "précédente"})

MOMENTS = frozenset({"matin", "soir", "midi", "minuit", "nuit", "matinée", "soirée", "aube", "après-midi", "journée"})
PARTS = {"début": "EARLY", "mi": "MID", "milieu": "MID", "fin": "LATE", "courant": ""}
DEICTICS = {
    "hier": "PUB-1D",
    "avant-hier": "PUB-2D",
    "aujourd'hui": "PUB",
    "demain": "PUB+1D",
    "après-demain": "PUB+2D",
}
VAGUE = {
    "récemment": "/PUB",
    "dernièrement": "/PUB",
    "naguère": "/PUB",
    "prochainement": "PUB/",
    "bientôt": "PUB/",
}

# What stands before a number that is no year: "la résolution 2023".
NUMBERED = frozenset(
    [
        "résolution",
        "résolutions",
        "article",
        "articles",
        "numéro",
        "n°",
        "no",
        "loi",
        "décret",
        "vol",
        "page",
        "paragraphe",
        "point",
        "dossier",
        "dossiers",
        "chambre",
        "annexe",
        "règlement",
        "directive",
        "matricule",
        "boulevard",
        "route",
        "départementale",
        "version",
        "opération",
        "unité",
        "modèle",
        "radio",
    ]
)
# What follows a bare day of the month: "le 12 à Rome", "le 28."; anything else is counted ("le 12 contemporain").
AFTER_DAY = frozenset({".", ",", ";", ":", ")", "»", "!", "?", "", "\n", "à", "au", "dans", "lors", "pour", "et", "en"})
# What makes a weekday a habit: "chaque lundi", "le lundi", "un lundi".
HABITUAL = frozenset({"chaque", "le", "un", "tous", "les", "des", "certains", "du", "aux"})
# What may stand between "une semaine après" or "la veille" and the date of the event they count from.
LINKS = frozenset({"de", "du", "d'", "des", "de la", "le", "la", "les", "l'", "un", "une", "ce", "cette"})
