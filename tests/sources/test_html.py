from datetime import date

import pytest

from tests.sources.found import HERE, codes, the_article
from verbale.article import Article
from verbale.sources.facts import Origin
from verbale.sources.html import read_html

# Three paragraphs are enough for an extractor to see an article.
BODY = """
<p>The envoy of Norland, <a href="/ilse">Ilse Varga</a>, left the talks on the river border on Tuesday, saying that
the other side had <q>nothing on paper</q>.</p>
<p>The mediator, Rolf Anders, said that he would try again on Thursday, and that the draft stood.</p>
<p>Delegates of both sides are expected back in Odrana, said a spokeswoman for the ministry, who asked for patience.</p>
"""
TEXT = (
    "The envoy of Norland, Ilse Varga, left the talks on the river border on Tuesday, saying that the other side had"
    " “nothing on paper”.\n\n"
    "The mediator, Rolf Anders, said that he would try again on Thursday, and that the draft stood.\n\n"
    "Delegates of both sides are expected back in Odrana, said a spokeswoman for the ministry, who asked for patience."
)


def page(body: str, head: str = "", attributes: str = "") -> bytes:
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode()


def read(markup: bytes | str, origin: Origin = HERE) -> Article:
    return the_article(read_html(markup.encode() if isinstance(markup, str) else markup, origin))


# The cases M01, M03, E01 and E05, and their kinds.
@pytest.mark.parametrize(
    ("piece", "text"),
    [
        (
            '<p class="byline">By ABIGAIL BYRNE, Senior Diplomatic Correspondent, and TOBY KERR</p>'
            "<p>Negotiators left the hall at noon.</p>",
            "Negotiators left the hall at noon.",
        ),
        (
            "https://news.example.org/world/2021/04/92713 <time>25 April 2021</time> <p>Talks resumed yesterday.</p>",
            "Talks resumed yesterday.",
        ),
        (
            "<figure><img src=x><figcaption>FILE - Minister Ola Berg in Geneva, May 3, 2019.</figcaption></figure>"
            "<p>The two did not meet on Tuesday.</p>",
            "The two did not meet on Tuesday.",
        ),
        (
            '<p>"We have no plan B," Prime Minister Edda Lund said on Sunday.</p>'
            '<aside class="pullquote">"We have no plan B"</aside><p>Her deputy disagreed.</p>',
            '"We have no plan B," Prime Minister Edda Lund said on Sunday.\n\nHer deputy disagreed.',
        ),
        (
            '<p>He left.</p><div class="wp-caption-text">Archive picture</div><p>She stayed.</p>',
            "He left.\n\nShe stayed.",
        ),
        ('<p>“No plan B,” he said.</p><div class="c-pull-quote">No plan B</div>', "“No plan B,” he said."),
        (
            "<p>“We have no plan B,” he said.</p><blockquote>We have no plan B</blockquote>",
            "“We have no plan B,” he said.",
        ),
        (
            "<blockquote><p>Both sides withdraw.</p></blockquote><p>So the draft.</p>",
            "Both sides withdraw.\n\nSo the draft.",
        ),
        ("<p>Open are:</p><ul><li>boats,</li><li>the gauge</li></ul>", "Open are:\n\nboats,\nthe gauge"),
        ("<p>One<br>two</p>three<div>four</div>", "One\ntwo\n\nthree\n\nfour"),
        ("<p>She said <q>no <q>never</q></q>.</p>", "She said “no “never””."),
        ("<p>A<b>B</b>C <i>d</i>, e</p>", "ABC d, e"),
        ("<p>&amp;quot;No,&amp;quot; he said &amp; left&nbsp;early</p>", '"No," he said & left early'),
        ("<p>on <time>3 May 2019</time> in Geneva</p>", "on 3 May 2019 in Geneva"),
        ("<p style='display:none'>hidden</p><p hidden>hidden</p><p>seen</p>", "seen"),
        ("<nav><a href=/>Home</a></nav><p>seen</p><footer>© 2022</footer><script>x</script>", "seen"),
        ("<p>The accord holds.</p><p>(Reporting by Jon Marek; Editing by Toby Kerr)</p>", "The accord holds."),
        ("The envoy left.", "The envoy left."),
    ],
)
def test_a_piece_of_a_page_reads_as_its_reader_sees_it(piece: str, text: str) -> None:
    assert read(piece).text == text


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<article>{}</article>",
        "<main><div class='article-body'>{}</div></main>",
        "<header><nav><a href='/'>Home</a></nav></header><div id='content'>{}</div><footer>© 2022</footer>",
        "<article>{}</article><section class='related'><article><h3><a href='/1'>Floods hit the north again</a></h3>"
        "<p>She lost her house, one resident said, when the water came over the banks in the night, on Monday.</p>"
        "</article></section>",
        "<div class='cookie-consent'><p>We store cookies on your device.</p></div><article>{}</article>",
        "<table><tr><td>{}</td></tr></table>",
    ],
)
def test_a_page_gives_its_article_without_what_stands_around_it(around: str) -> None:
    assert read(page(around.format(BODY))).text == TEXT


@pytest.mark.parametrize(
    "between",
    [
        '<div class="ad">Advertisement</div>',
        '<p>Read more: <a href="/z">Ten years of talks on the river and nothing to show for it</a></p>',
        '<figure><img src="a.jpg"><figcaption>FILE - Minister Ola Berg, May 3, 2019.</figcaption></figure>',
        '<aside class="pullquote">“nothing on paper”</aside>',
        "<blockquote>nothing on paper</blockquote>",
        "<p><em>Sign up for our newsletter on diplomacy.</em></p>",
        "<p>Advertisement</p>",
        '<div class="newsletter-signup"><p>Get our newsletter on diplomacy every morning, free of charge.</p></div>',
    ],
)
def test_what_stands_between_the_paragraphs_is_no_text(between: str) -> None:
    assert read(page(f"<article>{BODY.replace('</p>', '</p>' + between, 1)}</article>")).text == TEXT


@pytest.mark.parametrize(
    "shape",
    [
        '<div data-component="text-block"><div><p>{}</p></div></div>',
        "<div>{}</div>",
        "{}<br><br>",
        "<section><p>{}</p></section>",
        "<p><span><font>{}</font></span></p>",
    ],
)
def test_paragraphs_are_read_however_a_page_marks_them(shape: str) -> None:
    paragraphs = TEXT.split("\n\n")
    body = "".join(shape.format(one) for one in paragraphs)

    assert read(page(f"<main><article><h1>Envoy walks out</h1><div>{body}</div></article></main>")).text == TEXT


def test_credits_at_the_end_join_the_authors_of_the_metadata() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": "Abigail Byrne"}</script>'
    article = read(page(BODY + "<p>(Reporting by Abigail Byrne and Jon Marek; Editing by Toby Kerr)</p>", data))

    assert article.authors == ("Abigail Byrne", "Jon Marek", "Toby Kerr")
    assert article.text == TEXT


def test_short_paragraphs_between_long_ones_are_kept() -> None:
    article = read(page(f"<article>{BODY.replace('</p>', '</p><p>“No.”</p><p>She paused.</p>', 1)}</article>"))

    assert article.text.split("\n\n")[1:3] == ["“No.”", "She paused."]


def test_the_headline_is_the_title_and_no_text() -> None:
    article = read(page(f"<article><h1>Envoy walks out</h1>{BODY}</article>"))

    assert (article.title, article.text) == ("Envoy walks out", TEXT)


def test_a_standfirst_and_subheadings_are_text() -> None:
    body = BODY.replace("</p>", "</p><h2>What is open</h2>", 1)
    article = read(page(f"<article><h1>Envoy walks out</h1><p>Both blame each other.</p>{body}</article>"))

    assert article.text.startswith("Both blame each other.\n\n")
    assert "\n\nWhat is open\n\n" in article.text


def test_the_encoding_is_the_declared_one() -> None:
    russian = "Посланник покинул переговоры во вторник."
    markup = f'<html><head><meta charset="windows-1251"></head><body><p>{russian}</p></body></html>'
    article = read(markup.encode("windows-1251"))

    assert (article.text, article.language) == (russian, "ru")
    assert "not_english" in codes(article)


def test_mojibake_in_a_page_is_repaired_and_said() -> None:
    article = read(page("<p>â€œWe donâ€™t,â€\x9d she said.</p>"))

    assert article.text == "“We don’t,” she said."
    assert "repaired_encoding" in codes(article)


@pytest.mark.parametrize(
    "empty", ["", "<html></html>", "<html><body><script>x()</script></body></html>", "<!-- -->", "<"]
)
def test_an_empty_page_is_an_article_with_a_warning(empty: str) -> None:
    article = read(empty)

    assert article.text in ("", "<")
    assert ("empty" in codes(article)) == (article.text == "")


def test_a_paywalls_stub_is_said_to_be_cut_short() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'

    assert "cut_short" in codes(read(page(BODY, data)))
    assert "cut_short" in codes(read(page(BODY + "<p>Subscribe to continue reading.</p>")))
    assert "cut_short" in codes(read(page(f"<article>{BODY}</article><div class=c-paywall>Sign in to read on</div>")))
    assert "cut_short" not in codes(read(page(f"{BODY}<div class=paywall style='display:none'>Sign in to read</div>")))
    assert "cut_short" not in codes(read(page(BODY)))
    assert "cut_short" not in codes(
        read(page("".join(BODY.replace("on Tuesday", f"on {day} May") for day in range(9)), data))
    )


def test_a_live_blog_is_said_to_have_several_entries() -> None:
    data = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "datePublished": "2022-03-09"}</script>'
    entries = (
        "<p>14:05 GMT</p><p>Lena Hoxha said the tone had improved.</p><p>09:30 GMT</p><p>Floods hit the north.</p>"
    )

    assert "several_entries" in codes(read(page(BODY, data)))
    assert "several_entries" in codes(read(entries))
    assert "several_entries" not in codes(read(page(BODY)))


def test_a_text_that_scripts_were_to_write_comes_from_the_linked_data() -> None:
    body = "The envoy left the talks on Tuesday.\\n\\nThe mediator will try again."
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'

    assert (
        read(page("<div id=app></div>", data)).text
        == "The envoy left the talks on Tuesday.\n\nThe mediator will try again."
    )


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "time", "p", "ul><li"])
def test_a_page_nested_a_hundred_thousand_deep_is_read(tag: str) -> None:
    article = read(f"<html><body><p>The envoy left.</p>{f'<{tag}>' * 100_000}<p>The mediator stayed.</p></body></html>")

    assert "The envoy left." in article.text
    assert "The mediator stayed." in article.text


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    article = read(f"{bomb}<html><body><p>The envoy left. &b; &x;</p></body></html>")

    assert "haha" not in article.text
    assert "root:" not in article.text


def test_the_address_is_the_canonical_one_or_the_one_that_was_asked() -> None:
    asked = Origin("here", url="https://news.example.org/a?utm=1")

    assert read(page(BODY), asked).url == "https://news.example.org/a?utm=1"
    assert (
        read(page(BODY, '<link rel="canonical" href="https://news.example.org/a">'), asked).url
        == "https://news.example.org/a"
    )


def test_the_day_that_the_person_gives_goes_before_the_pages() -> None:
    head = '<meta property="article:published_time" content="2022-03-09T10:00:00Z">'
    article = read(page(BODY, head), Origin("here", published=date(2022, 3, 8)))

    assert (article.published, article.published_from) == (date(2022, 3, 8), "given")
