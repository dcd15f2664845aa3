"""The share of cases that pass."""

from pathlib import Path

from benchmarks.cases import figures, passed
from tests.cases.labels import Case
from verbale.article import Article
from verbale.errors import SourceError
from verbale.record import Record

QUIET = {"kind": "not_statement/none", "manner": "agency", "expect": {"nothing": True}}


def _case(name: str, **expect: object) -> Case:
    return Case.model_validate({**QUIET, "id": name, "text": "It rained.", **({"expect": expect} if expect else {})})


def _read(case: Case, folder: Path) -> Record:
    assert folder.is_dir()
    if case.id == "broken":
        raise SourceError("it isn't a page")
    return Record(article=Article(text=case.text))


def test_a_case_passes_when_the_record_is_as_it_should_be_and_not_when_it_cannot_be_read() -> None:
    cases = [_case("quiet"), _case("loud", statements=[{"content": "it rained"}]), _case("broken")]
    assert passed(cases, _read) == {"quiet": True, "loud": False, "broken": False}


def test_the_figure_is_the_share_in_points() -> None:
    assert figures({"a": True, "b": False, "c": True, "d": True}).floors == {"pass": 75.0}
