from collections.abc import Callable
from pathlib import Path

import pytest

from pourparlers.language.document import Quote, Reading

LINES = (Path(__file__).parent / "data/quotes.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" ⇒") for line in LINES if line and line[0] != "#"]


def shown(reading: Reading, place: int, quote: Quote) -> str:
    flags = "o" * (not quote.closed) + "i" * quote.depth + "c" * (quote.continues is not None)
    assert quote.continues in (None, place - 1)
    return f"{flags}:" * bool(flags) + reading.doc[quote.start : quote.end].text


def test_there_are_cases() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize(("text", "marked"), CASES)
def test_quotations(read: Callable[..., Reading], text: str, marked: str) -> None:
    expected = [part.strip() for part in marked.split(" | ") if part.strip()]

    reading = read(text.replace("⏎", "\n").replace("\\u00a0", "\u00a0"))

    assert [shown(reading, n, quote) for n, quote in enumerate(reading.quotes)] == expected


def test_marks_lie_outside_and_lookups_find_the_innermost(read: Callable[..., Reading]) -> None:
    reading = read("Il dit : « Elle a crié “non” hier », puis rien.")

    words = [token.text for token in reading.doc]
    outer, inner = reading.quotes
    assert (words[outer.outer_start], words[outer.outer_end - 1]) == ("«", "»")
    assert (words[inner.outer_start], words[inner.outer_end - 1]) == ("“", "”")
    assert reading.quote_at(words.index("non")) == 1
    assert reading.outer_quote_at(words.index("non")) == 0
    assert reading.quote_at(words.index("Elle")) == 0
    assert reading.quote_at(words.index("rien")) is None
    assert reading.quotes_in(outer.start, outer.end) == (inner,)
