import pytest

from tests.sources.found import HERE, codes, the_article, the_failure
from tests.sources.pages import Line, column, pdf
from verbale.article import Article
from verbale.sources.pdf import read_pdf

LEFT = ["Negotiators of both sides met in", "Odrana on Tuesday, and the media-", "tor said that they would go on."]
RIGHT = ["“We have no plan B,” said the envoy", "of Norland, and her deputy said that", "he had one."]
TEXT = (
    "Negotiators of both sides met in Odrana on Tuesday, and the mediator said that they would go on.\n\n"
    "“We have no plan B,” said the envoy of Norland, and her deputy said that he had one."
)


def read(pages: list[list[Line]], info: str = "") -> Article:
    return the_article(read_pdf(pdf(pages, info), HERE))


def test_columns_are_read_in_order_though_they_were_drawn_line_by_line() -> None:
    lines = [one for pair in zip(column(60, 700, LEFT), column(320, 700, RIGHT), strict=True) for one in pair]
    article = read([lines])

    assert article.text == TEXT
    assert codes(article) == {"no_date", "no_outlet"}


def test_running_heads_go_and_paragraphs_cross_pages() -> None:
    pages = [
        [Line(60, 800, "The Courier", 8), *column(60, 700, LEFT[:2]), Line(290, 40, "1", 8)],
        [Line(60, 800, "The Courier", 8), *column(60, 700, LEFT[2:]), Line(290, 40, "2", 8)],
    ]

    assert read(pages).text == TEXT.split("\n\n")[0]


def test_title_and_author_of_the_file_are_believed_where_the_page_says_the_same() -> None:
    page = [Line(60, 760, "Talks go on", 20), Line(60, 735, "By Abigail Byrne"), *column(60, 700, LEFT)]
    article = read([page], "/Title (Talks go on) /Author (Abigail Byrne) /CreationDate (D:20220118100000Z)")

    assert (article.title, article.authors) == ("Talks go on", ("Abigail Byrne",))
    assert article.text == TEXT.split("\n\n")[0]
    assert article.published is None


def test_title_and_author_of_the_file_are_not_believed_otherwise() -> None:
    article = read([column(60, 700, LEFT)], "/Title (Microsoft Word - draft3) /Author (Some User)")

    assert (article.title, article.authors) == (None, ())


def test_a_line_with_the_day_at_the_top_is_the_day() -> None:
    article = read([[Line(60, 760, "18 January 2022"), *column(60, 700, LEFT)]])

    assert str(article.published) == "2022-01-18"
    assert article.text == TEXT.split("\n\n")[0]


def test_pictures_of_pages_are_a_failure_that_says_what_to_do() -> None:
    failure = the_failure(read_pdf(pdf([[], []]), HERE))

    assert "no text" in failure.what
    assert "recognise" in failure.remedy


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 junk", pdf([column(60, 700, LEFT)])[:400]])
def test_a_damaged_file_is_a_failure(data: bytes) -> None:
    assert "damaged" in the_failure(read_pdf(data, HERE)).what


def test_a_locked_file_is_a_failure_that_says_so() -> None:
    key = "<" + "00" * 32 + ">"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>] "
    data = pdf([column(60, 700, LEFT)]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock.encode())

    assert "password" in the_failure(read_pdf(data, HERE)).what


def broken(data: bytes, *numbers: int) -> bytes:
    """The PDF with these pages (counted from 1) gone: their places lead to an object that is no page."""
    for number in numbers:
        data = data.replace(b"%d 0 R" % (2 + 2 * number), b"3 0 R", 1)
    return data


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    pages = [column(60, 700, LEFT), column(60, 700, ["Nobody sees this page."]), column(60, 700, RIGHT)]
    article = the_article(read_pdf(broken(pdf(pages), 2), HERE))

    assert article.text == TEXT
    assert [one.message for one in article.warnings if one.code == "left_out"] == ["page 2 is damaged and left out"]


@pytest.mark.parametrize(
    ("numbers", "what"),
    [((1,), "page 1 is damaged, and no other holds text"), ((1, 3), "pages 1 and 3 are damaged, and no other")],
)
def test_where_no_page_is_left_the_damaged_ones_are_the_reason(numbers: tuple[int, ...], what: str) -> None:
    pages: list[list[Line]] = [[] for _ in range(3)]

    assert what in the_failure(read_pdf(broken(pdf(pages), *numbers), HERE)).what


def test_of_many_damaged_pages_the_first_are_named() -> None:
    pages = [column(60, 700, LEFT) for _ in range(20)]
    article = the_article(read_pdf(broken(pdf(pages), *range(2, 21)), HERE))

    (message,) = [one.message for one in article.warnings if one.code == "left_out"]
    assert message == "pages 2, 3, 4, 5, 6, 7, 8, 9 and 11 more are damaged and left out"
