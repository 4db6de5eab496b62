"""Is the graph sound? SHACL shapes in, findings out; and every passage read again.

store ──► door ──► pySHACL ──► findings ──► report (French or English)
      └─► proof: n of n passages re-read
"""

from pourparlers.validate.door import validate
from pourparlers.validate.findings import SEVERITIES, Finding
from pourparlers.validate.proof import Misquotation, Proof, verify
from pourparlers.validate.report import report
from pourparlers.validate.shapes import for_graph, for_ontology

__all__ = [
    "SEVERITIES",
    "Finding",
    "Misquotation",
    "Proof",
    "for_graph",
    "for_ontology",
    "report",
    "validate",
    "verify",
]
