"""From bytes to record: whatever the encoding, the record's offsets count the characters of the text that is shown."""

import gzip
from pathlib import Path

import pytest

import verbale
from verbale.reading.tools import Tools
from verbale.record import Record

SHOWN = (
    "The envoy, Renée Gintalé, left the talks on Tuesday – early.\n\n"
    "“We don’t recognise the deadline,” she told reporters in Odrana."
)
MOJIBAKE = SHOWN.encode().decode("windows-1252", "ignore")
ESCAPED = (
    SHOWN.replace("“", "&amp;ldquo;").replace("”", "&amp;rdquo;").replace("’", "&amp;#8217;").replace("–", "&ndash;")
)
SOFT = SHOWN.replace("recognise", "recog\u00adnise").replace("reporters", "re\u00adport\u00aders")
TURNED = SHOWN.replace("Renée Gintalé", "\u200fRenée Gintalé\u200f").replace("“", "\u202b“").replace("”", "”\u202c")
RUSSIAN = (
    "Посланник покинул переговоры во вторник, сообщило министерство иностранных дел.\n\n"
    "«Мы не признаём этот срок», — сказала она журналистам."
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def html(text: str, charset: str = "utf-8") -> bytes:
    paragraphs = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    page = f'<html><head><meta charset="{charset}"></head><body>{paragraphs}</body></html>'
    return page.encode(charset, "xmlcharrefreplace")


def read(folder: Path, name: str, data: bytes, tools: Tools) -> Record:
    path = folder / name
    path.write_bytes(data)
    return verbale.read(path, tools=tools)


@pytest.mark.parametrize(
    ("name", "data", "warned"),
    [
        ("plain.txt", SHOWN.encode(), False),
        ("marked.txt", SHOWN.encode("utf-8-sig"), False),
        ("wide.txt", SHOWN.encode("utf-16"), False),
        ("wide-le.txt", SHOWN.encode("utf-16-le"), False),
        ("wide-be.txt", SHOWN.encode("utf-16-be"), False),
        ("western.txt", SHOWN.encode("windows-1252"), False),
        ("western.html", html(SHOWN, "windows-1252"), False),
        ("cyrillic.html", html(SHOWN, "windows-1251"), False),
        ("lying.html", html(SHOWN).replace(b"utf-8", b"iso-8859-1"), False),
        ("windows.txt", SHOWN.replace("\n", "\r\n").encode(), False),
        ("twice.txt", MOJIBAKE.encode(), True),
        ("twice.html", html(MOJIBAKE), True),
        ("escaped.html", html(ESCAPED), False),
        ("escaped.txt", ESCAPED.replace("&amp;", "&").encode(), False),
        ("soft.txt", SOFT.encode(), False),
        ("soft.html", html(SOFT), False),
        ("turned.txt", TURNED.encode(), False),
        ("turned.html", html(TURNED), False),
        ("packed.txt.gz", gzip.compress(SHOWN.encode()), False),
    ],
)
def test_the_same_article_comes_out_of_every_encoding(
    name: str, data: bytes, *, warned: bool, tmp_path: Path, tools: Tools
) -> None:
    record = read(tmp_path, name, data, tools)
    text = record.article.text

    assert text == SHOWN
    assert any(one.code == "repaired_encoding" for one in record.article.warnings) == warned
    assert "“We don’t recognise the deadline,”" in [
        span.of(text) for statement in record.statements for span in statement.content
    ]
    assert all(text[one.start : one.end] == one.text for one in record.times)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_a_russian_text_is_kept_and_not_read(encoding: str, tmp_path: Path, tools: Tools) -> None:
    text = RUSSIAN if encoding != "koi8-r" else RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-")
    record = read(tmp_path, "ru.txt", text.encode(encoding), tools)

    assert (record.article.text, record.article.language, record.entities, record.statements) == (text, "ru", (), ())
    assert [one.code for one in record.article.warnings if one.code == "not_english"] == ["not_english"]


def test_the_text_of_a_row_is_kept_code_point_for_code_point(tmp_path: Path, tools: Tools) -> None:
    text = "🕊️ BREAKING:\u00a0Sudria and Norland signed the truce,\r\nmediator Rolf\u00adAnders said."
    data = verbale.Article(text=text).model_dump_json(include={"text"}).encode()
    record = read(tmp_path, "rows.jsonl", data, tools)

    assert record.article.text == text
    assert all(span.of(text) for statement in record.statements for span in statement.content)
