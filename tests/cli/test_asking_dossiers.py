"""The commands that ask a dossier: each for people, as JSON and as a table; what is not there is a plain line."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from tests.cli.conftest import Run
from tests.records import event, person, statement
from verbale.article import Article
from verbale.cli.find import Sort
from verbale.dossier.answers import Kind
from verbale.dossier.dossier import Dossier
from verbale.record import Move, Passage, Position, Record, Round
from verbale.spans import Span

TEXT = (
    "Norland met Sudria in Geneva on Monday. “The map is not for sale,” Ada Holm said to the reporters. "
    "Norland demands a new map."
)
OTHER = (
    "Norland met Sudria in Geneva on Tuesday, a night porter said. Nobody else had seen the cars. Ada Holm told him: "
    "“The map is not for rent.”"
)
COMMANDS = ("minutes", "timeline", "positions", "conflicts", "changes", "find", "articles")


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(text=words, spans=(Span(start, start + len(words)),))


def whole(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, text.index(".", start) + 1),)


def record(text: str, outlet: str, day: str, met: str, said: str) -> Record:
    people = (
        person(text, "Norland", "e1", kind="state"),
        person(text, "Sudria", "e2", kind="state"),
        person(text, "Geneva", "e3", kind="place"),
        person(text, "Ada Holm", "e4"),
    )
    proof = whole(text, "Norland met")
    meeting = Round(
        id="r1", evidence=proof, confidence=0.9, number=1, format="round", parties=("e1", "e2"), place="e3", date=met,
        status="happened", events=("v1",),
    )  # fmt: skip
    article = Article(
        text=text, outlet=outlet, title=f"In {outlet}", published=date.fromisoformat(day), published_from="given"
    )
    told = event(text, "met", actors=("e1", "e2"), place="e3", date=met)
    held = statement(text, said, speaker="e4", speaker_status="named")
    moves: tuple[Move, ...] = ()
    positions: tuple[Position, ...] = ()
    if "demands" in text:
        proof = whole(text, "Norland demands")
        content = passage(text, "a new map")
        moves = (Move(id="m1", evidence=proof, confidence=0.9, kind="demand", actor=("e1",), content=content),)
        positions = (
            Position(id="o1", evidence=proof, confidence=0.9, party="e1", issue="new map", stand="for", moves=("m1",)),
        )
    return Record(
        article=article, entities=people, statements=(held,), events=(told,), rounds=(meeting,), moves=moves,
        positions=positions,
    )  # fmt: skip


RECORDS = (
    record(TEXT, "Harbour Wire", "2022-01-11", "2022-01-10", "“The map is not for sale,”"),
    record(OTHER, "\x1b[31mVestovoy[bold]", "2022-01-14", "2022-01-12", "“The map is not for rent.”"),
)


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """A dossier of two articles that disagree about a day."""
    where = str(tmp_path / "talks.dossier")
    with Dossier.open(where) as made:
        for one in RECORDS:
            made.add(one)
    return where


def words_for(command: str) -> Sequence[str]:
    return ("map",) if command == "find" else ()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_line_has_its_article_and_no_article_commands_the_terminal(run: Run, dossier: str, command: str) -> None:
    status, out, err = run(command, dossier, *words_for(command))

    assert (status, err) == (0, "")
    assert "\x1b" not in out
    assert command == "changes" or "Harbour Wire, 11 January 2022 [1]" in out or "Harbour Wire · 11 January" in out
    assert max(len(line) for line in out.splitlines()) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_the_values_of_the_dossier(run: Run, dossier: str, command: str) -> None:
    found = json.loads(run(command, dossier, *words_for(command), "--format", "json").out)

    assert isinstance(found, dict if command == "minutes" else list)
    assert command == "changes" or found


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "minutes"])
def test_a_table_has_a_row_an_answer_and_each_row_its_proof(run: Run, dossier: str, command: str) -> None:
    out = run(command, dossier, *words_for(command), "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))

    assert command == "changes" or rows
    assert all(value is not None for row in rows for value in row.values())
    evidence = [row[name] for row in rows for name in row if name.endswith("Evidence")]
    assert all(any(one in text for text in (TEXT, OTHER)) for one in evidence)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dossier_that_is_not_there_is_a_plain_line_and_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    missing = tmp_path / "missing.dossier"
    status, out, err = run(command, str(missing))

    assert (status, out) == (1, "")
    assert err == f"{missing}: there is no such dossier (verbale add makes one)\n"
    assert not missing.exists()


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "articles"])
@pytest.mark.parametrize(
    ("option", "complaint"),
    [(("--party", "Atlantis"), "no article speaks of it"), (("--from", "yesterday"), "not a day")],
)
def test_what_is_asked_for_wrongly_is_told(
    run: Run, dossier: str, command: str, option: tuple[str, str], complaint: str
) -> None:
    status, out, err = run(command, dossier, *option)

    assert (status, out) == (2, "")
    assert err.startswith(f"{' '.join(option)}: {complaint}")


def test_the_minutes_tell_a_meeting_once_and_the_conflict_about_its_day(run: Run, dossier: str) -> None:
    out = run("minutes", dossier).out

    assert out.count("Norland, Sudria · round no. 1 · Geneva") == 1
    assert "told differently: date" in " ".join(out.split())
    assert "two articles, two independent" in out
    assert "No answer told: Norland · demand: a new map" in out


def test_an_empty_dossier_says_so(run: Run, tmp_path: Path) -> None:
    where = str(tmp_path / "empty.dossier")
    Dossier.open(where).close()

    assert run("conflicts", where).out == "No conflict found.\n"
    assert run("find", where, "map").out == "Nothing found.\n"
    assert run("minutes", where).status == 0


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("map", "--kind", "statement"), 2),
        (("map", "--outlet", "Harbour Wire", "--kind", "statement"), 1),
        (('"not for rent"',), 1),
        (("--place", "Geneva", "--kind", "round", "--from", "2022-01-12"), 1),
        (("--issue", "the new map", "--kind", "position"), 1),
        (("map", "--limit", "1"), 1),
        (("unheard",), 0),
    ],
)
def test_entries_are_found_by_all_that_is_asked_for(
    run: Run, dossier: str, options: tuple[str, ...], found: int
) -> None:
    assert len(json.loads(run("find", dossier, *options, "-f", "json").out)) == found


def test_kinds_that_can_be_asked_for_are_those_of_the_record() -> None:
    assert {one.value for one in Sort} == set(get_args(Kind))


def test_an_answer_goes_to_a_file(run: Run, dossier: str, tmp_path: Path) -> None:
    path = tmp_path / "conflicts.csv"

    assert run("conflicts", dossier, "-f", "csv", "-o", str(path)).out == ""
    assert path.read_text("utf-8").startswith("Kind,Of,Thread,What,Left Article")


def test_the_timeline_tells_a_round_and_not_its_event_too(run: Run, dossier: str) -> None:
    out = run("timeline", dossier).out

    assert out.startswith("10 January 2022\n  Norland, Sudria · round no. 1 · Geneva\n")
    assert "consult" not in out
