import codecs

import pytest

from verbale.sources.decoding import declared_in, decode

ENGLISH = "“We don’t know – yet,” said José Álvarez of the delegation, “and that won’t change.”"
RUSSIAN = "«Мы не знаем, – сказал Александр Петров. – Переговоры продолжатся во вторник в Женеве.»"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_english_is_read_in_every_encoding_undeclared(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == (ENGLISH, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_russian_is_read_in_every_encoding_undeclared(encoding: str) -> None:
    assert decode((RUSSIAN * 3).encode(encoding)) == (RUSSIAN * 3, ())


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_the_mark_is_no_part_of_the_text(mark: bytes) -> None:
    encoding = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"

    assert decode(mark + "No".encode(encoding)) == ("No", ())


def test_the_declared_encoding_is_used_where_the_bytes_allow_it() -> None:
    assert decode("Женева".encode("windows-1251"), "windows-1251")[0] == "Женева"
    assert decode("Женева".encode("koi8-r"), "KOI8-R")[0] == "Женева"


def test_utf_8_goes_before_a_wrong_declaration() -> None:
    assert decode(ENGLISH.encode(), "iso-8859-1") == (ENGLISH, ())


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(ENGLISH.encode("windows-1252"), "iso-8859-1") == (ENGLISH, ())


@pytest.mark.parametrize("name", ["no-such-set", "idna", "punycode", "hex", "utf-7", "", "\x00"])
def test_a_declaration_of_no_character_set_is_passed_over(name: str) -> None:
    assert decode(ENGLISH.encode("windows-1252"), name) == (ENGLISH, ())


def test_a_few_wrong_bytes_do_not_cost_the_rest_of_a_utf_8_text() -> None:
    text, _ = decode(ENGLISH.encode() + b" \x93Yes\x94")

    assert text == ENGLISH + " “Yes”"


def test_a_byte_that_is_no_character_anywhere_is_said() -> None:
    text, notices = decode(ENGLISH.encode() + b" \x81")

    assert text == ENGLISH + " \ufffd"
    assert [notice.code for notice in notices] == ["replaced_characters"]


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>", "iso-8859-1"),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_a_page_declares_its_encoding_in_its_head(page: bytes, charset: str | None) -> None:
    assert declared_in(page) == charset
