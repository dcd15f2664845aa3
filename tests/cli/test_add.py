"""`verbale add`: what is read, what is passed over, what is told of it, and what stands at the end."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from verbale.article import Article
from verbale.dossier.dossier import Dossier
from verbale.errors import Failure
from verbale.reading.tools import Tools
from verbale.record import Record

TOLD = "The delegations of Norland and Sudria came down the stairs and said that they had agreed on nothing at all."
MORE = "Nobody in the hall had expected anything else of them after so short a morning, and the cars were waiting."


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read, in order; the reading finds nothing in them, and fails on the word "fault"."""
    texts: list[str] = []

    def read_all(sources: Iterable[Article], *, tools: Tools | None = None) -> Iterator[Record | Failure]:
        assert tools is None
        for article in sources:
            texts.append(article.text)
            if "interrupt" in article.text:
                raise KeyboardInterrupt
            if "fault" in article.text:
                yield Failure("fault.txt", "reading", "Verbale failed on it", "please report it")
            else:
                yield Record(article=article)

    monkeypatch.setattr("verbale.cli.add.read_all", read_all)
    return texts


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """Where a dossier may be made."""
    return str(tmp_path / "talks.dossier")


def written(folder: Path, **texts: str) -> list[str]:
    """Files with these texts, by their names."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def articles(where: str) -> list[int]:
    with Dossier.open(where, create=False) as opened:
        return [one.article for one in opened.articles()]


@pytest.mark.usefixtures("read")
def test_articles_are_added_and_counted(run: Run, dossier: str, tmp_path: Path) -> None:
    status, out, err = run("add", dossier, *written(tmp_path, a=TOLD, b=MORE))

    assert (status, out) == (0, "")
    assert err == "2 articles added, 0 failed; warnings: no_date 2, no_outlet 2\n"
    assert articles(dossier) == [1, 2]


def test_what_is_in_it_already_is_not_read_again(run: Run, read: list[str], dossier: str, tmp_path: Path) -> None:
    first, second = written(tmp_path, a=TOLD, b=MORE)
    run("add", dossier, first)

    assert run("add", dossier, first, second).err.startswith("1 article added, 1 there already, 0 failed")
    assert read == [TOLD, MORE]


@pytest.mark.usefixtures("read")
def test_a_run_that_was_broken_off_goes_on(run: Run, dossier: str, tmp_path: Path) -> None:
    paths = written(tmp_path, a=TOLD, b="interrupt")

    assert run("add", dossier, *paths).status == 130
    assert articles(dossier) == [1]
    written(tmp_path, b=MORE)
    assert run("add", dossier, *paths).status == 0
    assert articles(dossier) == [1, 2]


def test_asked_to_it_reads_again(run: Run, read: list[str], dossier: str, tmp_path: Path) -> None:
    paths = written(tmp_path, a=TOLD)
    run("add", dossier, *paths)

    assert run("add", dossier, *paths, "--again").err.startswith("0 articles added, 1 read again, 0 failed")
    assert read == [TOLD, TOLD]
    assert articles(dossier) == [1]


@pytest.mark.usefixtures("read")
def test_faults_stand_in_a_table_at_the_end_and_the_rest_goes_on(run: Run, dossier: str, tmp_path: Path) -> None:
    lost = str(tmp_path / "lost.txt")
    status, _, err = run("add", dossier, lost, *written(tmp_path, a="fault", b=TOLD))

    assert status == 1
    first, head, *rows = err.splitlines()
    assert first.startswith("1 article added, 2 failed")
    assert head.split() == ["source", "what", "is", "wrong", "what", "to", "do"]
    assert "there is no such file" in err
    assert "please report it" in "\n".join(rows)


@pytest.mark.usefixtures("read")
def test_a_copy_is_told(run: Run, dossier: str, tmp_path: Path) -> None:
    long = " ".join((TOLD, MORE, "They will not meet again before the spring, the mediators told us at the door."))
    paths = written(tmp_path, a=long, b=f"Evening edition.\n\n{long}")

    assert "[2]: a copy of [1]\n" in run("add", dossier, *paths).err


def test_a_live_blog_is_split_into_its_entries(run: Run, read: list[str], dossier: str, tmp_path: Path) -> None:
    paths = written(tmp_path, blog=f"09:40 {TOLD}\n\n11:15 {MORE}")

    assert "a live blog, split into 2 articles\n2 articles added" in run("add", dossier, *paths).err
    assert read == [f"09:40 {TOLD}", f"11:15 {MORE}"]
    assert run("add", dossier, *paths).err == "0 articles added, 2 there already, 0 failed\n"


@pytest.mark.usefixtures("read")
def test_the_dossier_is_no_source_of_itself(run: Run, dossier: str, tmp_path: Path) -> None:
    written(tmp_path, a=TOLD)
    run("add", dossier, str(tmp_path))

    assert run("add", dossier, str(tmp_path)).err == "0 articles added, 1 there already, 0 failed\n"


def test_without_a_source_no_dossier_is_made(run: Run, dossier: str) -> None:
    assert run("add", dossier).status == 2
    assert not Path(dossier).exists()


@pytest.mark.usefixtures("read")
def test_a_file_that_is_no_dossier_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=TOLD * 20)
    status, _, err = run("add", path, path)

    assert (status, err.count("\n")) == (1, 1)
    assert Path(path).read_text("utf-8") == TOLD * 20


@pytest.mark.usefixtures("read")
def test_no_article_commands_the_terminal(run: Run, dossier: str, tmp_path: Path) -> None:
    run("add", dossier, *written(tmp_path, a="fault"))
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"text": f"09:40 {TOLD}\n\n11:15 {MORE}", "outlet": "\x1b[31mRude[bold]"}), "utf-8")

    err = run("add", dossier, str(page)).err
    assert "\x1b" not in err
    assert "[bold]" in err
