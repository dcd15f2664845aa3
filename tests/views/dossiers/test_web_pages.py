"""Page values that the web alone shows: an axis, a zoom, a matrix, an article cut into pieces."""

from datetime import date

import pytest

from tests.dossier.reports import article as told_in
from tests.dossier.reports import source
from tests.records import talks
from verbale.dossier.answers import Report
from verbale.dossier.store.rows import entry_rows, fresh_report
from verbale.record import Entry, Record
from verbale.views.pages.dossiers import ArticlePage, Names, Read, article_page, axis_of, line_of, positions_matrix
from verbale.views.pages.dossiers.axis import LENGTH
from verbale.views.pages.dossiers.positions import positions_page
from verbale.views.pages.dossiers.zoom import zoom_of

NOBODY = Names.of(())


def page_of(record: Record) -> ArticlePage:
    where = source(1)
    reports = tuple(fresh_report(row, where, {}) for row in entry_rows(record))
    return article_page(Read(where, record, reports, NOBODY, {}))


def test_the_pieces_of_a_paragraph_are_its_text() -> None:
    record = talks()
    paragraphs = ["".join(piece.text for piece in some) for some in page_of(record).paragraphs]

    assert paragraphs == record.article.text.split("\n\n")


def test_a_piece_knows_what_it_is_and_where_an_entry_begins() -> None:
    pieces = [piece for some in page_of(talks()).paragraphs for piece in some]
    quoted = next(piece for piece in pieces if piece.text.startswith("“Nobody"))
    told = next(piece for piece in pieces if piece.text == "told")

    assert (quoted.roles, quoted.entries, [one.id for one in quoted.begins]) == (("content",), ("s2",), ["s2"])
    assert told.roles == ("cue",)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One\nline.\n\nTwo.", ["One\nline.", "Two."]),
        ("\n\nOne.\n \nTwo.\n", ["One.", "Two.\n"]),
    ],
)
def test_paragraphs_are_as_they_were(text: str, paragraphs: list[str]) -> None:
    record = Record(article=talks().article.model_copy(update={"text": text}))

    assert ["".join(piece.text for piece in some) for some in page_of(record).paragraphs] == paragraphs


def meeting(day: str, **known: object) -> Report[Entry]:
    return told_in(1).round(day, "Norland", **known)  # type: ignore[arg-type]


def test_rounds_stand_on_the_axis_in_order_and_those_of_one_day_in_rows() -> None:
    days = ("2022-01-10", "2022-01-10", "2022-06-01")
    axis = axis_of([line_of((meeting(day),), NOBODY) for day in days])

    assert [point.row for point in axis.points] == [0, 1, 0]
    assert 0 < axis.points[0].at == axis.points[1].at < axis.points[2].at < LENGTH
    assert [tick.words for tick in axis.ticks][:2] == ["February 2022", "March 2022"]


@pytest.mark.parametrize("days", [(), ("2022-01-10",), ("1999-01-01", "2025-01-01"), ("0001-01-01", "9999-12-31")])
def test_an_axis_has_few_ticks_whatever_it_spans(days: tuple[str, ...]) -> None:
    axis = axis_of([line_of((meeting(day),), NOBODY) for day in days])

    assert len(axis.points) == len(days)
    assert len(axis.ticks) <= 12


def test_what_is_only_planned_is_an_open_point() -> None:
    axis = axis_of([line_of((meeting("2022-01-10", status="planned"),), NOBODY)])

    assert not axis.points[0].happened


def test_a_zoom_has_years_then_months_then_days() -> None:
    days = {date(2021, 12, 31): 1, date(2022, 1, 10): 2, date(2022, 1, 12): 4, None: 3}
    january = {day: count for day, count in days.items() if day and day.month == 1}
    every = zoom_of(days, None, None)
    year = zoom_of({**january, date(2022, 2, 1): 1}, date(2022, 1, 1), date(2022, 12, 31))
    month = zoom_of(january, date(2022, 1, 1), date(2022, 1, 31))

    assert [(one.words, one.count, one.height) for one in every.steps] == [("2021", 1, 17), ("2022", 6, 100)]
    assert every.undated == 3
    assert [one.words for one in year.steps] == ["January 2022", "February 2022"]
    assert [one.words for one in month.steps] == ["10 January 2022", "12 January 2022"]
    assert [words for words, _, _ in month.wider] == ["All days", "2022"]
    assert zoom_of({}, None, None).steps == ()


def test_a_row_of_the_matrix_is_one_issue_of_several_parties() -> None:
    reports = [
        told_in(1).position("a new map", "for", "Norland"),
        told_in(2).position("the new map", "against", "Sudria"),
        told_in(3).position("fishing", "for", "Sudria"),
    ]
    pages = positions_page(reports, (), lambda left, right: left.split()[-1] == right.split()[-1])
    matrix = positions_matrix(pages, lambda left, right: left.split()[-1] == right.split()[-1])

    assert matrix.parties == ("Norland", "Sudria")
    assert [row.issue for row in matrix.rows] == ["the new map", "fishing"]
    assert matrix.rows[1].cells[0] is None
