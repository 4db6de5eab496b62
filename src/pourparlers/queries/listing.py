"""Where saved queries are found: all of queries/, by name."""

from functools import cache
from pathlib import Path

from pourparlers import resources
from pourparlers.errors import InvalidSavedQuery
from pourparlers.queries.header import SavedQuery, read


def folder() -> Path:
    """Return the folder of the saved queries that come with pourparlers."""
    return resources.folder("queries")


def load(path: Path, root: Path | None = None) -> SavedQuery:
    """Return the saved query of one file, named after its path under *root* (its own folder if None).

    Raises:
        InvalidSavedQuery: it cannot be read, or its header is wrong.
    """
    name = path.relative_to(root or path.parent).with_suffix("").as_posix()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSavedQuery(f"{path}: cannot be read: {error}") from error
    return read(name, text)


@cache
def catalogue(root: Path | None = None) -> dict[str, SavedQuery]:
    """Return every saved query under *root* by name, sorted; those that come with pourparlers if None."""
    top = root or folder()
    return {query.name: query for path in sorted(top.rglob("*.rq")) for query in (load(path, top),)}


def find(name: str, root: Path | None = None) -> SavedQuery:
    """Return the saved query called *name*; the topic may be left out where that is not ambiguous.

    Raises:
        InvalidSavedQuery: there is none, or more than one.
    """
    queries = catalogue(root)
    if name in queries:
        return queries[name]
    same = [full for full in queries if full.rpartition("/")[2] == name]
    if len(same) == 1:
        return queries[same[0]]
    if same:
        raise InvalidSavedQuery(f"more than one saved query is called {name!r}: {', '.join(same)}")
    raise InvalidSavedQuery(f"no saved query {name!r}; `pourparlers queries` lists the {len(queries)} there are")
