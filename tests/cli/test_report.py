"""The progress bar keeps to standard error and leaves nothing behind; the count is complete."""

import io
import sys

import pytest
from rich.console import Console

from tests.cli.conftest import LOST
from tests.records import talks
from verbale.cli.report import Report


def terminal() -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, force_terminal=True, width=80, _environ={}), out


@pytest.mark.parametrize("bar", [True, False])
def test_standard_output_is_left_alone(*, bar: bool) -> None:
    before = sys.stdout, sys.stderr

    with Report(terminal()[0], inputs=3, bar=bar) as report:
        list(report.records([talks(), LOST]))
        assert (sys.stdout, sys.stderr) == before


@pytest.mark.parametrize(("bar", "shown"), [(True, True), (False, False)])
def test_a_bar_is_shown_where_it_is_asked_for(*, bar: bool, shown: bool) -> None:
    console, out = terminal()
    with Report(console, inputs=3, bar=bar) as report:
        list(report.records([talks(), talks()]))

    assert ("2 articles" in out.getvalue()) == shown


def test_the_bar_moves_with_the_inputs_and_not_with_their_articles() -> None:
    with Report(terminal()[0], inputs=2, bar=True) as report:
        list(report.records([talks(), talks(), talks()]))
        report.next_input()

        assert (report.progress.tasks[0].completed, report.progress.tasks[0].total) == (1, 2)


@pytest.mark.parametrize(("outcomes", "status"), [([talks()], 0), ([talks(), LOST], 1), ([LOST], 1), ([], 1)])
def test_the_exit_status_tells_whether_all_was_read(outcomes: list[object], status: int) -> None:
    with Report(terminal()[0], inputs=1, bar=False) as report:
        assert len(list(report.records(outcomes))) == outcomes.count(talks())  # type: ignore[arg-type]

    assert report.close(warnings_shown=True) == status
