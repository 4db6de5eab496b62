"""Words of the search page."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "search_results": {"fr": "Résultats pour", "en": "Results for"},
    "search_kind": {"fr": "Seulement", "en": "Only"},
    "kinds_person": {"fr": "personnes", "en": "people"},
    "kinds_institution": {"fr": "institutions et États", "en": "institutions and states"},
    "kinds_meeting": {"fr": "rencontres", "en": "meetings"},
    "kinds_treaty": {"fr": "traités", "en": "treaties"},
    "kinds_place": {"fr": "lieux", "en": "places"},
    "kinds_article": {"fr": "articles", "en": "articles"},
    "search_also": {"fr": "aussi", "en": "also"},
    "search_found_one": {"fr": "chose trouvée", "en": "thing found"},
    "search_found_many": {"fr": "choses trouvées", "en": "things found"},
    "search_some": {"fr": "les premières sont montrées ; précisez.", "en": "the first are shown; be more precise."},
    "search_none_do": {
        "fr": "Essayez le nom de famille seul, un autre mot, une autre graphie ; accents et majuscules ne comptent pas."
        " Les paroles se cherchent avec la requête",
        "en": "Try the surname alone, another word, another spelling; accents and case do not matter."
        " To look for what was said, use the query",
    },
    "search_in_kind": {"fr": "Chercher parmi toutes les sortes de choses", "en": "Search among all kinds of things"},
}
