"""Every sentence the command line says, in French and English. Data only."""

from pourparlers.cli.language import Text

ERROR = Text(fr="Erreur :", en="Error:")
USAGE = Text(fr="Utilisation : ", en="Usage: ")
COMMANDS = Text(fr="Commandes", en="Commands")
HELP = Text(fr="Affiche cette aide.", en="Show this help.")
VERSION = Text(fr="Affiche la version.", en="Show the version.")
LANG = Text(
    fr="Langue des messages ; celle du système par défaut.", en="Language of messages; the system's by default."
)
STORE = Text(fr="Dossier du magasin.", en="Folder of the store.")
INTERRUPTED = Text(fr="Interrompu ; ce qui est écrit est entier.", en="Interrupted; what has been written is whole.")
YES = Text(fr="oui", en="yes")
NO = Text(fr="non", en="no")
ROWS = Text(fr="{n} ligne(s)", en="{n} row(s)")
NO_SUCH_FORM = Text(
    fr="cette réponse n'existe pas au format {form} ; possibles : {forms}",
    en="this answer has no format {form}; there are: {forms}",
)

MAIN = Text(
    fr="""Lit des articles de presse et en fait un graphe de connaissances que l'on interroge en SPARQL.

    Les résultats vont sur la sortie standard, les remarques sur la sortie d'erreur.

    \b
    Codes de sortie :
      0    fait
      1    impossible ; le message dit pourquoi
      2    commande mal écrite
      3    fait, mais quelque chose a été trouvé (fausses preuves, violations, articles retenus)
      130  interrompu
      141  le lecteur de la sortie est parti

    \b
    Exemple :
      pourparlers build articles/
      pourparlers query meetings/between -p from=2017 -p to=2018 --evidence
    """,
    en="""Read news articles into a knowledge graph that answers SPARQL.

    Results go to standard output, remarks to standard error.

    \b
    Exit codes:
      0    done
      1    cannot be done; the message says why
      2    wrong usage
      3    done, but something was found (false evidence, violations, articles withheld)
      130  interrupted
      141  whoever read the output has gone

    \b
    Example:
      pourparlers build articles/
      pourparlers query meetings/between -p from=2017 -p to=2018 --evidence
    """,
)

BUILD = Text(
    fr="""Lit des articles dans le magasin.

    CHEMIN est un fichier (.txt, .html, .jsonl) ou un dossier de tels fichiers, où metadata.csv donne
    titres et dates.
    Seuls les articles nouveaux ou changés sont relus. On peut interrompre et relancer à tout moment.

    \b
    Exemple :
      pourparlers build articles/ --jobs 2
      pourparlers build --remove vieux.txt
    """,
    en="""Read articles into the store.

    PATH is a file (.txt, .html, .jsonl) or a folder of such files; a metadata.csv in it gives titles and dates.
    Only new or changed articles are read. It may be interrupted and run again at any moment.

    \b
    Example:
      pourparlers build articles/ --jobs 2
      pourparlers build --remove old.txt
    """,
)
JOBS = Text(fr="Nombre de processus qui lisent en même temps.", en="How many processes read at the same time.")
REMOVE = Text(fr="Retire l'article de ce nom ; répétable.", en="Remove the article of this name; repeatable.")
NOTHING_TO_BUILD = Text(
    fr="rien à faire : donnez un CHEMIN, ou --remove FICHIER", en="nothing to do: give a PATH, or --remove FILE"
)
NOTHING_READ = Text(fr="aucun article lisible dans {paths}", en="no article that can be read in {paths}")
READING = Text(fr="Lecture des articles", en="Reading articles")
BUILT = Text(
    fr="{new} nouveau(x), {replaced} remplacé(s), {unchanged} inchangé(s), {removed} retiré(s), "
    "{skipped} ignoré(s), {blocked} retenu(s)",
    en="{new} new, {replaced} replaced, {unchanged} unchanged, {removed} removed, "
    "{skipped} skipped, {blocked} withheld",
)
SKIPPED = Text(fr="ignoré : {name} ({reason})", en="skipped: {name} ({reason})")
BLOCKED = Text(fr="retenu : {name} : {reasons}", en="withheld: {name}: {reasons}")
NOT_THERE = Text(fr="le magasin n'a pas d'article {name}", en="the store has no article {name}")

QUERY = Text(
    fr="""Pose une question au graphe.

    QUESTION est le nom d'une question toute faite (voir « pourparlers queries »), un fichier SPARQL, ou - pour
    l'entrée standard. Les préfixes du projet n'ont pas à être déclarés. Un acteur se donne par son nom ou son IRI.

    --evidence ajoute à chaque ligne d'un SELECT la preuve : les colonnes evidence (les mots de l'article),
    evidenceArticle, evidenceBegin, evidenceEnd et evidenceLink. La preuve est celle du fait nommé par la ligne
    (déclaration, rencontre, événement, poste), à défaut celle du traité, à défaut celle de la personne ou de
    l'institution ; si la ligne nomme un article, le passage vient de cet article, sinon du premier par son nom.

    \b
    Exemple :
      pourparlers query meetings/of-actor -p actor="Hanna Lindqvist" --evidence
      echo 'SELECT ?p { ?p a pp:Person }' | pourparlers query - --format csv
    """,
    en="""Ask the graph a question.

    QUESTION is the name of a saved query (see `pourparlers queries`), a SPARQL file, or - for standard input.
    The project's prefixes need not be declared. An actor is given by name or by IRI.

    --evidence adds its proof to each row of a SELECT: the columns evidence (the article's words), evidenceArticle,
    evidenceBegin, evidenceEnd and evidenceLink. The proof is that of the fact the row names (statement, meeting,
    event, post), failing that of the treaty, failing that of the person or institution; if the row names an
    article, the passage is of that article, else of the first by name.

    \b
    Example:
      pourparlers query meetings/of-actor -p actor="Hanna Lindqvist" --evidence
      echo 'SELECT ?p { ?p a pp:Person }' | pourparlers query - --format csv
    """,
)
PARAMETER = Text(fr="Valeur d'un paramètre ; répétable.", en="Value of a parameter; repeatable.")
FORMAT = Text(fr="Format de la réponse.", en="Format of the answer.")
EVIDENCE = Text(fr="Ajoute à chaque ligne le passage qui la prouve.", en="Add to each row the passage that proves it.")
BAD_PAIR = Text(fr="-p attend nom=valeur, pas {pair}", en="-p wants name=value, not {pair}")
NO_PARAMETERS = Text(
    fr="cette question n'a pas d'en-tête #+ et donc pas de paramètres",
    en="this query has no #+ header and so no parameters",
)
NO_QUERY = Text(
    fr="ni question toute faite ni fichier : {name} ; « pourparlers queries » donne la liste",
    en="neither a saved query nor a file: {name}; `pourparlers queries` lists them",
)
NOT_TEXT = Text(fr="{name} n'est pas un texte UTF-8", en="{name} is not UTF-8 text")
ONLY_SELECT = Text(fr="--evidence ne vaut que pour SELECT", en="--evidence is for SELECT only")

QUERIES = Text(
    fr="""Montre les questions toutes faites.

    Sans NOM, leur liste ; avec un NOM, une question : son sens, ses paramètres, ses colonnes et son SPARQL.

    \b
    Exemple :
      pourparlers queries
      pourparlers queries meetings/between
    """,
    en="""Show the saved queries.

    Without a NAME, the list of them; with one, that query: its meaning, parameters, columns and SPARQL.

    \b
    Example:
      pourparlers queries
      pourparlers queries meetings/between
    """,
)
QUERIES_FORMAT = Text(fr="Tableau, ou la page queries/README.md.", en="A table, or the page queries/README.md.")
NAME = Text(fr="nom", en="name")
QUESTION = Text(fr="question", en="question")
PARAMETERS = Text(fr="paramètres", en="parameters")
COLUMNS = Text(fr="colonnes", en="columns")
REQUIRED = Text(fr="obligatoire", en="required")
OPTIONAL = Text(fr="facultatif", en="optional")
DEFAULT = Text(fr="par défaut {value}", en="default {value}")

VALIDATE = Text(
    fr="""Vérifie le graphe : formes SHACL et contrôles de queries/quality.

    Violation : le fait est faux ou sans preuve. Warning : à regarder. Info : pour information.

    \b
    Exemple :
      pourparlers validate --store pourparlers-store
    """,
    en="""Check the graph: SHACL shapes and the checks of queries/quality.

    Violation: the fact is false or unproved. Warning: look at it. Info: for information.

    \b
    Example:
      pourparlers validate --store pourparlers-store
    """,
)
SEVERITY = Text(fr="gravité", en="severity")
RULE = Text(fr="règle", en="rule")
FOCUS = Text(fr="sur", en="about")
MESSAGE = Text(fr="message", en="message")
ALTERED = Text(
    fr="Le fichier de l'article {name} a été modifié après son écriture ; construisez l'article à nouveau.",
    en="The file of the article {name} was changed after it was written; build the article again.",
)
SOUND = Text(fr="Le graphe est sain : aucune violation.", en="The graph is sound: no violation.")
FINDINGS = Text(
    fr="{violations} violation(s), {warnings} avertissement(s), {infos} information(s)",
    en="{violations} violation(s), {warnings} warning(s), {infos} info(s)",
)
CHECKING = Text(fr="Vérification", en="Checking")

VERIFY = Text(
    fr="""Relit chaque preuve dans le texte conservé de son article.

    \b
    Exemple :
      pourparlers verify
    """,
    en="""Read every piece of evidence again in the stored text of its article.

    \b
    Example:
      pourparlers verify
    """,
)
VERIFIED = Text(fr="{right} passages sur {n} relus", en="{right} of {n} passages re-read")
MISQUOTED = Text(
    fr="{passage} : « {quoted} », l'article porte « {printed} »",
    en="{passage}: '{quoted}', the article has '{printed}'",
)

EXPORT = Text(
    fr="""Écrit le graphe dans un format que lisent les autres outils.

    \b
    Couches :
      resolved  personnes, rencontres, ... telles que tous les articles les donnent (par défaut)
      source    ce que dit chaque article, à part
      all       les deux, dans les formats qui séparent les graphes (trig, nq, jsonld)

    \b
    Exemple :
      pourparlers export --format ttl -o graphe.ttl
    """,
    en="""Write the graph in a format that other tools read.

    \b
    Layers:
      resolved  people, meetings, ... as all articles together give them (default)
      source    what each article says, by itself
      all       both, in formats that keep graphs apart (trig, nq, jsonld)

    \b
    Example:
      pourparlers export --format ttl -o graph.ttl
    """,
)
EXPORT_FORMAT = Text(fr="Format du fichier.", en="Format of the file.")
LAYER = Text(fr="Couche du graphe.", en="Layer of the graph.")
OUTPUT = Text(fr="Fichier à écrire ; la sortie standard par défaut.", en="File to write; standard output by default.")

SHOW = Text(
    fr="""Montre tout ce que l'on sait d'une personne, d'une institution, d'une rencontre, d'un traité ou d'un article.

    NOM est un nom, un nom de fichier d'article ou une IRI (id:person/... suffit). Chaque fait vient avec le passage
    qui le prouve.

    \b
    Exemple :
      pourparlers show "Hanna Lindqvist"
      pourparlers show depeche-12.txt --dating
    """,
    en="""Show all that is known of a person, an institution, a meeting, a treaty or an article.

    NAME is a name, an article's file name, or an IRI (id:person/... is enough). Each fact comes with the passage
    that proves it.

    \b
    Example:
      pourparlers show "Hanna Lindqvist"
      pourparlers show dispatch-12.txt --dating
    """,
)
DATING = Text(fr="D'un article : sa date, et pourquoi.", en="Of an article: its date, and why.")
UNCLAIMED = Text(
    fr="D'un article : citations et verbes de parole laissés de côté.",
    en="Of an article: quotations and verbs of saying left aside.",
)
ONLY_ARTICLES = Text(
    fr="--dating et --unclaimed ne valent que pour un article, et {name} n'en est pas un",
    en="--dating and --unclaimed are for an article only, and {name} is none",
)
TOLD_BY = Text(fr="Selon les articles", en="According to the articles")
ISSUED = Text(fr="paru : {issued}", en="issued: {issued}")
ISSUED_BETWEEN = Text(fr="paru entre le {earliest} et le {latest}", en="issued between {earliest} and {latest}")
UNDATED = Text(fr="sans date", en="undated")
GIVEN = Text(fr="date donnée avec l'article", en="date given with the article")
INFERRED = Text(fr="date déduite du texte", en="date inferred from the text")
ALL_CLAIMED = Text(fr="Rien n'a été laissé de côté.", en="Nothing was left aside.")

EVALUATE = Text(
    fr="""Mesure la qualité : précision, rappel et F1 par sorte de fait, contre des articles annotés.

    DOSSIER contient des annotations *.json. Leurs articles doivent être dans le magasin, sous le même nom de fichier.

    \b
    Exemple :
      pourparlers evaluate gold/ --errors 20
    """,
    en="""Measure quality: precision, recall and F1 per kind of fact, against annotated articles.

    FOLDER holds annotations *.json. Their articles must be in the store, under the same file name.

    \b
    Example:
      pourparlers evaluate gold/ --errors 20
    """,
)
ERRORS = Text(fr="Montre jusqu'à N erreurs par sorte.", en="Show up to N errors per kind.")
LEFT = Text(
    fr="Lit de nouveau les articles : citations et verbes de parole pris, classés, laissés de côté.",
    en="Read the articles again: quotations and verbs of saying claimed, classed, left aside.",
)
QUOTATIONS = Text(fr="citations de trois mots ou plus", en="quotations of three words or more")
CUES = Text(fr="verbes de parole", en="verbs of saying")
TOTAL = Text(fr="en tout", en="all")
CLAIMED = Text(fr="pris", en="claimed")
CLASSED = Text(fr="classés", en="classed")
LISTED = Text(fr="laissés", en="listed")
AS_JSON = Text(fr="Chiffres en JSON.", en="Figures as JSON.")
MISSING_ARTICLES = Text(
    fr="pas dans le magasin, donc tout y manque : {names}", en="not in the store, hence all missed: {names}"
)
KIND = Text(fr="sorte", en="kind")
PRECISION = Text(fr="précision", en="precision")
RECALL = Text(fr="rappel", en="recall")
ACCURACY = Text(fr="exactitude", en="accuracy")
RIGHT_OF = Text(fr="{right} sur {n}", en="{right} of {n}")

JUDGE = Text(
    fr="""Décide qui est qui, d'un article à l'autre ; tout peut être repris.

    \b
    Exemple :
      pourparlers judge same "H. Lindqvist" "Hanna Lindqvist" --why "même titre, même mois"
      pourparlers judge list
    """,
    en="""Decide who is who across articles; all of it can be taken back.

    \b
    Example:
      pourparlers judge same "H. Lindqvist" "Hanna Lindqvist" --why "same title, same month"
      pourparlers judge list
    """,
)
JUDGE_SAME = Text(
    fr="""Dit que A et B sont la même chose. A et B sont des noms ou des IRI.

    \b
    Exemple :
      pourparlers judge same "H. Lindqvist" "Hanna Lindqvist" --why "même titre"
    """,
    en="""Say that A and B are the same thing. A and B are names or IRIs.

    \b
    Example:
      pourparlers judge same "H. Lindqvist" "Hanna Lindqvist" --why "same title"
    """,
)
JUDGE_DIFFERENT = Text(
    fr="""Dit que A et B sont deux choses. A et B sont des noms ou des IRI.

    Pour diviser une chose, donnez les IRI de ses versions, une par article, telles que les liste « show ».

    \b
    Exemple :
      pourparlers judge different "K. Belhadj" "Karim Belhadj" --why "le père et le fils"
    """,
    en="""Say that A and B are two things. A and B are names or IRIs.

    To divide one thing, give the IRIs of its accounts, one per article, as `show` lists them.

    \b
    Example:
      pourparlers judge different "K. Belhadj" "Karim Belhadj" --why "father and son"
    """,
)
JUDGE_UNDO = Text(
    fr="""Reprend ce qui a été décidé de A et B.

    A et B sont des noms, ou les IRI que montre « judge list ».

    \b
    Exemple :
      pourparlers judge undo "K. Belhadj" "Karim Belhadj"
    """,
    en="""Take back what was decided of A and B.

    A and B are names, or the IRIs that `judge list` shows.

    \b
    Example:
      pourparlers judge undo "K. Belhadj" "Karim Belhadj"
    """,
)
RULES = Text(
    fr="Aussi ce que les règles ont décidé, avec le motif.",
    en="Also what the rules decided, with the reason.",
)
JUDGE_LIST = Text(
    fr="""Montre toutes les décisions.

    \b
    Exemple :
      pourparlers judge list --rules
    """,
    en="""Show all decisions.

    \b
    Example:
      pourparlers judge list --rules
    """,
)
WHY = Text(fr="Pourquoi, en mots vérifiables.", en="Why, in words that can be checked.")
BY = Text(fr="Qui en décide ; l'utilisateur du système par défaut.", en="Who decides; the system's user by default.")
JUDGED = Text(fr="noté : {left} et {right} : {verdict}", en="noted: {left} and {right}: {verdict}")
UNDONE = Text(fr="repris : {left} et {right}", en="taken back: {left} and {right}")
SELF = Text(
    fr="{left} et {right} sont déjà une seule chose ; pour la diviser, donnez les IRI des versions que liste « show »",
    en="{left} and {right} are one thing already; to divide it, give the IRIs of the accounts that `show` lists",
)
UNLIKE = Text(
    fr="{left} et {right} ne se comparent pas : il y faut deux personnes, institutions, rencontres ou traités",
    en="{left} and {right} cannot be compared: it takes two people, two institutions, two meetings or two treaties",
)
VERDICT = Text(fr="verdict", en="verdict")
BY_WHOM = Text(fr="par", en="by")
WHY_SHORT = Text(fr="pourquoi", en="why")
RECORD = Text(fr="notice d'autorité", en="authority record")
MEAN = Text(fr="F1 moyen :", en="Mean F1:")

PROPERTIES = {
    "skos:altLabel": Text(fr="autres noms", en="other names"),
    "skos:exactMatch": Text(fr="ailleurs", en="elsewhere"),
    "skos:note": Text(fr="remarque", en="note"),
    "rdfs:seeAlso": Text(fr="voir aussi", en="see also"),
    "foaf:gender": Text(fr="genre", en="gender"),
    "dcterms:identifier": Text(fr="fichier", en="file"),
    "dcterms:issued": Text(fr="paru", en="issued"),
    "dcterms:language": Text(fr="langue", en="language"),
    "dcterms:publisher": Text(fr="publié par", en="published by"),
    "dcterms:title": Text(fr="titre", en="title"),
    "schema:url": Text(fr="adresse", en="address"),
    "org:classification": Text(fr="type", en="type"),
    "org:organization": Text(fr="institution", en="institution"),
    "org:subOrganizationOf": Text(fr="fait partie de", en="part of"),
    "sem:hasEarliestBeginTimeStamp": Text(fr="commence au plus tôt", en="begins at the earliest"),
    "sem:hasLatestBeginTimeStamp": Text(fr="commence au plus tard", en="begins at the latest"),
    "sem:hasEarliestEndTimeStamp": Text(fr="finit au plus tôt", en="ends at the earliest"),
    "sem:hasLatestEndTimeStamp": Text(fr="finit au plus tard", en="ends at the latest"),
}
"""Names of the properties of other vocabularies, which the ontology does not name."""

SERVE = Text(
    fr="""Sert le graphe par HTTP, en lecture seule, sans autre réglage et sans réseau.

    /sparql parle le protocole SPARQL 1.1, /store celui des graphes, /queries sert les requêtes enregistrées.
    Une requête qui dépasse son temps ou sa mémoire est arrêtée ; une construction peut tourner à côté.

    \b
    Exemple :
      pourparlers serve --port 8000
    """,
    en="""Serve the graph over HTTP, read-only, with no other set-up and no network.

    /sparql speaks the SPARQL 1.1 protocol, /store that of graphs, /queries runs the saved queries.
    A query over its time or memory is stopped; a build may run beside the server.

    \b
    Example:
      pourparlers serve --port 8000
    """,
)
HOST = Text(fr="Adresse où écouter.", en="Address to listen at.")
PORT = Text(fr="Port où écouter.", en="Port to listen at.")
TIMEOUT = Text(fr="Secondes qu'une requête peut prendre.", en="Seconds a query may take.")
MEMORY = Text(fr="Mémoire qu'une requête peut prendre, en mégaoctets.", en="Memory a query may take, in megabytes.")
ANSWER = Text(fr="Taille d'une réponse, en mégaoctets.", en="Size of an answer, in megabytes.")
UPDATES = Text(
    fr="Accepte les changements de qui connaît le jeton POURPARLERS_TOKEN ; une construction les efface.",
    en="Accept changes from who knows the token POURPARLERS_TOKEN; the next build that changes the store undoes them.",
)
FEDERATION = Text(
    fr="Permet à SERVICE et LOAD les adresses qui commencent ainsi (https://hôte/...) ; peut être répété.",
    en="Let SERVICE and LOAD ask addresses that begin like this (https://host/...); can be repeated.",
)
NO_ADDRESS = Text(
    fr="--federation {given} : une adresse commence par http:// ou https://, un hôte et une barre oblique.",
    en="--federation {given}: an address begins with http:// or https://, a host and a slash.",
)
NO_TOKEN = Text(
    fr="--updates demande un jeton : donnez-le dans la variable d'environnement POURPARLERS_TOKEN",
    en="--updates needs a token: give it in the environment variable POURPARLERS_TOKEN",
)
WORKERS = Text(fr="Requêtes évaluées en même temps.", en="Queries evaluated at the same time.")
