"""The checks find fault with a wrong record and none with a right one, on a record built by hand."""

from typing import Any

import pytest

from tests.cases.checks import faults
from tests.cases.labels import Answer
from verbale.article import Article
from verbale.record import Entity, Mention, Record, Statement
from verbale.spans import Span

TEXT = "“We will sign,” Ana Pires told Bo Lund. He said nothing more."
NAMES = {"e1": "Ana Pires", "e2": "Bo Lund"}


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _record() -> Record:
    entities = tuple(
        Entity(id=key, evidence=(), confidence=1, name=name, kind="person", mentions=(_mention(name),))
        for key, name in NAMES.items()
    )
    statement = Statement(
        id="s1",
        evidence=(_span("“We will sign,” Ana Pires told Bo Lund."),),
        confidence=0.9,
        form="direct",
        source=(_span("Ana Pires"),),
        cue=(_span("told"),),
        content=(_span("“We will sign,”"),),
        speaker="e1",
        speaker_status="named",
        addressee="e2",
    )
    return Record(article=Article(text=TEXT), entities=entities, statements=(statement,))


def _mention(name: str) -> Mention:
    return Mention(start=_span(name).start, end=_span(name).end, form="name")


RIGHT: dict[str, Any] = {
    "content": "we will sign",
    "exact": True,
    "source": "Ana Pires",
    "cue": "told",
    "speaker": "Pires",
    "not_speaker": ["Lund"],
    "status": "named",
    "form": ["direct", "mixed"],
    "within": None,
    "denied": False,
    "date": None,
    "addressee": "Bo Lund",
    "once": True,
}


def test_a_right_record_has_no_fault() -> None:
    answer = Answer.model_validate(
        {
            "statements": [RIGHT],
            "absent": ["He said nothing more"],
            "never": ["Bo Lund"],
            "apart": [list(NAMES.values())],
        }
    )
    assert faults(answer, _record()) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"content": "will sign"}, "not found"),
        ({"content": "said nothing more", "exact": False}, "not found"),
        ({"source": "Bo Lund"}, "source is"),
        ({"source": None}, "source is"),
        ({"cue": "said"}, "cue is"),
        ({"speaker": "Bo Lund"}, "speaker is"),
        ({"speaker": None}, "speaker is"),
        ({"not_speaker": ["Ana"]}, "who is called"),
        ({"joint": ["Bo Lund"]}, "without its member"),
        ({"candidates": ["Bo Lund"]}, "candidates are"),
        ({"status": "role"}, "status is"),
        ({"form": "indirect"}, "form is"),
        ({"kind": "offer"}, "kind is"),
        ({"denied": True}, "denied is"),
        ({"date": "2022-01-01"}, "date is"),
        ({"flags": ["unclosed"]}, "without unclosed"),
        ({"addressee": None}, "addressee is"),
        ({"venue": "the hall"}, "venue is"),
    ],
)
def test_each_wrong_field_is_one_fault_that_says_what_was_found(change: dict[str, Any], message: str) -> None:
    found = faults(Answer.model_validate({"statements": [{**RIGHT, **change}]}), _record())
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(
    "temptation",
    [
        {"nothing": True},
        {"absent": ["we will sign"]},
        {"outside": ["sign"]},
        {"unsaid": ["we will sign"]},
        {"never": ["Pires"]},
        {"apart": [["Ana Pires", "Pires"]]},
        {"together": [["Ana Pires", "Bo Lund"]]},
        {"authors": ["Bo Lund"]},
        {"published": "2022-01-01"},
        {"warnings": ["no_date"]},
        {"lacks": ["Ana Pires told"]},
    ],
)
def test_each_temptation_that_the_record_gave_in_to_is_a_fault(temptation: dict[str, Any]) -> None:
    assert len(faults(Answer.model_validate(temptation), _record())) == 1


def test_two_expectations_are_not_met_by_one_statement() -> None:
    found = faults(Answer.model_validate({"statements": [RIGHT, {"content": "we will sign"}]}), _record())
    assert [fault.split(":")[1].strip()[:9] for fault in found] == ["not found"]
