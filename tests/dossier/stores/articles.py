"""Short articles with their records, made by hand: who met whom, and who said what."""

from datetime import date

from tests.records import event, person, statement
from verbale.article import Article
from verbale.record import Record

BODY = (
    "Ola Berg, the Norwegian envoy, met Ada Holm in Geneva on Monday, 10 January, and nobody else was let into the "
    "room. “The map is not for sale,” she said afterwards to the few reporters who had waited."
)
BLOCK = (
    "The two sides have argued about the map of the northern banks since the spring of 2019, when the old treaty ran "
    "out."
)
LOUD = (
    "Drums were heard on the quay on Monday while the ferries brought one delegation after another, and a band of the "
    "fire brigade played whatever somebody whistled to it. Fishermen sold soup from the back of a van, children waved "
    "at the wrong cars, and the mayor lost his hat to the wind, which a diver brought back an hour later."
)
QUIET = (
    "Nothing moved on Tuesday, and the halls by the lake stayed empty until late in the evening. Cleaners carried "
    "chairs from one floor to another, a waiter counted cups, and the flags hung where they had hung since the autumn. "
    "Whoever asked for news was sent to a desk where nobody sat, and the desk had a bell that nobody answered."
)
"""An article's own words, more than those of the block beneath them."""


def report(
    text: str = BODY,
    *,
    outlet: str = "Harbour Wire",
    published: str = "2022-01-11",
    url: str | None = None,
    said: str = "The map is not for sale",
    met: str = "met",
) -> Record:
    """An article with two persons; with a statement and an event where the text has their words."""
    article = Article(
        text=text,
        outlet=outlet,
        url=url,
        title="Talks",
        published=date.fromisoformat(published),
        published_from="given",
    )
    people = [person(text, name, id_) for id_, name in (("e1", "Ola Berg"), ("e2", "Ada Holm")) if name in text]
    known = {one.id for one in people}
    statements = (statement(text, said, speaker="e2" if "e2" in known else None),) if said in text else ()
    told = {"actors": tuple(sorted(known)), "date": "2022-01-10"}
    events = (event(text, met, **told),) if met in text and known else ()
    return Record(article=article, entities=tuple(people), statements=statements, events=events)


def other(number: int, *, day: int = 11) -> Record:
    """Articles that have nothing in common."""
    words = " ".join(f"word{number}x{place}" for place in range(60))
    text = f"Ola Berg met somebody for the {number}th time. {words}."
    return report(text, outlet=f"Outlet {number}", published=f"2022-01-{day:02}")
