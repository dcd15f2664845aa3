"""Holds a record against a case's answer, and says in a sentence each what is not as it should be."""

from collections.abc import Iterable, Iterator, Sequence

from tests.cases.labels import Answer, Expected, Words
from tests.cases.letters import Letters, Offsets, holds, words_of
from verbale.record import Entity, Record, Statement
from verbale.spans import Span

SHARE = 0.6  # of a content's letters that tempting words must make up, as for expected ones
SAME = 0.5  # overlap of a source's letters, as in the loose score of PolNeAR statements


def faults(answer: Answer, record: Record) -> list[str]:
    """Everything in which the record falls short of the answer; none where all is well."""
    view = View(record)
    return [
        *_statement_faults(answer.statements, view),
        *_tempting_faults(answer, view),
        *_entity_faults(answer, view),
        *_article_faults(answer, record),
    ]


class View:
    """A record made easy to ask."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.article.text
        self.letters = Letters(self.text)
        self.entities = {entity.id: entity for entity in record.entities}

    def words(self, spans: Iterable[Span]) -> str:
        """The words of the spans, in one line."""
        return " … ".join(" ".join(span.of(self.text).split()) for span in spans)

    def holding(self, wanted: Expected) -> list[Statement]:
        """The statements whose content is the wanted words, by the case's own measure."""
        places = list(self.letters.places_of_pieces(_tuple(wanted.content)))
        return [one for one in self.record.statements if any(self._is(place, one, wanted) for place in places)]

    def being(self, words: str, share: float) -> list[Statement]:
        """The statements whose content has the words as more than such a share of its letters."""
        places = list(self.letters.places(words))
        return [one for one in self.record.statements if any(self._part(place, one) > share for place in places)]

    def is_called(self, entity_id: str | None, name: str) -> bool:
        """Whether the entity goes by that name: as a part of its full name, or as an alias or a mention."""
        entity = self.entities.get(entity_id or "")
        return entity is not None and (holds(entity.name, name) or words_of(name) in self._names(entity))

    def name(self, entity_id: str | None) -> str:
        """How a message calls the entity."""
        return f"{self.entities[entity_id].name!r}" if entity_id in self.entities else repr(entity_id)

    def describe(self, statement: Statement) -> str:
        """A statement in one line, for a message."""
        speaker = f"{self.name(statement.speaker)} ({statement.speaker_status})"
        return (
            f"[{statement.id} {statement.form} by {speaker}, "
            f"source {self.words(statement.source)!r}, cue {self.words(statement.cue)!r}: "
            f"{self.words(statement.content)!r}]"
        )

    def _names(self, entity: Entity) -> set[tuple[str, ...]]:
        mentioned = (mention.span.of(self.text) for mention in entity.mentions)
        return {words_of(name) for name in (entity.name, *entity.aliases, *mentioned)}

    def _is(self, place: Offsets, statement: Statement, wanted: Expected) -> bool:
        part = self._part(place, statement)
        return part == 1 if wanted.exact else part >= wanted.share

    def _part(self, place: Offsets, statement: Statement) -> float:
        content = self.letters.inside(statement.content)
        return len(place) / len(content) if place <= content else 0


def _statement_faults(expected: Sequence[Expected], view: View) -> Iterator[str]:
    for number, (wanted, faulty) in enumerate(zip(expected, verdicts(expected, view), strict=True)):
        for fault in faulty:
            yield f"statement {number} {' … '.join(_tuple(wanted.content))!r}: {fault}"


def verdicts(expected: Sequence[Expected], view: View) -> list[list[str]]:
    """What is wrong with each expectation, in their order; none is met by the statement of another."""
    chosen: list[Statement | None] = []
    for wanted in expected:
        chosen.append(_best(wanted, view, [one for one in chosen if one]))
    return [list(_verdict(wanted, found, chosen, view)) for wanted, found in zip(expected, chosen, strict=True)]


def _verdict(
    wanted: Expected, found: Statement | None, chosen: Sequence[Statement | None], view: View
) -> Iterator[str]:
    if found is None:
        yield f"not found; the record has {_all(view)}"
        return
    for fault in [*_field_faults(wanted, found, view), *_within_faults(wanted, found, chosen)]:
        yield f"{fault}, in {view.describe(found)}"


def _best(wanted: Expected, view: View, taken: Sequence[Statement]) -> Statement | None:
    free = [one for one in view.holding(wanted) if one not in taken]
    return min(free, key=lambda one: len(list(_field_faults(wanted, one, view))), default=None)


def _all(view: View) -> str:
    return "\n    ".join(["", *map(view.describe, view.record.statements)]) or "no statement"


def _field_faults(wanted: Expected, found: Statement, view: View) -> Iterator[str]:
    yield from _plain_faults(wanted, found)
    yield from _span_faults(wanted, found, view)
    yield from _speaker_faults(wanted, found, view)
    yield from _hearing_faults(wanted, found, view)
    if wanted.once and len(view.holding(wanted)) > 1:
        yield f"stands {len(view.holding(wanted))} times in the record"


def _plain_faults(wanted: Expected, found: Statement) -> Iterator[str]:
    for key, value in (("form", found.form), ("status", found.speaker_status), ("kind", found.kind)):
        right = getattr(wanted, key)
        if right is not None and value not in _tuple(right):
            yield f"{key} is {value}, not {' or '.join(_tuple(right))}"
    if wanted.denied is not None and found.denied != wanted.denied:
        yield f"denied is {found.denied}"
    if wanted.asks("date") and found.date != wanted.date:
        yield f"date is {found.date}, not {wanted.date}"
    for flag in wanted.flags:
        if flag not in found.flags:
            yield f"flags are {found.flags}, without {flag}"


def _span_faults(wanted: Expected, found: Statement, view: View) -> Iterator[str]:
    if wanted.asks("source") and not _same_words(wanted.source, found.source, view):
        yield f"source is {view.words(found.source)!r}, not {wanted.source!r}"
    if wanted.asks("cue") and not _touching_words(wanted.cue, found.cue, view):
        yield f"cue is {view.words(found.cue)!r}, not {wanted.cue!r}"


def _same_words(wanted: str | None, spans: Sequence[Span], view: View) -> bool:
    found = view.letters.inside(spans)
    if wanted is None or not found:
        return wanted is None and not found
    return any(len(place & found) >= SAME * len(place | found) for place in view.letters.places(wanted))


def _touching_words(wanted: str | None, spans: Sequence[Span], view: View) -> bool:
    found = view.letters.inside(spans)
    if wanted is None or not found:
        return wanted is None and not found
    return any(place <= found or found <= place for place in view.letters.places(wanted))


def _speaker_faults(wanted: Expected, found: Statement, view: View) -> Iterator[str]:
    if wanted.asks("speaker") and not _is_one_of(found.speaker, wanted.speaker, view):
        yield f"speaker is {view.name(found.speaker)}, not {wanted.speaker!r}"
    for name in wanted.not_speaker:
        if view.is_called(found.speaker, name):
            yield f"speaker is {view.name(found.speaker)}, who is called {name!r}"
    for member in wanted.joint:
        if not _speaks_for(found.speaker, member, view):
            yield f"speaker is {view.name(found.speaker)}, without its member {member!r}"
    if wanted.candidates is not None and not _same_entities(wanted.candidates, found.candidates, view):
        yield f"candidates are {[view.name(one) for one in found.candidates]}, not {list(wanted.candidates)}"


def _hearing_faults(wanted: Expected, found: Statement, view: View) -> Iterator[str]:
    if wanted.asks("addressee") and not _is_one_of(found.addressee, wanted.addressee, view):
        yield f"addressee is {view.name(found.addressee)}, not {wanted.addressee!r}"
    venue = found.venue or ""
    said = view.entities[venue].name if venue in view.entities else venue
    if wanted.venue and not any(holds(said, one) for one in _tuple(wanted.venue)):
        yield f"venue is {said!r}, not {wanted.venue!r}"


def _is_one_of(entity_id: str | None, names: Words | None, view: View) -> bool:
    if names is None or entity_id is None:
        return names is None and entity_id is None
    return any(view.is_called(entity_id, name) for name in _tuple(names))


def _speaks_for(speaker: str | None, member: str, view: View) -> bool:
    group = view.entities.get(speaker or "")
    return group is not None and any(view.is_called(one, member) for one in (group.id, *group.members))


def _same_entities(names: Sequence[str], ids: Sequence[str], view: View) -> bool:
    return len(names) == len(ids) and all(any(view.is_called(one, name) for one in ids) for name in names)


def _within_faults(wanted: Expected, found: Statement, chosen: Sequence[Statement | None]) -> Iterator[str]:
    if not wanted.asks("within"):
        return
    outer = None if wanted.within is None else chosen[wanted.within]
    if found.within != (outer and outer.id):
        yield f"it stands within {found.within}, not {outer.id if outer else wanted.within}"


def _tempting_faults(answer: Answer, view: View) -> Iterator[str]:
    if answer.nothing and view.record.statements:
        yield f"the article reports nothing that was said, but the record has {_all(view)}"
    for words in answer.absent:
        for found in view.being(words, SHARE):
            yield f"{words!r} is nobody's statement, but {view.describe(found)}"
    for words in answer.outside:
        for found in view.being(words, 0):
            yield f"{words!r} is in no statement, but {view.describe(found)}"
    for words in answer.unsaid:
        for found in view.being(words, SHARE):
            if not {"not_said", "hypothetical"} & set(found.flags) and found.kind != "refusal":
                yield f"{words!r} was not said, but {view.describe(found)}"


def _entity_faults(answer: Answer, view: View) -> Iterator[str]:
    for statement in view.record.statements:
        for name in answer.never:
            if view.is_called(statement.speaker, name):
                yield f"{name!r} speaks in {view.describe(statement)}"
    for one, other in answer.apart:
        if both := [entity for entity in view.entities if _is_both(entity, one, other, view)]:
            yield f"{one!r} and {other!r} are one entity, {view.name(both[0])}"
    for one, other in answer.together:
        if not any(_is_both(entity, one, other, view) for entity in view.entities):
            yield f"{one!r} and {other!r} are not one entity among {[e.name for e in view.entities.values()]}"


def _is_both(entity_id: str, one: str, other: str, view: View) -> bool:
    return view.is_called(entity_id, one) and view.is_called(entity_id, other)


def _article_faults(answer: Answer, record: Record) -> Iterator[str]:
    article = record.article
    if answer.authors is not None and article.authors != answer.authors:
        yield f"authors are {article.authors}, not {answer.authors}"
    if answer.published is not None and article.published != answer.published:
        yield f"published is {article.published}, not {answer.published}"
    codes = [notice.code for notice in article.warnings]
    for code in answer.warnings:
        if code not in codes:
            yield f"warnings are {codes}, without {code}"
    for words in answer.lacks:
        if holds(article.text, words):
            yield f"the article's text has {words!r}"


def _tuple(value: Words) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
