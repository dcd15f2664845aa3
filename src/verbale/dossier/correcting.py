"""People's corrections: laid over the machine's record, and kept when the article is read again."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from verbale.dossier.answers import MODELS, Correction, Example, Ref
from verbale.dossier.store.reader import Reader
from verbale.dossier.store.rows import KINDS, EntryRow, entry_row
from verbale.dossier.store.writer import Writer
from verbale.errors import OptionError
from verbale.record import Entry, Record


def correct(store: Writer, correction: Correction) -> Correction:
    """Keeps a correction and shows it. Raises `OptionError` where its entry, field or value doesn't fit."""
    article = store.article_of(correction.fingerprint)
    if article is None:
        raise OptionError("there is no such article", where=correction.fingerprint[:12])
    record = _record(store, article)
    machine = _entry(record, correction) if correction.action != "add" else None
    if correction.action == "add" and store.number_of(Ref(article, correction.entry)) is not None:
        raise OptionError("there is such an entry already", where=correction.entry, remedy="give it another id")
    if correction.action != "add" and machine is None:
        raise OptionError("there is no such entry", where=correction.entry)
    _corrected(machine, [correction])
    number = store.put_correction(correction)
    _show(store, article, record)
    return correction.model_copy(update={"number": number})


def withdraw_correction(store: Writer, number: int) -> None:
    """Takes a correction back. Raises `OptionError` where there is none of that number."""
    kept = next((one for one in store.corrections() if one.number == number), None)
    article = store.article_of(kept.fingerprint) if kept is not None else None
    if kept is None or article is None:
        raise OptionError("there is no such correction", where=str(number))
    store.withdraw_correction(number)
    _show(store, article, _record(store, article), also=(kept.model_copy(update={"withdrawn": True}),))


def reapply(store: Writer, article: int) -> None:
    """Shows an article's corrections again, after it was read anew or as a later version of its page."""
    record = _record(store, article)
    page = store.page_of(article)
    if page is not None:
        _carry(store, article, record, page)
    if store.corrections(record.article.fingerprint):
        _show(store, article, record)


def examples(store: Reader) -> Iterator[Example]:
    """What the corrections that count make of each entry, in the order of the articles."""
    articles: dict[int, list[Correction]] = {}
    for one in _standing(store.corrections()):
        number = store.article_of(one.fingerprint)
        if number is not None:
            articles.setdefault(number, []).append(one)
    for number, corrections in sorted(articles.items()):
        yield from _examples_of(number, _record(store, number), corrections)


def _examples_of(number: int, record: Record, corrections: Iterable[Correction]) -> Iterator[Example]:
    groups: dict[str, list[Correction]] = {}
    for one in corrections:
        machine = _entry(record, one) if one.action != "add" else None
        groups.setdefault(machine.id if machine is not None else one.entry, []).append(one)
    for entry, group in groups.items():
        before = _entry(record, group[0]) if group[0].action != "add" else None
        after, rejected = _corrected(before, group)
        shown = after if after is not None else before
        if shown is not None:
            yield Example(
                article=number,
                fingerprint=record.article.fingerprint,
                text=record.article.text,
                kind=group[0].kind,
                entry=entry,
                before=before,
                after=None if rejected else after,
                spans=shown.evidence,
                corrections=tuple(group),
            )


def _carry(store: Writer, article: int, record: Record, page: str) -> None:
    """Corrections of the version before hold for entries with the same words in this one, and are kept for it too."""
    earlier = [one.article for one in store.versions(page) if one.article < article]
    if not earlier or store.corrections(record.article.fingerprint):
        return
    for one in _standing(store.corrections(_record(store, earlier[-1]).article.fingerprint)):
        if one.action == "add" and not _still_stands(one, record):
            continue
        new = one.model_copy(update={"fingerprint": record.article.fingerprint, "number": None})
        if one.action == "add" or _entry(record, new) is not None:
            store.put_correction(new)


def _still_stands(correction: Correction, record: Record) -> bool:
    return correction.words in " ".join(record.article.text.split())


def _record(store: Reader, article: int) -> Record:
    record = store.record(article)
    if record is None:
        raise OptionError("there is no such article", where=str(article))
    return record


def _standing(corrections: Iterable[Correction]) -> list[Correction]:
    return [one for one in corrections if not one.withdrawn]


def _entry(record: Record, correction: Correction) -> Entry | None:
    """The entry that was corrected: the one with its words; a new reading may have numbered it anew."""
    entities = {one.id: one for one in record.entities}
    entries: tuple[Entry, ...] = getattr(record, KINDS[correction.kind])
    rows = [entry_row(correction.kind, one, record.article, entities) for one in entries]
    same = [row.entry for row in rows if row.words == correction.words]
    return next((one for one in same if one.id == correction.entry), same[0] if same else None)


def _corrected(machine: Entry | None, corrections: Iterable[Correction]) -> tuple[Entry | None, bool]:
    """The entry with the corrections laid over it in turn, and whether it is rejected."""
    entry, rejected = machine, False
    for one in corrections:
        if one.action == "add":
            entry = _valid(one, json.loads(one.value or "{}"))
        elif one.action == "change" and entry is not None and one.field is not None:
            if one.field not in type(entry).model_fields or one.field in ("id", "evidence"):
                raise OptionError("there is no such field to change", where=one.field)
            entry = _valid(one, {**json.loads(entry.model_dump_json()), one.field: json.loads(one.value or "null")})
        rejected = one.action == "reject" or (rejected and one.action != "accept")
    return entry, rejected


def _valid(correction: Correction, fields: Mapping[str, object]) -> Entry:
    try:
        return MODELS[correction.kind].model_validate_json(json.dumps(fields))
    except ValidationError as error:
        first = error.errors()[0]
        raise OptionError(
            f"the value doesn't fit: {first['msg']}", where=correction.field or correction.entry
        ) from error


def _show(store: Writer, article: int, record: Record, also: Iterable[Correction] = ()) -> None:
    """Brings the article's entries to what its standing corrections make of them."""
    entities = {one.id: one for one in record.entities}
    groups: dict[str, list[Correction]] = {}
    machines: dict[str, tuple[Correction, Entry | None]] = {}
    for one in (*store.corrections(record.article.fingerprint), *also):
        machine = _entry(record, one) if one.action != "add" else None
        key = machine.id if machine is not None else one.entry
        machines.setdefault(key, (one, machine))
        groups.setdefault(key, [])
        if not one.withdrawn and one not in groups[key]:
            groups[key].append(one)
    for key, (one, machine) in machines.items():
        entry, rejected = _corrected(machine, groups[key])
        row = None if entry is None else entry_row(one.kind, entry, record.article, entities)
        changed = any(each.action != "accept" for each in groups[key])
        shown = _Shown(row, seen=bool(groups[key]), corrected=changed, rejected=rejected)
        _show_entry(store, Ref(article, key), shown)


@dataclass(frozen=True)
class _Shown:
    """What is to be shown of an entry; nothing of one that was added and taken back."""

    row: EntryRow | None
    seen: bool
    corrected: bool
    rejected: bool


def _show_entry(store: Writer, ref: Ref, shown: _Shown) -> None:
    number, row = store.number_of(ref), shown.row
    if row is None:
        if number is not None:
            store.drop_entry(number)
        return
    parties = store.parties_of(ref.article)
    named = {id_: parties[id_] for id_ in row.named if id_ in parties}
    if number is None:
        number = store.next_entry()
        store.put_entries(ref.article, [(number, number, row, named, None)])
    day = row.first_day or store.sources([ref.article])[ref.article].published
    store.lay_over(number, row, day, {"seen": shown.seen, "corrected": shown.corrected, "rejected": shown.rejected})
    store.set_parties(number, named)
