"""What pages and papers call things: `words.yaml`, validated, and how its entries become patterns.

Sources don't know the lexicon, which is about English speech; these are the words of page builders and desks.
"""

import re
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from verbale.errors import ToolsError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILE = "words.yaml"


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Group(_Shape):
    """Expressions of one kind, and something that one of them must match."""

    example: str
    words: tuple[str, ...]

    @property
    def any_of(self) -> str:
        """All of them as one alternative, to be put into a pattern."""
        return f"(?:{'|'.join(self.words)})"


class Metas(_Shape):
    """Names of meta elements by what they hold, the most trusted first."""

    published: tuple[str, ...]
    modified: tuple[str, ...]
    authors: tuple[str, ...]
    titles: tuple[str, ...]
    outlets: tuple[str, ...]


class Words(_Shape):
    """The groups of `words.yaml`, where each is explained."""

    trades: Group
    jobs: Group
    particles: Group
    byline_openers: Group
    credit_roles: Group
    agencies: Group
    tails: Group
    captions: Group
    pulled_quotations: Group
    around_the_page: Group
    appended: Group
    appeals: Group
    standfirsts: Group
    live_blogs: Group
    paywalls: Group
    bylines: Group
    days: Group
    todays: Group
    labels: Group
    metas: Metas
    pointers: Group
    pointer_headings: Group
    appeal_lines: Group
    asks_to_pay: Group
    says_for_subscribers: Group
    line_labels: dict[str, tuple[str, ...]]
    compounds: Group


@cache
def words() -> Words:
    """The lists, read once and on first use. Raises `ToolsError` where the file doesn't have its shape."""
    text = files("verbale.sources").joinpath(_FILE).read_text("utf-8")
    try:
        return Words.model_validate(yaml.load(text, Loader=_LOADER))  # noqa: S506 a safe loader, written in C
    except (ValidationError, yaml.YAMLError) as error:
        raise ToolsError(f"not a valid word list: {error}", where=_FILE, remedy="mend the file") from error


@cache
def pattern(form: str) -> re.Pattern[str]:
    """The expression `form`, in any letter case, in which `{jobs}` stands for any word of the group `jobs`."""
    return re.compile(_NAMED.sub(lambda found: _any_of(found[1]), form), re.IGNORECASE)


_NAMED = re.compile(r"\{([a-z_]+)\}")


def _any_of(name: str) -> str:
    group: Group = getattr(words(), name)
    return group.any_of
