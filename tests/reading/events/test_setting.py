"""Where and when an event was: own sentences, the event in brackets; Wednesday, 19 January 2022."""

import re

import pytest

from tests.reading.events.bracketed import bracketed
from tests.timed import laid_out
from verbale.lexicon.status import load_status
from verbale.reading.events.setting import Setting, Surroundings, setting_of
from verbale.reading.page import Syntax
from verbale.record import Entity, EntityKind, Mention
from verbale.spans import Span

WORDS = load_status()
KINDS: dict[str, EntityKind] = {
    "Oslo": "place",
    "Geneva": "place",
    "GENEVA": "place",
    "Vienna": "place",
    "Narvik": "place",
    "Helsinki": "place",
    "Brenner": "place",
    "Norway": "state",
    "Switzerland": "state",
    "Sudan": "state",
    "Kremlin": "state",
    "Moscow": "state",
}


def entities_of(text: str) -> list[Entity]:
    """An entity for each of the known names in the text, with its name for an id."""
    found = {name: [match.span() for match in re.finditer(rf"\b{name}\b", text)] for name in KINDS}
    return [
        Entity(
            id=name,
            name=name,
            kind=KINDS[name],
            mentions=tuple(Mention(start=start, end=end, form="name") for start, end in places),
            evidence=(Span(*places[0]),),
            confidence=1,
        )
        for name, places in found.items()
        if places
    ]


def read(sentence: str, syntax: Syntax, *, at_dateline: bool = False) -> Setting:
    page, anchor = bracketed(sentence, syntax)
    times = laid_out(page.text, syntax)[1]
    around = Surroundings(page, entities_of(page.text), times, WORDS)
    return setting_of(around, anchor, at_dateline=at_dateline)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The ministers [met] in Oslo.", "Oslo"),
        ("In Oslo, the ministers [met] for an hour.", "Oslo"),
        ("The ministers [met] on Monday in Oslo.", "Oslo"),
        ("The ministers [met] at a hotel in Oslo.", "Oslo"),
        ("The ministers [met] in the town of Narvik.", "Narvik"),
        ("The ministers [met] in Switzerland.", "Switzerland"),
        ("The ministers [met] near Narvik.", "Narvik"),
        ("She recalled the day when he [met] Ada Berg in Oslo.", "Oslo"),
        ("The ministers held [talks] in Oslo.", "Oslo"),
        ("In Oslo, the ministers held [talks] about the border.", "Oslo"),
        ("The Geneva [talks] ended without a result.", "Geneva"),
        ("The Vienna [meeting] lasted a day.", "Vienna"),
        ("The [talks] in Geneva ended without a result.", "Geneva"),
        ("The [talks] held in Geneva ended without a result.", "Geneva"),
        ("The [meeting] took place in Vienna.", "Vienna"),
        ("The [meeting] will be held in Vienna.", "Vienna"),
        ("The first round of [talks] took place in Vienna.", "Vienna"),
        ("The minister [visited] Oslo.", "Oslo"),
        ("The minister [travelled] to Oslo.", "Oslo"),
        ("The minister's [visit] to Norway was short.", "Norway"),
        ("The sides [signed] the treaty at a summit in Helsinki.", "Helsinki"),
        ("The sides agreed in Geneva to [meet] in Vienna.", "Vienna"),
        ("The sides met in Geneva and [signed] the text.", "Geneva"),
        ("The army [shelled] a school in Narvik.", None),
        ("The minister [spoke] with Moscow.", None),
        ("The Moscow [talks] ended.", None),
        ("The minister [condemned] the talks in Geneva.", None),
        ("The minister, who lives in Oslo, [resigned].", None),
        ("The ministers [met] for an hour.", None),
        ("The envoy in Geneva said that the sides had [met].", None),
    ],
)
def test_a_place_is_what_is_attached_to_the_event(sentence: str, place: str | None, syntax: Syntax) -> None:
    assert read(sentence, syntax).place == place


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The ministers [met] on Monday.", "2022-01-17"),
        ("On Monday the ministers [met] in Oslo.", "2022-01-17"),
        ("Monday's [meeting] ended early.", "2022-01-17"),
        ("The [meeting] on Monday ended early.", "2022-01-17"),
        ("The [meeting] took place on January 10.", "2022-01-10"),
        ("The [talks] held on January 10 ended early.", "2022-01-10"),
        ("The [talks], due on Friday, will be long.", "2022-01-21"),
        ("The [talks] ended on Monday.", "2022-01-17"),
        ("The ministers held [talks] on Monday.", "2022-01-17"),
        ("The sides agreed on Monday to [meet] on Friday.", "2022-01-21"),
        ("The sides agreed on Monday to [meet].", None),
        ("The sides [agreed] on Monday to meet on Friday.", "2022-01-17"),
        ("The envoy said on Monday that the sides had [met].", None),
        ("The envoy condemned the [attack] on Monday.", None),
        ("The host postponed the [talks] until Friday.", "2022-01-21"),
        ("The host called off the [talks] on Monday.", None),
        ("The [meeting] is scheduled for Friday.", "2022-01-21"),
        ("The ministers met on Monday and [signed] the text.", "2022-01-17"),
        ("The ministers [met].", None),
        ("On January 10 the ministers met. They [signed] the text.", "2022-01-10"),
    ],
)
def test_a_time_is_what_governs_the_event(sentence: str, date: str | None, syntax: Syntax) -> None:
    assert read(sentence, syntax).date == date


def test_the_time_s_id_goes_with_its_value(syntax: Syntax) -> None:
    assert read("The sides agreed on Monday to [meet] on Friday.", syntax).time == "t2"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("GENEVA, Jan. 18 - The delegations [met] for an hour.", "GENEVA"),
        ("GENEVA (Agency) - The delegations [met] for an hour.", "GENEVA"),
        ("GENEVA, Jan. 18 - The delegations [met] in Vienna.", "Vienna"),
        ("GENEVA, Jan. 18 - The delegations [agreed] to meet in Vienna.", None),
        ("GENEVA, Jan. 18 - The envoy left.\n\nThe delegations [met] for an hour.", None),
        ("The delegations [met] for an hour.", None),
    ],
)
def test_the_dateline_s_town_is_where_nothing_else_is_told(sentence: str, place: str | None, syntax: Syntax) -> None:
    assert read(sentence, syntax, at_dateline=True).place == place


def test_the_dateline_s_town_is_no_place_of_what_is_done_elsewhere(syntax: Syntax) -> None:
    assert read("GENEVA, Jan. 18 - The army [shelled] a school.", syntax).place is None


def test_what_others_say_tells_no_time_of_their_saying(syntax: Syntax) -> None:
    page, anchor = bracketed("“On Monday we left,” the envoy [announced].", syntax)
    around = Surroundings(page, (), laid_out(page.text, syntax)[1], WORDS)

    assert setting_of(around, anchor, apart_from=[Span(0, page.text.index("”"))]).date is None
