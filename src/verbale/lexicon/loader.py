"""Reads a word list: YAML in, a validated frozen value out."""

from collections.abc import Iterable
from importlib.resources import files
from typing import Protocol, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from verbale.errors import ToolsError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class WordList(BaseModel):
    """The shape of a YAML file of words: frozen, and no key that isn't declared."""

    # Built when a list is read, since `import verbale` should not wait for it.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Worded(Protocol):
    """A group of a word list."""

    @property
    def words(self) -> Iterable[str]: ...


Group = TypeVar("Group", bound=Worded)
Shape = TypeVar("Shape", bound=WordList)


def by_word(groups: Iterable[Group]) -> dict[str, tuple[Group, ...]]:
    """For each word the groups that hold it, in their order."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        for word in dict.fromkeys(group.words):
            found.setdefault(word, []).append(group)
    return {word: tuple(holding) for word, holding in found.items()}


def load(name: str, shape: type[Shape]) -> Shape:
    """The word list `name` (such as `speech.yaml`) in its shape.

    Raises `ToolsError` that names the file and the key where it doesn't have that shape.
    """
    text = files("verbale.lexicon").joinpath(name).read_text("utf-8")
    try:
        return shape.model_validate(yaml.load(text, Loader=_LOADER))  # noqa: S506 a safe loader, written in C
    except (ValidationError, yaml.YAMLError) as error:
        raise ToolsError(f"not a valid word list: {error}", where=name, remedy="mend the file") from error
