"""The rules as a finder: what they make of marks, grammar, labels and the sentence behind, without the encoder."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.marked import marked, shown
from verbale.article import Article
from verbale.lexicon.speech import load_speech
from verbale.reading.attributions import find_attributions
from verbale.reading.drafts import Attribution
from verbale.reading.page import Syntax, lay_out
from verbale.reading.quotes import find_quotes
from verbale.reading.scores import Scores
from verbale.spans import Span

SPEECH = load_speech()
Find = Callable[[str], list[str]]


def found(text: str, syntax: Syntax, *proposed: Attribution) -> tuple[Attribution, ...]:
    page = lay_out(Article(text=text), syntax)
    return find_attributions(page, Scores(attributions=proposed), find_quotes(page), SPEECH)


@pytest.fixture
def find(syntax: Syntax) -> Find:
    """Everything found in a text: "[source] <cue> {content} #flags"."""

    def find_in(text: str) -> list[str]:
        return [" ".join([str(shown(text, one)), *(f"#{flag}" for flag in one.flags)]) for one in found(text, syntax)]

    return find_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left,” she said.", "[she] <said> {“We left,”}"),
        ("“We left,” said Ilse Varga, the envoy.", "[Ilse Varga, the envoy] <said> {“We left,”}"),
        ("“Who pays?” asked the deputy, Oona Kettle.", "[the deputy, Oona Kettle] <asked> {“Who pays?”}"),
        ("“Never!” Ilse Varga said.", "[Ilse Varga] <said> {“Never!”}"),
        ("“We left, ”Varga concluded.", "[Varga] <concluded> {“We left, ”}"),
        ("We left,” she said.", "[she] <said> {We left,”}"),
        ("She came.“We left,”she said.", "[she] <said> {“We left,”}"),
        ("«We left», the spokesman, Davit Maro, told the agency.", "[the spokesman, Davit Maro] <told> {«We left»}"),
        ("Varga said: “We left. Nobody stayed.”", "[Varga] <said> {“We left. Nobody stayed.”}"),
        ("Varga said, “We left. Nobody stayed.”", "[Varga] <said> {“We left. Nobody stayed.”}"),
        ("Says Ilse Varga: “We left.”", "[Ilse Varga] <Says> {“We left.”}"),
        ("“We left,” she said, “and nobody stayed.”", "[she] <said> {“We left,” … “and nobody stayed.”}"),
        ("“We left,” Varga said on the “Evening Show” on Sunday.", "[Varga] <said> {“We left,”}"),
        ("“We left,” snapped Varga, and slammed the door.", "[Varga] <snapped> {“We left,”}"),
        ("“No fish,” read a banner on the pier.", "[a banner on the pier] <read> {“No fish,”}"),
        ("“It is late,” Varga was quoted as saying by the agency.", "[Varga] <was quoted as saying> {“It is late,”}"),
    ],
)
def test_direct_speech_has_its_speaker_wherever_the_marks_stand(text: str, expected: str, find: Find) -> None:
    assert expected in find(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks failed, she said on Friday.", "[she] <said> {The talks failed}"),
        (
            "The isles, envoy Ilse Varga told her guests, would stay.",
            "[envoy Ilse Varga] <told> {The isles … would stay}",
        ),
        ("They accept it, the envoy said, while a crowd waited outside.", "[the envoy] <said> {They accept it}"),
        ("Varga said on Monday it had failed.", "[Varga] <said> {it had failed}"),
        ("The talks failed, believes analyst Sergei Malkin.", "[analyst Sergei Malkin] <believes> {The talks failed}"),
        ("The families were told by Carla Benes that it would open.", "[Carla Benes] <were told> {that it would open}"),
        ("Varga wrote in a letter to the mediators that they would leave.", "[Varga] <wrote> {that they would leave}"),
        ("He has “no time”, she said.", "[she] <said> {He has “no time”}"),
        ("She called the offer “a joke”.", "[She] <called> {the offer “a joke”}"),
        ("Varga pledged not to raise the fee.", "[Varga] <pledged> {not to raise the fee}"),
        (
            "The new lane, according to the operator, opens in May.",
            "[the operator] <according to> {The new lane … opens in May}",
        ),
    ],
)
def test_indirect_speech_ends_where_the_report_begins(text: str, expected: str, find: Find) -> None:
    assert expected in find(text)


def test_a_denial_ends_at_the_next_report_of_the_same_speaker(find: Find) -> None:
    text = "The ministry denied that troops had crossed the river but confirmed that shells had landed."
    assert find(text) == [
        "[The ministry] <denied> {that troops had crossed the river}",
        "[The ministry] <confirmed> {that shells had landed}",
    ]


def test_a_participle_behind_a_comma_has_the_report_s_speaker(find: Find) -> None:
    text = "Varga said that nobody had left, adding that the doors were locked."
    assert find(text) == [
        "[Varga] <said> {that nobody had left}",
        "[Varga] <adding> {that the doors were locked}",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We left,” she said. “Nobody stayed.”",
            ["[she] <said> {“We left,” … “Nobody stayed.”}"],
        ),
        (
            "“We left,” she said. “Nobody stayed.\n\nThe hall is empty.",
            ["[she] <said> {“We left,”}", "[she] <said> {“Nobody stayed} #unclosed"],
        ),
        (
            "“We left,” she said. “Nobody stayed.\n\n“Nobody came.”",
            ["[she] <said> {“We left,”}", "[she] <said> {“Nobody stayed.\n\n“Nobody came.”}"],
        ),
        (
            "“We left,” she said.\n\n“Nobody stayed behind.”",
            ["[she] <said> {“We left,”}", "[] <> {“Nobody stayed behind.”} #continued #inferred_speaker"],
        ),
        (
            "“We left,” she said. He rose. “Nobody stayed behind.”",
            ["[she] <said> {“We left,”}", "[] <> {“Nobody stayed behind.”} #inferred_speaker"],
        ),
        (
            "Envoy Marta Lindqvist opened the session. “There is nothing to sign.” All left.",
            ["[] <> {“There is nothing to sign.”} #inferred_speaker"],
        ),
        (
            "“This is dead.” -Senior negotiator Paul Okafor",
            ["[Senior negotiator Paul Okafor] <> {“This is dead.”}"],
        ),
        (
            "“I said never.”\n— Coalition broker Hedda Strand",
            ["[Coalition broker Hedda Strand] <> {“I said never.”}"],
        ),
        (
            "The speaker was brief: “A truce is a pause.” All left.",
            ["[The speaker] <was> {“A truce is a pause.”}"],
        ),
        (
            "— It opens at noon, — said the governor.\n— And who pays? — asked a man.",
            ["[the governor] <said> {It opens at noon,}", "[a man] <asked> {And who pays?}"],
        ),
        (
            "“They told us, ‘We can’t go’, and left,” she said.",
            ["[she] <said> {“They told us, ‘We can’t go’, and left,”}", "[They] <told> {‘We can’t go’}"],
        ),
        (
            "“We have no plan B,” Prime Minister Edda Lund said.\n\n“We have no plan B”\n\nHer deputy left.",
            ["[Prime Minister Edda Lund] <said> {“We have no plan B,”}"],
        ),
    ],
)
def test_a_quotation_without_a_cue_of_its_own_is_kept_for_whom_it_stands_by(
    text: str, expected: list[str], find: Find
) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal is dead. This was announced on Tuesday, January 18, by political scientist Alexei Orlov.",
            "[political scientist Alexei Orlov] <was announced> {The deal is dead}",
        ),
        ("The deal is dead. The envoy said this at a briefing.", "[The envoy] <said> {The deal is dead}"),
        (
            "The deal is dead. Such an opinion was expressed by the envoy.",
            "[the envoy] <was expressed> {The deal is dead}",
        ),
        ("The deal is dead. That is the view of the envoy.", "[the envoy] <is the view of> {The deal is dead}"),
        ("The deal is dead. So said the envoy.", "[the envoy] <So said> {The deal is dead}"),
        (
            "“It is over. We left.” This was reported by the envoy.",
            "[the envoy] <was reported> {“It is over. We left.”}",
        ),
    ],
)
def test_the_sentence_behind_ascribes_the_one_before(text: str, expected: str, find: Find) -> None:
    assert f"{expected} #announced" in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "The deal is dead. It was announced by the envoy that nobody would sign.",
        "The deal is dead. The envoy knew this.",
        "The deal is dead.\n\nThe envoy said this at a briefing.",
        "It rained. The envoy signed this.",
    ],
)
def test_other_sentences_ascribe_nothing_before_them(text: str, find: Find) -> None:
    assert not [one for one in find(text) if "#announced" in one]


def test_an_echo_makes_a_statement_somebody_else_s_too(find: Find) -> None:
    text = "Irena Pohl said the ministry would wait; her minister, Karl Stein, used the same words on Thursday."
    assert find(text)[1] == "[her minister, Karl Stein] <used the same words> {the ministry would wait} #echoed"


def test_a_paper_says_what_it_follows_from_it_that_somebody_is_obliged_to_do(find: Find) -> None:
    text = "It follows from the documents that the bloc is obliged to stop any military work in Ukraine."
    assert find(text) == [
        "[the documents] <follows from> {that the bloc is obliged to stop any military work in Ukraine}"
    ]


def test_what_a_paper_says_goes_on_behind_also(find: Find) -> None:
    text = "It follows from the drafts that the alliance must leave. Also, both sides must wait. The hall was cold."
    assert find(text) == [
        "[the drafts] <follows from> {that the alliance must leave}",
        "[] <> {Also, both sides must wait} #continued #inferred_speaker",
    ]


TRANSCRIPT = """The panel met in May.

CHAIR BRUNO: Was the cargo inspected at sea?

CAPTAIN LEROY: It was looked at.

I would not call it more.

CHAIR BRUNO: Thank you, Captain."""


def test_a_transcript_s_labels_speak_until_the_next_label(find: Find) -> None:
    assert find(TRANSCRIPT) == [
        "[CHAIR BRUNO] <:> {Was the cargo inspected at sea?} #transcript",
        "[CAPTAIN LEROY] <:> {It was looked at … I would not call it more} #transcript",
        "[CHAIR BRUNO] <:> {Thank you, Captain} #transcript",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lusenia PM: No deal on the dam\n\nThe PM of Lusenia left.", ["[Lusenia PM] <:> {No deal on the dam}"]),
        ("Poll: Most want a truce\n\nIt rained.", ["[Poll] <:> {Most want a truce}"]),
        ("Hostage list handed over – Red Cross\n\nIt rained.", ["[Red Cross] <–> {Hostage list handed over}"]),
        ("Hostage list handed over – Morning News\n\nIt rained.", []),
        ("Contact: the registry\nVenue: Hall B\nLanguages: English, Portuguese", []),
        ("The minister wrote:\n\nI will not sign it.\n\nIt rained.", ["[The minister] <wrote> {I will not sign it}"]),
        (
            "Statement by the envoy, Amalia Reuter\n\nI am concerned by the boarding.",
            ["[the envoy, Amalia Reuter] <Statement by> {I am concerned by the boarding} #transcript"],
        ),
    ],
)
def test_labels_and_headings_speak_where_the_text_shows_it(text: str, expected: list[str], find: Find) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The two sides signed a "road map" and a "non-paper", but no "agreement".',
        "The delegates saw the film “The Long Ferry” and read “Tides and Treaties: A Handbook”.",
        "Colonel Anton “Badger” Reiss leads the “Northern Shield” exercise.",
        "The convoy left according to schedule. All told, nineteen buses crossed.",
        "Brent crude rose 1.2 percent. Rain turns to sleet. The sides meet again on Thursday.",
        "(Reporting by Jon Marek in Doha; Writing by Abigail Byrne; Editing by Toby Kerr)",
        "",
    ],
)
def test_terms_titles_and_plain_news_report_nothing(text: str, find: Find) -> None:
    assert find(text) == []


TEXT = "“We left,” she said. The deal is dead. This was announced by the envoy."


def proposal(content: str, cue: str, source: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words))

    return Attribution((span(source),), (span(cue),), (span(content),), 0.9)


def test_a_proposal_gets_the_marks_of_the_quotation_that_it_begins_in(syntax: Syntax) -> None:
    one = found(TEXT, syntax, proposal("We left", "said", "she"))[0]
    assert str(shown(TEXT, one)) == "[she] <said> {“We left,”}"
    assert one.confidence == 0.9


def test_a_rule_that_sees_beyond_the_clause_replaces_a_proposal_with_its_cue(syntax: Syntax) -> None:
    wrong = proposal("This", "was announced", "the envoy")
    assert [str(shown(TEXT, one)) for one in found(TEXT, syntax, wrong) if one.cue == wrong.cue] == [
        "[the envoy] <was announced> {The deal is dead}"
    ]


def test_a_proposal_stands_where_a_rule_would_read_its_cue_otherwise(syntax: Syntax) -> None:
    odd = proposal("The deal is dead", "said", "she")
    assert odd.content in [one.content for one in found(TEXT, syntax, odd)]


def test_attributions_come_in_the_order_of_the_text(syntax: Syntax) -> None:
    starts = [one.content[0].start for one in found(TRANSCRIPT + "\n\n" + TEXT, syntax)]
    assert starts == sorted(starts)


SPEAKING = st.lists(
    st.sampled_from(
        ["She said", "that it", "failed", ",", ".", "“", "”", '"', "according to", ":", "\n", "the envoy", "by", "this"]
    ),
    max_size=14,
)


@given(pieces=SPEAKING)
@settings(max_examples=60)
def test_of_any_words_and_marks_the_spans_lie_inside_the_text(syntax: Syntax, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in found(text, syntax):
        assert one.content
        for span in (*one.source, *one.cue, *one.content, *one.presumed):
            assert 0 <= span.start < span.end <= len(text)
        assert 0 <= one.confidence <= 1


def proposed_by(example: str, confidence: float = 0.9) -> tuple[str, Attribution]:
    """The text of an example, and the proposal that its marks show."""
    one = marked(example)

    def spans(words: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(Span(one.text.index(word), one.text.index(word) + len(word)) for word in words)

    return one.text, Attribution(spans(one.source), spans(one.cue), spans(one.content), confidence)


@pytest.mark.parametrize(
    ("proposed", "expected"),
    [
        ("The isles, [Ilse Varga] <told> her guests, {would stay}.", "[Ilse Varga] <told> {The isles … would stay}"),
        (
            "{The new lane}, <according to> [the operator], opens in May.",
            "[the operator] <according to> {The new lane … opens in May}",
        ),
        (
            "{The families} were <told> by [Carla Benes] {that it would open}.",
            "[Carla Benes] <told> {that it would open}",
        ),
        ("Says [Ilse Varga]<:> {“We left.”}", "[Ilse Varga] <Says> {“We left.”}"),
        ("{“No fish,”} <read> a banner on the pier.", "[a banner on the pier] <read> {“No fish,”}"),
        ("[The mission today] <said> {that it left}.", "[The mission] <said> {that it left}"),
        ("[The envoy, Ilse Varga,] <said> {that it left}.", "[The envoy, Ilse Varga] <said> {that it left}"),
        (
            "In [Oslo, envoy Marta Berg] <said> {that it left}.",
            "[envoy Marta Berg] <said> {that it left}",
        ),
        (
            "{Consultant Viktor Ameli is calm. Nobody left,”} [he] <said>.",
            "[he] <said> {Nobody left,”}",
        ),
    ],
)
def test_a_proposal_is_put_right_by_grammar_and_marks(proposed: str, expected: str, syntax: Syntax) -> None:
    text, one = proposed_by(proposed)
    assert expected in [str(shown(text, kept)) for kept in found(text, syntax, one)]


def test_a_proposal_that_is_hardly_ever_right_goes_unless_grammar_agrees(syntax: Syntax) -> None:
    text, odd = proposed_by("[Nothing] <speaks> {of the fish} here.", 0.1)
    assert found(text, syntax, odd) == ()
    text, plain = proposed_by("[Varga] <said> {that it failed}.", 0.1)
    assert [str(shown(text, one)) for one in found(text, syntax, plain)] == ["[Varga] <said> {that it failed}"]


def test_a_transcript_s_speaker_reports_nobody_when_he_says_i(syntax: Syntax) -> None:
    text, own = proposed_by("CHAIR BRUNO: Is it late?\n\nCAPTAIN LEROY: [I] <trust> {the paper}.\n\nCHAIR BRUNO: So.")
    assert all("transcript" in one.flags for one in found(text, syntax, own))
