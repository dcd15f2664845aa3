"""The CRF's loss against every sequence there is, and the links' choices."""

from itertools import pairwise, product

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tests.training.articles import INVENTORY, TOKENIZER, encoder, labelled, roles, times
from training.evaluate import weights_of
from training.examples import Piece, batch, cut_windows, example
from training.losses import Choice, at_heads, choices_of, link_logits, link_loss, loss_of, tag_loss
from training.model import Chain
from verbale.encoding.labels import Tagset
from verbale.encoding.links import LINK_SIZE, SIDES, link_scores

TAGS = Tagset(("a", "b"))
CERTAIN = 30.0


def chain(seed: int = 0) -> Chain:
    torch.manual_seed(seed)
    small = Chain(TAGS)
    small.transitions.data.normal_()
    return small


def log_likelihood(small: Chain, emissions: Tensor, tags: list[int]) -> Tensor:
    """Of one sequence among all that the grammar of the tags allows, counted out one by one."""

    def score(path: tuple[int, ...]) -> Tensor:
        steps = [small.transitions[pair] for pair in pairwise(path)]
        return torch.stack([emissions[unit, tag] for unit, tag in enumerate(path)] + steps).sum()

    allowed = [
        path
        for path in product(range(len(TAGS)), repeat=len(emissions))
        if all(TAGS.allowed[pair] for pair in pairwise(path))
    ]
    return score(tuple(tags)) - torch.logsumexp(torch.stack([score(path) for path in allowed]), dim=0)


@pytest.mark.parametrize("tags", [[0, 0, 0, 0], [1, 2, 2, 0], [3, 1, 2, 3], [2, 2, 0, 3]])
def test_the_chain_s_loss_is_that_of_all_sequences_counted(tags: list[int]) -> None:
    small, emissions = chain(), torch.randn(1, 4, len(TAGS))

    loss = small.loss(emissions, torch.tensor([tags]), torch.ones(1, 4))

    assert loss.item() == pytest.approx(-log_likelihood(small, emissions[0], tags).item() / 4, abs=1e-5)


def test_padding_has_no_part_in_the_chain_s_loss() -> None:
    small, emissions = chain(), torch.randn(2, 4, len(TAGS))
    tags, mask = torch.tensor([[1, 2, 0, 3], [3, 4, 0, 0]]), torch.tensor([[1.0] * 4, [1.0, 1.0, 0.0, 0.0]])

    loss = small.loss(emissions, tags, mask)

    whole = log_likelihood(small, emissions[0], [1, 2, 0, 3]) + log_likelihood(small, emissions[1][:2], [3, 4])
    assert loss.item() == pytest.approx(-whole.item() / 6, abs=1e-5)


def test_a_sequence_that_is_certain_has_no_loss() -> None:
    small, tags = chain(), torch.tensor([[1, 2, 0, 3]])
    emissions = CERTAIN * functional.one_hot(tags, len(TAGS)).float()

    assert small.loss(emissions, tags, torch.ones(1, 4)).item() == pytest.approx(0, abs=1e-5)


def test_tags_are_learnt_in_the_chain_and_alone() -> None:
    one = batch((window_of(0, 4),))
    small = encoder()
    emissions = torch.randn(1, 4, len(small.role_chain.transitions))

    alone = functional.cross_entropy(emissions[0], one.tags[0])
    together = small.role_chain.loss(emissions, one.tags, one.unit_mask)
    assert tag_loss(small.role_chain, emissions, one).item() == pytest.approx((alone + together).item())


def test_scores_are_taken_at_the_first_piece_of_each_unit() -> None:
    scores = torch.arange(10).reshape(2, 5)

    assert at_heads(scores, torch.tensor([[1, 3], [4, 0]])).tolist() == [[1, 3], [9, 5]]


def window_of(first: int, last: int) -> Piece:
    """Some units of the article: source 0-1, cue 2, content 3-7; content 13-18, source 19, cue 20."""
    return Piece(example(roles(), TOKENIZER, INVENTORY), first, last)


def choices(window: Piece) -> dict[int, list[tuple[tuple[int, int], tuple[int, int] | str | None]]]:
    """What each span chooses, by link: the ends of the one it should choose, `none`, or None for unknown."""
    out = {}
    for choice in choices_of(window):
        others = [tuple(ends) for ends in choice.other_ends.tolist()]
        answers = {len(others): "none", -100: None, **dict(enumerate(others))}
        chosen = zip(choice.ends.tolist(), choice.right.tolist(), strict=True)
        out[choice.link] = sorted((tuple(ends), answers[right]) for ends, right in chosen)
    return out


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 22, {0: [((3, 7), (2, 2)), ((13, 18), (20, 20))], 1: [((2, 2), (0, 1)), ((20, 20), (19, 19))]}),
        (0, 19, {0: [((3, 7), (2, 2)), ((13, 18), None)], 1: [((2, 2), (0, 1))]}),
        (1, 9, {0: [((2, 6), (1, 1))]}),
        (2, 21, {0: [((1, 5), (0, 0)), ((11, 16), (18, 18))], 1: [((0, 0), None), ((18, 18), (17, 17))]}),
        (3, 8, {}),
        (8, 12, {}),
    ],
    ids=["whole", "the second cue outside", "the source cut", "the first source outside", "alone", "none"],
)
def test_spans_choose_among_those_in_their_window(
    first: int, last: int, expected: dict[int, list[tuple[tuple[int, int], tuple[int, int] | None]]]
) -> None:
    assert choices(window_of(first, last)) == expected


def test_a_cue_that_has_no_source_chooses_none() -> None:
    one = labelled(
        "said talks, the envoy", ("cue", "said"), ("content", "talks"), ("source", "the envoy"), links=((1, 0),)
    )
    window = next(cut_windows(example(one, TOKENIZER, INVENTORY), None))

    assert choices(window)[1] == [((0, 0), "none")]


def test_a_cue_may_choose_none_where_there_is_no_source_at_all() -> None:
    one = labelled("said talks", ("cue", "said"), ("content", "talks"), links=((1, 0),))
    window = next(cut_windows(example(one, TOKENIZER, INVENTORY), None))

    assert choices(window) == {0: [((1, 1), (0, 0))], 1: [((0, 0), "none")]}


@pytest.mark.parametrize("link", [0, 1])
def test_links_score_in_training_as_they_do_in_the_package(link: int) -> None:
    small, vectors = encoder(), torch.randn(30, SIDES, LINK_SIZE)
    ends, others = np.array([[0, 3], [9, 9], [20, 29]]), np.array([[4, 5], [8, 8]])

    ours = link_logits(small, vectors, Choice(link, ends, others, np.zeros(3, np.int64)))

    theirs = link_scores(vectors.numpy(), ends, others, link, weights_of(small).links)
    assert ours.detach().numpy() == pytest.approx(theirs, abs=1e-5)


def test_the_links_loss_is_the_mean_over_all_that_choose() -> None:
    small, one = encoder(), batch((window_of(0, 22), window_of(0, 19)))
    outputs = small(one.ids, one.shapes, one.mask)
    vectors, sourceless = at_heads(outputs.links, one.heads), at_heads(outputs.sourceless, one.heads)

    losses = []
    for row, window in enumerate(one.windows):
        for choice in choices_of(window):
            scores = link_logits(small, vectors[row], choice)
            if choice.link == 1:
                scores = torch.cat([scores, sourceless[row][choice.ends[:, :1]]], dim=1)
            for chances, right in zip(scores.log_softmax(1), choice.right.tolist(), strict=True):
                losses += [-chances[right]] if right >= 0 else []

    assert len(losses) == 6
    assert link_loss(small, outputs, one).item() == pytest.approx(torch.stack(losses).mean().item(), rel=1e-4)


def test_a_batch_without_links_has_no_link_loss_but_can_be_learnt_from() -> None:
    small, one = encoder(), batch((window_of(8, 12),))
    loss = link_loss(small, small(one.ids, one.shapes, one.mask), one)
    loss.backward()

    assert loss.item() == 0


@pytest.mark.parametrize(
    ("labelled_", "learns"),
    [(roles(), {"roles", "role_chain", "links", "sourceless"}), (times(), {"times", "time_chain"})],
    ids=["roles", "times"],
)
def test_a_task_teaches_its_own_heads_and_the_body(labelled_: object, learns: set[str]) -> None:
    small = encoder()
    one = batch((next(cut_windows(example(labelled_, TOKENIZER, INVENTORY), None)),))

    loss_of(small, one, 0.3).backward()

    taught = {
        name.split(".")[0] for name, weight in small.named_parameters() if weight.grad is not None and weight.grad.any()
    }
    heads = {"roles", "role_chain", "links", "sourceless", "times", "time_chain"}
    assert taught & heads == learns
    assert {"layers", "shapes", "positions"} <= taught


def test_the_links_weigh_as_much_as_they_are_told() -> None:
    small, one = encoder(), batch((window_of(0, 22),))

    none, half, whole = (loss_of(small, one, weight).item() for weight in (0.0, 0.5, 1.0))

    assert whole - none == pytest.approx(2 * (half - none), rel=1e-3)
    assert whole > none


def test_a_window_is_read_alike_beside_a_longer_one() -> None:
    small, short = encoder(), window_of(0, 10)
    alone, padded = (batch(windows) for windows in ((short,), (short, window_of(0, 22))))

    apart, together = (small(one.ids, one.shapes, one.mask).roles[0] for one in (alone, padded))

    assert torch.allclose(apart, together[: len(apart)], atol=1e-4)
