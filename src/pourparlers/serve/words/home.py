"""Words of the first page."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "home": {"fr": "Accueil", "en": "Home"},
}
