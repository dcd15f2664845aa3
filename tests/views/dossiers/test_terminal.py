"""A dossier's pages on a terminal: every line fits, no article is obeyed, and the words alone say everything."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.dossier.reports import article, thread
from verbale.dossier.answers import Change, Conflict, Difference
from verbale.views.pages.dossiers import (
    Answers,
    Names,
    article_lines,
    change_lines,
    conflict_lines,
    dossier_minutes,
    found_lines,
    positions_page,
    timeline_page,
)
from verbale.views.terminal.blocks import Block
from verbale.views.terminal.dossiers import (
    Blocks,
    articles_blocks,
    changes_blocks,
    conflicts_blocks,
    found_blocks,
    minutes_blocks,
    positions_blocks,
    timeline_blocks,
)

RUDE = "\x1b[31mred\x07 [bold]bold[/bold]\u202e"
NOBODY = Names.of(())


def shown(blocks: list[Block], *, width: int = 80, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None,
        markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip
    console.print(Blocks(blocks))
    return out.getvalue()


def every_page(words: str) -> dict[str, list[Block]]:
    """All pages of a dossier whose articles hold those words wherever they can."""
    first, second = (article(number, outlet=words, title=words) for number in (1, 2))
    meeting = thread(first.round("2022-01-10", "Norland", words, place=words), kind="round")
    said = first.said(words, words, quoted=words)
    position, move = first.position(words, "for", words), first.move("demand", words, words, words)
    difference = (Difference(where="left", words=words), Difference(where="right", words=words))
    conflict = Conflict(
        kind="wording", of="statement", thread=1, what=words, left=said, right=second.said(words), difference=difference
    )
    change = Change(
        kind="repeated", party=None, issue=words, what=words, earlier=move, later=second.move("offer", words)
    )
    paper = thread(first.document(words, None, "proposed"), kind="document")
    answers = Answers(
        name=words,
        articles=(first.source, second.source),
        parties=(),
        rounds=(meeting,),
        documents=(paper,),
        moves=(move,),
        forecasts=(first.forecast(words, by=words),),
        conflicts=(conflict,),
    )
    return {
        "minutes": list(minutes_blocks(dossier_minutes(answers))),
        "timeline": list(timeline_blocks(timeline_page([meeting]))),
        "positions": list(positions_blocks(positions_page([position], (), str.__eq__))),
        "conflicts": list(conflicts_blocks(tuple(conflict_lines([conflict], NOBODY)))),
        "changes": list(changes_blocks(tuple(change_lines([change], NOBODY)))),
        "found": list(found_blocks(found_lines([said]))),
        "articles": list(articles_blocks(article_lines(answers.articles), words)),
    }


PAGES = tuple(every_page("map"))


@pytest.mark.parametrize("page", PAGES)
def test_no_article_commands_the_terminal(page: str) -> None:
    out = shown(every_page(RUDE)[page])

    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "[bold]bold[/bold]" in " ".join(out.split())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [30, 80, 120])
def test_every_line_fits(page: str, width: int) -> None:
    long = "a map of the northern banks on which nobody has drawn a line " * 3

    assert max(cell_len(line) for line in shown(every_page(long)[page], width=width).splitlines()) <= min(width, 96)


@pytest.mark.parametrize("page", PAGES)
def test_colour_adds_nothing_to_the_words(page: str) -> None:
    plain, coloured = shown(every_page("map")[page]), shown(every_page("map")[page], terminal=True)

    assert "\x1b[" in coloured
    assert Console(file=io.StringIO(), width=200).render_str(plain).plain == plain


def test_a_conflict_shows_both_sentences_their_articles_and_the_words_that_differ() -> None:
    left = article(1).said("No map.", quoted="No map.")
    right = article(2, "2022-01-15").said("No new map.", quoted="No new map.")
    difference = (
        Difference(where="both", words="No"),
        Difference(where="right", words="new"),
        Difference(where="both", words="map."),
    )
    conflict = Conflict(
        kind="wording", of="statement", thread=1, what="They quote it otherwise.", left=left, right=right,
        difference=difference,
    )  # fmt: skip

    assert shown(list(conflicts_blocks(tuple(conflict_lines([conflict], NOBODY))))).splitlines() == [
        "  wording · They quote it otherwise · statement of Ola Berg",
        "     │ No map.",
        "     │ — Harbour Wire, 14 January 2022 [1]",
        "     │ No new map.",
        "     │ — Prairie Tribune, 15 January 2022 [2]",
        "     word by word: No {+new+} map.",
        "",
        "1 conflict",
    ]


def test_a_line_tells_by_how_many_it_is_told_and_whether_a_person_corrected_it() -> None:
    told = [article(number).round("2022-01-10", "Norland", number=2, place="Geneva") for number in (1, 2)]
    corrected = told[0].model_copy(update={"corrected": True})
    page = timeline_page([thread(corrected, told[1], kind="round")])

    assert shown(list(timeline_blocks(page))).splitlines() == [
        "10 January 2022",
        "  Norland · round no. 2 · Geneva",
        "     │ round",
        "     │ — Harbour Wire, 14 January 2022 [1] · two articles, two independent",
        "     a person has corrected it",
        "",
        "1 entry",
    ]
