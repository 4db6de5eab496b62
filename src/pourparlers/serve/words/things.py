"""Words of the pages of things."""

from pourparlers.serve.words.texts import Texts

WORDS: Texts = {
    "mentions": {"fr": "Selon les articles", "en": "According to the articles"},
    "facts": {"fr": "Faits", "en": "Facts"},
}
