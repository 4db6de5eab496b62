"""Words of the saved queries: their catalogue, their forms, their results."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "queries_title": {"fr": "Requêtes enregistrées", "en": "Saved queries"},
    "run": {"fr": "Demander", "en": "Ask"},
    "with_evidence": {"fr": "avec la preuve de chaque ligne", "en": "with the proof of each row"},
    "optional": {"fr": "facultatif", "en": "optional"},
    "required": {"fr": "nécessaire", "en": "required"},
    "rows": {"fr": "lignes", "en": "rows"},
    "more_rows": {
        "fr": "Seules les premières lignes sont montrées ; les fichiers les contiennent toutes.",
        "en": "Only the first rows are shown; the files hold them all.",
    },
}
