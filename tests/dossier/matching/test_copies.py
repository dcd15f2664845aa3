import pytest

from verbale.dossier.answers import Ref
from verbale.dossier.matching import Told, bands_of, same_article, sketch_of

AGENCY = """ODRANA, 3 May (Harbour Wire) - Norland and Sudria ended the second round of their talks on the river \
without an agreement on Tuesday.

The delegations sat for six hours in the customs house. The head of the Norland delegation, Anneli Korpela, told \
reporters that the level of the reservoir was the only point on which nobody had moved.

"We measured the water twice and got two rivers," she said.

Sudria's delegate, Davit Maro, said that his government would send new figures before the end of the month. A third \
round is to be held in June, and neither side wanted to say where.

The river has been shared under a treaty of 1961, which runs out next year."""

SHORTENED = """Norland and Sudria have again failed to agree on their river. The delegations sat for six hours in the \
customs house.

The head of the Norland delegation, Anneli Korpela, told reporters that the level of the reservoir was the only point \
on which nobody had moved.

"We measured the water twice and got two rivers," she said.

Sudria's delegate, Davit Maro, said that his government would send new figures before the end of the month. Both want \
to go on in June."""

OWN_REPORT = """There was tea in the customs house of Odrana on Tuesday, and there was no agreement.

Anneli Korpela, who speaks for Norland, came out first. "We measured the water twice and got two rivers," she said, \
and it was plain that the reservoir had been the trouble all day.

Her colleague from Sudria promised figures within weeks. Where the next meeting in June will be, nobody knew."""

BLOCK = "The river has been shared under a treaty of 1961, which runs out next year. Both states have dams on it, and \
neither has let the other's engineers in since the flood of 2009."


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param(AGENCY, "a copy", id="the same text"),
        pytest.param(
            "By our staff\n\n" + AGENCY + "\n\nEditing by Karl Stein", "a copy", id="with lines of its outlet"
        ),
        pytest.param(AGENCY.replace('"We', "“We").replace('rivers,"', "rivers,”"), "a copy", id="other marks"),
        pytest.param(SHORTENED, "a rewriting", id="shortened and begun anew"),
    ],
)
def test_copies_and_rewritings_are_found(text: str, how: str) -> None:
    judged = same_article(Told(Ref(2), text), [Told(Ref(1), AGENCY)])
    assert judged is not None
    assert judged.reason.startswith(how)
    assert (judged.left, judged.right) == (Ref(1), Ref(2))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param(OWN_REPORT, AGENCY, id="another reporter with the same quotation"),
        pytest.param(f"{OWN_REPORT}\n\n{BLOCK}", f"{AGENCY}\n\n{BLOCK}", id="the same background"),
        pytest.param("", AGENCY, id="no text"),
        pytest.param("Talks ended.", "Talks ended.", id="too short to tell"),
        pytest.param("Sign up for our newsletter and read more on the river every day.", AGENCY, id="an outlet's line"),
    ],
)
def test_two_reports_of_one_meeting_are_no_copies(text: str, other: str) -> None:
    assert same_article(Told(Ref(2), text), [Told(Ref(1), other)]) is None


def test_of_several_the_nearest_is_meant_and_of_equals_the_first() -> None:
    known = [Told(Ref(1), SHORTENED), Told(Ref(2), AGENCY), Told(Ref(3), AGENCY)]
    judged = same_article(Told(Ref(4), AGENCY), known)
    assert judged is not None
    assert judged.left == Ref(2)


def test_a_copy_shares_bands_and_another_report_does_not() -> None:
    bands = set(bands_of(sketch_of(AGENCY)))
    assert bands & set(bands_of(sketch_of(SHORTENED)))
    assert not bands & set(bands_of(sketch_of(OWN_REPORT)))


def test_a_sketch_is_the_same_for_ever() -> None:
    assert sketch_of("one two three four five six")[:2] == sketch_of("One two, three four five — six!")[:2]
    assert sketch_of("one two three four") == ()
    assert bands_of(()) == ()
