"""Pages turn ids into words, offsets into marks on a line, and say what is not known."""

from datetime import date

import pytest

from tests.records import TALKS, person, spans, statement, talks
from verbale.article import Article, Notice
from verbale.record import Doubt, Office, Record, Statement
from verbale.spans import Span
from verbale.views.pages import Mark, MinutesPage, SpeakerLine, StatementLine, minutes_page


def page_of(text: str, *statements: Statement, **article: object) -> MinutesPage:
    return minutes_page(Record(article=Article.model_validate({"text": text, **article}), statements=statements))


def line_of(text: str, one: Statement) -> StatementLine:
    return page_of(text, one).statements[0]


def test_statements_are_numbered_in_the_order_of_the_record() -> None:
    page = minutes_page(talks())

    assert [(line.number, line.id) for line in page.statements] == [(1, "s1"), (2, "s2")]


def test_a_speaker_is_named_with_the_office_that_the_article_gives() -> None:
    office = Office(title="mediator", organisation="the Council", evidence=())
    record = talks().model_copy(update={"entities": (person(TALKS, "Anneli Korpela", offices=(office,)),)})

    assert minutes_page(record).statements[0].speaker == SpeakerLine(
        "Anneli Korpela", "mediator, the Council", None, found=True
    )


@pytest.mark.parametrize(
    ("office", "words"),
    [
        pytest.param(Office(title="mediator", evidence=()), "mediator", id="no organisation"),
        pytest.param(
            Office(title="head of Radio Helvetia", organisation="e2", evidence=()),
            "head of Radio Helvetia",
            id="the title holds the organisation already",
        ),
        pytest.param(
            Office(title="editor", organisation="e2", evidence=()),
            "editor, Radio Helvetia",
            id="an entity's id",
        ),
        pytest.param(
            Office(title="mediator", evidence=(), doubt=Doubt(reason="she left in 2020", reference="registry")),
            "mediator (doubtful: she left in 2020)",
            id="a doubt is told",
        ),
    ],
)
def test_an_office_is_told_in_words(office: Office, words: str) -> None:
    entities = (
        person(TALKS, "Anneli Korpela", offices=(office,)),
        person(TALKS, "Radio Helvetia", "e2", kind="outlet"),
    )
    record = talks().model_copy(update={"entities": entities})

    assert minutes_page(record).statements[0].speaker.office == words


def test_a_speaker_without_office_is_said_to_stand_for_whom_they_represent() -> None:
    entities = (
        person(TALKS, "Anneli Korpela", represents="e2"),
        person(TALKS, "Radio Helvetia", "e2", kind="organisation"),
    )
    record = talks().model_copy(update={"entities": entities})

    assert minutes_page(record).statements[0].speaker.office == "for Radio Helvetia"


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("named", None),
        ("role", "known by role only"),
        ("anonymous", "not named"),
        ("unknown", "not known who"),
    ],
)
def test_the_status_of_a_speaker_becomes_a_note(status: str, note: str | None) -> None:
    said = statement("He said no.", "no", source=spans("He said no.", "He"), speaker_status=status)

    assert line_of("He said no.", said).speaker == SpeakerLine("He", None, note, found=False)


def test_an_open_speaker_is_shown_with_the_candidates_and_never_as_one_of_them() -> None:
    text = "Ada Moss met Ivo Reyl. He said no."
    said = statement(text, "no", source=spans(text, "He"), speaker_status="ambiguous", candidates=("e1", "e2"))
    entities = (person(text, "Ada Moss"), person(text, "Ivo Reyl", "e2"))
    page = minutes_page(Record(article=Article(text=text), entities=entities, statements=(said,)))

    assert page.statements[0].speaker == SpeakerLine("He", None, "either Ada Moss or Ivo Reyl", found=False)


def test_a_speaker_in_the_articles_words_has_no_comma_hanging() -> None:
    text = "A diplomat, who was tired, said no."
    said = statement(text, "no", source=spans(text, "A diplomat, who was tired,"))

    assert line_of(text, said).speaker.name == "A diplomat, who was tired"


def test_a_statement_without_a_source_has_nobody_as_its_speaker() -> None:
    assert line_of("“No.”", statement("“No.”", "“No.”")).speaker == SpeakerLine(
        "Not known who", None, None, found=False
    )


def test_content_in_pieces_is_joined_by_an_ellipsis_on_one_line() -> None:
    text = "“We stay,” he said, “until\nFriday.”"
    said = statement(text, "“We stay,”", "“until\nFriday.”")

    assert line_of(text, said).words == "“We stay,” … “until Friday.”"


def test_neighbouring_sentences_are_one_passage_with_source_cue_and_content_marked() -> None:
    (passage,) = minutes_page(talks()).statements[0].proof

    assert passage.text == TALKS.split("\n\n")[0]
    assert [(passage.text[mark.start : mark.end], mark.role) for mark in passage.marks] == [
        ("The two delegations agreed to keep the line where it is until Friday", "content"),
        ("This was announced", "cue"),
        ("the mediator, Anneli Korpela", "source"),
    ]


@pytest.mark.parametrize(
    ("between", "passages"),
    [(" ", 1), ("", 1), ("\u00a0 ", 1), ("\n", 2), ("\n\n", 2), ("\u2028", 2), (" Left out. ", 2)],
)
def test_sentences_are_one_passage_only_within_a_paragraph(between: str, passages: int) -> None:
    text = f"He spoke.{between}She left."
    said = statement(text, "He spoke", evidence=spans(text, "She left.", "He spoke."))

    assert len(line_of(text, said).proof) == passages


def test_a_passage_keeps_every_code_point_but_its_line_breaks_and_tabs() -> None:
    text = "He\tsaid:\n“I 🕊 go.”"
    said = statement(text, "“I 🕊 go.”", evidence=(Span(0, len(text)),))
    (passage,) = line_of(text, said).proof

    assert passage.text == "He said: “I 🕊 go.”"
    assert passage.marks == (Mark(9, 18, "content"),)


def test_a_source_that_interrupts_a_content_is_marked_as_source() -> None:
    text = "We stay, he said, until Friday."
    said = statement(
        text,
        "We stay, he said, until Friday",
        source=spans(text, "he"),
        cue=spans(text, "said"),
        evidence=(Span(0, 31),),
    )

    assert [(text[mark.start : mark.end], mark.role) for mark in line_of(text, said).proof[0].marks] == [
        ("We stay, ", "content"),
        ("he", "source"),
        (" ", "content"),
        ("said", "cue"),
        (", until Friday", "content"),
    ]


def test_marks_end_where_the_passage_ends() -> None:
    text = "He spoke long. And longer."
    said = statement(text, "spoke long. And longer", evidence=spans(text, "He spoke long."))

    assert line_of(text, said).proof[0].marks == (Mark(3, 14, "content"),)


def test_a_statement_within_another_gives_that_ones_number() -> None:
    text = "Ada said Ivo said no."
    outer = statement(text, "Ivo said no")
    inner = statement(text, "no", id="s2", within="s1")

    assert [line.within for line in page_of(text, outer, inner).statements] == [None, 1]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-18", "18 January 2022"),
        ("2022-01", "January 2022"),
        ("2022-01-18T14:05", "18 January 2022"),
        ("2022", "2022"),
        ("2022-W03", "the week of 17 January 2022"),
        ("2022-Q1", "2022-Q1"),
        ("PAST_REF", "PAST_REF"),
        (None, None),
    ],
)
def test_a_date_is_written_as_people_write_it_and_never_made_more_exact(value: str | None, words: str) -> None:
    assert line_of("No.", statement("No.", "No", date=value)).date == words


@pytest.mark.parametrize(
    ("confidence", "words", "doubtful"),
    [
        (1.0, "almost certainly right", False),
        (0.95, "almost certainly right", False),
        (0.94, "very likely right", False),
        (0.55, "likely right", False),
        (0.54, "as likely right as wrong", True),
        (0.3, "more likely wrong than right", True),
        (0.0, "very likely wrong", True),
    ],
)
def test_confidence_is_told_in_words(confidence: float, words: str, doubtful: bool) -> None:
    line = line_of("No.", statement("No.", "No", confidence=confidence))

    assert (line.confidence, line.doubtful) == (words, doubtful)


@pytest.mark.parametrize(
    ("given", "published", "known_from"),
    [
        (
            {"published": date(2022, 1, 8), "published_from": "metadata"},
            "8 January 2022",
            "as the page says",
        ),
        ({"published": date(2022, 1, 8), "published_from": "given"}, "8 January 2022", "given"),
        ({}, None, None),
    ],
)
def test_the_day_of_publication_says_how_it_is_known(
    given: dict[str, object], published: str | None, known_from: str | None
) -> None:
    page = page_of("No.", **given)

    assert (page.published, page.published_from) == (published, known_from)


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        pytest.param("Some text.", "Talks  in\nMontreux ", "Talks in Montreux", id="the title, on one line"),
        pytest.param("Some text.", None, "Some text.", id="without one, the text where it is short"),
        pytest.param("Some text.", " ", "Some text.", id="a blank title is none"),
        pytest.param("", None, "An article without text", id="nothing at all"),
        pytest.param(
            "The delegations met on the lake at nine in the morning, for an hour, and then for another one.",
            None,
            "The delegations met on the lake at nine in the morning, for an hour, and …",
            id="a long text's opening words, cut between words",
        ),
        pytest.param("x" * 100, None, "x" * 72 + " …", id="one long word"),
    ],
)
def test_a_page_always_has_a_title(text: str, title: str | None, shown: str) -> None:
    assert page_of(text, title=title).title == shown


def test_warnings_are_shown_as_sentences() -> None:
    page = page_of("No.", warnings=(Notice(code="no_date", message="The day is not known."),))

    assert page.warnings == ("The day is not known.",)


def test_the_venue_is_an_entitys_name_or_the_articles_own_words() -> None:
    text = "She told the evening news no."
    in_words = statement(text, "no", venue="the evening news")

    assert minutes_page(talks()).statements[1].venue == "Radio Helvetia"
    assert line_of(text, in_words).venue == "the evening news"


def test_an_outlet_that_somebody_told_is_named_once() -> None:
    text = "She told the Post no."
    said = statement(text, "no", venue="the Post", addressee="e1")
    record = Record(article=Article(text=text), entities=(person(text, "Post", kind="outlet"),), statements=(said,))
    line = minutes_page(record).statements[0]

    assert (line.addressee, line.venue) == ("Post", None)
