from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from verbale.dossier.answers import Judgement, Ref
from verbale.dossier.judgements import clusters

NODES = tuple(Ref(article, "s1") for article in range(1, 9))

REFS = st.sampled_from(NODES)


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """Any judgement of two of the nodes: by the machine, which only merges, or by a person."""
    left, right = sorted(draw(st.lists(REFS, min_size=2, max_size=2, unique=True)))
    by = draw(st.sampled_from(("verbale", "Ada Holm")))
    same = by == "verbale" or draw(st.booleans())
    score = draw(st.sampled_from((0.6, 0.8, 1.0))) if by == "verbale" else 1.0
    withdrawn = draw(st.sampled_from((False, False, False, True)))
    return judged(left, right, by=by, same=same, score=score, withdrawn=withdrawn)


def judged(left: Ref, right: Ref, **fields: str | float) -> Judgement:
    return Judgement.model_validate(
        {"kind": "statement", "left": left, "right": right, "reason": "", **{"score": 0.9, **fields}}
    )


def chain(nodes: Sequence[Ref]) -> list[Judgement]:
    return [judged(left, right) for left, right in pairwise(nodes)]


@given(st.lists(judgements(), max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_judgements_does_not_matter(given_: list[Judgement], dice: st.DataObject) -> None:
    shuffled = list(given_)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clusters(NODES, shuffled) == clusters(tuple(reversed(NODES)), given_)


@given(st.lists(judgements(), max_size=20))
def test_what_a_person_split_stays_apart_whatever_the_machine_chains(given_: list[Judgement]) -> None:
    found = clusters(NODES, given_)
    for one in given_:
        if one.by != "verbale" and not one.same and not one.withdrawn:
            assert found[one.left] != found[one.right]


@given(st.lists(judgements(), max_size=20))
def test_withdrawn_judgements_count_for_nothing(given_: list[Judgement]) -> None:
    assert clusters(NODES, given_) == clusters(NODES, [one for one in given_ if not one.withdrawn])


@given(st.lists(judgements(), max_size=20))
def test_each_cluster_is_known_by_its_first_entry(given_: list[Judgement]) -> None:
    found = clusters(NODES, given_)
    assert set(found) == set(NODES)
    assert all(found[first] == first <= node for node, first in found.items())


def test_a_chain_of_merges_is_one_cluster() -> None:
    assert set(clusters(NODES, chain(NODES)).values()) == {NODES[0]}


def test_a_split_breaks_the_chain_at_its_weakest_merge() -> None:
    one, two, three = NODES[:3]
    given_ = [judged(one, two, score=0.9), judged(two, three, score=0.6), judged(one, three, by="Ada Holm", same=False)]
    assert clusters(NODES[:3], given_) == {one: one, two: one, three: three}


def test_a_persons_merge_goes_before_the_machines() -> None:
    one, two, three = NODES[:3]
    given_ = [
        judged(one, two, score=1.0),
        judged(two, three, by="Ada Holm", score=1.0),
        judged(one, three, by="Ada Holm", same=False, score=1.0),
    ]
    assert clusters(NODES[:3], given_) == {one: one, two: two, three: two}


def test_judgements_of_other_entries_are_left_alone() -> None:
    assert clusters(NODES[:1], chain(NODES)) == {NODES[0]: NODES[0]}
