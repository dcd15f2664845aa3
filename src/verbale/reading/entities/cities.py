"""Which town a place is, where its name tells: "Goma" is one, "Springfield" any of six.

A place that is named with its country ("Tripoli, Lebanon") is the town there. Otherwise a town that is far larger
than all others of its name is meant, or the only one in a country of which the text speaks.
"""

from collections.abc import Sequence

from verbale.reading.entities.cast import Cast, Party
from verbale.registry import City

# How many times larger than the next of its name a town is that needs no country beside it: Paris to Paris in
# Texas 80 times, Tripoli in Libya to Tripoli in Lebanon 6 times. An estimate, not measured.
_FAR_LARGER = 10


def settle_cities(cast: Cast) -> None:
    """Say of each place which town it is, where that is clear."""
    for party in cast.parties:
        if party.kind == "place" and party.known is None and party.mentions:
            party.city = _city(cast, party)


def _city(cast: Cast, party: Party) -> City | None:
    names = dict.fromkeys(cast.mentions[index].span.of(cast.page.text) for index in party.mentions)
    cities = [city for name in names for city in cast.registry.cities(" ".join(name.split()))]
    if len(cities) < 2:
        return cities[0] if cities else None
    for index in party.mentions:
        if addressed := [city for city in cities if _is_addressed(cast, index, city)]:
            return addressed[0]
    if cities[0].population >= _FAR_LARGER * cities[1].population:
        return cities[0]
    near = [city for city in cities if city.country in _countries(cast)]
    return near[0] if len(near) == 1 else None


def _is_addressed(cast: Cast, index: int, city: City) -> bool:
    """Whether the city's country, or its state of the United States, follows after a comma."""
    end = cast.mentions[index].span.end
    after = cast.page.tokens_in(cast.mentions[index].span)[-1].index + 1
    rest = cast.page.tokens[after : after + 2]
    if len(rest) < 2 or rest[0].text != "," or rest[0].span.start != end:
        return False
    party = cast.party_of_token(rest[1])
    known = party.known if party is not None else None
    return known is not None and known.id in (city.country, f"US-{city.region}")


def _countries(cast: Cast) -> Sequence[str]:
    return [one.known.id for one in cast.parties if one.known is not None and one.known.kind == "state"]
