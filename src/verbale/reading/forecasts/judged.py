"""Claims that are judged in passing: "considers a deal unlikely", "whether they sign is open", "look set to fail"."""

from collections.abc import Iterator

from verbale.lexicon.hedges import HedgeGroup, Hedges
from verbale.reading.clauses import child, helpers, is_negated, own_subject, stretch, subject
from verbale.reading.forecasts.claims import clause, with_subject
from verbale.reading.forecasts.hedged import Hedged
from verbale.reading.page import Token
from verbale.reading.telling import Telling

_LONGEST = 4
"""Words of the longest phrase behind "whether …" is."""
_SEEMING = frozenset({"look", "seem", "appear"})


def told_by_judging(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """What is held to be likely or not, and what looks set to be."""
    for token in telling.page.tokens:
        if token.pos == "ADJ":
            yield from _considered(telling, token, hedges)
        elif token.lower in hedges.bound_for:
            yield from _looks_set(telling, token)
        elif token.dep == "csubj":
            yield from _whether(telling, token, hedges)


def _considered(telling: Telling, token: Token, hedges: Hedges) -> Iterator[Hedged]:
    page = telling.page
    verb = next((one for one in page.ancestors(token) if one.pos == "VERB"), None)
    group = _of_things(hedges, token.lower)
    if verb is None or group is None or verb.lemma not in hedges.holding or token.index < verb.index:
        return
    is_as = page.tokens[token.index - 1].lower == "as" or token.dep in ("ccomp", "oprd")
    thing = own_subject(page, token) or child(page, verb, "dobj")
    likelihood = group.negated if is_negated(page, verb) else group.likelihood
    if is_as and thing is not None and thing.pos == "NOUN" and verb.index < thing.index and likelihood is not None:
        by = telling.who(subject(page, verb), telling.around(verb))
        drop = frozenset(one.index for one in page.subtree(token)) if thing.dep == "dobj" else frozenset[int]()
        yield Hedged(likelihood, token, thing, stretch(page, thing, drop), 0.65, telling.around(verb), by or None)


def _of_things(hedges: Hedges, phrase: str) -> HedgeGroup | None:
    """The group of the phrase where it is said of what may come."""
    return next((one for one in hedges.groups("adjectives", phrase) if not one.minds), None)


def _looks_set(telling: Telling, token: Token) -> Iterator[Hedged]:
    page = telling.page
    seems = any(one.lemma in _SEEMING for one in (*page.children(token), page.head(token)))
    inner = child(page, token, "xcomp", "advcl", "ccomp")
    verb = token if own_subject(page, token) is not None else page.head(token)
    if seems and inner is not None and "to" in helpers(page, inner) and own_subject(page, verb) is not None:
        yield Hedged("likely", token, inner, with_subject(page, verb, inner), 0.65, telling.around(token))


def _whether(telling: Telling, verb: Token, hedges: Hedges) -> Iterator[Hedged]:
    """A clause as the subject: "whether they will sign is anyone's guess"."""
    page, being = telling.page, telling.page.head(verb)
    opened = any(one.lower == "whether" for one in page.children(verb))
    if not opened or being.lemma not in ("be", "remain"):
        return
    behind = [one.lower for one in page.tokens[being.index + 1 : being.index + 1 + _LONGEST]]
    phrases = (" ".join(behind[:length]).replace(" '", "'").replace(" ’", "'") for length in range(len(behind), 0, -1))
    group = next((found for phrase in phrases if (found := _of_things(hedges, phrase)) is not None), None)
    likelihood = None if group is None else group.negated if is_negated(page, being) else group.likelihood
    if likelihood is not None:
        yield Hedged(likelihood, being, verb, clause(page, verb), 0.7, telling.around(being))
