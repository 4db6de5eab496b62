"""Write verb_forms.tsv: every inflected form of the commonest verbs and of every verb that the other lexicons name.

    python tools/make_verb_forms.py            write src/pourparlers/lexicon/verb_forms.tsv
    python tools/make_verb_forms.py avertir    print the forms of one verb

The conjugator is our own: regular groups by rule, irregular verbs by family (a prefix keeps the family's endings:
"prévenir" is "pré" + "venir"). Standard library only. An infinitive of no known class is an error, never a guess.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parents[1] / "src" / "pourparlers" / "lexicon"
PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
VOWELS = "aeiouyàâéèêëîïôûü"


class Form(NamedTuple):
    """One inflected form: "avertissait", indicative, imperfect, third person singular."""

    form: str
    mood: str
    tense: str
    person: str = ""
    gender: str = ""
    number: str = ""
    spelling: str = ""  # "1990" for the forms of the 1990 spelling reform, "variant" for other doublets


class Pattern(NamedTuple):
    """What cannot be derived about a verb; the rest follows."""

    present: tuple[str, ...]  # six forms
    future: str  # stem: "finir"
    past: tuple[str, str]  # passé simple: type (a, i, u, in) and stem
    participle: str  # masculine singular
    feminine: str = ""  # feminine singular when it is not participle + "e"
    subjunctive: tuple[str, str] = ("", "")  # stems of "que je" and "que nous"
    imperfect: str = ""  # stem when it is not the one of "nous"
    gerund: str = ""  # when it is not the imperfect stem + "ant"
    imperative: tuple[str, ...] = ()  # tu, nous, vous when they differ from the present
    persons: tuple[str, ...] = PERSONS  # impersonal verbs have "3s" only


# ---------------------------------------------------------------------------------------------- irregular families
# Stems written without prefix; keys are the endings of infinitives, longest first when matched.
FAMILIES: dict[str, Pattern] = {
    "venir": Pattern(
        ("viens", "viens", "vient", "venons", "venez", "viennent"),
        "viendr",
        ("in", "v"),
        "venu",
        subjunctive=("vienn", "ven"),
    ),
    "tenir": Pattern(
        ("tiens", "tiens", "tient", "tenons", "tenez", "tiennent"),
        "tiendr",
        ("in", "t"),
        "tenu",
        subjunctive=("tienn", "ten"),
    ),
    "dire": Pattern(("dis", "dis", "dit", "disons", "dites", "disent"), "dir", ("i", "d"), "dit"),
    "disez": Pattern(("dis", "dis", "dit", "disons", "disez", "disent"), "dir", ("i", "d"), "dit"),
    "faire": Pattern(
        ("fais", "fais", "fait", "faisons", "faites", "font"), "fer", ("i", "f"), "fait", subjunctive=("fass", "fass")
    ),
    "mettre": Pattern(("mets", "mets", "met", "mettons", "mettez", "mettent"), "mettr", ("i", "m"), "mis"),
    "prendre": Pattern(
        ("prends", "prends", "prend", "prenons", "prenez", "prennent"),
        "prendr",
        ("i", "pr"),
        "pris",
        subjunctive=("prenn", "pren"),
    ),
    "voir": Pattern(
        ("vois", "vois", "voit", "voyons", "voyez", "voient"), "verr", ("i", "v"), "vu", subjunctive=("voi", "voy")
    ),
    "prévoir": Pattern(
        ("prévois", "prévois", "prévoit", "prévoyons", "prévoyez", "prévoient"),
        "prévoir",
        ("i", "prév"),
        "prévu",
        subjunctive=("prévoi", "prévoy"),
    ),
    "savoir": Pattern(
        ("sais", "sais", "sait", "savons", "savez", "savent"),
        "saur",
        ("u", "s"),
        "su",
        subjunctive=("sach", "sach"),
        gerund="sachant",
        imperative=("sache", "sachons", "sachez"),
    ),
    "valoir": Pattern(
        ("vaux", "vaux", "vaut", "valons", "valez", "valent"),
        "vaudr",
        ("u", "val"),
        "valu",
        subjunctive=("vaill", "val"),
    ),
    "vouloir": Pattern(
        ("veux", "veux", "veut", "voulons", "voulez", "veulent"),
        "voudr",
        ("u", "voul"),
        "voulu",
        subjunctive=("veuill", "voul"),
        imperative=("veuille", "veuillons", "veuillez"),
    ),
    "pouvoir": Pattern(
        ("peux", "peux", "peut", "pouvons", "pouvez", "peuvent"),
        "pourr",
        ("u", "p"),
        "pu",
        subjunctive=("puiss", "puiss"),
        imperative=("",),
    ),
    "devoir": Pattern(
        ("dois", "dois", "doit", "devons", "devez", "doivent"),
        "devr",
        ("u", "d"),
        "dû",
        feminine="due",
        subjunctive=("doiv", "dev"),
    ),
    "cevoir": Pattern(
        ("çois", "çois", "çoit", "cevons", "cevez", "çoivent"), "cevr", ("u", "ç"), "çu", subjunctive=("çoiv", "cev")
    ),
    "mouvoir": Pattern(
        ("meus", "meus", "meut", "mouvons", "mouvez", "meuvent"),
        "mouvr",
        ("u", "m"),
        "mu",
        subjunctive=("meuv", "mouv"),
    ),
    "asseoir": Pattern(
        ("assieds", "assieds", "assied", "asseyons", "asseyez", "asseyent"),
        "assiér",
        ("i", "ass"),
        "assis",
        subjunctive=("assey", "assey"),
    ),
    "falloir": Pattern(
        ("", "", "faut", "", "", ""),
        "faudr",
        ("u", "fall"),
        "fallu",
        subjunctive=("faill", ""),
        imperfect="fall",
        gerund="-",
        imperative=("",),
        persons=("3s",),
    ),
    "crire": Pattern(("cris", "cris", "crit", "crivons", "crivez", "crivent"), "crir", ("i", "criv"), "crit"),
    "lire": Pattern(("lis", "lis", "lit", "lisons", "lisez", "lisent"), "lir", ("u", "l"), "lu"),
    "croire": Pattern(
        ("crois", "crois", "croit", "croyons", "croyez", "croient"),
        "croir",
        ("u", "cr"),
        "cru",
        subjunctive=("croi", "croy"),
    ),
    "clure": Pattern(("clus", "clus", "clut", "cluons", "cluez", "cluent"), "clur", ("u", "cl"), "clu"),
    "suivre": Pattern(("suis", "suis", "suit", "suivons", "suivez", "suivent"), "suivr", ("i", "suiv"), "suivi"),
    "rompre": Pattern(("romps", "romps", "rompt", "rompons", "rompez", "rompent"), "rompr", ("i", "romp"), "rompu"),
    "naître": Pattern(("nais", "nais", "naît", "naissons", "naissez", "naissent"), "naîtr", ("u", "n"), "nu"),
    "paraître": Pattern(
        ("parais", "parais", "paraît", "paraissons", "paraissez", "paraissent"), "paraîtr", ("u", "par"), "paru"
    ),
    "battre": Pattern(("bats", "bats", "bat", "battons", "battez", "battent"), "battr", ("i", "batt"), "battu"),
    "vrir": Pattern(("vre", "vres", "vre", "vrons", "vrez", "vrent"), "vrir", ("i", "vr"), "vert"),
    "frir": Pattern(("fre", "fres", "fre", "frons", "frez", "frent"), "frir", ("i", "fr"), "fert"),
    "cueillir": Pattern(
        ("cueille", "cueilles", "cueille", "cueillons", "cueillez", "cueillent"), "cueiller", ("i", "cueill"), "cueilli"
    ),
    "rire": Pattern(("ris", "ris", "rit", "rions", "riez", "rient"), "rir", ("i", "r"), "ri"),
    "duire": Pattern(("duis", "duis", "duit", "duisons", "duisez", "duisent"), "duir", ("i", "duis"), "duit"),
    "truire": Pattern(("truis", "truis", "truit", "truisons", "truisez", "truisent"), "truir", ("i", "truis"), "truit"),
    "sortir": Pattern(("sors", "sors", "sort", "sortons", "sortez", "sortent"), "sortir", ("i", "sort"), "sorti"),
    "partir": Pattern(("pars", "pars", "part", "partons", "partez", "partent"), "partir", ("i", "part"), "parti"),
    "mentir": Pattern(("mens", "mens", "ment", "mentons", "mentez", "mentent"), "mentir", ("i", "ment"), "menti"),
    "sentir": Pattern(("sens", "sens", "sent", "sentons", "sentez", "sentent"), "sentir", ("i", "sent"), "senti"),
    "courir": Pattern(("cours", "cours", "court", "courons", "courez", "courent"), "courr", ("u", "cour"), "couru"),
    "aître": Pattern(("ais", "ais", "aît", "aissons", "aissez", "aissent"), "aîtr", ("i", "aqu"), "é"),
    "mourir": Pattern(
        ("meurs", "meurs", "meurt", "mourons", "mourez", "meurent"),
        "mourr",
        ("u", "mour"),
        "mort",
        subjunctive=("meur", "mour"),
    ),
    "vivre": Pattern(("vis", "vis", "vit", "vivons", "vivez", "vivent"), "vivr", ("u", "véc"), "vécu"),
    "servir": Pattern(("sers", "sers", "sert", "servons", "servez", "servent"), "servir", ("i", "serv"), "servi"),
    "fuir": Pattern(
        ("fuis", "fuis", "fuit", "fuyons", "fuyez", "fuient"), "fuir", ("i", "fu"), "fui", subjunctive=("fui", "fuy")
    ),
    "quérir": Pattern(
        ("quiers", "quiers", "quiert", "quérons", "quérez", "quièrent"),
        "querr",
        ("i", "qu"),
        "quis",
        feminine="quise",
        subjunctive=("quièr", "quér"),
    ),
    "vaincre": Pattern(
        ("vaincs", "vaincs", "vainc", "vainquons", "vainquez", "vainquent"), "vaincr", ("i", "vainqu"), "vaincu"
    ),
    "résoudre": Pattern(
        ("résous", "résous", "résout", "résolvons", "résolvez", "résolvent"), "résoudr", ("u", "résol"), "résolu"
    ),
    "suffire": Pattern(
        ("suffis", "suffis", "suffit", "suffisons", "suffisez", "suffisent"), "suffir", ("i", "suff"), "suffi"
    ),
    "taire": Pattern(("tais", "tais", "tait", "taisons", "taisez", "taisent"), "tair", ("u", "t"), "tu"),
    "accroître": Pattern(
        ("accrois", "accrois", "accroît", "accroissons", "accroissez", "accroissent"),
        "accroîtr",
        ("u", "accr"),
        "accru",
    ),
    "aller": Pattern(
        ("vais", "vas", "va", "allons", "allez", "vont"),
        "ir",
        ("a", "all"),
        "allé",
        subjunctive=("aill", "all"),
        imperative=("va", "allons", "allez"),
    ),
    "avoir": Pattern(
        ("ai", "as", "a", "avons", "avez", "ont"),
        "aur",
        ("u", "e"),
        "eu",
        gerund="ayant",
        imperative=("aie", "ayons", "ayez"),
    ),
    "être": Pattern(
        ("suis", "es", "est", "sommes", "êtes", "sont"),
        "ser",
        ("u", "f"),
        "été",
        imperfect="ét",
        gerund="étant",
        imperative=("sois", "soyons", "soyez"),
    ),
}
SUBJUNCTIVES = {  # the two verbs whose present subjunctive follows no stem
    "avoir": ("aie", "aies", "ait", "ayons", "ayez", "aient"),
    "être": ("sois", "sois", "soit", "soyons", "soyez", "soient"),
}
# Families whose ending regular or other verbs share: their members by name ("répartir" is no "partir").
MEMBERS = {
    "venir": (
        "venir",
        "revenir",
        "prévenir",
        "convenir",
        "intervenir",
        "parvenir",
        "survenir",
        "devenir",
        "contrevenir",
        "provenir",
        "subvenir",
        "advenir",
        "souvenir",
        "redevenir",
    ),
    "tenir": (
        "tenir",
        "soutenir",
        "maintenir",
        "obtenir",
        "retenir",
        "contenir",
        "détenir",
        "entretenir",
        "abstenir",
        "appartenir",
    ),
    "dire": ("dire", "redire"),
    "disez": ("disez",),
    "faire": ("faire", "refaire", "défaire", "satisfaire", "contrefaire"),
    "savoir": ("savoir",),
    "vouloir": ("vouloir",),
    "pouvoir": ("pouvoir",),
    "devoir": ("devoir",),
    "falloir": ("falloir",),
    "prévoir": ("prévoir",),
    "aller": ("aller",),
    "avoir": ("avoir",),
    "être": ("être",),
    "asseoir": ("asseoir",),
    "mouvoir": ("émouvoir", "promouvoir"),
    "voir": ("voir", "revoir", "entrevoir"),
    "lire": ("lire", "relire", "élire", "réélire"),
    "clure": ("conclure", "exclure"),
    "rire": ("rire", "sourire"),
    "naître": ("connaître", "reconnaître", "méconnaître"),
    "sortir": ("sortir", "ressortir"),
    "partir": ("partir", "repartir"),
    "mentir": ("mentir", "démentir"),
    "sentir": ("sentir", "consentir", "ressentir", "pressentir", "repentir"),
    "courir": ("courir", "concourir", "parcourir", "recourir", "secourir", "accourir"),
    "aître": ("naître",),
    "mourir": ("mourir",),
    "vivre": ("vivre", "survivre"),
    "servir": ("servir", "desservir"),
    "fuir": ("fuir", "enfuir"),
    "quérir": ("acquérir", "conquérir", "requérir"),
    "vaincre": ("vaincre", "convaincre"),
    "résoudre": ("résoudre",),
    "suffire": ("suffire",),
    "taire": ("taire",),
    "accroître": ("accroître",),
    "vrir": ("ouvrir", "rouvrir", "couvrir", "découvrir", "recouvrir"),
    "frir": ("offrir", "souffrir"),
}
DISEZ = ("interdire", "prédire", "contredire", "médire", "dédire")  # "vous interdisez", but "vous redites"
DOUBLING = ("appeler", "rappeler", "renouveler", "jeter", "rejeter", "projeter", "interjeter", "morceler", "ruisseler")
INVARIABLE = ("être", "pouvoir", "falloir", "sourire", "rire", "suffire")  # past participle without feminine or plural
BOTH_AUXILIARIES = ("convenir", "monter", "sortir", "passer", "retourner", "descendre", "rentrer")
ETRE = (
    "aller",
    "venir",
    "revenir",
    "parvenir",
    "intervenir",
    "survenir",
    "arriver",
    "partir",
    "entrer",
    "rester",
    "tomber",
    "devenir",
    "naître",
    "rentrer",
    "convenir",
    "monter",
    "sortir",
    "décéder",
    "mourir",
    "repartir",
    "redevenir",
    "retomber",
    "provenir",
    "advenir",
    "demeurer",
)

# Verbs that no other lexicon names, common enough in news to be told by their forms. Their forms bear the letter T:
# only the tagger tells them from other words.
_COMMON = """
abattre abolir aborder aboutir accompagner accomplir accroître accélérer achever acquérir administrer adopter
affaiblir affecter affronter aggraver agir aider ajuster aligner alimenter allier amener améliorer annexer apaiser
apparaître appartenir appliquer apporter apprendre approcher appuyer armer arracher arriver arrêter assassiner
assister associer assumer atteindre attirer attribuer augmenter baisser blesser bloquer bombarder bouleverser briser
brûler bâtir bénéficier cacher capturer causer changer chercher choisir circuler collaborer combattre combler
commencer commettre comporter composer comprendre compromettre concentrer concerner conduire confier conformer
confronter connaître conquérir consacrer conserver consister constituer construire contenir continuer contribuer
contrôler coopérer coordonner couper couvrir coûter creuser créer cumuler céder célébrer demeurer descendre destiner
devenir diffuser différer diminuer diriger disparaître disperser disposer distribuer diviser dominer donner doter
doubler durer débuter déclencher découler découvrir décéder défendre définir dégager dégrader délivrer démanteler
démissionner démontrer dépasser dépendre déplacer déployer déposer dérouler désamorcer désigner détenir déterminer
détruire détériorer développer effectuer emparer employer emporter empêcher enfermer engendrer enlever enquêter
enregistrer entraver entraîner entrer envahir exercer exister exploiter explorer exploser exporter exposer exécuter
fabriquer faciliter favoriser figurer financer finir fixer fonctionner fonder forcer former fournir franchir frapper
fuir gagner garantir garder geler gouverner guider générer gérer habiter hausser hésiter illustrer impliquer importer
imposer incarner influencer initier inspirer installer instaurer intensifier intervenir introduire intégrer intéresser
isoler jouer juger justifier lancer libérer lier limiter livrer localiser loger lutter lâcher légitimer maintenir
manquer marcher marquer massacrer mener mesurer mettre mobiliser modifier monter montrer mourir multiplier naviguer
naître nommer obliger observer obtenir occuper opposer opérer ordonner organiser orienter oublier ouvrir paralyser
paraître parcourir participer partir passer patienter payer pencher percer perdre perdurer permettre perpétrer
perturber peser placer porter poser posséder pousser pratiquer prendre priver procéder produire profiter progresser
proliférer prolonger promouvoir protéger prouver provenir provoquer précipiter préférer préparer préserver présider
quitter radicaliser ramener ranger rapprocher rassembler ravager recevoir recruter redevenir refléter refuser
rejoindre relier remettre remonter remplacer remplir remporter rencontrer rendre renforcer rentrer renverser repartir
reposer repousser représenter requérir respecter restaurer rester retirer retomber retourner retrouver revenir rompre
ruiner réagir réaliser récolter récupérer réduire régler régner réguler rénover répandre réparer répartir résider
résister résoudre résulter rétablir réunir réussir révéler saisir sanctionner sauter sauver savoir sembler servir
signifier situer sortir souffrir soulever soumettre stabiliser stationner stocker subir succéder suffire suivre
supporter supprimer surmonter surveiller survenir survivre susciter séparer tendre tenir terminer tirer tomber
torturer toucher tourner traduire transformer transférer transporter travailler traverser trembler tromper trouver
tuer unir utiliser vaincre valoir varier vendre venir verser viser visiter vivre voir voler voter vérifier échouer
éclairer éclater élargir élever éliminer élire épuiser équiper établir éteindre étendre étudier évacuer éviter évoluer
"""
COMMON = tuple(_COMMON.split())

# Forms that are also another word in news French: N noun, A adjective, V another verb, X function word.
HOMOGRAPHS = {
    "N": """accusé accusée accusés accusées affiche affiches alarme alarmes aller annonce annonces appelant appelants
        applique arrivée arrivées attaque avance avances avions avoir avoirs blâme blâmes charge charges cite cites cité
        cités combattant commande commandes communiqué communiqués compte comptes crainte craintes critique critiques
        crue crues demande demandes devoir dialogue dialogues dire dires dirigeant dirigeante dirigeants dit doute
        doutes acte actes alerte alertes
        déjeuner dîner dîne échange échanges écrit écrits élu élue élus élues envoyé envoyée envoyés envoyées entrée
        entrées estime être êtres été étés exposé exposés fait faits fixe garantie garanties glisse insurgé insurgés
        intervenant intervenants juge juges juré jurés laisse lance lances lit lits loue manifeste manifestes marque
        marques menace menaces mentions mets mise mises murmure murmures note notes notions offre offres ordre parti
        partie parties partis part peste plainte plaintes point pointe pointes poste postes portions pouvoir presse
        prétendant prétendants prise prises promise protestant protestants réclame reçu reçus relève remarque remarques
        remise rencontre rencontres réplique répliques reproche reproches réserve reste restes retraite riposte ripostes
        retrait révolte savoir sens siège sièges signe signes somme sommes sommer sort sorts sortie sorties souffle
        souffles statue suivant table tables taxe taxes téléphone téléphones tente tentes tenue tenues tonne tonnes
        tranche tranches venue venues viole violes visite visites voie voies voile vue vues défense adresse adresses
        conseiller conseillers paraphe paraphes proteste représentant représentants tire touche prétexte prétextes
        convoque lève lis crois prêche supposé cause causes quitte but envoie geste gestes réponse
        évoque rejet comptes voix prononcé énoncé énoncés relevé relevés relais mis attendus attendu vécu abordée
        dénoncé compromis entendu traité traités traitée traite traites prévenu prévenue prévenus prévenues""",
    "A": """ajournée complète complètes content contraint convaincant critique critiques déclaré dit dite dites dits
        estimé ferme fermes fixe fixes accueillant insistant insistante inquiète inquiètes joint jointe lâche lâches
        menaçant menaçante menaçants menaçantes ouvert ouverte ouverts ouvertes présumé prétendu prétendue prétendus
        prétendues prévu quitte quittes reconnaissant reconnaissante reconnaissants réjouissant suivant suivante
        suivants suivantes suspecte suspectes supposé supposée surpris alarmant alarmante exclusif inquiétant
        inquiétante exigeant exigeante exigeants exigeantes protestant protestante rassurant vantard tenu avisé avisée
        avisés osé rusé regretté regrettée assuré confiant confiante confiants confiantes méfiant résolu évident
        étonnant étonnante soutenu soutenue commun manifeste manifestes privé privée autorisé autorisée qualifié
        qualifiée répété répétés reconnu modéré imposant imposante opposé opposée opposés opposées fulminant
        interrogé appelé informé informée mesuré juré avancé avancée avancées excusé sollicité""",
    "X": "été maintenant suivant soit sois entre pendant durant voici voilà excepté passé vu dès tienne tiennes "
    "attendu tant compris concernant touchant pourvu étant",
}


def _plain(stem: str, ending: str) -> str:
    """Join an -er stem and an ending: "annonc" + "ait" is "annonçait", "exig" + "ait" is "exigeait"."""
    if ending[:1] in tuple("aâo") and stem[-1:] == "c":
        return stem[:-1] + "ç" + ending
    if ending[:1] in tuple("aâo") and stem[-1:] == "g":
        return stem + "e" + ending
    return stem + ending


def _er_stems(verb: str) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return the stems of an -er verb: strong, mute-e present, futures (the usual first), variants of the present."""
    stem = verb[:-2]
    if verb in DOUBLING:
        doubled = stem + stem[-1]
        grave = stem[:-2] + "è" + stem[-1]
        reform = () if verb.endswith(("appeler", "jeter")) else (grave,)  # 1990: "renouvèle", but still "appelle"
        return stem, doubled, (doubled + "er", *(g + "er" for g in reform)), reform
    if stem.endswith(("oy", "uy")):
        future = verb[: -len("envoyer")] + "enverr" if verb.endswith("envoyer") else stem[:-1] + "ier"
        return stem, stem[:-1] + "i", (future,), ()
    if stem.endswith("ay"):
        return stem, stem[:-1] + "i", (stem[:-1] + "ier", stem + "er"), (stem,)
    body = stem[:-2] if stem.endswith(("gu", "qu")) else stem  # "alléguer": the u belongs to the consonant
    body = body.rstrip("bcçdfghjklmnpqrstvwxz")
    tail = stem[len(body) :]
    if body.endswith("é") and _opens_syllable(tail):  # "réitérer": réitère, réitérera (1990: réitèrera)
        grave = body[:-1] + "è" + tail
        return stem, grave, (stem + "er", grave + "er"), ()
    if body.endswith("e") and _opens_syllable(tail):  # "relever": relève, relèvera
        grave = body[:-1] + "è" + tail
        return stem, grave, (grave + "er",), ()
    return stem, stem, (stem + "er",), ()


def _opens_syllable(consonants: str) -> bool:
    """True for consonants that can open a syllable: "r", "gu", "gr", "ch"; false for "ss", "rn", "st", "x"."""
    if len(consonants) == 1:
        return consonants not in ("x", "w")
    return consonants in (
        "ch",
        "gn",
        "gu",
        "qu",
        "br",
        "cr",
        "dr",
        "fr",
        "gr",
        "pr",
        "tr",
        "vr",
        "bl",
        "cl",
        "fl",
        "gl",
        "pl",
    )


def _pattern(verb: str) -> tuple[str, Pattern] | None:
    """Return (prefix, family) of an irregular verb, or None."""
    if verb in DISEZ:
        return verb[:-4], FAMILIES["disez"]
    if verb.endswith(("aindre", "eindre", "oindre")):  # "craindre": crains, craignons, craint
        root = verb[:-4]
        return "", Pattern(
            (root + "ns", root + "ns", root + "nt", root + "gnons", root + "gnez", root + "gnent"),
            root + "ndr",
            ("i", root + "gn"),
            root + "nt",
        )
    for ending in sorted(FAMILIES, key=len, reverse=True):
        members = MEMBERS.get(ending)
        if (verb in members) if members else verb.endswith(ending):
            return verb[: len(verb) - len(ending)], FAMILIES[ending]
    return None


def _irregular(verb: str, prefix: str, p: Pattern) -> Iterator[Form]:
    present = [prefix + f if f else "" for f in p.present]
    nous = p.imperfect or p.present[3][:-3]
    imperfect = prefix + nous
    stems = p.subjunctive if p.subjunctive[0] else (p.present[5][:-3], nous)
    subj = [prefix + s if s else "" for s in stems]
    kind, stem = p.past
    yield from _finite(verb, present, imperfect, [prefix + p.future], kind, prefix + stem, subj, p.persons)
    commands = p.imperative or tuple(_imperative(p.present))
    for person, command in zip(("2s", "1p", "2p"), commands, strict=False):
        if command:
            yield Form(prefix + command, "imperative", "present", person)
    if p.gerund != "-":
        yield Form(prefix + (p.gerund or nous + "ant"), "participle", "present")
    yield from _participles(prefix + p.participle, prefix + (p.feminine or p.participle + "e"), verb)


def _imperative(present: tuple[str, ...]) -> list[str]:
    second = present[1]
    if second.endswith("es"):
        second = second[:-1]
    return [second, present[3], present[4]]


def _participles(masculine: str, feminine: str, verb: str) -> Iterator[Form]:
    plural = masculine if masculine.endswith(("s", "x")) else masculine.replace("dû", "du") + "s"
    yield Form(masculine, "participle", "past", "", "m", "s")
    if verb in INVARIABLE:
        return
    yield Form(feminine, "participle", "past", "", "f", "s")
    yield Form(plural, "participle", "past", "", "m", "p")
    yield Form(feminine + "s", "participle", "past", "", "f", "p")


def _finite(  # noqa: PLR0913, PLR0917  # one argument for each stem
    verb: str,
    present: list[str],
    imperfect: str,
    futures: list[str],
    kind: str,
    past: str,
    subj: list[str],
    persons: tuple[str, ...],
) -> Iterator[Form]:
    """Yield infinitive, indicative, conditional and subjunctive forms."""

    def each(mood: str, tense: str, forms: list[str], spelling: str = "") -> Iterator[Form]:
        for person, form in zip(PERSONS, forms, strict=False):
            if form and person in persons:
                yield Form(form, mood, tense, person, spelling=spelling)

    yield Form(verb, "infinitive", "present")
    yield from each("indicative", "present", present)
    soft = [
        _plain(imperfect, e) if verb.endswith("er") else imperfect + e
        for e in ("ais", "ais", "ait", "ions", "iez", "aient")
    ]
    yield from each("indicative", "imperfect", soft)
    for i, future in enumerate(futures):
        spelling = "" if i == 0 else ("variant" if verb.endswith("ayer") else "1990")
        yield from each("indicative", "future", [future + e for e in ("ai", "as", "a", "ons", "ez", "ont")], spelling)
        yield from each(
            "conditional", "present", [future + e for e in ("ais", "ais", "ait", "ions", "iez", "aient")], spelling
        )
    endings = {
        "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
        "i": ("is", "is", "it", "îmes", "îtes", "irent"),
        "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
        "in": ("ins", "ins", "int", "înmes", "întes", "inrent"),
    }[kind]
    yield from each("indicative", "past", [_plain(past, e) if kind == "a" else past + e for e in endings])
    subjunctive = list(SUBJUNCTIVES.get(verb, ())) or [
        subj[0] + "e",
        subj[0] + "es",
        subj[0] + "e",
        subj[1] + "ions" if subj[1] else "",
        subj[1] + "iez" if subj[1] else "",
        subj[0] + "ent",
    ]
    yield from each("subjunctive", "present", subjunctive)
    base = {"a": "a", "i": "i", "u": "u", "in": "in"}[kind]
    hat = {"a": "ât", "i": "ît", "u": "ût", "in": "înt"}[kind]
    tail = [base + "sse", base + "sses", hat, base + "ssions", base + "ssiez", base + "ssent"]
    yield from each("subjunctive", "imperfect", [_plain(past, e) if kind == "a" else past + e for e in tail])


def _er(verb: str) -> Iterator[Form]:
    strong, mute, futures, variants = _er_stems(verb)
    present = [mute + "e", mute + "es", mute + "e", _plain(strong, "ons"), _plain(strong, "ez"), mute + "ent"]
    yield from _finite(verb, present, strong, list(futures), "a", strong, [mute, strong], PERSONS)
    for variant in variants:
        label = "variant" if verb.endswith("ayer") else "1990"
        for person, ending in (("1s", "e"), ("2s", "es"), ("3s", "e"), ("3p", "ent")):
            yield Form(variant + ending, "indicative", "present", person, spelling=label)
            yield Form(variant + ending, "subjunctive", "present", person, spelling=label)
        yield Form(variant + "e", "imperative", "present", "2s", spelling=label)
    yield Form(mute + "e", "imperative", "present", "2s")
    yield Form(_plain(strong, "ons"), "imperative", "present", "1p")
    yield Form(strong + "ez", "imperative", "present", "2p")
    yield Form(_plain(strong, "ant"), "participle", "present")
    yield from _participles(strong + "é", strong + "ée", verb)


def _ir(verb: str) -> Iterator[Form]:
    stem = verb[:-1]  # "averti"
    root = verb[:-2]
    present = [stem + e for e in ("s", "s", "t", "ssons", "ssez", "ssent")]
    yield from _finite(verb, present, stem + "ss", [verb], "i", root, [stem + "ss", stem + "ss"], PERSONS)
    for person, ending in (("2s", "s"), ("1p", "ssons"), ("2p", "ssez")):
        yield Form(stem + ending, "imperative", "present", person)
    yield Form(stem + "ssant", "participle", "present")
    yield from _participles(stem, stem + "e", verb)


def _re(verb: str) -> Iterator[Form]:
    stem = verb[:-2]  # "répond"
    present = [stem + "s", stem + "s", stem, stem + "ons", stem + "ez", stem + "ent"]
    yield from _finite(verb, present, stem, [verb[:-1]], "i", stem, [stem, stem], PERSONS)
    for person, ending in (("2s", "s"), ("1p", "ons"), ("2p", "ez")):
        yield Form(stem + ending, "imperative", "present", person)
    yield Form(stem + "ant", "participle", "present")
    yield from _participles(stem + "u", stem + "ue", verb)


THIRD_GROUP = (
    "oir",
    "quérir",
    "ourir",
    "servir",
    "dormir",
    "bouillir",
    "fuir",
    "faillir",
    "saillir",
    "vêtir",
    "ouïr",
    "gésir",
    "haïr",
    "vrir",
    "frir",
    "cueillir",
    "venir",
    "tenir",
)  # -ir verbs that do not follow "finir"
REGULAR_RE = (
    "répondre",
    "entendre",
    "rendre",
    "attendre",
    "suspendre",
    "défendre",
    "descendre",
    "étendre",
    "tendre",
    "prétendre",
    "sous-entendre",
    "confondre",
    "correspondre",
    "perdre",
    "vendre",
    "dépendre",
    "pendre",
    "reperdre",
    "répandre",
    "fondre",
    "mordre",
    "tordre",
)


def conjugate(verb: str) -> list[Form]:
    """Return all forms of *verb* (an infinitive without pronoun).

    >>> [f.form for f in conjugate("avertir") if f.tense == "imperfect" and f.person == "3p" and f.mood == "indicative"]
    ['avertissaient']
    >>> sorted({f.form for f in conjugate("annoncer") if f.mood == "participle"})
    ['annoncé', 'annoncée', 'annoncées', 'annoncés', 'annonçant']
    """
    found = _pattern(verb)
    if found:
        forms = list(_irregular(verb, *found))
        if verb.endswith("aître"):  # 1990: "connait", "connaitra"
            forms += [f._replace(form=f.form.replace("aî", "ai"), spelling="1990") for f in forms if "aî" in f.form]
        if verb == "asseoir":
            forms += list(_assoir())
        if verb == "pouvoir":
            forms.append(Form("puis", "indicative", "present", "1s", spelling="variant"))
        return forms
    if verb.endswith("er"):
        return list(_er(verb))
    if verb.endswith("ir") and not verb.endswith(THIRD_GROUP):
        return list(_ir(verb))
    if verb in REGULAR_RE:
        return list(_re(verb))
    raise ValueError(f"no class for the verb {verb!r}: add it to FAMILIES or REGULAR_RE in {Path(__file__).name}")


def _assoir() -> Iterator[Form]:
    """Yield the second set of "asseoir": il assoit, il assoira."""
    for person, form in zip(PERSONS, ("assois", "assois", "assoit", "assoyons", "assoyez", "assoient"), strict=False):
        yield Form(form, "indicative", "present", person, spelling="variant")
    for person, e in zip(PERSONS, ("ai", "as", "a", "ons", "ez", "ont"), strict=False):
        yield Form("assoir" + e, "indicative", "future", person, spelling="variant")
    for person, e in zip(PERSONS, ("ie", "ies", "ie", "yions", "yiez", "ient"), strict=False):
        yield Form("asso" + e, "subjunctive", "present", person, spelling="variant")
    for person, form in (("2s", "assois"), ("1p", "assoyons"), ("2p", "assoyez")):
        yield Form(form, "imperative", "present", person, spelling="variant")


def homograph(form: str) -> str:
    """Return the letters of the other word classes of *form*: "N", "A", "X", in that order."""
    return "".join(letter for letter, words in _HOMOGRAPHS.items() if form in words)


_HOMOGRAPHS = {letter: frozenset(words.split()) for letter, words in HOMOGRAPHS.items()}


def verbs() -> list[str]:
    """Return the infinitives that the other lexicons name, sorted."""
    found = {"avoir", "être", "aller", "devoir", "pouvoir", "vouloir", "faire", "laisser", "venir", "falloir"}
    for name in ("speech_verbs.tsv", "meeting_triggers.tsv", "factuality_cues.tsv", "treaty_nouns.tsv"):
        with (HERE / name).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                found.update(v for v in row["verb"].split("|") if v)
    return sorted(found)


def table() -> str:
    """Return the text of verb_forms.tsv."""
    lines = ["form\tverb\tmood\ttense\tperson\tgender\tnumber\tauxiliary\tspelling\thomograph"]
    named = frozenset(verbs())
    for verb in sorted({*named, *COMMON}):
        auxiliary = "avoir|être" if verb in BOTH_AUXILIARIES else "être" if verb in ETRE else "avoir"
        for f in dict.fromkeys(conjugate(verb)):
            letters = homograph(f.form) if verb in named else "T"
            lines.append(
                "\t".join((f.form, verb, f.mood, f.tense, f.person, f.gender, f.number, auxiliary, f.spelling, letters))
            )
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the table, or print the forms of the verbs named."""
    for verb in arguments:
        for f in conjugate(verb):
            print("\t".join((verb, *f)))
    if not arguments:
        (HERE / "verb_forms.tsv").write_text(table(), encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
