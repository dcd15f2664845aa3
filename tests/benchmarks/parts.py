"""Statements for tests, marked in the text itself: `[s Ada] [c said] [t it rains].`, t being the content."""

import re

from benchmarks.agreement import Parts
from verbale.spans import Span

_PIECE = re.compile(r"\[(?P<role>[sct])(?P<number>\d?) (?P<words>[^\]]*)\]")
_ROLES = ("s", "c", "t")


def marked(text: str) -> tuple[str, tuple[Parts, ...]]:
    """The bare text and its statements; a digit after the role's letter tells several apart."""
    plain, spans, last = "", dict[str, dict[str, list[Span]]](), 0
    for found in _PIECE.finditer(text):
        plain += text[last : found.start()]
        span = Span(len(plain), len(plain) + len(found["words"]))
        spans.setdefault(found["number"], {}).setdefault(found["role"], []).append(span)
        plain, last = plain + found["words"], found.end()
    rows = ((tuple(roles.get(role, ())) for role in _ROLES) for _, roles in sorted(spans.items()))
    return plain + text[last:], tuple(Parts(*row) for row in rows)
