"""Who claims it: the innermost statement in whose words an event stands, and what that makes of its status.

What an official claims is not what the paper reports: an event inside a content is the statement's; one whose
content its speaker denies did not happen, says somebody.
"""

from collections.abc import Sequence

from verbale.record import Statement, Status
from verbale.spans import Span, covered

_UNSAID = ("not_said", "hypothetical")


def claimed_by(anchor: Span, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement whose content holds the anchor; None where the article tells it itself."""
    holding = [one for one in statements if any(content.contains(anchor) for content in one.content)]
    return min(holding, key=lambda one: covered(one.content), default=None)


def as_claimed(status: Status, statement: Statement | None) -> Status:
    """The status of what stands in the statement: denied where its speaker denies it, open where nobody said it."""
    if statement is None or status in ("denied", "cancelled"):
        return status
    if statement.denied:
        return "denied"
    return "possible" if any(flag in _UNSAID for flag in statement.flags) else status


def apart_from(anchor: Span, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """The contents of the statements that don't hold the anchor: what they tell of time and place is not its own."""
    contents = (content for one in statements for content in one.content)
    return tuple(content for content in contents if not content.contains(anchor))
