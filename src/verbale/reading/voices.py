"""Who "I", "we" and "you" are: inside a quotation its speaker, the speaker's party, and whoever is addressed.

"We will come," Hoxha said: "we" is the party that she represents, and nobody known where she represents none.
Outside quotations these words mean the author and the reader, who are not in the record.
"""

from collections.abc import Mapping, Sequence

from verbale.lexicon.people import People
from verbale.reading.drafts import Attribution, Found, Speaking
from verbale.record import Entity, Mention

_SECOND, _THIRD = 2, 3  # grammatical persons

Told = Sequence[tuple[Attribution, Speaking]]


def hear(mentions: Sequence[Found], told: Told, entities: Sequence[Entity], people: People) -> tuple[Entity, ...]:
    """The same entities, with those pronouns among their mentions."""
    by_id = {entity.id: entity for entity in entities}
    heard: dict[str, list[Mention]] = {}
    for found in mentions:
        pronoun = people.pronoun(found.role) if found.form == "pronoun" and found.quoted else None
        speaking = _innermost(found, told) if pronoun is not None and pronoun.person < _THIRD else None
        if pronoun is None or speaking is None:
            continue
        meant = _meant(pronoun.person, pronoun.number, speaking, by_id)
        if meant is not None:
            heard.setdefault(meant.id, []).append(Mention(start=found.span.start, end=found.span.end, form="pronoun"))
    return tuple(_with(entity, heard.get(entity.id, ())) for entity in entities)


def _innermost(found: Found, told: Told) -> Speaking | None:
    """Who says the words around it: the smallest content that holds it decides."""
    holding = [
        (part.end - part.start, place)
        for place, (attribution, _) in enumerate(told)
        for part in attribution.content
        if part.contains(found.span)
    ]
    return told[min(holding)[1]][1] if holding else None


def _meant(person: int, number: str, speaking: Speaking, by_id: Mapping[str, Entity]) -> Entity | None:
    """Whom the pronoun means, where that is told."""
    speaker = by_id.get(speaking.speaker or "")
    if person == _SECOND:
        return by_id.get(speaking.addressee or "")
    if speaker is None or (number == "singular" and speaker.kind != "person"):
        return None
    if number == "singular" or speaker.kind != "person":
        return speaker
    return by_id.get(speaker.represents or "")


def _with(entity: Entity, more: Sequence[Mention]) -> Entity:
    if not more:
        return entity
    mentions = sorted((*entity.mentions, *more), key=lambda mention: (mention.start, mention.end))
    return entity.model_copy(update={"mentions": tuple(mentions)})
