"""What a source gave, with the checks that nearly every test makes."""

from collections.abc import Iterable

from verbale.article import Article
from verbale.errors import Failure
from verbale.sources.facts import Found, Origin

HERE = Origin("here")


def the_article(findings: Iterable[Found]) -> Article:
    """The one article, and nothing else."""
    (article,) = findings
    assert isinstance(article, Article), article
    return article


def the_failure(findings: Iterable[Found]) -> Failure:
    """The one failure, and nothing else; it says what is wrong in one line, and what to do."""
    (failure,) = findings
    assert isinstance(failure, Failure), failure
    assert "\n" not in str(failure)
    assert failure.source
    assert failure.remedy
    return failure


def texts(findings: Iterable[Found]) -> list[str]:
    """The texts of the articles, and nothing for failures."""
    return [one.text for one in findings if isinstance(one, Article)]


def codes(article: Article) -> set[str]:
    """The codes of its warnings."""
    return {notice.code for notice in article.warnings}
