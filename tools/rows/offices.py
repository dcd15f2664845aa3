"""Who held which office: the shared list, cleaned, and facts of our own where it is thin."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from tools.rows.sheets import OWN, Sheets, facts
from verbale.lexicon.offices import load_offices
from verbale.registry import Known, Term
from verbale.registry.likeness import may_be_one

# The list's classes in which an office that one person holds at a time is looked for: elsewhere "President" is a
# chamber's, and "Secretary of State" a junior minister.
_CLASSES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "vice_president",
        "io_head",
        "un_ambassador",
    }
)
# Bodies that the list names by words.
_BODIES = {
    "United Nations": "UN",
    "United Nations General Assembly": "UNGA",
    "World Trade Organization": "WTO",
    "African Union": "AU",
    "International Court of Justice": "ICJ",
    "Parliamentary Assembly of the Council of Europe": "PACE",
    "Republic of Macedonia": "MKD",
    "none": "CAF",  # the republic whose code the list lost
}
_CODES = {"EU": "EU", "YUCS": "YUG", "SUHH": "SUN", "ZR": "COD"}
_EU_OFFICES = {"President of the European Commission": "EC", "President of the European Council": "EUCO"}
# An open end is only as good as a list of who is in office: Wikidata alone often lacks the end of a term.
_IN_OFFICE = re.compile(r"Factbook|current|Wikipedia, Aug 2019|Wikidata\+Wikipedia")
SHARE_ALIKE = re.compile(r"BY-SA")


class Terms(NamedTuple):
    """The terms that rest on free sources, and those that rest on share-alike sources only."""

    free: list[Term]
    share_alike: list[Term]


def terms(sheets: Sheets, known: Iterable[Known]) -> Terms:
    """All terms with a beginning, by the licence of what they rest on."""
    office = Naming(sheets, known)
    out = Terms(list(_ours(office)), [])
    for row in sheets.rows("registry/offices"):
        if row["from"] and _is_latin(row["person"]):
            shared = all(SHARE_ALIKE.search(licence) for licence in row["licence"])
            (out.share_alike if shared else out.free).append(_term(office, row))
    return Terms(*_kept_apart(out))


def _kept_apart(out: Terms) -> Iterator[list[Term]]:
    """The terms; an open end is not vouched for where the same list has somebody else begin before it was made."""
    begun: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for term in (*out.free, *out.share_alike):
        if term.office:
            begun.setdefault((term.body, term.office), []).append((term.first, term.person))
    for part in out:
        yield [replace(term, asof="") if _is_followed(term, begun) else term for term in part]


def _is_followed(term: Term, begun: dict[tuple[str, str], list[tuple[str, str]]]) -> bool:
    later = begun.get((term.body, term.office), ()) if term.office and term.asof else ()
    return any(term.first < first < term.asof and not may_be_one(term.person, person) for first, person in later)


def _is_latin(name: str) -> bool:
    return all(ord(letter) < 0x250 or not letter.isalpha() or "Ḁ" <= letter <= "ỿ" for letter in name)


class Naming:
    """Whose office a row is about, and which of those that one person holds at a time."""

    def __init__(self, sheets: Sheets, known: Iterable[Known]) -> None:
        self._sheets = sheets
        self._known = {row.id: row for row in known}

    @cached_property
    def _lexicon(self) -> Any:
        return load_offices()

    def body(self, row: dict[str, Any]) -> str:
        """The id of the state or organisation; the list's own code or words where the registry has none."""
        if row["office"] in _EU_OFFICES:
            return _EU_OFFICES[row["office"]]
        code = _CODES.get(row["cc"]) or self._sheets.alpha3.get(row["cc"])
        return code or _BODIES.get(row["country"]) or row["cc"] or row["country"]

    def kind(self, title: str, body: str) -> str:
        """The office that the title names there; empty where it is none that one person holds at a time."""
        known = self._known.get(body)
        of = "state" if known is None or known.kind == "state" else "organisation"
        found = self._lexicon.kind(self._without_body(title.lower(), known), body, of)
        return found.kind if found else ""

    def _without_body(self, title: str, known: Known | None) -> str:
        """The title without "of Norland" at its end."""
        names = (known.name, *known.aliases, *known.demonyms) if known else ()
        for name in sorted(names, key=len, reverse=True):
            for ending in (f" of the {name.lower()}", f" of {name.lower()}"):
                if title.endswith(ending):
                    return title.removesuffix(ending)
            title = title.removeprefix(f"{name.lower()} ")
        return title


def _term(naming: Naming, row: dict[str, Any]) -> Term:
    body = naming.body(row)
    titles = [row["office"], *row["other_titles"]] if row["class"] in _CLASSES else []
    sources = sorted({*row["licence"], *row["sources"]})
    open_end = not row["to"] and any(_IN_OFFICE.search(licence) for licence in row["licence"])
    return Term(
        person=_name(row["person"]),
        key=row["qid"] or f"{row['person']} ({body})",
        body=body,
        office=next((kind for title in titles if (kind := naming.kind(title, body))), ""),
        title=row["office"],
        first=row["from"],
        last=row["to"],
        asof=row["asof"] if open_end else "",
        aliases=tuple(_name(alias) for alias in row["aliases"] if _is_spelling(alias, row["person"])),
        sources=tuple(sources),
    )


def _is_spelling(alias: str, person: str) -> bool:
    """Whether it is another spelling: some of the list's aliases are the next holder's name."""
    return _is_latin(alias) and may_be_one(alias, person)


def _name(name: str) -> str:
    """The name with roman numerals and single letters as they are written: "Charles Iii" is Charles III."""
    return " ".join(word.upper() if re.fullmatch(r"I[iv]+|Vi+", word) else word for word in name.split())


def _ours(naming: Naming) -> Iterator[Term]:
    for group in facts("offices"):
        body, asof = group["body"], str(group["asof"])
        for person, first, last, *aliases in group["holders"]:
            yield Term(
                person=person,
                key=f"{person} (ours)",
                body=body,
                office=naming.kind(group["title"], body),
                title=group["title"],
                first=str(first),
                last=str(last),
                asof="" if last else asof,
                aliases=tuple(aliases),
                sources=(OWN,),
            )
