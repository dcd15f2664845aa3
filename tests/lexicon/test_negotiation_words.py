"""The words of papers, duties and rounds: every group's example is read as its marks show."""

import re
from collections.abc import Iterator

import pytest

from tests.marked import marked
from tests.talks import Reader
from verbale.lexicon.deontics import load_deontics
from verbale.lexicon.documents import load_documents
from verbale.lexicon.rounds import load_rounds

DOCUMENTS, DEONTICS, ROUNDS = load_documents(), load_deontics(), load_rounds()
DUTIES = (*DEONTICS.modals, *DEONTICS.bound, *DEONTICS.taking, *DEONTICS.laying)


def states(example: str) -> str:
    """The example with states that the registry knows."""
    return example.replace("Norland", "Norway").replace("Sudrian", "Swedish").replace("Sudria", "Sweden")


def papers() -> Iterator[object]:
    for number, group in enumerate(DOCUMENTS.kinds):
        yield pytest.param(group.example, group.kind, id=f"{number} {group.kind}")


@pytest.mark.parametrize(("example", "kind"), list(papers()))
def test_a_paper_s_example_is_found_with_its_kind(example: str, kind: str, reader: Reader) -> None:
    text = states(example)
    wanted = re.sub(r"^(a|an|the)\s", "", marked(text).source[0], flags=re.IGNORECASE)
    found = [(one.name, one.kind) for one in reader.read(marked(text).text).documents]
    assert (wanted, kind) in found


@pytest.mark.parametrize("event", DOCUMENTS.events, ids=lambda event: event.status)
def test_what_is_done_to_a_paper_tells_how_far_it_has_come(event: object, reader: Reader) -> None:
    text = marked(states(event.example)).text  # type: ignore[attr-defined]
    assert event.status in [one.status for one in reader.read(text).documents]  # type: ignore[attr-defined]


@pytest.mark.parametrize("group", DUTIES, ids=lambda group: f"{group.force} {sorted(group.words)[0]}")
def test_a_duty_s_example_is_read_as_it_is_marked(group: object, reader: Reader) -> None:
    wanted = marked(states(group.example))  # type: ignore[attr-defined]
    talks = reader.read(wanted.text)
    found = [(talks.names(one.bearer), one.force, one.action.text) for one in talks.provisions]
    assert (list(wanted.source), group.force, wanted.content[0]) in found  # type: ignore[attr-defined]


def test_who_must_renounce_something_must_not_do_it(reader: Reader) -> None:
    wanted = marked(states(DEONTICS.abstaining.example))
    (found,) = reader.read(wanted.text).provisions
    assert (found.force, found.words.text, found.action.text) == ("must_not", wanted.cue[0], wanted.content[0])


@pytest.mark.parametrize("group", ROUNDS.formats, ids=lambda group: group.nouns[0])
def test_a_format_s_example_tells_a_round(group: object, reader: Reader) -> None:
    text = f"{marked(group.example).text} The negotiations go on."  # type: ignore[attr-defined]
    assert len(reader.read(text).rounds) == 1


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("the", "second"), 2),
        (("a", "12th"), 12),
        (("the", "1st"), 1),
        (("the", "next"), None),
        (("the", "1990s"), None),
        (("its", "inaugural"), 1),
    ],
)
def test_the_words_before_a_meeting_tell_its_number(words: tuple[str, ...], number: int | None) -> None:
    assert ROUNDS.number(words) == number
