"""A live blog as its entries: a page on which a desk reports through the day, each entry under its time.

Read as one text, its entries would be one report: what was expected at ten and what had happened at four. As articles
of their own they are told apart, each with the time over it in its id.
"""

from collections.abc import Iterator

from verbale.article import Article
from verbale.sources.notices import entry_starts

SEVERAL = "several_entries"
"""The code of the warning that an article is a live blog."""

# A day's programme has a time before each line too ("10:00 Arrival of the delegations"), and its lines are shorter than
# a sentence with its circumstances, which the reporters of a live blog write.
_SHORTEST = 15


def entries_of(article: Article) -> tuple[Article, ...]:
    """The entries of a live blog in the order of the page, each with all that is known of it; any other article alone.

    What stands before the first entry is an article too, under the id that the page has. The others have the time that
    stands over them as their id, behind the page's own where it has one; of two with the same time the second is
    numbered. The text of each is the page's, code point for code point.
    """
    if not any(warning.code == SEVERAL for warning in article.warnings):
        return (article,)
    starts = entry_starts(article.text)
    ends = [*(start for start, _ in starts), len(article.text)][1:]
    pieces = [(time, article.text[start:end].strip()) for (start, time), end in zip(starts, ends, strict=False)]
    if len(pieces) < 2 or not _are_written_out(pieces):
        return (article,)
    return tuple(_entries(article, article.text[: starts[0][0]].strip(), pieces))


def _are_written_out(pieces: list[tuple[str, str]]) -> bool:
    """Whether two in three are longer than the line of a programme."""
    return sum(len(words.split()) >= _SHORTEST for _, words in pieces) * 3 >= len(pieces) * 2


def _entries(article: Article, opening: str, pieces: list[tuple[str, str]]) -> Iterator[Article]:
    kept = tuple(warning for warning in article.warnings if warning.code != SEVERAL)
    if opening:
        yield article.model_copy(update={"text": opening, "warnings": kept})
    seen: dict[str, int] = {}
    for time, words in pieces:
        seen[time] = seen.get(time, 0) + 1
        own = time if seen[time] == 1 else f"{time} ({seen[time]})"
        entry_id = f"{article.id}, {own}" if article.id else own
        yield article.model_copy(update={"id": entry_id, "text": words, "warnings": kept})
