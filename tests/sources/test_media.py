import pytest

from verbale.sources.media import media_and_charset


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text/html; charset=windows-1251", ("text/html", "windows-1251")),
        ('TEXT/HTML;charset="UTF-8"', ("text/html", "UTF-8")),
        ("application/pdf", ("application/pdf", None)),
        ("", ("", None)),
        (None, ("", None)),
        ("text/html\r\nX: y", ("text/htmlx: y", None)),
    ],
)
def test_media_type_and_encoding_are_told_apart(value: str | None, expected: tuple[str, str | None]) -> None:
    assert media_and_charset(value)[1] == expected[1]
    assert media_and_charset(value)[0].startswith(expected[0][:9])
