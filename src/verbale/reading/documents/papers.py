"""Papers: noun phrases that name a draft, a treaty, a letter, before anybody asks which of them are the same.

"the draft agreements between Norland and Sudria on security": the head with the words before it, and the phrases
behind it that belong to its name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon.documents import Documents, Sign
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.spans import Span, hull

_BEFORE = ("compound", "amod", "nmod", "poss", "det", "nummod", "predet", "quantmod", "advmod", "punct", "npadvmod")
_OF_NAME = frozenset(
    {"of", "on", "between", "with", "about", "for", "concerning", "regarding", "among", "to", "from", "by"}
)
_ERRANDS = frozenset(
    {"signature", "approval", "ratification", "discussion", "consideration", "review", "months", "years", "weeks"}
)
_SENT = frozenset({"letter", "note", "ultimatum", "message"})
"""Papers to whose name it belongs to whom they go."""
_STRAY = frozenset({"on", "between", "about"})
"""Prepositions whose phrase right behind a paper belongs to it, though the parse hangs it on the verb."""
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Z0-9-]+)\b")
_CUTTING = frozenset({"after", "before", "when", "at", "during", "since", "until", "—", "–", ";", "("})
_ALWAYS = frozenset[Sign]({"pages"})
_BY_ITSELF = frozenset[Sign]({"itself"})
_SHEETS = frozenset({"page", "pager"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "such"})


@dataclass(frozen=True, slots=True)
class Paper:
    """One place where the text names a paper."""

    head: Token
    noun: str
    """Its last word, singular: `map` for a road map."""
    kind: str
    shown_by: frozenset[Sign]
    """What shows the noun to be a paper of a negotiation."""
    span: Span
    """From the first word before the head, without "a", to the head; for a name to its end."""
    full: Span
    """With the phrases behind the head that belong to it."""
    words: frozenset[str]
    """The words before the noun, lower case, without determiners."""
    about: frozenset[str]
    """The words behind the noun that tell it from others, lower case: of what, on what, between whom, its number."""
    definite: bool
    named: bool
    """Whether it has a proper name: "the Lakeside Protocol", "Resolution 3055"."""
    unreal: bool
    """Whether the words say that there is none: "no agreement"."""
    pages: bool
    """Whether the words say how many pages it has: "a two-page offer", "an accord of three pages"."""

    @property
    def plural(self) -> bool:
        """Whether several are named as one: "the drafts"."""
        return self.head.tag in ("NNS", "NNPS")


def find_papers(page: Page, named: Named, words: Documents) -> tuple[Paper, ...]:
    """The page's papers in the order of the text; whether they belong to a negotiation is still open."""
    found = (paper for token in page.tokens for paper in _papers_at(page, token, named, words))
    return tuple(found)


def _papers_at(page: Page, token: Token, named: Named, words: Documents) -> Iterator[Paper]:
    if token.pos not in ("NOUN", "PROPN") and token.text not in words.names:
        return
    before = _before(page, token)
    start = before[0].span.start if before else token.span.start
    lower = _lower(page, Span(start, token.span.start), token)
    name = next((one for one in words.names if page.text[start : token.span.end].endswith(one)), "")
    noun = "treaty" if name else words.noun(lower)
    group = words.kind(f"{noun} {_behind(page, token)}") or words.kind(noun)
    if group is None or _is_part(page, token, words):
        return
    modifiers = frozenset(lower[:-1]) - {"the", "a", "an", ""}
    full = _full(page, token, start, named)
    if not _is_other(page, token, modifiers, words):
        yield Paper(
            head=token,
            noun=noun.split()[-1],
            kind="draft" if "draft" in modifiers else group.kind,
            shown_by=group.shown_by | _ALWAYS | (_BY_ITSELF if name else frozenset()),
            span=_mention(page, start, token, full),
            full=full,
            words=modifiers | ({name.lower()} if name else set()) | _acronym(page, full),
            about=_about(page, Span(token.span.end, full.end)),
            definite=any(one.lower in _POINTING or one.dep == "poss" for one in before),
            named=bool(name) or _is_named(page, token, before, full),
            unreal=_is_unreal(page, token, before, words),
            pages=any(one.lemma.lower() in _SHEETS for one in page.tokens_in(full)),
        )


def _behind(page: Page, head: Token) -> str:
    """The two words behind the noun, where they may belong to it: "of understanding"."""
    return " ".join(one.lower for one in page.tokens[head.index + 1 : head.index + 3] if one.sentence == head.sentence)


def _before(page: Page, head: Token) -> list[Token]:
    """The tokens from the first word that depends on the head from the left up to the head."""
    left = [one for one in page.children(head) if one.index < head.index and one.dep in _BEFORE]
    first = min((page.subtree(one)[0].index for one in left), default=head.index)
    while first > 0 and page.tokens[first - 1].span.end == page.tokens[first].span.start and _is_joined(page, first):
        first -= 1
    tokens = [one for one in page.tokens[first : head.index] if one.sentence == head.sentence]
    while tokens and tokens[0].dep == "punct":
        tokens.pop(0)
    return tokens


def _is_joined(page: Page, index: int) -> bool:
    """Whether a hyphen joins the token to the one before: "non-paper"."""
    return "-" in (page.tokens[index - 1].text, page.tokens[index].text)


def _lower(page: Page, before: Span, head: Token) -> list[str]:
    """The words before the head and the head itself in the singular, lower case, without marks."""
    text = before.of(page.text).replace("’", "'")
    *others, last = (text + _singular(head)).lower().split() or [""]
    return [one.strip("“”\"',()") for one in (*others, last)]


def _singular(head: Token) -> str:
    return head.text.removesuffix("s") if head.tag == "NNPS" else head.lemma if head.tag == "NNS" else head.text


def _is_part(page: Page, head: Token, words: Documents) -> bool:
    """Whether the noun only belongs to another: "treaty talks", "drafts of the agreement", "the text of a treaty"."""
    over = page.head(head)
    if head.dep == "pobj" and over.lower == "of" and page.head(over).lemma.lower() == "draft":
        return True
    of = next((one for one in page.children(head) if one.lower == "of"), None) if head.lemma == "text" else None
    if of is not None and any(words.noun([_singular(one).lower()]) for one in page.children(of)):
        return True
    return head.dep in ("compound", "nmod") and over.index > head.index and over.pos in ("NOUN", "PROPN")


def _is_other(page: Page, head: Token, modifiers: frozenset[str], words: Documents) -> bool:
    """Whether words before or behind make it another thing: "plea deal", "letter of resignation"."""
    of = [child for child in page.children(head) if child.lower in ("of", "for")]
    behind = {one.lemma.lower() for prep in of for one in page.children(prep)}
    parts = modifiers | {part for word in modifiers for part in word.split("-")}
    return not parts & words.telling and bool((parts | behind) & words.other)


def _full(page: Page, head: Token, start: int, named: Named) -> Span:
    """The noun phrase with those of its phrases that stand right behind it; none that tells a time."""
    end = head.span.end
    if head.index + 1 < len(page.tokens) and _is_number_behind(page, head):
        end = page.tokens[head.index + 1].span.end
    for token in page.tokens[head.index + 1 :]:
        if token.span.start < end:
            continue
        phrase = _phrase(page, head, token, named)
        if phrase is None or phrase.start > end + 1:
            break
        end = phrase.end
    return Span(start, end)


def _phrase(page: Page, head: Token, token: Token, named: Named) -> Span | None:
    """The phrase that the preposition opens, where it belongs to the paper."""
    if token.dep not in ("prep", "agent") or token.lower not in _OF_NAME or token.sentence != head.sentence:
        return None
    if token.lower == "to" and head.lemma not in _SENT:
        return None
    over = page.head(token)
    if over.index < head.index and token.lower not in _STRAY:
        return None
    subtree = [one for one in page.subtree(token) if one.index >= token.index]
    if any(one.lower in _ERRANDS for one in subtree[1:2]):
        return None
    cut = next((place for place, one in enumerate(subtree) if _ends_phrase(page, one)), len(subtree))
    cut = min(cut, _other_paper(head, subtree))
    while cut and subtree[cut - 1].pos in ("ADP", "PUNCT", "CCONJ"):
        cut -= 1
    span = hull([one.span for one in subtree[:cut]]) if cut > 1 else None
    return None if span is None or named.times_in(span) else span.trimmed(page.text, ",;:–—-")


def _other_paper(head: Token, phrase: list[Token]) -> int:
    """Where in the phrase an "and" goes over to another paper: "the Treaty on Rivers and the Treaty on Lakes"."""
    again = next((place for place, one in enumerate(phrase) if one.lemma.lower() == head.lemma.lower()), len(phrase))
    joined = [place for place in range(again) if phrase[place].dep == "cc"]
    return joined[-1] if joined and again < len(phrase) else len(phrase)


def _ends_phrase(page: Page, token: Token) -> bool:
    """Whether a clause begins with the token, which is more than a name."""
    if token.tag == "VBN" and token.index and page.tokens[token.index - 1].text == ",":
        return True
    return token.tag in ("WDT", "WP", "WRB", "MD", "VBD", "VBZ", "VBP", "VBG", "TO") or token.lower in _CUTTING


def _acronym(page: Page, full: Span) -> frozenset[str]:
    """The short name in brackets right behind it: "(NPT)"."""
    found = _ACRONYM.match(page.text, full.end)
    return frozenset({found[1].lower()}) if found else frozenset()


def _about(page: Page, behind: Span) -> frozenset[str]:
    tokens = page.tokens_in(behind) if behind.end > behind.start else ()
    return frozenset(one.lemma.lower() for one in tokens if one.pos in ("NOUN", "PROPN", "NUM", "ADJ"))


def _is_number_behind(page: Page, head: Token) -> bool:
    """Whether a number is part of its name: "Resolution 3055"."""
    behind = page.tokens[head.index + 1]
    counted = head.text[:1].isupper() or head.lemma == "resolution"
    return counted and behind.sentence == head.sentence and behind.text[:1].isdigit()


def _mention(page: Page, start: int, head: Token, full: Span) -> Span:
    """The words by which it is mentioned: without "a", and with the number that belongs to it."""
    end = full.end if full.end > head.span.end and full.of(page.text)[-1].isdigit() else head.span.end
    start = Span(start, end).trimmed(page.text).start
    text = page.text[start:end]
    article = next((one for one in ("a ", "an ", "A ", "An ") if text.startswith(one)), "")
    return Span(start + len(article), end)


def _is_named(page: Page, head: Token, before: list[Token], full: Span) -> bool:
    """Whether it is a proper name: a capital at its head, and a name or number beside it."""
    if full.of(page.text)[-1:].isdigit() and full.end > head.span.end:
        return True
    if not head.text[:1].isupper():
        return False
    beside = [one for one in before if one.text[:1].isupper() and one.dep != "det"]
    return bool(beside) or (full.end > head.span.end and not _opens_sentence(page, head))


def _opens_sentence(page: Page, head: Token) -> bool:
    return page.sentences[head.sentence].start == head.span.start


def _is_unreal(page: Page, head: Token, before: list[Token], words: Documents) -> bool:
    """Whether there is none, or only the state of agreeing: "no deal", "reached agreement"."""
    over = page.head(head)
    if head.lower == "agreement" and not before:
        return True
    return any(one.lower in words.unreal for one in before) or (over.lower in words.lacking and head.dep == "pobj")
