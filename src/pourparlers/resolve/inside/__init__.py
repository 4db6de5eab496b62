"""Who is who inside an article: clusters of names, and what descriptions and pronouns take up."""

from __future__ import annotations
