"""What a dossier's pages say: each entry once, by how many it is told, and what most of them tell of it."""

from collections.abc import Sequence

import pytest

from tests.dossier.reports import article, copies, thread
from verbale.dossier.answers import Change, Conflict, Difference, Party, Ref, Report
from verbale.record import Entry
from verbale.views.pages.dossiers import (
    Answers,
    DossierMinutes,
    Names,
    article_lines,
    change_lines,
    cite,
    conflict_lines,
    dossier_minutes,
    found_lines,
    line_of,
    positions_page,
    summary_of,
    timeline_page,
)
from verbale.views.pages.dossiers.citing import count_words

NOBODY = Names.of(())
MET = ("2022-01-10", "Norland", "Sudria")


def minutes(**answers: tuple[object, ...]) -> DossierMinutes:
    return dossier_minutes(Answers(name="talks", **{"articles": (), "parties": (), **answers}))  # type: ignore[arg-type]


def parties_of(*reports: Report[Entry]) -> list[Party]:
    """The parties that the reports name."""
    known = {number: one.named[id_] for one in reports for id_, number in one.parties.items()}
    return [Party(number=number, name=one.name, kind=one.kind, articles=1) for number, one in known.items()]


@pytest.mark.parametrize(
    ("witnesses", "words"),
    [
        ((1,), "one article"),
        ((1, 2), "two articles, two independent"),
        ((1, 1, 1), "three articles, copies of one"),
        ((1, 1, 1, 4, 4, 4, 4), "seven articles, two independent"),
        (tuple(range(1, 14)), "13 articles, 13 independent"),
    ],
)
def test_copies_count_as_one_witness(witnesses: Sequence[int], words: str) -> None:
    told = [article(number, witness=witness).event(*MET) for number, witness in enumerate(witnesses, start=1)]

    assert count_words(told) == words


def test_versions_of_a_page_are_one_article() -> None:
    told = [article(1, replaced_by=2).event(*MET), article(2, version_of=1, witness=1).event(*MET)]

    assert count_words(told) == "one article"


def test_a_background_block_is_no_witness_of_its_own() -> None:
    first, second = article(1).event(*MET), article(2).event(*MET)

    assert count_words([first, second.model_copy(update={"background": first.ref})]) == "two articles, copies of one"


@pytest.mark.parametrize(
    ("known", "who"),
    [
        ({}, "Harbour Wire"),
        ({"outlet": None, "title": "A  meeting"}, "A meeting"),
        ({"outlet": None}, "article 1"),
        ({"outlet": "   "}, "article 1"),
    ],
)
def test_an_article_is_cited_by_its_outlet_title_or_number(known: dict[str, str | None], who: str) -> None:
    assert cite(article(1, **known).source).who == who


def test_a_line_has_the_words_of_the_earliest_and_the_day_that_most_give() -> None:
    wrong = article(1, "2022-01-11").event("2022-01-11", "Norland", "Sudria", proof="They met on Tuesday.", words="met")
    right = [article(number, "2022-01-12").event(*MET) for number in (2, 3)]
    line = line_of([*right, wrong], NOBODY, disputed=("date", "date"))

    assert (line.date, line.told.first.article, line.disputed) == ("10 January 2022", 1, ("date",))
    assert [passage.text for passage in line.told.proof] == ["They met on Tuesday."]
    assert [passage.text[mark.start : mark.end] for passage in line.told.proof for mark in passage.marks] == ["met"]


def test_a_copy_has_no_second_vote() -> None:
    wrong = copies([article(number).event("2022-01-11", "Norland", "Sudria") for number in (3, 4, 5)])
    right = [article(number).event(*MET) for number in (1, 2)]

    assert line_of([*wrong, *right], NOBODY).date == "10 January 2022"


def test_a_date_that_is_no_day_is_not_shown() -> None:
    assert line_of([article(1).move("demand", "a new map", when="P1W")], NOBODY).date is None


def test_a_round_tells_number_place_and_what_is_planned() -> None:
    told = article(1).round("2022-01-10", "Norland", "Sudria", number=2, place="Geneva", status="planned")
    line = line_of([told], NOBODY)

    assert (line.who, line.what, line.details) == ("Norland, Sudria", "round no. 2", ("Geneva", "planned"))


def test_a_demand_that_copies_print_stands_once_and_one_of_another_day_again() -> None:
    first, copy = (article(number, witness=1).move("demand", "a new map of the banks") for number in (1, 2))
    later = article(3, "2022-01-20").move("demand", "a new map of the banks")
    told = minutes(moves=(first, copy, later), parties=tuple(parties_of(first)))

    assert [(one.party, len(one.moves.lines)) for one in told.moves.lines] == [("Norland", 2)]
    assert told.moves.lines[0].moves.lines[0].told.count == "two articles, copies of one"


def test_two_demands_of_one_article_stay_two() -> None:
    moves = [article(1).move("demand", "a new map of the banks") for _ in range(2)]
    second = moves[1].model_copy(update={"ref": Ref(1, "m2")})

    assert len(minutes(moves=(moves[0], second)).moves.lines[0].moves.lines) == 2


def test_a_demand_is_open_until_somebody_who_was_asked_answers() -> None:
    asked = article(1, "2022-01-10").move("demand", "a new map", "Norland", "Sudria")
    before = article(2, "2022-01-05").move("refusal", "a new map", "Sudria")
    other = article(3, "2022-01-12").move("refusal", "a new map", "Estria")
    answer = article(4, "2022-01-12").move("refusal", "a new map", "Sudria")
    known = tuple(parties_of(asked, other))

    still_open = minutes(moves=(asked, before, other), parties=known)
    assert [one.sort for one in still_open.open_points.lines] == ["unanswered"]
    assert minutes(moves=(asked, before, other, answer), parties=known).open_points.lines == ()


def test_a_round_is_ahead_while_no_article_has_reached_its_day() -> None:
    planned = thread(article(1).round("2022-01-20", "Norland", status="planned"), kind="round")
    sources = (article(1, "2022-01-14").source, article(2, "2022-01-25").source)

    assert len(minutes(rounds=(planned,), articles=sources[:1]).open_points.lines) == 1
    assert minutes(rounds=(planned,), articles=sources).open_points.lines == ()


def test_the_minutes_say_what_of_a_round_is_told_differently() -> None:
    left, right = article(1).round(*MET), article(2).round("2022-01-12", "Norland", "Sudria")
    conflict = Conflict(kind="date", of="round", thread=1, what="10 against 12 January.", left=left, right=right)
    page = minutes(rounds=(thread(left, right, kind="round"),), conflicts=(conflict,))

    assert [line.disputed for line in page.rounds.lines] == [("date",)]
    assert [(one.what, one.about) for one in page.conflicts.lines] == [
        ("10 against 12 January", "round · Norland, Sudria")
    ]


def test_the_parties_stand_with_those_who_speak_for_them() -> None:
    demand = article(1).move("demand", "a new map", "Norland", "Joan Falk")
    holm = article(1).person("Ada Holm", "envoy", "Norland")
    number = 900
    known = (*parties_of(demand), Party(number=number, name="Ada Holm", kind="person", articles=2))
    reported = holm.model_copy(update={"thread": number, "parties": {**demand.parties, **holm.parties}})
    page = minutes(moves=(demand,), entities=(reported,), parties=known)

    assert [(one.name, [(man.name, man.offices) for man in one.people]) for one in page.parties.lines] == [
        ("Norland", [("Ada Holm", ("envoy",))]),
        ("", [("Joan Falk", ())]),
    ]


def test_the_summary_tells_articles_outlets_days_and_witnesses() -> None:
    sources = [article(1, "2022-01-10").source, article(2, "2022-01-12").source, article(3, None, witness=1).source]

    assert summary_of(sources) == (
        "3 articles of three outlets, 10 January 2022 to 12 January 2022; two of them independent"
    )
    assert summary_of(()) == "0 articles"


def test_a_position_has_its_history_and_copies_begin_none_anew() -> None:
    told = [
        article(1, "2022-01-10").position("new map", "against"),
        article(2, "2022-01-12").position("a new map", "conditional"),
        article(3, "2022-01-13", witness=1).position("new map", "against"),
        article(4, "2022-01-14").position("a new map", "conditional"),
    ]
    (party,) = positions_page(told, parties_of(told[0]), lambda left, right: left[-3:] == right[-3:])
    (issue,) = party.issues

    assert (party.party, issue.issue) == ("Norland", "a new map")
    assert [(one.stand, one.since, one.told.count) for one in issue.history] == [
        ("against", "10 January 2022", "two articles, copies of one"),
        ("conditional", "12 January 2022", "two articles, two independent"),
    ]


def test_the_timeline_has_a_heading_a_day_and_at_the_end_what_has_none() -> None:
    threads = [
        thread(article(1).event(None, "Norland"), kind="event", number=1),
        thread(article(1).event(*MET), kind="event", number=2),
        thread(article(1).round("2022-01-12", "Norland"), kind="round", number=3),
    ]
    page = timeline_page(threads, limit=3)

    assert [(day.date, len(day.lines)) for day in page.days] == [
        ("10 January 2022", 1),
        ("12 January 2022", 1),
        (None, 1),
    ]
    assert page.limited


def test_what_copies_print_is_found_once_and_stays_two_where_the_speakers_differ() -> None:
    first = article(1).said("no map", "Ola Berg")
    copy = article(2, witness=1).said("no map", "Ola Berg")
    other = article(3, witness=1).said("no map", "Ada Holm")

    assert [line.who for line in found_lines((first, copy, other))] == ["Ola Berg", "Ada Holm"]


def test_a_change_names_its_party_and_both_articles() -> None:
    earlier, later = (article(number).position("new map", "for") for number in (1, 2))
    party = parties_of(earlier)[0]
    change = Change(
        kind="position", party=party.number, issue="new map", what="Then. Now.", earlier=earlier, later=later
    )
    (line,) = change_lines([change], Names.of([party]))

    assert (line.party, line.what) == ("Norland", "Then. Now")
    assert (line.earlier.article.article, line.later.article.article) == (1, 2)


def test_a_wording_keeps_its_difference() -> None:
    left, right = (article(number).said("no map", quoted="no map") for number in (1, 2))
    difference = (Difference(where="both", words="no"), Difference(where="left", words="map"))
    wording = Conflict(
        kind="wording", of="statement", thread=1, what="map", left=left, right=right, difference=difference
    )
    (line,) = conflict_lines([wording], NOBODY)

    assert (line.about, line.difference) == ("statement of Ola Berg", difference)


def test_the_list_of_articles_tells_copies_and_versions() -> None:
    sources = [
        article(1, replaced_by=3).source,
        article(2, witness=1).source,
        article(3, version_of=1, witness=1).source,
    ]

    assert [line.note for line in article_lines(sources)] == ["replaced by 3", "a copy of 1", "a later version of 1"]
