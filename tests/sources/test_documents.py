import pytest

from tests.sources.found import HERE, the_failure
from verbale.errors import SourceError
from verbale.sources.documents import fenced
from verbale.sources.facts import Findings, Found


def failing(fault: Exception, *before: Found) -> Findings:
    """A reader that gives something and then fails."""
    yield from before
    raise fault


@pytest.mark.parametrize(
    "fault", [ValueError("odd"), RecursionError(), MemoryError(), UnicodeDecodeError("x", b"", 0, 1, "y")]
)
def test_whatever_a_parser_raises_becomes_a_failure(fault: Exception) -> None:
    failure = the_failure(fenced(lambda: failing(fault), HERE, "pdf"))

    assert (failure.source, failure.stage) == ("here", "pdf")
    assert type(fault).__name__ in failure.what


def test_an_error_of_ours_keeps_its_words() -> None:
    fault = SourceError("it is larger than 50 MB", remedy="split it")

    assert str(the_failure(fenced(lambda: failing(fault), HERE, "text"))) == "here: it is larger than 50 MB (split it)"


def test_what_was_found_before_the_fault_is_kept() -> None:
    found = fenced(lambda: failing(ValueError(), HERE.failure("pdf", "one", "two")), HERE, "pdf")

    assert len(list(found)) == 2
