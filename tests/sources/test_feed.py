from datetime import date

import pytest

from tests.sources.found import HERE, codes, the_article, the_failure
from verbale.article import Article
from verbale.sources.feed import read_feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><link>https://news.example.org/</link>
<item><title>Envoy walks &amp;amp; talks</title><link>https://news.example.org/a</link><guid>tag:1</guid>
<pubDate>Tue, 18 Jan 2022 23:30:00 -0500</pubDate><dc:creator>ABIGAIL BYRNE, Foreign Editor</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[
<p>The envoy left, she said <q>no</q>.</p><script>x()</script><p>The mediator stayed.</p>
]]></content:encoded></item>
<item><title>Floods</title><link>https://news.example.org/b</link>
<description>&lt;p&gt;The water came over the banks.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>
<entry><id>urn:1</id><title>Envoy walks out</title><link href="https://news.example.org/a"/>
<author><name>Abigail Byrne</name></author>
<published>2022-01-18T23:30:00-05:00</published><updated>2022-01-20T01:00:00Z</updated>
<content type="html">&lt;p&gt;The envoy left.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_with_its_text_is_an_article() -> None:
    article, _ = read_feed(RSS.encode(), HERE)

    assert isinstance(article, Article)
    assert article.text == "The envoy left, she said “no”.\n\nThe mediator stayed."
    assert (article.id, article.title, article.outlet) == ("tag:1", "Envoy walks & talks", "The Courier")
    assert (article.authors, article.url) == (("Abigail Byrne",), "https://news.example.org/a")
    assert article.published == date(2022, 1, 18)
    assert codes(article) == set()


def test_an_entry_with_a_summary_only_is_cut_short() -> None:
    _, article = read_feed(RSS.encode(), HERE)

    assert isinstance(article, Article)
    assert article.text == "The water came over the banks."
    assert {"cut_short", "no_date"} <= codes(article)


def test_atom_has_a_day_of_modification() -> None:
    article = the_article(read_feed(ATOM.encode(), HERE))

    assert (article.published, article.modified) == (date(2022, 1, 18), date(2022, 1, 20))
    assert (article.text, article.authors) == ("The envoy left.", ("Abigail Byrne",))


def test_an_entry_without_text_is_an_article_with_a_warning() -> None:
    article = the_article(
        read_feed(b"<rss version='2.0'><channel><item><title>Floods</title></item></channel></rss>", HERE)
    )

    assert (article.title, article.text) == ("Floods", "")
    assert "empty" in codes(article)


@pytest.mark.parametrize("data", [b"", b"<rss>", b"<rss version='2.0'><channel></channel></rss>", b"/etc/passwd"])
def test_a_feed_without_entries_is_a_failure(data: bytes) -> None:
    assert "no entry" in the_failure(read_feed(data, HERE)).what


def test_entities_of_a_document_type_are_not_expanded() -> None:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    item = "<item><title>x</title><description>&a9;</description></item>"
    bomb = f"<!DOCTYPE rss [{names}]><rss version='2.0'><channel>{item}</channel></rss>"

    for one in read_feed(bomb.encode(), HERE):
        assert not isinstance(one, Article) or len(one.text) < 1_000
