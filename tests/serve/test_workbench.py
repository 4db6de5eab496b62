"""The search and the forms in a real browser, with the keyboard alone, without scripts, narrow, large and dark."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
FORM = "/queries/meetings/of-actor"
PAGES = ["/", "/search", "/search?q=ministre", "/search?q=zzzz", "/queries", FORM, "/queries/meetings/between",
         "/queries/meetings/between?from=2031", "/queries/statements/by-act?evidence=1"]  # fmt: skip


@pytest.fixture(scope="module")
def person(site):
    """A person who met somebody: the first by name."""
    query = "SELECT ?p ?name { ?m pp:participant ?p . ?p a pp:Person ; skos:prefLabel ?name } ORDER BY ?name LIMIT 1"
    row = site.query(query).json()["results"]["bindings"][0]
    iri = row["p"]["value"]
    return {"iri": iri, "label": row["name"]["value"], "url": iri.removeprefix("https://w3id.org/pourparlers")}


def typed(page, name):
    """Type the beginning of a name into the field that has the focus, and wait for suggestions."""
    with page.expect_response(lambda answer: urlencode({"q": name[:5]}) in answer.url):
        page.keyboard.type(name[:5], delay=20)
    expect(page.locator(".autocomplete__menu--visible .autocomplete__option").first).to_be_visible()


# ── the search ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_letters_arrow_and_enter_lead_to_the_page_of_a_person(page, person):
    page.goto("/")
    page.get_by_label("Chercher une personne").focus()
    typed(page, person["label"])
    expect(page.get_by_role("option").first).to_contain_text(person["label"])

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{person['url'].replace('/id/', '/page/id/')}")
    expect(page.locator("h1")).to_contain_text(person["label"])


def test_the_field_at_the_top_suggests_on_every_page(page, person):
    page.goto("/queries")
    page.locator("#find-top").focus()
    typed(page, person["label"])

    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_searches(page, person):
    page.goto("/")
    page.get_by_label("Chercher une personne").focus()
    typed(page, person["label"])
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/search?q={quote(person['label'][:5])}*")
    expect(page.locator(".results li").first).to_contain_text(person["label"])


def test_enter_right_after_an_arrow_takes_the_choice(page, person):
    """What the arrow chooses is drawn a moment later; suggestions that come late do not take it away."""
    page.goto(FORM)
    page.get_by_label("acteur").focus()
    typed(page, person["label"])
    page.route("**/search?*format=json*", lambda route: route.fulfill(json={"found": [], "total": 0}))
    page.evaluate(
        """() => {
            const field = document.activeElement;
            for (const [key, keyCode] of [["ArrowDown", 40], ["Enter", 13]]) {
                field.dispatchEvent(new KeyboardEvent("keydown", { key, keyCode, bubbles: true, cancelable: true }));
            }
        }"""
    )

    expect(page.get_by_label("acteur")).to_have_value(person["label"])


def test_a_name_nothing_bears_is_said_so(page):
    page.goto("/")
    page.get_by_label("Chercher une personne").focus()
    page.keyboard.type("zzzz")

    expect(page.locator(".autocomplete__option--no-results")).to_have_text("Rien ne porte ce nom.")


@pytest.mark.logs("Failed to load resource")
def test_suggestions_that_do_not_come_are_said_so(page):
    page.goto("/")
    page.route("**/search?*format=json*", lambda route: route.abort())
    page.get_by_label("Chercher une personne").focus()
    page.keyboard.type("abc")

    expect(page.locator(".autocomplete__option--no-results")).to_contain_text("Les suggestions ne viennent pas")


def test_suggestions_are_text_whatever_they_hold(page):
    hostile = {"iri": "https://x/", "url": "/x", "kind": "<b>", "label": "<img src=x onerror=alert(1)>\u202e", "context": "<i>",
               "articles": 1, "name": "\"'&<script>"}  # fmt: skip
    page.goto("/")
    page.route("**/search?*format=json*", lambda route: route.fulfill(json={"found": [hostile], "total": 1}))
    page.get_by_label("Chercher une personne").focus()
    page.keyboard.type("abc")

    option = page.get_by_role("option").first
    expect(option).to_contain_text("<img src=x onerror=alert(1)>⟦U+202E⟧")
    expect(option).to_contain_text("\"'&<script>")
    assert option.locator("img, script, b, i").count() == 0


# ── forms ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_question_is_asked_with_the_keyboard_alone(page, person):
    page.goto(FORM)
    page.get_by_label("acteur").focus()
    typed(page, person["label"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_label("acteur")).to_have_value(person["label"])
    page.get_by_role("button", name="Demander").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/of-actor?*")
    assert urlencode({"actor": person["iri"]}) in page.url
    assert "evidence=1" in page.url
    expect(page.get_by_label("acteur")).to_have_value(person["label"])
    expect(page.get_by_label("avec la preuve")).to_be_checked()
    expect(page.locator("td.proof q").first).to_be_visible()


def test_another_name_replaces_the_thing_chosen_before(page, person):
    page.goto(f"{FORM}?actor={person['iri']}")
    field = page.get_by_label("acteur")
    expect(field).to_have_value(person["label"])
    field.fill("Personne Inconnue")

    assert page.locator("input[type=hidden][name=actor]").input_value() == "Personne Inconnue"


def test_a_required_field_is_asked_for_before_anything_is_sent(page):
    page.goto(FORM)
    page.get_by_role("button", name="Demander").click()

    assert page.evaluate("document.querySelector('form.asked :invalid').id") == "field-actor"
    assert page.url.endswith(FORM)


def test_the_address_goes_without_empty_fields(page):
    page.goto("/queries/meetings/between")
    page.get_by_label("depuis le", exact=True).fill("2017")
    page.get_by_label("depuis le", exact=True).press("Enter")
    page.wait_for_url("**/queries/meetings/between?from=2017")


def test_a_calendar_fills_in_a_day(page):
    page.goto("/queries/meetings/between")
    assert page.get_by_role("button", name="Choisir un jour : depuis le").is_visible()
    page.locator("#field-from ~ input[type=date]").evaluate(
        "day => { day.value = '2017-04-26'; day.dispatchEvent(new Event('change')) }"
    )

    expect(page.get_by_label("depuis le", exact=True)).to_have_value("2017-04-26")
    expect(page.get_by_label("depuis le", exact=True)).to_be_focused()


def test_rows_are_sorted_and_filtered_with_the_keyboard(page):
    page.goto("/queries/articles/articles")
    heads = page.locator("thead th")
    place = [head.get_attribute("data-name") for head in heads.all()].index("source")
    cells = page.locator(f"tbody tr:not([hidden]) td:nth-child({place + 1})")
    before = cells.all_inner_texts()
    heads.nth(place).get_by_role("button").focus()

    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert cells.all_inner_texts() == sorted(before, reverse=True)
    assert heads.nth(place).get_attribute("aria-sort") == "descending"

    page.get_by_label("Filtrer les lignes").fill(before[0])
    expect(cells).to_have_count(1)


def test_the_rows_of_a_form_can_be_downloaded_and_opened_in_the_editor(page):
    page.goto("/queries/meetings/between?from=2000")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "meetings-between.csv"
    assert Path(download.value.path()).read_text("utf-8").startswith("date,certain,actorName")

    page.get_by_role("link", name="Ouvrir dans l'éditeur").click()
    page.wait_for_url(re.compile(r"/editor\?query="))
    expect(page.locator("main")).to_contain_text("2000-01-01")


def test_the_proof_leads_to_the_words_in_the_reader(page):
    page.goto("/queries/meetings/meetings?evidence=1")
    link = page.locator("td.proof a").first
    target = link.get_attribute("href")
    link.click()

    page.wait_for_url(f"**{target.replace('/id/', '/page/id/')}")
    assert page.locator("h1").count() == 1


def test_the_catalogue_filters_while_one_types(page):
    page.goto("/queries")
    every = page.locator(".questions > li").count()
    page.get_by_label("Filtrer").fill("réseau rencontre")

    expect(page.locator(".questions > li:visible")).not_to_have_count(every)
    expect(page.locator("a[href='/queries/meetings/network']")).to_be_visible()
    expect(page.locator("h2:visible")).to_have_count(1)
    page.get_by_label("Filtrer").fill("zzzz")
    expect(page.locator("main output")).to_have_text("Aucune requête ne contient ces mots ; effacez-en.")


# ── without scripts, and on every screen ─────────────────────────────────────────────────────────────────────────────


def test_search_and_forms_work_without_scripts(pages, person):
    page = pages(java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Chercher une personne").fill(person["label"])
    page.keyboard.press("Enter")
    page.get_by_role("link", name=person["label"], exact=True).first.click()
    expect(page.locator("h1")).to_contain_text(person["label"])

    page.goto(FORM)
    page.get_by_label("acteur").fill(person["label"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/of-actor?actor=*")
    expect(page.locator(".asked .hint a")).to_have_text(person["label"])
    page.goto("/queries/meetings/between?from=&to=2018&lang=")
    assert page.url.endswith("/queries/meetings/between?to=2018")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_on_a_phone_or_at_200_percent(pages, path, width):
    page = pages(viewport={"width": width, "height": 700})
    page.goto(path)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("path", "scheme"), [*((path, "light") for path in PAGES), *((path, "dark") for path in PAGES[2::3])]
)
def test_no_page_keeps_anybody_out(pages, path, scheme):
    page = pages(color_scheme=scheme)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(({violations}) => violations)")

    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_suggestions_keep_nobody_out_and_move_nothing(page, person):
    page.goto("/")
    field = page.get_by_label("Chercher une personne")
    below = page.locator("h2").first.bounding_box()
    field.focus()
    typed(page, person["label"])
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(({violations}) => violations)")

    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert page.locator("h2").first.bounding_box() == below


@pytest.mark.parametrize("path", ["/", FORM, "/queries/meetings/between"])
def test_scripts_move_nothing_when_they_come(pages, path):
    """The place of what stands below the fields is the same with scripts and without."""
    tops = []
    for scripts in (False, True):
        page = pages(java_script_enabled=scripts)
        page.goto(path)
        page.wait_for_load_state("networkidle")
        tops.append(page.locator("main button.main").bounding_box()["y"])

    assert abs(tops[0] - tops[1]) < 1


def test_the_first_stop_of_tab_leads_to_the_content(page):
    page.goto("/queries")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_language_is_switched_and_stays(page):
    page.goto("/queries/meetings/between?from=2017")
    page.get_by_role("link", name="EN", exact=True).click()

    expect(page.locator("h1")).to_have_text("Who met whom between two dates?")
    expect(page.locator("#field-from")).to_have_value("2017")
    page.goto("/queries")
    expect(page.locator("h1")).to_have_text("Saved queries")
