"""What stands on the pages, and that nothing of an article becomes markup."""

from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.dossier.stores.articles import report
from tests.web.conftest import Opened
from verbale.dossier.dossier import Dossier
from verbale.web.desk import Desk, Served

PAGES = (
    "/",
    "/articles",
    "/timeline",
    "/positions",
    "/documents",
    "/conflicts",
    "/changes",
    "/search",
    "/search?words=map",
)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_dossier_has_every_page(opened: Opened, address: str) -> None:
    assert opened().get(address).status_code == 200


@pytest.mark.parametrize("address", [*PAGES, "/articles/1", "/articles/3", "/parties/1"])
def test_every_page_is_there_with_one_heading_of_the_first_order(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.text.count("<h1>") == 1


def test_what_is_in_an_article_is_never_markup(opened: Opened) -> None:
    text = f"Ola Berg, {EVIL}, met Ada Holm. “The map is not for sale, {EVIL},” she said."
    record = report(text, outlet=EVIL, said=f"The map is not for sale, {EVIL},", url="javascript:alert(3)")
    article = record.article.model_copy(update={"title": EVIL, "authors": (EVIL,)})
    people = tuple(one.model_copy(update={"name": f"{one.name} {EVIL}"}) for one in record.entities)
    client = opened(record.model_copy(update={"article": article, "entities": people}))

    for address in (*PAGES, "/articles/1", "/parties/1", f"/search?words={EVIL}", "/search?kind=statement"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="javascript' not in page
    assert "&lt;script&gt;alert(1)" in client.get("/articles/1").text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/articles/99", 404, "There is no such article"),
        ("/articles/x", 422, "number"),
        ("/articles/99999999999999999999", 422, "number"),
        ("/parties/99", 404, "There is no such party"),
        ("/timeline?from=monday", 400, "Write it as 2022-01-18"),
        ("/timeline?from=2022-02-01&to=2022-01-01", 400, "after the last"),
        ("/timeline?kind=rumour", 400, "The kind is one of"),
        ("/timeline?party=Nowhere", 404, "No article speaks of it"),
        ("/articles?page=0", 400, "no such page"),
        ("/articles?page=x", 400, "no such page"),
        (f"/search?words={'w' * 401}", 400, "Ask for less"),
        ("/nothing", 404, "begin at the overview"),
    ],
)
def test_what_cannot_be_asked_is_told_in_plain_words(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)

    assert (answer.status_code, words in answer.text) == (status, True)


def test_a_line_leads_to_its_sentence(client: TestClient) -> None:
    assert 'href="/articles/1#v1"' in client.get("/timeline").text
    assert 'id="v1"' in client.get("/articles/1").text


def test_an_article_shows_its_versions_and_what_is_gone(client: TestClient) -> None:
    page = client.get("/articles/3").text

    assert "Versions of the page" in page
    assert "Gone since the version before" in page


def test_articles_are_paged(opened: Opened) -> None:
    records = [report(f"Ola Berg met somebody, {number}.", outlet=f"Outlet {number}") for number in range(51)]
    client = opened(*records)

    assert 'href="/articles?page=2"' in client.get("/articles").text
    assert client.get("/articles?page=2").text.count('class="entry"') == 1


def test_a_filter_stays_in_the_addresses_of_the_page(client: TestClient) -> None:
    page = client.get("/timeline?party=Ola+Berg&from=2022-01-01&to=2022-12-31").text

    assert "/timeline?party=Ola+Berg&amp;from=2022-01-01&amp;to=2022-01-31" in page


def test_what_takes_long_is_worked_out_once_until_the_dossier_changes(where: Path) -> None:
    desk, made = Desk.open(Served(str(where))), []
    for _ in range(2):
        desk.kept("days", lambda: made.append(date.min))
    desk.dossier.add(report("Ola Berg met nobody."))
    desk.kept("days", lambda: made.append(date.max))
    desk.dossier.close()

    assert made == [date.min, date.max]


def test_the_pages_never_ask_for_all_parties(opened: Opened, where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("everything was loaded")

    client = opened(at=where)
    for name in ("articles", "reports", "threads"):
        monkeypatch.setattr(Dossier, name, refuse)
    for address in (*PAGES, "/articles/1", "/parties/1"):
        assert client.get(address).status_code == 200
