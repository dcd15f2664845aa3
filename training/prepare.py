"""From the shared data to labelled articles: spans, and the words with their parse.

The parse is the one that reading makes (`reading.page`, `reading.scores`): the encoder must be trained on what it
will be shown.

Usage: python -m training.prepare DATA MINILM OUT
DATA is the folder with polnear/ and timeml/, MINILM that of the pretrained checkpoint, OUT any folder. Writes
OUT/{polnear,timeml}.{train,dev}.jsonl, OUT/inventory.json and OUT/tokenizer.json; takes about five minutes.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from training.examples import Labelled
from verbale.article import Article
from verbale.encoding.labels import ROLES
from verbale.encoding.shapes import Inventory, Word
from verbale.reading.page import lay_out
from verbale.reading.scores import words_of
from verbale.reading.tools import load_syntax


def main(data: Path, minilm: Path, out: Path) -> None:
    """Prepares every split that is there."""
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    syntax = load_syntax()
    tags: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for corpus, label in (("polnear", polnear), ("timeml", timeml)):
        for split in ("train", "dev"):
            with (out / f"{corpus}.{split}.jsonl").open("w", encoding="utf-8") as file:
                for row in _rows(data / corpus / f"{split}.jsonl"):
                    words = words_of(lay_out(Article(text=row["text"]), syntax))
                    tags.update(word.tag for word in words)
                    relations.update(word.relation for word in words)
                    file.write(json.dumps(asdict(label(row, words)), ensure_ascii=False) + "\n")
    inventory = Inventory(tuple(sorted(tags)), tuple(sorted(relations)))
    (out / "inventory.json").write_text(json.dumps(asdict(inventory)), "utf-8")


def polnear(row: dict[str, Any], words: tuple[Word, ...]) -> Labelled:
    """Sources, cues and contents, with a link from each content and each source to its cue."""
    spans: list[tuple[str, int, int]] = []
    links: list[tuple[int, int]] = []
    for attribution in row["attributions"]:
        places: dict[str, list[int]] = {}
        for role in ROLES:
            for start, end in attribution[role]:
                place = _place(spans, (role, start, end))
                places.setdefault(role, []).append(place)
        for cue in places.get("cue", [])[:1]:
            links += [(content, cue) for content in places.get("content", [])]
            links += [(cue, source) for source in places.get("source", [])[:1]]
    return Labelled("roles", row["text"], words, tuple(spans), tuple(links))


def timeml(row: dict[str, Any], words: tuple[Word, ...]) -> Labelled:
    """Time expressions with their TIMEX3 types."""
    spans = tuple((time["type"], time["start"], time["end"]) for time in row["timex"])
    return Labelled("times", row["text"], words, spans)


def read_labelled(path: Path) -> Iterator[Labelled]:
    """The labelled articles that `main` wrote."""
    for row in _rows(path):
        yield Labelled(
            task=row["task"],
            text=row["text"],
            words=tuple(Word(*word) for word in row["words"]),
            spans=tuple((kind, start, end) for kind, start, end in row["spans"]),
            links=tuple((a, b) for a, b in row["links"]),
        )


def read_inventory(path: Path) -> Inventory:
    """The tags and relations of the training articles."""
    row = json.loads(path.read_text("utf-8"))
    return Inventory(tuple(row["tags"]), tuple(row["relations"]))


def _place(spans: list[tuple[str, int, int]], span: tuple[str, int, int]) -> int:
    """The span's place in the list, where it is put unless it is there."""
    if span not in spans:
        spans.append(span)
    return spans.index(span)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
