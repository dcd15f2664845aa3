"""`verbale read`: three formats, what goes to which stream, and what is counted."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LOST, SHELF, Run
from tests.records import talks
from verbale.record import Record

COMPLAINT = "lost.txt: no such file (look for it)\n"


def test_minutes_are_the_default_and_nothing_is_complained_of(run: Run) -> None:
    status, out, err = run("read", "talks.txt")

    assert (status, err) == (0, "")
    assert "  1  Anneli Korpela · indirect\n" in out
    assert out.endswith("\n2 statements\n")


def test_the_minutes_of_one_input_are_parted_by_a_line(run: Run) -> None:
    out = run("read", "many.jsonl").out

    assert out.count("\n" + "─" * 80 + "\n") == 2


def test_the_minutes_of_several_inputs_stand_each_under_its_name(run: Run) -> None:
    lines = run("read", "talks.txt", "undated.txt").out.splitlines()

    assert [line for line in lines if line.startswith("──")] == [
        "── talks.txt " + "─" * 67,
        "── undated.txt " + "─" * 65,
    ]


def test_a_folder_is_read_file_by_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHELF, str(tmp_path / "a.txt"), [talks()])
    monkeypatch.setitem(SHELF, str(tmp_path / "b.txt"), [LOST])
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()

    assert run("read", str(tmp_path), "-f", "jsonl").err == COMPLAINT + "1 article read, 1 failed\n"


def test_minutes_are_as_wide_as_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert max(len(line) for line in run("read", "talks.txt").out.splitlines()) <= 40


def test_minutes_can_be_had_in_full(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (agreed,) = SHELF["agreed.txt"]
    assert isinstance(agreed, Record)
    monkeypatch.setitem(SHELF, "busy.txt", [agreed.model_copy(update={"events": agreed.events * 40})])

    assert "(--full shows them)" in run("read", "busy.txt").out
    assert run("read", "busy.txt", "--full").out.count("agree “agreed”") == 40


def test_json_of_one_article_is_an_object(run: Run) -> None:
    assert Record.model_validate_json(run("read", "talks.txt", "--format", "json").out) == talks()


@pytest.mark.parametrize(
    ("sources", "records"),
    [(["talks.txt", "undated.txt"], 2), (["many.jsonl"], 3), (["talks.txt", "lost.txt"], 1)],
)
def test_json_of_several_articles_is_an_array(run: Run, sources: list[str], records: int) -> None:
    found = json.loads(run("read", *sources, "--format", "json").out)

    assert isinstance(found, list)
    assert len(found) == records


def test_json_lines_are_a_record_a_line_in_the_order_of_the_input(run: Run) -> None:
    lines = run("read", "many.jsonl", "talks.txt", "--format", "jsonl").out.splitlines()

    assert [json.loads(line)["article"]["id"] for line in lines] == ["0", "1", "2", None]


@pytest.mark.parametrize("output_format", ["minutes", "json", "jsonl"])
def test_a_lone_source_that_fails_is_a_line_and_nothing_else(run: Run, output_format: str) -> None:
    assert run("read", "lost.txt", "--format", output_format) == (1, "", COMPLAINT)


def test_a_source_that_fails_does_not_stop_the_rest_and_is_counted(run: Run) -> None:
    status, out, err = run("read", "lost.txt", "many.jsonl", "undated.txt", "--format", "jsonl")

    assert status == 1
    assert len(out.splitlines()) == 4
    assert err == COMPLAINT + "4 articles read, 1 failed; warnings: no_date 1\n"


def test_a_folder_with_nothing_in_it_is_said_to_be_empty(run: Run) -> None:
    assert run("read", "empty") == (1, "", "no article was found in what was given\n")


def test_a_complaint_is_one_line_and_commands_no_terminal(run: Run) -> None:
    assert run("read", "rude.txt").err == "␛[31mrude .txt: no such file\n"


def test_warnings_are_in_the_minutes_and_beside_json(run: Run) -> None:
    assert "! The day of publication is not known.\n" in run("read", "undated.txt").out
    assert run("read", "undated.txt").err == ""
    assert run("read", "undated.txt", "--format", "json").err == "warning: The day of publication is not known.\n"


def test_a_day_of_publication_can_be_given(run: Run) -> None:
    out = run("read", "talks.txt", "--published", "2022-01-18", "--format", "json").out

    assert json.loads(out)["article"]["published"] == "2022-01-18"


@pytest.mark.parametrize("day", ["tuesday", "18.1.2022", "2022-02-30", ""])
def test_a_day_that_is_none_is_refused_with_an_example(run: Run, day: str) -> None:
    assert run("read", "talks.txt", "--published", day) == (
        2,
        "",
        f"--published {day}: not a day (write it as 2022-01-18)\n",
    )


@pytest.mark.parametrize("output_format", ["minutes", "json", "jsonl"])
def test_a_file_gets_what_the_terminal_would_get(run: Run, tmp_path: Path, output_format: str) -> None:
    out = run("read", "talks.txt", "--format", output_format).out
    silent = run("read", "talks.txt", "--format", output_format, "--output", str(tmp_path / "out"))

    assert silent == (0, "", "")
    assert (tmp_path / "out").read_text("utf-8") == out


def test_a_source_is_never_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("precious")

    status, _, err = run("read", str(path), "--output", str(path))

    assert status == 2
    assert err.endswith("this is one of the sources (name another file)\n")
    assert path.read_text() == "precious"


def test_a_file_of_names_that_cannot_be_used_is_told_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    names = tmp_path / "names.yaml"
    names.write_text("- {name: Kestria, kind: planet}", "utf-8")

    status, out, err = run("read", "talks.txt", "--names", str(names))

    assert (status, out) == (2, "")
    assert "row 1: kind:" in err
