"""The cast of an article: its parties in the making, and who each mention is."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from sys import maxsize
from typing import NamedTuple
from unicodedata import category

import numpy as np

from verbale.encoding.pairs import Vectors
from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.page import Page, Token
from verbale.reading.scores import States
from verbale.registry import City, Known, Registry
from verbale.spans import Span


class Trait(NamedTuple):
    """What a title or description says of somebody: "Norland's chief negotiator"."""

    role: str
    """The whole role: `foreign minister`."""
    head: str
    """The noun by which the text may come back to it: `minister`; of words that differ in sex only one form."""
    details: frozenset[str]
    """The words that tell this holder from another: `foreign`, `norland`."""
    countries: frozenset[str]
    """ISO codes of the states named in it."""


@dataclass(eq=False)
class Party:
    """Somebody or something, with all that the text has told so far. Changed while the text is read."""

    kind: str
    """Empty as long as nothing tells it."""
    known: Known | None = None
    spelling: tuple[str, ...] = ()
    """The words of the fullest name."""
    gender: str = ""
    number: str = "singular"
    country: str | None = None
    traits: list[Trait] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    """Indices of its mentions, in the order in which they were told to be its own."""
    evidence: list[Span] = field(default_factory=list)
    """Sentences that say who it is, beside the first mention's."""
    members: tuple["Party", ...] = ()
    city: City | None = None
    """Of a place: which town it is."""


@dataclass(eq=False)
class Cast:
    """All parties of a page, and the party of each mention that has one."""

    page: Page
    registry: Registry
    people: People
    mentions: Sequence[Found]
    states: States = field(default_factory=States)
    """What the encoder made of the page; nothing where it wasn't asked."""
    parties: list[Party] = field(default_factory=list)
    home: dict[int, Party] = field(default_factory=dict)
    """The party of a mention, by the mention's index."""
    by_word: dict[str, list[Party]] = field(default_factory=dict)
    """The parties by which a description with that head noun may be meant."""
    keys: dict[tuple[str, str], Party] = field(default_factory=dict)
    """The parties that a key finds again: a row of the registry, a place, a people."""
    open: dict[int, list[Party]] = field(default_factory=dict)
    """Those who may be meant by a bare name that several bear, by the mention's index."""
    owner: dict[int, int] = field(default_factory=dict)
    """The mention that a token belongs to: of nested ones the smallest, by indices."""
    headed: dict[int, int] = field(default_factory=dict)
    """The mention whose main token it is, by indices."""

    spellings: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """What `spelling` has given."""
    told: list[int] = field(default_factory=list)
    """For each sentence, how many before it are not wholly quoted."""

    def __post_init__(self) -> None:
        quoted = dict[int, bool]()
        for index, found in enumerate(self.mentions):
            sentence = self.sentence(index)
            quoted[sentence] = found.quoted and quoted.get(sentence, True)
        self.told = list(accumulate((not quoted.get(one, False) for one in range(len(self.page.sentences))), initial=0))
        for index, found in enumerate(self.mentions):
            if found.parts:
                continue
            self.headed[found.head] = index
            for token in self.page.tokens_in(found.span):
                self.owner[token.index] = index

    def new(self, kind: str, **given: object) -> Party:
        """A new party."""
        party = Party(kind, **given)  # type: ignore[arg-type]
        self.parties.append(party)
        return party

    def named(self, key: tuple[str, str], kind: str, **given: object) -> Party:
        """The party with the key, made where there is none."""
        if key not in self.keys:
            self.keys[key] = self.new(kind, **given)
        return self.keys[key]

    def together(self, members: tuple[Party, ...]) -> Party:
        """The group of these, made where there is none."""
        key = ("joint", " ".join(sorted(str(id(one)) for one in members)))
        return self.named(key, "group", members=members, number="plural")

    def join(self, index: int, party: Party) -> None:
        """The mention is the party's."""
        found = self.mentions[index]
        self.home[index] = party
        party.mentions.append(index)
        party.gender = party.gender or found.gender
        if found.form != "pronoun" and found.role:
            self.describe(party, trait_of(self, found))

    def describe(self, party: Party, trait: Trait) -> None:
        """The party is so described: it may be meant by the trait's noun, and by wider ones."""
        polite = trait.head in self.people.honorifics and trait.head not in self.people.kin
        if trait in party.traits or polite:
            return
        party.traits.append(trait)
        party.country = party.country or next(iter(sorted(trait.countries)), None)
        party.gender = party.gender or self.people.gender(trait.role.split())
        for word in (trait.head, *self.people.called(trait.role), *self.people.called(trait.head)):
            self.call(party, word)

    def call(self, party: Party, word: str) -> None:
        """The party may be meant by a description with this head noun."""
        parties = self.by_word.setdefault(word, [])
        if party not in parties:
            parties.append(party)

    def merge(self, kept: Party, other: Party) -> None:
        """The two are one."""
        if kept is other:
            return
        for index in other.mentions:
            self.home[index] = kept
        kept.mentions.extend(other.mentions)
        for trait in other.traits:
            self.describe(kept, trait)
        kept.gender, kept.country = kept.gender or other.gender, kept.country or other.country
        kept.kind, kept.known = kept.kind or other.kind, kept.known or other.known
        self.forget(other)

    def drop(self, party: Party) -> None:
        """The party is nobody: its mentions are open."""
        for index in party.mentions:
            del self.home[index]
        self.forget(party)

    def forget(self, party: Party) -> None:
        """The party is no more."""
        self.parties.remove(party)
        for parties in self.by_word.values():
            if party in parties:
                parties.remove(party)

    def spelling(self, index: int) -> tuple[str, ...]:
        """The words of a name in small letters, without points and invisible characters."""
        if index not in self.spellings:
            self.spellings[index] = _spelling(self.mentions[index].span.of(self.page.text))
        return self.spellings[index]

    def token(self, index: int) -> Token:
        """The main token of a mention."""
        return self.page.tokens[self.mentions[index].head]

    def states_of(self, tokens: Sequence[int]) -> Vectors:
        """What the encoder made of the tokens with these indices. *Returns:* (tokens, width)."""
        starts = [self.page.tokens[one].span.start for one in tokens]
        units = np.searchsorted(self.states.spans[:, 0], starts, side="right") - 1
        return self.states.middle[np.maximum(units, 0)]

    def sentence(self, index: int) -> int:
        """The sentence of a mention."""
        return self.token(index).sentence

    def acts(self, token: Token) -> bool:
        """Whether the token is a verb's subject, an agent after "by", or the source in "according to"."""
        if token.dep == "pobj":
            preposition = self.page.head(token)
            return preposition.dep == "agent" or self.page.head(preposition).lemma == "accord"
        return token.dep in ("nsubj", "nsubjpass")

    def distance(self, earlier: Token, later: Token) -> int:
        """Sentences from one token to the other; a quotation between them is not counted."""
        if earlier.sentence == later.sentence:
            return 0
        return 1 + self.told[later.sentence] - self.told[earlier.sentence + 1]

    def paragraph(self, token: Token) -> int:
        """The number of the paragraph that the token stands in."""
        return bisect_right(self.page.paragraphs, (token.span.start, maxsize))

    def party_of_token(self, token: Token) -> Party | None:
        """The party of the mention that the token heads, or else belongs to."""
        index = self.headed.get(token.index, self.owner.get(token.index))
        return None if index is None else self.home.get(index)


def _spelling(text: str) -> tuple[str, ...]:
    plain = "".join(letter for letter in text if letter not in ".," and category(letter) != "Cf")
    words = plain.replace("’", "'").lower().split()
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def trait_of(cast: Cast, found: Found) -> Trait:
    """What the mention's title (of a name) or its own words (of a description) say."""
    span = found.title if found.form == "name" and found.title else found.span
    tokens = cast.page.tokens_in(span)
    return make_trait(cast, found.role, tokens)


def make_trait(cast: Cast, role: str, tokens: Iterable[Token]) -> Trait:
    """The trait of a role told by these words."""
    people = cast.people
    plain = people.plain_role(role)
    head = plain if plain in people.undivided else plain.split()[-1] if plain else ""
    told = set(role.split()) | {head}
    details, countries = set(), set()
    for token in tokens:
        party = cast.party_of_token(token)
        if party is not None and party.known is not None and party.known.country:
            countries.add(party.known.country)
        word = token.lemma.lower()
        if word not in told or (word in role.split()[:-1] and plain not in people.undivided):
            details.add(word)
    kept = {word for word in details if word.isalpha() and len(word) > 2 and word not in people.plain_words}
    return Trait(role, head, frozenset(kept - _EMPTY - {head}), frozenset(countries))


_EMPTY = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "those",
        "both",
        "his",
        "her",
        "its",
        "their",
        "our",
        "your",
        "for",
        "and",
        "all",
        "of",
        "from",
    }
)
