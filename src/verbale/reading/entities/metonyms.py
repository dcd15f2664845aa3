"""What a name of the registry means here: Moscow the city or the government, Georgia the state or the part of one.

"Moscow rejected the text" is the state; "they met in Moscow" is the city. What the name does in the sentence
decides: subject, possessor of a policy, partner of a message; against place, direction and civic possessions.
"""

from collections.abc import Iterable, Sequence

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.page import Page, Token
from verbale.registry import Known, Match, Registry

_SUBJECTS = frozenset({"nsubj", "agent", "dative"})
# What a preposition may hang on before the word that it belongs to: "move … and on Thursday to Vienna".
_LINKING = ("ADP", "CCONJ")
# Verbs whose subject is a place even where it could be a government.
_OF_PLACES = frozenset({"be", "lie", "host", "sit", "have", "see", "wake", "become"})


def stands_for_government(page: Page, people: People, found: Found) -> bool:
    """Whether the name of a seat means those who govern from it, by its part in the sentence."""
    token = page.tokens[found.head]
    head = page.head(token)
    if found.kinds == ("place",) or _is_addressed(page, found):
        return False
    if token.dep in ("nsubj", "conj", "appos") and token.dep != "nsubj":
        return _as_first(page, people, token)
    if token.dep == "nsubj":
        return head.lemma not in _OF_PLACES or any(
            child.dep in ("acomp", "ccomp", "xcomp") for child in page.children(head)
        )
    if token.dep in ("poss", "compound", "nmod", "amod"):
        return _owns_policy(people, token, head)
    if token.dep == "pobj":
        return _is_partner(page, people, head)
    return token.dep in ("dobj", "dative") and head.lemma not in people.motion and head.lemma not in people.civic


def _as_first(page: Page, people: People, token: Token) -> bool:
    """A name joined to another by "and" means what that one's place in the sentence makes of it."""
    first = page.head(token)
    if first.dep == "pobj":
        return _is_partner(page, people, page.head(first))
    return first.dep in _SUBJECTS or first.dep in ("dobj", "conj")


def _is_addressed(page: Page, found: Found) -> bool:
    """Whether a state or region follows after a comma: "Moscow, Russia"."""
    after = page.tokens[found.head + 1 : found.head + 3]
    return (
        len(after) == 2 and after[0].text == "," and after[1].entity == "GPE" and after[1].dep in ("appos", "npadvmod")
    )


def _owns_policy(people: People, token: Token, head: Token) -> bool:
    if head.lemma.lower() in people.civic:
        return False
    return token.dep == "poss" or bool(people.role([head.lemma.lower()])) or token.dep == "amod"


def _is_partner(page: Page, people: People, preposition: Token) -> bool:
    """Whether the preposition leads to a partner ("with Moscow", "a letter to Moscow") and not to a place."""
    word = preposition.lemma.lower()
    before = next((one for one in page.ancestors(preposition) if one.pos not in _LINKING), page.head(preposition))
    if word in people.carrying_prepositions:
        return before.lemma.lower() not in people.motion and before.pos != "ADV"
    if word == "of":
        return before.lemma.lower() not in people.civic
    return word not in people.place_prepositions


def told_apart(page: Page, registry: Registry, people: People, found: Found, rows: Sequence[Known]) -> Known | None:
    """Which of several of one name is meant, by the sentence and else by the page; None where neither tells."""
    token = page.tokens[found.head]
    sentence = [one for one in page.tokens if one.sentence == token.sentence and one.index != token.index]
    everywhere = [one for one in page.tokens if one.text != token.text]
    for tokens in (sentence, everywhere):
        marks = {one.text for one in tokens} | {one.lemma.lower() for one in tokens}
        text = " ".join(one.text for one in tokens)
        points = {row.id: _points(registry, people, row, marks, text) for row in rows}
        best = sorted(rows, key=lambda row: -points[row.id])
        if points[best[0].id] > points[best[1].id]:
            return best[0]
    return None


def _points(registry: Registry, people: People, row: Known, marks: set[str], text: str) -> int:
    """How much near the name speaks for this reading: its own places and other names first, then the sort of words."""
    names = {row.name, *row.aliases, *row.seats, *row.cities}
    own = sum(name in marks or (" " in name and name in text) for name in names)
    called = len(marks & set(row.heads))
    sort = people.sovereign if row.kind == "state" else people.federal
    company = sum(_is_company(row, match.known) for mark in marks for match in registry.look_up(mark))
    return 4 * own + 4 * called + len(marks & sort) + min(company, 2)


def _is_company(row: Known, other: Known) -> bool:
    """Whether the other is named beside things of the row's sort: states beside states, parts beside parts."""
    if row.kind != other.kind or row.id == other.id:
        return False
    return row.kind == "state" or row.country == other.country


def by_use(matches: Iterable[Match], use: str) -> list[Known]:
    """The rows that the name may mean in that use."""
    return [match.known for match in matches if match.use == use]
