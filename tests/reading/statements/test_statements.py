"""Statements out of attributions: form, act, venue, what reports which, and the entries as a whole."""

from collections.abc import Callable
from datetime import date

import pytest

from verbale.article import Article
from verbale.lexicon.speech import load_speech
from verbale.reading.attributions import find_attributions
from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.page import Syntax, lay_out
from verbale.reading.quotes import find_quotes
from verbale.reading.scores import Scores
from verbale.reading.statements import make_statements
from verbale.record import Statement, Time
from verbale.spans import Span

SPEECH = load_speech()
Read = Callable[[str], tuple[Statement, ...]]


@pytest.fixture
def read(syntax: Syntax) -> Read:
    """The statements of a text, by the rules alone; nobody is named."""

    def read_text(text: str) -> tuple[Statement, ...]:
        page = lay_out(Article(text=text), syntax)
        quotes = find_quotes(page)
        found = find_attributions(page, Scores(), quotes, SPEECH)
        return make_statements(page, [(one, Speaking(None, "unknown"), None) for one in found], quotes, SPEECH)

    return read_text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We left,” she said.", "direct"),
        ("She said that “we left and nobody stayed”.", "direct"),
        ("She said that they left.", "indirect"),
        ("She said that they had “no time”.", "mixed"),
        ("She called the offer “a joke”.", "mixed"),
        ("“We left,” she said. “Nobody stayed.", "direct"),
        ("CHAIR BRUNO: Was it inspected?\nCHAIR BRUNO: Thank you.", "direct"),
        ("No deal, she said.\nHe said “no”.", "indirect"),
    ],
)
def test_a_statement_s_form_follows_from_its_quoted_words(text: str, form: str, read: Read) -> None:
    assert read(text)[0].form == form


def test_words_behind_an_unclosed_mark_are_not_taken_for_quoted(read: Read) -> None:
    text = '"It is no matter of numbers, envoy Daria Levko said. According to her, the lists agree. "No," she said.'
    assert [one.form for one in read(text)] == ["direct", "indirect", "direct"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She said that it rained.", "assertion"),
        ("She urged the host to publish the draft.", "demand"),
        ("She offered to host the round.", "offer"),
        ("She threatened to close the lock.", "threat"),
        ("She warned that the truce could collapse.", "warning"),
        ("She pledged to open the corridor.", "commitment"),
        ("She ruled out any talks.", "refusal"),
        ("She asked whether they accepted the map.", "question"),
        ("She wanted to know who had paid.", "question"),
        ("She predicts that the corridor will close.", "forecast"),
        ("She believes that nobody wants it.", "opinion"),
        ("She asked the host to publish it.", "demand"),
        ("“Who pays?” she said.", "question"),
        ("“Open the gates,” she told the commander.", "demand"),
        ("“They must leave before Friday,” she said.", "demand"),
        ("She stressed that the crossings must reopen.", "demand"),
        ("“We will not withdraw one soldier,” she said.", "refusal"),
        ("“We are ready to meet,” she said.", "offer"),
        ("“It must have been the wind,” she said.", "assertion"),
        ("“If they cross, the alliance would suspend the talks,” she said.", "threat"),
        ("“Thank you,” she said.", "assertion"),
    ],
)
def test_cue_or_content_tells_what_a_statement_does(text: str, kind: str, read: Read) -> None:
    assert read(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "denied", "flags"),
    [
        ("She denied that troops had crossed.", True, ()),
        ("She did not deny that troops had crossed.", False, ()),
        ("She would neither confirm nor deny that troops had crossed.", False, ("not_said",)),
        ("She said that no troops had crossed.", False, ()),
        ("She did not say whether troops had crossed.", False, ("not_said",)),
        ("Nobody in the room said that it was over.", False, ("not_said",)),
        ("The skippers would say that the line was never drawn.", False, ("hypothetical",)),
        ("The minister is expected to tell the council that it is over.", False, ("hypothetical",)),
        ("They will leave if the alliance refuses their requests.", False, ("hypothetical",)),
        ("She refused to answer.", False, ()),
    ],
)
def test_what_is_denied_and_what_was_never_said_are_told_apart(
    text: str, denied: bool, flags: tuple[str, ...], read: Read
) -> None:
    one = read(text)[0]
    assert (one.denied, one.flags) == (denied, flags if one.kind != "refusal" else one.flags)


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("“It falls,” economist Lev Horak told the Meridian agency.", "the Meridian agency"),
        ("“It falls,” he told Izvestia.", "Izvestia"),
        ("It falls, she said at a briefing on Wednesday.", "a briefing"),
        ("“It falls,” Nuno Farrel wrote on Twitter.", "Twitter"),
        (
            "In an interview with the newspaper Delta Tribune, she admitted that it falls.",
            "an interview with the newspaper Delta Tribune",
        ),
        ("“It falls,” she told reporters.", None),
        ("“It falls,” she told him.", None),
        ("She said that it fell at the briefing.", None),
        ("“It falls,” she said.", None),
    ],
)
def test_a_venue_is_named_where_the_report_names_it(text: str, venue: str | None, read: Read) -> None:
    assert read(text)[0].venue == venue


def test_a_statement_inside_another_points_to_the_closest_one(read: Read) -> None:
    text = "Lawyer Petra Sund told the court the minister had testified that the pilot said the runway was lit."
    assert [(one.id, one.within) for one in read(text)] == [("s1", None), ("s2", "s1"), ("s3", "s2")]


def test_a_quotation_in_a_quotation_is_within_it(read: Read) -> None:
    outer, inner = read("“They told us, ‘We can’t go’, and left,” envoy Lena Hoxha said.")
    assert (outer.within, inner.within) == (None, outer.id)


def test_an_echo_is_not_within_what_it_echoes(read: Read) -> None:
    assert [one.within for one in read("She said the ministry would wait. Her deputy used the same words.")] == [
        None,
        None,
    ]


def test_ids_follow_the_text_and_evidence_is_every_sentence_touched(syntax: Syntax) -> None:
    text = "Two things. The deal is dead. This was announced by the envoy. “We left,” she said."
    page = lay_out(Article(text=text), syntax)
    quotes = find_quotes(page)
    found = find_attributions(page, Scores(), quotes, SPEECH)
    told = [(one, Speaking(None, "unknown"), None) for one in reversed(found)]
    first, second = make_statements(page, told, quotes, SPEECH)
    assert (first.id, second.id) == ("s1", "s2")
    assert [span.of(text) for span in first.evidence] == ["The deal is dead.", "This was announced by the envoy."]
    assert [span.of(text) for span in second.evidence] == ["“We left,” she said."]


def test_an_entry_takes_over_who_spoke_and_when(syntax: Syntax) -> None:
    text = "“We left,” she told them on Friday."
    page = lay_out(Article(text=text), syntax)
    said = Attribution((Span(11, 14),), (Span(15, 19),), (Span(0, 10),), 0.7, ("unclosed",))
    speaking = Speaking("e1", "ambiguous", ("e1", "e2"), addressee="e3")
    day = date(2022, 1, 14)
    time = Time(
        id="t1", evidence=page.sentences, confidence=0.9, start=28, end=34, text="Friday",
        type="DATE", value="2022-01-14", first_day=day, last_day=day, precision="day",
    )  # fmt: skip
    (one,) = make_statements(page, [(said, speaking, time)], find_quotes(page), SPEECH)
    assert (one.speaker, one.speaker_status, one.candidates, one.addressee) == ("e1", "ambiguous", ("e1", "e2"), "e3")
    assert (one.time, one.date, one.confidence, one.flags) == ("t1", "2022-01-14", 0.7, ("unclosed",))


def test_nothing_told_makes_no_statement(syntax: Syntax) -> None:
    assert make_statements(lay_out(Article(text="It rained."), syntax), [], (), SPEECH) == ()
