"""When a move was made: the time that hangs on its verb, or the day of the statement in which it stands."""

from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Token
from verbale.record import Time
from verbale.spans import Span


def time_of(scene: Scene, told: Told) -> Time | None:
    """The time of the move, or None where the words tell none."""
    found = _found(scene, told)
    return None if found is None or is_deadline(scene, found) else found


_BOUNDS = frozenset({"by", "until", "till", "before", "after", "from", "for", "since", "through"})


def is_deadline(scene: Scene, time: Time) -> bool:
    """Whether the word before it makes it an end or a beginning: "by Friday"."""
    first = scene.page.tokens_in(Span(time.start, time.end))[0]
    return first.index > 0 and scene.page.tokens[first.index - 1].lower in _BOUNDS


def _found(scene: Scene, told: Told) -> Time | None:
    statement = told.statement
    if statement is not None and (told.own or scene.cued(told.at) is not None):
        return next((one for one in scene.times if one.id == statement.time and _is_a_day(one)), None)
    sentence = scene.page.sentences[told.at.sentence]
    near = [one for one in scene.times if _is_a_day(one) and sentence.contains(Span(one.start, one.end))]
    outside = [one for one in near if not any(span.contains(Span(one.start, one.end)) for span in told.content)]
    close = (one for one in outside if _hangs_on(scene, one, told.at) or _follows(told, one))
    return next(close, None)


def _follows(told: Told, time: Time) -> bool:
    """Whether it stands right behind the content: "dropped its demand on Sunday"."""
    return 0 < time.start - told.content[-1].end <= len(" on ")


def _is_a_day(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and time.first_day is not None


def _hangs_on(scene: Scene, time: Time, verb: Token) -> bool:
    """Whether the verb is the first verb above the time, or that one's main verb."""
    top = scene.page.top(Span(time.start, time.end))
    if top is None:
        return False
    above = next((one for one in scene.page.ancestors(top) if one.pos in ("VERB", "AUX")), None)
    return above is not None and (
        above.index == verb.index or (verb.head == above.index and verb.dep in ("conj", "dobj", "pcomp"))
    )
