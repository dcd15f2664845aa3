"""The section on statements, with stand-ins for the reading and for textacy."""

from datetime import date

from benchmarks.accuracy import Answered, form_right, judged, read_all, untuned
from benchmarks.agreement import Parts, Spoken
from benchmarks.corpus import Labelled
from benchmarks.statements import KEPT, figures, figures_of_first, points, read_with, tables
from tests.benchmarks.parts import marked
from verbale.article import Article
from verbale.record import Record, Statement

TEXTS = (
    "[s Ada Holm] [c said] [t that the talks would go on]. She left.",
    "[t “We sign tomorrow,”] [s the mediator] [c told] us.",
    "According to [s both], [t the “line” holds].",
)


def labelled() -> tuple[Labelled, ...]:
    rows = [marked(text) for text in TEXTS]
    articles = [Article(text=text, published=date(2024, 1, 1)) for text, _ in rows]
    return tuple(Labelled(article, gold) for article, (_, gold) in zip(articles, rows, strict=True))


def statement(spoken: Spoken, confidence: float = 0.9) -> Statement:
    return Statement(
        id="s1",
        evidence=(),
        confidence=confidence,
        form="direct",
        source=spoken.source,
        cue=spoken.cue,
        content=spoken.content,
        speaker_status="unknown",
    )


def read(article: Article) -> Record:
    """Finds what is marked in the first two articles, and something else in the last."""
    gold = {one.article.text: one.gold for one in labelled()}[article.text]
    (found,) = gold if article.text != labelled()[2].article.text else [Parts(gold[0].content, (), gold[0].source)]
    return Record(article=article, statements=(statement(found, 0.9 if gold[0] == found else 0.3),))


def answers() -> tuple[Answered, ...]:
    return read_all(labelled(), read)


def test_the_points_of_all_articles_are_those_of_their_statements() -> None:
    reached = points(answers())
    names = ("loose", "loose direct", "loose indirect", "loose mixed", "precision", "recall")
    assert [round(reached[name], 1) for name in names] == [66.7, 100.0, 66.7, 0.0, 66.7, 66.7]


def test_confidences_are_judged_by_the_loose_measure_and_measured_on_articles_at_odd_places() -> None:
    assert judged(answers()) == [(0.9, True), (0.9, True), (0.3, False)]
    assert judged(untuned(answers())) == [(0.9, True)]


def test_the_form_counts_where_the_statement_is_right() -> None:
    assert form_right(answers()) == 0.5  # both are said to be direct, and one is
    assert form_right(()) == 0.0


def test_the_gate_gets_its_figures_and_only_the_whole_split_says_how_confidences_err() -> None:
    whole, first = figures(answers(), "a1"), figures_of_first(answers(), "a1")
    assert tuple(whole.floors) == tuple(first.floors) == KEPT
    assert round(whole.ceilings["calibration error"], 1) == 10.0
    assert first.ceilings == {}
    assert first.epsilon > whole.epsilon


def test_a_peer_that_raises_an_error_on_an_article_has_no_answer_there() -> None:
    first = labelled()[0].article.text
    found = read_with(lambda article: () if article.text == first else None, labelled())
    assert [one is None for one in found] == [False, True, True]


def test_tables_tell_what_was_measured_from_what_others_publish() -> None:
    whole, ends, _ = tables({"Verbale": points(answers())}, "Three articles.")
    assert {row.name: row.elsewhere for row in whole.rows} == {
        "Verbale": False,
        "Citron (BBC), retrained on the same data": True,
        "Gender Gap Tracker": True,
    }
    assert next(row for row in ends.rows if row.name.startswith("CofeNet")).cells[:3] == (83.2, 75.3, 72.9)
    assert whole.notes == ("Three articles.",)
