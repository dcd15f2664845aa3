"""Papers of a negotiation: which are the same, whose, between whom and how far they have come."""

import pytest

from tests.talks import Reader, Talks


def told(talks: Talks) -> list[tuple[str, str | None, str | None]]:
    """Name, status and day of each paper."""
    return [(one.name, one.status, one.date) for one in talks.documents]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Finnish government published draft treaties with Estonia and Latvia on 17 December 2021.",
            ("draft treaties with Estonia and Latvia", "published", "2021-12-17"),
        ),
        (
            "The treaty between France and Germany, signed in 1963, came into force on 2 July 1963.",
            ("treaty between France and Germany", "in force", "1963-07-02"),
        ),
        (
            "Armenia refused to sign the peace treaty with Azerbaijan on Friday.",
            ("peace treaty with Azerbaijan", "rejected", "2022-01-14"),
        ),
        (
            "Japan will sign a trade agreement with Australia in March. The negotiations took two years.",
            ("trade agreement with Australia", None, None),
        ),
        (
            "A draft resolution submitted by Kuwait was vetoed by the United States.",
            ("draft resolution", "rejected", None),
        ),
        (
            "Two draft agreements, one with Norway and one with Iceland, were made public by London on 14 January.",
            ("Two draft agreements", "published", "2022-01-14"),
        ),
        (
            "The mediators drew up a road map and submitted it to both delegations on Monday at the truce talks.",
            ("road map", "proposed", "2022-01-17"),
        ),
        ("The leaked draft agreement has nine articles.", ("leaked draft agreement", "leaked", None)),
        ("The treaty had not been signed.", ("treaty", None, None)),
        ("The treaty would be rejected by Spain.", ("treaty", None, None)),
    ],
)
def test_a_paper_has_come_as_far_as_the_text_tells(
    text: str, wanted: tuple[str, str | None, str | None], reader: Reader
) -> None:
    assert told(reader.read(text)) == [wanted]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("They were shown a two-page offer.", ("two-page offer", None, None)),
        ("Somebody had tabled a proposal.", ("proposal", "proposed", None)),
        ("A framework, seen by this newspaper, has nine articles.", ("framework", "leaked", None)),
        ("The plan obliges both sides to disarm.", ("plan", None, None)),
        ("The annex on fishing, initialled on Monday, was approved.", ("annex on fishing", "agreed", None)),
        (
            "The day closed with a joint statement in which both sides undertake to disarm.",
            ("joint statement", None, None),
        ),
    ],
)
def test_in_an_article_about_a_negotiation_pages_content_or_a_deed_show_a_paper(
    sentence: str, wanted: tuple[str, str | None, str | None], reader: Reader
) -> None:
    talks = reader.read(f"The negotiators praised the mediator. The talks go on.\n\n{sentence}")
    assert [row[:2] for row in told(talks)] == [wanted[:2]]


@pytest.mark.parametrize(
    ("text", "authors", "parties"),
    [
        ("Spain tabled a draft treaty with Morocco.", ["Spain"], ["Spain", "Morocco"]),
        ("The draft treaty between Ukraine and Poland was leaked.", [], ["Ukraine", "Poland"]),
        ("Russia and Ukraine signed the treaty.", [], ["Russia", "Ukraine"]),
        ("Turkey handed over a non-paper.", ["Turkey"], []),
        ("A draft resolution submitted by Kuwait was vetoed by the United States.", ["Kuwait"], []),
        ("Egypt's ceasefire plan was rejected by the rebels.", ["Egypt"], []),
        ("Qatar brokered the ceasefire agreement between Chad and Niger.", [], ["Chad", "Niger"]),
    ],
)
def test_who_wrote_a_paper_and_between_whom_it_is(
    text: str, authors: list[str], parties: list[str], reader: Reader
) -> None:
    talks = reader.read(text)
    (found,) = talks.documents
    assert (talks.names(found.authors), talks.names(found.parties)) == (authors, parties)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Spain published a draft treaty. The draft has nine articles. The document was praised.", [3]),
        ("Spain published draft treaties. The documents were praised. The treaty of 1963 is older.", [2, 1]),
        ("The truce agreement was signed. The agreement bans drones. The deal holds.", [3]),
        ("The Treaty on Rivers and the Treaty on Lakes were signed. The Treaty on Rivers is in force.", [2, 1]),
        ("Resolution 2202 and Resolution 2254 call for a ceasefire and talks. Resolution 2202 is binding.", [2, 1]),
    ],
)
def test_a_paper_told_again_is_the_same(text: str, counts: list[int], reader: Reader) -> None:
    assert [len(one.mentions) for one in reader.read(text).documents] == counts


@pytest.mark.parametrize(
    "text",
    [
        "He showed his passport at the border.",
        "The newspaper published an article about the talks between the delegations.",
        "The health plan was rejected by the Senate after talks and negotiations.",
        "The bank signed the credit agreement.",
        "She wrote a letter of resignation after the negotiations and talks.",
        "No agreement was reached at the talks between Ethiopia and Egypt.",
        "The two delegations reached agreement after long negotiations.",
        "Both hope for a lasting peace agreement.",
        "The treaty talks went on.",
        "The senator unveiled his tax plan.",
    ],
)
def test_what_is_no_paper_of_a_negotiation_is_left_alone(text: str, reader: Reader) -> None:
    assert reader.read(text).documents == ()
