"""Which papers are the same: "a draft treaty … the draft … the document" is one paper.

By the head noun, the words before it, the number and the article, and by the entities where those know better. A
paper that is new ("a draft treaty") begins a chain, unless it has the very name or description of an earlier one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.lexicon.documents import Documents
from verbale.reading.documents.papers import Paper
from verbale.reading.named import Named
from verbale.record import Entity

# Sentences back in which a bare "the document" or "the text" looks for its paper. Not swept: news tells a paper
# again within the paragraph or the next.
_NEAR = 6
_IDLE = frozenset(
    {
        "proposed",
        "new",
        "same",
        "said",
        "whole",
        "entire",
        "full",
        "two",
        "three",
        "both",
        "published",
        "signed",
        "such",
        "that",
        "this",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "latest",
        "current",
        "recent",
        "planned",
        "final",
        "lasting",
        "significant",
        "historic",
        "monumental",
        "important",
        "landmark",
        "reported",
        "alleged",
    }
)
"""Words that tell no paper from another."""


@dataclass
class Chain:
    """Papers of the text that are one, in its order."""

    papers: list[Paper] = field(default_factory=list)
    entity: Entity | None = None

    @property
    def nouns(self) -> frozenset[str]:
        """By which nouns it went so far."""
        return frozenset(paper.noun for paper in self.papers)

    @property
    def words(self) -> frozenset[str]:
        """What was said before those nouns."""
        return frozenset[str]().union(*(paper.words for paper in self.papers)) - _IDLE

    @property
    def plural(self) -> bool:
        """Whether several papers are told as one."""
        return self.papers[0].plural


def chain(papers: Sequence[Paper], named: Named, words: Documents) -> tuple[Chain, ...]:
    """The papers, each in its chain, in the order of their first mentions."""
    chains: list[Chain] = []
    for paper in papers:
        entity = _entity(paper, named)
        homes = [one for one in reversed(chains) if _is_of(paper, entity, one, words)]
        home = next((one for one in homes if paper.noun in one.nouns), next(iter(homes), None))
        if home is None:
            home = Chain()
            chains.append(home)
        home.papers.append(paper)
        home.entity = home.entity or entity
    return tuple(chains)


def _entity(paper: Paper, named: Named) -> Entity | None:
    found = named.referents.of(paper.head)
    return found if found is not None and found.kind == "document" else None


def _is_of(paper: Paper, entity: Entity | None, home: Chain, words: Documents) -> bool:
    if paper.unreal:
        return False
    if entity is not None and entity is home.entity:
        return paper.plural == home.plural
    return _may_be(paper, home, words) and _same_words(paper, home)


def _may_be(paper: Paper, home: Chain, words: Documents) -> bool:
    """Whether number, noun and distance allow it."""
    if paper.plural != home.plural:
        return False
    if any(words.may_be_same(paper.noun, noun) for noun in home.nouns):
        return True
    far = paper.head.sentence - home.papers[-1].head.sentence
    general = paper.noun in words.general or (paper.noun == "draft" and "draft" in home.words)
    return paper.definite and general and not paper.words - _IDLE and far <= _NEAR


def _same_words(paper: Paper, home: Chain) -> bool:
    """Whether nothing said around the nouns tells them apart; a new paper needs the very words."""
    own, others = paper.words - _IDLE, home.words
    about = [one.about for one in home.papers if one.about]
    names = [one for one in home.papers if one.named]
    if paper.about and about and not any(_overlaps(paper, one, close=bool(names)) for one in about):
        return False
    if paper.named and names:
        return any(_has_same_name(paper, one) for one in names)
    if paper.named:
        return bool(others) and others <= own
    if not paper.definite and not paper.named:
        return bool(own) and any(own == one.words - _IDLE for one in home.papers)
    return not own or own <= others or others <= own


def _overlaps(paper: Paper, about: frozenset[str], *, close: bool) -> bool:
    """Whether what stands behind the two nouns may be the same; of names one has to hold the other's words."""
    own = paper.about
    return own <= about or about <= own if close and paper.named else bool(own & about)


def _has_same_name(paper: Paper, other: Paper) -> bool:
    """Whether one name's words are the other's, or among them."""
    own, others = paper.words | paper.about | {paper.noun}, other.words | other.about | {other.noun}
    return own <= others or others <= own
