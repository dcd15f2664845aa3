import json
from datetime import date

import pytest

from verbale.sources.facts import Facts
from verbale.sources.page_facts import facts_of
from verbale.sources.tree import parsed

TEXT = "<p>The envoy of Norland left the talks on the border on Tuesday; the mediator said he would try again.</p>"
MARCH_9, MARCH_10 = date(2022, 3, 9), date(2022, 3, 10)


def facts(body: str, head: str = "", attributes: str = "", url: str | None = None) -> Facts:
    tree = parsed(f"<html {attributes}><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return facts_of(tree, url)[0]


def linked(**fields: object) -> str:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked(datePublished="2022-03-09T23:30:00-05:00"), ""),
        ('<meta property="article:published_time" content="2022-03-09T10:00:00+0000">', ""),
        ('<meta name="parsely-pub-date" content="2022-03-09T10:00:00Z">', ""),
        ('<meta itemprop="datePublished" content="2022-03-09">', ""),
        ('<meta name="DC.date.issued" content="9 March 2022">', ""),
        ("", "<time datetime='2022-03-09T10:00'>yesterday</time>"),
        ("", "<time>9 March 2022</time>"),
        ("", '<div class="post-meta">Posted on March 9, 2022 in World</div>'),
        ("", '<span class="article__date">Wednesday, 9 March 2022</span>'),
        ("", '<p itemprop="datePublished">9 March 2022</p>'),
        ("", "<p>9 March 2022</p>"),
        ("", "<div><span>Published: 9 March 2022, 10:15 GMT</span></div>"),
        ("", '<time class="updated" datetime="2022-03-10">x</time><time datetime="2022-03-09">y</time>'),
    ],
)
def test_the_day_of_publication_is_read_wherever_a_page_tells_it(head: str, body: str) -> None:
    assert facts(f"<article><h1>Envoy walks out</h1>{body}{TEXT}</article>", head).published == MARCH_9


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", ""),
        ("", "<figure><figcaption>FILE - Minister Ola Berg, May 3, 2019.</figcaption></figure>"),
        ("", '<div class="caption">Geneva, <time>3 May 2019</time></div>'),
        (
            "",
            "<p>He had signed on <time datetime='2019-05-03'>3 May 2019</time>, as all could read.</p>",
        ),
        ("<script>var published = '2019-05-03'; document.write(new Date())</script>", ""),
        ('<meta property="og:image" content="https://x.example/2019/05/03/a.jpg">', ""),
        ('<meta property="article:modified_time" content="2022-03-10">', ""),
        ('<meta property="article:published_time" content="soon">', ""),
        ('<meta property="article:published_time" content="04/09/2021">', ""),
        ("", '<div class="today-date">Tuesday, 25 November 2025</div>'),
        ("", "<footer><p>© 2024 The Courier, 1 January 2024</p></footer>"),
        ("", '<aside><time datetime="2019-05-03">3 May 2019</time></aside>'),
        ("", '<div class="related"><time datetime="2019-05-03">3 May 2019</time></div>'),
        (linked(datePublished="", headline="x"), ""),
    ],
)
def test_other_days_are_no_day_of_publication(head: str, body: str) -> None:
    assert facts(f"{body}<h1>Envoy walks out</h1>{body}{TEXT}{body}", head).published is None


def test_the_masthead_is_not_the_articles_day() -> None:
    masthead = '<header><div class="date">Tuesday, 25 November 2025</div></header>'

    assert facts(f"{masthead}<article><h1>Envoy walks out</h1>{TEXT}</article>").published is None
    assert (
        facts(f"{masthead}<article><h1>Envoy walks out</h1><time>9 March 2022</time>{TEXT}</article>").published
        == MARCH_9
    )


def test_articles_beside_the_article_have_days_of_their_own() -> None:
    card = f"<article><h3>Floods</h3><time datetime='2019-05-03'></time>{TEXT}</article>"

    assert facts(f"<main><article><h1>Envoy walks out</h1>{TEXT}</article>{card}</main>").published is None


def test_the_region_of_the_language_tells_the_month() -> None:
    head = '<meta property="article:published_time" content="04/09/2021">'

    assert facts(TEXT, head, 'lang="en-US"').published == date(2021, 4, 9)
    assert facts(TEXT, head, 'lang="en-GB"').published == date(2021, 9, 4)


def test_a_script_in_the_language_tag_is_no_region() -> None:
    head = '<meta property="article:published_time" content="04/09/2021">'

    assert facts(TEXT, head, 'lang="zh-Hant"').published is None


def test_the_address_tells_the_day_only_where_it_is_whole() -> None:
    assert facts(TEXT, url="https://news.example.org/2022/03/09/talks").published == MARCH_9
    assert facts(TEXT, url="https://news.example.org/2022/03/92713").published is None
    assert facts(f"<time>9 March 2022</time>{TEXT}", url="https://news.example.org/2022/03/10/a").published == MARCH_9


def test_what_machines_are_told_goes_before_what_stands_on_the_page() -> None:
    head = linked(datePublished="2022-03-09") + '<meta name="date" content="2019-01-01">'

    assert (
        facts(f"<article><h1>Envoy walks out</h1><time>1 January 2018</time>{TEXT}</article>", head).published
        == MARCH_9
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked(dateModified="2022-03-10T01:00:00Z"), ""),
        ('<meta property="article:modified_time" content="2022-03-10">', ""),
        ('<meta property="og:updated_time" content="2022-03-10T12:00:00Z">', ""),
        ("", '<span class="updated">Updated 10 March 2022</span>'),
        ("", '<div class="date">Last updated on 10 March 2022</div>'),
        ("", '<time itemprop="dateModified" datetime="2022-03-10">x</time>'),
    ],
)
def test_the_day_of_modification_is_apart(head: str, body: str) -> None:
    found = facts(f"<article><h1>Envoy walks out</h1><time>9 March 2022</time>{body}{TEXT}</article>", head)

    assert (found.published, found.modified) == (MARCH_9, MARCH_10)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked(author=[{"@type": "Person", "name": "Abigail Byrne"}, {"@type": "Person", "name": "TOBY KERR"}]), ""),
        (linked(author=["Abigail Byrne", "Toby Kerr, Washington bureau chief"]), ""),
        (linked(author="Abigail Byrne and Toby Kerr"), ""),
        ('<meta name="author" content="Abigail Byrne, Toby Kerr">', ""),
        ("", '<p class="byline">By ABIGAIL BYRNE, Senior Diplomatic Correspondent, and TOBY KERR</p>'),
        (
            "",
            '<div class="article-byline"><a rel="author">Abigail Byrne</a><span>Foreign Editor</span> and'
            ' <a rel="author">Toby Kerr</a></div>',
        ),
        (
            "",
            '<div data-component="byline-block"><span>Abigail Byrne</span><span>Foreign Editor</span> Toby Kerr</div>',
        ),
        ("", '<span class="author-name">Abigail Byrne</span><span class="author-name">Toby Kerr</span>'),
        ("", '<div class="byline"><span>By</span> <b>Abigail</b> <b>Byrne</b>, Toby Kerr</div>'),
    ],
)
def test_authors_are_names_without_titles(head: str, body: str) -> None:
    found = facts(f"<article><h1>Envoy walks out</h1>{body}{TEXT}</article>", head)

    assert found.authors == ("Abigail Byrne", "Toby Kerr")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (linked(author={"@type": "Organization", "name": "Example News Agency"}), ""),
        ('<meta name="author" content="Staff Reporter">', ""),
        ('<meta property="article:author" content="https://social.example/abigail">', ""),
        ("", '<div class="comments"><span class="author">Angry Reader</span></div>'),
        ("", '<aside><span class="author">Other Writer</span></aside>'),
    ],
)
def test_desks_and_commenters_are_no_authors(head: str, body: str) -> None:
    assert facts(f"<article><h1>Envoy walks out</h1>{body}{TEXT}</article>", head).authors == ()


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Envoy walks out | The Courier</title>", "<h1>Envoy walks out</h1>", "Envoy walks out"),
        ("<title>Envoy walks out - The Courier</title>", "", "Envoy walks out"),
        ('<meta property="og:title" content="Envoy walks out"><title>x</title>', "", "Envoy walks out"),
        (linked(headline="Envoy walks out"), "<h1>One</h1><h1>Two</h1>", "Envoy walks out"),
        (
            '<meta property="og:site_name" content="The Courier"><title>Envoy walks out</title>',
            "<h1>The Courier</h1>",
            "Envoy walks out",
        ),
        ("", "<h1>The Courier</h1><article><h1>Envoy walks&nbsp;out</h1></article>", "Envoy walks out"),
        ("", "", None),
    ],
)
def test_the_title_is_the_headline_without_the_sites_name(head: str, body: str, title: str | None) -> None:
    assert facts(body + TEXT, head).title == title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="The Courier">', "The Courier"),
        (linked(publisher={"@type": "Organization", "name": "The Courier"}), "The Courier"),
        (
            linked(publisher={"@id": "#us"}) + linked(**{"@type": "Organization", "@id": "#us", "name": "The Courier"}),
            "The Courier",
        ),
        ('<meta name="application-name" content="The Courier">', "The Courier"),
        ("<title>Envoy walks out | The Courier</title>", "The Courier"),
        ("<title>Envoy walks out | World | The Courier</title>", "The Courier"),
        ("<title>Envoy walks out</title>", None),
        ('<meta name="publisher" content="https://social.example/courier">', None),
    ],
)
def test_the_outlet_is_named_or_unknown(head: str, outlet: str | None) -> None:
    assert facts(f"<h1>Envoy walks out</h1>{TEXT}", head).outlet == outlet
