"""Who speaks, on entities and attributions written by hand; the parse alone is spaCy's."""

import re
from collections.abc import Callable, Sequence

import pytest

from tests.marked import marked
from verbale.article import Article
from verbale.lexicon.people import load_people
from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.page import Syntax, lay_out
from verbale.reading.speakers import find_speakers
from verbale.record import Entity, EntityKind, Mention
from verbale.spans import Span

PEOPLE = load_people()
Who = tuple[str, EntityKind, str]
"""An entity: its names, its descriptions and its pronouns, parted by bars ("Ada Holm|the envoy|she"), and its kind;
the third word tells the group's members as ids."""


def entity(text: str, number: int, words: str, kind: EntityKind, members: str = "") -> Entity:
    mentions = []
    for one in words.split("|"):
        lower = one[0].islower() or one.split()[0] in ("The", "A", "She", "He")
        form = "pronoun" if one.lower() in ("she", "he", "it", "they") else "nominal" if lower else "name"
        found = re.finditer(rf"(?<!\w){re.escape(one)}(?!\w)", text)
        mentions += [Mention.model_validate({"start": at.start(), "end": at.end(), "form": form}) for at in found]
    mentions.sort(key=lambda one: (one.start, -one.end))
    name = words.split("|")[0]
    evidence = tuple(one.span for one in mentions)
    given = {"id": f"e{number}", "name": name, "kind": kind, "members": tuple(members.split()), "mentions": mentions}
    return Entity.model_validate({**given, "evidence": evidence, "confidence": 0.9})


def places(example: str, opening: str, closing: str) -> tuple[Span, ...]:
    """What stands between the marks, as places in the text without any marks."""
    found, start, at = [], 0, 0
    for character in example:
        if character == opening:
            start = at
        elif character == closing:
            found.append(Span(start, at))
        at += character not in "[]<>{}"
    return tuple(found)


def attribution(example: str, *flags: str) -> Attribution:
    source, cue, content = (places(example, *marks) for marks in ("[]", "<>", "{}"))
    return Attribution(source, cue, content, 0.9, flags)


Ask = Callable[..., list[Speaking]]


@pytest.fixture
def ask(syntax: Syntax) -> Ask:
    """The speakers of one text's attributions, each given as the text with its marks."""

    def speakers(examples: Sequence[str], who: Sequence[Who], *flags: tuple[str, ...]) -> list[Speaking]:
        text = marked(examples[0]).text
        page = lay_out(Article(text=text), syntax)
        entities = [entity(text, number, *one) for number, one in enumerate(who, 1)]
        said = [attribution(one, *(flags[at] if at < len(flags) else ())) for at, one in enumerate(examples)]
        return list(find_speakers(page, said, entities, PEOPLE))

    return speakers


HOLM: Who = ("Ada Holm|the envoy|The envoy|she|She", "person", "")
BRANT: Who = ("Ivo Brant|he|He", "person", "")


@pytest.mark.parametrize(
    ("example", "who", "speaker", "status"),
    [
        ("[Ada Holm] <said> {it was late}.", [HOLM], "e1", "named"),
        ("Ada Holm left. [The envoy] <said> {it was late}.", [HOLM], "e1", "named"),
        ("Ada Holm left. [She] <said> {it was late}.", [HOLM], "e1", "named"),
        ("[The envoy] <said> {it was late}.", [("The envoy", "person", "")], "e1", "role"),
        ("[The secretariat] <said> {it was late}.", [("The secretariat", "organisation", "")], "e1", "named"),
        ("[A senior official] <said> {it was late}.", [("A senior official", "person", "")], None, "anonymous"),
        ("[Two unnamed sources] <said> {it was late}.", [], None, "anonymous"),
        ("[Several diplomats] <said> {it was late}.", [], None, "anonymous"),
        ("[The hotel manager] <said> {it was late}.", [], None, "role"),
    ],
)
def test_a_source_is_known_by_name_by_role_or_not_at_all(
    example: str, who: list[Who], speaker: str | None, status: str, ask: Ask
) -> None:
    (answer,) = ask([example], who)
    assert (answer.speaker, answer.status) == (speaker, status)


@pytest.mark.parametrize(
    "example",
    [
        "[The chair of the board, Ada Holm,] <said> {it was late}.",
        "[Minister of the Republic of Norland Ada Holm] <said> {it was late}.",
        "[The chair of the board, Ada Holm, 58,] <said> {it was late}.",
    ],
)
def test_a_name_behind_its_bearer_s_office_is_who_speaks(example: str, ask: Ask) -> None:
    chair: Who = ("The chair of the board", "person", "")
    (answer,) = ask([example], [chair, ("Ada Holm", "person", ""), ("Norland", "state", "")])
    assert (answer.speaker, answer.status) == ("e2", "named")


@pytest.mark.parametrize(
    "example",
    [
        "[The spokesman for Minister Ada Holm] <said> {it was late}.",
        "[The mother of Ada Holm] <said> {it was late}.",
        "[The brother of the envoy, a friend of Ada Holm,] <said> {it was late}.",
    ],
)
def test_whoever_is_described_by_a_name_is_not_its_bearer(example: str, ask: Ask) -> None:
    (answer,) = ask([example], [("Ada Holm", "person", "")])
    assert answer.speaker is None


def test_two_who_speak_together_are_their_group(ask: Ask) -> None:
    who: list[Who] = [("Norland", "state", ""), ("Sudria", "state", ""), ("Norland and Sudria", "group", "e1 e2")]
    (answer,) = ask(["[Norland and Sudria] <said> {it was late}."], who)
    assert (answer.speaker, answer.status) == ("e3", "named")


def test_two_who_speak_together_without_a_group_are_candidates(ask: Ask) -> None:
    who: list[Who] = [("Norland", "state", ""), ("Sudria", "state", "")]
    (answer,) = ask(["[Norland and Sudria] <said> {it was late}."], who)
    assert (answer.speaker, answer.candidates) == (None, ("e1", "e2"))


@pytest.mark.parametrize(
    ("source", "speaker", "candidates"),
    [("The former", "e1", ()), ("The latter", "e2", ()), ("Both", None, ("e1", "e2"))],
)
def test_the_former_and_the_latter_point_at_two_people_just_named(
    source: str, speaker: str | None, candidates: tuple[str, ...], ask: Ask
) -> None:
    (answer,) = ask([f"Ada Holm met Ivo Brant. [{source}] <said> {{it was late}}."], [HOLM, BRANT])
    assert (answer.speaker, answer.candidates) == (speaker, candidates)


def test_the_former_of_three_is_nobody(ask: Ask) -> None:
    who = [HOLM, BRANT, ("Piet Hal", "person", "")]
    (answer,) = ask(["Ada Holm met Ivo Brant and Piet Hal. [The former] <said> {it was late}."], who)
    assert answer.speaker is None


@pytest.mark.parametrize(
    ("example", "who", "candidates"),
    [
        (
            "Daniel Osei met his brother, Kofi Osei. [Osei] <said> {it was late}.",
            [("Daniel Osei", "person", ""), ("Kofi Osei", "person", "")],
            ("e1", "e2"),
        ),
        (
            "Kenya and Uganda met. [The Foreign Ministry] <said> {it was late}.",
            [("Kenya", "state", ""), ("Uganda", "state", "")],
            ("e2", "e1"),
        ),
        (
            "Ada Holm met Edda Lund. [She] <said> {it was late}.",
            [("Ada Holm", "person", ""), ("Edda Lund", "person", "")],
            ("e1", "e2"),
        ),
    ],
)
def test_a_source_that_may_be_two_is_left_open(
    example: str, who: list[Who], candidates: tuple[str, ...], ask: Ask
) -> None:
    (answer,) = ask([example], who)
    assert (answer.speaker, answer.status, answer.candidates) == (None, "ambiguous", candidates)


def test_a_verb_without_a_subject_of_its_own_has_the_one_above_it(ask: Ask) -> None:
    (answer,) = ask(["Ada Holm left, <saying> {that it was late}."], [HOLM])
    assert (answer.speaker, answer.status) == ("e1", "named")


def test_a_passive_says_nothing_of_who_spoke(ask: Ask) -> None:
    (answer,) = ask(["It <was said> {that Ada Holm was late}."], [HOLM])
    assert answer.speaker is None


TWO = "“We left,” Ada Holm said. Ivo Brant nodded. “They left.”\n\n“All of them.”"


def test_a_quotation_goes_on_from_the_report_that_it_presumes(ask: Ask) -> None:
    examples = [
        "{“We left,”} [Ada Holm] <said>. Ivo Brant nodded. “They left.”\n\n“All of them.”",
        TWO.replace("“All of them.”", "{“All of them.”}"),
    ]
    first, second = ask(examples, [HOLM, BRANT], (), ("continued", "inferred_speaker"))
    assert (first.speaker, second.speaker) == ("e1", "e1")
    assert second.confidence < first.confidence


def test_a_bare_quotation_is_whose_act_the_sentence_before_tells(ask: Ask) -> None:
    (answer,) = ask(["Ada Holm opened the session. {“There is nothing to sign.”} All left."], [HOLM])
    assert (answer.speaker, answer.status) == ("e1", "named")


def test_a_bare_quotation_behind_nobody_s_act_is_nobody_s(ask: Ask) -> None:
    (answer,) = ask(["It rained. {“There is nothing to sign.”} All left."], [HOLM])
    assert (answer.speaker, answer.status) == (None, "unknown")


Q_AND_A = "Ada Holm met us at the lock.\n\nQ: Is it late?\nA: It is."


def test_a_letter_asks_and_the_one_who_was_introduced_answers(ask: Ask) -> None:
    examples = [
        Q_AND_A.replace("Q: Is it late?", "[Q]<:> {Is it late?}"),
        Q_AND_A.replace("A: It is", "[A]<:> {It is}"),
    ]
    asked, answered = ask(examples, [HOLM], ("transcript",), ("transcript",))
    assert (asked.speaker, asked.status) == (None, "role")
    assert (answered.speaker, answered.status) == ("e1", "named")


def test_an_answer_is_nobody_s_where_two_were_introduced(ask: Ask) -> None:
    text = "Ada Holm and Ivo Brant met us.\n\n[A]<:> {It is.}"
    (answer,) = ask([text], [HOLM, BRANT], ("transcript",))
    assert answer.speaker is None


def test_initials_are_whose_name_they_begin(ask: Ask) -> None:
    (answer,) = ask(["Ada Holm met Ivo Brant.\n\n[IB]<:> {It is.}"], [HOLM, BRANT], ("transcript",))
    assert answer.speaker == "e2"


def test_the_heading_of_a_paragraph_is_nobody_s_name(ask: Ask) -> None:
    host: Who = ("HOST", "person", "")
    (answer,) = ask(["[THE HOST]<:> {No beef will be served.}"], [host])
    assert (answer.speaker, answer.status) == (None, "role")


def test_i_inside_a_quotation_is_who_says_it(ask: Ask) -> None:
    examples = [
        "{“I said that it was late,”} [Ada Holm] <recalled>.",
        "“[I] <said> that {it was late},” Ada Holm recalled.",
    ]
    outer, inner = ask(examples, [HOLM])
    assert (outer.speaker, inner.speaker) == ("e1", "e1")


def test_i_outside_a_quotation_is_the_author_who_is_nobody(ask: Ask) -> None:
    (answer,) = ask(["Ada Holm met me. [I] <said> that {it was late}."], [HOLM])
    assert (answer.speaker, answer.status) == (None, "unknown")


def test_its_ministry_speaks_for_the_state_that_acted_before(ask: Ask) -> None:
    states: list[Who] = [("Norland", "state", ""), ("Sudria", "state", "")]
    (answer,) = ask(["Norland protested to Sudria. [Its foreign ministry] <said> {the ship had left}."], states)
    assert answer.speaker == "e1"


def test_a_bracket_behind_a_name_does_not_change_who_speaks(ask: Ask) -> None:
    town: Who = ("Wexham", "place", "")
    (answer,) = ask(["[Ada Holm (Ind, Wexham)] <said> {it was late}."], [HOLM, town])
    assert answer.speaker == "e1"


def test_a_name_set_as_a_label_is_a_source_like_any_other(ask: Ask) -> None:
    (answer,) = ask(["[Ada Holm]<:> {It is.}"], [HOLM], ("transcript",))
    assert answer.speaker == "e1"


def test_nobody_calls_himself_the_envoy_in_his_own_words(ask: Ask) -> None:
    examples = [
        "{“The envoy told us that it was late,”} [Ada Holm] <said>.",
        "“[The envoy] <told> us {that it was late},” Ada Holm said.",
    ]
    outer, inner = ask(examples, [HOLM])
    assert (outer.speaker, inner.speaker, inner.status) == ("e1", None, "role")


@pytest.mark.parametrize(
    ("example", "addressee"),
    [
        ("[Ada Holm] <told> Ivo Brant {that it was late}.", "e2"),
        ("[Ada Holm] <said> to Ivo Brant {that it was late}.", "e2"),
        ("[Ada Holm] <wrote> in a letter to Ivo Brant {that it was late}.", "e2"),
        ("Ivo Brant was <told> by [Ada Holm] {that it was late}.", "e2"),
        ("[Ada Holm] <said> {that it was late for Ivo Brant}.", None),
        ("[Ada Holm] <told> herself {that it was late}.", None),
    ],
)
def test_a_report_tells_to_whom_it_was_said(example: str, addressee: str | None, ask: Ask) -> None:
    (answer,) = ask([example], [HOLM, BRANT])
    assert answer.addressee == addressee


def test_nothing_said_has_no_speaker(syntax: Syntax) -> None:
    assert find_speakers(lay_out(Article(text="It rained."), syntax), [], [], PEOPLE) == ()
