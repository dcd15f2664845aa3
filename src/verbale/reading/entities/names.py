"""Which names are one: full name and surname, full name and acronym, all names of a row of the registry.

Two people of one surname are never one; a bare surname that both bear is open, unless it was in use for
the one before the other came up.
"""

from collections.abc import Iterator

from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party
from verbale.reading.entities.cities import settle_cities
from verbale.reading.entities.kinds import country_in, kinds_of, settle_states
from verbale.reading.entities.metonyms import by_use, stands_for_government, told_apart
from verbale.registry import Known, Match

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# A bare surname that was used this often for one person is that person's, though another of the name comes up;
# two is an estimate, not measured.
_IN_USE = 2
# Sentences: a bare name that two bear is the one's who came up so lately, if the other did not for so long.
_NEAR, _FAR = 3, 6


def group_names(cast: Cast) -> None:
    """Give each name on the page its party, where it is not open whose it is."""
    names = [index for index, found in enumerate(cast.mentions) if found.form == "name" and not found.parts]
    rest = [index for index in names if not _known(cast, index)]
    kinds = kinds_of(cast, rest)
    people = [index for index in rest if kinds[cast.spelling(index)] == "person"]
    _group_people(cast, people)
    _group_others(cast, [index for index in rest if index not in set(people)], kinds)
    settle_states(cast)
    settle_cities(cast)
    _settle_organs(cast)
    for party in cast.parties:
        _call(cast, party)
    _group_joint(cast)


def _known(cast: Cast, index: int) -> bool:
    """Give a name that the registry knows its party; whether it did, or decided that the name has none."""
    found = cast.mentions[index]
    matches = cast.registry.look_up(found.span.of(cast.page.text))
    if not matches or found.kinds[:1] == ("person",) or found.kinds[:1] == ("outlet",):
        return False
    for use, meaning in (("name", _named), ("demonym", _of_demonym), ("seat", _of_seat)):
        rows = by_use(matches, use)
        if rows and (party := meaning(cast, found, rows)):
            cast.join(index, party)
            return True
    return False


def _named(cast: Cast, found: Found, rows: list[Known]) -> Party | None:
    text = found.span.of(cast.page.text)
    seats = by_use(cast.registry.look_up(text), "seat")
    row = rows[0] if len(rows) == 1 else told_apart(cast.page, cast.registry, cast.people, found, rows)
    if seats and row is not None:
        row = told_apart(cast.page, cast.registry, cast.people, found, [*seats[:1], row])
        return _party_of(cast, row) if row is not None and row not in seats else None
    return _party_of(cast, row) if row is not None else None


def _of_demonym(cast: Cast, found: Found, rows: list[Known]) -> Party | None:
    """The state by its adjective; its people in the plural are a group of that country."""
    if found.number == "singular":
        return _party_of(cast, rows[0])
    return cast.named(("people", rows[0].id), "group", country=rows[0].country, number="plural")


def _of_seat(cast: Cast, found: Found, rows: list[Known]) -> Party | None:
    if not stands_for_government(cast.page, cast.people, found):
        return _place(cast, found)
    present = [row for row in rows if _is_named(cast, row)] or rows
    row = present[0] if len(present) == 1 else told_apart(cast.page, cast.registry, cast.people, found, present)
    return _party_of(cast, row) if row is not None else _place(cast, found)


def _is_named(cast: Cast, row: Known) -> bool:
    """Whether a name of the row itself stands on the page."""
    texts = (found.span.of(cast.page.text) for found in cast.mentions if found.form == "name")
    return any(Match(row, "name") in cast.registry.look_up(text) for text in texts)


def _place(cast: Cast, found: Found) -> Party:
    return cast.named(("place", found.span.of(cast.page.text).lower()), "place")


def _party_of(cast: Cast, row: Known) -> Party:
    return cast.named(("row", row.id), row.kind, known=row, country=row.country)


def _group_people(cast: Cast, indices: list[int]) -> None:
    """Full names first, then what is part of one."""
    full = [index for index in indices if len(cast.spelling(index)) > 1]
    bearers: list[Party] = []
    for index in full:
        words = cast.spelling(index)
        party = next((one for one in bearers if _one_person(one.spelling, words)), None)
        if party is None:
            party = cast.new("person", spelling=words)
            bearers.append(party)
        if len(words) > len(party.spelling):
            party.spelling = words
        cast.join(index, party)
    for index in indices:
        if index not in cast.home:
            _give_part(cast, index, bearers)


def _one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: an initial for a name, a middle name or a first part left out."""
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    suffixes = [set(name) & _SUFFIXES for name in (long, short)]
    if suffixes[0] != suffixes[1]:
        return False
    if long[-len(short) :] == short:
        return True
    first, last = long[0], long[-1]
    initial = first[0] == short[0][0] and 1 in (len(first), len(short[0]))
    return last == short[-1] and (first == short[0] or initial)


def _give_part(cast: Cast, index: int, bearers: list[Party]) -> None:
    """A surname or given name to the one person who bears it; to a new one where nobody does."""
    words = cast.spelling(index)
    fitting = [one for one in bearers if one.spelling[-len(words) :] == words and one.spelling != words]
    fitting = fitting or [one for one in bearers if one.spelling[: len(words)] == words]
    fitting = _by_title(cast, index, fitting)
    if not fitting:
        cast.join(index, _relative(cast, index, bearers) or _same_person(cast, words, bearers))
    elif (party := _only(cast, index, fitting)) is not None:
        cast.join(index, party)
    else:
        cast.open[index] = fitting


def _relative(cast: Cast, index: int, bearers: list[Party]) -> Party | None:
    """For "Ms Pell" beside Gordon Pell: the one woman whom the text has by her first name, as somebody's sister."""
    found, words = cast.mentions[index], cast.spelling(index)
    if not found.gender or not any(one.spelling[-1:] == words for one in bearers):
        return None
    kin = [one for one in bearers if len(one.spelling) == 1 and one.gender == found.gender and _is_kin(cast, one)]
    return kin[0] if len(kin) == 1 else None


def _is_kin(cast: Cast, party: Party) -> bool:
    return any(trait.head in cast.people.kin for trait in party.traits)


def link_bare(cast: Cast, index: int) -> None:
    """Give a name that several bear to the one whom the text is about there, if the others are far."""
    distances = sorted((_distance(cast, party, index), number) for number, party in enumerate(cast.open[index]))
    if distances[0][0] <= _NEAR and distances[1][0] >= _FAR:
        cast.join(index, cast.open[index][distances[0][1]])


def _distance(cast: Cast, party: Party, index: int) -> int:
    """Sentences back to the party's last mention."""
    last = max((one for one in party.mentions if one < index), default=None)
    return _FAR if last is None else cast.sentence(index) - cast.sentence(last)


def _same_person(cast: Cast, words: tuple[str, ...], bearers: list[Party]) -> Party:
    party = next((one for one in bearers if one.spelling == words), None)
    if party is None:
        party = cast.new("person", spelling=words)
        bearers.append(party)
    return party


def _by_title(cast: Cast, index: int, fitting: list[Party]) -> list[Party]:
    """Those whose sex and roles don't contradict the name's title."""
    found = cast.mentions[index]
    left = [one for one in fitting if not (found.gender and one.gender and found.gender != one.gender)]
    if len(left) > 1 and found.role:
        head = found.role.split()[-1]
        return [one for one in left if any(trait.head == head for trait in one.traits)] or left
    return left


def _only(cast: Cast, index: int, fitting: list[Party]) -> Party | None:
    """The one of several bearers whom the bare name means, or None where it is open."""
    if len(fitting) == 1:
        return fitting[0]
    before = [one for one in fitting if min(one.mentions) < index]
    if len(before) < 2:
        return before[0] if before else min(fitting, key=lambda one: min(one.mentions))
    used = [one for one in before if _bare_uses(cast, one, before, index) >= _IN_USE]
    return used[0] if len(used) == 1 else None


def _bare_uses(cast: Cast, party: Party, rivals: list[Party], index: int) -> int:
    """How often the party was meant by a bare name before any rival came up."""
    others = [min(one.mentions) for one in rivals if one is not party]
    until = min([*others, index])
    return sum(one < until and len(cast.spelling(one)) == 1 for one in party.mentions)


def _group_others(cast: Cast, indices: list[int], kinds: dict[tuple[str, ...], str]) -> None:
    """Bodies, outlets, places and papers: the same words, an acronym, or the end or beginning of a longer name."""
    parties: dict[tuple[str, ...], Party] = {}
    for index in sorted(indices, key=lambda one: (-len(cast.spelling(one)), one)):
        words, kind = cast.spelling(index), kinds[cast.spelling(index)]
        party = parties.get(words) or _longer(parties, words, kind) or _spelt_out(parties, words)
        if party is None:
            party = cast.new(kind or "", spelling=words)
        parties[words] = party
        cast.join(index, party)


def _longer(parties: dict[tuple[str, ...], Party], words: tuple[str, ...], kind: str) -> Party | None:
    """The one longer name that the words end or begin: "Herald" of "Odrana Herald"."""
    if kind in ("place", "group", ""):
        return None
    found = {id(party): party for other, party in parties.items() if party.kind == kind and _is_part(words, other)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_part(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(other) > len(words) and (other[-len(words) :] == words or other[: len(words)] == words)


def _spelt_out(parties: dict[tuple[str, ...], Party], words: tuple[str, ...]) -> Party | None:
    """The name whose initials the word is: "NPA" of "Norland Ports Authority"."""
    if len(words) != 1 or len(words[0]) < 2:
        return None
    small = ("of", "for", "and", "the", "in", "on", "to", "&")
    for other, party in parties.items():
        initials = "".join(word[0] for word in other if word not in small)
        if len(other) > 1 and words[0] in (initials, "".join(word[0] for word in other)):
            return party
    return None


def _settle_organs(cast: Cast) -> None:
    """Say whose a ministry is; one that may be of two states is nobody's, and so no entity."""
    states = [one for one in cast.parties if one.kind == "state"]
    for party in [one for one in cast.parties if one.kind == "organisation" and one.known is None]:
        party.country = party.country or country_in(cast, party)
        if party.country is None and cast.people.state_organs & set(party.spelling):
            if len(states) == 1:
                party.country = states[0].country
            elif states:
                cast.drop(party)


def _group_joint(cast: Cast) -> None:
    """Give names that act together the group of those that they name."""
    for index, found in enumerate(cast.mentions):
        if found.parts:
            members = tuple(dict.fromkeys(_homes(cast, found)))
            if len(members) == len(found.parts):
                cast.join(index, cast.together(members))


def _homes(cast: Cast, found: Found) -> Iterator[Party]:
    for index, other in enumerate(cast.mentions):
        if other.span in found.parts and index in cast.home and not other.parts:
            yield cast.home[index]


def _call(cast: Cast, party: Party) -> None:
    """The nouns by which a named body may be meant: its name's own, and those of its row in the registry."""
    for word in _nouns(cast, party):
        cast.call(party, word)


def _nouns(cast: Cast, party: Party) -> Iterator[str]:
    if party.known is not None:
        yield from party.known.heads
    if party.kind in ("organisation", "group"):
        yield from (word for word in party.spelling if word in cast.people.organisations)
    if party.kind == "outlet":
        yield from cast.people.outlets
