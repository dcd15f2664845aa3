import pytest

from verbale.sources.credits import byline, names_in, without_tail


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("By ABIGAIL BYRNE, Senior Diplomatic Correspondent, and TOBY KERR", ("Abigail Byrne", "Toby Kerr")),
        ("Abigail Byrne and Toby Kerr in Geneva", ("Abigail Byrne", "Toby Kerr")),
        ("Words by Abby Byers & Ruby Standby", ("Abby Byers", "Ruby Standby")),
        (
            "MARY O'BRIEN; IAN McDONALD; ANNA-LENA VON BERG",
            ("Mary O'Brien", "Ian McDonald", "Anna-Lena Von Berg"),
        ),
        ("IAN MCDONALD | J. R. OKAFOR", ("Ian McDonald", "J. R. Okafor")),
        ("Ludwig van der Berg, Omar al-Sayed", ("Ludwig van der Berg", "Omar al-Sayed")),
        ("Abigail Byrne, Foreign Editor\nToby Kerr, Washington bureau chief", ("Abigail Byrne", "Toby Kerr")),
        ("Staff Reporter", ()),
        ("Reuters", ()),
        ("The Associated Press", ()),
        ("", ()),
    ],
)
def test_names_are_spelled_whole_and_titles_are_none(field: str, names: tuple[str, ...]) -> None:
    assert names_in(field) == names


@pytest.mark.parametrize(
    "line", ["By Abigail Byrne", "By ABIGAIL BYRNE in Geneva", "Written by Abigail Byrne, The Courier"]
)
def test_a_byline_is_told_by_its_by(line: str) -> None:
    assert byline(line) == ("Abigail Byrne",)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday both sides had left the hall",
        "By Jove, said Abigail Byrne.",
        "Abigail Byrne",
        "Standby Generators and Their Owners",
        "By and large the Talks Were Useful for Norland.",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline(line) == ()


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        (
            " (Reporting by Jon Marek in Doha; Writing by Abigail Byrne; Editing by Toby Kerr)",
            ("Jon Marek", "Abigail Byrne", "Toby Kerr"),
        ),
        (
            "\n\nReporting by Jon Marek and Ada Lund; Editing by Toby Kerr",
            ("Jon Marek", "Ada Lund", "Toby Kerr"),
        ),
        (
            "\n\nAdditional reporting by Jon Marek in Doha, Ada Lund in Geneva\nEditing by Toby Kerr\n\n"
            "Our Standards: The Example Trust Principles.",
            ("Jon Marek", "Ada Lund", "Toby Kerr"),
        ),
        (
            "\n\nAssociated Press writers Jon Marek in Doha and Ada Lund in Geneva contributed to this report.",
            ("Jon Marek", "Ada Lund"),
        ),
        ("\n\n[Edited by Toby Kerr]", ("Toby Kerr",)),
        ("\n\nEdited by: Toby Kerr", ("Toby Kerr",)),
        ("\n\nJon Marek reported from Doha, and Ada Lund from Geneva.", ("Jon Marek", "Ada Lund")),
        (
            "\n\n___\n\nMarek reported from Doha. Allied Press writers Ada Lund in Geneva and Toby Kerr in Bern"
            " contributed to this report.\n\n___\n\nFollow our coverage of the talks at https://news.example.org/talks",
            ("Ada Lund", "Toby Kerr"),
        ),
        ("\n\nThe Courier's reporter Ada Lund contributed to this story.", ("Ada Lund",)),
        ("\n\njm/al (AFP, Reuters, dpa)", ()),
        ("\n\n(AFP, AP)", ()),
        ("\n\n(With inputs from PTI)", ()),
        ("\n\nSource: Al Bahr and news agencies", ()),
        ("\n\n© 2022 The Courier. All rights reserved.", ()),
        ("\n\nA version of this article appears in print on Jan. 11, 2022, Section A.", ()),
    ],
)
def test_an_agencys_credits_leave_the_text(tail: str, names: tuple[str, ...]) -> None:
    text = "The accord will be signed in Doha, the envoy said."

    assert without_tail(text + tail) == (text, names)


@pytest.mark.parametrize(
    "text",
    [
        "The draft was written by Jon Marek and Ada Lund.",
        "Both ministers contributed to this report.",
        "He praised the reporting by Jon Marek.",
        "The talks failed (as the Courier, edited by nobody, said).",
        "The talks failed.\nJon Marek, an analyst who reported from the border for years, said so. Others did not.",
        "The talks failed.\n“Follow the money,” he said.",
        "The talks failed.\nThe source of the river: unknown.",
        "© 2022",
    ],
)
def test_a_sentence_about_writing_stays(text: str) -> None:
    assert without_tail(text) == (text, ())


def test_a_line_about_an_author_is_no_text_and_one_about_a_speaker_is() -> None:
    text = "The talks failed.\n\nAda Lund is a columnist at the institute."

    assert without_tail(text, ["Ada Lund"])[0] == "The talks failed."
    assert without_tail(text, ["Toby Kerr"])[0] == text
