import pytest

from verbale.sources.blocks import Block, blocks_of, key_of, without_repeats
from verbale.sources.tree import parsed


def blocks(markup: str) -> list[Block]:
    tree = parsed(f"<html><body>{markup}</body></html>")
    assert tree is not None
    return blocks_of(tree)


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("<p>a <b> b</b>\n c</p>", ["a b c"]),
        ("<p>a<a href=/>b</a>, c</p>", ["ab, c"]),
        ("<p>a<br/>b<br><br>c</p>", ["a\nb\n\nc"]),
        ("<pre>a\n  b</pre>", ["a\nb"]),
        ("<div><div>a</div>b</div>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<p> </p><p><br></p>", []),
    ],
)
def test_a_block_is_what_stands_by_itself(markup: str, texts: list[str]) -> None:
    assert [one.text for one in blocks(markup)] == texts


def test_a_block_knows_its_place() -> None:
    heading, first, item, quoted = blocks(
        "<h2>h</h2><p>a <a href=/>link</a></p><ul><li>i</li></ul><blockquote><p>q</p></blockquote>"
    )

    assert [one.tag for one in (heading, first, item, quoted)] == ["h2", "p", "li", "p"]
    assert heading.parent == first.parent != item.parent
    assert (first.linked, heading.linked) == (4, 0)
    assert (quoted.quoted, first.quoted) == (True, False)


def test_keys_are_letters_and_digits() -> None:
    assert key_of("“We’ll sign — on 3 May,” É") == "wellsignon3mayé"


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>“We have no plan B,” he said.</p><blockquote>We have no plan B</blockquote>", 1),
        ("<p>“We have no plan B,” he said.</p><blockquote>No plan</blockquote>", 2),
        ("<blockquote>The sides withdraw.</blockquote><p>So the draft.</p>", 2),
        ("<p>Yes.</p><p>She paused.</p><p>Yes.</p>", 3),
        (
            "<h3>The envoy left the border talks</h3><div><p>The envoy left the border talks</p><p>More.</p></div>",
            2,
        ),
    ],
)
def test_repeated_words_are_kept_once(markup: str, kept: int) -> None:
    assert len(without_repeats(blocks(markup))) == kept
