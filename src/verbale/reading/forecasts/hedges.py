"""Claims by the hedges that govern them: "doubts whether …", "is unlikely to …", "little chance of …"."""

from collections.abc import Iterator

from verbale.lexicon.hedges import HedgeGroup, HedgeNouns, Hedges
from verbale.reading.clauses import child, helpers, is_negated, is_passive, is_question, own_subject, stretch, subject
from verbale.reading.forecasts.adverbs import strength_within
from verbale.reading.forecasts.claims import clause, is_coming, with_subject
from verbale.reading.forecasts.hedged import Hedged
from verbale.reading.page import Page, Token
from verbale.reading.telling import Telling
from verbale.record import Likelihood
from verbale.spans import Span

_COPULAS = frozenset({"be", "remain", "seem", "look", "appear", "become", "stay"})
_LONGEST = 5
"""Words of the longest phrase in the lexicon."""
_HELD = frozenset(
    {"take", "open", "begin", "start", "resume", "meet", "arrive", "convene", "reconvene", "hold", "return"}
)
_HOLDING = frozenset({"consider", "think", "find", "deem", "believe", "hold", "call", "reckon", "regard"})
_BRINGING = frozenset({"have", "express", "voice", "see", "share", "harbour", "harbor", "raise", "hold", "feel"})

Claim = tuple[Token, tuple[Span, ...]]
"""Its main word and its words."""


def told_by_verbs(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """Verbs of expecting and doubting: "expects the round to fail", "cannot be ruled out"."""
    for verb in telling.page.tokens:
        if not verb.tag.startswith("VB") or verb.dep in ("aux", "auxpass"):
            continue
        for group in _verb_groups(telling.page, verb, hedges):
            likelihood = _strength(telling.page, verb, group)
            claim = _expected(telling, verb, group, hedges)
            if (
                likelihood is not None
                and claim is not None
                and not helpers(telling.page, verb) & {"to", "should", "must"}
            ):
                inner = strength_within(telling.page, claim[0], hedges) if likelihood == "likely" else None
                yield _hedged(telling, inner or likelihood, verb, claim, 0.75)
                break
            if likelihood == "unlikely" and claim is not None and "should" in helpers(telling.page, verb):
                yield _hedged(telling, likelihood, verb, claim, 0.7)
                break


def _verb_groups(page: Page, verb: Token, hedges: Hedges) -> Iterator[HedgeGroup]:
    behind = [one for one in page.children(verb) if one.dep in ("prt", "prep", "advmod") and one.index > verb.index]
    for key in (*(f"{verb.lemma} {one.lower}" for one in behind), verb.lemma):
        yield from hedges.groups("verbs", key)


def _strength(page: Page, verb: Token, group: HedgeGroup) -> Likelihood | None:
    who = own_subject(page, verb)
    negated = is_negated(page, verb) or "cannot" in helpers(page, verb) or (who is not None and _is_scarce(page, who))
    if group.only_negated and not negated:
        return None
    return group.negated if negated else group.likelihood


def _is_scarce(page: Page, who: Token) -> bool:
    """Whether it is "few" or "hardly anybody" who expects it."""
    before = {one.lower for one in page.children(who)}
    return who.lower == "few" or bool(before & {"few", "hardly", "scarcely"})


def _expected(telling: Telling, verb: Token, group: HedgeGroup, hedges: Hedges) -> Claim | None:
    """The claim: a clause, an infinitive with its subject, a noun, or a passive's subject with what follows."""
    page = telling.page
    inner = child(page, verb, "ccomp", "xcomp")
    if is_passive(page, verb):
        return None if _is_timetable(telling, verb, inner) else _awaited(page, verb, inner)
    thing = child(page, verb, "dobj", "pobj") or _behind(page, verb)
    if inner is not None and inner.index > verb.index:
        if not is_coming(page, inner, hedges) and (group.coming or verb.lemma != "doubt"):
            return None
        if "to" in helpers(page, inner) and own_subject(page, inner) is None:
            return (inner, (*stretch(page, thing), *clause(page, inner))) if thing is not None else None
        return inner, clause(page, inner)
    if inner is not None and inner.index < verb.index and inner.dep == "ccomp" and is_coming(page, inner, hedges):
        return inner, clause(page, inner)
    if inner is None and verb.dep in ("conj", "parataxis") and _follows(page, verb, hedges):
        return page.head(verb), clause(page, page.head(verb))
    if thing is None or group.coming or thing.pos != "NOUN":
        return None
    return thing, stretch(page, thing)


def _follows(page: Page, verb: Token, hedges: Hedges) -> bool:
    """Whether what is expected stands before it: "the coalition will fall, predicts the analyst"."""
    who, over = own_subject(page, verb), page.head(verb)
    inverted = who is not None and who.index > verb.index and page.tokens[verb.index - 1].text == ","
    return inverted and over.index < verb.index and is_coming(page, over, hedges)


def _is_timetable(telling: Telling, verb: Token, inner: Token | None) -> bool:
    """Whether it only tells when somebody comes or something is held: "is expected to open on 4 May"."""
    who = own_subject(telling.page, verb)
    if inner is None:
        return who is not None and bool(telling.referents.parties(who))
    held = inner.lemma in _HELD and inner.index > verb.index
    return held and any(telling.is_when(one) for one in telling.page.subtree(inner))


def _behind(page: Page, verb: Token) -> Token | None:
    particle = child(page, verb, "prep")
    return (
        child(page, particle, "pobj")
        if particle is not None and particle.lower in ("on", "with", "out", "in")
        else None
    )


def _awaited(page: Page, verb: Token, inner: Token | None) -> Claim | None:
    who = own_subject(page, verb)
    if who is None or who.tag in ("WDT", "WP") or (verb.lemma == "suppose" and inner is not None):
        return None  # "talks that were expected to fail", "was supposed to sign": what was expected once
    if inner is not None and inner.index > verb.index and inner.pos in ("VERB", "AUX"):
        return (
            (inner, clause(page, inner))
            if who.dep == "expl" or (who.lower == "it" and child(page, inner, "nsubj", "nsubjpass"))
            else (inner, with_subject(page, verb, inner))
        )
    if who.pos not in ("NOUN", "PROPN"):
        return None
    rest = [one for one in page.children(verb) if one.dep in ("prep", "npadvmod") and one.index > verb.index]
    return who, (*stretch(page, who), *(span for one in rest for span in stretch(page, one)))


def _hedged(telling: Telling, likelihood: Likelihood, at: Token, claim: Claim, sure: float) -> Hedged:
    """With whose it is: the subject of an active verb, or else whoever speaks there."""
    page, cued, around = telling.page, telling.cued(at), telling.around(at)
    if cued is not None:
        return Hedged(likelihood, at, *claim, sure, cued, (cued.speaker,) if cued.speaker else ())
    active = at.tag.startswith("VB") and not is_passive(page, at) and at.lemma not in _COPULAS
    by = telling.who(subject(page, at), around) if active else None
    return Hedged(likelihood, at, *claim, sure, around, by)


def told_by_adjectives(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """Adjectives and phrases: "is unlikely to sign", "it is open whether …", "success remains doubtful"."""
    page = telling.page
    for token in page.tokens:
        found = _phrase(page, token, hedges)
        if found is None:
            continue
        groups, last = found
        being = _being(page, token)
        if being is None or being.sentence != token.sentence or abs(being.index - token.index) > _LONGEST:
            continue
        for group in groups:
            claim = _said_of(telling, being, last, group, hedges)
            likelihood = group.negated if is_negated(page, being) else group.likelihood
            if claim is not None and likelihood is not None and not is_question(page, token):
                made = _hedged(telling, likelihood, being, claim, 0.7)
                yield _of_mind(telling, made, being) if group.minds else made
                break


def _being(page: Page, token: Token) -> Token | None:
    """The verb "is" that says it, or the word itself where the parse takes it for a passive: "is convinced"."""
    if any(one.dep in ("auxpass", "aux") and one.lemma in ("be", "get") for one in page.children(token)):
        return token
    over = page.head(token)
    if token.dep in ("ccomp", "oprd", "acomp") and over.lemma in _HOLDING and _is_held_so(page, token, over):
        return over
    return next((one for one in (token, *page.ancestors(token)) if one.lemma in _COPULAS), None)


def _is_held_so(page: Page, token: Token, verb: Token) -> bool:
    """Whether somebody holds "it" to be so: "considers it unlikely that …"."""
    beside = (*page.children(token), *page.children(verb))
    return any(one.lower == "it" and verb.index < one.index < token.index for one in beside)


def _of_mind(telling: Telling, made: Hedged, being: Token) -> Hedged:
    """A state of mind is its subject's."""
    by = made.by if telling.cued(being) is not None else telling.who(own_subject(telling.page, being), made.statement)
    return Hedged(made.likelihood, made.at, made.top, made.claim, made.sure, made.statement, by)


def _phrase(page: Page, token: Token, hedges: Hedges) -> tuple[tuple[HedgeGroup, ...], Token] | None:
    for length in range(_LONGEST, 0, -1):
        words = page.tokens[token.index : token.index + length]
        groups = hedges.groups("adjectives", " ".join(one.lower for one in words))
        if groups and len(words) == length:
            return groups, words[-1]
    return None


def _said_of(telling: Telling, being: Token, last: Token, group: HedgeGroup, hedges: Hedges) -> Claim | None:
    """What is called likely: a clause behind it, an infinitive, or the subject."""
    page, who = telling.page, own_subject(telling.page, being)
    places = (last, being, page.head(last))
    inner = next(
        (
            one
            for place in places
            for one in page.children(place)
            if one.dep in ("ccomp", "xcomp", "csubj", "advcl", "acl")
            and one.index > last.index
            and one.pos in ("VERB", "AUX")
        ),
        None,
    )
    if inner is not None:
        infinitive = "to" in helpers(page, inner) and own_subject(page, inner) is None
        opened = any(
            one.dep in ("mark", "advmod") and one.lower in ("that", "whether", "if", "how")
            for one in page.children(inner)
        )
        if infinitive:
            return (
                None
                if group.minds or who is None or who.dep == "expl" or who.lower == "it"
                else (inner, with_subject(page, being, inner))
            )
        firm = group.likelihood in ("doubtful", "unlikely", "likely")
        if (opened or group.minds) and (is_coming(page, inner, hedges) or (firm and _is_open(page, inner))):
            return inner, clause(page, inner)
        return None
    if (
        group.minds
        or who is None
        or who.pos not in ("NOUN", "PROPN")
        or (group.likelihood == "certain" and last.lower in ("sure", "certain", "bound"))
    ):
        return None
    if last.lower in ("likely", "probable", "open"):
        return None
    thing = _of_chance(page, who, hedges)
    return (thing, stretch(page, thing)) if thing is not None and _is_to_come(who) else None


def _is_open(page: Page, verb: Token) -> bool:
    """Whether the clause may be about what is to come without a helper: "that the date be met", "that it finds"."""
    return verb.tag in ("VB", "VBP", "VBZ") or "be" in helpers(page, verb)


def _is_to_come(who: Token) -> bool:
    """Whether the noun is a deed or an outcome, not a person: "a deal is unlikely"."""
    return who.pos == "NOUN" and who.entity not in ("PERSON", "NORP")


def _of_chance(page: Page, noun: Token, hedges: Hedges) -> Token | None:
    """Of "the possibility of success" the success."""
    group = hedges.noun(noun.lemma)
    of = next((one for one in page.children(noun) if one.dep == "prep" and one.lower in ("of", "for")), None)
    thing = child(page, of, "pobj") if of is not None and group is not None else None
    return noun if group is None else thing


def told_by_nouns(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """Nouns of doubt, expectation and chance: "has doubts that …", "there is little chance of …"."""
    page = telling.page
    for noun in page.tokens:
        group = hedges.noun(noun.lemma.lower()) if noun.pos == "NOUN" else None
        if group is None:
            continue
        claim = _behind_noun(page, noun, hedges)
        likelihood = _chance(page, noun, group, hedges)
        if noun.dep == "dobj" and page.head(noun).lemma not in _BRINGING and telling.cued(noun) is None:
            continue  # "to remove any doubt" expects nothing
        if claim is None or likelihood is None or is_question(page, noun):
            continue
        yield _hedged_by_noun(telling, likelihood, noun, claim)


def _hedged_by_noun(telling: Telling, likelihood: Likelihood, noun: Token, claim: Claim) -> Hedged:
    page, cued, around = telling.page, telling.cued(noun), telling.around(noun)
    if cued is not None:
        return Hedged(likelihood, noun, *claim, 0.65, cued, (cued.speaker,) if cued.speaker else ())
    above = page.head(noun)
    owner = child(page, noun, "poss")
    if owner is None and noun.dep == "dobj" and above.lemma in _BRINGING:
        owner = subject(page, above)
    by = telling.who(owner, around) if owner is not None else None
    return Hedged(likelihood, noun, *claim, 0.65, around, by or None)


def _behind_noun(page: Page, noun: Token, hedges: Hedges) -> Claim | None:
    for one in page.children(noun):
        if one.index < noun.index:
            continue
        marked = child(page, one, "mark")
        if noun.lemma == "way" and one.dep in ("acl", "relcl", "ccomp"):
            return (one, clause(page, one)) if is_coming(page, one, hedges) and own_subject(page, one) else None
        if one.dep in ("acl", "ccomp") and marked is not None and marked.lower in ("that", "whether"):
            return (one, clause(page, one)) if is_coming(page, one, hedges) else None
        if one.dep == "prep" and one.lower in ("of", "about", "over", "for"):
            thing = child(page, one, "pobj", "pcomp")
            return (
                (thing, stretch(page, thing))
                if thing is not None and (thing.pos == "NOUN" or thing.tag == "VBG")
                else None
            )
    return None


def _chance(page: Page, noun: Token, group: HedgeNouns, hedges: Hedges) -> Likelihood | None:
    """How likely by the word before the noun; a bare chance counts only where there "is" one."""
    before = {one.lower for one in page.children(noun) if one.index < noun.index}
    above = page.head(noun)
    if group.kind == "doubt":
        return None if before & hedges.none or is_negated(page, above) else group.likelihood
    if group.kind == "expectation":
        return group.likelihood
    state = child(page, above, "acomp") if above.lemma in _COPULAS and noun.dep == "nsubj" else None
    before |= {state.lower} if state is not None else set()
    if before & hedges.none or (above.lemma == "be" and is_negated(page, above)):
        return "impossible"
    if before & hedges.small:
        return "unlikely"
    if before & hedges.large:
        return "likely"
    there = above.lemma in ("be", "see", "put", "give", "have", "stand") and noun.dep in ("attr", "nsubj", "dobj")
    return "possible" if there and noun.lemma not in ("hope", "fear", "way") else None
