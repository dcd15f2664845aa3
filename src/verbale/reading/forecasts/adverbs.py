"""Claims by the words within them: "will probably fail", "may resume", and what a looker-on says will be."""

from collections.abc import Iterator, Set

from verbale.lexicon.hedges import HedgeGroup, Hedges
from verbale.reading.clauses import child, helpers, is_negated, is_passive, is_question, own_subject
from verbale.reading.forecasts.claims import clause, is_coming
from verbale.reading.forecasts.hedged import Hedged
from verbale.reading.page import Page, Token
from verbale.reading.telling import Telling
from verbale.record import Likelihood, Statement
from verbale.spans import Span

_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall"})


def told_by_adverbs(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """Clauses of what is to come with an adverb of likelihood."""
    page = telling.page
    for verb in page.tokens:
        if not _has_future(page, verb, hedges):
            continue
        found = _adverb(page, verb, hedges)
        if found is None:
            continue
        group, words = found
        negated = any(_negation(page, verb))
        likelihood = group.negated if negated else group.likelihood
        if likelihood is not None:
            drop = {*words, *(_negation(page, verb) if negated and likelihood != "possible" else ())}
            yield Hedged(likelihood, verb, verb, clause(page, verb, frozenset(drop)), 0.7, telling.around(verb))


def told_by_reporter(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """What "may yet" or "might" be in the article's own words, in its main clauses."""
    page = telling.page
    for verb in page.tokens:
        aids = helpers(page, verb) & hedges.maybe - {"could"}
        yet = any(one.lower in ("yet", "well") for one in page.children(verb))
        if not aids or telling.around(verb) is not None or not ("might" in aids or yet or _turns_out(verb, hedges)):
            continue
        plain = verb.dep in ("ROOT", "conj") and not is_negated(page, verb) and not _is_hedged(page, verb)
        if plain and _has_future(page, verb, hedges):
            yield Hedged("possible", verb, verb, clause(page, verb), 0.5, None, ())


def _turns_out(verb: Token, hedges: Hedges) -> bool:
    """Whether the verb tells how something turns out, which nobody is allowed to: "may prove hard"."""
    return verb.lemma in hedges.turning


def _has_future(page: Page, verb: Token, hedges: Hedges) -> bool:
    plain = verb.tag.startswith("VB") and verb.dep not in ("aux", "auxpass")
    return (
        plain
        and own_subject(page, verb) is not None
        and "to" not in helpers(page, verb)
        and is_coming(page, verb, hedges)
    )


def _adverb(page: Page, verb: Token, hedges: Hedges) -> tuple[HedgeGroup, Set[int]] | None:
    """The adverb or phrase beside the verb, and its words."""
    for one in page.children(verb):
        if one.dep in ("advmod", "prep", "npadvmod", "acomp") and verb.index - one.index < 12:
            words = sorted(token.index for token in page.subtree(one))
            group = hedges.group("adverbs", " ".join(page.tokens[index].lower for index in words))
            if group is not None:
                return group, frozenset(words)
            inner = next((below for below in page.children(one) if below.dep == "advmod"), None)
            within = hedges.group("adverbs", inner.lower) if inner is not None and one.dep == "prep" else None
            if within is not None and inner is not None and inner.index < one.index:
                return within, frozenset({inner.index})
    return None


def strength_within(page: Page, verb: Token, hedges: Hedges) -> Likelihood | None:
    """How likely the clause itself calls it, below a verb of believing: "thinks that it will surely fail"."""
    found = _adverb(page, verb, hedges)
    if found is not None:
        return found[0].negated if any(_negation(page, verb)) else found[0].likelihood
    return "possible" if helpers(page, verb) & hedges.maybe and not is_negated(page, verb) else None


def _negation(page: Page, verb: Token) -> Iterator[int]:
    yield from (one.index for one in page.children(verb) if one.dep == "neg" or one.lower in ("never", "not"))


def _is_nothing(page: Page, verb: Token) -> bool:
    """Whether there will be none: "there will be no deal"."""
    thing = child(page, verb, "attr")
    before = page.children(thing) if thing is not None else ()
    return child(page, verb, "expl") is not None and any(one.lower == "no" for one in before)


def told_by_helpers(telling: Telling, hedges: Hedges, observers: Set[str]) -> Iterator[Hedged]:
    """What "may" be, and what a looker-on says "will" be; a party's "will" is a plan."""
    page = telling.page
    for verb in page.tokens:
        statement = telling.around(verb)
        if statement is None or not _has_future(page, verb, hedges) or _is_hedged(page, verb):
            continue
        aids = helpers(page, verb)
        likelihood: Likelihood | None = None
        offered = "could" in aids and is_passive(page, verb) and telling.speaks_for_a_party(statement)
        if aids & hedges.maybe and not offered and not is_negated(page, verb) and verb.lemma != "be":
            likelihood = "possible"
        elif aids & _WILL and (_looks_on(telling, statement, observers) or _is_there(telling, verb, statement)):
            likelihood = "impossible" if any(_negation(page, verb)) or _is_nothing(page, verb) else "certain"
        if likelihood is not None:
            drop = frozenset(_negation(page, verb)) if likelihood == "impossible" else frozenset()
            yield Hedged(likelihood, verb, verb, clause(page, verb, drop), 0.5, statement)


def _is_there(telling: Telling, verb: Token, statement: Statement) -> bool:
    """Whether somebody who is no party says that there will be something, or nothing."""
    who, speaker = own_subject(telling.page, verb), telling.speaker(statement)
    nobody = speaker is not None and speaker.kind == "person" and speaker.represents is None and not speaker.offices
    return nobody and who is not None and who.dep == "expl"


def _is_hedged(page: Page, verb: Token) -> bool:
    """Whether it explains or limits something else, or is what somebody hopes or asks."""
    if verb.dep in ("relcl", "advcl", "acl", "pcomp", "csubj") or (verb.lemma == "have" and child(page, verb, "xcomp")):
        return True
    who = own_subject(page, verb)
    if (who is not None and who.tag in ("WDT", "WP")) or any(
        one.lower in ("so", "that") and one.dep == "nsubj" for one in page.children(verb)
    ):
        return True
    return is_question(page, verb)


def _looks_on(telling: Telling, statement: Statement, observers: Set[str]) -> bool:
    speaker = telling.speaker(statement)
    if speaker is None or speaker.kind != "person" or speaker.represents is not None:
        return False
    spoken = (mention for mention in speaker.mentions if mention.form == "nominal")
    titles = (office.title for office in speaker.offices)
    before = (_before(telling.page, one.span) for one in speaker.mentions if one.form == "name")
    said = " ".join(
        (*(one.span.of(telling.page.text) for one in spoken), *titles, *before, *_beside(telling, statement))
    )
    return bool(observers & set(said.lower().split()))


def _before(page: Page, name: Span) -> str:
    """The words before a name, where its bearer's trade stands: "political scientist Ada Holm"."""
    return page.text[max(0, name.start - 30) : name.start]


def _beside(telling: Telling, statement: Statement) -> Iterator[str]:
    """The words behind a name that say what its bearer is: "Ada Holm, a former mediator"."""
    for source in statement.source:
        for token in telling.page.tokens_in(source):
            apposed = child(telling.page, token, "appos")
            if apposed is not None:
                yield " ".join(one.lower for one in telling.page.subtree(apposed))
