"""Words that stand on every page."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "product": {"fr": "pourparlers", "en": "pourparlers"},
    "motto": {
        "fr": "L'actualité de la diplomatie et de la guerre, en un graphe qui cite ses preuves.",
        "en": "News about diplomacy and war, as a graph that quotes its proof.",
    },
    "skip": {"fr": "Aller au contenu", "en": "Skip to the content"},
    "navigation": {"fr": "Navigation principale", "en": "Main navigation"},
    "language_choice": {"fr": "Langue", "en": "Language"},
    "search": {"fr": "Recherche", "en": "Search"},
    "search_label": {
        "fr": "Chercher une personne, une institution, une rencontre, un traité, un lieu",
        "en": "Search for a person, an institution, a meeting, a treaty, a place",
    },
    "search_go": {"fr": "Chercher", "en": "Search"},
    "queries": {"fr": "Requêtes", "en": "Saved queries"},
    "editor": {"fr": "Éditeur", "en": "Editor"},
    "timeline": {"fr": "Chronologie", "en": "Timeline"},
    "network": {"fr": "Réseau", "en": "Network"},
    "map": {"fr": "Carte", "en": "Map"},
    "coverage": {"fr": "Sources", "en": "Coverage"},
    "endpoint": {"fr": "Point d'accès SPARQL", "en": "SPARQL endpoint"},
    "interface": {"fr": "Description de l'interface", "en": "Description of the interface"},
    "whole_graph": {"fr": "Tout le graphe", "en": "The whole graph"},
    "for_programs": {"fr": "Pour les programmes :", "en": "For programs:"},
    "data": {"fr": "Données", "en": "Data"},
}
