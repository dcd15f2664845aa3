import pytest

from tests.dossier.matching.reports import paper
from verbale.dossier.answers import Report
from verbale.dossier.matching import same_document
from verbale.record import Document

BY = ("Norland",)
DRAFT = paper(1, "four-page draft treaty", authors=BY)


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(DRAFT, paper(2, "Norland's draft", authors=BY), id="the same author"),
        pytest.param(DRAFT, paper(2, "proposal", authors=BY, kind="proposal"), id="another word for it"),
        pytest.param(
            paper(1, "Gorge Treaty", kind="treaty"),
            paper(2, "the Gorge Treaty", kind="treaty", published="2024-01-01"),
            id="a title, however much later",
        ),
        pytest.param(
            paper(1, "draft on the locks of the river"),
            paper(2, "draft on river locks", authors=BY),
            id="what it is about",
        ),
        pytest.param(paper(1, "draft"), paper(2, "draft", copy_of=1), id="in a copy"),
        pytest.param(DRAFT, paper(2, "Norlanders' draft", authors=("the Norland side",)), id="a side's paper"),
    ],
)
def test_reports_of_one_paper_are_one(known: Report[Document], new: Report[Document]) -> None:
    assert same_document(new, [known]) is not None


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(DRAFT, paper(2, "Sudria's draft", authors=("Sudria",)), id="another author"),
        pytest.param(DRAFT, paper(2, "Norland's new draft", authors=BY), id="a new one"),
        pytest.param(DRAFT, paper(2, "letter", authors=BY, kind="letter"), id="a letter"),
        pytest.param(DRAFT, paper(2, "Norland's draft", authors=BY, published="2022-09-01"), id="months later"),
        pytest.param(
            paper(1, "draft", "2022-01-01", authors=BY), paper(2, "draft", "2022-02-14", authors=BY), id="another date"
        ),
        pytest.param(paper(1, "draft"), paper(2, "draft"), id="nothing told of it"),
        pytest.param(
            paper(1, "draft on the locks", authors=BY),
            paper(2, "draft on fish and nets", authors=BY),
            id="another matter",
        ),
    ],
)
def test_other_papers_are_not(known: Report[Document], new: Report[Document]) -> None:
    assert same_document(new, [known]) is None
