"""Who is who: parties with those who stand for them, people by themselves, and who is only named."""

import pytest

from tests.records import person, statement
from tests.views.negotiation import negotiation
from verbale.article import Article
from verbale.record import Entity, Office, Record
from verbale.views.pages.parties import Parties, PartyLine, parties_of
from verbale.views.pages.words import Cast

TEXT = "Karelia met the League. Karelia and both sides smiled, Ada Moss said in Turku."
NO = statement(TEXT, "smiled", speaker="e4", speaker_status="named")


def parties(*entities: Entity, speaker: str = "e4") -> Parties:
    said = NO.model_copy(update={"speaker": speaker})
    record = Record(article=Article(text=TEXT), entities=entities, statements=(said,))
    return parties_of(record, Cast.of(record), full=False)


def ada(**fields: object) -> Entity:
    return person(TEXT, "Ada Moss", "e4", **fields)


LEAGUE = person(TEXT, "League", "e1", kind="organisation")
KARELIA = person(TEXT, "Karelia", "e2", kind="state", mentions=person(TEXT, "Karelia", kind="state").mentions * 2)


def test_who_represents_a_party_stands_below_it() -> None:
    (karelia,) = parties(LEAGUE, KARELIA, ada(represents="e2")).taking_part.lines

    assert karelia == PartyLine("Karelia", (), (), (PartyLine("Ada Moss", (), ()),))


def test_who_holds_an_office_of_a_body_stands_below_it_with_the_title() -> None:
    office = Office(title="envoy", organisation="e1", evidence=())
    (league,) = parties(LEAGUE, KARELIA, ada(offices=(office,))).taking_part.lines

    assert (league.name, league.people) == ("League", (PartyLine("Ada Moss", (), ("envoy, League",)),))


def test_a_body_that_represents_another_stands_below_it_with_its_people() -> None:
    league = person(TEXT, "League", "e1", kind="organisation", represents="e2")
    (karelia,) = parties(league, KARELIA, ada(represents="e1"), speaker="e4").taking_part.lines

    assert [one.name for one in karelia.people] == ["Ada Moss"]


def test_who_stands_for_nobody_comes_after_the_parties() -> None:
    record = negotiation()
    lines = parties_of(record, Cast.of(record), full=False).taking_part.lines

    assert [line.name for line in lines] == ["Kestria", "Norland", "Ivo Reyl"]
    assert lines[2].offices == ("analyst",)


def test_parties_that_do_nothing_are_only_named_the_most_mentioned_first() -> None:
    places = person(TEXT, "Turku", "e5", kind="place")

    assert parties(LEAGUE, KARELIA, ada(), places).also_named.lines == ("Karelia", "League")


def test_several_parties_together_are_no_party_of_their_own() -> None:
    both = person(TEXT, "Karelia and both sides", "e3", kind="group", members=("e1", "e2"))

    assert parties(LEAGUE, KARELIA, both, speaker="e3").also_named.lines == ("Karelia", "League")


def test_who_has_no_name_in_the_article_is_no_party() -> None:
    sides = person(TEXT, "both sides", "e3", kind="group")
    nominal = sides.model_copy(update={"mentions": (sides.mentions[0].model_copy(update={"form": "nominal"}),)})

    assert parties(nominal, speaker="e3") == Parties(parties().taking_part, parties().also_named)


@pytest.mark.parametrize(
    ("aliases", "shown"),
    [
        (("Helsinki", "Republic of Turku"), ("Helsinki", "Republic of Turku")),
        (("the country", "karel"), ()),
        (("U.K.", "UK", "K.A.R.E.L.I.A."), ("U.K.",)),
        (("Kare", "Karelian"), ()),
        (("A", "B", "C", "D"), ("B", "C", "D")),
    ],
)
def test_other_names_are_those_that_tell_more(aliases: tuple[str, ...], shown: tuple[str, ...]) -> None:
    karelia = person(TEXT, "Karelia", "e4", kind="state", aliases=aliases)

    assert parties(karelia).taking_part.lines[0].also == shown


def test_a_description_is_no_other_name() -> None:
    karelia = person(TEXT, "Karelia", "e4", kind="state", aliases=("Ada Moss",))
    described = karelia.mentions[0].model_copy(update={"start": 55, "end": 63, "form": "nominal"})
    both = karelia.model_copy(update={"mentions": (*karelia.mentions, described)})

    assert TEXT[55:63] == "Ada Moss"
    assert parties(both).taking_part.lines[0].also == ()
