import pytest

from verbale.sources.tree import parsed, size_and_depth, spell_quotations


def text(markup: str) -> str:
    tree = parsed(markup)
    return "" if tree is None else " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("markup", ["", " ", "<!-- no -->", "<?xml version='1.0'?>"])
def test_nothing_has_no_tree_or_an_empty_one(markup: str) -> None:
    assert text(markup) == ""


def test_controls_and_halves_of_pairs_do_not_stop_the_parser() -> None:
    assert text("<p>a\x00b\x0bc\ud83dd</p>") == "abcd"


def test_a_declared_encoding_does_not_count_any_more() -> None:
    assert text("<?xml version='1.0' encoding='koi8-r'?><html><meta charset=koi8-r><p>Женева</p></html>") == "Женева"


def test_depth_counts_elements_within_elements() -> None:
    tree = parsed("<html><body><div><p>a</p></div><p>b</p></body></html>")

    assert tree is not None
    assert size_and_depth(tree) == (5, 4)


def test_a_deep_page_is_flattened_and_loses_no_word() -> None:
    tree = parsed("<div>" * 5_000 + "<p>a</p>" + "</div>" * 5_000 + "<p>b</p>")

    assert tree is not None
    assert size_and_depth(tree)[1] < 100
    assert "".join(tree.itertext()).split() == ["a", "b"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [("<q>a</q>", "“a”"), ("x <q>a <b>b</b></q> y", "x “a b” y"), ("<q><q>a</q> b</q>", "““a” b”"), ("<q></q>", "“”")],
)
def test_the_marks_that_a_browser_shows_are_written_out(markup: str, shown: str) -> None:
    tree = parsed(f"<p>{markup}</p>")

    assert tree is not None
    spell_quotations(tree)
    assert "".join(tree.itertext()) == shown
