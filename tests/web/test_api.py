"""Programs get the dossier's own values: as their schemas say, in parts, with plain refusals, whatever they ask."""

import re
from collections.abc import Iterator

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.cli.test_asking_dossiers import RECORDS
from verbale.dossier.dossier import Dossier
from verbale.record import Record
from verbale.web.app import application
from verbale.web.desk import Desk, Served

TOKEN = "the token of this test"  # noqa: S105 of this test alone
KEPT = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
READ = (
    "/api/articles", "/api/articles/1", "/api/reports/statement", "/api/reports/entity?limit=2&offset=1",
    "/api/reports/move?party=Norland", "/api/threads/event?from=2022-01-10&to=2022-01-20", "/api/thread/1",
    "/api/timeline?place=Geneva", "/api/parties", "/api/parties/1", "/api/positions", "/api/documents",
    "/api/conflicts", "/api/changes", "/api/find?words=map&kind=statement", "/api/judgements?kind=entity",
    "/api/corrections",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A dossier of two short articles, served to whoever brings the token."""
    where = str(tmp_path_factory.mktemp("api") / "talks.dossier")
    with Dossier.open(where) as made:
        for one in RECORDS:
            made.add(one)
    opened = Desk.open(Served(where, token=TOKEN))
    yield opened
    opened.dossier.close()


@pytest.fixture(scope="module")
def program(desk: Desk) -> TestClient:
    """A program that brings the token."""
    return _client(desk, {"Authorization": f"Bearer {TOKEN}"})


def _client(desk: Desk, headers: dict[str, str]) -> TestClient:
    return TestClient(application(desk), base_url="http://127.0.0.1", headers=headers)


@pytest.mark.parametrize("address", READ)
def test_an_answer_keeps_to_its_schema(program: TestClient, address: str) -> None:
    described = program.get("/api/openapi.json").json()
    path = next(one for one in described["paths"] if _is_of(address.partition("?")[0], one))
    schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = program.get(address)

    assert answer.status_code == 200
    Draft202012Validator({**schema, "components": described["components"]}).validate(answer.json())


def _is_of(path: str, template: str) -> bool:
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) is not None


def test_an_article_is_its_record(program: TestClient, desk: Desk) -> None:
    assert Record.model_validate_json(program.get("/api/articles/2").text) == desk.dossier.record(2)


def test_a_list_comes_in_parts_that_make_up_the_whole(program: TestClient) -> None:
    whole = program.get("/api/reports/entity").json()
    parts = [program.get(f"/api/reports/entity?limit=3&offset={begins}").json() for begins in (0, 3, 6)]

    assert [one for part in parts for one in part["items"]] == whole["items"]
    assert [part["more"] for part in parts] == [True, True, False]
    assert not whole["more"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/articles/99", 404, "no such article"),
        ("/api/articles/0", 422, "article"),
        ("/api/articles/99999999999999999999999", 422, "article"),
        ("/api/thread/99", 404, "no such entry"),
        ("/api/parties/99", 404, "no such party"),
        ("/api/nothing", 404, ""),
        ("/api/reports/remark", 422, "kind"),
        ("/api/reports/move?party=Nobody", 404, "No article speaks of it"),
        ("/api/reports/move?from=monday", 422, "from"),
        ("/api/articles?limit=201", 422, "limit"),
        ("/api/articles?offset=10001", 422, "offset"),
        ("/api/articles?colour=red", 422, "colour"),
        ("/api/find?words=" + "a" * 401, 422, "words"),
    ],
)
def test_a_refusal_is_one_line_of_plain_words(program: TestClient, address: str, status: int, words: str) -> None:
    answer = program.get(address)

    assert answer.status_code == status
    assert list(answer.json()) == ["detail"]
    assert words in answer.json()["detail"]


def test_the_description_loads_nothing_and_names_the_models(program: TestClient) -> None:
    described = program.get("/api/openapi.json").json()

    assert {"Record", "Statement", "EntryThread", "Party", "Judgement", "Correction"} <= set(
        described["components"]["schemas"]
    )
    assert all(path.startswith("/api/") for path in described["paths"])
    assert program.get("/docs").status_code == program.get("/redoc").status_code == 404


JUDGED = {"kind": "event", "left": [2, "v1"], "right": [1, "v1"], "same": False, "by": "ada", "reason": "other days"}
CORRECTED = {"article": 1, "kind": "event", "entry": "v1", "action": "change", "field": "date", "by": "ada"}


@pytest.mark.parametrize(("address", "body"), [("/api/judgements", JUDGED), ("/api/corrections", CORRECTED)])
@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer another"},
        {"Authorization": f"Bearer {TOKEN}", "Origin": "http://elsewhere.example"},
        {"Cookie": f"verbale_pass={TOKEN}"},
        {},
    ],
)
def test_nobody_changes_anything_without_the_token_or_from_elsewhere(
    desk: Desk, headers: dict[str, str], address: str, body: dict[str, object]
) -> None:
    before = desk.dossier.state()

    assert _client(desk, headers).post(address, json=body).status_code in (401, 403)
    assert desk.dossier.state() == before


def test_a_server_without_a_token_takes_no_change_but_by_the_key_of_its_pages(desk: Desk) -> None:
    open_to_all = Desk(Served(desk.served.dossier), desk.dossier)
    wrong = {**JUDGED, "right": [1, "v99"]}

    assert _client(open_to_all, {"Authorization": "Bearer None"}).post("/api/judgements", json=wrong).status_code == 403
    assert (
        _client(open_to_all, {"X-Verbale-Key": open_to_all.key}).post("/api/judgements", json=wrong).status_code == 422
    )


def test_a_judgement_and_corrections_are_kept_and_told(program: TestClient, desk: Desk) -> None:
    judged = program.post("/api/judgements", json=JUDGED)
    first = program.post("/api/corrections", json={**CORRECTED, "value": "2022-01-11"})
    second = program.post("/api/corrections", json={**CORRECTED, "field": "type", "value": "AGREE", "why": "agreed"})
    event = next(one for one in program.get("/api/articles/1").json()["events"] if one["id"] == "v1")

    assert [one.status_code for one in (judged, first, second)] == [201, 201, 201]
    assert (judged.json()["left"], judged.json()["by"]) == ([1, "v1"], "ada")
    assert (event["date"], event["type"]) == ("2022-01-11", "AGREE")
    assert [one["field"] for one in program.get("/api/corrections").json()["items"]] == ["date", "type"]
    assert desk.dossier.thread(program.get("/api/threads/event").json()["items"][0]["number"]).witnesses == 1


ADDED = {
    "id": "s9", "form": "indirect", "evidence": [[0, 40]], "confidence": 1.0, "source": [], "cue": [],
    "content": [[0, 18]], "speaker_status": "unknown",
}  # fmt: skip


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/api/judgements", {**JUDGED, "right": [1, "v77"]}),
        ("/api/judgements", {**JUDGED, "right": [10**30, "v1"]}),
        ("/api/judgements", {**JUDGED, "right": [2, "v1"]}),
        ("/api/judgements", {**JUDGED, "by": "verbale"}),
        ("/api/judgements", {**JUDGED, "by": " "}),
        ("/api/corrections", {**CORRECTED, "article": 9}),
        ("/api/corrections", {**CORRECTED, "entry": "v9"}),
        ("/api/corrections", {**CORRECTED, "kind": "statement"}),
        ("/api/corrections", {**CORRECTED, "field": "evidence", "value": []}),
        ("/api/corrections", {**CORRECTED, "field": "status", "value": "perhaps"}),
        ("/api/corrections", {**CORRECTED, "field": None}),
        ("/api/corrections", {**CORRECTED, "action": "add", "kind": "statement", "entry": "s9"}),
        ("/api/corrections", {**CORRECTED, "action": "add", "kind": "statement", "entry": "s²", "value": ADDED}),
        ("/api/corrections", {**CORRECTED, "action": "add", "kind": "statement", "entry": "s8", "value": ADDED}),
        (
            "/api/corrections",
            {
                **CORRECTED, "action": "add", "kind": "statement", "entry": "s9",
                "value": {**ADDED, "evidence": [[0, 4000]]},
            },
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_changes_nothing(
    program: TestClient, desk: Desk, address: str, body: dict[str, object]
) -> None:
    before = desk.dossier.state()

    assert program.post(address, json=body).status_code == 422
    assert desk.dossier.state() == before


@pytest.mark.parametrize(
    "words", ['{"by": "\\ud800", "kind": "event", "left": [1, "v1"], "right": [2, "v1"]}', "[" * 9999]
)
def test_what_no_database_can_hold_is_refused(program: TestClient, words: str) -> None:
    answer = program.post("/api/judgements", content=words, headers={"Content-Type": "application/json"})

    assert answer.status_code in (400, 422)


def test_a_missing_entry_may_be_added(program: TestClient) -> None:
    body = {**CORRECTED, "action": "add", "kind": "statement", "entry": "s9", "field": None, "value": ADDED}

    assert program.post("/api/corrections", json=body).status_code == 201
    assert "s9" in {one["id"] for one in program.get("/api/articles/1").json()["statements"]}


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
def test_whatever_is_asked_there_is_no_fault_of_ours_and_answers_keep_to_their_schemas(
    desk: Desk, mode: GenerationMode
) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "Host": "127.0.0.1"}
    described = schemathesis.openapi.from_asgi("/api/openapi.json", application(desk), headers=headers)
    operations = [one.ok() for one in described.get_all_operations()]
    for operation in operations:

        @seed(9)
        @settings(max_examples=10, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: schemathesis.Case) -> None:
            case.validate_response(case.call(headers=headers), checks=KEPT)

        ask()
    assert len(operations) == 17
