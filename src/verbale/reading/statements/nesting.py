"""Which statement is reported by which: the inner one's words, its cue with them, stand in the outer's."""

from collections.abc import Sequence

from verbale.reading.drafts import Attribution
from verbale.spans import Span, covered, hull


def parents(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the index of the closest one that reports it, or None."""
    out: list[int | None] = []
    whole = [hull((*one.content, *one.source, *one.cue)) for one in attributions]
    order = sorted(range(len(attributions)), key=lambda index: (whole[index].start, -whole[index].end))
    open_: list[int] = []
    found: dict[int, int | None] = {}
    for index in order:
        open_ = [one for one in open_ if whole[one].end > whole[index].start]
        around = [one for one in open_ if _reports(attributions[one], attributions[index])]
        found[index] = min(around, key=lambda one: covered(attributions[one].content), default=None)
        open_.append(index)
    out.extend(found[index] for index in range(len(attributions)))
    return out


def _reports(outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner one's words all stand in the outer's content."""
    words: tuple[Span, ...] = (*inner.content, *inner.cue)
    return all(any(content.contains(span) for content in outer.content) for span in words) and (
        outer.content != inner.content
    )
