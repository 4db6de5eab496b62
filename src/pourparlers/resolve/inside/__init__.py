"""Who is who inside an article: clusters of names, what descriptions and pronouns take up, and the `Entities` they make."""

from __future__ import annotations
