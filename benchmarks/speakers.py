"""Are speakers right? Gold attributions of PolNeAR, and for whose they are CoreNLP's automatic chains.

The chains are silver: on the development articles some sources have a chain that a person would
not draw, so the share of wrong speakers here is an upper bound. A source counts where its own words or its
chain hold a name: then the article names the speaker, and the answer is right (it shares a word of a name
with the chain), wrong, or null.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.lexicon.people import People
from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.entities import find_entities
from verbale.reading.mentions import find_mentions
from verbale.reading.offices import find_offices
from verbale.reading.page import Page
from verbale.reading.speakers import find_speakers
from verbale.record import Entity
from verbale.registry import Registry
from verbale.spans import Span, hull

Row = Mapping[str, Any]
# A name in a chain is a short mention; long ones hold other people's names.
_SHORT = 5
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


@dataclass(frozen=True, slots=True)
class Judged:
    """One attribution: its source, what was expected and what was answered."""

    article: str
    source: str
    sort: str
    """How the source speaks of the speaker: name, pronoun or nominal."""
    expected: frozenset[str]
    """Last words of the names in the source's chain, in small letters."""
    answer: Speaking
    names: tuple[str, ...]
    verdict: str
    """right, wrong, or null: no speaker, or one that has a description only."""


def score_speakers(
    gold: Iterable[Row],
    silver: Mapping[str, Row],
    page_of: Callable[[Row], Page],
    *,
    registry: Registry,
    people: People,
) -> dict[str, Any]:
    """Shares of right, wrong and null speakers, over all sources that the article names and by sort of source."""
    judged = [
        one for row in gold for one in judge(row, silver[row["id"]], page_of(row), registry=registry, people=people)
    ]
    sorts = {
        "all": judged,
        **{sort: [one for one in judged if one.sort == sort] for sort in ("name", "pronoun", "nominal")},
    }
    return {sort: _shares(ones) for sort, ones in sorts.items()}


def _shares(judged: Sequence[Judged]) -> dict[str, float]:
    verdicts = Counter(one.verdict for one in judged)
    total = max(1, len(judged))
    return {
        "sources": len(judged),
        **{name: round(verdicts[name] / total, 4) for name in ("right", "wrong", "null")},
    }


def judge(row: Row, silver: Row, page: Page, *, registry: Registry, people: People) -> Iterator[Judged]:
    """Each attribution of one article whose source the article names."""
    attributions = [_attribution(one) for one in row["attributions"]]
    mentions = find_mentions(page, registry, people)
    entities = find_offices(page, mentions, find_entities(page, mentions, registry, people), people)
    by_id = {entity.id: entity for entity in entities}
    answers = find_speakers(page, attributions, entities, people)
    common = frozenset(word for group in people.roles for word in group.words) | people.documents | people.organisations
    for attribution, answer in zip(attributions, answers, strict=True):
        if not attribution.source:
            continue
        source = hull(attribution.source)
        sort, names_told = _expected(silver, source)
        expected = names_told - common
        if expected:
            joint = answer.candidates if answer.status == "named" else ()
            names = tuple(name for one in (answer.speaker, *joint) for name in _names(page, by_id, one))
            verdict = "null" if not names else "right" if _shares_word(names, expected) else "wrong"
            yield Judged(row["id"], source.of(page.text), sort, expected, answer, names, verdict)


def _attribution(row: Row) -> Attribution:
    source, cue, content = (tuple(Span(*span) for span in row[part]) for part in ("source", "cue", "content"))
    return Attribution(source, cue, content, confidence=1.0)


def _names(page: Page, by_id: Mapping[str, Entity], speaker: str | None) -> Iterator[str]:
    """The names of the entity and, for a group, of its members."""
    if speaker is None:
        return
    entity = by_id[speaker]
    yield from (mention.span.of(page.text) for mention in entity.mentions if mention.form == "name")
    for member in entity.members:
        yield from _names(page, by_id, member)


def _shares_word(names: Sequence[str], expected: frozenset[str]) -> bool:
    return bool({word for name in names for word in _plain(name).split()} & expected)


def _plain(name: str) -> str:
    return name.lower().replace("’s", "").replace("'s", "").replace(".", "").replace(",", "")


def _expected(silver: Row, source: Span) -> tuple[str, frozenset[str]]:
    """How the source speaks of the speaker, and the names in its chain or its own words."""
    tokens = silver["tokens"]
    inside = [index for index, token in enumerate(tokens) if token[0] < source.end and token[1] > source.start]
    if not inside:
        return "name", frozenset()
    chain = _chain(silver["coref"], inside)
    names = {
        name
        for first, last in chain
        if (name := _name(tokens[first:last])) and not set(range(first, last)) <= set(inside)
    }
    top = next((index for index in inside if tokens[index][5] not in inside), inside[-1])
    if tokens[top][2].startswith("NNP"):
        return "name", frozenset(names | {_name(tokens[inside[0] : top + 1][-_SHORT:])} - {""})
    return ("pronoun" if tokens[top][2] in ("PRP", "PRP$", "WP") else "nominal"), frozenset(names)


def _chain(chains: Iterable[Sequence[Sequence[int]]], inside: Sequence[int]) -> Sequence[Sequence[int]]:
    """The chain of the longest mention inside the source, or none."""
    best: tuple[int, Sequence[Sequence[int]]] = (0, ())
    for chain in chains:
        for first, last in chain:
            if first >= inside[0] and last - 1 <= inside[-1] and last - first > best[0]:
                best = (last - first, chain)
    return best[1]


def _name(tokens: Sequence[Sequence[Any]]) -> str:
    """The last word of a short mention that is a name; empty for any other."""
    words = [_plain(token[3]) for token in tokens if token[2].startswith("NNP")]
    words = [word for word in words if word not in _SUFFIXES]
    return words[-1] if 0 < len(tokens) <= _SHORT + 1 and tokens[-1][2] in ("NNP", "NNPS", "POS") and words else ""
