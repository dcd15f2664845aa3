"""How English speaks of time: words, and the phrases made of them, as `time.yaml` has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from verbale.lexicon.atoms import Vocabulary
from verbale.lexicon.loader import WordList, load
from verbale.lexicon.numerals import load_numbers
from verbale.lexicon.patterns import Patterns

Meaning = Literal["calendar", "unit", "narrated", "away", "away_narrated", "length", "stretch", "every", "reference"]


class Phrases(WordList):
    """Phrases that mean the same kind of thing."""

    meaning: Meaning
    example: str
    """A sentence with such a phrase in it."""
    patterns: tuple[str, ...]
    sure: float
    """How often such a phrase is a time expression with the value that it is given here, 0-1."""


class TimeList(Vocabulary):
    """The shape of `time.yaml`."""

    parts: Mapping[str, str]
    phrases: tuple[Phrases, ...]
    seldom: Mapping[str, str]
    """Words that are seldom marked as time expressions, and the value of those that are."""
    verbs_of_plans: frozenset[str]
    """Lemmas of verbs after whose past participle a day is yet to come: "set for Friday"."""
    verbs_of_planning: frozenset[str]
    """Lemmas of those after whose simple past it is, too."""
    verbs_of_deferral: frozenset[str]
    """Lemmas of verbs after which a day with one of the words of `deferred_to` is yet to come: "moved to Friday"."""
    deferred_to: frozenset[str]
    verbs_of_intent: frozenset[str]
    """Lemmas of verbs after which an infinitive is yet to come: "agreed to meet on Monday"."""
    adjectives_ahead: frozenset[str]
    """Adjectives after which a day is yet to come: "due Friday"."""
    planned: frozenset[str]
    """Words before a noun that say that it is yet to come: "the planned visit in May"."""
    unchanging_verbs: frozenset[str]
    """Verbs whose present and past are written alike: taken for the past."""
    verbs_of_saying: frozenset[str]
    """Lemmas of verbs whose present tense tells what has been said."""
    day_first_domains: frozenset[str]
    """Ends of addresses of countries that write the day before the month."""
    month_first_outlets: frozenset[str]
    """Parts of the names of outlets that write the month before the day."""
    month_first_hosts: frozenset[str]
    """Ends of the addresses of such outlets."""
    numbered: frozenset[str]
    """Words after which four digits are a number, not a year."""
    modals_ahead: frozenset[str]
    """Auxiliaries that point ahead, as written."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The time lexicon, ready for the search."""

    patterns: Patterns
    groups: tuple[Phrases, ...]
    """The group of each pattern, in their order."""
    lists: TimeList


def load_time() -> TimeWords:
    """The list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    words = load("time.yaml", TimeList)
    lines = [(group, pattern) for group in words.phrases for pattern in group.patterns]
    patterns = Patterns([pattern for _, pattern in lines], words, load_numbers(), words.parts)
    return TimeWords(patterns, tuple(group for group, _ in lines), words)
