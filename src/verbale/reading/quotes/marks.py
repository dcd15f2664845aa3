"""Quotation marks one by one: where each stands, and whether shape and space say that it opens or closes.

Apostrophes are told from single quotation marks here, since only their neighbours can tell; the rest is left
to whoever pairs the marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import category

from verbale.spans import Span

Family = Literal["double", "single", "guillemet", "angle", "corner", "white corner"]
Role = Literal["open", "close", "either"]

_SHAPES: dict[str, tuple[Family, Role]] = {
    "“": ("double", "open"),
    "„": ("double", "open"),
    "‟": ("double", "open"),
    "``": ("double", "open"),
    "〝": ("double", "open"),
    "”": ("double", "close"),
    "〞": ("double", "close"),
    "〟": ("double", "close"),
    '"': ("double", "either"),
    "''": ("double", "either"),
    "«": ("guillemet", "open"),
    "»": ("guillemet", "close"),
    "‹": ("angle", "open"),
    "›": ("angle", "close"),
    "「": ("corner", "open"),
    "」": ("corner", "close"),
    "『": ("white corner", "open"),
    "』": ("white corner", "close"),
    "‘": ("single", "open"),
    "‚": ("single", "open"),
    "‛": ("single", "open"),
    "`": ("single", "open"),
    "’": ("single", "close"),
    "'": ("single", "either"),
}
_MARK = re.compile("``|''(?!')|[" + "".join(shape for shape in _SHAPES if len(shape) == 1) + "]")
_BEFORE = "([{—–-/“„‟«‹‘‚「『\"'"
_HIDDEN = "Cf"
"""Unicode's category of what nobody sees: soft hyphens, joiners, marks of direction."""
_STOPS = ",.?!;:…"
_ELISION = re.compile(
    r"((\d\d?\d?\d?s?|em|til|tis|twas|cause|bout|round|n|cos)\b|(s|re|ve|ll|d|m|t)(?=\s))", re.IGNORECASE
)
"""What an apostrophe shortens at its beginning: ’90s, ’em, rock ’n’ roll, and “Norland 's” in words cut apart."""
_MEASURE = re.compile(r"\d['’′]\d{1,2}$")
"""Feet before the mark of inches: 5'10"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark."""

    span: Span
    shape: str
    family: Family
    role: Role
    """What its shape and its neighbours say it does; `either` where they don't."""
    leans: Role
    """What the white space beside it alone says."""
    stop: str
    """The last visible character before it, or nothing at the paragraph's beginning."""


def find_marks(text: str, paragraph: Span, *, inward: bool = False) -> tuple[Mark, ...]:
    """The paragraph's quotation marks in order; `inward` where the article writes »so«.

    Single marks come in pairs only: one without a partner is an apostrophe.
    """
    marks = [_read(text, paragraph, match, inward) for match in _MARK.finditer(text, paragraph.start, paragraph.end)]
    paired = {index for pair in _single_pairs(text, marks) for index in pair}
    return tuple(
        mark
        for index, mark in enumerate(marks)
        if index in paired or (mark.family != "single" and not _is_measure(text, marks, index))
    )


def points_inward(text: str) -> bool:
    """Whether the article's guillemets point at what they quote: »so«, as in German and Danish, not «so»."""
    inward = len(re.findall(r"(?:^|[\s(])»(?=\w)", text)) and len(re.findall(r"[\w.,?!]«(?=[\s.,;:)]|$)", text))
    return inward > len(re.findall(r"(?:^|[\s(])«\s?(?=\w)", text))


def _read(text: str, paragraph: Span, match: re.Match[str], inward: bool) -> Mark:
    before = _beside(text, paragraph, match.start() - 1, -1)
    after = _beside(text, paragraph, match.end(), 1)
    shape = match.group()
    family, role = _SHAPES[shape]
    if inward and family in ("guillemet", "angle"):
        role = "close" if role == "open" else "open"
    leans = _leaning(before, after)
    stop = _last_visible(text, paragraph, match.start())
    return Mark(Span(*match.span()), shape, family, _settled(family, role, leans), leans, stop)


def _beside(text: str, paragraph: Span, at: int, step: int) -> str:
    """The next visible character, or nothing at the paragraph's edge."""
    while paragraph.start <= at < paragraph.end and category(text[at]) == _HIDDEN:
        at += step
    return text[at] if paragraph.start <= at < paragraph.end else ""


def _last_visible(text: str, paragraph: Span, end: int) -> str:
    at = end - 1
    while at >= paragraph.start and (text[at].isspace() or category(text[at]) == _HIDDEN):
        at -= 1
    return text[at] if at >= paragraph.start else ""


def _leaning(before: str, after: str) -> Role:
    left = not before or before.isspace() or before in _BEFORE
    right = not after or after.isspace() or not (after.isalnum() or after in "$€£#@“„‘«‹…[(—–-\"'`")
    if left == right:
        return "either"
    return "open" if left else "close"


def _settled(family: Family, role: Role, leans: Role) -> Role:
    """Shape and white space together; beside French guillemets space says nothing."""
    if family not in ("double", "single") or leans == "either":
        return role
    if role == "either" or (role, leans) == ("open", "close"):
        return leans
    return "either" if (role, leans) == ("close", "open") else role


def _is_measure(text: str, marks: Sequence[Mark], index: int) -> bool:
    """Whether the mark stands for inches or seconds: behind a number, and not needed to close anything."""
    mark = marks[index]
    if mark.shape not in ('"', "''") or not mark.stop.isdigit() or text[mark.span.start - 1] != mark.stop:
        return False
    if _MEASURE.search(text, max(0, mark.span.start - 5), mark.span.start):
        return True
    around = [one for one in marks[max(0, index - 1) : index + 2] if one.family == "double" and one is not mark]
    goes_on = text[mark.span.end : mark.span.end + 2].strip().islower()
    return goes_on and bool(around) and around[-1].span.start > mark.span.start and around[-1].leans == "close"


def _single_pairs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """The single marks that open and close a quotation; the others are apostrophes.

    A closing mark behind a stop is preferred to one behind a letter, which may be a plural's (workers’) or
    a dropped letter's (goin’); a term in lower case (‘road map’) ends at the first that isn't a plural's.
    """
    waiting: list[_Waiting] = []
    for index, mark in enumerate(marks):
        if mark.family != "single":
            continue
        if _opens(text, mark):
            if waiting and waiting[-1].otherwise is not None:
                yield waiting.pop().pair()
            waiting.append(_Waiting(index, text[mark.span.end : mark.span.end + 1].islower()))
        elif waiting and _closes(text, mark):
            if _is_sure(text, mark, waiting[-1]):
                yield waiting.pop().index, index
            elif waiting[-1].otherwise is None:
                waiting[-1].otherwise = index
    yield from (one.pair() for one in waiting if one.otherwise is not None)


@dataclass(slots=True)
class _Waiting:
    """A single mark that may open a quotation, and the doubtful one that closes it if none better comes."""

    index: int
    is_term: bool
    otherwise: int | None = None

    def pair(self) -> tuple[int, int]:
        """The opening and the doubtful closing mark."""
        return self.index, self.index if self.otherwise is None else self.otherwise


def _opens(text: str, mark: Mark) -> bool:
    return mark.leans == "open" and mark.stop != "-" and not _ELISION.match(text, mark.span.end)


def _closes(text: str, mark: Mark) -> bool:
    before = text[mark.span.start - 1 : mark.span.start]
    return bool(before.strip()) and not text[mark.span.end : mark.span.end + 1].isalnum()


def _is_sure(text: str, mark: Mark, opening: "_Waiting") -> bool:
    before = text[mark.span.start - 1]
    after = text[mark.span.end : mark.span.end + 1]
    if before in _STOPS or after in ("", *_STOPS, ")", "]", "”", '"'):
        return True
    return opening.is_term and before not in "sS"
