from datetime import date
from email.message import EmailMessage

import pytest

from tests.sources.found import HERE, codes, the_article
from tests.sources.pages import column, pdf
from verbale.article import Article
from verbale.errors import Failure
from verbale.sources.mail import read_mail

BODY = "The envoy of Norland left the talks on the river border on Tuesday, and the mediator said he would try again.\n"


def mail(
    text: str = BODY, sender: str = "Abigail Byrne <a@example.org>", subject: str = "Envoy walks out"
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = subject
    message["Date"] = "Tue, 18 Jan 2022 23:30:00 -0500"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    return message


def test_the_header_tells_title_author_and_day() -> None:
    article = the_article(read_mail(mail().as_bytes(), HERE))

    assert (article.id, article.title, article.authors) == ("1@example.org", "Envoy walks out", ("Abigail Byrne",))
    assert (article.published, article.published_from) == (date(2022, 1, 18), "metadata")
    assert article.text == BODY.strip()
    assert codes(article) == {"no_outlet"}


@pytest.mark.parametrize(
    ("sender", "authors", "outlet"),
    [
        ("The Courier <news@example.org>", (), "The Courier"),
        ("Ministry Press Office <press@example.org>", (), "Ministry Press Office"),
        ("=?utf-8?q?Jos=C3=A9_=C3=81lvarez?= <j@example.org>", ("José Álvarez",), None),
        ("press@example.org", (), None),
    ],
)
def test_a_sender_is_an_author_or_an_outlet(sender: str, authors: tuple[str, ...], outlet: str | None) -> None:
    data = mail().as_bytes().replace(b"Abigail Byrne <a@example.org>", sender.encode())
    article = the_article(read_mail(data, HERE))

    assert (article.authors, article.outlet) == (authors, outlet)


def test_signs_of_replies_are_no_part_of_the_title() -> None:
    assert the_article(read_mail(mail(subject="Re: Fwd: Envoy walks out").as_bytes(), HERE)).title == "Envoy walks out"


def test_a_message_in_two_forms_is_read_once() -> None:
    message = mail(BODY * 3)
    message.add_alternative(f"<html><body><p>{BODY * 3}</p></body></html>", subtype="html")

    assert the_article(read_mail(message.as_bytes(), HERE)).text == (BODY * 3).strip()


def test_html_is_read_where_the_plain_part_only_points_to_it() -> None:
    message = mail("See the HTML version of this mail.")
    message.add_alternative(f"<html><body><table><tr><td><p>{BODY}</p></td></tr></table></body></html>", subtype="html")

    assert the_article(read_mail(message.as_bytes(), HERE)).text == BODY.strip()


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_the_declared_encoding_and_transfer_encoding_are_undone(charset: str) -> None:
    message = EmailMessage()
    message.set_content("Посланник покинул переговоры.", charset=charset, cte="base64")

    assert the_article(read_mail(message.as_bytes(), HERE)).text == "Посланник покинул переговоры."


def test_soft_line_breaks_are_undone_and_the_signature_goes() -> None:
    message = mail("The envoy left \nthe talks.\n\n“No,” \nshe said.\n-- \nAbigail Byrne\nThe Courier\n")
    message.set_param("format", "flowed")

    assert the_article(read_mail(message.as_bytes(), HERE)).text == "The envoy left the talks.\n\n“No,” she said."


def test_attachments_in_formats_of_ours_are_articles_too() -> None:
    message = mail()
    message.add_attachment(
        pdf([column(60, 700, ["The draft obliges both sides to withdraw."])]),
        "application",
        "pdf",
        filename="draft.pdf",
    )
    message.add_attachment("<p>The annex names the boats.</p>", subtype="html", filename="annex.html")
    found = list(read_mail(message.as_bytes(), HERE))

    assert [one.text for one in found if isinstance(one, Article)] == [
        BODY.strip(),
        "The draft obliges both sides to withdraw.",
        "The annex names the boats.",
    ]


def test_other_attachments_are_failures_and_pictures_are_nothing() -> None:
    message = mail()
    message.add_attachment(b"PK\x03\x04", "application", "zip", filename="draft.docx")
    message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    _, failure = read_mail(message.as_bytes(), HERE)

    assert isinstance(failure, Failure)
    assert failure.source == "here, attachment draft.docx"


def test_a_mail_that_only_carries_an_article_is_that_article() -> None:
    message = mail("\n")
    message.add_attachment(BODY, filename="talks.txt")

    assert the_article(read_mail(message.as_bytes(), HERE)).text == BODY.strip()


def test_an_mbox_is_several_mails() -> None:
    box = b"".join(
        b"From a@example.org Tue Jan 18 10:00:00 2022\n" + mail(f"{word} left.").as_bytes() + b"\n"
        for word in ("One", "Two")
    )

    assert [one.text for one in read_mail(box, HERE) if isinstance(one, Article)] == ["One left.", "Two left."]


@pytest.mark.parametrize(
    "data",
    [
        b"From: =?no-such-set?q?x?= <a@example.org>\nSubject: =?utf-8?b?!!!?=\n\nThe envoy left.",
        b"Subject: caf\xe9\nContent-Type: text/plain; charset=no-such-set\n\nThe envoy left.",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nThe envoy left.",
        b"Content-Transfer-Encoding: base64\n\nVGhlIGVudm95IGxlZnQu!",
    ],
)
def test_a_broken_header_does_not_cost_the_text(data: bytes) -> None:
    assert the_article(read_mail(data, HERE)).text == "The envoy left."


def test_parts_within_parts_without_end_are_a_failure() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))

    for one in read_mail(deep, HERE):
        assert isinstance(one, Failure) or not one.text
