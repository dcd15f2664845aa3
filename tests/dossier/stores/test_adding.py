"""Articles join a dossier: once each, whole or not at all, and with what others report of the same."""

from datetime import date

import pytest

from tests.dossier.stores.articles import BLOCK, BODY, LOUD, QUIET, other, report
from verbale.dossier.adding import page_of
from verbale.dossier.answers import Ref
from verbale.dossier.dossier import Dossier
from verbale.errors import OptionError


def test_what_was_added_comes_back_byte_for_byte(dossier: Dossier) -> None:
    given = report()
    added = dossier.add(given)

    assert (added.article, added.fate, added.copy_of) == (1, "new", None)
    assert dossier.record(1).model_dump_json() == given.model_dump_json()
    assert dossier.faults() == ()


def test_an_article_that_is_there_is_left_as_it_is(dossier: Dossier) -> None:
    dossier.add(report())
    again = dossier.add(report())

    assert (again.article, again.fate) == (1, "known")
    assert len(dossier.articles()) == 1
    assert len(dossier.reports("statement")) == 1


def test_a_dossier_that_is_opened_again_holds_what_it_held(where: str) -> None:
    with Dossier.open(where) as first:
        first.add(report())
    with Dossier.open(where, create=False) as second:
        assert [one.outlet for one in second.articles()] == ["Harbour Wire"]
        assert [one.name for one in second.parties()] == ["Ola Berg", "Ada Holm"]


def test_a_copy_is_no_second_witness(dossier: Dossier) -> None:
    dossier.add(report())
    added = dossier.add(report(outlet="Prairie Tribune"))
    dossier.add(other(3))

    assert added.copy_of == 1
    assert [one.witness for one in dossier.articles()] == [1, 1, 3]
    (thread,) = dossier.threads("statement")
    assert (len(thread.reports), thread.witnesses) == (2, 1)
    (judgement,) = dossier.judgements(kind="article")
    assert (judgement.left, judgement.right, judgement.by) == (Ref(1), Ref(2), "verbale")
    assert judgement.reason


def test_a_page_that_was_edited_is_kept_in_both_versions_and_what_is_gone_is_told(dossier: Dossier) -> None:
    page = "https://wire.example/talks"
    dossier.add(report(url=page))
    edited = report(
        BODY.replace("The map is not for sale", "The map was never for sale"), url=f"{page}/?utm_source=mail#top"
    )
    added = dossier.add(edited)

    assert (added.fate, added.copy_of) == ("version", None)
    first, second = dossier.versions(2)
    assert (first.article, first.replaced_by, second.version_of) == (1, 2, 1)
    assert [(one.ref, one.words) for one in dossier.gone(2)] == [(Ref(1, "s1"), "The map is not for sale")]
    assert dossier.gone(1) == ()


def test_a_paragraph_of_an_earlier_day_tells_nothing_new(dossier: Dossier) -> None:
    block = f"{BLOCK} Ola Berg and Ada Holm signed it in Oslo."
    dossier.add(report(f"{LOUD}\n\n{block}", met="signed", published="2022-01-11"))
    dossier.add(report(f"{QUIET}\n\n{block}", met="signed", published="2022-01-18", outlet="Evening Mail"))

    (thread,) = dossier.threads("event")
    assert [(one.ref, one.background) for one in thread.reports] == [(Ref(1, "v1"), None), (Ref(2, "v1"), Ref(1, "v1"))]


def test_the_same_name_is_the_same_party_and_another_is_another(dossier: Dossier) -> None:
    dossier.add(report())
    dossier.add(other(2))

    berg, holm = dossier.parties()
    assert (berg.name, berg.articles) == ("Ola Berg", 2)
    assert (holm.name, holm.articles) == ("Ada Holm", 1)
    assert dossier.party("ola berg") == berg
    assert dossier.party(str(holm.number)) == holm
    assert dossier.party("nobody") is None


def test_a_timeline_is_in_the_order_of_the_days(dossier: Dossier) -> None:
    dossier.add(report())
    dossier.add(report("Ola Berg met Ada Holm again.", outlet="Evening Mail", published="2021-12-20", met="met"))

    assert [one.reports[0].first_day for one in dossier.timeline()] == [date(2022, 1, 10)]
    assert dossier.timeline(first_day=date(2022, 2, 1)) == ()
    assert len(dossier.timeline(last_day=date(2022, 1, 10))) == 1


def test_an_unknown_number_is_told_in_a_line(dossier: Dossier) -> None:
    with pytest.raises(OptionError, match="there is no such article"):
        dossier.record(7)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://wire.example/talks", "http://www.wire.example/talks/", True),
        ("https://wire.example/talks", "https://wire.example/talks?utm_source=mail&fbclid=7#top", True),
        ("https://wire.example/story?id=1", "https://wire.example/story?id=1&utm_medium=web", True),
        ("https://wire.example/story?id=1", "https://wire.example/story?id=2", False),
        ("https://wire.example/Talks", "https://wire.example/talks", False),
    ],
)
def test_an_address_is_the_pages_whatever_tells_from_where_somebody_came(one: str, other: str, same: bool) -> None:
    assert (page_of(report(url=one).article) == page_of(report(url=other).article)) is same
