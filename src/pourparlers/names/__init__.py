"""The names of all things, to be found as one types: a small SQLite file beside each generation of the graph.

SPARQL cannot look names up by the beginning of a word without reading them all (0.3 s for 10^5 names, at each key).
SQLite's full-text index, part of Python, finds them in milliseconds and needs no process of its own.
The file is made when a generation is made, of nothing but its graph, and never changed: a build and its search always
say the same, and the first search is as quick as the next.

    collect   the graph -> entries: each thing with its names, a line that tells it from others, its articles
    index     entries -> the file
    find      a few letters -> the things meant
"""

from pourparlers.names.find import Found, find, opened
from pourparlers.names.index import FILE, write
from pourparlers.names.kinds import KINDS

__all__ = ["FILE", "KINDS", "Found", "find", "opened", "write"]
