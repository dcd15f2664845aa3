"""What a verb's own form tells of whether it happened: its auxiliaries, its tense and its negation.

A verb joined to another without auxiliaries of its own shares the other's ("will meet and sign"), and its negation
unless "but" stands between ("did not meet but wrote").
"""

from collections.abc import Iterator

from verbale.lexicon.status import Modal, StatusWords
from verbale.reading.page import Page, Token
from verbale.record import Status

VERBAL = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BARE = ("VB", "VBN", "VBG")
_NEGATED_BY = ("neg", "advmod", "cc", "preconj", "det")


def is_verb(page: Page, token: Token) -> bool:
    """Whether it is a verb, though it may be tagged as a noun: "demanded that they release"."""
    if token.pos in VERBAL:
        return token.dep not in ("compound", "poss")
    if token.pos != "NOUN" or token.dep not in ("ccomp", "advcl", "relcl", "ROOT", "conj"):
        return False
    return any(child.dep in (*_SUBJECTS, "mark") for child in page.children(token))


def told_by_form(page: Page, verb: Token, words: StatusWords) -> Status | None:
    """Whether it happened by its own form; None where it has no tense, so that what it depends on tells."""
    helpers = auxiliaries(page, verb)
    denied = is_negated(page, verb, words)
    modal = modal_of(helpers, words)
    if modal is not None:
        return _status(modal.negated if denied else modal.gives)
    told = _told_by_tense(page, verb, helpers, words)
    return "denied" if told and denied else told


def auxiliaries(page: Page, verb: Token) -> tuple[Token, ...]:
    """Its auxiliaries, or those of the verb that it is joined to."""
    own = tuple(child for child in page.children(verb) if child.dep in ("aux", "auxpass"))
    if own or not _shares(page, verb):
        return own
    return auxiliaries(page, page.head(verb))


def modal_of(helpers: tuple[Token, ...], words: StatusWords) -> Modal | None:
    """The use of the first auxiliary that is a modal verb."""
    modals = (words.modal(helper.lower) for helper in helpers if helper.tag == "MD")
    return next((modal for modal in modals if modal is not None), None)


def is_infinitive(page: Page, verb: Token) -> bool:
    """Whether "to" stands before it."""
    return any(helper.tag == "TO" for helper in auxiliaries(page, verb))


def is_negated(page: Page, verb: Token, words: StatusWords) -> bool:
    """Whether "not", "never" or "no longer" stands at it, or its subject is nobody."""
    if any(_denies(page, verb, child, words) for child in page.children(verb)):
        return True
    return _shares(page, verb) and "but" not in _joints(page, verb) and is_negated(page, page.head(verb), words)


def is_nobody(page: Page, noun: Token, words: StatusWords) -> bool:
    """Whether the noun is "nobody", or none: "no side", "neither of them"."""
    if noun.lower in words.negators.words:
        return True
    return any(
        child.dep in ("det", "neg", "preconj", "predet", "cc") and child.lower in words.negators.words
        for child in page.children(noun)
        if child.index < noun.index
    )


def subject_of(page: Page, verb: Token) -> Token | None:
    """The head of its own subject."""
    return next((child for child in page.children(verb) if child.dep in _SUBJECTS), None)


def first_joined(page: Page, token: Token) -> Token:
    """The first of the words joined by "and", "or" or a comma to which the token belongs."""
    while token.dep == "conj" and token.head != token.index:
        token = page.head(token)
    return token


def _denies(page: Page, verb: Token, child: Token, words: StatusWords) -> bool:
    if child.dep in ("nsubj", "nsubjpass", "dobj"):
        return is_nobody(page, child, words)
    if child.dep in _NEGATED_BY and child.lower in words.negators.words and child.lower != "without":
        return child.dep != "cc" or child.lower == "neither" or child.index < verb.index
    longer = child.lower == "longer" and any(below.lower == "no" for below in page.children(child))
    return longer and child.dep == "advmod"


def _shares(page: Page, verb: Token) -> bool:
    """Whether the verb is joined to one before it, without a subject or a tense of its own."""
    if verb.dep != "conj" or verb.tag not in _BARE or subject_of(page, verb) is not None:
        return False
    own = any(child.dep in ("aux", "auxpass") for child in page.children(verb))
    return not own and page.head(verb).pos in VERBAL


def _joints(page: Page, verb: Token) -> Iterator[str]:
    """The words that join it to the verb before."""
    return (child.lower for child in page.children(page.head(verb)) if child.dep == "cc" and child.index < verb.index)


def _told_by_tense(page: Page, verb: Token, helpers: tuple[Token, ...], words: StatusWords) -> Status | None:
    tags = {helper.tag for helper in helpers}
    lemmas = {helper.lemma.lower() for helper in helpers}
    if "TO" in tags:
        return None
    if verb.tag == "VBG" and "be" in lemmas:
        return "ongoing" if tags & {"VBZ", "VBP"} else "happened"
    if "have" in lemmas or "VBD" in tags or verb.tag == "VBD":
        return "happened"
    if verb.tag in ("VBZ", "VBP", "NNS") or tags & {"VBZ", "VBP"}:
        return "ongoing" if verb.lemma.lower() in words.lasting.words | {"be"} else "happened"
    if subject_of(page, verb) is None or verb.tag not in ("VBN", "VB", "NN", "NNP"):
        return None
    wanted = verb.tag in ("VB", "NN") and any(child.dep == "mark" for child in page.children(verb))
    return "possible" if wanted else "happened"


def _status(gives: str) -> Status:
    found: dict[str, Status] = {"planned": "planned", "denied": "denied", "possible": "possible"}
    return found[gives]
