"""Descriptions that the text sets beside a name, where the parse doesn't tell: read off the words' order.

"Norland's envoy to Odrana, Per Dal, agreed" is one person, though a parser may hang the name elsewhere. Where the
name begins a clause of its own ("According to the envoy, Per Dal left") or a list, it is another's.
"""

from collections.abc import Mapping

from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party
from verbale.reading.page import Token
from verbale.spans import Span

_ENDS = frozenset({".", ";", ":", ")", "”", '"', "''", "—", "–", "?", "!"})
_BODIES = frozenset({"organisation", "outlet", "group", ""})
_BODY_SORTS = frozenset({"organisation", "outlet"})


def link_beside(cast: Cast) -> None:
    """Tell descriptions that stand right before a name to be its own."""
    starts = {_start(found): index for index, found in enumerate(cast.mentions) if _is_single_name(found)}
    for index, found in enumerate(cast.mentions):
        if found.form != "nominal" or found.number == "plural" or index in cast.home:
            continue
        _join_what_who_was(cast, index)
        if index in cast.home:
            continue
        other = (
            _before_comma(cast, starts, index) if found.kinds[:1] == ("person",) else _before_body(cast, starts, index)
        )
        if other is not None:
            cast.home[other].evidence.append(cast.page.sentences[cast.sentence(index)])
            cast.join(index, cast.home[other])


def _is_single_name(found: Found) -> bool:
    return found.form == "name" and not found.parts


def _start(found: Found) -> int:
    return found.title.start if found.title is not None else found.span.start


def _join_what_who_was(cast: Cast, index: int) -> None:
    """Give "chief negotiator" in "Ivo Brant, who was chief negotiator," to the person whose clause it is."""
    token = cast.token(index)
    verb = cast.page.head(token)
    siblings = cast.page.children(verb)
    is_clause = token.dep == "attr" and verb.dep == "relcl" and any(one.lower == "who" for one in siblings)
    party = cast.party_of_token(cast.page.head(verb)) if is_clause else None
    if party is not None and party.kind == "person" and not any(one.dep == "neg" for one in siblings):
        party.evidence.append(cast.page.sentences[token.sentence])
        cast.join(index, party)


def _before_comma(cast: Cast, starts: Mapping[int, int], index: int) -> int | None:
    """The name of the person that follows behind a comma and is closed by another mark: "the envoy | , Per Dal,"."""
    found = cast.mentions[index]
    after = _tokens_after(cast, found.span)
    if len(after) < 3 or after[0].text != "," or not found.definite or not _may_be_apposed(cast, index):
        return None
    other = starts.get(after[2 if after[1].lower == "the" else 1].span.start)
    party = cast.home.get(other) if other is not None else None
    if other is None or party is None or party.kind != "person" or not _agrees(found, party):
        return None
    return other if _is_closed(cast, cast.mentions[other].span) else None


def _before_body(cast: Cast, starts: Mapping[int, int], index: int) -> int | None:
    """The body's name that follows at once with its article: "the rebel group | the Sons of Odrana"."""
    found = cast.mentions[index]
    after = _tokens_after(cast, found.span)
    if not _BODY_SORTS & set(found.kinds[:1]) or len(after) < 2 or after[0].text != "the":
        return None
    other = starts.get(after[1].span.start)
    party = cast.home.get(other) if other is not None else None
    return other if party is not None and party.known is None and party.kind in _BODIES else None


def _tokens_after(cast: Cast, span: Span) -> tuple[Token, ...]:
    """The next tokens of the sentence."""
    last = cast.page.tokens_in(span)[-1]
    after = cast.page.tokens[last.index + 1 : last.index + 4]
    return tuple(token for token in after if token.sentence == last.sentence)


def _may_be_apposed(cast: Cast, index: int) -> bool:
    """Whether the description is a subject, or stands behind the verb: not in a phrase that opens the sentence."""
    token = cast.token(index)
    sentence = cast.page.tokens_in(cast.page.sentences[token.sentence])
    return token.dep in ("nsubj", "nsubjpass") or any(one.index < token.index and one.pos == "VERB" for one in sentence)


def _is_closed(cast: Cast, name: Span) -> bool:
    """Whether a mark closes the apposition and no list goes on behind it."""
    after = _tokens_after(cast, name)
    if not after or after[0].text in _ENDS:
        return True
    return after[0].text == "," and not (len(after) > 1 and (after[1].pos in ("CCONJ", "PROPN")))


def _agrees(found: Found, party: Party) -> bool:
    return not (found.gender and party.gender and found.gender != party.gender)
