"""Attributions written into their text: "[The envoy] <said> {that the talks would go on}."."""

import re
from dataclasses import dataclass

from verbale.reading.drafts import Attribution
from verbale.spans import Span

_ROLES = {"[": "source", "<": "cue", "{": "content"}
_MARK = re.compile(r"[\[\]<>{}]")


@dataclass(frozen=True)
class Marked:
    """A text and the one attribution that its marks show."""

    text: str
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]

    def __str__(self) -> str:
        return f"[{' … '.join(self.source)}] <{' … '.join(self.cue)}> {{{' … '.join(self.content)}}}"


def marked(example: str) -> Marked:
    """The example without its marks, and what they enclose, in the order of the text."""
    found: dict[str, list[str]] = {"source": [], "cue": [], "content": []}
    for opening, role in _ROLES.items():
        closing = {"[": "]", "<": ">", "{": "}"}[opening]
        inside = re.findall(re.escape(opening) + "(.*?)" + re.escape(closing), example, re.DOTALL)
        found[role].extend(_MARK.sub("", words) for words in inside)
    return Marked(_MARK.sub("", example), *(tuple(found[role]) for role in ("source", "cue", "content")))


def shown(text: str, attribution: Attribution) -> Marked:
    """An attribution of the text in the same shape."""

    def words(spans: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(span.of(text) for span in spans)

    return Marked(text, words(attribution.source), words(attribution.cue), words(attribution.content))
