"""The pages in a real browser: they load, ask nobody else, and log nothing."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("path", ["/", "/queries", "/queries/meetings/between", "/page/id/state/france"])
def test_a_page_opens_with_a_title_and_one_heading(page, path):
    page.goto(path)
    assert page.title()
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1


@pytest.mark.logs("status of 404")
def test_a_page_that_is_not_there_says_so(page):
    assert page.goto("/nowhere").status == 404
    assert page.locator("body").inner_text().strip()
