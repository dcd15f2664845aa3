"""Whose a paper is and between whom: by its possessors, the phrases behind it and what is done to it.

"Norland's draft", "a proposal by Norland", "Norland tabled …": authors. "The agreement between Norland and Sudria",
"Norland signed a treaty with Sudria", "the Norland-Sudria accord": parties.
"""

from collections.abc import Iterable, Iterator

from verbale.lexicon.documents import Documents
from verbale.reading.documents.fates import Fate
from verbale.reading.documents.papers import Paper
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.record import Entity
from verbale.spans import Span, hull

_JOINT = ("between", "among")
_FROM = ("by", "from")
_MUTUAL = frozenset({"treaty", "agreement", "protocol", "convention"})
"""Kinds of papers that whoever is named before them has together: "the Norland-Sudria accord"."""


def authors_of(page: Page, paper: Paper, fates: Iterable[Fate], named: Named) -> tuple[str, ...]:
    """Entity ids of who wrote, tabled or published it, as this sentence tells."""
    adopting = ("agreed",) if paper.kind == "resolution" else ()
    writing = [fate for fate in fates if fate.event.author or fate.event.status in adopting]
    doers = [fate.doer for fate in writing if fate.doer is not None]
    before = () if paper.kind in _MUTUAL else _before(page, paper, named)
    behind = [one for prep in _behind(page, paper.head) if prep.lower in _FROM for one in _named_in(page, prep, named)]
    return named.parties([*named.acting(doers), *before, *behind], people=True)


def parties_of(page: Page, paper: Paper, fates: tuple[Fate, ...], named: Named, words: Documents) -> tuple[str, ...]:
    """Entity ids between whom it is, or is to be, as this sentence tells."""
    preps = [*_behind(page, paper.head, fates)]
    between = [one for prep in preps if prep.lower in _JOINT for one in _named_in(page, prep, named)]
    others = [one for prep in preps if prep.lower == "with" for one in _named_in(page, prep, named)]
    before = [*_before(page, paper, named)] if paper.kind in (*_MUTUAL, "draft") else []
    doing = [fate for fate in fates if _binds(fate, words) or (others and _joins(fate, words))]
    doers = named.acting(fate.doer for fate in doing if fate.doer is not None)
    own = before if others or paper.kind in _MUTUAL else []
    found = named.parties([*own, *between, *doers, *others])
    return tuple(dict.fromkeys(_state_of(id_, named, words) for id_ in found))


def _joins(fate: Fate, words: Documents) -> bool:
    """Whether who does it is the other side of whomever the paper is with: "refused to sign a treaty with Sudria"."""
    return fate.event.author or (fate.event.party and fate.verb.lemma not in words.helping)


def _state_of(id_: str, named: Named, words: Documents) -> str:
    """The state for which a ministry or government acts; the body itself where it is none, or no state is named."""
    body = named.referents.by_id[id_]
    acts = body.kind == "organisation" and body.country and words.organs & {*body.name.lower().split()}
    states = (one.id for one in named.entities if one.kind == "state" and one.country == body.country)
    return next(states, id_) if acts else id_


def _binds(fate: Fate, words: Documents) -> bool:
    """Whether who does it is a party to the paper."""
    return fate.event.party and fate.real and fate.verb.lemma not in words.helping


def _behind(page: Page, head: Token, fates: Iterable[Fate] = ()) -> Iterator[Token]:
    """Prepositions behind the paper that are its own, or those of what is done to it: "one with Norland"."""
    end = page.sentences[head.sentence].end
    near = page.tokens_in(Span(head.span.end, end)) if end > head.span.end else ()
    ones = [one for one in near if one.lower == "one" and one.dep in ("appos", "conj", "dobj", "npadvmod", "dep")]
    over = [head, *ones, *(fate.verb for fate in fates if fate.event.party or fate.event.author)]
    for place, token in enumerate(over):
        own = place == 0
        for child in page.children(token):
            if child.dep == "prep" and child.index > token.index and (own or child.lower in ("with", *_JOINT)):
                yield from _joined(page, child)


def _joined(page: Page, prep: Token) -> Iterator[Token]:
    yield prep
    yield from (child for child in page.children(prep) if child.dep == "conj" and child.pos == "ADP")


def _named_in(page: Page, prep: Token, named: Named) -> tuple[Entity, ...]:
    """Who is named right behind the preposition, without what a clause or another phrase says of them."""
    tokens = [one for one in page.subtree(prep) if one.index > prep.index]
    cut = next((place for place, one in enumerate(tokens) if one.dep in ("relcl", "acl", "prep")), len(tokens))
    return named.within(hull([one.span for one in tokens[:cut]])) if cut else ()


def _before(page: Page, paper: Paper, named: Named) -> tuple[Entity, ...]:
    """Who is named before the noun: "Norland's", "the Norland-Sudria"; of bodies only those known elsewhere."""
    start = page.text.rfind(" ", 0, paper.span.start) + 1
    found = named.within(Span(min(start, paper.span.start), paper.head.span.start))
    return tuple(one for one in found if one.kind in ("state", "person") or one.registry_id or len(one.mentions) > 1)
