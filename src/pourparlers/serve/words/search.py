"""Words of the search: the page, and the suggestions."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "search_results": {"fr": "Résultats pour", "en": "Results for"},
    "search_kind": {"fr": "Seulement", "en": "Only"},
    "kind_any": {"fr": "tout", "en": "everything"},
    "kind_person": {"fr": "personne", "en": "person"},
    "kind_institution": {"fr": "institution", "en": "institution"},
    "kind_state": {"fr": "État", "en": "state"},
    "kind_meeting": {"fr": "rencontre", "en": "meeting"},
    "kind_treaty": {"fr": "traité", "en": "treaty"},
    "kind_place": {"fr": "lieu", "en": "place"},
    "kind_article": {"fr": "article", "en": "article"},
    "kinds_person": {"fr": "personnes", "en": "people"},
    "kinds_institution": {"fr": "institutions et États", "en": "institutions and states"},
    "kinds_meeting": {"fr": "rencontres", "en": "meetings"},
    "kinds_treaty": {"fr": "traités", "en": "treaties"},
    "kinds_place": {"fr": "lieux", "en": "places"},
    "kinds_article": {"fr": "articles", "en": "articles"},
    "article_one": {"fr": "article", "en": "article"},
    "article_many": {"fr": "articles", "en": "articles"},
    "search_also": {"fr": "aussi", "en": "also"},
    "search_found_one": {"fr": "chose trouvée", "en": "thing found"},
    "search_found_many": {"fr": "choses trouvées", "en": "things found"},
    "search_some": {"fr": "les premières sont montrées ; précisez.", "en": "the first are shown; be more precise."},
    "search_none": {"fr": "Rien ne porte ce nom.", "en": "Nothing bears this name."},
    "search_none_do": {
        "fr": "Essayez le nom de famille seul, un autre mot, une autre graphie ; accents et majuscules sont indifférents."
        " Les paroles se cherchent avec la requête",
        "en": "Try the surname alone, another word, another spelling; accents and case do not matter."
        " To look for what was said, use the query",
    },
    "search_in_kind": {"fr": "Chercher parmi toutes les sortes de choses", "en": "Search among all kinds of things"},
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
