"""Who wrote an article: names out of bylines and out of the credits at an agency report's end.

"By ABIGAIL BYRNE, Senior Diplomatic Correspondent, and TOBY KERR" → Abigail Byrne, Toby Kerr.
"(Reporting by Jon Marek in Doha; Editing by Toby Kerr)" → Jon Marek, Toby Kerr, and out of the text.
"""

import re
from collections.abc import Sequence

from verbale.sources.words import pattern, words

_BY = r"^\W*(?:{byline_openers}\s+)?by\b[:\s]+"
_JOB = r"\b(?:{trades}|{jobs})\b"
_TRADE = r"^.*\b{trades}\s+"
_PARTS = re.compile(
    r"\s*(?:[,;|/•·\n]|\s&\s|\band\b|\bwith\b|\s[–—-]\s"
    r"|\.\s+(?=(?:last |first )?(?:published|posted|updated)\b))\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:in|at|from|for|of|on)\s.*$", re.IGNORECASE | re.DOTALL)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*$")
# The credits that may follow the last sentence in its own line, and the sentences that a line of credits is made of.
_INLINE = r"\s*[(\[]?\s*(?P<credits>(?:with\s+)?{credit_roles}\s+by\b[^()\[\]\n]{2,600}?)[)\]]?[.\s]*$"
_SENTENCE_OF_CREDITS = (
    r"(?:with\s+)?{credit_roles}(?:\s+by)?:?\s[^()\[\]\n]{2,600}"
    r"|[^\n]{3,300}?\s(?:also\s+)?contributed\s+(?:to\s+(?:this|the)\s+(?:report|story|article)|(?:additional\s+)?reporting)[^\n.]{0,120}\.?"
    r"|[^\n]{3,120}?\sreported\s+from\s[^\n.]{3,200}\.?"
)
_LABELS = (
    r"(?:with\s+)?{credit_roles}(?:\s+by\b)?:?|\s(?:also\s+)?contributed\b.*$|\s+(?:also\s+)?reported(?=\s+from\b)"
)
_SENTENCES = re.compile(r"(?<=[^\W\d_A-Z][.;])\s+(?=[^\W\d_a-z])")
_TAIL = r"{tails}|[(\[]?{agencies}(?:\s?(?:[,/;&+]|and)\s?{agencies})*[)\]]?"
_LONGEST_BYLINE = 200
# "By Tuesday both sides had left the hall" has words that no byline has.
_SENTENCE = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|said|says)\b")
# Credits are short; looking no further back keeps the patterns fast on any text.
_LAST = 1_500
# More lines of credits, sources and rights than an article ends with; it bounds the loop.
_MOST_LINES = 20


def names_in(text: str) -> tuple[str, ...]:
    """The names in a byline or an author field, spelled whole; job titles, places and desks are left out."""
    by = pattern(_BY)
    parts = (_PLACE.sub("", by.sub("", part)).strip(" .:()[]\t") for part in _PARTS.split(by.sub("", text)))
    return tuple(dict.fromkeys(_spelled(name) for part in parts if (name := _name_of(part))))


def byline(line: str) -> tuple[str, ...]:
    """The names of a line that is a byline ("By Abigail Byrne in Geneva"), and none of any other line."""
    by = pattern(_BY).match(line)
    if (
        not by
        or len(line) > _LONGEST_BYLINE
        or line.rstrip().endswith((".", "?", "!", "”", '"'))
        or _SENTENCE.search(line)
    ):
        return ()
    return names_in(line[by.end() :])


def without_tail(text: str, authors: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The text without what follows its last sentence, and the names that are credited there.

    That is who reported, edited and helped, sources, rights, and a line about one of the `authors`.
    """
    start, end = text[:-_LAST], text[-_LAST:].rstrip()
    names: tuple[str, ...] = ()
    for _ in range(_MOST_LINES):
        found = _end_of_text(end, (*authors, *names))
        if found is None:
            break
        end, names = end[: found[0]].rstrip(), (*found[1], *names)
    return start + end, tuple(dict.fromkeys(names))


def _end_of_text(text: str, authors: Sequence[str]) -> tuple[int, tuple[str, ...]] | None:
    """Where the text ends and its last credits begin, with the names in them; None where it ends in itself."""
    at = text.rfind("\n") + 1
    line = text[at:].strip()
    names = _credited(line)
    if names and (at or line.startswith(("(", "["))):
        return at, names
    if at and (pattern(_TAIL).fullmatch(line) or _is_about(line, authors)):
        return at, ()
    found = pattern(_INLINE).search(text)
    before = text[: found.start("credits")].rstrip(" \t")[-1:] if found else ""
    if found and before in ("", "(", "[", "\n") and (inline := _credited(found["credits"])):
        return found.start(), inline
    return None


def _credited(line: str) -> tuple[str, ...]:
    """The names of a line that holds nothing but credits; none of any other."""
    sentences = _SENTENCES.split(line.strip("()[] "))
    form = pattern(_SENTENCE_OF_CREDITS)
    if not all(form.fullmatch(one.rstrip(";")) for one in sentences):
        return ()
    labels = pattern(_LABELS)
    return tuple(dict.fromkeys(name for one in sentences for name in names_in(labels.sub(";", one))))


def _is_about(line: str, authors: Sequence[str]) -> bool:
    """Whether the line tells what an author does ("Anton Vrieslander is our chief correspondent …")."""
    return any(line.startswith(f"{name} ") for name in authors) and bool(pattern(_JOB).search(line))


def _name_of(part: str) -> str:
    """The name that the part is, or that follows a trade in it; nothing where there is none."""
    if _is_name(part):
        return part
    after = pattern(_TRADE).sub("", part)
    return after if after != part and _is_name(after) else ""


def _is_name(part: str) -> bool:
    own = part.split()
    if not part or own[0].lower() in ("the", "a", "our") or not 2 <= len(own) <= 6:
        return False
    if pattern(_JOB).search(part):
        return False
    particles = words().particles.words
    return all(_NAME_WORD.match(word) for word in own) and all(
        word[0].isupper() or word.lower().split("-")[0] in particles for word in own
    )


def _spelled(name: str) -> str:
    """The name in the usual letter case where a page shouts it."""
    shouted = re.sub(r"\bMc", "MC", name).isupper()
    return " ".join(_word(word) if shouted else word for word in name.split())


def _word(word: str) -> str:
    if len(word.rstrip(".")) == 1:
        return word
    titled = re.sub(r"(?:^|[-'’.])\w", lambda found: found[0].upper(), word.lower())
    return re.sub(r"^Mc(\w)", lambda found: "Mc" + found[1].upper(), titled)
