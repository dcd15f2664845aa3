"""Who "both sides" are: the two that the text has just set against, or beside, each other.

"Norland and Sudria signed. Both sides were content." Where not just as many as the words say came up shortly
before, the description stays a group without members.
"""

from collections.abc import Iterator, Sequence

from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party

_COUNTS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3}
# Without a number, too, these mean the two who talk: "The presidents noted …", "The parties agreed".
_PAIRED = frozenset({"side", "party", "leader", "president", "minister", "prime minister", "foreign minister"})
# Told sentences back in which the sides are looked for.
_NEAR = 3
_BODIES = ("state", "organisation", "group")


def sides_of(cast: Cast, index: int) -> tuple[Party, ...]:
    """The parties that a description such as "both sides" means, in the order of the text; none where it is open."""
    found = cast.mentions[index]
    count = _count(cast, found)
    if not (count and found.definite and found.role in cast.people.sides):
        return ()
    kinds = ("person",) if cast.people.is_role(found.role) else _BODIES
    near = [one for one in _near(cast, index) if one in cast.home]
    for one in reversed(near):
        if _suits(cast.home[one].members, count, kinds):
            return cast.home[one].members
    alone = tuple(dict.fromkeys(cast.home[one] for one in near if _is_alone(cast, one, kinds)))
    return alone if len(alone) == count else ()


def _count(cast: Cast, found: Found) -> int:
    """How many the words say; two for "the sides", "the parties", "the presidents"."""
    words = [token.text.lower() for token in cast.page.tokens_in(found.span)]
    told = next((_COUNTS[word] for word in words if word in _COUNTS), 0)
    bare = found.number == "plural" and words[:1] == ["the"] and len(words) == len(found.role.split()) + 1
    return told or (2 if bare and found.role in _PAIRED else 0)


def _near(cast: Cast, index: int) -> Iterator[int]:
    token = cast.token(index)
    return (one for one in range(index) if cast.distance(cast.token(one), token) <= _NEAR)


def _suits(members: Sequence[Party], count: int, kinds: Sequence[str]) -> bool:
    return len(members) == count and all(one.kind in kinds for one in members)


def _is_alone(cast: Cast, index: int, kinds: Sequence[str]) -> bool:
    """Whether it names one party of these kinds, not as part of another's name or title."""
    found, party = cast.mentions[index], cast.home[index]
    return found.form == "name" and not party.members and party.kind in kinds and cast.token(index).dep != "amod"
