"""Links to the authority data: which record a name of an article stands for, or none.

A link is made only when nothing contradicts it (dates, country, post) and nobody else fits as well; else None.
"""

from pourparlers.resolve.link.persons import link_person
from pourparlers.resolve.link.spans import UNKNOWN, Link, Post, Span
from pourparlers.resolve.link.things import link_gathering, link_institution, link_treaty

__all__ = [
    "UNKNOWN",
    "Link",
    "Post",
    "Span",
    "link_gathering",
    "link_institution",
    "link_person",
    "link_treaty",
]
