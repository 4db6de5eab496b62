"""When an article appeared: given with it, printed in it, or inferred from what it tells."""

from __future__ import annotations

from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading
from pourparlers.model import Dating
from pourparlers.resolve.clock import Clock
from pourparlers.resolve.values import of


def clock(reading: Reading, entities: Entities) -> Clock:
    """Return the clock of an article: its dating, and the times its expressions mean."""
    published = reading.article.published
    if published:
        value = of(published.strip("~?%")[:10])
        reason = f"date donnée avec l'article: {published}"
        return Clock(reading, Dating(value.earliest_begin, value.latest_end, (reason,), given=True))
    return Clock(reading, Dating(None, None))
