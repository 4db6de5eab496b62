"""Words of the first page."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "home_counts": {"fr": "Ce que contient le graphe", "en": "What the graph holds"},
    "count_Article": {"fr": "articles", "en": "articles"},
    "count_Person": {"fr": "personnes", "en": "people"},
    "count_Institution": {"fr": "institutions et États", "en": "institutions and states"},
    "count_Meeting": {"fr": "rencontres", "en": "meetings"},
    "count_Treaty": {"fr": "traités", "en": "treaties"},
    "count_Statement": {"fr": "déclarations", "en": "statements"},
    "count_Passage": {"fr": "passages cités", "en": "passages quoted"},
    "home_meetings": {"fr": "Dernières rencontres", "en": "Latest meetings"},
    "home_articles": {"fr": "Derniers articles", "en": "Latest articles"},
    "home_begin": {"fr": "Par où commencer", "en": "Where to begin"},
    "home_all_queries": {"fr": "Toutes les requêtes enregistrées", "en": "All saved queries"},
    "home_empty": {"fr": "Le graphe est vide.", "en": "The graph is empty."},
    "home_empty_do": {
        "fr": "Donnez-lui des articles (.txt, .html, .jsonl, ou un dossier), puis rechargez cette page :",
        "en": "Give it articles (.txt, .html, .jsonl, or a folder), then reload this page:",
    },
    "home_empty_command": {
        "fr": "pourparlers build DOSSIER --store ENTREPÔT",
        "en": "pourparlers build FOLDER --store STORE",
    },
    "home_no_meetings": {"fr": "Aucune rencontre datée.", "en": "No meeting with a date."},
}
