"""What the model reads: the stored text normalised one character for one, all that is not the article masked."""

from __future__ import annotations

from pourparlers.articles.units import Unit
from pourparlers.model import Block

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'",
        "\xa0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
        "\u2002": " ", "\u2003": " ", "\u3000": " ", "\t": " ",
        "‑": "-", "‐": "-",
    }
)  # fmt: skip


def reading(text: str, units: tuple[Unit, ...], blocks: tuple[Block, ...]) -> str:
    """Return the text as the model reads it, as many code points long as the stored text.

    Apostrophes, spaces and hyphens have one shape. Units end in a line end; one inside a unit (hard-wrapped text) is a
    blank, and so is every masked character.
    """
    chars = [" "] * len(text)
    for unit in units:
        if unit.end < len(text):
            chars[unit.end] = "\n"
    normal = text.translate(_SAME)
    for block in blocks:
        if block.read:
            chars[block.begin : block.end] = normal[block.begin : block.end].replace("\n", " ")
    return "".join(chars)
