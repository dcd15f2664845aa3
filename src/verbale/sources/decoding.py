"""Bytes to text: the encoding that the bytes show, then the one that is declared, then the likeliest."""

import codecs
import re
from string import ascii_letters

from verbale.article import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Pages that call themselves Latin-1 or ASCII are windows-1252 (WHATWG Encoding Standard, section 4.2).
_WESTERN = frozenset(("ascii", "iso8859-1", "cp1252"))
# Character sets that pages are written in; Python's others (idna, punycode, utf-7) decode anything, slowly.
_CHARSETS = (
    "utf-8",
    "utf-16",
    "utf-32",
    "iso8859",
    "cp",
    "koi8",
    "mac",
    "big5",
    "gb",
    "euc",
    "shift",
    "iso2022",
    "tis",
)
_SAMPLE = 65_536
# With fewer letters beyond ASCII than this share the text is English with typographic marks, and a guess by
# statistics has nothing to go by: in PolNeAR's 924 articles such letters are under 0.2 %, in Russian nearly all.
_FEW = 0.2
_LETTERS = [letter.encode() for letter in ascii_letters]


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text of the bytes, and a warning where some could not be read as what the rest is."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    wide = _without_mark(data)
    if wide:
        return _decoded(data, wide)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decoded(data, _encoding_of(data, declared))


def declared_in(data: bytes) -> str | None:
    """The encoding that a page or an XML file names in its first two kilobytes."""
    found = _DECLARED.search(data[:2048])
    return found[1].decode("ascii", "ignore") if found else None


def _without_mark(data: bytes) -> str | None:
    """UTF-16 by its zeros: in any text with spaces and line breaks one byte of each pair is often zero."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # A tenth of the pairs: Cyrillic in UTF-16 has that many spaces; other texts have no zeros at all.
    if max(even, odd) * 10 < len(sample) // 2 or min(even, odd) * 10 > max(even, odd) or len(data) < 4:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _encoding_of(data: bytes, declared: str | None) -> str:
    if _is_damaged_utf8(data):
        return "utf-8"
    named = _known(declared)
    if named and named != "utf-8":
        return named
    return _likeliest(data)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are sound UTF-8 and only a few are not."""
    beyond = sum(byte > 127 for byte in data[:_SAMPLE])
    sound = data[:_SAMPLE].decode("utf-8", "ignore").encode()
    return beyond > 0 and sum(byte > 127 for byte in sound) * 2 > beyond


def _known(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name.strip("\"' ")).name if name else ""
    except (LookupError, ValueError):
        return None
    if found in _WESTERN:
        return "windows-1252"
    return found if found.startswith(_CHARSETS) else None


def _likeliest(data: bytes) -> str:
    """windows-1252 for English with typographic marks; otherwise what the statistics of letters say."""
    sample = data[:_SAMPLE]
    beyond = sum(byte > 0xBF for byte in sample)  # where every one-byte set of Europe has its letters
    if beyond < _FEW * (beyond + sum(sample.count(letter) for letter in _LETTERS)):
        return "windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- only bytes of unknown encoding need it

    best = from_bytes(
        sample, cp_isolation=["cp1251", "cp1252", "cp1250", "koi8_r", "cp1253", "cp1254", "iso8859_5"]
    ).best()
    return best.encoding if best else "windows-1252"


def _decoded(data: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    text = (
        data.decode(encoding, _LENIENT) if encoding in ("utf-8", "windows-1252") else data.decode(encoding, "replace")
    )
    text = text.removeprefix("\ufeff")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    message = f"{lost} characters could not be read as {encoding} and stand as \ufffd"
    return text, (Notice(code="replaced_characters", message=message),)


_LENIENT = "verbale-lenient"


def _byte_by_byte(fault: UnicodeError) -> tuple[str, int]:
    """A byte that isn't UTF-8 is what windows-1252 makes of it; one that is nothing there is U+FFFD."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    wrong = fault.object[fault.start : fault.end]
    return wrong.decode("windows-1252", "replace"), fault.end


codecs.register_error(_LENIENT, _byte_by_byte)
