"""The section on coreference: who is who in GUM's development documents, by the CoNLL score.

Chains of one mention count on neither side, as in OntoNotes and the CoNLL tasks. A found mention is a gold one
where both have the same head word (as CorefUD scores), since GUM's spans take in every relative clause and ours
leave a name's title out. GUM's chains are of everything there is a noun for, things and events too; Verbale's
are of those who act. So the score is given for all chains and for those of people, organisations and places.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.chains import MEASURES, Agreed, Chain, agreed, conll, total
from benchmarks.corpus import corpus, digest
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from verbale.article import Article
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools
from verbale.record import Entity
from verbale.spans import Span

NAME = "coreference"
GUM = Path("gum", "dev.jsonl")
ACTORS = frozenset({"person", "organization", "place"})
"""GUM's entity types that Verbale's kinds answer to."""
EPSILON = 1.0
"""An estimate of what other rounding of the network may change."""

COLUMNS = (*(Column(name) for name in MEASURES), Column("CoNLL", brief=True))
NOTES = (
    "Mentions are matched by their head words; chains of one mention are left out. The nearest name: each pronoun "
    "and description goes to the last name before it.",
)

Rows = Sequence[Mapping[str, Any]]
Scored = dict[str, Agreed]


def measure(tools: Tools) -> Measured:
    """The table and what the gate holds."""
    rows = [json.loads(line) for line in corpus(GUM).read_text("utf-8").splitlines()]
    found = {row["id"]: entities_of(row, tools) for row in rows}
    ours = {row["id"]: [mentions_of(one) for one in found[row["id"]]] for row in rows}
    floor = {row["id"]: nearest_name(found[row["id"]]) for row in rows}
    news = [row for row in rows if row["genre"] == "news"]
    parts = {"people, organisations, places": rows, "the same, news": news}
    lines = [
        (f"{tool}, {name}", score(some, chains, ACTORS))
        for name, some in parts.items()
        for tool, chains in (("Verbale", ours), ("nearest name", floor))
    ]
    lines.append(("Verbale, all that has a noun", score(rows, ours, None)))
    table = Table(f"Coreference in {len(rows)} documents of GUM", COLUMNS, tuple(_row(*line) for line in lines), NOTES)
    floors = {"actors": conll(dict(lines)["Verbale, people, organisations, places"])}
    return Measured((table,), {NAME: Figures(corpus=digest([corpus(GUM)]), epsilon=EPSILON, floors=floors)})


def entities_of(row: Mapping[str, Any], tools: Tools) -> tuple[Entity, ...]:
    """Who is in a document, as Verbale reads it."""
    return read(Article(id=row["id"], text=row["text"]), tools).entities


def mentions_of(entity: Entity) -> tuple[Span, ...]:
    """Where the text speaks of it."""
    return tuple(mention.span for mention in entity.mentions)


def nearest_name(entities: Iterable[Entity]) -> list[tuple[Span, ...]]:
    """The floor: the same mentions, names as they were linked, everything else to the last name before it."""
    places = sorted(
        (mention.start, mention.end, mention.form == "name", entity.id)
        for entity in entities
        for mention in entity.mentions
    )
    chains = defaultdict[str, list[Span]](list)
    last = ""
    for start, end, is_name, entity in places:
        last = entity if is_name else last
        if last:
            chains[last].append(Span(start, end))
    return [tuple(chain) for chain in chains.values()]


def score(rows: Rows, found: Mapping[str, Sequence[Sequence[Span]]], types: frozenset[str] | None) -> Scored:
    """The documents' chains beside the gold ones: those with a mention of these types, or all."""
    return total(agreed(*chains_of(row, found[row["id"]], types)) for row in rows)


def chains_of(
    row: Mapping[str, Any], found: Sequence[Sequence[Span]], types: frozenset[str] | None
) -> tuple[list[Chain], list[Chain]]:
    """Gold and found chains of two mentions or more; a mention is known by its head word's place."""
    heads = Heads(row["tokens"])
    gold = defaultdict[str, set[Hashable]](set)
    kinds = defaultdict[str, set[str]](set)
    for mention in row["mentions"]:
        gold[mention["entity"]].add(heads.of(Span(mention["start"], mention["end"])))
        kinds[mention["entity"]].add(mention["type"])
    wanted = (chain for entity, chain in gold.items() if types is None or kinds[entity] & types)
    return _several(_apart(wanted)), _several(_apart({heads.of(span) for span in chain} for chain in found))


class Heads:
    """The head word of any span, by GUM's own trees."""

    def __init__(self, tokens: Sequence[Sequence[Any]]) -> None:
        self.tokens = tokens

    def of(self, span: Span) -> Hashable:
        """The offset of the span's head, and whether others are joined to it: "Norland" is not "Norland and Sudria".

        The head is the first of its words that hangs on none of them.
        """
        inside = [at for at, token in enumerate(self.tokens) if token[0] < span.end and token[1] > span.start]
        tops = (at for at in inside if self.tokens[at][5] not in inside)
        top = next(tops, None)
        joined = any(self.tokens[at][5] == top and self.tokens[at][6] == "conj" for at in inside)
        return (span.start if top is None else int(self.tokens[top][0]), joined)


def _apart(chains: Iterable[set[Hashable]]) -> Iterator[set[Hashable]]:
    """The chains without what an earlier one holds: now and then two mentions share a head word."""
    seen = set[Hashable]()
    for chain in chains:
        yield chain - seen
        seen |= chain


def _several(chains: Iterable[set[Hashable]]) -> list[Chain]:
    return [frozenset(chain) for chain in chains if len(chain) > 1]


def _row(name: str, scored: Scored) -> Row:
    return Row(name, (*(scored[measure].f1 for measure in MEASURES), conll(scored)))
