"""International organisations with their organs and members, organs of states, and armed groups."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tools.rows.sheets import OWN, Sheets, bare, curly, distinct, facts, with_plurals
from verbale.registry import Known

# The lists' acronyms for organisations that our facts call otherwise.
_OURS = {
    "G-7": "G7", "G-8": "G8", "G-20": "G20", "G-77": "G77", "LAS": "AL", "ICCt": "ICC", "Mercosur": "MERCOSUR",
    "Caricom": "CARICOM", "Interpol": "INTERPOL", "Quad": "QUAD", "IBRD": "WB", "C": "COMMONWEALTH", "COE": "CE",
}  # fmt: skip
# The Chamber of Commerce and the criminal court share an acronym in the lists.
_NOT_OURS = {"ICC", "CAN", "CD", "CP", "NC", "BA", "IDA", "EPA", "ITC", "none"}
_SPELT_OUT = {
    "Intl": "International", "Int'l": "International", "Org": "Organization", "Org.": "Organization",
    "Euro": "European", "Dev.": "Development", "Devel.": "Development", "Develop.": "Development",
    "Assn": "Association", "Assoc.": "Association", "Instit": "Institute", "Inst.": "Institute",
    "Coop.": "Cooperation", "Am": "American", "&": "and", "Econ": "Economic", "Telecom": "Telecommunication",
    "Intgvt": "Intergovernmental", "Intergov.": "Intergovernmental",
}  # fmt: skip
# What is still shortened after that can't be told safely: a commission, a committee or a community.
_SHORT = re.compile(
    r"""[./(,'\d] | [^\x00-\x7f] | Organization\ [A-Z] | \b(?: Comm|Comte|Cmte|Af|Ag|Coop|Reg|Perm|Prob|Conf|Inter-Am
    |Sec|Stat|Adv|Prop|Lit|Prog|Bus|FTA|CU|B|Dev|Minist|Cent|Sci|Tech|Nuke|Prohib|Aid|Geog|Hist ) \b""",
    re.VERBOSE,
)
# "May 15", "Red Line" and "Black Star" are groups, too, but not wherever the words stand.
_GROUP = re.compile(
    r"""\b (?: Liberation|Revolutionary|Resistance|Defen[cs]e|Salvation|Freedom|Islamic|Mujahid\w+|Jihad ) \b .*
    \b (?: Army|Front|Movement|Forces|Organization|Brigades?|Union|Party|Group|Council ) \b""",
    re.VERBOSE,
)
_BODIES = frozenset({"Organization", "Bank", "Council", "Union", "Agency", "Fund"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "de", "di", "al", "a"})
_SMALL_START = re.compile(r"'S\b")


def organisations(sheets: Sheets) -> Iterator[Known]:
    """Ours with the lists' members; then the lists' own, under names that could be spelt out."""
    members = dict(_members(sheets))
    ours = facts("organisations")
    taken = {name for row in ours.values() for name in (row["name"], *row.get("also", []))}
    for id_, row in ours.items():
        yield _ours(id_, row, members.get(id_, ((), ())))
    for row in sheets.rows("registry/igos"):
        name = _spelt_out(row["name"])
        if len(name.split()) > 2 and not _SHORT.search(name) and name not in taken:
            taken.add(name)
            yield _listed(sheets, row, name)


def _members(sheets: Sheets) -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The members of each of our organisations that the yearly list has, and where from."""
    for row in reversed(sheets.rows("registry/igos")):
        if row["acronym"] not in _NOT_OURS and len(row["members"]) > 2:
            id_ = _OURS.get(row["acronym"], row["acronym"])
            yield id_, (_codes(sheets, row["members"]), (f"{row['source']}, as of {row['members_as_of']}",))


def _codes(sheets: Sheets, members: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(sheets.alpha3[code] for code in members if code in sheets.alpha3))


def _ours(id_: str, row: dict[str, Any], members: tuple[tuple[str, ...], tuple[str, ...]]) -> Known:
    return Known(
        id=id_,
        kind="organisation",
        name=row["name"],
        aliases=distinct(curly(bare(row.get("also", [])))),
        demonyms=distinct(with_plurals(row.get("demonyms", []))),
        seats=tuple(row.get("seats", [])),
        heads=tuple(row.get("heads", [])),
        country=row.get("country"),
        part_of=row.get("part_of"),
        members=members[0],
        source=(OWN, *members[1]),
    )


def _spelt_out(name: str) -> str:
    return " ".join(_SPELT_OUT.get(word, word) for word in name.split())


def _listed(sheets: Sheets, row: dict[str, Any], name: str) -> Known:
    acronym, last = row["acronym"], name.split()[-1]
    initials = "".join(word[0] for word in name.split() if word not in _SMALL)
    return Known(
        id=f"igo:{acronym}",
        kind="organisation",
        name=name,
        aliases=(acronym,) if acronym == initials and len(acronym) > 3 and acronym.isupper() else (),
        heads=(last.lower(),) if last in _BODIES else (),
        members=_codes(sheets, row["members"]),
        source=(f"{row['source']}, as of {row['members_as_of']}",),
    )


def groups(sheets: Sheets, taken: set[str]) -> Iterator[Known]:
    """Armed groups: ours, then those of the Phoenix dictionaries whose names can't be anything else."""
    for id_, row in facts("groups").items():
        yield _ours(id_, row, ((), ()))
        taken.update((row["name"], *row.get("also", [])))
    countries = set(sheets.alpha3.values())
    for row in sheets.rows("actors/phoenix_milnonstate"):
        name, acronym = _phoenix_name(row["name"])
        code = row["codes"][0][:3] if row["codes"] else ""
        if row["of"] or code not in countries or name in taken or not _is_plain_group(name):
            continue
        taken.add(name)
        yield Known(
            id=f"group:{name.lower().replace(' ', '-')}",
            kind="organisation",
            name=name,
            aliases=distinct([*curly([name]), *acronym][1:]),
            heads=("group",),
            country=code,
            source=("Phoenix dictionaries of PETRARCH2 (MIT)",),
        )


def _is_plain_group(name: str) -> bool:
    return bool(_GROUP.search(name)) and len(name.split()) > 2 and not re.search(r",| - ", name)


def _phoenix_name(text: str) -> tuple[str, list[str]]:
    """The name as it is written, and its acronym: "Moro Islamic Liberation Front (Milf)" names "MILF"."""
    name, _, rest = _SMALL_START.sub("'s", text).partition(" (")
    words = [word.lower() if k and word.lower() in _SMALL else word for k, word in enumerate(name.split())]
    acronym = rest.rstrip(")").upper()
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return " ".join(words), [acronym] if acronym == initials and len(acronym) > 3 else []
