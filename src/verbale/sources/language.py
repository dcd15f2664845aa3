"""Which language a text is in. Verbale reads English; anything else gets a warning and no entries."""

import re
from collections import Counter
from functools import cache
from typing import Protocol

# Languages of a written press. The model knows 140, but small relatives of English (Pidgin, Frisian) win
# short sentences full of names.
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka"
    " kk km kn ko ky lo lt lv mk ml mn mr ms my ne nl no or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te"
    " th tl tr uk ur uz vi zh zu"
).split()
# On the sentences of PolNeAR's development split (py3langid 0.4) the model errs in 134 of 390 with fewer than 20
# letters, in 12 of 470 with 20 to 39, all of them less sure than the bound below, and in none of 2,855 longer ones.
_TELLS = 20
_CERTAIN = 100
_SURE_BELOW = 0.7
_MOST_PARAGRAPHS = 100
_LONGEST = 2_000
_NOT_LETTERS = re.compile(r"(?:https?://\S+|[\W\d_])+")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str:
    """The language (ISO 639-1) of most of the text, by the letters of its paragraphs; `und` for a few words.

    A quotation in Russian doesn't make an English page Russian, nor does one English line make it English.
    """
    weights: Counter[str] = Counter()
    for paragraph in _paragraphs(text):
        letters = len(_NOT_LETTERS.sub("", paragraph))
        weights[_language_of_one(paragraph, letters)] += letters
    del weights["und"]
    return max(weights, key=lambda language: (weights[language], language == "en")) if weights else "und"


def _paragraphs(text: str) -> list[str]:
    """The longer paragraphs, or the text as one where it has none."""
    lines = [line[:_LONGEST] for line in text[: _LONGEST * _MOST_PARAGRAPHS].splitlines() if len(line) >= _CERTAIN]
    return lines[:_MOST_PARAGRAPHS] or [" ".join(text[:_LONGEST].split())]


def _language_of_one(paragraph: str, letters: int) -> str:
    if letters < _TELLS:
        return "und"
    language, sure = _identifier().classify(_NOT_LETTERS.sub(" ", paragraph))
    return language if language == "en" or letters >= _CERTAIN or sure >= _SURE_BELOW else "und"


@cache
def _identifier() -> _Identifier:
    """py3langid's model: read once, on the first text, since that is slow; it holds no state."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    found: _Identifier = identifier
    return found
