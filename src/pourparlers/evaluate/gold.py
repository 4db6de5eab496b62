"""The annotated articles: JSON files after the annotation guideline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pourparlers.errors import InvalidGold

Item = Mapping[str, Any]

_LISTS = {
    "actors": ("id", "name", "posts"),
    "institutions": ("id", "name", "type"),
    "meetings": ("id", "kind", "status", "participants", "evidence"),
    "treaties": ("id", "name"),
    "statements": ("id", "speaker", "text", "mode", "cue"),
}


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful reader found in one article: lists of items with the keys of the guideline."""

    article: str
    actors: tuple[Item, ...]
    institutions: tuple[Item, ...]
    meetings: tuple[Item, ...]
    treaties: tuple[Item, ...]
    statements: tuple[Item, ...]


def read_all(folder: Path) -> tuple[Gold, ...]:
    """Return the annotations of a folder in the order of their file names.

    Raises:
        InvalidGold: there are none, or one is not after the guideline.
    """
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        raise InvalidGold(f"no annotations *.json in {folder}")
    return tuple(map(read, paths))


def read(path: Path) -> Gold:
    """Return one article's annotations.

    Raises:
        InvalidGold: it is no JSON, or lacks something the guideline asks for.
    """
    try:
        table = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidGold(f"{path}: cannot be read: {error}") from error
    if not isinstance(table, dict) or not isinstance(table.get("article"), str):
        raise InvalidGold(f"{path}: expected an object with the file name of its 'article'")
    lists = {key: tuple(_item(path, key, item) for item in _list(path, key, table)) for key in _LISTS}
    return Gold(table["article"], **lists)


def _list(path: Path, key: str, table: Item) -> list[object]:
    value = table.get(key)
    if not isinstance(value, list):
        raise InvalidGold(f"{path}: {key!r} must be a list, not {value!r}")
    return cast("list[object]", value)


def _item(path: Path, key: str, item: object) -> Item:
    if not isinstance(item, dict):
        raise InvalidGold(f"{path}: {key}: expected objects, not {item!r}")
    missing = [name for name in _LISTS[key] if name not in item]
    if missing:
        raise InvalidGold(f"{path}: {key}: {item.get('id', item)!r} lacks {', '.join(missing)}")
    return cast("Item", item)
