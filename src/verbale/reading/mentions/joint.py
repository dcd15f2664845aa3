"""Names that do something together: "Norland and Sudria signed" has the pair as its subject."""

from collections.abc import Iterator, Mapping, Sequence

from verbale.reading.drafts import Found
from verbale.reading.page import Page, Token
from verbale.spans import hull

_DOING = frozenset({"nsubj", "nsubjpass"})


def find_joint(page: Page, names: Sequence[Found]) -> tuple[Found, ...]:
    """A mention of the whole for each coordination of names that is a subject, or an agent after "by" or "to"."""
    headed = {found.head: found for found in names}
    chains = (_chain(page, headed, found) for found in names if _does(page, page.tokens[found.head]))
    return tuple(_joint(chain) for chain in chains if len(chain) > 1)


def _does(page: Page, token: Token) -> bool:
    if token.dep == "pobj":
        return page.head(token).dep == "agent" or page.head(page.head(token)).lemma == "accord"
    return token.dep in _DOING


def _chain(page: Page, headed: Mapping[int, Found], first: Found) -> list[Found]:
    """The first name and those joined to it; only itself where anything else is joined, too."""
    tokens = list(_joined(page, page.tokens[first.head]))
    if not all(token.index in headed for token in tokens):
        return [first]
    return [first, *(headed[token.index] for token in tokens)]


def _joined(page: Page, token: Token) -> Iterator[Token]:
    for child in page.children(token):
        if child.dep == "conj":
            yield child
            yield from _joined(page, child)


def _joint(chain: Sequence[Found]) -> Found:
    return Found(
        span=hull(found.span for found in chain),
        form="name",
        head=chain[0].head,
        kinds=("group",),
        number="plural",
        definite=True,
        quoted=chain[0].quoted,
        parts=tuple(found.span for found in chain),
    )
