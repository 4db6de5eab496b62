"""French words of posts, their modifiers and complements. Folded: no accents, lower case."""

from __future__ import annotations

FORMER = frozenset("ancien ancienne anciens anciennes ex feu feue defunt defunte".split())
FUTURE = frozenset("futur future futurs futures prochain prochaine".split())
BEFORE = frozenset(
    """dernier derniere tout-premier nouveau nouvel nouvelle nouveaux nouvelles actuel actuelle actuels actuelles jeune
    puissant puissante influent celebre premier premiere seul seule principal principale principaux grand vieux
    propre propres deux trois quatre cinq six sept huit dix plus autre autres differents""".split()
)
KEPT_BEFORE = frozenset("principal principale vice".split())
FIRST = frozenset(("premier", "premiere"))  # part of a deputy's title: "premier vice-ministre"
ACTING_AFTER = frozenset("interimaire interimaires provisoire".split())
FUTURE_AFTER = frozenset("elu elue elus elues designe designee designes designees".split())
LEAVING_AFTER = frozenset("sortant sortante sortants sortantes".split())

# heads that take "à X" of a place, "en X", "auprès de X", "pour X"
ENVOYS = frozenset(
    """ambassadeur ambassadrice consul consule emissaire envoye envoyee representant representante mediateur mediatrice
    haut-representant haute-representante nonce charge chargee attache attachee coordinateur coordinatrice
    coordonnateur coordonnatrice commissaire rapporteur rapporteuse conseiller conseillere delegue deleguee
    directeur directrice secretaire sous-secretaire adjoint negociateur negociatrice porte-parole correspondant
    ambassadeurs emissaires envoyes representants mediateurs representantes""".split()
)

# troops of somebody, told by where they stand
FORCES = frozenset("forces force troupes operations mission missions contingent commandement base bases".split())

# complements that are organs, not proper names: they stay in the title
ORGANS = frozenset(
    """comite forces force armee armees marine aviation troupes etat-major bureau commandement commission direction
    departement delegation brigade bataillon regiment""".split()
)

# nouns after "de" that say when: "les dirigeants de l'époque"
TIME_OF = frozenset(("epoque", "heure", "moment"))

# adjectives that end no title because they belong to the person, not to the post
PERSONAL = frozenset(
    "seul seule meme present presente arrive arrivee assassine tue tuee mort decede limoge demis pret prete age "
    "agee ne nee "
    "accuse soupconne connu cense".split()
)

DETERMINERS = frozenset(
    """le la l' les un une des du au aux ce cet cette ces son sa ses leur leurs mon notre nos votre de d' plusieurs
    certains deux trois quatre cinq six sept huit neuf dix tous toutes chaque quelques""".split()
)
DEFINITE = frozenset("le la l' les du des au aux ce cet cette ces".split())
INDEFINITE = frozenset("un une des de d' plusieurs certains certaines quelques".split())
POSSESSIVES = frozenset("son sa ses leur leurs mon ma mes notre nos".split())

RELATIVE_SAME = frozenset(("homologue", "homologues"))
RELATIVE_BEFORE = frozenset(("predecesseur", "predecesseurs", "predecesseure"))
RELATIVE_AFTER = frozenset(("successeur", "successeurs", "successeure"))

# verbs by which somebody holds the post whose institution is the object: "qui préside le Conseil"
HEADING = {
    "preside": "président", "dirige": "dirigeant", "commande": "commandant", "presidait": "président",
    "dirigeait": "dirigeant", "commandait": "commandant",
}  # fmt: skip

# heads of posts that say no more than that somebody leads: any head post of the same state or body fits them
LEADERS = frozenset(
    (
        "dirigeant",
        "leader",
        "numéro un",
        "homme fort",
        "chef",
        "patron",
        "maître",
        "locataire",
        "chef de l'État",
        "chef d'État",
        "souverain",
        "autocrate",
        "dictateur",
    )
)

# posts every state has, so that a description of one adds a tenure though it stands beside no name
SAYS_POST = frozenset(("head", "deputy", "spokesperson", "envoy"))

# heads whose realm may stand after the name: "le roi X de Y"
REGNAL = frozenset(
    "roi reine prince princesse sultan emir empereur imperatrice pape souverain souveraine duc grand-duc".split()
)

# nouns after "de" that tell what somebody is like, not what the post is of: "président de gauche"
QUALITIES = frozenset(
    "gauche droite suite formation renom metier carriere confession origine confiance longue nationalite".split()
)

# heads whose complement may be the part of the world they deal with: "directrice des États-Unis au ministère"
DESKS = frozenset(("directeur", "responsable", "spécialiste", "expert", "chargé", "analyste", "sous-directeur"))

# heads whose complement is what they are against or about, never whom they serve
AGAINST = frozenset(("opposant", "spécialiste", "expert", "historien", "analyste", "lauréat du prix Nobel"))

# what may stand between a name and the post after it: "X, jusqu'ici ministre de"
BETWEEN = frozenset(
    """jusqu'ici jusqu'alors jusque-la alors aujourd'hui actuel actuelle desormais egalement lui-meme elle-meme
    actuellement""".split()
)

# heads that tell a task beside another post: "le médiateur de la Ligue, le ministre X"
TASKS = frozenset(("médiateur", "facilitateur", "numéro deux", "numéro un", "homme fort", "hôte", "coordinateur"))

# heads that without a realm are only a rank: "le prince X"
ONLY_RANKS = frozenset("prince princesse princes princesses".split())

# capitals where ministers of all states speak: "A Bruxelles, le ministre" may be anybody's
SEATS_OF_MANY = frozenset("bruxelles vienne washington addis-abeba".split())

# what ends a post: "gouverneur de la ville jusqu'à la chute"
ENDINGS = frozenset(
    """chute mort destitution renversement demission depart dissolution deces limogeage arrestation capture defaite
    prise coup putsch retraite eviction""".split()
)

# what may stand between a rank and the name: "l'amiral à la retraite X"
RETIRED = (("a", "la", "retraite"), ("en", "retraite"), ("de", "reserve"), ("du", "cadre", "de", "reserve"))

# what the counterpart of one state's minister is called elsewhere
ELSEWHERE = {
    "secrétaire d'État": "ministre des Affaires étrangères",
    "secrétaire à la Défense": "ministre de la Défense",
    "secrétaire au Trésor": "ministre des Finances",
    "chancelier": "chef du gouvernement",
}

# determiners of some unnamed people, and the levels of posts whose holders the press quotes unnamed
UNCOUNTED = frozenset("des de d' plusieurs certains certaines deux trois quatre cinq quelques".split())
SPEAKING = frozenset(("official", "spokesperson", "adviser", "member", "profession"))

# nouns after which a name without a preposition is a place's or a thing's: "aéroport X", "rue X", "frégate X"
NAMED_AFTER = frozenset(
    """aeroport stade avenue rue boulevard place pont barrage hopital lycee college ecole universite fondation prix
    porte-avions fregate corvette destroyer sous-marin croiseur navire paquebot cargo petrolier centre institut camp
    caserne base mosquee cathedrale eglise palais tour hotel ouragan cyclone tempete typhon operation medaille station
    metro gare port quai square parc musee salle bibliotheque theatre village cite quartier fort mont monts lac ile
    detroit doctrine ligne amendement loi""".split()
)

SHIPS = frozenset(
    """navire navires fregate bateau cargo petrolier porte-avions sous-marin brise-glace vaisseau chalutier corvette
    destroyer croiseur patrouilleur paquebot remorqueur methanier tanker""".split()
)

# first words of the names of places
TOPONYMS = frozenset(
    """kafr kfar tel tell jabal djebel jebel wadi oued ain beit bayt deir rosh ras bir port fort mont cap lac puerto
    nueva nuevo rio nova nijni velika nord sud est ouest haut bas""".split()
)

# adjectives of titles, printed with a capital by some
TITLE_ADJECTIVES = frozenset(
    """extraordinaire plenipotentiaire supreme general generale adjoint adjointe permanent permanente delegue deleguee
    conjoint conjointe conjoints conjointes
    special speciale executif executive national nationale resident residente honoraire militaire
    principal principale""".split()
)

# "X a été nommé POST", "Y nomme X POST"
APPOINTED = frozenset(
    """nomme nommee elu elue reelu reelue designe designee promu promue intronise intronisee devenu devenue redevenu
    deviendra devient devenait sacre sacree proclame proclamee""".split()
)
CAPACITY = (
    ("en", "sa", "qualite", "de"),
    ("en", "qualite", "de"),
    ("en", "tant", "que"),
    ("en", "sa", "qualite", "d'"),
    ("en", "qualite", "d'"),
    ("en", "tant", "qu'"),
    ("agissant", "comme"),
)  # fmt: skip
APPOINTING = frozenset("nomme nommer nommant designe designer elu elire nommait nommera".split())

# adjectives that judge a person; no part of the post
EVALUATIVE = frozenset(
    """influent influente influents influentes puissant puissante puissants puissantes important importants controverse
    controversee celebre celebres emblematique charismatique historique redoute redoutee respecte respectee
    inamovible tout-puissant bouillant actuel actuelle""".split()
)

# heads whose complement in "de" is a portfolio before it is an institution: "ministre de l'Administration territoriale"
MINISTERS = frozenset(("ministre", "vice-ministre", "sous-ministre", "secrétaire", "sous-secrétaire"))

# heads that, with a capital and no article, are given names: "Sultan al-Mansouri"
ALSO_NAMES = frozenset("sultan prince roi emir pape juge major".split())

# adjectives of parties, often tagged as names: "la sénatrice démocrate"
PARTY_ADJECTIVES = frozenset(
    """democrate democrates republicain republicaine republicains travailliste conservateur conservatrice socialiste
    communiste centriste ecologiste liberal liberale nationaliste islamiste separatiste independantiste rebelle
    rebelles""".split()
)

# "le Conseil est présidé par X"
HEADED = {
    **dict.fromkeys(("preside", "presidee", "presides"), "président"),
    **dict.fromkeys(("dirige", "dirigee", "diriges"), "dirigeant"),
    **dict.fromkeys(("commande", "commandee", "commandes"), "commandant"),
}

# what may stand between a holder and the time of a term: "X, au pouvoir | depuis 2012", "X, élue | en mai 2017"
IN_OFFICE = tuple(
    tuple(words.split())
    for words in (
        "au pouvoir|en poste|en fonction|en fonctions|à ce poste|aux commandes|aux affaires|à la tête du pays|"
        "sur le trône|qui dirige le pays|qui règne|qui est au pouvoir"
    ).split("|")
)
BEGUN = tuple(
    tuple(words.split())
    for words in (
        "élu|élue|nommé|nommée|désigné|désignée|investi|investie|intronisé|intronisée|couronné|couronnée|promu|promue|"
        "monté sur le trône|nommé à ce poste|nommée à ce poste|arrivé au pouvoir|arrivée au pouvoir|parvenu au pouvoir|"
        "entré en fonction|entrée en fonction|entré en fonctions|entrée en fonctions|porté au pouvoir|portée au pouvoir"
    ).split("|")
)
POINTS = frozenset(  # kinds of times that are a point, not a stretch
    "date date-numeric month month-part year year-part season weekday offset deictic week feast quarter".split()
)
