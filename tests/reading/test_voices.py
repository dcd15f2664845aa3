"""Whom "I", "we" and "you" mean in quotations."""

import pytest

from tests.records import person, span
from verbale.lexicon.people import load_people
from verbale.reading.drafts import Attribution, Found, Speaking
from verbale.reading.voices import hear
from verbale.record import Entity

TEXT = (
    "Hoxha of Norland told Sole: “I think we see you.” Sole said: “She told me ‘I won’t’.” “We wait,” a paper said. "
    "I wrote this."
)
NORLAND = person(TEXT, "Norland", "e1", kind="state")
HOXHA = person(TEXT, "Hoxha", "e2", represents="e1")
SOLE = person(TEXT, "Sole", "e3")
PAPER = person(TEXT, "a paper", "e4", kind="outlet")


def pronoun(word: str, context: str, *, quoted: bool = True) -> Found:
    around = span(TEXT, context)
    inside = span(context, word)
    place = type(around)(around.start + inside.start, around.start + inside.end)
    return Found(place, "pronoun", 0, role=word.lower(), quoted=quoted)


def said(words: str, speaker: str | None, addressee: str | None = None) -> tuple[Attribution, Speaking]:
    attribution = Attribution(source=(), cue=(), content=(span(TEXT, words),), confidence=1)
    return attribution, Speaking(speaker, "named", addressee=addressee)


FIRST = said("“I think we see you.”", "e2", "e3")
SECOND = said("“She told me ‘I won’t’.”", "e3")
NESTED = said("‘I won’t’", "e2")
THIRD = said("“We wait,”", "e4")


def heard(found: Found, *told: tuple[Attribution, Speaking]) -> list[str]:
    """The entities that have the pronoun among their mentions afterwards."""
    entities: tuple[Entity, ...] = (NORLAND, HOXHA, SOLE, PAPER)
    after = hear([found], told, entities, load_people())
    return [one.id for one in after if found.span in [mention.span for mention in one.mentions]]


@pytest.mark.parametrize(
    ("word", "context", "told", "entity"),
    [
        ("I", "I think", (FIRST,), ["e2"]),
        ("we", "we see", (FIRST,), ["e1"]),
        ("you", "see you", (FIRST,), ["e3"]),
        ("me", "told me", (SECOND, NESTED), ["e3"]),
        ("I", "‘I won’t", (SECOND, NESTED), ["e2"]),
        ("We", "“We wait", (THIRD,), ["e4"]),
    ],
)
def test_a_quotation_tells_who_is_meant(
    word: str, context: str, told: tuple[tuple[Attribution, Speaking], ...], entity: list[str]
) -> None:
    assert heard(pronoun(word, context), *told) == entity


def test_nobody_is_meant_where_the_speaker_is_unknown() -> None:
    assert heard(pronoun("I", "I think"), said("“I think we see you.”", None)) == []


def test_an_expert_speaks_for_no_party() -> None:
    assert heard(pronoun("we", "we see"), said("“I think we see you.”", "e3")) == []


def test_a_body_is_no_i() -> None:
    assert heard(pronoun("I", "I think"), said("“I think we see you.”", "e4")) == []


def test_the_author_is_not_in_the_record() -> None:
    assert heard(pronoun("I", "I wrote", quoted=False), said("I wrote this", "e2")) == []


def test_mentions_stay_in_the_order_of_the_text() -> None:
    late, early = pronoun("me", "told me"), pronoun("I", "I think")
    (one,) = hear([late, early], [said("“I think we see you.”", "e2"), said("told me", "e2")], [HOXHA], load_people())

    starts = [mention.start for mention in one.mentions]
    assert starts == sorted(starts)
    assert len(starts) == 3
