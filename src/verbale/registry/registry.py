"""The registry as a value: what a name may mean, what is a city, who held which office."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from verbale.errors import ToolsError
from verbale.registry.known import USES, City, Known, Match
from verbale.registry.likeness import key_of
from verbale.registry.own import read_own
from verbale.registry.shelf import Rows, Shelf, open_shelf, shelf_of
from verbale.registry.terms import Term

FILES = ("registry.sqlite", "share-alike.sqlite")


@dataclass(frozen=True)
class Registry:
    """Shelves, a person's own before the shipped ones.

    Look-ups heed case, since "US" and "us" differ, but take "MOSCOW" for "Moscow".
    """

    shelves: tuple[Shelf, ...]

    def look_up(self, name: str) -> tuple[Match, ...]:
        """What the name may mean, names before demonyms before seats; nothing where it is not known."""
        found = self._matches(name)
        if found or len(name) < 4 or not name.isupper():
            return found
        return self._matches(name.title())

    def _matches(self, name: str) -> tuple[Match, ...]:
        """By the first shelf that knows the name: what a person says of it goes before what we ship."""
        pairs = next((found for shelf in self.shelves if (found := shelf.names(name))), ())
        matches = [Match(self[id_], use) for id_, use in pairs]
        return tuple(sorted(matches, key=lambda match: (USES.index(match.use), match.known.id)))

    def longest(self, word: str) -> int:
        """The characters of the longest name that begins with the word, in its own case or as "MOSCOW"; 0 for none."""
        return max(max(shelf.longest(word), shelf.longest(word.title())) for shelf in self.shelves)

    def cities(self, name: str) -> tuple[City, ...]:
        """The towns of that name, the largest first."""
        return tuple(city for shelf in self.shelves for city in shelf.cities(name))

    def held_by(self, name: str) -> tuple[Term, ...]:
        """The terms of everybody who may bear the full name, however it is spelt; none for a single word."""
        key = key_of(name)
        return tuple(term for shelf in self.shelves for term in shelf.held_by(key)) if key else ()

    def holders(self, body: str, office: str) -> tuple[Term, ...]:
        """All terms in an office that one person holds at a time."""
        return tuple(term for shelf in self.shelves for term in shelf.holders(body, office)) if office else ()

    def get(self, id_: str) -> Known | None:
        """The row with that id; what a person adds to one that is shipped is part of it."""
        found = [row for shelf in self.shelves if (row := shelf.known(id_))]
        return _joined(found) if found else None

    def __getitem__(self, id_: str) -> Known:
        row = self.get(id_)
        if row is None:
            raise KeyError(id_)
        return row


def _joined(rows: list[Known]) -> Known:
    """The shipped row (the last) with the names of those before it."""
    last = rows[-1]
    for row in reversed(rows[:-1]):
        last = replace(
            last,
            aliases=tuple(dict.fromkeys((*last.aliases, row.name, *row.aliases))),
            demonyms=tuple(dict.fromkeys((*last.demonyms, *row.demonyms))),
            seats=tuple(dict.fromkeys((*last.seats, *row.seats))),
            heads=tuple(dict.fromkeys((*last.heads, *row.heads))),
            source=tuple(dict.fromkeys((*last.source, *row.source))),
        )
    return last


def load_registry(names: Path | None = None) -> Registry:
    """The registry that the package ships, and before it the names in a person's own file.

    Raises `ToolsError` where a shipped file is missing, and `OptionError` where the person's can't be used.
    """
    own = (shelf_of(Rows(known=read_own(names))),) if names else ()
    return Registry((*own, *(open_shelf(_shipped(name)) for name in FILES)))


def _shipped(name: str) -> Path:
    path = Path(str(files("verbale.registry").joinpath(name)))
    if not path.is_file():
        raise ToolsError(f"the registry's {name} is missing", where="verbale", remedy="install the package anew")
    return path


def make_registry(rows: Iterable[Known], *, cities: Iterable[City] = (), terms: Iterable[Term] = ()) -> Registry:
    """A registry of these rows, in memory."""
    return Registry((shelf_of(Rows(tuple(rows), tuple(cities), tuple(terms))),))
