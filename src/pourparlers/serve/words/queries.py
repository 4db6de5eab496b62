"""Words of the saved queries: their catalogue, their forms, their rows."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "queries_title": {"fr": "Requêtes enregistrées", "en": "Saved queries"},
    "queries_about": {
        "fr": "Des questions prêtes à poser. Chacune a un formulaire, une adresse qui se partage et des fichiers à"
        " télécharger.",
        "en": "Questions ready to be asked. Each has a form, an address to share and files to download.",
    },
    "queries_filter": {"fr": "Filtrer", "en": "Filter"},
    "queries_filter_go": {"fr": "Filtrer", "en": "Filter"},
    "queries_none": {
        "fr": "Aucune requête ne contient ces mots ; effacez-en.",
        "en": "No query holds these words; take some out.",
    },
    "queries_all": {"fr": "Toutes les requêtes ({n})", "en": "All queries ({n})"},
    "topic_actors": {"fr": "Acteurs", "en": "Actors"},
    "topic_articles": {"fr": "Articles", "en": "Articles"},
    "topic_evidence": {"fr": "Preuves", "en": "Evidence"},
    "topic_institutions": {"fr": "Institutions", "en": "Institutions"},
    "topic_meetings": {"fr": "Rencontres", "en": "Meetings"},
    "topic_quality": {"fr": "Qualité du graphe", "en": "Quality of the graph"},
    "topic_statements": {"fr": "Déclarations", "en": "Statements"},
    "topic_treaties": {"fr": "Traités", "en": "Treaties"},
    "run": {"fr": "Demander", "en": "Ask"},
    "with_evidence": {"fr": "avec la preuve de chaque ligne", "en": "with the proof of each row"},
    "required": {"fr": "nécessaire", "en": "required"},
    "name_hint": {"fr": "un nom ; choisissez dans la liste", "en": "a name; choose from the list"},
    "date_form": {"fr": "2017-04-26", "en": "2017-04-26"},
    "date_hint": {"fr": "année, année-mois ou année-mois-jour", "en": "year, year-month or year-month-day"},
    "date_title": {"fr": "2017, 2017-04 ou 2017-04-26", "en": "2017, 2017-04 or 2017-04-26"},
    "date_pick": {"fr": "Choisir un jour", "en": "Choose a day"},
    "form_wrong": {
        "fr": "La question n'est pas posée : corrigez les champs marqués.",
        "en": "The question is not asked: correct the fields marked.",
    },
    "wrong_unknown": {
        "fr": "Rien dans le graphe ne porte ce nom ; choisissez une suggestion.",
        "en": "Nothing in the graph bears this name; choose a suggestion.",
    },
    "wrong_ambiguous": {
        "fr": "Plusieurs choses portent ce nom ; choisissez ci-dessous.",
        "en": "Several things bear this name; choose below.",
    },
    "wrong_iri": {
        "fr": "Ce n'est pas un IRI : ni absolu, ni préfixe:nom.",
        "en": "This is no IRI: neither absolute nor prefix:name.",
    },
    "wrong_date": {
        "fr": "Ce n'est pas une date : 2017, 2017-04 ou 2017-04-26.",
        "en": "This is no date: 2017, 2017-04 or 2017-04-26.",
    },
    "wrong_integer": {"fr": "Ce n'est pas un nombre entier.", "en": "This is no whole number."},
    "wrong_enum": {"fr": "Ce n'est pas un des choix.", "en": "This is none of the choices."},
    "wrong_string": {"fr": "Ce texte ne va pas.", "en": "This text does not do."},
    "candidates": {"fr": "Est-ce :", "en": "Is it:"},
    "candidates_more": {"fr": "et {n} de plus ; précisez le nom.", "en": "and {n} more; give more of the name."},
    "answer": {"fr": "Réponse", "en": "Answer"},
    "row_one": {"fr": "ligne", "en": "row"},
    "row_many": {"fr": "lignes", "en": "rows"},
    "more_rows": {
        "fr": "Ce ne sont que les premières lignes ; les fichiers à télécharger les contiennent toutes.",
        "en": "These are only the first rows; the files to download hold them all.",
    },
    "download": {"fr": "Télécharger :", "en": "Download:"},
    "open_editor": {"fr": "Ouvrir dans l'éditeur", "en": "Open in the editor"},
    "proof_read": {"fr": "lire dans", "en": "read in"},
    "proof_web": {"fr": "sur le web", "en": "on the web"},
    "yes": {"fr": "oui", "en": "yes"},
    "no": {"fr": "non", "en": "no"},
    "no_rows": {"fr": "Aucune ligne ne répond.", "en": "No row answers."},
    "no_rows_good": {
        "fr": "C'est bon signe : cette requête cherche un défaut du graphe, et n'en trouve pas.",
        "en": "That is a good sign: this query looks for a fault of the graph, and finds none.",
    },
    "no_rows_why": {
        "fr": "Le graphe ne contient rien de tel. Ajoutez des articles, ou posez une question voisine.",
        "en": "The graph holds nothing of the kind. Add articles, or ask a neighbouring question.",
    },
    "loosen": {"fr": "Demandez moins précisément :", "en": "Ask less precisely:"},
    "without": {"fr": "sans", "en": "without"},
    "try_other": {"fr": "Essayez une autre valeur de", "en": "Try another value of"},
    "known_of": {"fr": "ce que le graphe sait de", "en": "what the graph knows of"},
}
