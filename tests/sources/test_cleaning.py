import pytest

from verbale.sources.cleaning import clean, clean_line, without_surrogates


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        # C01 and its kind: UTF-8 read as windows-1252, once or twice, with or without the byte that has no character
        (
            "â€œWe donâ€™t recognise the deadline,â€\x9d envoy Lena Hoxha said â€” twice.",
            "“We don’t recognise the deadline,” envoy Lena Hoxha said — twice.",
        ),
        ("â€œOurs is the last offer,â€ she said.", "“Ours is the last offer,” she said."),
        ("Ã¢â‚¬Å“No,Ã¢â‚¬Â\x9d he said.", "“No,” he said."),
        ("JosÃ© Ãlvarez and the Ã‰lysÃ©e".replace("Ãl", "Ã\x81l"), "José Álvarez and the Élysée"),
        ("“President” FranÃ\x83Â§ois", "“President” François"),
        ("“President” FranA\u0303\x83A\u0302§ois", "“President” François"),
        ("“Voilà” et VoilÃ\xa0 tout", "“Voilà” et Voilà tout"),
        ("“A sound line”\nâ€œand a broken oneâ€\x9d", "“A sound line”\n“and a broken one”"),
    ],
)
def test_mojibake_is_repaired_and_said(given: str, seen: str) -> None:
    text, notices = clean(given)

    assert text == seen
    assert [notice.code for notice in notices] == ["repaired_encoding"]


@pytest.mark.parametrize(
    "text",
    [
        "“We don’t,” he said – ‘twice’ … «да»",
        "\"Straight\" and 'single' marks",
        "São Tomé and Príncipe, Ångström, Łódź",
        "Путин и Лавров",
        "🕊️ BREAKING: 👩‍👩‍👧 went home",
        "می‌خواهم",
        "AT&T; R&D, Q&A; 5 < 6 > 4",
        "ﬁnal and ½",
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == (text, ())


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (
            "\u200fAl-Mansur\u200f said his answer was \u202b“no”\u202c.",
            "Al-Mansur said his answer was “no”.",
        ),
        ("nego\u00adtiators", "negotiators"),
        ("nego\u200btia\u2060tors\ufeff", "negotiators"),
        ("nego\u200dtiators", "negotiators"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("&quot;No,&quot; he said &amp; left", '"No," he said & left'),
        ("&amp;ldquo;No&amp;rdquo;", "“No”"),
        ("&#8220;No&#x201D;", "“No”"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("  one  \n\n\n\n  two  ", "one\n\ntwo"),
        ("Jose\u0301", "José"),
    ],
)
def test_what_no_reader_sees_goes(given: str, seen: str) -> None:
    assert clean(given) == (seen, ())


def test_a_title_is_one_line() -> None:
    assert clean_line(" Envoy\n walks&nbsp;out ") == "Envoy walks out"


def test_halves_of_pairs_are_replaced_one_for_one() -> None:
    assert without_surrogates("a\ud83dbc\udc00") == "a\ufffdbc\ufffd"
