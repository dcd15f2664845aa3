"""A text as its reader sees it: mojibake repaired, invisible characters and escapes gone, one line break.

Quotation marks stay what they are: of ftfy only the repair of the encoding is used, never its straightening.
"""

import re
import unicodedata
from html import unescape
from html.entities import html5

from verbale.article import Notice

# U+200B…: zero width and direction marks; U+00AD: soft hyphen; U+FEFF: byte order mark inside a text.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# The (non-)joiners are seen in Persian, in Indic scripts and in emoji; between other letters they are not.
_JOINER = re.compile("(?<![\u0600-\u08ff\u0900-\u0dff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_EDGES = re.compile(r"(?<! ) *\n *")
_EMPTY_LINES = re.compile(r"\n{3,}")
_ESCAPE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,12}\d?);")
# A letter and its accents as two characters look like one; composing anything else may merge what readers
# tell apart. Eight at most: sorting a long run of accents takes quadratic time.
_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,8}")
# What windows-1252 makes of the first two bytes of every quotation mark and dash in UTF-8.
_LOST_BYTE = re.compile("â€(?=[\\s.,;:!?)\\]]|$)")
_MOJIBAKE = re.compile("[\u0080-\u024f\u0386-\u0491\u2018-\u2122]")


def clean(text: str) -> tuple[str, tuple[Notice, ...]]:
    """The text for the reader's eye, and what had to be repaired (`repaired_encoding`)."""
    composed = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    repaired = _decoded_twice(composed)
    notices = (_REPAIRED,) if repaired != composed else ()
    return _tidy(_CONTROL.sub("", _BREAK.sub("\n", _unescaped(repaired)))), notices


def clean_line(text: str) -> str:
    """The same for a title or a name, in one line."""
    return " ".join(clean(text)[0].split())


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for every half of a pair, one for one: no offset moves, and it can be written."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


_REPAIRED = Notice(
    code="repaired_encoding",
    message="characters that an earlier program had decoded wrongly (â€œ for “) were put right",
)


def _decoded_twice(text: str) -> str:
    """ftfy's repair word by word, since a sound mark must not keep a broken one in its line from being repaired.

    The whole line comes last: a word may hold a broken space ("VoilÃ  tout").
    """
    if not _MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding  # noqa: PLC0415 -- slow to load, and a clean text doesn't need it
    from ftfy.badness import is_bad  # noqa: PLC0415

    def repaired(piece: str) -> str:
        return fix_encoding(_LOST_BYTE.sub("â€\x9d", piece)) if is_bad(piece) else piece

    lines = (" ".join(map(repaired, line.split(" "))) if is_bad(line) else line for line in text.split("\n"))
    return "\n".join(map(repaired, lines))


def _unescaped(text: str) -> str:
    """Entities that were escaped twice (`&amp;quot;` in the page, `&quot;` on the screen)."""
    for _ in range(2):
        text = _ESCAPE.sub(
            lambda found: unescape(found[0]) if found[0][1] == "#" or found[0][1:] in html5 else found[0],
            text,
        )
    return text


def _tidy(text: str) -> str:
    text = _JOINER.sub("", _INVISIBLE.sub("", text))
    return _EMPTY_LINES.sub("\n\n", _EDGES.sub("\n", _SPACE.sub(" ", text))).strip("\n ")
