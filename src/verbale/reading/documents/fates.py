"""What happens to a paper: who draws it up, tables, signs or rejects it, and when.

Read off the verb whose object or subject the paper is ("Norland published a draft", "the draft was leaked"), off a
participle or relative clause behind it ("a draft submitted by Norland"). What only may happen, or didn't, tells of
authors and parties but of no status: "the treaty will be signed", "did not sign".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon.documents import Documents, PaperEvent
from verbale.reading.clauses import helpers, is_negated, is_passive, subject
from verbale.reading.documents.papers import Paper
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.when import directness
from verbale.record import Time

_UNREAL_MARKS = frozenset({"if", "unless", "until", "before", "whether"})
_UNREAL_HELPERS = frozenset(
    {"to", "will", "would", "may", "might", "can", "could", "shall", "should", "must", "ll", "'ll", "’ll"}
)
_CONTAINING = frozenset({"in", "under", "by"})
_REFUSING = frozenset({"refuse", "decline"})
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Fate:
    """One verb's word on a paper."""

    event: PaperEvent
    verb: Token
    real: bool
    """Whether it took place, as the text has it."""
    denied: bool
    """Whether it is said not to be so: "did not sign"."""
    rejected: bool
    """Whether it was refused: "refused to sign it"."""
    earlier: bool
    """Whether it lies before what the text just told: "had been submitted"."""
    doer: Token | None
    """The head of whoever does it."""
    time: Time | None


def fates_of(page: Page, paper: Paper, named: Named, words: Documents) -> tuple[Fate, ...]:
    """What the sentence tells of the paper, in the order of the text."""
    found = [_fate(page, event, verb, doer, named) for event, verb, doer in _told(page, paper, words)]
    return tuple(sorted(found, key=lambda fate: fate.verb.index))


Told = tuple[PaperEvent, Token, Token | None]


def _told(page: Page, paper: Paper, words: Documents) -> Iterator[Told]:
    head = _first_joined(page, paper.head)
    over = page.head(head)
    if head.dep in ("dobj", "pobj", "nsubjpass", "attr"):
        yield from _over(page, head, over, words)
    if head.dep == "nsubj" and over.pos in ("VERB", "AUX"):
        yield from _by_itself(page, over, words)
        yield from _done_later(page, over, words)
    for child in _clauses_behind(page, paper):
        yield from _behind(page, child, words)


def _done_later(page: Page, verb: Token, words: Documents) -> Iterator[Told]:
    """What is done to its subject by a participle taken for the verb: "the annex, signed in May, was approved"."""
    over = page.head(verb)
    near = [*page.children(verb), *([over] if verb.dep == "ccomp" else [])]
    passives = [one for one in near if one.dep in ("conj", "ROOT") and is_passive(page, one)]
    alone = not helpers(page, verb) and not any(one.dep == "dobj" for one in page.children(verb))
    bare = [verb] if verb.tag in ("VBN", "VBD") and alone else []
    for one in (*bare, *passives):
        event = _object_event(page, one, words)
        own = page.children(one) if one != verb else ()
        if event is not None and not any(each.dep in ("nsubj", "nsubjpass") for each in own):
            yield event, one, subject(page, one)


def _clauses_behind(page: Page, paper: Paper) -> Iterator[Token]:
    """Participles and relative clauses of the paper; behind a comma also those that the parse gives to its content."""
    inside = [one for one in page.tokens_in(paper.full) if one.index >= paper.head.index]
    for token in inside:
        for one in page.children(token):
            apart = page.tokens[one.index - 1].text == "," and one.index == inside[-1].index + 2
            clause = one.dep in ("acl", "relcl") and one.pos in ("VERB", "AUX")
            if clause and (token == paper.head or (apart and one.tag == "VBN")):
                yield one


def tells_terms(page: Page, paper: Paper, words: Documents) -> bool:
    """Whether it lays something down: "the text obliges both …", "under the plan, …"."""
    over = page.head(paper.head)
    if paper.head.dep == "nsubj" and over.pos in ("VERB", "AUX"):
        return over.lemma in words.terms
    return paper.definite and paper.head.dep == "pobj" and over.lower == "under"


def is_told_by_content(page: Page, paper: Paper) -> bool:
    """Whether a clause behind it says what stands in it: "a statement in which both undertake to leave"."""
    clauses = (one for one in page.children(paper.head) if one.dep == "relcl")
    return any(
        page.head(one).lower in _CONTAINING for each in clauses for one in page.subtree(each) if one.tag == "WDT"
    )


def _first_joined(page: Page, token: Token) -> Token:
    while token.dep == "conj" and page.head(token).pos in ("NOUN", "PROPN"):
        token = page.head(token)
    return token


def _over(page: Page, head: Token, over: Token, words: Documents) -> Iterator[Told]:
    """The paper is the verb's object, or the subject of a passive; verbs joined to it have the same object."""
    if head.dep == "pobj" and over.dep == "prep":
        verb = page.head(over)
        event = words.done_to(f"{_key(page, verb)} {over.lower}") or words.done_to(f"{verb.lemma} {over.lower}")
        if event is not None and verb.pos == "VERB":
            yield event, verb, subject(page, verb)
        return
    verbs = [over, *(one for one in page.children(over) if one.dep == "conj" and _takes_same(page, one, head))]
    if over.dep == "conj" and head.dep == "dobj" and page.head(over).pos == "VERB":
        verbs.insert(0, page.head(over))
    for verb in verbs:
        event = _object_event(page, verb, words)
        if event is not None and verb.pos == "VERB":
            yield event, verb, subject(page, verb)


def _takes_same(page: Page, verb: Token, head: Token) -> bool:
    """Whether a verb joined to another has the same paper: "was drafted and published", "drafted it and sent it"."""
    own = {child.dep: child for child in page.children(verb)}
    if head.dep == "dobj":
        return "nsubj" not in own and "dobj" in own and own["dobj"].lower in ("it", "them")
    return head.dep == "nsubjpass" and verb.tag == "VBN" and not own.keys() & {"nsubj", "nsubjpass", "dobj"}


def _by_itself(page: Page, verb: Token, words: Documents) -> Iterator[Told]:
    """The paper is the subject: "the treaty came into force"."""
    for phrase in _phrases(page, verb):
        event = words.done_by(phrase)
        if event is not None:
            yield event, verb, None
            return


def _behind(page: Page, verb: Token, words: Documents) -> Iterator[Told]:
    """A participle or relative clause behind the paper."""
    own = next((one for one in page.children(verb) if one.dep in ("nsubj", "nsubjpass")), None)
    relative = own is not None and own.tag in ("WDT", "WP")
    if is_passive(page, verb) or (own is not None and not relative):
        event = _object_event(page, verb, words)
        if event is not None:
            yield event, verb, subject(page, verb)
    elif relative:
        yield from _by_itself(page, verb, words)


def _object_event(page: Page, verb: Token, words: Documents) -> PaperEvent | None:
    return words.done_to(_key(page, verb)) or words.done_to(verb.lemma) or _shown(page, verb, words)


def _shown(page: Page, verb: Token, words: Documents) -> PaperEvent | None:
    """Whether the press has got hold of it: "seen by this newspaper"."""
    agent = next((one for one in page.children(verb) if one.dep == "agent"), None)
    readers = page.children(agent) if agent is not None else ()
    pressed = any(one.lemma.lower() in words.press for one in readers)
    return words.done_to("leak") if pressed and verb.lemma in words.reading else None


def _key(page: Page, verb: Token) -> str:
    """The verb with its particle."""
    particle = next((one.lower for one in page.children(verb) if one.dep == "prt"), "")
    if not particle:
        particle = next(
            (
                one.lower
                for one in page.children(verb)
                if one.dep in ("acomp", "oprd", "ccomp") and one.lower == "public"
            ),
            "",
        )
    return f"{verb.lemma} {particle}".strip()


def _phrases(page: Page, verb: Token) -> Iterator[str]:
    """The verb with the words behind it, the most first: "enter into force"."""
    behind = [one.lower for one in page.tokens[verb.index + 1 : verb.index + _LONGEST]]
    return (" ".join((verb.lemma, *behind[:length])) for length in range(len(behind), -1, -1))


def _fate(page: Page, event: PaperEvent, verb: Token, doer: Token | None, named: Named) -> Fate:
    support = helpers(page, verb)
    over = page.head(verb)
    refused = verb.dep == "xcomp" and over.lemma in _REFUSING and not is_negated(page, over)
    return Fate(
        event=event,
        verb=verb,
        real=_is_real(page, verb, support),
        denied=is_negated(page, verb),
        rejected=refused and event.status in ("signed", "agreed", "in force"),
        earlier=bool(support & {"had", "'d"}),
        doer=doer,
        time=_time(page, verb, named),
    )


def _is_real(page: Page, verb: Token, support: frozenset[str]) -> bool:
    if is_negated(page, verb) or support & _UNREAL_HELPERS:
        return False
    if any(one.dep == "mark" and one.lower in _UNREAL_MARKS for one in page.children(verb)):
        return False
    return verb.tag != "VB" and not (verb.tag == "VBG" and (support or verb.dep != "advcl"))


def _time(page: Page, verb: Token, named: Named) -> Time | None:
    """The time of the verb's own clause, the nearest to it."""
    ranked = [
        (rank, abs(time.start - verb.span.start), time)
        for time in named.times_in(page.sentences[verb.sentence])
        if time.type in ("DATE", "TIME") and (rank := directness(page, verb, time)) in (0, 1)
    ]
    return min(ranked, key=lambda one: one[:2])[2] if ranked else None
