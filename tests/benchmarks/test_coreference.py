"""Which mentions are the same ones, and what the floor says."""

from benchmarks.coreference import Heads, chains_of, nearest_name
from verbale.record import Entity
from verbale.spans import Span

TEXT = "Norland and Sudria met. The Norland envoy smiled."
#        begin, end, pos, lemma, features, head, relation
TOKENS = [
    [0, 7, "PROPN", "Norland", "_", 3, "nsubj"],
    [8, 11, "CCONJ", "and", "_", 2, "cc"],
    [12, 18, "PROPN", "Sudria", "_", 0, "conj"],
    [19, 22, "VERB", "meet", "_", -1, "root"],
    [22, 23, "PUNCT", ".", "_", 3, "punct"],
    [24, 27, "DET", "the", "_", 7, "det"],
    [28, 35, "PROPN", "Norland", "_", 7, "compound"],
    [36, 41, "NOUN", "envoy", "_", 8, "nsubj"],
    [42, 48, "VERB", "smile", "_", -1, "root"],
    [48, 49, "PUNCT", ".", "_", 8, "punct"],
]


def entity(name: str, kind: str, *mentions: tuple[int, int, str]) -> Entity:
    return Entity.model_validate(
        {
            "id": name,
            "kind": kind,
            "name": name,
            "evidence": [],
            "confidence": 1,
            "mentions": [{"start": start, "end": end, "form": form} for start, end, form in mentions],
        }
    )


def test_a_description_is_the_same_mention_with_and_without_its_article() -> None:
    heads = Heads(TOKENS)

    assert heads.of(Span(24, 41)) == heads.of(Span(36, 41))


def test_one_party_is_not_the_same_mention_as_two_joined() -> None:
    heads = Heads(TOKENS)

    assert heads.of(Span(0, 7)) != heads.of(Span(0, 18))


def test_chains_of_one_mention_and_of_other_types_are_left_out() -> None:
    mentions = [
        {"start": 0, "end": 7, "type": "place", "entity": "1"},
        {"start": 28, "end": 35, "type": "place", "entity": "1"},
        {"start": 24, "end": 41, "type": "person", "entity": "2"},
        {"start": 19, "end": 22, "type": "event", "entity": "3"},
        {"start": 42, "end": 48, "type": "event", "entity": "3"},
    ]
    row = {"tokens": TOKENS, "mentions": mentions}

    gold, found = chains_of(row, [(Span(0, 7), Span(28, 35)), (Span(12, 18),)], frozenset({"place", "person"}))

    assert gold == [frozenset({(0, False), (28, False)})]
    assert found == gold


def test_the_floor_gives_descriptions_to_the_last_name() -> None:
    norland = entity("Norland", "state", (0, 7, "name"), (28, 35, "name"))
    envoy = entity("envoy", "person", (24, 41, "nominal"))

    assert nearest_name([envoy, norland]) == [(Span(0, 7), Span(24, 41), Span(28, 35))]
