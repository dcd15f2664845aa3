"""Pictures tell what their page values hold: by colour and by a mark, escaped, the same bytes each time."""

import struct
import sys
import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest

from tests.cli.test_asking_dossiers import RECORDS
from verbale.dossier.answers import Query
from verbale.dossier.changes import same_issue
from verbale.dossier.dossier import Dossier
from verbale.errors import OptionError
from verbale.views.pages.dossiers import IssueAcross, Matrix, StandAcross, Told
from verbale.views.pages.dossiers.citing import Citation
from verbale.views.pages.dossiers.dots import Dot, Dots, dots_page
from verbale.views.pages.dossiers.matrix import Row
from verbale.views.pages.dossiers.network import Edge, Network, Node, network_page
from verbale.views.pictures import Picture, Pictures, to_png, to_svg
from verbale.views.pictures.canvas import modules, wrapped
from verbale.views.pictures.choosing import PictureKind
from verbale.views.pictures.dots import draw_timeline
from verbale.views.pictures.matrix import draw_positions
from verbale.views.pictures.network import draw_network

SVG = "{http://www.w3.org/2000/svg}"
RUDE = '<script>alert(1)</script> & "Co" \x1b[31m\ud800 {{x}} ${y} \u202eabc'
KINDS: tuple[PictureKind, ...] = ("timeline", "positions", "network")
TOLD = Told("one article", Citation(1, "Harbour Wire", None), ())


def dot(day: int = 10, sort: str = "round", words: str = "Norland, Sudria · round", witnesses: int = 1) -> Dot:
    return Dot(date(2022, 1, day), sort, words, witnesses, happened=True)


def stands(*given: str | None) -> Matrix:
    cells = tuple(IssueAcross("map", (StandAcross(one, "10 January 2022", TOLD),)) if one else None for one in given)
    return Matrix(tuple(f"Party {at}" for at in range(len(given))), (Row("map", cells),))


def texts(picture: Picture) -> list[str]:
    """The words of the drawn picture."""
    root = ElementTree.fromstring(to_svg(picture))  # noqa: S314 our own
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def pictures_of(where: str) -> dict[PictureKind, Picture]:
    with Dossier.open(where, create=False) as opened:
        return {kind: Pictures(opened, same_issue).of(kind, Query()) for kind in KINDS}


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("pictures") / "talks.dossier")
    with Dossier.open(path) as made:
        for one in RECORDS:
            made.add(one)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_dossier_gives_the_same_bytes(where: str, kind: PictureKind) -> None:
    first, second = pictures_of(where)[kind], pictures_of(where)[kind]

    assert to_svg(first) == to_svg(second)
    assert kind != "positions" or to_png(first) == to_png(second)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_its_title_its_source_and_what_it_shows_in_words(where: str, kind: PictureKind) -> None:
    picture = pictures_of(where)[kind]
    root = ElementTree.fromstring(to_svg(picture))  # noqa: S314 our own

    assert (root.get("role"), root.get("aria-label")) == ("img", f"{picture.title}. {picture.alt}")
    assert [root.findtext(f"{SVG}{name}") for name in ("title", "desc")] == [picture.title, picture.alt]
    assert picture.title in texts(picture)
    assert picture.source.startswith("Source: ")
    assert picture.source in texts(picture)


def test_a_timeline_tells_the_sort_by_colour_and_form_and_the_witnesses_by_size() -> None:
    sorts = ("round", "cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds")
    picture = draw_timeline(
        Dots(tuple(dot(10 + at, sort, witnesses=at + 1) for at, sort in enumerate(sorts)), 3, 2), "S."
    )
    drawn = picture.marks[len(sorts) :]

    assert len({(one.colour, one.shape) for one in drawn}) == len({one.shape for one in drawn}) == len(sorts)
    assert [one.area for one in drawn] == sorted({one.area for one in drawn})
    assert [one.x for one in drawn] == sorted({one.x for one in drawn})
    assert set(sorts) <= {one.text for one in picture.words}
    assert picture.source == "S. Not shown: two told by fewer; three without a day."


def test_what_did_not_happen_is_hollow() -> None:
    planned = Dot(date(2022, 1, 10), "round", "Norland", 1, happened=False)

    assert [one.hollow for one in draw_timeline(Dots((planned, dot()), 0, 0), "").marks[1:]] == [True, False]


def test_of_too_many_events_those_of_most_witnesses_are_shown(where: str) -> None:
    with Dossier.open(where, create=False) as opened:
        threads, parties = opened.timeline(), opened.parties()
    every, some = dots_page(threads, parties), dots_page(threads, parties, most=1)

    assert [one.words for one in every.dots] == ["Norland, Sudria · round no. 1 · Geneva"]
    assert (len(some.dots), some.left_out) == (1, len(every.dots) - 1)


def test_a_stand_is_told_by_a_colour_and_by_a_word() -> None:
    picture = draw_positions(stands("for", None, "against", "conditional"), "")
    cells = [one for one in picture.boxes if one.y2 - one.y > 1]
    words = [one for one in picture.words if one.text in ("+ for", "− against", "± conditional")]

    assert len({one.colour for one in cells}) == len({one.text for one in words}) == len(words) == 3
    assert all(cell.x < word.x < cell.x2 for cell, word in zip(cells, words, strict=True))
    assert picture.alt == "Party 0 on map: for; Party 2 on map: against; Party 3 on map: conditional"


def test_a_party_speaks_of_whom_its_people_name(where: str) -> None:
    with Dossier.open(where, create=False) as opened:
        statements, entities = opened.reports("statement"), opened.reports("entity")
        parties = opened.parties()
    named = next(one for one in entities if one.words or one.entry.id == "e1")
    said = statements[0].model_copy(
        update={"entry": statements[0].entry.model_copy(update={"content": (named.entry.evidence[0],)})}
    )
    network = network_page([said], [one for one in entities if one.ref.article == said.ref.article], parties)

    assert [(network.nodes[one.speaker].name, network.nodes[one.other].name, one.count) for one in network.edges] == [
        ("Ada Holm", "Norland", 1)
    ]


def test_a_wedge_is_thick_at_who_speaks_and_ends_at_whom_it_is_about() -> None:
    picture = draw_network(Network((Node("A", 3), Node("B", 0), Node("C", 1)), (Edge(0, 1, 5), Edge(2, 1, 1)), 0), "")
    (x, y, thick), (*_, thin) = picture.wedges[0].points[0], picture.wedges[0].points[-1]
    node = picture.marks[1]

    assert (x, y) == (node.x, node.y)
    assert thick > 3 * thin
    assert picture.wedges[1].points[0][2] < thick
    assert picture.alt == "A about B: five; C about B: one"


@pytest.mark.parametrize(
    "picture",
    [
        draw_timeline(Dots((dot(words=RUDE),), 0, 0), RUDE),
        draw_positions(Matrix((RUDE,), stands("for").rows), RUDE),
        draw_network(Network((Node(RUDE, 1), Node("B", 1)), (Edge(0, 1, 2),), 0), RUDE),
    ],
    ids=KINDS,
)
def test_names_are_escaped_and_run_nothing(picture: Picture) -> None:
    root = ElementTree.fromstring(to_svg(picture))  # noqa: S314 our own
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}

    assert tags <= {"svg", "title", "desc", "g", "path", "text", "tspan", "rect", "defs", "clipPath"}
    assert any("<script>" in one for one in texts(picture))
    assert not any(name.startswith("on") or "href" in name for one in root.iter() for name in one.attrib)
    assert "\u202e" not in to_svg(picture)


@pytest.mark.parametrize(
    "picture",
    [draw_timeline(Dots((), 0, 0), ""), draw_positions(Matrix((), ()), ""), draw_network(Network((), (), 0), "")],
    ids=KINDS,
)
def test_where_nothing_is_told_the_picture_says_so(picture: Picture) -> None:
    assert any(one.startswith("No ") for one in texts(picture))
    assert to_png(picture).startswith(b"\x89PNG")


def test_a_png_is_whole_and_describes_itself() -> None:
    picture = draw_positions(stands("for"), "Source: one article.")
    data, names = to_png(picture), []
    at = 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        names.append(data[at + 4 : at + 8])
        at += size + 12

    assert (names[0], names[-1], at) == (b"IHDR", b"IEND", len(data))
    assert names.count(b"iTXt") == 3
    assert f"Description\0\0\0\0\0{picture.alt}".encode() in data


def test_without_the_extra_there_is_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    modules.cache_clear()
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    with pytest.raises(OptionError, match=r"pip install 'verbale\[pictures\]'"):
        to_svg(draw_positions(stands("for"), ""))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two three", "one two\nthree"),
        ("one two three four five", "one two\nthree…"),
        ("a" * 12, "aaaaaaaa…"),
        ("", ""),
    ],
)
def test_words_are_wrapped_and_cut(text: str, shown: str) -> None:
    assert wrapped(text, 9) == shown
