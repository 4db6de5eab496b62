"""Saved queries: read them, give them values, run them.

A saved query is a SPARQL file with a TOML header in `#+` comments; any SPARQL tool can run the file as it is.
Its parameters are the variables that begin with an underscore: `?_actor` is replaced by the RDF term of the
parameter `actor`, token by token, never as pasted text. An optional parameter without a value stays a variable.
"""

from pourparlers.queries.ask import Answer, ask, columns
from pourparlers.queries.header import Parameter, SavedQuery, read
from pourparlers.queries.listing import catalogue, find, folder, load
from pourparlers.queries.lookup import Match, named, one_named
from pourparlers.queries.parameters import bind, preset
from pourparlers.queries.proof import PROOF, Proof, with_proof
from pourparlers.queries.run import run

__all__ = [
    "PROOF",
    "Answer",
    "Match",
    "Parameter",
    "Proof",
    "SavedQuery",
    "ask",
    "bind",
    "catalogue",
    "columns",
    "find",
    "folder",
    "load",
    "named",
    "one_named",
    "preset",
    "read",
    "run",
    "with_proof",
]
