"""Words of French names and titles. Data only."""

SURNAME_FIRST = frozenset({"china", "north-korea", "south-korea", "vietnam", "taiwan", "cambodia"})
"""States in whose names, as French newspapers print them, the family name comes first."""

PARTICLES = frozenset(
    (
        "abou",
        "abu",
        "ag",
        "ait",
        "al",
        "as",
        "bem",
        "ben",
        "bin",
        "bint",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "mac",
        "mint",
        "o",
        "ould",
        "saint",
        "san",
        "st",
        "ter",
        "ul",
        "ur",
        "van",
        "von",
        "zu",
    )
)
"""Words that belong to the family name after them, folded."""

ORDINALS = frozenset(
    ("ii", "iii", "iv", "ix", "jr", "sr", "v", "vi", "vii", "viii", "x", "xi", "xii", "xiii", "xiv", "xvi")
)
"""Words that end a name without a family name, folded."""

DETACHABLE = frozenset(("al", "as", "de", "el"))
"""Particles that newspapers drop before a family name ("al-Sarraj", "Sarraj")."""

EMPTY_WORDS = frozenset(("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"))
"""Words that do not tell one post from another, folded."""

MASCULINE = {
    "presidente": "president",
    "premiere": "premier",
    "cheffe": "chef",
    "directrice": "directeur",
    "secretaires": "secretaire",
    "generale": "general",
    "ambassadrice": "ambassadeur",
    "chanceliere": "chancelier",
    "reine": "roi",
    "conseillere": "conseiller",
    "representante": "representant",
    "haute": "haut",
    "envoyee": "envoye",
    "speciale": "special",
    "commandante": "commandant",
    "adjointe": "adjoint",
    "deleguee": "delegue",
    "patronne": "patron",
    "federale": "federal",
    "gouverneure": "gouverneur",
    "procureure": "procureur",
    "coordinatrice": "coordinateur",
    "fondatrice": "fondateur",
    "princesse": "prince",
    "vice presidente": "vice president",
}
"""Masculine form of the feminine words of titles, folded."""
