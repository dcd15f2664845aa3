"""One person with two posts at a time."""

import pytest

from tests.dossier.reports import article
from verbale.dossier.answers import Report
from verbale.dossier.conflicts import role_conflicts
from verbale.record import Entity


def called(
    number: int, published: str, title: str, at: str | None = "Norland", when: str | None = None
) -> Report[Entity]:
    return article(number, published).person("Ada Holm", title, at, when)


@pytest.mark.parametrize(
    ("left", "right", "conflicting"),
    [
        (("foreign minister", "Norland"), ("defence minister", "Norland"), True),
        (("foreign minister", "Norland"), ("foreign minister", "Sudria"), True),
        (("foreign minister", "Norland"), ("deputy foreign minister", "Norland"), True),
        (("Foreign Minister", "Norland"), ("minister of foreign affairs", "Norland"), False),
        (("foreign minister", "Norland"), ("chief negotiator", "Norland"), False),
        (("foreign minister", "Norland"), ("minister", "Norland"), False),
        (("deputy minister", "Norland"), ("deputy foreign minister", "Norland"), False),
        (("former foreign minister", "Norland"), ("defence minister", "Norland"), False),
        (("ambassador", "Norland"), ("spokesman", "Norland"), True),
        (("senior adviser", None), ("fellow", None), False),
        (("president", "Norland"), ("minister", "Norland"), True),
        (("President", "Conference"), ("minister", "Norland"), False),
    ],
)
def test_posts_that_exclude_one_another_on_one_day(
    left: tuple[str, str | None], right: tuple[str, str | None], conflicting: bool
) -> None:
    reports = called(1, "2022-01-12", *left), called(2, "2022-01-12", *right)
    assert bool(role_conflicts(reports)) is conflicting


def test_a_role_that_changed_is_no_conflict() -> None:
    reports = called(1, "2021-12-31", "foreign minister"), called(2, "2022-01-27", "defence minister")
    assert role_conflicts(reports) == ()


def test_a_role_between_two_reports_of_another_is() -> None:
    reports = (
        called(1, "2021-12-31", "foreign minister"),
        called(2, "2022-01-10", "defence minister"),
        called(3, "2022-01-27", "foreign minister"),
    )
    (conflict,) = role_conflicts(reports)
    assert (conflict.left.ref.article, conflict.right.ref.article) == (1, 2)
    assert conflict.what == (
        "Harbour Wire calls Ada Holm foreign minister (Norland), "
        "Prairie Tribune defence minister (Norland) at the same time."
    )


def test_a_role_of_another_time_is_none() -> None:
    reports = (
        called(1, "2022-01-12", "foreign minister"),
        called(2, "2022-01-12", "defence minister", "Norland", "2014"),
    )
    assert role_conflicts(reports) == ()
