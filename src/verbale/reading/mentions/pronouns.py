"""Pronouns that stand for somebody or something; not the "it" of "it is raining" or "it follows that"."""

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.mentions.layout import Layout
from verbale.reading.page import Page, Token

_KINDS = {
    "person": ("person",),
    "thing": ("organisation", "state", "outlet", "document", "group", "place"),
    "any": (),
}
# Verbs whose "it" announces a clause; "be" only where an adjective or noun and a clause follow.
_EMPTY = frozenset({"seem", "appear", "follow", "happen", "turn", "emerge", "transpire", "rain", "snow"})


def find_pronouns(page: Page, people: People, layout: Layout) -> tuple[Found, ...]:
    """The pronouns of the page, without empty ones."""
    tokens = (token for token in page.tokens if token.tag in ("PRP", "PRP$", "WP", "WP$", "WDT"))
    found = (_found(page, people, layout, token) for token in tokens if not layout.in_credit(token))
    return tuple(one for one in found if one is not None)


def _found(page: Page, people: People, layout: Layout, token: Token) -> Found | None:
    word = token.text.lower()
    group = people.pronoun(word)
    if group is None or (group.relative and token.dep in ("mark", "det")) or _is_empty(page, token):
        return None
    return Found(
        span=token.span,
        form="pronoun",
        head=token.index,
        kinds=_KINDS[group.of],
        number=group.number,
        gender=group.gender,
        role=word,
        definite=True,
        quoted=token.index in layout.quoted,
    )


def _is_empty(page: Page, token: Token) -> bool:
    if token.text.lower() != "it":
        return False
    verb = page.head(token)
    if token.dep == "expl" or (token.dep in ("nsubj", "nsubjpass") and verb.lemma in _EMPTY):
        return True
    children = {child.dep for child in page.children(verb)}
    passive = token.dep == "nsubjpass" and "agent" not in children
    clause = children & {"ccomp", "csubj"} or (children & {"xcomp", "advcl"} and "acomp" in children)
    return bool(clause) and (passive or (verb.lemma == "be" and bool(children & {"acomp", "attr", "oprd"})))
