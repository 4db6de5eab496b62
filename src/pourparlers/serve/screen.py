"""A look at the text of a query before it is parsed: how deep it nests, and whether it asks for the network.

The parser itself runs in a worker, because very deep nesting overflows its stack. This scan is linear and cannot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pourparlers.queries.tokens import OPAQUE
from pourparlers.serve.limits import Limits
from pourparlers.serve.problems import Refusal

# This scan runs where all clients wait, so here too nothing is read twice.
_TOKEN = re.compile(
    rf"""
      (?P<skipped>
          {OPAQUE}
        | [?$]\w++
        | @[A-Za-z]++(?:-[A-Za-z0-9]++)*+
        | _:[\w.-]++
      )
    | (?P<name>[^\W\d_][\w.-]*+)(?P<local>:(?:[\w.:%-]|\\.)*+)?+
    | (?P<default>:(?:[\w.:%-]|\\.)*+)
    | (?P<open>[{{(\[])
    | (?P<close>[}})\]])
    """,
    re.VERBOSE | re.DOTALL,
)

_BEFORE_NAME = frozenset({"prefix", "graph", "with", "using", "named", "into", "to", "silent", "add", "move", "copy"})

_VOLATILE = frozenset({"now", "rand", "uuid", "struuid", "bnode"})


def _word(match: re.Match[str]) -> str:
    """Return the keyword or function a token may be, in lower case; "" if it is something else."""
    return match["name"].lower() if match["name"] and not match["local"] else ""


def _prefix(match: re.Match[str]) -> str:
    return match["name"].lower() if match["name"] and match["local"] else ""


@lru_cache(maxsize=64)
def _scanned(sparql: str) -> tuple[int, bool, bool]:
    depth = deepest = 0
    network = volatile = False
    previous = ""
    doubtful = False  # the token before may be SERVICE, written together with the name that follows it
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup
        if kind == "skipped":
            continue
        word = _word(match)
        # The parser takes `SERVICE:a{` and `trueSERVICE<a>{` for what they hardly look like; so does this scan.
        network |= "service" in word or (doubtful and match[0] == "{")
        volatile |= word in _VOLATILE
        doubtful = "service" in _prefix(match) and previous != "graph"
        previous = word
        if kind == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "close":
            depth -= 1
    return deepest, network, volatile


def check(sparql: str, limits: Limits) -> bool:
    """Let a query pass that is not too long, not too deep, and keeps to the store and the addresses allowed.

    Returns:
        Whether it asks one of these addresses.

    Raises:
        Refusal: it does not.
    """
    if len(sparql) > limits.query:
        raise Refusal(413, f"the query has {len(sparql)} characters; {limits.query} are allowed")
    deepest, network, _ = _scanned(sparql)
    if deepest > limits.depth:
        raise Refusal(400, f"the query has {deepest} brackets open at once; {limits.depth} are allowed")
    if network and not limits.federation:
        raise Refusal(403, "SERVICE is switched off: this endpoint answers from its own store only")
    if network:
        _check_addresses(sparql, limits, "SERVICE")
    return network


def check_update(sparql: str, limits: Limits) -> bool:
    """Let an update pass that is not too deep, and keeps to the store and the addresses allowed.

    Returns:
        Whether it asks one of these addresses.

    Raises:
        Refusal: it does not.
    """
    network = check(sparql, limits)
    depth, previous = 0, ""
    for match in _TOKEN.finditer(sparql):
        word, prefix = _word(match), _prefix(match)
        # `LOADSILENT<a>` and `LOAD:a` are LOAD for the parser too; a prefix of that name stands after these words.
        depth += (match.lastgroup == "open") - (match.lastgroup == "close")
        if "load" in word or ("load" in prefix and depth == 0 and previous not in _BEFORE_NAME):
            if not limits.federation:
                raise Refusal(403, "LOAD is switched off: send the triples themselves")
            network = True
        if match.lastgroup != "skipped":
            previous = word
    if network:
        _check_addresses(sparql, limits, "LOAD")
    return network


def _check_addresses(sparql: str, limits: Limits, keyword: str) -> None:
    """Let a text pass in which an allowed address stands in full after each *keyword*.

    Variables, prefixed names, and spellings that only the parser would take for the keyword do not pass: what
    a query asks must be readable in it.

    Raises:
        Refusal: another address, or none, follows.
    """
    awaited = False
    for match in _TOKEN.finditer(sparql):
        word = _word(match)
        if awaited and (match[0].startswith("#") or word == "silent"):
            continue
        if awaited and not match[0].startswith(tuple(f"<{prefix}" for prefix in limits.federation)):
            told = ", ".join(limits.federation)
            raise Refusal(403, f"{keyword} asks only addresses that begin with {told}, written in full: <...>")
        awaited = word == keyword.lower()
        if not awaited and (keyword.lower() in word or keyword.lower() in _prefix(match)):
            raise Refusal(403, f"write {keyword} by itself, with the address after it")
    if awaited:
        raise Refusal(403, f"an address follows {keyword}")


def with_dataset(sparql: str, default: Sequence[str], named: Sequence[str]) -> str:
    """Return an update whose operations match against these graphs, as the protocol's parameters ask.

    Raises:
        Refusal: the update names graphs itself (USING, WITH).
    """
    clauses = "".join((*(f" USING <{iri}>" for iri in default), *(f" USING NAMED <{iri}>" for iri in named)))
    depth, previous, end, parts = 0, "", 0, []
    for match in _TOKEN.finditer(sparql):
        word = _word(match)
        depth += (match.lastgroup == "open") - (match.lastgroup == "close")
        if depth == 0 and word in {"using", "with"}:
            raise Refusal(400, f"the update names its graphs by {word.upper()}, and so do the parameters; use one way")
        if depth == 0 and word == "where" and previous != "delete":
            parts += [sparql[end : match.start()], clauses, " "]
            end = match.start()
        if match.lastgroup != "skipped":
            previous = word
    return "".join((*parts, sparql[end:]))


def volatile(sparql: str) -> bool:
    """Tell whether the same query may have another answer at another time (NOW, RAND, UUID ...)."""
    return _scanned(sparql)[2]
