"""Reports made briefly, for tests of what is one: the words that tell a thing are found in its sentence.

    met = event(2, "Norland and Sudria met in Geneva.", "met", actors=("Norland", "Sudria"), place="Geneva")

Parties get numbers by their names, so that the same name is the same party in every article.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from tests.dossier.reports import source
from verbale import timex
from verbale.dossier.answers import Named, Ref, Report
from verbale.record import Document, Entity, Entry, Event, Mention, Office, Round, Statement
from verbale.spans import Span

Kept = TypeVar("Kept", bound=Entry)

STATES: Mapping[str, str] = {"Norland": "NOR", "Sudria": "SUD", "Estria": "EST"}
TOWNS = ("Geneva", "Lausanne", "Odrana", "Pallin")
BODIES = ("River Council", "the Norland side", "Norlanders")
NUMBERS = {name: at for at, name in enumerate((*STATES, *TOWNS, *BODIES), start=1)}
COUNTRIES: Mapping[str, str] = {**STATES, "the Norland side": "NOR", "Norlanders": "NOR"}


def event(article: int, sentence: str, anchor: str, when: str | None = None, /, **known: object) -> Report[Event]:
    """Something that happened; `published` and `copy_of` tell of the article, all else of the event."""
    start = sentence.index(anchor)
    given = {"type": "CONSULT", "status": "happened", "anchor": Span(start, start + len(anchor)), "date": when}
    return _report(Event, "v1", article, sentence, {**given, **known})


def meeting(article: int, sentence: str, /, when: str | None = None, **known: object) -> Report[Round]:
    """A round."""
    return _report(Round, "r1", article, sentence, {"format": "round", "status": "happened", "date": when, **known})


def paper(article: int, name: str, /, when: str | None = None, **known: object) -> Report[Document]:
    """A document."""
    return _report(Document, "d1", article, name, {"kind": "draft", "date": when, "name": name, **known})


def said(article: int, words: str, /, speaker: str | None = "Ola Berg", **known: object) -> Report[Statement]:
    """A statement; what stands in double quotation marks is quoted."""
    direct = words.startswith('"')
    given = {
        "form": "direct" if direct else "indirect",
        "source": (),
        "cue": (),
        "content": (Span(0, len(words)),),
        "speaker": speaker,
        "speaker_status": "named" if speaker else "unknown",
        "date": known.pop("when", None),
    }
    report = _report(Statement, "s1", article, words, {**given, **known})
    return report.model_copy(update={"quoted": words.strip('"') if '"' in words and direct else _marked(words)})


def entity(article: int, name: str, /, kind: str = "person", **known: object) -> Report[Entity]:
    """An entity that the article names, unless `form` says that it describes it."""
    form = str(known.pop("form", "name"))
    titles = known.pop("titles", ())
    offices = tuple(Office(title=str(title), evidence=()) for title in titles) if isinstance(titles, tuple) else ()
    mention = Mention.model_validate({"start": 0, "end": len(name), "form": form})
    given = {"name": name, "kind": kind, "mentions": (mention,), "offices": offices}
    return _report(Entity, "e1", article, name, {**given, **known})


def _marked(words: str) -> str:
    return " ".join(words.split('"')[1::2])


def _report(model: type[Kept], id_: str, article: int, sentence: str, known: Mapping[str, object]) -> Report[Kept]:
    fields = dict(known)
    published = fields.pop("published", "2022-01-14")
    witness = fields.pop("copy_of", article)
    given = {"id": id_, "confidence": 0.9, "evidence": (Span(0, len(sentence)),)}
    entry = model.model_validate({**given, **fields})
    named = {name: name for name in _names(fields)}
    days = timex.days(str(fields["date"])) if fields.get("date") else None
    first, last = days or (None, None)
    return Report(
        ref=Ref(article, id_),
        source=source(article, str(published) if published else None, witness=witness),  # type: ignore[arg-type]
        entry=entry,
        words=sentence,
        proof=(sentence,),
        parties={name: _number(name) for name in named},
        named={name: _named(name) for name in named},
        first_day=first,
        last_day=last,
    )


def _names(fields: Mapping[str, object]) -> list[str]:
    """The names that the entry has for its parties, which serve as their ids."""
    single = [fields.get(name) for name in ("speaker", "place", "represents")]
    several = [
        one for name in ("actors", "recipients", "parties", "authors", "members") for one in _all(fields.get(name))
    ]
    return list(dict.fromkeys(str(name) for name in (*single, *several) if name))


def _all(names: object) -> Sequence[str]:
    return names if isinstance(names, tuple) else ()


def _number(name: str) -> int:
    return NUMBERS.setdefault(name, len(NUMBERS) + 1)


def _named(name: str) -> Named:
    kind = "state" if name in STATES else "place" if name in TOWNS else "group" if name in BODIES else "person"
    return Named.model_validate({"name": name, "kind": kind, "country": COUNTRIES.get(name)})
