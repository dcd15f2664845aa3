"""A row an actor and recipient, under POLECAT's names, with the proof, and empty where nothing is known."""

from collections.abc import Iterable
from datetime import date

import pytest

from tests.records import event, person, spans, statement
from verbale.article import Article
from verbale.record import Event, Office, Record
from verbale.registry import City
from verbale.views.events import COLUMNS, EVIDENCE, POLECAT, QUADS, Cell, event_rows

TEXT = "Envoys of Kestria and Norland met Ada Moss in Turku on Monday. Sudria, she said, had called it off."
TURKU = City("geonames:633679", "Turku", "FIN", "02", 175_945, 60.45, 22.27)
MET = {"actors": ("e1", "e2"), "recipients": ("e3",), "place": "e4", "evidence": spans(TEXT, TEXT[:62])}


def towns(name: str) -> Iterable[City]:
    return [TURKU] if name == "Turku" else []


def record(*events: Event, **article: object) -> Record:
    entities = (
        person(TEXT, "Kestria", "e1", kind="state", country="KES"),
        person(TEXT, "Norland", "e2", kind="state"),
        person(TEXT, "Ada Moss", "e3", offices=(Office(title="mediator", evidence=()),)),
        person(TEXT, "Turku", "e4", kind="place", country="FIN", registry_id="geonames:633679"),
        person(TEXT, "Sudria", "e5", kind="organisation"),
    )
    said = statement(TEXT, "had called it off", source=spans(TEXT, "she"), speaker="e3")
    given = {"text": TEXT, **article}
    return Record(article=Article.model_validate(given), entities=entities, events=events, statements=(said,))


def table(*events: Event, **article: object) -> list[dict[str, Cell]]:
    names = [column.name for column in COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in event_rows(record(*events, **article), towns)]


def test_the_columns_are_polecats_in_their_order_and_then_the_evidence() -> None:
    names = [column.name for column in COLUMNS]

    assert len(POLECAT) == 40
    assert names[:8] == [
        *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name"),
    ]
    assert names[39:41] == ["Version", "Evidence"]
    assert len(set(names)) == len(POLECAT) + len(EVIDENCE)


def test_there_is_a_row_for_each_actor_and_recipient_under_one_event() -> None:
    rows = table(event(TEXT, "met", **{**MET, "recipients": ("e3", "e5")}))

    assert [(row["Actor Name"], row["Recipient Name"]) for row in rows] == [
        ("Kestria", "Ada Moss"),
        ("Kestria", "Sudria"),
        ("Norland", "Ada Moss"),
        ("Norland", "Sudria"),
    ]
    assert len({row["Event ID"] for row in rows}) == 1


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        (("e1", "e2"), (), [("Kestria", None), ("Norland", None)]),
        ((), ("e5",), [(None, "Sudria")]),
        ((), (), [(None, None)]),
    ],
)
def test_an_event_without_a_party_has_rows_with_an_empty_one(
    actors: tuple[str, ...], recipients: tuple[str, ...], pairs: list[tuple[Cell, Cell]]
) -> None:
    rows = table(event(TEXT, "met", actors=actors, recipients=recipients))

    assert [(row["Actor Name"], row["Recipient Name"]) for row in rows] == pairs


def test_a_party_has_its_country_title_and_the_words_of_the_proof() -> None:
    row = table(event(TEXT, "met", **MET))[0]

    assert (row["Actor Name Raw"], row["Actor Country"], row["Actor Title"]) == ("Kestria", "KES", None)
    assert (row["Recipient Name Raw"], row["Recipient Country"], row["Recipient Title"]) == (
        "Ada Moss",
        None,
        "mediator",
    )


def test_of_several_mentions_the_one_in_the_proof_that_is_nearest_to_the_anchor_counts() -> None:
    twice = person(TEXT, "Ada Moss", "e3")
    she = twice.mentions[0].model_copy(update={"start": spans(TEXT, "she")[0].start, "end": spans(TEXT, "she")[0].end})
    both = twice.model_copy(update={"mentions": (*twice.mentions, she)})
    told = event(TEXT, "called", actors=("e3",), evidence=spans(TEXT, TEXT))
    of_both = record(told).model_copy(update={"entities": (both,)})
    at = [column.name for column in COLUMNS].index("Actor Name Raw")

    assert event_rows(of_both, towns)[0][at] == "she"


def test_an_actor_whom_the_proof_does_not_name_has_no_words_there() -> None:
    assert table(event(TEXT, "met", actors=("e5",), evidence=spans(TEXT, TEXT[:62])))[0]["Actor Name Raw"] is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-01-10", date(2022, 1, 10)),
        ("2022-01-10T14:00", date(2022, 1, 10)),
        ("2022-01", None),
        ("2022-W02", None),
        ("PAST_REF", None),
        (None, None),
    ],
)
def test_the_event_has_a_date_only_where_it_is_known_to_the_day_and_always_its_own_value(
    value: str | None, day: date | None
) -> None:
    row = table(event(TEXT, "met", date=value))[0]

    assert (row["Event Date"], row["TIMEX3 Date"]) == (day, value)


def test_a_town_of_the_registry_has_its_place_on_the_map() -> None:
    row = table(event(TEXT, "met", **MET))[0]
    columns = ("Placename", "City", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename")

    assert [row[name] for name in columns] == ["Turku", "Turku", "FIN", 60.45, 22.27, 633679, "Turku"]


def test_a_place_that_is_no_town_has_its_name_and_country_alone() -> None:
    row = table(event(TEXT, "met", place="e1"))[0]

    assert (row["Placename"], row["Country"], row["City"], row["Latitude"]) == ("Kestria", "KES", None, None)


def test_every_type_has_its_quad() -> None:
    assert len(QUADS) == 16
    assert table(event(TEXT, "met", type="AID"))[0]["Quad Code"] == "MATERIAL COOPERATION"


def test_the_proof_is_code_point_for_code_point_the_articles() -> None:
    first, second = TEXT[:62], TEXT[63:]
    row = table(event(TEXT, "met", **{**MET, "evidence": spans(TEXT, first, second)}))[0]

    assert row["Evidence"] == f"{first}\n{second}"
    assert row["Evidence Spans"] == f"0-62 63-{len(TEXT)}"
    assert (row["Anchor"], TEXT[row["Anchor Start"] : row["Anchor End"]]) == ("met", "met")  # type: ignore[misc]
    assert (row["Status"], row["Confidence"], row["Record Event ID"]) == ("happened", 0.9, "v1")


@pytest.mark.parametrize(("speaker", "words"), [("e3", "Ada Moss"), (None, "she")])
def test_who_claims_it_is_named_or_given_in_the_articles_words(speaker: str | None, words: str) -> None:
    told = record(event(TEXT, "called", according_to="s1"))
    said = told.statements[0].model_copy(update={"speaker": speaker})
    row = event_rows(told.model_copy(update={"statements": (said,)}), towns)[0]
    cells = dict(zip([column.name for column in COLUMNS], row, strict=True))

    assert (cells["According To"], cells["Statement ID"]) == (words, "s1")


def test_a_row_tells_where_it_comes_from() -> None:
    row = table(
        event(TEXT, "met"),
        id="a7",
        outlet="Lake Courier",
        url="https://lake.example/7",
        title="Talks",
        published="2022-01-11",
    )[0]
    columns = ("Source", "Publication Date", "Article ID", "Article Address", "Article Title", "Language")

    assert [row[name] for name in columns] == [
        *("Lake Courier", date(2022, 1, 11), "a7", "https://lake.example/7", "Talks", "en"),
    ]
    assert row["Story People"] == "Ada Moss"
    assert row["Story Organizations"] == "Sudria"
    assert row["Story Locations"] == "Kestria; Norland; Turku"


def test_the_same_event_id_in_two_articles_is_not_one_event() -> None:
    one, other = (table(event(TEXT, "met"), title=title)[0]["Event ID"] for title in ("Talks", "Walks"))

    assert one != other


def test_an_article_without_events_has_no_rows() -> None:
    assert table() == []
