"""What an issue is about, so that two wordings of it can be told to be one."""

import re
from functools import lru_cache

from verbale.lexicon.alike import load_alike
from verbale.lexicon.changes import among, load_changes
from verbale.lexicon.stems import stem

Stems = frozenset[str]

SHARED = 0.6
"""The share of the shorter wording's stems that the longer one has to have. By hand, on the pairs of the tests: at 0.5
"talks on missiles" and "limits on missiles" are one."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def same_issue(left: str, right: str) -> bool:
    """Whether two wordings are of one issue: they share most of their stems, at least two, or all of the only one.

    What is wanted and what is not wanted are no one issue: "no new members" and "new members".
    """
    one, other = stems_of(left), stems_of(right)
    common = len(one & other)
    if not common or _is_negative(left) != _is_negative(right):
        return False
    if common < 2:
        return common == 1 and one == other
    return common >= SHARED * min(len(one), len(other))


@lru_cache(maxsize=8192)
def stems_of(text: str) -> Stems:
    """The stems of a text's words of content, those of one meaning as one; its numbers, but no days."""
    alike, words = load_alike(), load_changes()
    silent = alike.stop_words | alike.when | words.empty
    stems = (stem(word) for word in map(str.lower, _WORD.findall(text)) if word not in silent)
    return frozenset(words.meanings.get(one, one) for one in stems if len(one) > 1 or one.isdigit())


def _is_negative(text: str) -> bool:
    return len(among(load_changes().negative, text)) % 2 == 1
