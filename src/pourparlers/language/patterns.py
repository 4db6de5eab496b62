"""The French words the language layer knows. Data only: no logic, no imports."""

ELISIONS = ("l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu")

# After a hyphen these are words of their own: "dit-il", "a-t-on", "est-ce".
CLITICS = (
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "t", "là", "moi", "toi", "lui", "leur",
    "le", "la", "les", "en", "y",
)  # fmt: skip

# Regular expressions of words that look like a verb with a clitic, or like an elision, and are neither.
WHOLE = (
    r"rendez-vous", r"ce(?:lui|lle|ux|lles)-(?:ci|là)", r"aujourd['’]hui", r"c['’]est-à-dire", r"jusqu['’]au-boutis\w+",
    r"(?:jong|yong|song|myong|sung)-il", r"garde-à-vous", r"qu['’]en-dira-t-on", r"jusque-là",
)  # fmt: skip

# ---------------------------------------------------------------------------------------------- sentences
ENDS = frozenset({".", "!", "?", "…", "...", "..", "?!", "!?", "!!", "!!!", "??", "....", "?..", "!..", "?...", "!..."})
# A full stop after these ends no sentence.
ABBREVIATIONS = frozenset(
    {
        "m.", "mm.", "mme.", "mmes.", "mlle.", "dr.", "me.", "mgr.", "pr.", "prof.", "gal.", "gén.", "col.", "cdt.",
        "cap.", "lt.", "st.", "ste.", "mr.", "mrs.", "ms.", "jr.", "sr.", "n.", "no.", "p.", "pp.", "art.", "al.",
        "cf.", "ex.", "env.", "vol.", "chap.", "fig.", "av.", "apr.", "vs.", "s.e.", "s.m.", "s.a.r.", "s.s.", "r.p.",
        "janv.", "févr.", "avr.", "juil.", "sept.", "oct.", "nov.", "déc.", "bd.", "tél.", "min.", "max.", "hon.",
        "inc.", "corp.", "ltd.",
    }
)  # fmt: skip
# The same, when the tokeniser has cut the full stop off; "vol." or "art." may end a sentence all the same.
ABBREVIATED = frozenset(word[:-1] for word in ABBREVIATIONS if len(word) > 2) | {"m"}
TITLES = frozenset(
    {"m", "mm", "mme", "mmes", "mlle", "dr", "mgr", "prof", "gal", "gén", "st", "ste", "mr", "mrs", "ms"}
)
# After a dotted acronym ("les U.S.A.") only a word that opens sentences tells that one ends.
OPENERS = frozenset(
    {
        "le", "la", "les", "l'", "un", "une", "des", "il", "elle", "ils", "elles", "on", "nous", "ce", "cette", "ces",
        "mais", "et", "en", "selon", "dans", "pour", "à", "au", "aux", "depuis", "après", "avant", "de", "du", "sur",
        "si", "lors", "cependant", "toutefois", "ainsi", "par", "son", "sa", "ses", "leur", "leurs", "c'", "d'", "s'",
    }
)  # fmt: skip

# ---------------------------------------------------------------------------------------------- quotation marks
OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
CLOSING = frozenset({"»", "”", "›", "’"})
STRAIGHT = frozenset({'"', "''", "``"})
QUOTATION_MARKS = frozenset({"«", "“", '"', "»", "”"})

# ---------------------------------------------------------------------------------------------- verb groups
MODALS = frozenset({"devoir", "pouvoir", "vouloir", "aller", "venir"})
NEGATIONS = frozenset(
    {
        "pas", "plus", "jamais", "guère", "point", "rien", "personne", "aucun", "aucune", "nul", "nulle", "nullement",
        "aucunement", "ni",
    }
)  # fmt: skip
# Those that negate from before the verb: "aucun accord n'a été trouvé".
NOBODY = frozenset({"aucun", "aucune", "personne", "rien", "nul", "nulle", "ni", "jamais"})
# Verbs that "ne" alone negates: "ne cesse de", "n'ose".
BARE_NEGATION = frozenset({"pouvoir", "cesser", "oser", "savoir"})
# Pronouns before a verb, with the person and whether it is a plural.
SUBJECT_PERSONS = {
    "je": (1, False), "j'": (1, False), "tu": (2, False), "il": (3, False), "elle": (3, False), "on": (3, False),
    "nous": (1, True), "vous": (2, True), "ils": (3, True), "elles": (3, True),
}  # fmt: skip
OBJECT_CLITICS = frozenset(
    {"me", "m'", "te", "t'", "se", "s'", "nous", "vous", "le", "la", "les", "l'", "lui", "leur", "y", "en"}
)
INVERTED = frozenset({"-je", "-tu", "-il", "-elle", "-on", "-nous", "-vous", "-ils", "-elles", "-ce"})
# Words that no verb follows ("l'", "le", "la", "les", "leur" may be pronouns).
DETERMINERS = frozenset(
    {
        "un", "une", "des", "du", "au", "aux", "cet", "cette", "ces", "son", "sa", "ses", "mon", "ma", "mes",
        "notre", "nos", "votre", "vos", "leurs", "quelques", "chaque", "cent", "mille", "quel", "quelle", "quelque",
    }
)  # fmt: skip
# Words after which a form that may be a noun is one.
QUALIFIERS = frozenset(
    {
        "ce", "deux", "trois", "quatre", "cinq", "six", "dix", "premier", "première", "premiers", "premières",
        "dernier",
        "dernière", "derniers", "dernières", "nouvel", "nouvelle", "nouveau", "nouveaux", "nouvelles", "tout", "toute",
        "plusieurs", "aucun", "aucune", "autre", "autres", "même", "sans", "grand", "grande", "grands", "grandes",
    }
)  # fmt: skip
# Words that look like a form of a verb and hardly ever are one in the news.
NO_VERBS = frozenset({"devant", "président", "auparavant", "dorénavant", "cependant", "maintenant", "moyennant"})
# "dans l'est du pays", but "il l'est".
BEFORE_EAST = frozenset({"à", "dans", "de", "vers", "et", "sur", "par", ","})
# Prepositions that no finite verb follows ("en" may be a pronoun).
PREPOSITIONS = frozenset(
    {"de", "d'", "à", "pour", "par", "sans", "dans", "sur", "avec", "entre", "sous", "chez", "vers"}
)
# Words that may stand between an auxiliary and its participle, besides adverbs.
FILLERS = frozenset(
    {
        "pas", "plus", "jamais", "rien", "tous", "toutes", "tout", "une", "nouvelle", "fois", "de", "nouveau", "à",
        "en", "outre", "effet", "par", "ailleurs", "plusieurs", "reprises", "maintes", "leur", "son", "tour", "d'",
        "abord", "pour", "sa", "part", "première", "dernière", "deuxième", "troisième", "seconde", "entre-temps", "dès",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "soir", "nuit", "même",
        "chacun", "deux", "côté", "jour", "fait", "réalité", "vain", "fin", "compte", "ce", "cette", "quelque", "peu",
        "moins", "non", "seulement", "ores", "et", "déjà", "bien", "sûr", "également", "ensuite", "parallèle", "encore",
        "particulier", "revanche", "conséquence", "public", "privé", "secret", "urgence", "la", "le", "l'", "suite",
        "foulée", "temps", "instant", "moment", "grande", "partie", "majorité", "unanimité", "autre", "autres", "hier",
        "aujourd'hui", "lui-même", "elle-même", "eux-mêmes", "elles-mêmes", "très", "trop", "mieux", "terme", "lors",
        "mois", "semaine", "année", "ans", "un", "commun", "accord", "intermédiaire", "«", "“", '"', "(", "[",
    }
)  # fmt: skip
# Intransitive verbs that "être" conjugates: with it they are no passive.
MOVING = frozenset(
    {
        "aller", "arriver", "décéder", "demeurer", "devenir", "entrer", "intervenir", "mourir", "naître", "partir",
        "parvenir", "passer", "rentrer", "rester", "retomber", "retourner", "revenir", "sortir", "survenir", "tomber",
        "venir", "advenir", "provenir", "redevenir", "repartir", "monter", "descendre", "convenir",
    }
)  # fmt: skip

# ---------------------------------------------------------------------------------------------- names
# Names of two words that begin so may be printed without the capital: "l'union européenne".
LENIENT_HEADS = frozenset({"union", "alliance", "ligue", "commission", "conseil", "parlement", "cour", "comité"})
# First parts of adjectives of two states, folded, with the slug of the state.
PREFIXED_ADJECTIVES = {
    "afghano": "afghanistan", "albano": "albania", "algero": "algeria", "americano": "united-states",
    "anglo": "united-kingdom", "britannico": "united-kingdom", "armeno": "armenia", "australo": "australia",
    "austro": "austria", "azero": "azerbaijan", "belgo": "belgium", "bulgaro": "bulgaria", "canado": "canada",
    "chypro": "cyprus", "coreano": "south-korea", "croato": "croatia", "cubano": "cuba", "dano": "denmark",
    "egypto": "egypt", "espano": "spain", "hispano": "spain", "ethiopo": "ethiopia", "finno": "finland",
    "franco": "france", "georgo": "georgia", "germano": "germany", "greco": "greece", "helleno": "greece",
    "hungaro": "hungary", "indo": "india", "indonesio": "indonesia", "irako": "iraq", "irano": "iran",
    "israelo": "israel", "italo": "italy", "jordano": "jordan", "kosovo": "kosovo", "libano": "lebanon",
    "libyo": "libya", "lituano": "lithuania", "luso": "portugal", "malo": "mali", "maroco": "morocco",
    "mexicano": "mexico", "moldavo": "moldova", "nippo": "japan", "norvego": "norway", "pakistano": "pakistan",
    "palestino": "palestine", "polono": "poland", "roumano": "romania", "russo": "russia", "saoudo": "saudi-arabia",
    "serbo": "serbia", "sino": "china", "slovaco": "slovakia", "soudano": "sudan", "suedo": "sweden",
    "helvetico": "switzerland", "syro": "syria", "tcheco": "czechia", "tuniso": "tunisia", "turco": "turkey",
    "ukraino": "ukraine", "venezuelo": "venezuela", "vietnamo": "vietnam", "yemeno": "yemen",
}  # fmt: skip
