"""Made-up records of many articles, to see how a dossier bears them: who met whom, what was said and demanded.

The records are made without reading, their spans found as the text is written. Days, names and wording vary by dice
with a seed: so many occasions a day, each told by several outlets, some of them word for word. The states are real,
the persons and what they say are not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from verbale.article import Article
from verbale.record import Entity, EntityKind, Event, Mention, Move, Office, Passage, Record, Round, Statement
from verbale.spans import Span

FIRST_DAY = date(2019, 1, 7)
OCCASIONS = 2
"""A day."""
REPORTS = 3
"""Of an occasion, one an outlet; ten thousand articles are of some four years and a half."""
COPIED = 0.15
"""The share of reports that are the one before, word for word."""
SEASON = 90
"""Days after which a state sends somebody else."""

STATES = {
    "Austria": "AUT", "Brazil": "BRA", "Canada": "CAN", "Denmark": "DNK", "Egypt": "EGY", "Finland": "FIN",
    "Ghana": "GHA", "India": "IND", "Japan": "JPN", "Kenya": "KEN", "Mexico": "MEX", "Norway": "NOR",
}  # fmt: skip
CITIES = ("Geneva", "Vienna", "Doha", "Helsinki", "Nairobi", "Lisbon", "Oslo", "Muscat")
OUTLETS = tuple(
    f"{place} {paper}" for place in ("Harbour", "Prairie", "Northern") for paper in ("Wire", "Post", "Mail")
)
FIRST_NAMES = ("Ada", "Bela", "Carin", "Dario", "Edda", "Fadi", "Greta", "Hamo", "Irma", "Jonas", "Katia", "Lenn")
BEGINNINGS = ("Bar", "Dol", "Fen", "Gris", "Hal", "Kor", "Lam", "Mor", "Nes", "Pell", "Rask", "Sol", "Tar", "Vand")
ENDINGS = ("berg", "dal", "een", "ford", "holt", "ini", "ko", "lund", "man", "sen", "ström", "well")
TITLES = ("foreign minister", "chief negotiator", "special envoy", "deputy minister")
ISSUES = ("fishing quotas", "border crossings", "grain exports", "river dams", "customs duties", "overflight rights")
SUBJECTS = ("The map", "That paper", "Our offer", "The timetable", "Their list", "The northern bank", "This clause")
VERDICTS = ("can be signed", "is not for sale", "needs another week", "leaves too much open", "was never agreed")
TAILS = (
    "before the spring",
    "whatever others say",
    "in its present form",
    "as long as ships are held",
    "for both of us",
)
TALK = ("a narrow path", "a cold room", "old accounts", "a long list of boats", "two drafts", "missing signatures")
LATER = (
    "reporters on the stairs",
    "a half-empty hall",
    "those who had waited",
    "a local station",
    "the evening papers",
)

MEETINGS = ("met", "held talks with", "conferred with")


class Actor(NamedTuple):
    """Somebody or something in the news."""

    name: str
    kind: EntityKind
    country: str | None = None
    registry_id: str | None = None
    title: str = ""
    state: "Actor | None" = None
    """For which a person speaks."""


class Occasion(NamedTuple):
    """What happened, before any outlet tells it."""

    day: date
    left: Actor
    right: Actor
    city: Actor
    issue: str
    number: int
    remark: str
    term: str


@dataclass
class _Page:
    """A text as it is written, with what its sentences prove."""

    text: str = ""
    actors: dict[Actor, str] = field(default_factory=dict)
    """Their entity ids."""
    first: dict[Actor, Span] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)

    def tell(self, sentence: str, *actors: Actor, apart: str = " ") -> Span:
        """Writes a sentence, in which the actors are named; where it stands."""
        self.text += (apart if self.text else "") + sentence
        whole = Span(len(self.text) - len(sentence), len(self.text))
        for actor in actors:
            self.first.setdefault(actor, self.find(actor.name, whole))
            self.id_of(actor)
        return whole

    def find(self, words: str, within: Span) -> Span:
        """Where the words first stand in a sentence; they have to."""
        start = self.text.index(words, within.start)
        return Span(start, start + len(words))

    def id_of(self, actor: Actor) -> str:
        return self.actors.setdefault(actor, f"e{len(self.actors) + 1}")

    def entities(self) -> Iterator[Entity]:
        for actor, id_ in self.actors.items():
            at = self.first[actor]
            state = self.actors[actor.state] if actor.state else None
            yield Entity(
                id=id_,
                evidence=(at,),
                confidence=0.9,
                name=actor.name,
                kind=actor.kind,
                mentions=(Mention(start=at.start, end=at.end, form="name"),),
                country=actor.country,
                registry_id=actor.registry_id,
                represents=state,
                offices=(Office(title=actor.title, organisation=state, evidence=(at,)),) if state else (),
            )


def crowd(number: int, seed: int = 8) -> Iterator[Record]:
    """So many records, in the order in which they appeared."""
    dice = Random(seed)
    made = 0
    day = FIRST_DAY
    while True:
        for occasion in [_occasion(day, dice) for _ in range(OCCASIONS)]:
            page = _told(occasion, dice)
            for outlet in dice.sample(OUTLETS, REPORTS):
                if made == number:
                    return
                if dice.random() > COPIED:
                    page = _told(occasion, dice)
                made += 1
                yield _published(page, occasion, outlet, made)
        day += timedelta(days=1)


def _occasion(day: date, dice: Random) -> Occasion:
    left, right = (_envoy(name, day, dice) for name in dice.sample(sorted(STATES), 2))
    return Occasion(
        day=day,
        left=left,
        right=right,
        city=Actor(dice.choice(CITIES), "place"),
        issue=dice.choice(ISSUES),
        number=dice.randint(2, 9),
        remark=f"{dice.choice(SUBJECTS)} of {_somewhere(dice)} {dice.choice(VERDICTS)}, {_somewhere(dice)} or not",
        term=f"open its {dice.choice(ISSUES)} at {_somewhere(dice)} within {dice.randint(2, 60)} days",
    )


def _envoy(state: str, day: date, dice: Random) -> Actor:
    """One of a state's officials of that season."""
    which = Random(f"{state} {(day - FIRST_DAY).days // SEASON} {dice.randrange(3)}")
    name = f"{which.choice(FIRST_NAMES)} {which.choice(BEGINNINGS)}{which.choice(ENDINGS)}"
    whom = Actor(state, "state", STATES[state], STATES[state])
    return Actor(name, "person", STATES[state], title=which.choice(TITLES), state=whom)


def _published(page: _Page, occasion: Occasion, outlet: str, number: int) -> Record:
    """The page as an outlet's article of the next day. Records of one page share their entries."""
    title = f"{occasion.left.country} and {occasion.right.country} on {occasion.issue}"
    article = Article(
        text=page.text,
        title=title,
        outlet=outlet,
        published=occasion.day + timedelta(days=1),
        published_from="given",
        url=f"https://news.example/{number}",
    )
    return Record(
        article=article,
        entities=tuple(page.entities()),
        statements=tuple(page.statements),
        events=tuple(page.events),
        rounds=tuple(page.rounds),
        moves=tuple(page.moves),
    )


def _told(occasion: Occasion, dice: Random) -> _Page:
    """One outlet's way to tell it."""
    page = _Page()
    steps = [_tell_meeting, _tell_remark, _tell_demand, _tell_round]
    for step in steps[: dice.randint(3, 4)]:
        step(page, occasion, dice)
    for _ in range(dice.randint(2, 5)):
        page.tell(_colour(dice), apart=dice.choice((" ", "\n")))
    return page


def _tell_meeting(page: _Page, told: Occasion, dice: Random) -> None:
    left, right, city = told.left, told.right, told.city
    verb, day = dice.choice(MEETINGS), f"{told.day:%A}"
    whom = f"the {right.title} of {_state(right).name}, {right.name},"
    who = f"{_state(left).name}’s {left.title}, {left.name},"
    there = _somewhere(dice)
    sentence = dice.choice(
        (
            f"{who} {verb} {whom} in {city.name} on {day} over {told.issue} near {there}.",
            f"In {city.name}, {who} {verb} {whom} on {day}, and {told.issue} by {there} were all they spoke about.",
            f"On {day} {who} {verb} {whom} to settle {told.issue} off {there}, in {city.name}.",
        )
    )
    whole = page.tell(sentence, _state(left), left, _state(right), right, city)
    page.events.append(
        Event(
            id="v1",
            evidence=(whole,),
            confidence=0.9,
            type="CONSULT",
            anchor=page.find(verb, whole),
            actors=(page.id_of(left), page.id_of(right)),
            place=page.id_of(city),
            date=told.day.isoformat(),
            status="happened",
        )
    )


def _tell_remark(page: _Page, told: Occasion, dice: Random) -> None:
    words = f"“{told.remark},”"
    whole = page.tell(
        f"{words} {told.left.name} told {dice.choice(LATER)} at {_somewhere(dice)}.", told.left, apart="\n"
    )
    page.statements.append(
        Statement(
            id="s1",
            form="direct",
            evidence=(whole,),
            confidence=0.9,
            source=(page.find(told.left.name, whole),),
            cue=(page.find("told", whole),),
            content=(page.find(words, whole),),
            speaker=page.id_of(told.left),
            speaker_status="named",
            date=told.day.isoformat(),
        )
    )


def _tell_demand(page: _Page, told: Occasion, dice: Random) -> None:
    by, of = _state(told.right), _state(told.left)
    verb = dice.choice(("demanded", "asked", "insisted"))
    content = f"that {of.name} {told.term}"
    whole = page.tell(f"{by.name} {verb} {content}, {_somewhere(dice)} {dice.choice(TAILS)}.", by, of)
    at, date_ = page.find(content, whole), told.day.isoformat()
    page.statements.append(
        Statement(
            id="s2",
            form="indirect",
            evidence=(whole,),
            confidence=0.8,
            source=(page.find(by.name, whole),),
            cue=(page.find(verb, whole),),
            content=(at,),
            speaker=page.id_of(by),
            speaker_status="named",
            kind="demand",
            date=date_,
        )
    )
    page.moves.append(
        Move(
            id="m1",
            evidence=(whole,),
            confidence=0.8,
            kind="demand",
            actor=(page.id_of(by),),
            addressee=(page.id_of(of),),
            content=Passage(text=content, spans=(at,)),
            date=date_,
            statement="s2",
        )
    )


def _tell_round(page: _Page, told: Occasion, dice: Random) -> None:
    left, right = _state(told.left), _state(told.right)
    held = f"{dice.choice(('the round', 'the talks'))} at {_somewhere(dice)}"
    sentence = f"It was round {told.number} between {left.name} and {right.name}, and {held} came to nothing."
    whole = page.tell(sentence, left, right)
    page.rounds.append(
        Round(
            id="r1",
            evidence=(whole,),
            confidence=0.9,
            number=told.number,
            format="round",
            parties=(page.id_of(left), page.id_of(right)),
            place=page.id_of(told.city),
            date=told.day.isoformat(),
            status="happened",
        )
    )


def _colour(dice: Random) -> str:
    """What is no news: a sentence that tells one article from another."""
    by, to, *more = (_somewhere(dice) for _ in range(6))
    return f"Past {by} and {to} went {dice.choice(TALK)} of {' '.join(more)}, {dice.choice(TAILS)}."


def _somewhere(dice: Random) -> str:
    """A place of which nobody has heard, so that two sentences aren't alike by chance."""
    return f"{dice.choice(BEGINNINGS)}{dice.choice(ENDINGS)}{dice.choice(ENDINGS)}"


def _state(actor: Actor) -> Actor:
    """For whom a person speaks; whoever is none speaks for itself."""
    return actor.state or actor
