"""People's merges and splits: kept as judgements, from which what is one is worked out anew."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from verbale.dossier.answers import Judgement, Kind, Matched, Ref
from verbale.dossier.judgements import clusters
from verbale.dossier.store.reader import Reader
from verbale.dossier.store.writer import Writer
from verbale.errors import OptionError


def judge(store: Writer, judgement: Judgement, at: datetime) -> Judgement:
    """Keeps the judgement and works out what is one. Raises `OptionError` where it names nothing of that kind."""
    for ref in (judgement.left, judgement.right):
        _check(store, judgement.kind, ref)
    number = store.put_judgements([judgement], at)
    _settle(store, judgement.kind, (judgement.left, judgement.right))
    return judgement.model_copy(update={"number": number, "at": at})


def withdraw(store: Writer, number: int) -> None:
    """Takes a judgement back. Raises `OptionError` where there is none of that number."""
    kept = next((one for one in store.judgements() if one.number == number), None)
    if kept is None:
        raise OptionError("there is no such judgement", where=str(number))
    store.withdraw_judgement(number)
    _settle(store, kept.kind, (kept.left, kept.right))


def _check(store: Reader, kind: Matched, ref: Ref) -> None:
    if kind == "article":
        known = bool(store.sources([ref.article]))
    else:
        number = store.number_of(ref)
        known = number is not None and any(one.ref == ref for one in store.by_number([number]))
        known = known and ref.entry[:1] == _FIRST_LETTER[kind]
    if not known:
        raise OptionError(f"there is no such {kind}", where=str(ref))


_FIRST_LETTER = {"entity": "e", "statement": "s", "event": "v", "round": "r", "document": "d"}


def _settle(store: Writer, kind: Matched, ends: tuple[Ref, Ref]) -> None:
    """Works out the clusters of all that is joined to the two, whatever joins it."""
    nodes, judgements = _joined(store, kind, ends)
    firsts = clusters(nodes, judgements)
    if kind == "article":
        for ref, first in firsts.items():
            store.set_witness(ref.article, first.article)
    else:
        store.move_to_threads(firsts, cast(Kind, kind))


def _joined(store: Reader, kind: Matched, ends: Iterable[Ref]) -> tuple[set[Ref], list[Judgement]]:
    """All that judgements of the kind reach from the two, and these judgements."""
    nodes, fresh, found = set(ends), set(ends), dict[int, Judgement]()
    while fresh:
        near = [one for one in store.judgements(kind, fresh) if one.number is not None]
        found |= {one.number: one for one in near if one.number is not None}
        fresh = {ref for one in near for ref in (one.left, one.right)} - nodes
        nodes |= fresh
    return nodes, list(found.values())
