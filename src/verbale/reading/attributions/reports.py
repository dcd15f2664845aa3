"""Reported speech by grammar: a verb of speech with its complement, or set into or behind what it reports.

    He said that …    He urged them to …    He announced the …    He called it a …    …, he said, …    …, said he.

The constructions are those of the attribution corpora (PARC 3.0, Pareti 2016; PolNeAR, Newell et al. 2018), and
so are the edges: "that" belongs to the content, the person spoken to and the closing full stop don't.
"""

from collections.abc import Iterator, Sequence

from verbale.lexicon.speech import Frame
from verbale.reading.attributions.clauses import Stretch, attributed, children_of, clause, phrase, trimmed
from verbale.reading.attributions.cues import Cue
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.surroundings import (
    MARKS,
    around,
    has_clause,
    is_set_off,
    precedes_quotation,
    until_mark,
)
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token

_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative", "agent", "prt", "pobj", "oprd"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_LEAST = 0.3
"""Below this share of right ones a construction adds more wrong statements than right ones to the rules' score."""
_PLAIN = 0.55
"""Verbs that are this sure with a clause are verbs of saying; only they count inside a quotation or set off by
commas, where ", he thinks, …" is right one time in eight (PolNeAR), unless inverted: ", believes Ilse Varga"."""
_SAYING = 0.75
"""So sure with a clause are only "say", "tell" and their like."""
_ASIDE = 0.85
"""How much less sure ", he said, …" is than "he said that …" (0.64 to 0.8, PolNeAR)."""
_NESTED = 0.7
"""What a report inside a quotation is worth beside one outside: an estimate, as PolNeAR annotates none of them."""
_NEXT = 3
"""Cues behind one that may belong to its own speaker: "said that …, adding that … and warning that …"."""
_FAR = 12
"""Tokens between a cue and its "that": "wrote in a letter to the mediators of the talks that"."""


def find_reports(page: Page, cues: Sequence[Cue], quoted: Quoted) -> Iterator[Attribution]:
    """What the grammar alone shows, in the order of the cues."""
    raised: dict[int, Stretch] = {}
    for index, cue in enumerate(cues):
        source = raised.get(cue.verb.index, cue.source)
        sure, contents = _report(page, cue, quoted)
        if quoted.scope(cue.verb.span) is not None:
            sure = 0 if sure < _PLAIN or _is_speaker_himself(page, source) else sure * _NESTED
        if not contents or sure < _LEAST:
            continue
        for other in cues[index + 1 : index + 1 + _NEXT]:
            contents = [_cut(page, cue, other, one) for one in contents]
            if source is not None and other.verb.index > cue.last and _is_raised(page, cue, other):
                raised.setdefault(other.verb.index, source)
        yield attributed(page, source, [(cue.first, cue.last)], contents, sure)


def _report(page: Page, cue: Cue, quoted: Quoted) -> tuple[float, list[Stretch]]:
    """How sure it is that the cue reports something, and what. A quotation beside it counts before its grammar."""
    inserted, complement = _inserted(page, cue, quoted), _complement(page, cue)
    if inserted[1] and cue.quoted:
        return inserted
    return complement if complement[1] else inserted if inserted[1] else _far_clause(page, cue)


def _is_speaker_himself(page: Page, source: Stretch | None) -> bool:
    """Whether it is the voice of a quotation's own speaker, which reports nobody: “I think …”."""
    return source is not None and source[0] == source[1] and page.tokens[source[0]].lower in ("i", "we", "you")


def _complement(page: Page, cue: Cue) -> tuple[float, list[Stretch]]:
    """The content that the verb governs to its right."""
    if cue.quoted and cue.source is not None and cue.source[0] > cue.last:
        return 0, []
    heads = [page.tokens[index] for index in range(cue.verb.index, cue.last + 1)]
    right = [child for child in children_of(page, heads) if child.index > cue.last]
    for frame, content in _candidates(page, cue, right):
        if cue.sure(frame) and content[1] > cue.last:
            return cue.sure(frame), [content]
    return 0, []


def _candidates(page: Page, cue: Cue, right: Sequence[Token]) -> Iterator[tuple[Frame, Stretch]]:
    """What stands to the right of the verb, each with the construction that it makes."""
    avoid = cue.tokens
    thing = next((child for child in right if child.dep in ("dobj", "dative", "pobj")), None)
    for child in right:
        to = _to(page, child)
        if child.dep in ("xcomp", "ccomp", "advcl") and to is not None:
            first, last = clause(page, child, avoid)
            if thing is not None and thing.index < to:
                yield "object", (phrase(page, thing)[0], last)
            elif child.dep == "ccomp" and first < to:
                yield "object", (first, last)
            yield "infinitive", (to, last)
        elif child.dep == "ccomp":
            if _is_finite(page, child):
                yield "clause", _without_day(page, cue, child, clause(page, child, avoid))
            yield "as", clause(page, child, avoid)
    yield from _things(page, right, thing, avoid)


def _things(
    page: Page, right: Sequence[Token], thing: Token | None, avoid: frozenset[int]
) -> Iterator[tuple[Frame, Stretch]]:
    if thing is None or thing.tag in _RELATIVE:
        return
    first, last = phrase(page, thing, avoid)
    judged = [child for child in right if child.dep in ("oprd", "prep", "xcomp", "acomp", "ccomp", "attr")]
    ends = [clause(page, child, avoid)[1] for child in judged if child.dep != "prep" or child.lower == "as"]
    ends.extend(_quoted_names(page, thing, last))
    if ends and max(ends) > last:
        yield "as", (first, max(ends))
    charges = [
        clause(page, child, avoid)[1] for child in right if child.dep == "prep" and child.lower in ("of", "with")
    ]
    if charges and thing.dep == "dobj" and max(charges) > last:
        yield "object", (first, max(charges))
    if thing.pos != "PRON":
        yield "noun", (first, last)


def _quoted_names(page: Page, thing: Token, last: int) -> Iterator[int]:
    """The end of what the parse takes for a second name: called the offer “a joke” (a title has a capital)."""
    behind = page.tokens[last + 1 : last + 3]
    if len(behind) == 2 and behind[0].text in MARKS and behind[1].text.islower():
        yield from (page.subtree(child)[-1].index for child in page.children(thing) if child.dep == "appos")


def _to(page: Page, top: Token) -> int | None:
    """The index of the infinitive's "to", or of the "not" before it."""
    to = next((one.index for one in page.children(top) if one.tag == "TO" and one.index < top.index), None)
    return to - 1 if to and page.tokens[to - 1].dep == "neg" else to


def _is_finite(page: Page, top: Token) -> bool:
    """Whether a clause has a subject and a tense, or its own "that"; "found it strange" has no tense."""
    children = page.children(top)
    if any(child.dep == "mark" or child.tag in _RELATIVE for child in children):
        return True
    tensed = top.tag in ("VBD", "VBZ", "VBP", "VB") or any(child.dep in ("aux", "auxpass") for child in children)
    helpers = [child for child in children if child.dep in ("aux", "auxpass")]
    return tensed and any(child.dep in _SUBJECTS for child in (*children, *children_of(page, helpers)))


def _without_day(page: Page, cue: Cue, top: Token, content: Stretch) -> Stretch:
    """The clause without the day that belongs to the report: "said on Monday it had rejected both"."""
    first, last = content
    start = next((one.index for one in page.subtree(top) if one.head == top.index and one.dep in _SUBJECTS), None)
    lead = range(first, page.subtree(page.tokens[start])[0].index) if start is not None else range(0)
    dated = [index for index in lead if page.tokens[index].entity in ("DATE", "TIME")]
    if first != cue.last + 1 or not dated or any(page.tokens[index].text == "," for index in lead):
        return content
    return dated[-1] + 1, last


def _inserted(page: Page, cue: Cue, quoted: Quoted) -> tuple[float, list[Stretch]]:
    """The content around a report that is set into it or behind it: “…, he said, …”."""
    if cue.source is None or cue.verb.tag in ("VBG", "VB") or not (cue.use("clause") or cue.use("quote")):
        return 0, []
    if page.tokens[cue.source[0]].tag in _RELATIVE and cue.source[0] == cue.source[1]:
        return 0, []
    report = _own_clause(page, cue, cue.source)
    by_quotation = cue.quoted or precedes_quotation(page, report[1], quoted)
    if not is_set_off(page, report) or not (cue.use("clause") or by_quotation):
        return 0, []
    contents = around(page, report, quoted)
    if by_quotation:
        return cue.sure("quote") or cue.sure("clause"), contents
    plain = cue.sure("clause") >= _PLAIN or cue.source[0] > cue.last
    plain = plain and (has_clause(page, contents) or _is_answer(page, cue, contents))
    return (_ASIDE * cue.sure("clause"), contents) if plain else (0, [])


def _is_answer(page: Page, cue: Cue, contents: Sequence[Stretch]) -> bool:
    """Whether a mere noun phrase is reported: "No deal, she said"; "On Monday, it published" reports nothing."""
    first = page.tokens[contents[0][0]] if len(contents) == 1 else None
    if first is None or cue.sure("clause") < _SAYING or contents[0][1] > cue.first:
        return False
    return first.pos in ("NOUN", "PROPN", "DET", "ADJ", "NUM") and first.entity not in ("DATE", "TIME")


def _own_clause(page: Page, cue: Cue, source: Stretch) -> Stretch:
    """The report itself: source, cue, the person spoken to, time and place."""
    low, high = min(cue.first, source[0]), max(cue.last, source[1])
    if low > 0 and page.tokens[low - 1].lower in ("as", "so"):
        low -= 1
    heads = [page.tokens[index] for index in range(cue.verb.index, cue.last + 1)]
    for child in children_of(page, heads):
        if child.dep in _ADJUNCTS and child.index > high:
            high = max(high, until_mark(page, high, clause(page, child, cue.tokens)[1]))
    return low, high


def _far_clause(page: Page, cue: Cue) -> tuple[float, list[Stretch]]:
    """The clause behind the next "that", where the parse hangs it on a word in between."""
    if cue.source is None or not cue.use("clause"):
        return 0, []
    for token in page.tokens[cue.last + 1 : cue.last + 1 + _FAR]:
        if token.sentence != cue.verb.sentence or token.pos == "VERB":
            return 0, []
        if token.dep == "dobj" and token.lower != "that":
            return 0, []
        top = page.head(token)
        own = any(child.dep in _SUBJECTS and child.index > token.index for child in page.children(top))
        if token.lower == "that" and top.index > token.index and own:
            return cue.sure("clause"), [(token.index, clause(page, page.head(token), cue.tokens)[1])]
    return 0, []


def _cut(page: Page, cue: Cue, other: Cue, content: Stretch) -> Stretch:
    """The content up to the comma or conjunction before a later report of the same speaker."""
    first, last = content
    if not (first < other.first <= last and other.verb.index > cue.last and _is_raised(page, cue, other)):
        return content
    return trimmed(page, first, other.first - 2 if page.tokens[other.first - 1].pos in ("CCONJ", "PUNCT") else last)


def _is_raised(page: Page, cue: Cue, other: Cue) -> bool:
    """Whether a later verb of speech has the first one's speaker though the parse hangs it on the content.

    ", arguing that …" has; so has "denied that troops had crossed but confirmed that …", where the verb that it
    is joined to has another form ("had crossed") than the two reports.
    """
    verb, before = other.verb, page.tokens[other.first - 1]
    if verb.sentence != cue.verb.sentence or any(child.dep in _SUBJECTS for child in page.children(verb)):
        return False
    if verb.tag == "VBG":
        return before.text == "," and cue.verb.tag in ("VBD", "VBZ", "VBP", "VBN")
    joined = page.head(verb)
    return before.pos == "CCONJ" and verb.dep == "conj" and verb.tag == cue.verb.tag != joined.tag
