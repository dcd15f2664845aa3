"""Who speaks about whom: parties on a circle, and from each a wedge that points to whom its statements name."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt

from verbale.views.pages.dossiers.citing import number_words
from verbale.views.pages.dossiers.network import Edge, Network, Node
from verbale.views.pictures.canvas import GREY, MARGIN, PAPER, Mark, Picture, Wedge, Words, wrapped

_WIDTH = 860
_RADIUS = 210
_CENTRE = (_WIDTH / 2, 300)
_HEIGHT = 590
_STEPS = 24
_INWARDS = 0.6
"""How far a curve bends towards the middle, past those who stand between."""
_APART = 0.1
"""How far it bends to its right, of its length."""
_COUNTED = 0.42
"""Where on its way a figure stands."""
_COLOURS = ("#1d3f72", "#b8521b", "#2b7a78", "#7a3b8f", "#7a5c00", "#a11d33", "#2f7d32", "#4a5568")


def draw_network(network: Network, source: str) -> Picture:
    """The wedge's thick end is at who speaks; the colour is the speaker's, the breadth how many statements."""
    places = _places(network)
    left_out = f" Not shown: {number_words(network.left_out)} more parties." if network.left_out else ""
    return Picture(
        title="Who speaks about whom",
        source=f"{source}{left_out}",
        alt=_alt(network),
        width=_WIDTH,
        height=_HEIGHT,
        wedges=tuple(_wedge(edge, network, places) for edge in network.edges),
        marks=tuple(_marks(network, places)),
        words=(*_legend(network), *_names(network, places), *_counts(network, places)),
    )


def _colour(node: int) -> str:
    return _COLOURS[node % len(_COLOURS)]


def _size(node: Node) -> float:
    """The radius: the area grows with the statements."""
    return min(7 + 2.6 * sqrt(node.said), 24)


def _places(network: Network) -> list[tuple[float, float]]:
    order = _order(len(network.nodes), network.edges)
    turn = {node: 2 * pi * at / len(order) - pi / 2 for at, node in enumerate(order)}
    x, y = _CENTRE
    return [(x + _RADIUS * 1.25 * cos(turn[one]), y + _RADIUS * sin(turn[one])) for one in range(len(order))]


def _order(nodes: int, edges: Sequence[Edge]) -> list[int]:
    """An order around the circle in which those who speak about one another are near: swaps, as long as they help."""
    order = list(range(nodes))
    best = _length(order, edges)
    improved = True
    while improved:
        improved = False
        for left, right in combinations(range(nodes), 2):
            order[left], order[right] = order[right], order[left]
            length = _length(order, edges)
            if length < best:
                best, improved = length, True
            else:
                order[left], order[right] = order[right], order[left]
    return order


def _length(order: Sequence[int], edges: Sequence[Edge]) -> int:
    at = {node: place for place, node in enumerate(order)}
    apart = ((abs(at[one.speaker] - at[one.other]), one.count) for one in edges)
    return sum(min(steps, len(order) - steps) * count for steps, count in apart)


def _wedge(edge: Edge, network: Network, places: Sequence[tuple[float, float]]) -> Wedge:
    points = [_along(places[edge.speaker], places[edge.other], step / _STEPS) for step in range(_STEPS + 1)]
    ends = places[edge.other]
    rim = _size(network.nodes[edge.other]) + 3
    shown = [one for one in points if hypot(one[0] - ends[0], one[1] - ends[1]) > rim]
    thick = min(3.0 + 3 * edge.count, 21)
    last = max(1, len(shown) - 1)
    tapered = [(x, y, thick + (1.2 - thick) * at / last) for at, (x, y) in enumerate(shown)]
    return Wedge(tapered, _colour(edge.speaker))


def _along(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    """A point of a quadratic curve; two of opposite ways each keep to their right."""
    (x1, y1), (x2, y2) = start, end
    inwards_x, inwards_y = _CENTRE[0] - (x1 + x2) / 2, _CENTRE[1] - (y1 + y2) / 2
    middle = (
        (x1 + x2) / 2 + _INWARDS * inwards_x - _APART * (y2 - y1),
        (y1 + y2) / 2 + _INWARDS * inwards_y + _APART * (x2 - x1),
    )
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * x1 + b * middle[0] + c * x2, a * y1 + b * middle[1] + c * y2


def _marks(network: Network, places: Sequence[tuple[float, float]]) -> Iterator[Mark]:
    for edge in network.edges:
        if edge.count > 1:
            x, y = _along(places[edge.speaker], places[edge.other], _COUNTED)
            yield Mark(x, y, 260, "circle", _colour(edge.speaker), hollow=True)
    for at, ((x, y), node) in enumerate(zip(places, network.nodes, strict=True)):
        yield Mark(x, y, pi * _size(node) ** 2, "circle", _colour(at))


def _names(network: Network, places: Sequence[tuple[float, float]]) -> Iterator[Words]:
    for (x, y), node in zip(places, network.nodes, strict=True):
        label = wrapped(node.name, 20)
        lines, away = label.count("\n"), _size(node) + 8
        side = (x - _CENTRE[0]) / _RADIUS
        if abs(side) < 0.3:
            above = y < _CENTRE[1]
            first = y - away - 6 - 15 * lines if above else y + away + 6
            yield Words(x, first, label, bold=True, align="center")
        else:
            yield Words(
                x + (away if side > 0 else -away), y - 7.5 * lines, label, bold=True,
                align="left" if side > 0 else "right",
            )  # fmt: skip


def _counts(network: Network, places: Sequence[tuple[float, float]]) -> Iterator[Words]:
    for (x, y), node in zip(places, network.nodes, strict=True):
        if node.said:
            yield Words(x, y + 0.5, str(node.said), size=10, colour=PAPER, align="center", bold=True)
    for edge in network.edges:
        if edge.count > 1:
            x, y = _along(places[edge.speaker], places[edge.other], _COUNTED)
            yield Words(x, y, str(edge.count), size=11, align="center", bold=True)


def _legend(network: Network) -> Iterator[Words]:
    words = "A wedge leads from who speaks to whom it is about or said to; figures count statements"
    yield Words(MARGIN, 6, words if network.nodes else "No statement names another party.", size=11, colour=GREY)


def _alt(network: Network) -> str:
    names = [one.name for one in network.nodes]
    told = (
        f"{names[one.speaker]} about {names[one.other]}: {number_words(one.count)}"
        for one in sorted(network.edges, key=lambda one: -one.count)
    )
    return "; ".join(told) or "No statement names another party."
