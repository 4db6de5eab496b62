"""Words of the fields that suggest: each page hands them to its script."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "kind_person": {"fr": "personne", "en": "person"},
    "kind_institution": {"fr": "institution", "en": "institution"},
    "kind_state": {"fr": "État", "en": "state"},
    "kind_meeting": {"fr": "rencontre", "en": "meeting"},
    "kind_treaty": {"fr": "traité", "en": "treaty"},
    "kind_place": {"fr": "lieu", "en": "place"},
    "kind_article": {"fr": "article", "en": "article"},
    "article_one": {"fr": "article", "en": "article"},
    "article_many": {"fr": "articles", "en": "articles"},
    "search_none": {"fr": "Rien ne porte ce nom.", "en": "Nothing bears this name."},
    "suggestions_one": {"fr": "suggestion", "en": "suggestion"},
    "suggestions_many": {"fr": "suggestions", "en": "suggestions"},
    "suggestions_help": {
        "fr": "Les flèches parcourent les suggestions, Entrée ouvre celle qui est choisie.",
        "en": "Arrow keys go through the suggestions, Enter opens the one chosen.",
    },
    "suggestions_failed": {
        "fr": "Les suggestions ne viennent pas ; Entrée cherche quand même.",
        "en": "No suggestions are coming; Enter searches all the same.",
    },
}
