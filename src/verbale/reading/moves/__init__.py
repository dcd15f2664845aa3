"""Demands, offers, conditions, threats and what else parties do by speaking.

Three ways in: verbs that make a move ("demanded that …"), nouns that stand for one ("its readiness to …"), and what
a statement's own words do ("we will not sign unless …"). What is denied, asked, left unsaid or merely possible is no
move. Follows the acts of Searle (1976) that oblige somebody: directives, commissives, and what answers them.
"""

from collections.abc import Iterator, Sequence

from verbale.lexicon.moves import MoveWords
from verbale.reading.clauses import passage
from verbale.reading.matter import is_about
from verbale.reading.moves.acts import told_by_verbs
from verbale.reading.moves.avowals import told_by_own_words
from verbale.reading.moves.conditions import find_conditions
from verbale.reading.moves.dates import is_deadline, time_of
from verbale.reading.moves.nouns import told_by_nouns
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.settling import Settled, settle
from verbale.reading.moves.told import Told
from verbale.reading.moves.tying import told_by_ties
from verbale.reading.named import Named
from verbale.reading.page import Page
from verbale.record import Move, Statement
from verbale.spans import Span, covered
from verbale.timex import days


def find_moves(page: Page, named: Named, statements: Sequence[Statement], words: MoveWords) -> tuple[Move, ...]:
    """The page's moves, with ids `m1`, `m2`, … in the order of the words that make them."""
    about = is_about(page, words.matter.words)
    scene = Scene(page, named.referents, statements, named.times, words)
    conditions = find_conditions(page, words.conditions)
    told = [*told_by_verbs(scene), *told_by_nouns(scene), *told_by_ties(scene), *told_by_own_words(scene, conditions)]
    between = [one for one in told if one.content and (about or _is_between_states(scene, one))]
    settled = settle(scene, between, conditions)
    return tuple(_entry(scene, number, one) for number, one in enumerate(settled, 1))


_MOST = 0.4
"""The share of a statement's words that a move must have to be what the statement does; set by hand."""
_ACTS = frozenset({"demand", "offer", "threat", "commitment", "refusal"})


def with_acts(statements: Sequence[Statement], moves: Sequence[Move]) -> tuple[Statement, ...]:
    """The statements, with what their own words do where their cue is neutral: "said it would raise the fee if …"."""
    done: dict[str, Move] = {}
    for move in moves:
        if move.statement is not None and move.kind in _ACTS:
            done.setdefault(move.statement, move)
    return tuple(_acted(one, done.get(one.id)) for one in statements)


def _acted(statement: Statement, move: Move | None) -> Statement:
    if move is None or statement.kind != "assertion" or statement.denied:
        return statement
    words = (*move.content.spans, *(move.if_.spans if move.if_ is not None else ()))
    inside = [span for span in words if any(part.contains(span) for part in statement.content)]
    if covered(inside) < _MOST * covered(statement.content):
        return statement
    return statement.model_copy(update={"kind": move.kind})


def _entry(scene: Scene, number: int, settled: Settled) -> Move:
    told, every = settled.told, (settled.told, *settled.more)
    time = next((time for one in every if (time := time_of(scene, one)) is not None), None)
    statement = next((one.statement for one in every if one.statement is not None), None)
    condition = next((one.condition for one in every if one.condition), ())
    return Move(
        id=f"m{number}",
        evidence=scene.page.sentences_of(*_places(every)),
        confidence=round(max(one.sure for one in every), 3),
        kind=told.kind,
        actor=told.actor,
        addressee=tuple(dict.fromkeys(id_ for one in every for id_ in one.addressee if id_ not in told.actor)),
        content=passage(scene.page, told.content),
        if_=passage(scene.page, condition) if condition else None,
        time=time.id if time is not None else None,
        date=time.value if time is not None else _day(scene, statement),
        statement=statement.id if statement is not None else None,
    )


def _day(scene: Scene, statement: Statement | None) -> str | None:
    """When it was said, where that is a calendar day and no deadline."""
    time = next((one for one in scene.times if statement is not None and one.id == statement.time), None)
    if time is not None and is_deadline(scene, time):
        return None
    date = statement.date if statement is not None else None
    return date if date is not None and days(date) is not None else None


def _is_between_states(scene: Scene, told: Told) -> bool:
    """Whether a state makes it towards another: that is a move in any article."""
    entities = scene.referents.by_id
    other = (*told.addressee, *scene.referents.within(*told.content))
    acting = {one for id_ in told.actor for one in (id_, entities[id_].represents) if one is not None}
    states = {id_ for id_ in (*acting, *other) if entities[id_].kind == "state"}
    return bool(states & acting) and bool(states - acting)


def _places(every: Sequence[Told]) -> Iterator[Span]:
    for one in every:
        yield one.at.span
        yield from one.content
        yield from one.condition
