"""Who speaks: the entity behind an attribution's source.

"Hoxha said", "the envoy said" and "she added" are one speaker where the entities stage found one entity.
A source that may be two ("the Foreign Ministry" after two states, a surname that two bear) is left open with
its candidates; one that the text keeps nameless ("a senior official") has no speaker. A joint source
("A and B said") has the group of both as its speaker. Wrong is worse than null: nothing is given to the
nearest name. A quotation without any source goes on from the one before it, or is whose act the sentence
before it tells; both are marked by a lower confidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.lexicon.people import People
from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.page import Page
from verbale.reading.speakers.addressees import addressee_of
from verbale.reading.speakers.bearers import settle_bearers
from verbale.reading.speakers.hall import SUBJECTS, UNKNOWN, Hall, again, answer, is_passive, status
from verbale.reading.speakers.labels import is_heading, of_label
from verbale.reading.speakers.sources import of_source
from verbale.record import Entity
from verbale.spans import Span, hull

# How sure a speaker found in each way is taken to be: estimates, not yet measured or calibrated.
_ELIDED, _CONTINUED, _SAME_PARAGRAPH, _ACTOR_BEFORE = 0.8, 0.95, 0.75, 0.6


def find_speakers(
    page: Page, attributions: Sequence[Attribution], entities: Sequence[Entity], people: People
) -> tuple[Speaking, ...]:
    """One answer an attribution, in their order."""
    hall = Hall(page, entities, people)
    answers: list[Speaking] = []
    for index in range(len(attributions)):
        answers.append(_speaker(hall, attributions, answers, index))
    answers = settle_bearers(hall, attributions, answers)
    for index, attribution in enumerate(attributions):
        found = answers[index]
        answers[index] = replace(found, addressee=addressee_of(hall, attribution, found.speaker))
    return tuple(_not_himself(hall, attributions, answers, index) for index in range(len(answers)))


def _not_himself(hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int) -> Speaking:
    """The answer; nobody for "the general" inside a quotation of the very man: who speaks says "I"."""
    inner, said = attributions[index], answers[index]
    if said.speaker is None or not inner.source or _is_first_person(hall, inner):
        return said
    for outer, other in zip(attributions, answers, strict=True):
        own = other.speaker == said.speaker and outer is not inner
        if own and any(_is_quoted(hall.page, part) and part.contains(inner.source[0]) for part in outer.content):
            return replace(said, speaker=None, status="role")
    return said


def _is_first_person(hall: Hall, attribution: Attribution) -> bool:
    pronoun = hall.people.pronoun(attribution.source[0].of(hall.page.text).lower())
    return pronoun is not None and pronoun.person == 1


def _is_quoted(page: Page, part: Span) -> bool:
    return part.of(page.text)[:1] in _MARKS


_MARKS = frozenset("\"“„«‘'`»")


def _speaker(hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int) -> Speaking:
    attribution = attributions[index]
    if "continued" in attribution.flags and answers:
        return again(_before(attributions, answers, index), _CONTINUED)
    if attribution.source:
        if _is_first_person(hall, attribution):
            return _of_first_person(hall, attributions, answers, index)
        if is_heading(hall, attribution):
            return Speaking(None, "role", confidence=UNKNOWN.confidence)
        labelled = of_label(hall, attributions, index) if "transcript" in attribution.flags else None
        return labelled or of_source(hall, hull(attribution.source))
    if attribution.cue:
        return _of_cue(hall, attribution)
    return _of_bare_quotation(hall, attributions, answers, index)


def _of_first_person(
    hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int
) -> Speaking:
    """For "I said" inside somebody's words: whoever says them; "we" is more than the speaker, and the author nobody."""
    source = attributions[index].source[0]
    around = [
        (part.end - part.start, place)
        for place in range(len(answers))
        for part in attributions[place].content
        if part.contains(source)
    ]
    singular = source.of(hall.page.text).lower() in ("i", "my", "me")
    said = answers[min(around)[1]] if around and singular else UNKNOWN
    person = any(one.id == said.speaker and one.kind == "person" for one in hall.entities)
    return again(said, _CONTINUED) if person else UNKNOWN


def _before(attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int) -> Speaking:
    """The answer for the report that a quotation goes on from: the last one with the source that it presumes."""
    presumed = attributions[index].presumed
    same = (at for at in reversed(range(index)) if presumed in (attributions[at].source, attributions[at].presumed))
    return answers[next(same, index - 1)]


def _of_cue(hall: Hall, attribution: Attribution) -> Speaking:
    """The subject that a verb shares with the one above it: "He left, saying that …"."""
    cue = hall.page.top(hull(attribution.cue))
    while cue is not None and not is_passive(hall.page, cue):
        subject = next((child for child in hall.page.children(cue) if child.dep in SUBJECTS), None)
        if subject is not None:
            quoted = any(part.contains(subject.span) for part in attribution.content)
            found = None if quoted else hall.at(subject)
            return again(answer(hall, *found), _ELIDED) if found else UNKNOWN
        shares = cue.dep in ("advcl", "xcomp", "conj", "acl", "pcomp", "prep", "dobj")
        cue = hall.page.head(cue) if shares and cue.head != cue.index else None
    return UNKNOWN


def _of_bare_quotation(
    hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int
) -> Speaking:
    """The speaker of the quotation before it in the paragraph, or the person whose act the sentence before tells."""
    if not attributions[index].content:
        return UNKNOWN
    content = hull(attributions[index].content)
    paragraph = next((one for one in hall.page.paragraphs if one.overlaps(content)), content)
    for earlier in range(index - 1, -1, -1):
        if attributions[earlier].content and paragraph.overlaps(hull(attributions[earlier].content)):
            return again(answers[earlier], _SAME_PARAGRAPH)
    sentence = hall.page.sentence_at(content.start)
    if sentence == 0:
        return UNKNOWN
    actors = {one.id: one for one in _actors(hall, sentence - 1)}
    if len(actors) != 1:
        return UNKNOWN
    actor = next(iter(actors.values()))
    return Speaking(actor.id, status(hall, actor), confidence=_ACTOR_BEFORE)


def _actors(hall: Hall, sentence: int) -> Iterator[Entity]:
    """The people who are the subject of the sentence's main verb."""
    for token in hall.page.tokens_in(hall.page.sentences[sentence]):
        if token.dep in SUBJECTS and hall.page.head(token).dep == "ROOT":
            found = hall.at(token)
            if found is not None and found[1].kind == "person":
                yield found[1]
