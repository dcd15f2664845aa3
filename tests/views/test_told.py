"""A dossier's answers as tables: every row has its sentence, its article and its days."""

from datetime import date

from tests.dossier.reports import article
from verbale.dossier.answers import Change, Conflict
from verbale.views.told import (
    ARTICLES,
    CHANGES,
    CONFLICTS,
    REPORTS,
    article_rows,
    change_rows,
    conflict_rows,
    report_rows,
)


def test_a_row_has_a_cell_for_each_column() -> None:
    left, right = (article(number).round("2022-01-10", "Norland", number=number) for number in (1, 2))
    conflict = Conflict(kind="number", of="round", thread=1, what="1 or 2", left=left, right=right)
    change = Change(kind="repeated", party=None, issue="map", what="again", earlier=left, later=right)

    assert {len(row) for row in report_rows([left, right], ())} == {len(REPORTS)}
    assert {len(row) for row in conflict_rows([conflict])} == {len(CONFLICTS)}
    assert {len(row) for row in change_rows([change], ())} == {len(CHANGES)}
    assert {len(row) for row in article_rows([left.source])} == {len(ARTICLES)}


def test_a_report_is_a_row_with_its_proof_word_for_word() -> None:
    told = article(1).event("2022-01", "Norland", place="Geneva", proof="Norland met\nSudria.", words="met")
    (row,) = report_rows([told], ())
    cells = dict(zip([column.name for column in REPORTS], row, strict=True))

    assert (cells["Kind"], cells["Type"], cells["Words"], cells["Evidence"]) == (
        "event", "consult", "met", "Norland met\nSudria.",
    )  # fmt: skip
    assert (cells["Date"], cells["Day"], cells["Last Day"]) == ("January 2022", date(2022, 1, 1), date(2022, 1, 31))
    assert (cells["Article"], cells["Outlet"], cells["Entry"]) == (1, "Harbour Wire", "v1")


def test_days_and_numbers_are_kinds_of_their_own() -> None:
    kinds = {column.name: column.kind for column in (*REPORTS, *CONFLICTS, *CHANGES)}

    assert (kinds["Left Published"], kinds["Later Article"], kinds["Confidence"]) == ("day", "whole", "number")
