"""Which of two bearers of one title speaks: "The President thanked President Strand" is the other president.

Read-outs call their own side by the bare title and the other by title and name. Whoever is named in the report
itself is not its source; where that leaves one bearer in one place, the article means that one by the bare title.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.page import Token
from verbale.reading.speakers.hall import Hall, is_definite
from verbale.record import Entity
from verbale.spans import hull

_LEFT, _USED, _WENT_ON = 0.8, 0.65, 0.6
"""How sure each way is taken to be: the only bearer left, the usage elsewhere, "he" after such a one. Estimates."""


def settle_bearers(hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking]) -> list[Speaking]:
    """The answers, with those to a bare title that several bear; null where it would be whoever is named beside it."""
    usage = dict[str, set[str]]()
    for one in attributions:
        left = _left(hall, one)
        if left is not None:
            only = left[1] if len(left[1]) == 1 else _never_named_again(hall, left[1])
            usage.setdefault(left[0], set()).update(only)
    settled: list[Speaking] = []
    for index, one in enumerate(attributions):
        settled.append(
            _settled(hall, one, answers[index], usage) or _gone_on(hall, attributions, settled, answers, index)
        )
    return settled


def _settled(hall: Hall, one: Attribution, said: Speaking, usage: Mapping[str, set[str]]) -> Speaking | None:
    left = _left(hall, one)
    if left is None:
        return None
    title, ids = left
    if len(ids) == 1:
        return _named(said, ids[0], _LEFT)
    meant = usage.get(title, set())
    if len(meant) == 1 and (said.speaker is None or said.speaker not in ids):
        return _named(said, next(iter(meant)), _USED)
    return said


def _named(said: Speaking, speaker: str, sure: float) -> Speaking:
    return replace(said, speaker=speaker, status="named", candidates=(), confidence=sure)


def _left(hall: Hall, one: Attribution) -> tuple[str, list[str]] | None:
    """The bare title in the source and those of its several bearers whom the report doesn't name itself."""
    title = _bare_title(hall, one)
    bearers = [entity for entity in hall.entities if title and _bears(entity, title)]
    if len(bearers) < 2:
        return None
    named = set(_named_beside(hall, one))
    return title, [entity.id for entity in bearers if entity.id not in named]


def _never_named_again(hall: Hall, ids: Sequence[str]) -> list[str]:
    """The one of two who has no name any more once both were named, while the other has."""
    places = {
        one.id: [each.start for each in one.mentions if each.form == "name"] for one in hall.entities if one.id in ids
    }
    both = max((min(starts) for starts in places.values() if starts), default=0)
    silent = [id_ for id_, starts in places.items() if not any(start > both for start in starts)]
    return silent if len(silent) == 1 and len(places) == len("AB") else []


def _bare_title(hall: Hall, one: Attribution) -> str:
    """The title that is all of the source, as "The President"; empty for any other source."""
    if not one.source or not one.cue:
        return ""
    tokens = hall.page.tokens_in(hull(one.source))
    top = hall.page.top(hull(one.source))
    bare = top is not None and tokens[-1] == top and tokens[0].lower == "the" and is_definite(hall.page, top)
    words = " ".join(token.lower for token in tokens[1:])
    return words if bare and hall.people.is_role(words) else ""


def _bears(entity: Entity, title: str) -> bool:
    held = (office.title.lower() for office in entity.offices)
    return entity.kind == "person" and any(one == title or one.endswith(f" {title}") for one in held)


def _named_beside(hall: Hall, one: Attribution) -> Iterator[str]:
    """The people named in the sentence of the cue, outside what is quoted there."""
    source = hull(one.source)
    for sentence in hall.page.sentences_of(hull(one.cue)):
        for mention, entity in hall.within(sentence):
            if mention.form == "name" and entity.kind == "person" and not source.contains(mention.span):
                yield entity.id


def _gone_on(
    hall: Hall,
    attributions: Sequence[Attribution],
    settled: Sequence[Speaking],
    answers: Sequence[Speaking],
    index: int,
) -> Speaking:
    """The answer; for an open "he" right after a bare title that was settled, the same speaker."""
    said, one = answers[index], attributions[index]
    if said.speaker is not None or not one.source or index == 0:
        return said
    word = hull(one.source).of(hall.page.text).lower()
    pronoun, before = hall.people.pronoun(word), attributions[index - 1]
    if pronoun is None or not pronoun.gender or not before.source or settled[index - 1].speaker is None:
        return said
    top, last = hall.page.top(hull(one.source)), hall.page.top(hull(before.source))
    near = top is not None and last is not None and 0 <= top.sentence - last.sentence <= 1
    same = _bare_title(hall, before) or settled[index - 1] != answers[index - 1]
    entity = next((each for each in hall.entities if each.id == settled[index - 1].speaker), None)
    if (
        not near
        or not same
        or entity is None
        or entity.kind != "person"
        or not _may_be(hall, entity, top, pronoun.gender)
    ):
        return said
    return _named(said, entity.id, _WENT_ON)


def _may_be(hall: Hall, entity: Entity, top: Token | None, gender: str) -> bool:
    """Whether nothing tells the other sex, and the report doesn't name the person itself."""
    sexes = {
        hall.people.pronoun(mention.span.of(hall.page.text).lower())
        for mention in entity.mentions
        if mention.form == "pronoun"
    }
    told = {one.gender for one in sexes if one is not None and one.gender}
    first = hall.people.first_names.gender(entity.name.split()[0])
    return not (told | {first} - {""}) - {gender} and top is not None
