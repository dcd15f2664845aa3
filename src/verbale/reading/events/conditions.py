"""What beside a word leaves open whether it happened: a condition, a question, "allegedly", "without"."""

from verbale.lexicon.status import StatusWords
from verbale.reading.events.tense import auxiliaries, first_joined, subject_of
from verbale.reading.page import Page, Token
from verbale.record import Status

_KNOWN = ("the", "this", "that", "these", "those")
_ASKS_MORE = ("WRB", "WP", "WDT")


def hedged(page: Page, verb: Token, own: Status, words: StatusWords) -> Status:
    """The status under "allegedly", "perhaps" and their like."""
    hedge = any(child.lower in words.hedges.words for child in page.children(verb) if child.pos == "ADV")
    return "possible" if hedge and own in ("happened", "ongoing") else own


def is_asked(page: Page, verb: Token) -> bool:
    """Whether a question asks if it is so; one that asks who or why takes it for granted."""
    sentence = page.tokens_in(page.sentences[verb.sentence])
    if not any(token.text == "?" for token in sentence[-2:]) or first_joined(page, verb).dep != "ROOT":
        return False
    return not any(token.tag in _ASKS_MORE for token in sentence if token.index < verb.index)


def is_conditional(page: Page, verb: Token, own: Status, words: StatusWords) -> bool:
    """Whether it stands in an "if" clause, or will be only if something else is."""
    if _is_condition(page, verb, words) or _is_condition(page, first_joined(page, verb), words):
        return True
    return own in ("planned", "possible") and bool(_clauses(page, verb, words))


def conditions_of(page: Page, verb: Token, words: StatusWords) -> tuple[Token, ...]:
    """The verbs of the "if" clauses under which the verb's clause stands, or the clause that it is joined to."""
    return _clauses(page, verb, words) or _clauses(page, first_joined(page, verb), words)


def _clauses(page: Page, verb: Token, words: StatusWords) -> tuple[Token, ...]:
    return tuple(one for one in page.children(verb) if one.dep == "advcl" and _is_condition(page, one, words))


def is_instead(page: Page, preposition: Token, words: StatusWords) -> bool:
    """Whether it says what has not been: "without", "instead of"."""
    before = page.tokens[max(0, preposition.index - 1) : preposition.index + 1]
    return any(token.lower in words.instead.words for token in before)


def is_dependent(page: Page, preposition: Token, words: StatusWords) -> bool:
    """Whether it ends a phrase before what may come: "in the event of"."""
    before = page.tokens[max(0, preposition.index - 3) : preposition.index + 1]
    phrase = " ".join(token.lower for token in before)
    return any(phrase.endswith(ending) for ending in words.dependent.words)


def is_definite(page: Page, noun: Token) -> bool:
    """Whether the noun speaks of a certain one: "the talks", "their meeting"."""
    return any(child.dep == "poss" or child.lower in _KNOWN for child in page.children(noun))


def _is_condition(page: Page, verb: Token, words: StatusWords) -> bool:
    marks = (child for child in page.children(verb) if child.dep in ("mark", "advmod") and child.index < verb.index)
    return any(mark.lower in words.conditions.words for mark in marks) or _is_inverted(page, verb)


def _is_inverted(page: Page, verb: Token) -> bool:
    """Whether it is a condition without a word for it: "had they signed"."""
    subject = subject_of(page, verb)
    first = next(iter(auxiliaries(page, verb)), None)
    if verb.dep != "advcl" or subject is None or first is None:
        return False
    return first.index < subject.index and first.lower in ("had", "were", "should")
