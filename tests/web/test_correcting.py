"""Corrections and judgements by people: made, shown, taken back, and kept when an article is read again."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.dossier.stores.articles import report
from tests.web.conftest import Opened
from verbale.dossier.dossier import Dossier

ENTRY = "/articles/1/corrections/s1"


def post(client: TestClient, address: str, **data: str) -> str:
    """Sends the form; gives the page to which it leads."""
    found = re.search(r'name="key" value="([^"]+)"', client.get("/add").text)
    assert found
    answer = client.post(address, data={"key": found.group(1), "by": "Zoë Ada", **data})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def refused(client: TestClient, address: str, **data: str) -> str:
    found = re.search(r'name="key" value="([^"]+)"', client.get("/add").text)
    assert found
    answer = client.post(address, data={"key": found.group(1), "by": "ada", **data})
    assert answer.status_code in (400, 404), answer.status_code
    return answer.text


def test_a_speaker_is_changed_and_the_change_taken_back(client: TestClient) -> None:
    page = post(client, ENTRY, action="change", speaker="e1", why="he said it")

    assert "corrected by a person" in page
    assert "he said it" in page
    assert "by Zoë Ada" in page
    page = post(client, "/corrections/1/undo", article="1")
    assert "taken back" in page


def test_the_name_is_asked_once(client: TestClient) -> None:
    assert 'placeholder="Your name"' in client.get("/queue").text
    post(client, ENTRY, action="accept", back="/queue")

    assert 'placeholder="Your name"' not in client.get("/queue").text
    assert "Zoë Ada" in client.get(ENTRY).text


def test_the_queue_leaves_out_what_was_accepted(client: TestClient) -> None:
    before = client.get("/queue").text.count('class="entry"')
    page = post(client, ENTRY, action="accept", back="/queue")

    assert page.count('class="entry"') == before - 1


def test_what_is_rejected_is_shown_no_more(client: TestClient) -> None:
    post(client, ENTRY, action="reject")

    assert 'id="s1"' not in client.get("/articles/1").text


def test_words_are_changed_to_others_that_stand_there(client: TestClient) -> None:
    page = post(client, ENTRY, action="change", content="map … sale")

    assert "content to" in page
    assert "don&#39;t stand in the article" in refused(client, ENTRY, action="change", content="peace at last")


def test_what_was_missed_is_added_and_taken_back(client: TestClient) -> None:
    page = post(client, "/articles/1/corrections", kind="statement", words="nobody else was let into", speaker="e1")

    assert 'id="s2"' in page
    assert 'id="s2"' not in post(client, "/corrections/1/undo", article="1")


def test_a_correction_outlives_another_reading(opened: Opened, where: Path) -> None:
    client = opened(at=where)
    post(client, ENTRY, action="change", speaker="e1")
    with Dossier.open(where) as dossier:
        dossier.add(report(), again=True)

        assert dossier.record(1).statements[0].speaker == "e1"
    assert "corrected by a person" in client.get("/articles/1").text


def test_two_parties_are_merged_and_apart_again(client: TestClient) -> None:
    page = post(client, "/parties/1/judgements", other="Ada Holm", why="I know them")

    assert "I know them" in page
    number = re.findall(r'action="/judgements/(\d+)/undo"', page)[0]
    page = post(client, f"/judgements/{number}/undo", article="1", entry="e1")
    assert "taken back" in page


def test_one_article_of_a_party_is_kept_apart(client: TestClient) -> None:
    page = post(client, "/parties/1/judgements", apart="3/e1")

    assert "not the same" in page


@pytest.mark.parametrize(
    ("address", "data"),
    [
        (ENTRY, {"action": "steal"}),
        (ENTRY, {"action": "change"}),
        (ENTRY, {"action": "change", "speaker": "e99"}),
        (ENTRY, {"action": "accept", "by": " "}),
        ("/articles/1/corrections/s99", {"action": "accept"}),
        ("/articles/1/corrections", {"kind": "round", "words": "map"}),
        ("/parties/1/judgements", {"other": "Nobody"}),
        ("/parties/1/judgements", {"apart": "9/e9"}),
        ("/corrections/99/undo", {"article": "1"}),
    ],
)
def test_what_does_not_fit_is_refused_in_words(client: TestClient, address: str, data: dict[str, str]) -> None:
    assert "Traceback" not in refused(client, address, **data)
