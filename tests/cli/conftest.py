"""The command line with the reading replaced by a shelf of ready outcomes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

import pytest

from tests.records import TALKS, event, talks
from verbale.api import Source
from verbale.article import Article, Notice
from verbale.cli import main
from verbale.errors import Failure, ToolsError
from verbale.reading.tools import Tools
from verbale.record import Record

NO_DATE = Notice(code="no_date", message="The day of publication is not known.")
LOST = Failure("lost.txt", "open", "no such file", "look for it")
SHELF: dict[str, list[Record | Failure]] = {
    "talks.txt": [talks()],
    "undated.txt": [Record(article=Article(text="She said “no”.", warnings=(NO_DATE,)))],
    "agreed.txt": [talks().model_copy(update={"events": (event(TALKS, "agreed", type="AGREE", actors=("e1",)),)})],
    "many.jsonl": [Record(article=Article(text=str(number), id=str(number))) for number in range(3)],
    "lost.txt": [LOST],
    "rude.txt": [Failure("\x1b[31mrude\n.txt", "open", "no such file")],
    "empty": [],
}


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


def shelf_read_all(
    sources: Iterable[Source], *, published: date | None = None, tools: Tools | None = None
) -> Iterator[Record | Failure]:
    """Stands for `verbale.read_all`; three names stand for what can go wrong beyond a source."""
    assert tools is None
    for source in sources:
        if source == "no-tools":
            raise ToolsError("there is no encoder", remedy="install Verbale again")
        if source == "bug":
            raise ZeroDivisionError("a bug\nin two lines")
        if source == "interrupt":
            raise KeyboardInterrupt
        for outcome in SHELF[str(source)]:
            if published and isinstance(outcome, Record):
                given = {"published": published, "published_from": "given"}
                yield outcome.model_copy(update={"article": outcome.article.model_copy(update=given)})
            else:
                yield outcome


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `verbale` with these words and gives its exit status, output and complaints."""
    monkeypatch.setattr("verbale.cli.read.read_all", shelf_read_all)
    monkeypatch.setenv("COLUMNS", "80")

    def verbale(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["verbale", *words])
        with pytest.raises(SystemExit) as left:
            main()
        status = left.value.code
        return Ran(status if isinstance(status, int) else int(status is not None), *capsys.readouterr())

    return verbale
