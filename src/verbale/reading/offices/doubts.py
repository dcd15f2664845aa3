"""Which offices cannot be as the article says: somebody else is known to hold it, or the person another.

A wrong doubt is worse than a missed one. So it is raised only against an office that one person holds at a time,
at a body that the registry has, said of the article's own days; and only where the registry is sure of that day,
not where a term has just begun or ended or its end is unknown, and not where the two names may be spellings of one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from verbale.lexicon.offices import OfficeKind, Offices
from verbale.reading.offices.told import Held
from verbale.reading.page import Page, Token
from verbale.record import Doubt, Entity, Time
from verbale.registry import Registry, Term
from verbale.registry.likeness import may_be_one

# How long before its publication an article still tells of its own days: press reviews and weeklies tell of last month.
# An estimate, not measured.
_OWN_DAYS = timedelta(days=60)
_NEARBY = 3
"""Words before a title that may change what it says: "the country's ousted president"."""
_SOURCES = 3
"""Sources named in a reference."""


@dataclass(frozen=True)
class Facts:
    """What offices are held against, and the days that the article tells of."""

    registry: Registry
    words: Offices
    times: Sequence[Time]
    published: date | None


class Claim(NamedTuple):
    """An office that only one person holds at a time, given to somebody as held on a day."""

    person: Entity
    number: int
    """Which of the person's offices it is."""
    kind: OfficeKind
    body: Entity
    day: date


Told = Mapping[str, Sequence[Held]]


def doubted(page: Page, entities: Sequence[Entity], told: Told, facts: Facts) -> dict[str, tuple[Held, ...]]:
    """The same offices, the doubtful ones with the reason and the reference."""
    out = {id_: list(held) for id_, held in told.items()}
    claims = list(_claims(page, entities, told, facts)) if facts.published is not None else []
    doubts = {(one.person.id, one.number): doubt for one in claims if (doubt := _by_registry(facts.registry, one))}
    for one, doubt in _by_article(page, claims, told, facts):
        doubts.setdefault((one.person.id, one.number), doubt)
    for (id_, index), doubt in doubts.items():
        held = out[id_][index]
        out[id_][index] = held._replace(office=held.office.model_copy(update={"doubt": doubt}))
    return {id_: tuple(held) for id_, held in out.items()}


def _claims(page: Page, entities: Sequence[Entity], told: Told, facts: Facts) -> Iterator[Claim]:
    by_id = {entity.id: entity for entity in entities}
    for id_, offices in told.items():
        for index, held in enumerate(offices):
            body = by_id.get(held.office.organisation or "")
            if body is None or not held.now or len(by_id[id_].name.split()) < 2:
                continue
            kind = _kind(page, facts.words, held, body)
            day = _day(page, facts, held) if kind else None
            if kind is not None and day is not None:
                yield Claim(by_id[id_], index, kind, body, day)


def _kind(page: Page, words: Offices, held: Held, body: Entity) -> OfficeKind | None:
    """The office as one that only one person holds at a time; None where a word near it makes it another."""
    tokens = page.tokens_in(held.told)
    before = page.tokens[max(0, tokens[0].index - _NEARBY) : tokens[0].index]
    nearby = {token.lower for token in (*before, *tokens) if token.sentence == tokens[0].sentence}
    if nearby & words.another:
        return None
    return words.kind(held.office.title, body.registry_id or "", "state" if body.kind == "state" else "organisation")


def _day(page: Page, facts: Facts, held: Held) -> date | None:
    """The day for which the office is said, if that is one of the article's own days; None where it looks back."""
    token = page.tokens[held.head]
    days = [day for time in facts.times if time.last_day and (day := _own_day(page, facts, time, token.sentence))]
    told = [time for time in facts.times if _stands_in(page, time, token.sentence)]
    if any(time.last_day and time.last_day < _earliest(facts) for time in told):
        return None
    if days:
        return days[0]
    looks_back = any(one.lower in facts.words.looking_back for one in page.tokens_in(page.sentences[token.sentence]))
    if looks_back or _earlier_in_paragraph(page, facts, token) or not _speaks(page, facts.words, token):
        return None
    return facts.published


def _earliest(facts: Facts) -> date:
    assert facts.published is not None  # noqa: S101 an article without a day makes no claims
    return facts.published - _OWN_DAYS


def _own_day(page: Page, facts: Facts, time: Time, sentence: int) -> date | None:
    """The last day of a time in the sentence that is one of the article's own days, and not one to come."""
    if not _stands_in(page, time, sentence) or time.last_day is None or facts.published is None:
        return None
    precise = time.precision in ("minute", "day", "week")
    return time.last_day if precise and _earliest(facts) <= time.last_day <= facts.published else None


def _stands_in(page: Page, time: Time, sentence: int) -> bool:
    return page.sentences[sentence].start <= time.start < page.sentences[sentence].end


def _earlier_in_paragraph(page: Page, facts: Facts, token: Token) -> bool:
    """Whether the last time before it in its paragraph lies before the article's own days."""
    start = max((one.start for one in page.paragraphs if one.start <= token.span.start), default=0)
    before = [time for time in facts.times if start <= time.start < token.span.start and time.last_day]
    return bool(before) and (before[-1].last_day or date.max) < _earliest(facts)


def _speaks(page: Page, words: Offices, token: Token) -> bool:
    """Whether the person says or does something in the sentence as news tell it, or is the source in "according to"."""
    top = next((one for one in page.ancestors(token) if one.dep != "appos" and one.pos != "PROPN"), None)
    if token.dep == "appos":
        token = page.head(token)
    if token.dep in ("nsubj", "pobj") and top is not None and top.lemma.lower() in words.saying | {"to", "by", "with"}:
        had = any(one.lemma == "have" and one.tag == "VBD" for one in page.children(top) if one.dep == "aux")
        return not had and (top.pos == "ADP" or top.tag in ("VBD", "VBZ", "VBP"))
    return False


def _by_registry(registry: Registry, claim: Claim) -> Doubt | None:
    """Why the registry says otherwise; None where it doesn't, or isn't sure."""
    body, name = claim.body.registry_id, claim.person.name
    if body is None:
        return None
    terms = registry.holders(body, claim.kind.kind)
    own = [one for one in terms if any(may_be_one(name, other) for other in (one.person, *one.aliases))]
    if any(one.possibly(claim.day) for one in own):
        return None
    holder = _holder(terms, claim.day)
    elsewhere = None if holder else _elsewhere(registry, claim)
    against = holder or elsewhere
    if against is None:
        return None
    return Doubt(reason=_reason(registry, claim, own, against), reference=_reference(against, *own[:1]))


def _holder(terms: Iterable[Term], day: date) -> Term | None:
    """The one person who surely held the office that day."""
    sure = [one for one in terms if one.surely(day)]
    return sure[0] if sure and all(may_be_one(sure[0].person, one.person) for one in sure) else None


def _elsewhere(registry: Registry, claim: Claim) -> Term | None:
    """The office of another body, of the kind that leaves no room for this one, which the person surely held.

    Only where all whom the registry has under that name are one person.
    """
    terms = registry.held_by(claim.person.name)
    if not claim.kind.whole or len({one.key for one in terms if one.key.startswith("Q")}) > 1:
        return None
    sure = [one for one in terms if one.office and one.body != claim.body.registry_id and one.surely(claim.day)]
    return min(sure, key=lambda one: (one.last == "", one.first), default=None)


def _reason(registry: Registry, claim: Claim, own: Sequence[Term], against: Term) -> str:
    office, when = f"{claim.kind.kind} of {_whose(claim.body.name)}", f"on {claim.day.isoformat()}"
    was = f"{claim.person.name} was {office} {_spells(own)}; {when}" if own else f"On {when.removeprefix('on ')}"
    if (against.office, against.body) == (claim.kind.kind, claim.body.registry_id):
        return f"{was} {against.person} was {office if not own else 'that'}, {against.words}."
    body = registry.get(against.body)
    of = f" of {_whose(body.name)}" if body is not None and body.name not in against.title else ""
    return f"{was} {against.person} was {against.title}{of}, {against.words}."


def _whose(name: str) -> str:
    """The body's name as it stands after "of": "the European Parliament", "NATO", "Norland"."""
    return f"the {name}" if name.split()[0] in ("European", "United", "International", "World", "Council") else name


def _spells(terms: Sequence[Term]) -> str:
    return " and ".join(dict.fromkeys(one.words for one in terms))


def _reference(*terms: Term) -> str:
    sources = list(dict.fromkeys(source for one in terms for source in one.sources))
    return f"the registry of offices, after {'; '.join(sources[:_SOURCES])}"


def _by_article(page: Page, claims: Sequence[Claim], told: Told, facts: Facts) -> Iterator[tuple[Claim, Doubt]]:
    """Two people in one office on the article's own days, or one person in two that leave no room for each other."""
    for one, other in combinations(claims, 2):
        if _confirmed(facts.registry, one) or _confirmed(facts.registry, other):
            continue
        if one.person is other.person:
            clash = one.body is not other.body and one.kind.whole and other.kind.whole
        else:
            clash = one.body is other.body and one.kind.kind == other.kind.kind and _are_two(one.person, other.person)
        if clash and not _changes_hands(page, facts.words, one, other, told):
            yield one, _against(page, one, other, told)
            yield other, _against(page, other, one, told)


def _are_two(one: Entity, other: Entity) -> bool:
    return not may_be_one(one.name, other.name)


def _confirmed(registry: Registry, claim: Claim) -> bool:
    """Whether the registry has the person in that office, or may have, that day."""
    terms = registry.holders(claim.body.registry_id or "", claim.kind.kind)
    return any(one.possibly(claim.day) and may_be_one(one.person, claim.person.name) for one in terms)


def _changes_hands(page: Page, words: Offices, one: Claim, other: Claim, told: Told) -> bool:
    """Whether the sentences that say the two offices, or those beside them, tell of a change."""
    for claim in (one, other):
        sentence = page.tokens[told[claim.person.id][claim.number].head].sentence
        near = [token for token in page.tokens if abs(token.sentence - sentence) <= 1]
        if any(token.lemma.lower() in words.handover for token in near):
            return True
    return False


def _against(page: Page, claim: Claim, other: Claim, told: Told) -> Doubt:
    sentence = page.sentences[page.tokens[told[other.person.id][other.number].head].sentence]
    said = " ".join(sentence.of(page.text).split())
    if claim.person is other.person:
        reason = f"The article also gives {claim.person.name} the office of {other.kind.kind} of {other.body.name}."
    else:
        reason = f"The article also calls {other.person.name} {other.kind.kind} of {other.body.name}."
    return Doubt(reason=reason, reference=f"the article: “{said}”")
