"""Every page in a browser: without a mouse, without a complaint, for everybody, light and dark, wide and narrow."""

import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = {
    "overview": "/",
    "articles": "/articles",
    "article": "/articles/1",
    "party": "/parties/1",
    "timeline": "/timeline",
    "positions": "/positions",
    "documents": "/documents",
    "conflicts": "/conflicts",
    "changes": "/changes",
    "search": "/search?words=talks",
    "fault": "/nothing",
}
EVERY = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
PICTURES = Path(__file__).parents[3] / "docs" / "pictures"
SERIOUS = ("serious", "critical")


def serious_faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in SERIOUS]


@EVERY
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")

    assert serious_faults(page) == []


@EVERY
def test_the_console_is_silent_and_nothing_comes_from_elsewhere(
    page: Page, address: str, complaints: list[str], base_url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)

    assert [one for one in complaints if "404" not in one] == []
    assert [one for one in asked if not one.startswith(base_url)] == []


@EVERY
def test_a_phone_shows_it_without_scrolling_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@EVERY
def test_the_first_tab_skips_to_the_page(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_from_a_line_to_its_sentence_by_keys_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("j")
    cited = page.locator(":focus")
    address = cited.get_attribute("href") or ""
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(re.escape(address) + "$"))
    expect(page.locator(".text .lit").first).to_be_visible()
    expect(page.locator(f"[id='{address.partition('#')[2]}']")).to_be_in_viewport()
    expect(page.locator("#beside .lit")).to_have_count(1)


def test_search_by_keys_alone(page: Page) -> None:
    page.goto("/timeline")
    page.keyboard.press("/")
    page.keyboard.type("written answer")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/search\?words=written"))
    expect(page.locator(".entry").first).to_contain_text("written answer")
    page.keyboard.press("j")
    expect(page.locator(".entry").first.locator(":focus")).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".entry").first.locator(":focus")).to_have_count(1)


def test_hovering_one_side_shows_the_other(page: Page) -> None:
    page.goto("/articles/1")
    beside = page.locator("#beside .beside li").first
    entry = beside.get_attribute("data-of")
    beside.hover()
    expect(page.locator(f".text [data-of~='{entry}'].lit").first).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator(".lit")).to_have_count(0)
    page.locator(f".text span[data-of~='{entry}']").first.hover()

    expect(beside).to_have_class(re.compile("lit"))


def test_focusing_one_side_shows_the_other(page: Page) -> None:
    page.goto("/articles/1")
    page.locator("#beside .beside .sign").first.focus()

    expect(page.locator(".text .lit").first).to_be_visible()


def test_a_round_on_the_axis_leads_to_its_line(page: Page) -> None:
    page.goto("/")
    page.locator(".axis a").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#round-1")).to_be_visible()


def test_the_timeline_comes_nearer_step_by_step(page: Page) -> None:
    page.goto("/timeline")
    page.locator(".zoom li a").last.click()
    expect(page.locator(".zoom b")).to_have_text("2022")
    page.locator(".zoom li a").first.click()
    expect(page.locator(".zoom b")).to_have_text("January 2022")
    page.locator(".zoom li a").first.click()

    expect(page.locator(".day h2")).to_have_count(1)


def test_without_script_every_page_is_there(browser: object, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    plain = context.new_page()
    for address in PAGES.values():
        plain.goto(base_url + address)
        expect(plain.locator("h1")).to_be_visible()
    context.close()


@pytest.mark.skipif("VERBALE_PICTURES" not in os.environ, reason="pictures of the pages are taken when asked for")
@pytest.mark.parametrize("name", [one for one in PAGES if one != "fault"])
def test_pictures_of_the_pages(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(PAGES[name])
        page.screenshot(path=PICTURES / f"{name}-{scheme}.png")
