"""The page that lists the queries is what the files say."""

import re

import pytest

from pourparlers import queries
from pourparlers.queries import handbook


def test_the_readme_lists_every_query_as_it_is():
    page = (queries.folder() / "README.md").read_text("utf-8")

    assert page == handbook.page(queries.catalogue().values()), "run: pourparlers queries --format markdown"
    assert all(f"### {name}\n" in page for name in queries.catalogue())


@pytest.mark.parametrize("page", ["Makefile", "README.md"])
def test_the_queries_named_elsewhere_exist(page):
    text = (queries.folder().parent / page).read_text("utf-8")
    topics = "|".join(sorted({query.topic for query in queries.catalogue().values()}))

    named = set(re.findall(rf"(?:query(?: --store \S+)?|\$\(SHOW\)) ((?:{topics})/[a-z-]+)", text))

    assert named
    assert named <= set(queries.catalogue())
