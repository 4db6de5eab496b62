"""The words of the pages, in French and English, by group of pages. Data only: no template holds any.

A group is a module with a table `WORDS`; a template finds the words of all groups under one name each, `words.run`.
"""

from collections.abc import Mapping

from pourparlers.serve.words import (
    columns,
    common,
    editor,
    home,
    overview,
    queries,
    reader,
    search,
    suggest,
    things,
    troubles,
    views,
)
from pourparlers.serve.words.texts import Texts

GROUPS: Mapping[str, Texts] = {
    "columns": columns.WORDS,
    "common": common.WORDS,
    "editor": editor.WORDS,
    "home": home.WORDS,
    "overview": overview.WORDS,
    "queries": queries.WORDS,
    "reader": reader.WORDS,
    "search": search.WORDS,
    "suggest": suggest.WORDS,
    "things": things.WORDS,
    "troubles": troubles.WORDS,
    "views": views.WORDS,
}

WORDS: Texts = {name: texts for group in GROUPS.values() for name, texts in group.items()}


def spoken(language: str) -> Mapping[str, str]:
    """Return every word in *language*, "fr" or "en", by its name."""
    return {name: texts[language] for name, texts in WORDS.items()}


def of_group(words: Mapping[str, str], group: str) -> dict[str, str]:
    """Return those of the spoken words that belong to one group, for a script that needs them."""
    return {name: words[name] for name in GROUPS[group]}
