"""Sources, reports and threads made briefly, for tests of what a dossier concludes.

    told = Articles()
    first = told.event("12 January", "Norland", "Sudria", place="Geneva")

Parties get numbers by their names; a party of another article with the same name is the same party.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from verbale import timex
from verbale.dossier.answers import Kind, Named, Ref, Report, Source, Thread
from verbale.record import (
    Document,
    Entity,
    Entry,
    Event,
    EventType,
    Forecast,
    Likelihood,
    Mention,
    Move,
    MoveKind,
    Office,
    PaperStatus,
    Passage,
    Position,
    Round,
    Side,
    Statement,
    Status,
)
from verbale.spans import Span

HERE = (Span(0, 1),)
OUTLETS = ("Harbour Wire", "Prairie Tribune", "Evening Mail", "Donau-Tagblatt", "Vestovoy")
TOWNS = frozenset({"Geneva", "Lausanne", "Brussels", "Vienna", "Helsinki", "Doha"})
STATES = frozenset({"Norland", "Sudria", "Estria"})

Kept = TypeVar("Kept", bound=Entry)


def day(value: str) -> date:
    """The day of "2022-01-12"."""
    return date.fromisoformat(value)


def source(article: int, published: str | None = "2022-01-14", **known: int | str | None) -> Source:
    """An article of the outlet whose turn it is, a witness of its own unless told."""
    outlet = OUTLETS[(article - 1) % len(OUTLETS)]
    given = {"witness": article, "outlet": outlet, "published": published and day(published), **known}
    return Source.model_validate({"article": article, **given})


def thread(*reports: Report[Kept], kind: Kind, number: int = 1) -> Thread[Kept]:
    """The reports as those of one thing."""
    witnesses = len({report.source.witness for report in reports})
    return Thread(number=number, kind=kind, reports=reports, witnesses=witnesses)


@dataclass
class Teller:
    """Makes the reports of one article."""

    source: Source
    parties: dict[str, int] = field(default_factory=lambda: _NUMBERS)
    _named: dict[str, Named] = field(default_factory=dict)

    def event(
        self,
        when: str | None,
        *actors: str,
        place: str | None = None,
        status: Status = "happened",
        type_: EventType = "CONSULT",
        mode: str | None = None,
        words: str = "met",
        proof: str = "",
    ) -> Report[Event]:
        """Something that the actors did together."""
        entry = Event(
            id="v1",
            evidence=HERE,
            confidence=0.9,
            type=type_,
            mode=mode,
            anchor=HERE[0],
            actors=self._ids(actors),
            place=self._id(place),
            date=when,
            status=status,
        )
        return self._report(entry, words, when, proof or words)

    def round(
        self,
        when: str | None,
        *parties: str,
        number: int | None = None,
        place: str | None = None,
        status: Status = "happened",
        format_: str = "round",
        proof: str = "",
    ) -> Report[Round]:
        """A meeting of the parties."""
        entry = Round(
            id="r1",
            evidence=HERE,
            confidence=0.9,
            number=number,
            format=format_,
            parties=self._ids(parties),
            place=self._id(place),
            date=when,
            status=status,
        )
        return self._report(entry, format_, when, proof or format_)

    def said(
        self,
        words: str,
        speaker: str | None = "Ola Berg",
        when: str | None = None,
        *,
        quoted: str = "",
        denied: bool = False,
    ) -> Report[Statement]:
        """Somebody's words; quoted ones are given without quotation marks."""
        entry = Statement(
            id="s1",
            evidence=HERE,
            confidence=0.9,
            form="direct" if quoted else "indirect",
            source=HERE,
            cue=HERE,
            content=HERE,
            speaker=self._id(speaker),
            speaker_status="named" if speaker else "unknown",
            date=when,
            denied=denied,
        )
        return self._report(entry, words or quoted, when, words or quoted, quoted)

    def document(self, name: str, when: str | None, status: PaperStatus | None) -> Report[Document]:
        """A paper."""
        entry = Document(id="d1", evidence=HERE, confidence=0.9, name=name, kind="draft", date=when, status=status)
        return self._report(entry, name, when, name)

    def person(self, name: str, title: str, at: str | None = None, when: str | None = None) -> Report[Entity]:
        """Somebody with a title at a state or body."""
        office = Office(title=title, organisation=self._id(at), evidence=HERE, date=when)
        mentions = (Mention(start=0, end=1, form="name"),)
        entry = Entity(
            id="e9", evidence=HERE, confidence=0.9, name=name, kind="person", mentions=mentions, offices=(office,)
        )
        return self._report(entry, name, None, f"{name}, {title} of {at}." if at else f"{name}, {title}.")

    def move(
        self,
        kind: MoveKind,
        content: str,
        actor: str = "Norland",
        addressee: str | None = None,
        *,
        when: str | None = None,
        proof: str = "",
        of: str | None = None,
    ) -> Report[Move]:
        """What a party does by speaking; `of` is for whom the actor speaks."""
        entry = Move(
            id="m1",
            evidence=HERE,
            confidence=0.9,
            kind=kind,
            actor=self._ids([actor]),
            addressee=self._ids([addressee] if addressee else []),
            content=Passage(text=content, spans=HERE),
            date=when,
        )
        spoken_for = self._id(of)
        for id_ in entry.actor if spoken_for else ():
            self._named[id_] = self._named[id_].model_copy(update={"represents": spoken_for})
        return self._report(entry, content, when, proof or content)

    def position(self, issue: str, stand: Side, party: str = "Norland", when: str | None = None) -> Report[Position]:
        """What a party wants of an issue."""
        id_ = self._ids([party])[0]
        entry = Position(id="o1", evidence=HERE, confidence=0.9, party=id_, issue=issue, stand=stand, date=when)
        return self._report(entry, issue, when, issue)

    def forecast(
        self,
        claim: str,
        *about: str,
        horizon: str | None = None,
        likelihood: Likelihood = "likely",
        by: str = "Ada Holm",
        proof: str = "",
    ) -> Report[Forecast]:
        """What somebody expects of those that it is about."""
        by_id = self._ids([by])[0]
        self._ids(about)
        entry = Forecast(
            id="f1",
            evidence=HERE,
            confidence=0.9,
            by=by_id,
            claim=Passage(text=claim, spans=HERE),
            likelihood=likelihood,
            horizon=horizon,
        )
        return self._report(entry, claim, None, proof or claim)

    def _ids(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(id_ for name in names if (id_ := self._id(name)))

    def _id(self, name: str | None) -> str | None:
        if name is None:
            return None
        number = self.parties.setdefault(name, len(self.parties) + 1)
        self._named[f"e{number}"] = _named(name)
        return f"e{number}"

    def _report(self, entry: Kept, words: str, when: str | None, proof: str, quoted: str = "") -> Report[Kept]:
        found = timex.days(when) if when else None
        named, self._named = self._named, {}
        return Report(
            ref=Ref(self.source.article, entry.id),
            source=self.source,
            entry=entry,
            words=words,
            quoted=quoted,
            proof=(proof,),
            parties={id_: self.parties[one.name] for id_, one in named.items()},
            named=named,
            first_day=found[0] if found else None,
            last_day=found[1] if found else None,
            thread=1,
        )


_NUMBERS: dict[str, int] = {}


def article(number: int, published: str | None = "2022-01-14", **known: int | str | None) -> Teller:
    """What makes the reports of an article."""
    return Teller(source(number, published, **known))


def copies(reports: Sequence[Report[Kept]]) -> tuple[Report[Kept], ...]:
    """The reports as those of articles that are copies of the first one's."""
    witness = reports[0].source.article
    return tuple(
        one.model_copy(update={"source": one.source.model_copy(update={"witness": witness})}) for one in reports
    )


def _named(name: str) -> Named:
    kind: Literal["place", "state", "person", "organisation"] = "person" if " " in name else "organisation"
    if name in TOWNS:
        return Named(name=name, kind="place", registry_id=f"geonames:{sorted(TOWNS).index(name)}")
    if name in STATES:
        return Named(name=name, kind="state", registry_id=name[:3].upper(), country=name[:3].upper())
    return Named(name=name, kind=kind)
