"""French words of reference: pronouns, groups, unnamed sources. Folded: no accents, lower case."""

from __future__ import annotations

# pronoun -> gender, plural
PRONOUNS: dict[str, tuple[str, bool]] = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
LAST = {"dernier": ("m", False), "derniere": ("f", False), "derniers": ("m", True), "dernieres": ("f", True)}
POSSESSIVES = frozenset("son sa ses leur leurs".split())
POSSESSIVE_PLURAL = frozenset(("leur", "leurs"))

# what may stand between "il" and its verb
CLITICS = frozenset("ne n' y en se s' lui leur le la l' me m' nous vous".split())
# verb forms whose "il" is nobody
IMPERSONAL = frozenset(
    """faut fallait faudra faudrait fallu semble semblait semblerait convient conviendrait importe suffit suffirait
    parait paraitrait vaut pleut neige ressort resulte decoule incombe appartient existe manque reste restait agit
    agissait agira agirait""".split()
)
# "il est" + one of these + que or de: nobody either
IMPERSONAL_ADJECTIVES = frozenset(
    """important essentiel necessaire possible impossible clair evident certain probable vrai normal temps urgent
    difficile facile indispensable inacceptable regrettable inutile interdit prevu question crucial trop grand
    primordial dommage logique rare frequent inconcevable hors impensable tard juste""".split()
)

# plural nouns after "les deux": what they count
PAIRS: dict[str, str] = {
    **dict.fromkeys(
        """hommes femmes dirigeants presidents ministres generaux responsables chefs diplomates leaders homologues
        rivaux premiers interlocuteurs negociateurs ambassadeurs militaires officiers elus candidats amis
        chanceliers
    souverains grades""".split(),
        "person",
    ),
    **dict.fromkeys(
        "pays etats capitales voisins puissances nations gouvernements armees superpuissances economies".split(),
        "state",
    ),
    **dict.fromkeys(
        "parties camps adversaires partenaires delegations allies belligerants protagonistes signataires".split(),
        "actor",
    ),
    **dict.fromkeys("organisations institutions groupes mouvements partis agences".split(), "institution"),
}
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4}

# nouns of unnamed sources that are no posts
SOURCES = frozenset(
    """source sources temoin temoins observateur observateurs interlocuteur militaire officier enqueteur enqueteurs
    habitant refugie""".split()
)
