"""Where the files of the distribution lie: in the wheel, or beside `src/` in a checkout."""

from pathlib import Path

from pourparlers.errors import ResourceNotFound

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_data", _PACKAGE.parents[1])


def folder(name: str) -> Path:
    """Return the folder *name* of the distribution, e.g. `folder("queries")`.

    Raises:
        ResourceNotFound: neither the wheel nor the checkout has it.
    """
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    raise ResourceNotFound(f"no folder {name!r}; looked in {', '.join(map(str, _ROOTS))}")


def lexicon(name: str) -> Path:
    """Return the path of a table of `src/pourparlers/lexicon/`, e.g. `lexicon("speech_verbs.tsv")`.

    Raises:
        ResourceNotFound: there is no such table.
    """
    path = _PACKAGE / "lexicon" / name
    if not path.is_file():
        raise ResourceNotFound(f"no lexicon {name!r} in {path.parent}")
    return path
