"""Corpora of any size out of a few articles: their paragraphs, shuffled anew for each article."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path


def paragraphs(folders: Sequence[Path]) -> list[str]:
    """Return the paragraphs of all .txt files of the folders."""
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [paragraph.strip() for text in texts for paragraph in text.split("\n") if len(paragraph.split()) >= 12]


def write(folder: Path, known: Sequence[str], count: int, words: int = 450) -> int:
    """Write *count* articles of about *words* words to *folder*, the same ones each time; return their words.

    The paragraphs are dealt like cards, a shuffled pack after the other, so that all come about equally often.
    """
    chance = random.Random(2014)  # the same corpus every time
    folder.mkdir(parents=True, exist_ok=True)
    pack: list[str] = []
    total = 0
    for number in range(count):
        taken: list[str] = []
        while sum(len(paragraph.split()) for paragraph in taken) < words:
            if not pack:
                pack = chance.sample(list(known), len(known))
            taken.append(pack.pop())
        (folder / f"article-{number:05}.txt").write_text("\n\n".join(taken) + "\n", encoding="utf-8")
        total += sum(len(paragraph.split()) for paragraph in taken)
    return total
