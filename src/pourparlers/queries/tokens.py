"""The tokens of a SPARQL text that matter to a parameter: variables, and what may only look like one."""

import re
from collections.abc import Callable
from functools import cache

# Nothing is read twice (repetitions are possessive, a string without an end goes to the end): a text made to be slow
# must not take more than its length.
OPAQUE = r"""
    <[^<>"{}|^`\\\x00-\x20]*+>
    | \#[^\r\n]*+
    | \"\"\"(?:(?!\"\"\")(?:[^\\]|\\.))*+(?:\"\"\")?
    | \'\'\'(?:(?!\'\'\')(?:[^\\]|\\.))*+(?:\'\'\')?
    | "(?:[^"\\\r\n]|\\.)*+"?
    | '(?:[^'\\\r\n]|\\.)*+'?
"""
"""Pattern (re.VERBOSE | re.DOTALL) of IRIs, comments and strings: what stands in them is not SPARQL."""

# A question mark inside them is no variable; what is skipped is copied as it stands.
_TOKEN = re.compile(rf"(?P<skipped>{OPAQUE})|[?$]_(?P<name>\w+)", re.VERBOSE | re.DOTALL)


@cache
def parameters(sparql: str) -> tuple[str, ...]:
    """Return the names of the parameters of a query text, without `?_`, in order of first appearance."""
    return tuple(dict.fromkeys(match["name"] for match in _TOKEN.finditer(sparql) if match["name"]))


def replace(sparql: str, term: Callable[[str], str | None]) -> str:
    """Return *sparql* with each parameter's token replaced by `term(name)`, or left alone where that is None."""

    def substitute(match: re.Match[str]) -> str:
        found = term(match["name"]) if match["name"] else None
        return match.group() if found is None else found

    return _TOKEN.sub(substitute, sparql)
