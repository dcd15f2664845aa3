"""The manual is tested: what a machine wrote in it is current, links lead somewhere, nothing is missing."""

import re
from pathlib import Path

import pytest
from cogapp import Cog

from verbale.cli import app

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
GENERATED = [page for page in PAGES if "[[[cog" in page.read_text("utf-8")]

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]*)(#[^)]*)?\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def name(path: Path) -> str:
    return path.name


def test_the_pages_with_generated_parts_are_these() -> None:
    assert [page.name for page in GENERATED] == ["README.md", "command.md", "dossier.md", "record.md"]


@pytest.mark.parametrize("page", GENERATED, ids=name)
def test_what_a_machine_wrote_is_current_and_the_commands_give_what_is_shown(page: Path) -> None:
    assert Cog().main(["cog", "--check", "--diff", "-I", str(ROOT / "docs"), str(page)]) == 0, (
        "python docs/generate.py writes it anew"
    )


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text("utf-8")):
        target = page.parent / path if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), anchor


def anchors(page: Path) -> set[str]:
    headings = HEADING.findall(page.read_text("utf-8"))
    return {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_command_has_its_help_in_the_manual() -> None:
    manual = (ROOT / "docs" / "command.md").read_text("utf-8")
    commands = [command.name for command in app.registered_commands]

    assert commands
    assert all(f"$ verbale {command} --help" in manual for command in commands)


def test_the_readme_shows_the_command_and_its_output_within_a_screen() -> None:
    first_screen = (ROOT / "README.md").read_text("utf-8").splitlines()[:40]

    assert any(line.startswith("$ verbale read") for line in first_screen)
    assert any("│" in line for line in first_screen)


def test_the_readme_has_a_place_for_the_figures() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert readme.index("<!-- bench -->") < readme.index("<!-- /bench -->")
