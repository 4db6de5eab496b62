"""The graph: facts lifted into quads, IRIs minted, RDF written the same way every time."""

from pourparlers.graph.lift import lift

__all__ = ["lift"]
