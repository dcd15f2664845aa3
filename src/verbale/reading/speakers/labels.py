"""Who stands behind a transcript's label: SECRETARY HOLM, Q and A, or the initials that the introduction gives.

An interviewer is known by that role only. Who answers is the one person whom the text before the first label
names; where it names several, or none, nobody knows. Whatever else a label says is a source like any other.
"""

from collections.abc import Sequence

from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.speakers.hall import UNKNOWN, Hall
from verbale.record import Entity
from verbale.spans import Span, hull

_ANSWERING, _INITIALS = 0.6, 0.85
"""How sure each way is: estimates."""
_LONGEST = 4
"""Letters of the longest initials."""


def of_label(hall: Hall, attributions: Sequence[Attribution], index: int) -> Speaking | None:
    """The speaker behind a label that is no name, or None for one that is to be read like any source."""
    label = hull(attributions[index].source).of(hall.page.text).strip()
    word = label.lower().rstrip(".")
    if word in hall.people.askers:
        return Speaking(None, "role", confidence=_INITIALS)
    if word in hall.people.answerers:
        return _one_of(_introduced(hall, attributions), _ANSWERING)
    if label.isupper() and 1 < len(label) <= _LONGEST:
        bearers = [one for one in hall.entities if one.kind == "person" and _initials(one.name) == label]
        return _one_of(bearers, _INITIALS) if bearers else None
    return None


def is_heading(hall: Hall, attribution: Attribution) -> bool:
    """Whether the source is the heading of a paragraph, "QUOTE OF THE DAY:", and names nobody by itself."""
    if not attribution.source or [part.of(hall.page.text).strip() for part in attribution.cue] != [":"]:
        return False
    source = hull(attribution.source)
    words = [token.lower for token in hall.page.tokens_in(source)]
    return len(words) > 1 and source.of(hall.page.text).isupper() and bool(hall.people.heading_words & set(words))


def _introduced(hall: Hall, attributions: Sequence[Attribution]) -> list[Entity]:
    """The people named before the first label."""
    first = min(one.source[0].start for one in attributions if "transcript" in one.flags and one.source)
    inside = hall.within(Span(0, first))
    named = {one.id: one for mention, one in inside if one.kind == "person" and mention.form == "name"}
    return list(named.values())


def _one_of(people: Sequence[Entity], sure: float) -> Speaking:
    return Speaking(people[0].id, "named", confidence=sure) if len(people) == 1 else UNKNOWN


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
