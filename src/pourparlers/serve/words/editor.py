"""Words of the query editor."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "editor_title": {"fr": "Éditeur de requêtes SPARQL", "en": "SPARQL query editor"},
    "editor_about": {
        "fr": "Les préfixes du projet vont de soi. Une requête peut durer {seconds} secondes ;"
        " l'écran montre les 1000 premières lignes, les fichiers les contiennent toutes.",
        "en": "The prefixes of the project go without saying. A query may take {seconds} seconds;"
        " the screen shows the first 1000 rows, the files hold them all.",
    },
    "editor_query": {"fr": "Requête SPARQL", "en": "SPARQL query"},
    "editor_run": {"fr": "Exécuter", "en": "Run"},
    "editor_stop": {"fr": "Arrêter", "en": "Stop"},
    "editor_format": {"fr": "Mettre en forme", "en": "Format"},
    "editor_share": {"fr": "Copier le lien", "en": "Copy the link"},
    "editor_shared": {"fr": "Le lien est copié.", "en": "The link is copied."},
    "editor_not_shared": {
        "fr": "Le lien est dans la barre d'adresse du navigateur.",
        "en": "The link is in the address bar of the browser.",
    },
    "editor_evidence": {"fr": "avec la preuve de chaque ligne", "en": "with the proof of each row"},
    "editor_timeout": {"fr": "secondes au plus", "en": "seconds at most"},
    "editor_keys": {
        "fr": "Ctrl+Entrée exécute · Ctrl+Espace complète (classes, propriétés, valeurs, variables ; « <nom » cherche"
        " une chose) · Ctrl+/ commente · Tab sort de l'éditeur",
        "en": "Ctrl+Enter runs · Ctrl+Space completes (classes, properties, values, variables; “<name” searches for a"
        " thing) · Ctrl+/ comments · Tab leaves the editor",
    },
    "editor_library": {"fr": "Requêtes enregistrées", "en": "Saved queries"},
    "editor_library_about": {
        "fr": "Un clic ouvre la requête dans l'éditeur. Enlevez le # devant VALUES pour donner une valeur.",
        "en": "A click opens the query in the editor. Take away the # before VALUES to give a value.",
    },
    "editor_insert": {"fr": "Insérer une chose par son nom", "en": "Insert a thing by its name"},
    "editor_insert_go": {"fr": "Insérer", "en": "Insert"},
    "editor_download": {"fr": "Télécharger le résultat entier", "en": "Download the whole result"},
    "editor_results": {"fr": "Résultat", "en": "Result"},
    "editor_table": {"fr": "Tableau du résultat", "en": "Table of the result"},
    "editor_proposals": {"fr": "Propositions", "en": "Proposals"},
    "editor_running": {"fr": "La requête est en cours…", "en": "The query is running…"},
    "editor_stopped": {"fr": "La requête est arrêtée.", "en": "The query was stopped."},
    "editor_proof": {"fr": "preuve", "en": "proof"},
    "editor_rows": {"fr": "Lignes : {n}, en {time} s.", "en": "Rows: {n}, in {time} s."},
    "editor_more": {
        "fr": "Les {n} premières lignes, en {time} s ; il y en a davantage : les fichiers les contiennent toutes.",
        "en": "The first {n} rows, in {time} s; there are more: the files hold them all.",
    },
    "editor_triples": {"fr": "Triplets : {n}, en {time} s.", "en": "Triples: {n}, in {time} s."},
    "editor_none": {
        "fr": "Aucune ligne. Rien ne va contre la requête, mais rien n'y répond : enlevez une condition, rendez-en une"
        " facultative (OPTIONAL), ou vérifiez l'orthographe des noms avec Ctrl+Espace.",
        "en": "No rows. Nothing is wrong with the query, but nothing answers it: take a condition away, make one"
        " optional (OPTIONAL), or check the spelling of names with Ctrl+Space.",
    },
    "editor_yes": {"fr": "Oui : il y a une réponse.", "en": "Yes: there is an answer."},
    "editor_no": {"fr": "Non : il n'y a pas de réponse.", "en": "No: there is no answer."},
    "editor_failed": {
        "fr": "Le serveur n'a pas répondu. Est-il encore en marche ?",
        "en": "The server did not answer. Is it still running?",
    },
    "editor_update": {
        "fr": "Cette page ne fait que lire : SELECT, ASK, CONSTRUCT ou DESCRIBE.",
        "en": "This page only reads: SELECT, ASK, CONSTRUCT or DESCRIBE.",
    },
    "editor_raw": {"fr": "Réponse brute du serveur", "en": "Raw answer of the server"},
    "editor_raw_cut": {"fr": "[… coupé : téléchargez le fichier entier]", "en": "[… cut: download the whole file]"},
    "editor_line": {"fr": "Ligne {line}, colonne {column}", "en": "Line {line}, column {column}"},
    "editor_unexpected": {
        "fr": "Ligne {line} : « {found} » n'a pas sa place ici. Attendu : {expected}.",
        "en": "Line {line}: “{found}” does not belong here. Expected: {expected}.",
    },
    "editor_unfinished": {
        "fr": "La requête n'est pas finie. Attendu : {expected}.",
        "en": "The query is not finished. Expected: {expected}.",
    },
    "editor_used": {"fr": "employé {n} fois", "en": "used {n} times"},
    "editor_no_script": {
        "fr": "Sans JavaScript, la réponse s'affiche telle que le serveur l'envoie.",
        "en": "Without JavaScript, the answer is shown as the server sends it.",
    },
    "editor_form": {"fr": "Format", "en": "Format"},
    "editor_subject": {"fr": "sujet", "en": "subject"},
    "editor_predicate": {"fr": "prédicat", "en": "predicate"},
    "editor_object": {"fr": "objet", "en": "object"},
}
