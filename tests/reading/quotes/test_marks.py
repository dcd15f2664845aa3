"""Single marks: what shape and white space say that each does."""

import pytest

from verbale.reading.quotes.marks import find_marks, points_inward
from verbale.spans import Span


def roles(text: str) -> list[str]:
    return [f"{mark.shape} {mark.role}" for mark in find_marks(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“So”", ["“ open", "” close"]),
        ('He said "so" twice', ['" open', '" close']),
        ("“So,“ he said", ["“ open", "“ close"]),
        ("So, ”he said", ["” either"]),
        ('it."So', ['" either']),
        ("«so»", ["« open", "» close"]),
        ("can't and workers' rights", []),
        ("the 'so' of", ["' open", "' close"]),
        ("6'2\" tall", []),
    ],
)
def test_a_mark_s_role_follows_from_shape_and_white_space(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("»So«, sagte er.", True), ("«Oui», dit-il.", False), ("» So\n» So", False), ("no marks", False)],
)
def test_guillemets_point_inward_in_an_article_or_outward(text: str, expected: bool) -> None:
    assert points_inward(text) is expected


def test_the_last_visible_character_before_a_mark_is_noted() -> None:
    text = "So, \u200b”he"
    assert [mark.stop for mark in find_marks(text, Span(0, len(text)))] == [","]
