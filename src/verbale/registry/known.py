"""What the registry gives for a name: a state, a part of one, a body, or a city."""

from dataclasses import dataclass
from typing import Literal

Use = Literal["name", "demonym", "seat"]
"""How a name means its bearer: by itself, as its people, or as the place that it is governed from."""

USES: tuple[Use, ...] = ("name", "demonym", "seat")
"""In the order in which a reader thinks of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """A state, a part of one, an organisation or an armed group, under all its names."""

    id: str
    """ISO 3166-1 alpha-3 for a state, otherwise an acronym or a code of our own."""
    kind: Literal["state", "place", "organisation", "group"]
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Adjectives and nouns for its people: "Russian", "Russians"."""
    seats: tuple[str, ...] = ()
    """Places that may stand for it: "Moscow", "the Kremlin" (without the article)."""
    heads: tuple[str, ...] = ()
    """Head nouns of descriptions that may mean it: "the alliance"."""
    cities: tuple[str, ...] = ()
    """Places inside it that tell it from another of its name."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    codes: tuple[str, ...] = ()
    """Of a state: ISO 3166-1 alpha-2, where it has one."""
    part_of: str | None = None
    """The id of the body whose organ it is."""
    members: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3 of the states that belong to it, as of the year that its source tells."""
    source: tuple[str, ...] = ()
    """Where the row's facts come from."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that a name may mean, and how: "Moscow" is a seat of Russia."""

    known: Known
    use: Use


@dataclass(frozen=True, slots=True)
class City:
    """A town of some size."""

    id: str
    """Its number in GeoNames: `geonames:524901`."""
    name: str
    country: str | None
    """ISO 3166-1 alpha-3."""
    region: str
    """The first-order division of its country, by GeoNames' code; for the United States the letters of the state."""
    population: int
    latitude: float
    """Degrees, to a hundredth."""
    longitude: float
