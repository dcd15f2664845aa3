"""Rounds, events, papers, moves, forecasts and what is open, in words."""

import pytest

from tests.records import person, statement
from tests.views.negotiation import TEXT, negotiation, passage
from verbale.record import Move, Record
from verbale.views.pages import MinutesPage, minutes_page
from verbale.views.pages.listing import MOST, listed
from verbale.views.pages.moves import Stand
from verbale.views.pages.open_points import OpenPoint

PAGE = minutes_page(negotiation())


def changed(**entries: object) -> MinutesPage:
    return minutes_page(negotiation().model_copy(update=entries))


def test_a_round_tells_when_where_who_and_how_it_ended() -> None:
    met, planned = PAGE.rounds.lines

    assert (met.date, met.place, met.parties) == ("2 March 2026", "Turku", ("Kestria", "Norland"))
    assert (met.outcome, met.status, met.doubt) == ("parted without a paper", "happened", None)
    assert (planned.number, planned.status, planned.doubt) == (2, "planned", "as likely right as wrong")


def test_the_proof_of_a_round_marks_the_events_that_it_was_made_from() -> None:
    (proof,) = PAGE.rounds.lines[0].proof

    assert [proof.text[mark.start : mark.end] for mark in proof.marks] == ["met"]


def test_events_are_those_that_no_round_tells() -> None:
    (event,) = PAGE.events.lines

    assert (event.type, event.words, event.actors, event.recipients) == (
        "coerce",
        "expelled",
        ("Norland",),
        ("Kestria",),
    )
    assert len(changed(rounds=()).events.lines) == 2


def test_an_event_of_a_statement_refers_to_it_instead_of_its_proof() -> None:
    told = negotiation().events[1].model_copy(update={"according_to": "s2", "mode": "expel"})
    (event,) = changed(events=(told,)).events.lines

    assert (event.type, event.statement, event.proof) == ("coerce: expel", 2, ())


def test_a_provision_stands_below_its_paper_with_its_meaning_and_its_words() -> None:
    (paper,) = PAGE.documents.lines
    (provision,) = paper.provisions

    assert (paper.name, paper.kind, paper.status, paper.date) == ("draft treaty", None, "published", "March 2026")
    assert (provision.bearer, provision.force, provision.action) == (("Norland",), "must not", "keep troops in Sudria")


def test_provisions_of_no_paper_stand_by_themselves() -> None:
    (loose,) = changed(documents=()).documents.lines

    assert (loose.name, len(loose.provisions)) == (None, 1)


def test_the_moves_of_those_who_stand_for_a_party_are_the_partys() -> None:
    kestria, norland = PAGE.moves.lines

    assert (kestria.parties, norland.parties) == (("Kestria",), ("Norland",))
    assert [(move.kind, move.by, move.statement) for move in kestria.moves.lines] == [
        ("threat", ("Ada Moss",), 1),
        ("demand", ("Ada Moss",), None),
    ]
    assert norland.stands == (Stand("the ports", "against"),)


def test_a_move_tells_its_condition_and_has_its_proof_where_no_statement_has_it() -> None:
    threat, demand = PAGE.moves.lines[0].moves.lines

    assert (threat.condition, threat.proof) == ("If the ports stay closed", ())
    assert [proof.text for proof in demand.proof] == ["asked Norland to open them"]


def test_a_forecast_has_its_alternatives() -> None:
    (forecast,) = PAGE.forecasts.lines

    assert (forecast.by, forecast.likelihood, forecast.outcomes) == (
        "Ivo Reyl",
        "doubtful",
        ("a treaty", "a long winter"),
    )


def answer(kind: str, actor: str) -> Move:
    given = {"id": "m3", "evidence": (), "confidence": 0.9, "kind": kind, "actor": (actor,), "content": passage("met")}
    return Move.model_validate(given)


@pytest.mark.parametrize(
    ("kind", "actor", "is_open"),
    [("refusal", "e2", False), ("agreement", "e2", False), ("threat", "e2", True), ("refusal", "e8", True)],
)
def test_a_demand_is_open_until_one_who_was_asked_answers(kind: str, actor: str, *, is_open: bool) -> None:
    page = changed(moves=(*negotiation().moves, answer(kind, actor)))

    assert ("unanswered" in [point.sort for point in page.open_points.lines]) == is_open


@pytest.mark.parametrize(("actor", "is_open"), [("e2", False), ("e3", True)])
def test_a_demand_to_nobody_in_particular_is_answered_by_anybody_else(actor: str, *, is_open: bool) -> None:
    demand = negotiation().moves[1].model_copy(update={"addressee": ()})
    page = changed(moves=(demand, answer("refusal", actor)))

    assert ("unanswered" in [point.sort for point in page.open_points.lines]) == is_open


def test_rounds_ahead_doubtful_offices_and_open_speakers_are_open_points() -> None:
    either = statement(TEXT, "met", speaker_status="ambiguous", candidates=("e3", "e4"))

    assert changed(statements=(either,), moves=()).open_points.lines == (
        OpenPoint("ahead", "planned meeting · Oslo · 6 March 2026"),
        OpenPoint("office", "Ada Moss, foreign minister: she left the office in 2020 (registry)"),
        OpenPoint("speaker", "Ada Moss or Ivo Reyl", 1),
    )


def test_a_list_is_cut_only_where_more_than_one_line_is_saved() -> None:
    assert listed(range(MOST + 1), full=False).left_out == 0
    assert (len(listed(range(40), full=False).lines), listed(range(40), full=False).left_out) == (MOST, 28)
    assert len(listed(range(40), full=True).lines) == 40


def test_an_article_without_a_negotiation_has_nothing_of_it() -> None:
    record = Record(article=negotiation().article, entities=(person(TEXT, "Kestria", kind="state"),))
    page = minutes_page(record)

    assert not any((page.rounds.lines, page.documents.lines, page.moves.lines, page.forecasts.lines))
    assert not any((page.events.lines, page.open_points.lines, page.statements))
    assert page.parties.also_named.lines == ("Kestria",)
