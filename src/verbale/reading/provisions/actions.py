"""What is to be done, under which condition and by when: the words that hang on a duty.

The action keeps the words as they stand, without its helpers and the condition. Of a passive ("missiles shall not be
deployed") what it is done to belongs to it.
"""

from collections.abc import Iterator

from verbale.lexicon.deontics import Deontics
from verbale.reading.clauses import own_subject, passage, spans_of, stretch
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.provisions.duties import Duty, misread_subject, shares_object
from verbale.record import Passage
from verbale.spans import Span

_MARKS = frozenset('“”„‟«»"')
_ENDS = frozenset({".", ";", ":", ","}) | _MARKS
# A comma, an opening word and something behind it.
_SHORTEST = 3
_LEFT_OUT = ("cc", "aux", "auxpass", "neg", "nsubj", "nsubjpass", "mark")


def action_of(page: Page, duty: Duty, words: Deontics, *, bears: bool) -> Passage:
    """What is to be done; `bears`: whether the clause's subject is who is bound and so no part of it."""
    head = duty.action
    without = {one.index for part in _left_out(page, duty, words) for one in page.subtree(part)}
    inside = {one.index for part in (head, *_beside(page, duty)) for one in page.subtree(part)} - without
    start = head.index if head.pos in ("VERB", "AUX") else min(_phrase(head, inside), default=head.index)
    indices = _run(page, start, inside, without)
    while indices and page.tokens[indices[-1]].dep in ("cc", "punct", "mark"):
        indices.pop()
    subject = own_subject(page, duty.verb)
    if not bears and subject is not None and subject.pos != "PRON" and duty.way != "laying":
        indices = [one.index for one in page.subtree(subject)] + indices
    return passage(page, spans_of(page, sorted(set(indices))))


def _beside(page: Page, duty: Duty) -> tuple[Token, ...]:
    """What the parse hangs on the verb over a noun that is renounced or banned: "any activity in the valley"."""
    if duty.action.pos in ("VERB", "AUX"):
        return ()
    over = page.head(duty.action)
    return tuple(one for one in page.children(over) if one.index > duty.action.index and one.dep in ("prep", "advmod"))


def _phrase(head: Token, inside: set[int]) -> Iterator[int]:
    """The indices from the first word of the noun phrase on that hangs together with its head."""
    index = head.index
    while index in inside:
        yield index
        index -= 1


def _run(page: Page, start: int, inside: set[int], without: set[int]) -> list[int]:
    """From the start on, as long as the words hang on the head; no further than a quotation mark."""
    indices: list[int] = []
    for token in page.tokens[start:]:
        if token.text in _MARKS or token.text == ".":
            break
        if token.index not in inside and token.index not in without:
            more = _same_again(page, token, indices)
            if not more:
                break
            inside = inside | more
        if token.index in inside:
            indices.append(token.index)
    return indices


def _same_again(page: Page, comma: Token, indices: list[int]) -> set[int]:
    """A comma and the phrase behind it, where that begins with the preposition of the one before: "in A, in B"."""
    behind = page.tokens[comma.index + 1 : comma.index + 2]
    before = next((page.tokens[index] for index in reversed(indices) if page.tokens[index].dep == "prep"), None)
    if comma.text != "," or not behind or before is None or behind[0].lower != before.lower:
        return set()
    return {comma.index, *(one.index for one in page.subtree(behind[0]))}


def _left_out(page: Page, duty: Duty, words: Deontics) -> Iterator[Token]:
    """What hangs on the action and is no part of it: helpers, the condition, other duties joined to it."""
    if duty.action.pos in ("VERB", "AUX"):
        yield from _other_duties(page, duty.action)
    yield from conditions_of(page, duty, words)


def _other_duties(page: Page, verb: Token) -> Iterator[Token]:
    """What hangs on the verb and is no part of its action; a verb that shares its object is a part of it."""
    sharing = [one for one in page.children(verb) if one.dep == "conj" and shares_object(page, verb, one)]
    for one in page.children(verb):
        misread = misread_subject(page, one)
        if misread is not None:
            yield misread
            yield page.tokens[misread.index - 1]
        joined = one.dep == "conj" and one.pos in ("VERB", "AUX") and one not in sharing
        if joined or (one.dep in _LEFT_OUT and not (one.dep == "cc" and sharing)):
            yield one
    for one in sharing:
        yield from (below for below in page.children(one) if below.dep == "conj" and below.pos in ("VERB", "AUX"))


def conditions_of(page: Page, duty: Duty, words: Deontics) -> tuple[Token, ...]:
    """The heads of the clauses that tell a condition of the duty."""
    near = {one.index: one for head in (duty.action, duty.verb) for one in page.children(head)}
    return tuple(one for one in near.values() if one.dep in ("advcl", "prep", "ccomp") and _opens(page, one, words))


def _opens(page: Page, clause: Token, words: Deontics) -> bool:
    return _opens_at(page, page.subtree(clause)[0], words)


def _opens_at(page: Page, first: Token, words: Deontics) -> bool:
    """Whether the words from the token on open a condition: "provided that"."""
    ahead = " ".join(one.lower for one in page.tokens[first.index : first.index + 4])
    return any(ahead == opening or ahead.startswith(f"{opening} ") for opening in words.conditions)


def condition_of(page: Page, duty: Duty, action: Passage, words: Deontics) -> Passage | None:
    """Under which condition, in the article's words, "if" and "unless" among them."""
    found = next(iter(conditions_of(page, duty, words)), None)
    if found is not None:
        return passage(page, stretch(page, found))
    last = page.tokens_in(action.spans[-1])[-1] if action.spans else duty.action
    return _right_behind(page, last, words)


def _right_behind(page: Page, last: Token, words: Deontics) -> Passage | None:
    """A condition that the parse hangs elsewhere: what follows the comma, up to the next mark."""
    after = [one for one in page.tokens[last.index + 1 :] if one.sentence == last.sentence]
    if len(after) < _SHORTEST or after[0].text != "," or not _opens_at(page, after[1], words):
        return None
    end = next((place for place, one in enumerate(after) if place and one.text in _ENDS), len(after))
    return passage(page, spans_of(page, [one.index for one in after[1:end]]))


def deadline_of(page: Page, duty: Duty, action: Passage, named: Named, words: Deontics) -> str | None:
    """Until when, as a TIMEX3 value: a day, or how long from now."""
    sentence = page.sentences[duty.verb.sentence]
    for time in named.times_in(sentence):
        place = Span(time.start, time.end)
        before = page.text[max(sentence.start, time.start - 20) : time.start].lower().rstrip()
        top = page.top(place)
        if top is None or not _ends_in(before, words.until, time.type):
            continue
        over = next((one for one in page.ancestors(top) if one.pos in ("VERB", "AUX")), None)
        fronted = over is not None and over.index == duty.verb.index and time.end < duty.action.span.start
        if fronted or any(span.contains(place) for span in action.spans):
            return time.value
    return None


def _ends_in(before: str, until: tuple[str, ...], type_: str) -> bool:
    """Whether a preposition of time stands right before; "in" and "over" only before a stretch of time."""
    fitting = [word for word in until if type_ == "DURATION" or word not in ("in", "over", "within")]
    return any(
        before == word or before.endswith(f" {word}") for word in (*fitting, *(f"{one} the next" for one in fitting))
    )
