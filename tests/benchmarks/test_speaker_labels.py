"""Verdicts on speakers, from a record made by hand."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.agreement import Parts
from benchmarks.speaker_labels import (
    KEPT,
    LABELS,
    Told,
    answers_by_nearest_name,
    answers_of_parts,
    answers_of_record,
    judge,
    read_labels,
    shares,
)
from tests.records import span, spans, statement
from verbale.article import Article
from verbale.record import Entity, Mention, Record, Statement

TEXT = "“We sign,” said Ana Pires. The expert doubts it. “No,” said Bo Lund. A source expects snow."
FORMS = {"Ana Pires": "name", "Bo Lund": "name", "The expert": "nominal", "A source": "nominal"}


def told(**said: Any) -> Told:
    return Told(id="t", manner="agency", published="2024-01-01", text=TEXT, statements=[said])  # type: ignore[arg-type]


def record(content: str, speaker: str | None, status: str = "named") -> Record:
    entities = tuple(_entity(name, form) for name, form in FORMS.items())
    statement = Statement.model_validate(
        {
            **{"id": "s1", "form": "direct", "confidence": 0.9, "evidence": (), "source": (), "cue": ()},
            **{"content": spans(TEXT, content), "speaker": speaker, "speaker_status": status},
        }
    )
    return Record(article=Article(text=TEXT), entities=entities, statements=(statement,))


def _entity(name: str, form: str) -> Entity:
    mention = Mention.model_validate({**span(TEXT, name)._asdict(), "form": form})
    return Entity(id=name, name=name, kind="person", mentions=(mention,), evidence=(), confidence=0.9)


@pytest.mark.parametrize(
    ("expected", "content", "speaker", "verdict"),
    [
        ("Ana Pires", "We sign", "Ana Pires", "right"),
        (["Ana", "Pires"], "“We sign,”", "Ana Pires", "right"),
        ("Ana Pires", "We sign", "Bo Lund", "wrong"),
        ("Ana Pires", "We sign", "The expert", "silent"),
        ("Ana Pires", "We sign", None, "silent"),
        ("Ana Pires", "No", "Ana Pires", "missing"),
        (None, "We sign", None, "right"),
        (None, "We sign", "A source", "right"),
        (None, "We sign", "Bo Lund", "wrong"),
    ],
)
def test_a_speaker_is_right_silent_wrong_or_missing(
    expected: Any, content: str, speaker: str | None, verdict: str
) -> None:
    judged = judge(told(content="we sign", speaker=expected), answers_of_record(record(content, speaker)))
    assert [one.verdict for one in judged] == [verdict]


def test_the_answer_that_holds_the_words_best_is_the_one_judged() -> None:
    outer = record(TEXT[:40], "Bo Lund").statements
    inner = record("We sign", "Ana Pires")
    both = inner.model_copy(update={"statements": (*outer, *inner.statements)})
    judged = judge(told(content="we sign", speaker="Ana Pires"), answers_of_record(both))
    assert judged[0].verdict == "right"


@pytest.mark.parametrize(("status", "share"), [("role", 100.0), ("anonymous", 100.0), ("named", 0.0)])
def test_shares_are_points_of_all_labels(status: str, share: float) -> None:
    labels = told(content="we sign", speaker=None, status=["role", "anonymous"])
    judged = judge(labels, answers_of_record(record("We sign", None, status)))
    assert shares(judged) == {"right": 100.0, "silent": 0.0, "wrong": 0.0, "missing": 0.0, "status": share}
    assert shares([*judged, *judged[:0]])["right"] == 100.0


@pytest.mark.parametrize(("source", "verdict"), [("Ana Pires", "right"), ("Bo Lund", "wrong"), ("it", "silent")])
def test_words_for_a_speaker_are_met_halfway(source: str, verdict: str) -> None:
    found = Parts(spans(TEXT, source), (), spans(TEXT, "We sign"))
    judged = judge(told(content="we sign", speaker="Pires"), answers_of_parts(TEXT, [found]))
    assert [one.verdict for one in judged] == [verdict]


def test_the_floor_takes_the_name_in_the_source_or_else_the_last_before_it() -> None:
    text = "Ana Pires met Bo Lund. “We sign,” she said. Lund agreed. “We pay,” Pires said."
    first = statement(text, "“We sign,”", source=spans(text, "she"))
    second = statement(text, "“We pay,”", id="s2", source=spans(text, "Pires said"))
    names = spans(text, "Ana Pires", "Bo Lund", "Lund agreed", "Pires said")
    found = answers_by_nearest_name(Record(article=Article(text=text), statements=(first, second)), names)
    assert [[name for name in ("Pires", "Lund") if one.is_called(name)] for one in found] == [["Lund"], ["Pires"]]


@pytest.mark.parametrize("path", [LABELS, KEPT])
def test_the_labels_are_read_with_their_articles(path: Path) -> None:
    labels = read_labels(path)
    assert sum(len(one.statements) for one in labels) >= 60
    assert all(one.article.published == one.published for one in labels)


@pytest.mark.parametrize("path", [LABELS, KEPT])
def test_labels_stand_in_the_order_of_the_text_so_that_each_has_its_own_place(path: Path) -> None:
    for one in read_labels(path):
        assert len(judge(one, ())) == len(one.statements)


def test_no_article_is_both_worked_with_and_kept_apart() -> None:
    assert not {one.text for one in read_labels(LABELS)} & {one.text for one in read_labels(KEPT)}
