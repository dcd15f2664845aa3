"""From the annotators' rows to labelled articles."""

import json
from pathlib import Path

import pytest

from tests.training.articles import TOKENIZER
from training.prepare import main, polnear, read_inventory, read_labelled, timeml

TEXT = "“We stay,” the envoy said on Friday, “and talk.”\n\nNobody left, she added."


def fragments(*words: str) -> list[list[int]]:
    return [[TEXT.index(one), TEXT.index(one) + len(one)] for one in words]


def attribution(source: list[list[int]], cue: list[list[int]], content: list[list[int]]) -> dict[str, list[list[int]]]:
    return {"source": source, "cue": cue, "content": content}


SAID = attribution(fragments("the envoy"), fragments("said"), fragments("“We stay,”", "“and talk.”"))
ADDED = attribution(fragments("she"), fragments("added"), fragments("Nobody left"))
ROW = {"id": "a", "text": TEXT, "attributions": [SAID, ADDED]}
TIMES = {
    "id": "a",
    "text": TEXT,
    "timex": [
        {"type": "DATE", "value": "XXXX-WXX-5", **dict(zip(("start", "end"), fragments("Friday")[0], strict=True))}
    ],
}


def linked(row: dict[str, object]) -> set[tuple[str, str]]:
    """The words of each link."""
    one = polnear(row, ())
    words = [TEXT[start:end] for _, start, end in one.spans]
    return {(words[a], words[b]) for a, b in one.links}


def test_contents_are_linked_to_their_cue_and_that_to_its_source() -> None:
    assert linked(ROW) == {
        ("“We stay,”", "said"),
        ("“and talk.”", "said"),
        ("said", "the envoy"),
        ("Nobody left", "added"),
        ("added", "she"),
    }


@pytest.mark.parametrize(
    ("found", "links"),
    [
        (attribution([], fragments("said"), fragments("“We stay,”")), {("“We stay,”", "said")}),
        (attribution(fragments("she"), [], fragments("Nobody left")), set()),
        (
            attribution(fragments("the envoy", "she"), fragments("said", "added"), fragments("“We stay,”")),
            {("“We stay,”", "said"), ("said", "the envoy")},
        ),
    ],
    ids=["no source", "no cue", "parts"],
)
def test_what_an_attribution_lacks_is_not_linked(
    found: dict[str, list[list[int]]], links: set[tuple[str, str]]
) -> None:
    assert linked({"text": TEXT, "attributions": [found]}) == links


def test_a_span_of_two_attributions_stands_there_once() -> None:
    shared = attribution(SAID["source"], ADDED["cue"], ADDED["content"])

    spans = polnear({"text": TEXT, "attributions": [SAID, shared]}, ()).spans

    assert [kind for kind, *_ in spans].count("source") == 1
    assert len(set(spans)) == len(spans)


def test_times_keep_their_type_and_place() -> None:
    assert timeml(TIMES, ()).spans == (("DATE", *fragments("Friday")[0]),)


def test_articles_are_written_and_read_again(tmp_path: Path) -> None:
    for corpus, row in (("polnear", ROW), ("timeml", TIMES)):
        (tmp_path / corpus).mkdir()
        for split in ("train", "dev"):
            (tmp_path / corpus / f"{split}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "minilm").mkdir()
    truncating = TOKENIZER.from_str(TOKENIZER.to_str())
    truncating.enable_truncation(4)
    truncating.save(str(tmp_path / "minilm" / "tokenizer.json"))

    main(tmp_path, tmp_path / "minilm", tmp_path / "out")

    (one,) = read_labelled(tmp_path / "out" / "polnear.train.jsonl")
    (said,) = (word for word in one.words if TEXT[word.start : word.end] == "said")
    inventory = read_inventory(tmp_path / "out" / "inventory.json")
    assert (one.spans, one.links) == (polnear(ROW, ()).spans, polnear(ROW, ()).links)
    assert said.tag == "VBD"
    assert {word.tag for word in one.words} == set(inventory.tags)
    assert {word.relation for word in one.words} == set(inventory.relations)
    assert not any(TEXT[word.start : word.end].isspace() for word in one.words)
    assert len(TOKENIZER.from_file(str(tmp_path / "out" / "tokenizer.json")).encode("a b c d e f").ids) == 6
