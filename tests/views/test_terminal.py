"""The minutes on a terminal: every line fits, no article is obeyed, and without colour all is still said."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from tests.records import spans, statement, talks
from tests.views.negotiation import negotiation
from verbale.article import Article, Notice
from verbale.record import Record
from verbale.views.pages import MinutesPage, minutes_page
from verbale.views.terminal import Minutes, divider, visible


def shown(page: MinutesPage, *, width: int = 80, terminal: bool = False, no_color: bool = False) -> str:
    out = io.StringIO()
    colours = "standard" if terminal else None
    console = Console(
        file=out, width=width, force_terminal=terminal, color_system=colours, no_color=no_color, _environ={}
    )
    console.print(Minutes(page))
    return out.getvalue()


def page_of(text: str, content: str, **fields: object) -> MinutesPage:
    record = Record(article=Article(text=text), statements=(statement(text, content, **fields),))
    return minutes_page(record)


def test_the_minutes_show_who_said_what_and_beneath_it_the_proof() -> None:
    assert shown(minutes_page(talks()), width=60).splitlines() == [
        "The two delegations agreed to keep the line where it is",
        "until Friday. …",
        "no date known",
        "",
        "Parties",
        "  Anneli Korpela",
        "",
        "Statements",
        "  1  Anneli Korpela · indirect",
        "     The two delegations agreed to keep the line where it is",
        "     until Friday",
        "     │ The two delegations agreed to keep the line where it",
        "     │ is until Friday. This was announced on Thursday by",
        "     │ the mediator, Anneli Korpela.",
        "",
        "  2  Anneli Korpela · direct · Radio Helvetia · 5 March 2026",
        "     “Nobody has left the room,”",
        "     │ “Nobody has left the room,” she told Radio Helvetia.",
        "",
        "2 statements",
    ]


def test_the_heading_tells_outlet_date_and_warnings_and_no_section_is_empty() -> None:
    article = Article(
        text="Nothing was said.",
        title="Talks",
        outlet="Lake Courier",
        authors=("Ada Moss", "Ivo Reyl"),
        published=date(2026, 3, 5),
        published_from="given",
        warnings=(Notice(code="cut_short", message="The text is cut short."),),
    )

    assert shown(minutes_page(Record(article=article))).splitlines() == [
        "Talks",
        "Lake Courier · Ada Moss, Ivo Reyl · 5 March 2026 (given)",
        "! The text is cut short.",
        "",
        "No statement found.",
    ]


def test_the_minutes_of_a_negotiation_read_as_minutes() -> None:
    assert shown(minutes_page(negotiation())).partition("\nStatements\n")[0].splitlines() == MINUTES.splitlines()


MINUTES = """\
Talks in Turku
no date known

Parties
  Kestria (Port Kest)
     Ada Moss, foreign minister, Kestria (doubtful)
  Norland
  Ivo Reyl, analyst
  Also named: Sudria, League

Rounds
  2 March 2026 · meeting · Turku · Kestria, Norland
     outcome: parted without a paper
     │ Kestria and Norland met in Turku on Monday and parted without a paper.
  6 March 2026 · meeting no. 2 · Oslo · planned · as likely right as wrong
     │ A second meeting is planned in Oslo for Friday.

Documents and provisions
  draft treaty · published March 2026 · by Kestria
     │ Kestria published a draft treaty in March.
     Norland must not: keep troops in Sudria · regarding Sudria
     │ Under the draft treaty Norland must not keep troops in Sudria.

Moves
  Kestria
     threat to Norland: we will leave the table · condition: If the ports stay
       closed · by Ada Moss · statement 1
     demand to Norland: open them · by Ada Moss
     │ asked Norland to open them
  Norland · against: the ports

Forecasts
  Ivo Reyl · doubtful: A treaty · by 2026 · statement 2
     – a treaty
     – a long winter

Events
  date not told · coerce “expelled” · Norland → Kestria
     │ Norland expelled two envoys of Kestria on Sunday.

Open points
  No answer told: demand of Ada Moss to Norland: open them
  Ahead: planned meeting · Oslo · 6 March 2026
  Office in doubt: Ada Moss, foreign minister: she left the office in 2020
     (registry)
"""


def test_entries_with_the_same_proof_share_it() -> None:
    record = negotiation()
    twice = record.model_copy(update={"events": (*record.events, record.events[1])})
    printed = shown(minutes_page(twice))

    assert printed.count("coerce “expelled”") == 2
    assert printed.count("│ Norland expelled two envoys") == 1


def test_what_is_left_out_is_counted_and_shown_in_full() -> None:
    record = negotiation()
    many = record.model_copy(update={"events": (record.events[1],) * 40})

    assert "  … and 28 more (--full shows them)\n" in shown(minutes_page(many))
    assert shown(minutes_page(many, full=True)).count("coerce “expelled”") == 40


@pytest.mark.parametrize("width", [24, 60, 80, 120, 200])
@pytest.mark.parametrize("terminal", [True, False])
def test_no_line_is_wider_than_the_terminal_or_than_the_eye_can_follow(width: int, terminal: bool) -> None:
    text = "She said: “" + "Nobody has left the room, and 房间里的人都还在. " * 9 + "w" * 300 + "”"
    page = page_of(text, text[10:], evidence=spans(text, text), source=spans(text, "She"))
    lines = Console(width=width).render_lines(Minutes(page), pad=False)
    printed = shown(page, width=width, terminal=terminal)

    assert max(sum(segment.cell_length for segment in line) for line in lines) <= min(width, 96)
    assert len(printed.splitlines()) == len(lines)


@pytest.mark.parametrize("width", [24, 40, 80, 120])
def test_the_sections_keep_to_the_width_too(width: int) -> None:
    lines = Console(width=width).render_lines(Minutes(minutes_page(negotiation())), pad=False)

    assert max(sum(segment.cell_length for segment in line) for line in lines) <= min(width, 96)


@pytest.mark.parametrize("width", [24, 40, 80, 120])
def test_no_word_is_lost_where_a_line_breaks(width: int) -> None:
    wide, narrow = (
        "".join(line.strip(" │") for line in shown(minutes_page(negotiation()), width=cells).splitlines())
        for cells in (96, width)
    )

    assert narrow.replace(" ", "").replace("│", "") == wide.replace(" ", "").replace("│", "")


@pytest.mark.parametrize("record", [talks(), negotiation()])
def test_no_line_ends_in_blanks(record: Record) -> None:
    assert all(line == line.rstrip() for line in shown(minutes_page(record)).splitlines())


def test_where_there_is_no_terminal_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in shown(minutes_page(talks()))


def test_on_a_terminal_the_speaker_is_bold_and_source_cue_and_content_differ() -> None:
    printed = shown(minutes_page(talks()), terminal=True)

    assert "\x1b[1mAnneli Korpela\x1b[0m" in printed
    assert "\x1b[36mshe\x1b[0m" in printed
    assert "\x1b[32mtold\x1b[0m" in printed
    assert "\x1b[2;3m“Nobody has left the room,”\x1b[0m" in printed


def test_a_speaker_who_was_not_found_is_not_set_as_a_name() -> None:
    text = "He said no."

    assert "\x1b[1m" not in shown(page_of(text, "no", source=spans(text, "He")), terminal=True).partition("1  ")[2]


def test_without_colour_weight_and_slant_still_tell_them_apart() -> None:
    printed = shown(minutes_page(talks()), terminal=True, no_color=True)

    assert "\x1b[1mAnneli Korpela\x1b[0m" in printed
    assert "\x1b[36m" not in printed


def test_rich_markup_in_an_article_is_text() -> None:
    text = "“[bold]We[/] [link=file:///x]go[/link] :smile: [/wrong]”"

    assert text in shown(page_of(text, text), terminal=True)


def test_nothing_in_an_article_commands_the_terminal() -> None:
    text = "“Go \x1b]0;owned\x07 \x1b[2J\x9b31m now\x08\u202egnp.exe”"
    page = page_of(text, text, venue="\x1b[31mred", speaker_status="unknown", source=(), cue=())
    warned = Record(
        article=Article(
            text=text,
            title="\x1b[1A\u2028x",
            outlet="\x00",
            url="\x7f",
            authors=("\x1b",),
            warnings=(Notice(code="c", message="\x1b[5m"),),
        )
    )
    printed = shown(page) + shown(minutes_page(warned))

    assert "\x1b" not in printed
    assert "␛]0;owned␇ ␛[2J\ufffd31m now␈\ufffdgnp.exe" in printed


@settings(deadline=None)
@given(st.text(st.characters(codec=None)))
def test_what_is_visible_can_be_written_and_keeps_its_length(text: str) -> None:
    seen = visible(text)

    assert len(seen) == len(text)
    assert seen.encode("utf-8").decode("utf-8") == seen
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in seen)


def test_what_is_probably_wrong_is_marked_and_what_is_not_is_left_in_peace() -> None:
    doubtful = shown(page_of("“No.”", "“No.”", confidence=0.3))
    good = shown(page_of("“No.”", "“No.”", confidence=0.9))

    assert "  1  Not known who · direct · more likely wrong than right\n" in doubtful
    assert "  1  Not known who · direct\n" in good


def test_everything_that_is_known_of_a_statement_is_in_its_first_line() -> None:
    text = "“No,” Ada told him."
    said = statement(
        text,
        "“No,”",
        kind="refusal",
        denied=True,
        addressee="him",
        venue="the Club",
        date="2026-03",
        within="s1",
    )
    page = minutes_page(Record(article=Article(text=text), statements=(said,)))

    assert "direct · refusal · denies it · to him · the Club · March 2026 · within 1" in shown(page, width=96)


def test_numbers_are_aligned_where_there_are_more_than_nine() -> None:
    text = "“No.”"
    statements = tuple(statement(text, text, id=f"s{number}") for number in range(1, 12))
    printed = shown(minutes_page(Record(article=Article(text=text), statements=statements)))

    assert "\n   1  Not known who" in printed
    assert "\n  11  Not known who" in printed


def test_a_divider_bears_a_name_that_fits() -> None:
    assert divider(30, "a\x1b.txt", first=True).plain == "── a␛.txt " + "─" * 20 + "\n"
    assert divider(12, "a-long-name.txt").plain == "\n── a-long-…─\n"
    assert cell_len(divider(40, "переговоры.txt").plain.strip()) == 40


def test_a_divider_is_as_wide_as_the_minutes() -> None:
    assert cell_len(divider(60).plain.strip()) == 60
    assert cell_len(divider(200).plain.strip()) == 96
