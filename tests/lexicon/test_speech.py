"""The words of reported speech: every group's example is read right, and verbs are known in all their forms."""

from collections.abc import Iterator

import pytest

from tests.marked import marked, shown
from verbale.article import Article
from verbale.lexicon.speech import Frame, Speech, load_speech
from verbale.reading.attributions import find_attributions
from verbale.reading.drafts import Attribution
from verbale.reading.page import Syntax, lay_out
from verbale.reading.quotes import find_quotes
from verbale.reading.scores import Scores
from verbale.reading.statements.acts import act_of
from verbale.spans import Span

SPEECH = load_speech()


def examples() -> Iterator[object]:
    groups = [*SPEECH.verbs, *SPEECH.nouns, *SPEECH.phrases, *SPEECH.read_off, *SPEECH.echoes, SPEECH.sure]
    for number, group in enumerate(groups):
        yield pytest.param(group.example, id=f"{number} {getattr(group, 'name', group.words[0])}")
    yield pytest.param(SPEECH.taking_up.example, id="taking up")


@pytest.mark.parametrize("example", list(examples()))
def test_a_group_s_example_is_found_as_it_is_marked(example: str, syntax: Syntax) -> None:
    wanted = marked(example)
    page = lay_out(Article(text=wanted.text), syntax)
    found = find_attributions(page, Scores(), find_quotes(page), SPEECH)
    assert str(wanted) in [str(shown(page.text, one)) for one in found]


@pytest.mark.parametrize("group", SPEECH.acts, ids=lambda group: group.kind)
def test_an_act_s_example_does_what_its_group_says(group: object, syntax: Syntax) -> None:
    text = f"{group.example}, he said."  # type: ignore[attr-defined]
    page = lay_out(Article(text=text), syntax)
    end = text.index(", he said")
    said = Attribution((), (Span(end + 5, end + 9),), (Span(0, end),), 1.0)
    assert act_of(page, said, False, SPEECH).kind == group.kind  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("quipped", "quip"),
        ("quoting", "quote"),
        ("foresaw", "foresee"),
        ("foreseeing", "foresee"),
        ("signalled", "signal"),
        ("hisses", "hiss"),
        ("wrote", "write"),
        ("begged", "beg"),
    ],
)
def test_a_verb_is_known_in_its_forms(form: str, base: str) -> None:
    assert SPEECH.bases[form] == base


@pytest.mark.parametrize(
    ("verb", "frame", "kind"),
    [
        ("ask", "clause", "question"),
        ("ask", "infinitive", "demand"),
        ("warn", "clause", "warning"),
        ("warn", "infinitive", "demand"),
        ("agree", "infinitive", "commitment"),
        ("agree", "clause", "assertion"),
        ("call for", "noun", "demand"),
    ],
)
def test_the_construction_decides_what_a_verb_does(verb: str, frame: Frame, kind: str) -> None:
    use = SPEECH.use(verb, frame)
    assert use is not None
    assert use.kind == kind


def test_a_verb_reports_nothing_in_a_construction_that_its_groups_lack() -> None:
    assert SPEECH.use("sigh", "clause") is None


def test_a_plural_noun_stands_for_a_statement_as_its_singular_does() -> None:
    assert SPEECH.noun("warnings") == SPEECH.noun("warning") is not None


def test_every_irregular_form_belongs_to_a_verb_of_the_lists() -> None:
    firsts = {word.split()[0] for group in SPEECH.verbs for word in group.words}
    assert sorted(set(SPEECH.irregular) - firsts) == []


def test_no_verb_stands_twice_in_a_group() -> None:
    assert [group.name for group in SPEECH.verbs if len(set(group.words)) != len(group.words)] == []


def test_the_shares_are_shares() -> None:
    assert all(0 < share < 1 for group in SPEECH.verbs for share in group.takes.values())


def test_the_list_is_read_afresh_and_the_same() -> None:
    assert load_speech() == SPEECH
    assert isinstance(SPEECH, Speech)
