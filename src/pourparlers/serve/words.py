"""The words of the pages, in French and English. Data only."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "queries": {"fr": "Requêtes enregistrées", "en": "Saved queries"},
    "question": {"fr": "Question", "en": "Question"},
    "endpoint": {"fr": "Point d'accès SPARQL", "en": "SPARQL endpoint"},
    "graphs": {"fr": "Tout le graphe", "en": "The whole graph"},
    "interface": {"fr": "Description de l'interface", "en": "Description of the interface"},
    "home": {"fr": "Accueil", "en": "Home"},
    "run": {"fr": "Demander", "en": "Ask"},
    "evidence": {"fr": "avec la preuve de chaque ligne", "en": "with the proof of each row"},
    "optional": {"fr": "facultatif", "en": "optional"},
    "required": {"fr": "nécessaire", "en": "required"},
    "columns": {"fr": "Colonnes", "en": "Columns"},
    "rows": {"fr": "lignes", "en": "rows"},
    "more": {
        "fr": "Seules les premières lignes sont montrées ; les fichiers les contiennent toutes.",
        "en": "Only the first rows are shown; the files hold them all.",
    },
    "mentions": {"fr": "Selon les articles", "en": "According to the articles"},
    "facts": {"fr": "Faits", "en": "Facts"},
    "data": {"fr": "Données", "en": "Data"},
    "motto": {
        "fr": "L'actualité de la diplomatie et de la guerre, en un graphe qui cite ses preuves.",
        "en": "News about diplomacy and war, as a graph that quotes its proof.",
    },
}
