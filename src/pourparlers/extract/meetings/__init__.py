"""Meetings: who met whom, where and when, or was to.

nouns ─► complements ─► parties, visits ─┐
                                         ├─► candidates ─► telling (status, topics) ─► occasions ─► assembly
verbs ─► subjects, objects ──────────────┘
"""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings.assembly import assemble
from pourparlers.extract.meetings.bystanders import with_bystanders
from pourparlers.extract.meetings.candidates import nominal
from pourparlers.extract.meetings.delegations import with_delegations
from pourparlers.extract.meetings.gatherings import known
from pourparlers.extract.meetings.occasions import occasions
from pourparlers.extract.meetings.telling import Clock, tell
from pourparlers.extract.meetings.told import who
from pourparlers.extract.meetings.verbs import verbal
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading
from pourparlers.model import Meeting

__all__ = ["extract"]


def extract(reading: Reading, entities: Entities, clock: Clock) -> tuple[Meeting, ...]:
    """Return the meetings of an article in the order of the text.

    Args:
        reading: the article.
        entities: its actors; participants are their Refs.
        clock: resolves printed times.
    """
    clauses = Clauses(reading, with_delegations(Clauses(reading, entities)))
    found = sorted((*nominal(clauses), *verbal(clauses)), key=lambda one: (one.start, one.end))
    found = with_bystanders(clauses, found)
    told = [known(clauses, tell(clauses, clock, one), clock.dating) for one in found]
    return assemble(clauses, occasions(told, persons=who(clauses.entities)))
