"""French words that tell one meeting from another. Data only."""

_SPELT = "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme"

ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_SPELT.split(), start=1)},
    **{f"{number}{ending}": number for number in range(1, 100) for ending in ("e", "eme", "er", "ere")},
    "premiere": 1,
    "second": 2,
    "seconde": 2,
}
"""Numbers of rounds and sessions, folded."""

ROUNDS: frozenset[str] = frozenset(
    (
        *("conference", "consultation", "cycle", "dialogue", "edition", "entretien", "entrevue", "forum", "phase"),
        *("rencontre", "reunion", "round", "seance", "serie", "session", "sommet", "tour", "visite"),
    )
)
"""What is counted by such numbers, folded."""

EMPTY_WORDS: frozenset[str] = frozenset(
    (
        *("ainsi", "aussi", "autre", "autres", "avec", "cette", "comme", "dans", "dernier", "derniere", "derniers"),
        *("dont", "elle", "entre", "leur", "leurs", "notamment", "nous", "pour", "question", "questions", "sans"),
        *("situation", "sont", "sous", "sujet", "sujets", "tous", "toute", "toutes", "vers", "dossier", "dossiers"),
    )
)
"""Words of topics that say too little to be evidence, folded."""

REMOTE: frozenset[str] = frozenset({"telephone", "video"})
"""Kinds of meetings at a distance."""

IN_PLACE: frozenset[str] = frozenset({"face-to-face", "visit"})
"""Kinds that need the parties in one place."""

MANY_SIDED: frozenset[str] = frozenset({"summit", "conference", "session"})
"""Kinds where other people of the same state may be named by another article."""
