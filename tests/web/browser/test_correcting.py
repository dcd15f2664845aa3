"""Adding and correcting in a browser: without a mouse, with what becomes of it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import serving
from tests.web.browser.test_reading import serious_faults
from verbale.dossier.dossier import Dossier
from verbale.record import Record

WORDS = "Ola Berg met Ada Holm in Geneva on Monday. “The map is not for sale,” she said afterwards to reporters."


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Path:
    """A copy of the example dossier, to be changed."""
    return Path(shutil.copy(example, tmp_path / "own.verbale"))


@pytest.fixture
def served(own: Path) -> Iterator[str]:
    yield from serving(own)


def test_a_correction_is_made_undone_and_outlives_another_reading(page: Page, served: str, own: Path) -> None:
    page.goto(f"{served}/articles/1/corrections")
    first = page.locator(".entry").first
    entry = first.get_attribute("id") or ""
    first.get_by_label("Your name").first.fill("Ada")
    first.get_by_role("button", name="Accept").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#corrections + ul")).to_contain_text(f"{entry}: accepted")
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#corrections + ul")).to_contain_text("taken back")

    statement = page.locator('.entry[id^="s"]').first
    name = statement.get_attribute("id")
    page.goto(f"{served}/articles/1/corrections/{name}")
    page.get_by_label("Kind").select_option("warning")
    page.get_by_label("Why").fill("read it again")
    page.keyboard.press("Enter")
    expect(page.locator("#corrections + ul")).to_contain_text("read it again")
    with Dossier.open(own) as dossier:
        machine: Record = dossier.record(1)
        dossier.add(machine, again=True)
    page.goto(f"{served}/articles/1/corrections")
    expect(page.locator(f"#{name}")).to_contain_text("corrected by a person")


def test_an_upload_shows_how_far_it_is(page: Page, served: str, tmp_path: Path) -> None:
    talks, cat = tmp_path / "talks.txt", tmp_path / "cat.png"
    talks.write_text(WORDS)
    cat.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    page.goto(f"{served}/add")
    page.locator("input[type=file]").set_input_files([talks, cat])
    page.get_by_role("button", name="Add the files").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("All is done.", timeout=40_000)
    expect(page.locator(".fault")).to_contain_text("a picture")
    page.get_by_role("link", name=re.compile(r"^Article \d+")).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".text")).to_contain_text("not for sale")


@pytest.mark.parametrize("address", ["/queue", "/add", "/articles/1/corrections", "/parties/1/judgements"])
def test_the_pages_have_no_serious_fault_and_fit_a_phone(page: Page, base_url: str, address: str) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(base_url + address)

    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
