"""The labels of the encoder's heads: BIO tags over kinds of span, and which tag may follow which."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
"""The parts of an attribution (PolNeAR: Newell, Margolin & Ruths 2018)."""

TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
"""The types of a TIMEX3 (TimeML 1.2.1)."""


@dataclass(frozen=True)
class Tagset:
    """BIO tags over kinds of span: tag 0 is O; kind k has B at 2k + 1 and I at 2k + 2."""

    kinds: tuple[str, ...]

    def __len__(self) -> int:
        return 2 * len(self.kinds) + 1

    def begin(self, kind: str) -> int:
        """The tag of the first unit of a span of that kind."""
        return 2 * self.kinds.index(kind) + 1

    def inside(self, kind: str) -> int:
        """The tag of every later unit of a span of that kind."""
        return self.begin(kind) + 1

    @cached_property
    def allowed(self) -> NDArray[np.bool_]:
        """*Shape:* (tags, tags). Whether the second may follow the first: I only after B or I of its kind."""
        may = np.ones((len(self), len(self)), dtype=bool)
        for kind in self.kinds:
            inside = self.inside(kind)
            may[:, inside] = False
            may[[self.begin(kind), inside], inside] = True
        return may

    @cached_property
    def may_start(self) -> NDArray[np.bool_]:
        """*Shape:* (tags,). Whether a text may start with the tag: every one but I."""
        start = np.ones(len(self), dtype=bool)
        start[[self.inside(kind) for kind in self.kinds]] = False
        return start


ROLE_TAGS = Tagset(ROLES)
TIME_TAGS = Tagset(TIME_TYPES)
