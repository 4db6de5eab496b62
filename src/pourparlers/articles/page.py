"""Web pages: the article and its metadata out of the HTML."""

from __future__ import annotations

import logging
import re
import unicodedata

import trafilatura
from trafilatura.settings import Document

from pourparlers.articles.metadata import Metadata, edtf_date

# trafilatura reports every page it finds poor; such a page is counted by us
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
_SPACES = re.compile(r"[ \t]+\n")


def extract(html: str) -> tuple[str, Metadata]:
    """Return the main text of a page, paragraphs apart by a blank line, and what the page says of itself."""
    document = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    if not isinstance(document, Document):
        return "", Metadata()
    published, _ = edtf_date(document.date)
    url = document.url if document.url and document.url.startswith(("http://", "https://")) else None
    title = " ".join(document.title.split()) if document.title else None
    text = unicodedata.normalize("NFC", _SPACES.sub("\n", document.text or ""))
    return text.replace("\n", "\n\n"), Metadata(title, document.sitename or document.hostname, published, url)
