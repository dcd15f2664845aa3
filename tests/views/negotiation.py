"""A negotiation for the views: an article of our own with an entry of every sort, written by hand."""

from tests.records import event, person, span, spans, statement
from verbale.article import Article
from verbale.record import (
    Document,
    Doubt,
    Entity,
    Forecast,
    Move,
    Office,
    Passage,
    Position,
    Provision,
    Record,
    Round,
)

TEXT = (
    "Kestria and Norland met in Turku on Monday and parted without a paper. "
    "A second meeting is planned in Oslo for Friday. "
    "Kestria published a draft treaty in March. "
    "Under the draft treaty Norland must not keep troops in Sudria.\n\n"
    "“If the ports stay closed, we will leave the table,” said Ada Moss, the foreign minister of Kestria, "
    "and asked Norland to open them. "
    "A treaty this year is doubtful, Ivo Reyl, an analyst, said: either a treaty or a long winter.\n\n"
    "Norland expelled two envoys of Kestria on Sunday. The League looked on."
)
MET, PLANNED, PUBLISHED, UNDER = (part for part in TEXT.split("\n\n")[0].replace(". ", ".\n").split("\n"))
LAST = "Norland expelled two envoys of Kestria on Sunday."
LEAVE = "we will leave the table"
DOUBTFUL = "A treaty this year is doubtful"


def passage(words: str) -> Passage:
    """These words, where they first stand."""
    return Passage(text=words, spans=(span(TEXT, words),))


def negotiation() -> Record:
    """Two parties, two rounds, a paper with a provision, moves, a forecast, an event beside the rounds, and doubts."""
    statements = (
        statement(
            TEXT, LEAVE, form="direct", kind="threat", speaker="e3", speaker_status="named", evidence=spans(TEXT, LEAVE)
        ),
        statement(TEXT, DOUBTFUL, id="s2", form="indirect", speaker="e4", speaker_status="named", kind="forecast"),
    )
    both = {"actors": ("e1", "e2"), "recipients": ()}
    events = (
        event(TEXT, "met", **both, place="e5", date="2026-03-02", evidence=spans(TEXT, MET)),
        event(TEXT, "expelled", id="v2", type="COERCE", actors=("e2",), recipients=("e1",), evidence=spans(TEXT, LAST)),
    )
    return Record(
        article=Article(text=TEXT, title="Talks in Turku"),
        entities=_entities(),
        statements=statements,
        events=events,
        rounds=_rounds(),
        documents=_documents(),
        provisions=_provisions(),
        moves=_moves(),
        forecasts=_forecasts(),
        positions=(Position(id="x1", evidence=(), confidence=0.9, party="e2", issue="the ports", stand="against"),),
    )


def _entities() -> tuple[Entity, ...]:
    doubt = Doubt(reason="she left the office in 2020", reference="registry")
    return (
        person(TEXT, "Kestria", "e1", kind="state", country="KES", aliases=("Port Kest",)),
        person(TEXT, "Norland", "e2", kind="state"),
        person(
            TEXT,
            "Ada Moss",
            "e3",
            represents="e1",
            offices=(Office(title="foreign minister", organisation="e1", evidence=(), doubt=doubt),),
        ),
        person(TEXT, "Ivo Reyl", "e4", offices=(Office(title="analyst", evidence=()),)),
        person(TEXT, "Turku", "e5", kind="place"),
        person(TEXT, "Oslo", "e6", kind="place"),
        person(TEXT, "Sudria", "e7", kind="state"),
        person(TEXT, "League", "e8", kind="organisation"),
    )


def _documents() -> tuple[Document, ...]:
    return (
        Document(
            id="d1",
            evidence=spans(TEXT, PUBLISHED),
            confidence=0.9,
            name="draft treaty",
            kind="treaty",
            authors=("e1",),
            date="2026-03",
            status="published",
        ),
    )


def _provisions() -> tuple[Provision, ...]:
    return (
        Provision(
            id="p1",
            evidence=spans(TEXT, UNDER),
            confidence=0.9,
            document="d1",
            bearer=("e2",),
            force="must_not",
            action=passage("keep troops in Sudria"),
            words=passage("must not"),
            regarding=("e7",),
        ),
    )


def _forecasts() -> tuple[Forecast, ...]:
    return (
        Forecast(
            id="f1",
            evidence=spans(TEXT, DOUBTFUL),
            confidence=0.9,
            by="e4",
            claim=passage("A treaty"),
            outcomes=(passage("a treaty"), passage("a long winter")),
            likelihood="doubtful",
            horizon="2026",
            statement="s2",
        ),
    )


def _rounds() -> tuple[Round, ...]:
    met = Round(
        id="r1",
        evidence=spans(TEXT, MET),
        confidence=0.9,
        format="meeting",
        parties=("e1", "e2"),
        place="e5",
        date="2026-03-02",
        status="happened",
        outcome=passage("parted without a paper"),
        events=("v1",),
    )
    planned = Round(
        id="r2",
        evidence=spans(TEXT, PLANNED),
        confidence=0.5,
        number=2,
        format="meeting",
        place="e6",
        date="2026-03-06",
        status="planned",
    )
    return met, planned


def _moves() -> tuple[Move, ...]:
    threat = Move(
        id="m1",
        evidence=spans(TEXT, LEAVE),
        confidence=0.9,
        kind="threat",
        actor=("e3",),
        addressee=("e2",),
        content=passage(LEAVE),
        if_=passage("If the ports stay closed"),
        statement="s1",
    )
    demand = Move(
        id="m2",
        evidence=spans(TEXT, "asked Norland to open them"),
        confidence=0.9,
        kind="demand",
        actor=("e3",),
        addressee=("e2",),
        content=passage("open them"),
    )
    return threat, demand
