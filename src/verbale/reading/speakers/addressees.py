"""To whom something was said: "told [them]", "said to [the envoy]", "[the families] were told", "a letter to …"."""

from collections.abc import Iterator

from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token
from verbale.reading.speakers.hall import Hall


def addressee_of(hall: Hall, attribution: Attribution, speaker: str | None) -> str | None:
    """The entity id of whom the report says that it was told to, outside source and content."""
    parts = (*attribution.source, *attribution.content)
    for cue in attribution.cue:
        for token in hall.page.tokens_in(cue):
            for child in _objects(hall.page, token):
                found = None if any(part.contains(child.span) for part in parts) else hall.at(child)
                if found is not None and found[1].id != speaker and found[1].kind != "document":
                    return found[1].id
    return None


def _objects(page: Page, verb: Token) -> Iterator[Token]:
    """The verb's objects that may be people, the passive's subject, and whom a letter in between is addressed to."""
    if verb.pos != "VERB":
        return
    passive = any(child.dep == "agent" for child in page.children(verb))
    for child in page.children(verb):
        if (child.dep in ("dobj", "dative") and child.pos != "ADP") or (passive and child.dep == "nsubjpass"):
            yield child
        elif child.dep in ("prep", "dative"):
            below = [one for one in page.children(child) if one.dep == "pobj"]
            yield from below if child.lemma == "to" else _behind_to(page, below)


def _behind_to(page: Page, nouns: list[Token]) -> Iterator[Token]:
    """Whom "to" names behind a paper: "in a letter to the mediators"."""
    for noun in nouns:
        for preposition in page.children(noun):
            if preposition.lower == "to" and preposition.dep == "prep":
                yield from (one for one in page.children(preposition) if one.dep == "pobj")
