"""The French words of statements, beside the tables of `lexicon/`. Data only: no logic, no imports."""

# ------------------------------------------------------------------------------------------------ small words
QUE = frozenset({"que", "qu'"})
DE = frozenset({"de", "d'", "du", "des"})
A = frozenset({"à", "au", "aux"})
PREPOSITIONS = DE | A | frozenset(
    {
        "en", "dans", "sur", "sous", "avec", "sans", "pour", "par", "contre", "chez", "vers", "entre", "depuis",
        "pendant", "durant", "devant", "derrière", "lors", "après", "avant", "selon", "malgré", "face", "auprès",
        "dès", "jusque", "jusqu'", "via", "outre", "parmi", "concernant", "hors", "envers", "suite", "d'après", "voici",
    }
)  # fmt: skip
# Contracted with the article: a noun phrase begins inside them.
CONTRACTED = frozenset({"du", "des", "au", "aux"})
# Words between an auxiliary, or a subject, and the verb.
CLITICS = frozenset(
    {"ne", "n'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "me", "m'", "te", "t'", "nous", "vous"}
)
# A dative or direct pronoun before the verb: the addressee, or the target.
OBJECT_CLITICS = frozenset({"lui", "leur", "le", "la", "l'", "les"})
DATIVE_CLITICS = frozenset({"lui", "leur"})
FIRST_SECOND = frozenset({"me", "m'", "te", "t'", "nous", "vous", "je", "j'", "tu"})
PRONOUNS = frozenset({"il", "elle", "ils", "elles", "-il", "-elle", "-ils", "-elles"})
ON = frozenset({"on", "-on", "l'on"})
MASCULINE = frozenset({"il", "ils", "-il", "-ils", "lui", "eux", "celui-ci", "ceux-ci"})
FEMININE = frozenset({"elle", "elles", "-elle", "-elles", "celle-ci", "celles-ci"})
PLURAL = frozenset({"ils", "elles", "-ils", "-elles", "eux", "ceux-ci", "celles-ci", "leur", "leurs", "les"})
DETERMINERS = frozenset(
    {
        "le", "la", "l'", "les", "un", "une", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre",
        "nos", "votre", "vos", "mon", "ma", "mes", "quelques", "plusieurs", "certains", "certaines", "chaque", "tout",
        "toute", "tous", "toutes", "aucun", "aucune", "deux", "trois", "quatre", "cinq", "divers", "diverses",
    }
)  # fmt: skip
COORDINATION = frozenset({"et", "mais", "puis", "ou", "&", "donc"})
RELATIVES = frozenset({"qui", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel"})
# Subject–verb inversion after these is no incise.
INVERTERS = frozenset({"peut-être", "sans", "aussi", "ainsi", "encore", "toujours", "à", "tout", "du", "peut"})

# Adverbs and short locutions that may stand between subject, verb and complement.
ADVERBS = frozenset(
    {
        "également", "aussi", "toutefois", "cependant", "néanmoins", "notamment", "clairement", "immédiatement",
        "ensuite", "ainsi", "même", "déjà", "encore", "toujours", "enfin", "alors", "pourtant", "d'ailleurs", "donc",
        "vivement", "fermement", "fortement", "solennellement", "officiellement", "publiquement", "récemment",
        "simplement", "seulement", "catégoriquement", "régulièrement", "sèchement", "aussitôt", "d'abord", "surtout",
        "brièvement", "précédemment", "auparavant", "longuement", "unanimement", "explicitement", "désormais",
        "sobrement", "laconiquement", "implicitement", "formellement", "hier", "plutôt", "tôt",
        "aujourd'hui", "demain", "parallèlement", "ouvertement", "inlassablement", "quant", "certes", "finalement",
        "lui-même", "elle-même", "eux-mêmes", "elles-mêmes", "or", "pas", "plus",
        "bien", "haut", "fort", "souvent", "jamais", "quotidiennement", "probablement", "apparemment",
    }
)  # fmt: skip
LOCUTIONS = (
    ("pour", "sa", "part"), ("pour", "leur", "part"), ("de", "son", "côté"), ("de", "leur", "côté"), ("en", "outre"),
    ("par", "ailleurs"), ("une", "nouvelle", "fois"), ("à", "nouveau"), ("de", "nouveau"),
    ("à", "plusieurs", "reprises"),
    ("à", "maintes", "reprises"), ("à", "de", "maintes", "reprises"), ("à", "de", "nombreuses", "reprises"),
    ("dans", "la", "foulée"), ("haut", "et", "fort"), ("à", "son", "tour"), ("à", "leur", "tour"), ("en", "effet"),
    ("en", "revanche"), ("au", "contraire"), ("en", "particulier"), ("à", "juste", "titre"), ("du", "reste"),
    ("de", "plus"), ("à", "cet", "égard"), ("à", "ce", "sujet"), ("à", "ce", "propos"), ("sans", "détour"),
    ("sans", "ambages"), ("en", "public"), ("en", "privé"), ("d'un", "ton", "ferme"), ("tout", "d'abord"),
    ("quant", "à", "lui"), ("quant", "à", "elle"), ("quant", "à", "eux"), ("d'", "emblée"), ("à", "voix", "haute"),
    ("en", "substance"), ("à", "l'", "époque"), ("à", "cette", "occasion"), ("avec", "force"), ("avec", "fermeté"),
    ("avec", "insistance"), ("au", "passage"), ("en", "bloc"), ("à", "l'", "unanimité"), ("d'", "ores", "et", "déjà"),
    ("plus", "tôt"), ("plus", "tard"), ("d'", "abord"), ("d'", "ailleurs"), ("un", "peu", "plus", "tôt"),
    ("tour", "à", "tour"),
    ("à", "demi-mot"), ("sans", "équivoque"), ("dans", "la", "soirée"), ("dans", "la", "matinée"),
    ("dans", "la", "journée"),
    ("dans", "la", "nuit"), ("en", "soirée"), ("entre", "autres"), ("de", "concert"), ("pour", "l'", "instant"),
    ("pour", "le", "moment"), ("pour", "l'", "heure"), ("en", "personne"), ("à", "huis", "clos"),
    ("mot", "pour", "mot"), ("non", "plus"), ("l'", "un", "l'", "autre"), ("l'", "une", "l'", "autre"),
    ("les", "uns", "les", "autres"), ("avec", "force"),
)  # fmt: skip
# Parts of "verb + these" that lead to an infinitive of saying: "n'a pas hésité à critiquer", "se borne à évoquer".
LEADS_TO_SAYING = frozenset(
    {"hésiter", "borner", "contenter", "limiter", "tenir", "finir", "continuer", "aller", "permettre", "conclure",
     "commencer", "empresser", "cesser", "poursuivre", "venir", "attacher", "plaire", "laisser", "choisir"}
)  # fmt: skip

# Deeds by which one comes to speak to somebody: "a téléphoné à X pour lui demander de".
CALLING = frozenset(
    {"téléphoner", "appeler", "écrire", "recevoir", "rencontrer", "convoquer", "joindre", "contacter", "adresser"}
)

# Nouns that take a clause as a verb of saying does: "son espoir que".
FEELINGS = frozenset(
    {
        "espoir", "espoirs", "fierté", "conviction", "certitude", "crainte", "craintes", "souhait", "regret", "vœu",
        "idée", "espérance", "sentiment", "satisfaction", "inquiétude", "volonté", "certitudes", "assurance",
        "garantie",
    }
)  # fmt: skip
# Verbs whose content may end in the addressee: "une aide à l'Arménie".
GIVING = frozenset(
    {
        "promettre", "offrir", "proposer", "transmettre", "exprimer", "faire", "adresser", "témoigner", "attribuer",
        "imputer", "demander", "réclamer", "présenter", "apporter", "communiquer", "notifier", "donner", "garantir",
        "recommander", "déconseiller", "refuser", "interdire", "imposer", "suggérer", "conseiller",
    }
)  # fmt: skip
# Verbs of denial that may stand alone, what they deny having been said before.
DENYING = frozenset({"démentir", "nier", "réfuter", "contester", "rejeter", "récuser"})
# Nouns that take up what somebody was accused of.
ACCUSING = frozenset(
    {
        "accusation", "accusations", "allégation", "allégations", "affirmation", "affirmations", "insinuations",
        "griefs", "reproches", "imputations", "version", "assertions", "soupçons", "critiques",
    }
)  # fmt: skip
# A will or thought that a relative or circumstantial clause tells is the narrator's, no saying.
WILL = frozenset(
    {
        "vouloir", "entendre", "compter", "prévoir", "envisager", "décider", "souhaiter", "espérer", "craindre",
        "redouter", "considérer", "croire", "penser", "accepter", "autoriser", "interdire", "refuser", "rester",
    }
)  # fmt: skip
# "un ultimatum adressé par X": whom the participle's agent names is the speaker of the noun.
GIVES = frozenset(
    { "adresser", "lancer", "faire", "formuler", "émettre", "proférer", "tenir", "prononcer", "donner", "prendre",
    "opposer",
     "présenter", "exprimer", "déposer", "publier", "signer", "envoyer", "apporter", "avancer", "scander", "porter"}
)  # fmt: skip

# ------------------------------------------------------------------------------------------------ slots
# Encounters at whose end or in whose margin something is said.
ENCOUNTERS = frozenset(
    {
        "réunion", "réunions", "rencontre", "rencontres", "entretien", "entretiens", "sommet", "consultations",
        "pourparlers", "conférence", "discussions", "visite", "audience", "négociations", "table", "session",
        "conversation", "appel", "échange", "déjeuner", "dîner", "cérémonie", "forum",
    }
)  # fmt: skip
SOCIAL_MEDIA = frozenset({"twitter", "telegram", "facebook", "x", "instagram", "weibo", "vk", "linkedin", "bluesky",
                          "truth", "mastodon", "youtube", "tiktok", "whatsapp"})  # fmt: skip
NEWSROOM = frozenset({"micro", "antenne", "plateau"})

# A content ends where, at its own level, one of these opens another clause of the reporting sentence.
ASIDES = frozenset({"lors", "après", "avant", "pendant", "depuis", "selon", "malgré", "tandis", "alors", "quand",
                    "lorsque", "lorsqu'", "faute", "suite", "sans", "dès"})  # fmt: skip
ASIDE_PHRASES = (
    ("par", "la", "voix"), ("par", "la", "bouche"), ("par", "l'", "intermédiaire"),
    ("à", "l'", "issue"), ("à", "la", "suite"), ("au", "cours"), ("en", "marge"), ("en", "réponse"),
    ("à", "la", "veille"),
    ("dans", "un", "communiqué"), ("dans", "une", "interview"), ("dans", "un", "entretien"), ("dans", "un", "discours"),
    ("au", "lendemain"), ("en", "réaction"), ("à", "l'", "occasion"), ("au", "terme"), ("d'", "après"),
)  # fmt: skip
SENTENCE_END = frozenset({".", "!", "?", "…", ";", "..."})

# ------------------------------------------------------------------------------------------------ quotations
# A quoted name after one of these is a title, not words that were said.
TITLE_NOUNS = frozenset(
    {
        "traité", "accord", "accords", "opération", "opérations", "film", "livre", "journal", "quotidien", "plan",
        "projet", "programme", "sommet", "groupe", "roman", "série", "émission", "chanson", "magazine", "hebdomadaire",
        "rapport", "processus", "loi", "dispositif", "conseil", "mouvement", "parti", "album", "forum", "format",
        "initiative", "exercice", "exercices", "navire", "sous-marin", "missile", "missiles", "drone", "système",
        "site",
        "chaîne", "association", "ong", "collectif", "coalition", "bataillon", "brigade", "régiment", "conférence",
    }
)  # fmt: skip
# Before a quoted word they tell a term.
TERM_WORDS = frozenset({ "dit", "dite", "dits", "dites", "appelé", "appelée", "baptisé", "baptisée", "intitulé",
    "intitulée",
                        "surnommé", "surnommée", "nommé", "nommée", "terme", "mot", "expression", "notion", "concept"
                        })  # fmt: skip
# People who may speak though nobody names them.
SPEAKING_NOUNS_BARE = frozenset({"source", "sources"})
SPEAKING_NOUNS = SPEAKING_NOUNS_BARE | frozenset(
    {
        "responsable", "responsables", "officiel", "officiels", "dirigeant", "dirigeants", "diplomate", "diplomates",
        "expert", "experts", "experte", "analyste", "analystes", "témoin", "témoins", "habitant", "habitants",
        "habitante", "manifestant", "manifestants", "riverain", "riverains", "observateur", "observateurs", "militant",
        "militants", "élu", "élus", "élue", "député", "députés", "députée", "sénateur", "sénateurs", "sénatrice",
        "opposant", "opposants", "journaliste", "journalistes", "chercheur", "chercheuse", "chercheurs", "spécialiste",
        "spécialistes", "historien", "historienne", "politologue", "avocat", "avocate", "avocats", "médecin",
        "médecins", "conseiller", "conseillère", "conseillers", "officier", "officiers", "soldat", "soldats",
        "militaire", "militaires", "policier", "policiers", "enquêteur", "enquêteurs", "négociateur", "négociateurs",
        "négociatrice", "médiateur", "médiateurs", "médiatrice", "émissaire", "ambassadeur", "ambassadeurs",
        "ministre", "ministres", "fonctionnaire", "fonctionnaires", "survivant", "survivants", "rescapé", "rescapés",
        "réfugié", "réfugiés", "pêcheur", "pêcheurs", "commerçant", "commerçants", "contestataires", "détracteurs",
        "partisans", "économiste", "économistes", "juriste", "juristes", "porte-parole", "secouriste", "secouristes",
        "insurgés", "rebelles", "rebelle", "séparatistes", "combattants", "combattant", "otages", "proche", "proches",
        "syndicaliste", "syndicalistes", "critiques", "dissident", "dissidents", "participant", "participants",
        "délégué", "déléguée", "délégués", "maire", "maires", "gouverneur", "gouverneurs", "parlementaire",
        "parlementaires", "procureur", "juge", "juges", "capitaine", "colonel", "général", "généraux",
        "amiral", "pilote", "pilotes", "marin", "marins", "ouvrier", "ouvriers", "étudiant", "étudiants", "enseignant",
        "enseignants", "humanitaires", "inspecteurs", "organisateurs", "évêques", "évêque", "imam", "prêtre", "pape",
        "roi", "reine", "prince", "sultan", "cardinal", "patriarche", "législateur", "législateurs", "législatrice",
        "notable", "notables", "dignitaire", "dignitaires", "activiste", "activistes", "militante", "militantes",
        "eurodéputé", "eurodéputée", "eurodéputés", "agriculteur", "agriculteurs", "ingénieur", "ingénieurs",
    }
)  # fmt: skip
# "le diplomate norvégien" means the one who holds a post whose title begins so.
DIPLOMATS = frozenset({"diplomate", "émissaire", "ambassadeur", "ambassadrice", "envoyé", "envoyée"})
DIPLOMATIC = frozenset(
    {"ambassadeur", "ambassadrice", "consul", "consule", "charge", "chargee", "envoye", "envoyee", "emissaire"}
)
# "La phrase est de X".
SAYINGS = frozenset(
    {"phrase", "formule", "citation", "mot", "mots", "propos", "aveu", "avertissement", "constat", "promesse"}
)
# What a source hands on: "selon des informations transmises par X", "d'après un décompte de X".
PASSED_ON = frozenset(
    {
        "information", "informations", "indiscrétion", "indiscrétions", "propos", "confidences", "éléments", "chiffres",
        "bilan", "décompte", "estimation", "estimations", "données", "témoignages", "témoignage", "extraits",
        "documents", "précisions", "calculs", "comptage", "analyse", "analyses", "fuites", "images", "détails",
        "statistiques", "récit", "version", "projections", "prévisions",
    }
)  # fmt: skip
# A newspaper or channel that these take up has been named before.
PRESS = frozenset({"média", "journal", "quotidien", "chaîne", "agence", "hebdomadaire", "magazine", "site", "radio"})
SAME_SOURCE = frozenset({"même", "cette", "ces", "mêmes"})
SOURCE_NOUNS = frozenset({"source", "sources"})
