"""A page as a test reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class Page(HTMLParser):
    """The tags of a page, the links and the text a reader sees; no script may be written into it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags, self.links, self.text = set(), [], ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]
        given = dict(attrs)
        if tag == "script" and given.get("type") != "application/json":
            assert re.match(r"/static/(js|vendor)/", given.get("src") or ""), attrs
        assert not [name for name in given if name.startswith("on") or name == "style"]

    def handle_data(self, data):
        self.text += data
