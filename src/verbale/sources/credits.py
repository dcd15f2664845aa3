"""Who wrote an article: names out of bylines and out of the credits at an agency report's end.

"By ABIGAIL BYRNE, Senior Diplomatic Correspondent, and TOBY KERR" → Abigail Byrne, Toby Kerr.
"(Reporting by Jon Marek in Doha; Editing by Toby Kerr)" → Jon Marek, Toby Kerr, and out of the text.
"""

import re

# Words of which one is enough to tell a job or an office from a name.
_JOB = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|reporting|writers?|staff|desk|bureau|chief|senior|junior|deputy|columnist"
    r"|analysts?|journalists?|producers?|photographers?|agency|agencies|news|press|team|contributors?|contributing|special"
    r"|associate|director|professor|fellow|author|blogger|guest|service|wire|wires|media|network|online|admin|newsroom"
    r"|diplomatic|political|foreign|affairs|international|world|published|updated|posted)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "al ap abu ben bin da dal de del della den der di dos du e el ibn la le los san st ten ter van von y zu".split()
)
_BY = re.compile(
    r"^\W*(?:(?:written|words|story|text|analysis|report|reporting|compiled|posted|review)\s+)?by\b[:\s]+",
    re.I,
)
_PARTS = re.compile(r"\s*(?:[,;|/•·\n]|\s&\s|\band\b|\bwith\b|\s[–—-]\s)\s*", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|at|from|for|of|on)\s.*$", re.IGNORECASE | re.DOTALL)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*$")
_ROLE = (
    r"(?:additional\s+|further\s+)?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compil(?:ing|ed)|translat(?:ing|ed|ion)"
    r"|contribut(?:ions?|ed)|rewrit(?:ing|ten)|production|research|graphics?|photography)"
    r"(?:\s+and\s+(?:report|writ|edit)\w+)?\s+by"
)
_TAIL = re.compile(rf"\s*[(\[]?\s*(?P<credits>(?:with\s+)?{_ROLE}\b[^()\[\]\n]{{2,600}}?)[)\]]?[.\s]*$", re.IGNORECASE)
_SIGNED = re.compile(
    r"\n\s*[(\[]?(?P<credits>(?:(?:the\s+)?associated\s+press|ap|reuters|afp)?\s*(?:staff\s+)?"
    r"(?:writers?|reporters?|journalists?|correspondents?)?\s*[^\n.]{3,300}?"
    r"\s(?:also\s+)?contributed\s+(?:to\s+(?:this|the)\s+(?:report|story|article)|reporting))\.?[)\]]?\s*$",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 200
# "By Tuesday both sides had left the hall" has words that no byline has.
_SENTENCE = re.compile(r"\b(?:had|has|have|was|were|is|are|will|would|said|says)\b")
# Credits are short; looking no further back keeps the patterns fast on any text.
_LAST = 1_500
_STANDARDS = re.compile(r"\n\s*our standards:\s[^\n]{0,120}$", re.IGNORECASE)
_LABELS = re.compile(rf"(?:with\s+)?{_ROLE}:?", re.IGNORECASE)
_AGENCY = re.compile(
    r"^\W*(?:the\s+)?(?:associated\s+press|ap|reuters|afp)?\s*(?:staff\s+)?(?:writers?|reporters?|journalists?|correspondents?)?\s+"
    r"|\s(?:also\s+)?contributed\b.*$",
    re.IGNORECASE,
)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a byline or an author field, spelled whole; job titles, places and desks are left out."""
    parts = (_PLACE.sub("", part).strip(" .:()[]\t") for part in _PARTS.split(_BY.sub("", text)))
    return tuple(dict.fromkeys(_spelled(part) for part in parts if _is_name(part)))


def byline(line: str) -> tuple[str, ...]:
    """The names of a line that is a byline ("By Abigail Byrne in Geneva"), and none of any other line."""
    by = _BY.match(line)
    if (
        not by
        or len(line) > _LONGEST_BYLINE
        or line.rstrip().endswith((".", "?", "!", "”", '"'))
        or _SENTENCE.search(line)
    ):
        return ()
    return names_in(line[by.end() :])


def without_tail(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the credits at its end, and the names in them."""
    start, end = text[:-_LAST], _STANDARDS.sub("", text[-_LAST:].rstrip())
    names: tuple[str, ...] = ()
    while found := _credits_ending(end):
        end, names = end[: found.start()].rstrip(), (*_credited(found), *names)
    return start + end, tuple(dict.fromkeys(names))


def _credits_ending(text: str) -> re.Match[str] | None:
    """Credits in brackets or on a line of their own; the end of a sentence is none."""
    for form in (_SIGNED, _TAIL):
        found = form.search(text)
        before = text[: found.start("credits")].rstrip(" \t")[-1:] if found else ""
        if found and before in ("", "(", "[", "\n") and _credited(found):
            return found
    return None


def _credited(found: re.Match[str]) -> tuple[str, ...]:
    return names_in(_LABELS.sub(";", _AGENCY.sub("", found["credits"])))


def _is_name(part: str) -> bool:
    words = part.split()
    if not part or words[0].lower() in ("the", "a", "our") or not 2 <= len(words) <= 6 or _JOB.search(part):
        return False
    return all(_NAME_WORD.match(word) for word in words) and all(
        word[0].isupper() or word.lower().split("-")[0] in _PARTICLES for word in words
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
