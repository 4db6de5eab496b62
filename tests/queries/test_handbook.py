"""The page that lists the queries is what the files say."""

from pourparlers import queries
from pourparlers.queries import handbook


def test_the_readme_lists_every_query_as_it_is():
    page = (queries.folder() / "README.md").read_text("utf-8")

    assert page == handbook.page(queries.catalogue().values()), "run: pourparlers queries --format markdown"
    assert all(f"### {name}\n" in page for name in queries.catalogue())
