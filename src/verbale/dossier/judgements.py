"""What is one follows from the judgements: clusters of entries, a person's word above the machine's.

Judgements are a ledger, as in nomenklatura's resolver: nothing is overwritten, and a merge is taken back by withdrawing
its judgement.
"""

from collections.abc import Iterable, Mapping

from verbale.dossier.answers import MACHINE, Judgement, Ref


def clusters(nodes: Iterable[Ref], judgements: Iterable[Judgement]) -> Mapping[Ref, Ref]:
    """The first of its cluster for every node.

    People's merges come first, then the machine's, the surest first. What a person has said not to be the same stays
    apart, however long the machine's chain between the two; where people contradict one another, apart as well. The
    order in which judgements are given doesn't matter, withdrawn ones don't count, nor do those of other nodes.
    """
    joined = _Joined(nodes)
    counting = [one for one in judgements if not one.withdrawn and one.left in joined and one.right in joined]
    for one in counting:
        if not one.same and one.by != MACHINE:
            joined.keep_apart(one.left, one.right)
    for one in sorted((one for one in counting if one.same), key=_standing):
        joined.join(one.left, one.right)
    return joined.firsts()


def _standing(judgement: Judgement) -> tuple[bool, float, Ref, Ref]:
    """People first, then the surest; the rest only so that the order is one."""
    ends = sorted((judgement.left, judgement.right))
    return judgement.by == MACHINE, -judgement.score, ends[0], ends[1]


class _Joined:
    """Disjoint sets that know which others they must never be joined with."""

    def __init__(self, nodes: Iterable[Ref]) -> None:
        self._of = {node: {node} for node in nodes}
        self._apart: dict[Ref, set[Ref]] = {}

    def __contains__(self, node: Ref) -> bool:
        return node in self._of

    def keep_apart(self, left: Ref, right: Ref) -> None:
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def join(self, left: Ref, right: Ref) -> None:
        one, other = self._of[left], self._of[right]
        if one is other or any(not other.isdisjoint(self._apart.get(node, ())) for node in one):
            return
        if len(one) < len(other):
            one, other = other, one
        one |= other
        for node in other:
            self._of[node] = one

    def firsts(self) -> dict[Ref, Ref]:
        least = {id(members): min(members) for members in self._of.values()}
        return {node: least[id(members)] for node, members in self._of.items()}
