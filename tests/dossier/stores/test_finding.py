"""Looking for words, parties, kinds, days, places and outlets: each part that is given has to be met."""

from datetime import date

import pytest

from tests.dossier.stores.articles import other, report
from verbale.dossier.answers import Query
from verbale.dossier.dossier import Dossier


@pytest.fixture
def filled(dossier: Dossier) -> Dossier:
    """Two reports of one meeting and another article."""
    dossier.add(report())
    dossier.add(report("Ada Holm left the hall early on Tuesday. “The map is gone,” she said.", outlet="Evening Mail",
                       said="The map is gone", published="2022-01-12"))  # fmt: skip
    dossier.add(other(3, day=20))
    return dossier


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(words="sale"), {"1/s1"}),
        (Query(words="SALES", kind="statement"), {"1/s1"}),
        (Query(words="map", kind="statement"), {"1/s1", "2/s1"}),
        (Query(words='"map is gone"'), {"2/s1"}),
        (Query(words='"gone map"'), set()),
        (Query(words="map", outlet="evening"), {"2/s1"}),
        (Query(kind="statement", party="Ada Holm"), {"1/s1", "2/s1"}),
        (Query(kind="event", party="Ola Berg", last_day=date(2022, 1, 15)), {"1/v1", "3/v1"}),
        (Query(kind="statement", first_day=date(2022, 1, 12)), {"2/s1"}),
        (Query(words="map", party="nobody"), set()),
        (Query(words="sale", limit=1), {"1/s1"}),
    ],
)
def test_each_part_of_a_query_has_to_be_met(filled: Dossier, query: Query, found: set[str]) -> None:
    reports = [one for one in filled.find(query) if query.kind or one.ref.entry.startswith("s")]
    assert {str(one.ref) for one in reports} == found


@pytest.mark.parametrize(
    "words",
    ['"', '""', "OR", "map OR", "NEAR(", "*", "words:map", "'; DROP TABLE entries; --", "a\x00b", "%", "(((", "-map"],
)
def test_no_words_are_a_command(filled: Dossier, words: str) -> None:
    filled.find(Query(words=words))

    assert len(filled.articles()) == 3


def test_a_thread_is_shown_for_the_days_of_any_of_its_reports(dossier: Dossier) -> None:
    told = report("In Geneva, Ola Berg met Ada Holm on Tuesday, and nobody else was there.", outlet="Evening Mail")
    (met,) = told.events
    dossier.add(report())
    dossier.add(told.model_copy(update={"events": (met.model_copy(update={"date": "2022-01-11"}),)}))

    (thread,) = dossier.timeline()
    assert {one.first_day for one in thread.reports} == {date(2022, 1, 10), date(2022, 1, 11)}
    for day in (date(2022, 1, 10), date(2022, 1, 11)):
        assert [one.number for one in dossier.timeline(first_day=day, last_day=day)] == [thread.number]
    assert dossier.timeline(first_day=date(2022, 1, 12)) == ()


def test_happenings_are_found_by_words_too(filled: Dossier) -> None:
    found = filled.happenings(Query(words="Holm"))
    assert [str(one.ref) for thread in found for one in thread.reports] == ["1/v1"]
    assert filled.happenings(Query(words="…")) == ()


def test_an_issue_is_looked_for_in_the_words_up_to_the_limit(filled: Dossier) -> None:
    assert [str(one.ref) for one in filled.find(Query(issue="the map is not for sale"))] == ["1/s1"]
    assert len(filled.find(Query(issue="the map is not for sale", limit=1))) <= 1
