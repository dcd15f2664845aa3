"""A process whose children add articles to a dossier and are killed at moments that chance names.

It stands apart from the tests because a child of theirs would have their threads' locks. For each child it writes what
it had acknowledged, what the dossier then held, and what the database found damaged, as a JSON object a line.
"""

import json
import os
import random
import signal
import sys
import time

from tests.dossier.stores.articles import other
from verbale.dossier.dossier import Dossier

EACH = 1000
"""Numbers set aside for a child's articles."""
MOST = 5
"""A child is left alone for fewer articles than this, by chance none; then it lives for a moment more."""
LONGEST = 0.15
"""Seconds of that moment: in half of them a dossier is opened, or several articles added."""


def main(where: str, ends: int) -> None:
    """Begins and kills so many children, one after the other, on one dossier."""
    dice = random.Random(7)  # noqa: S311 no cryptography here
    for child in range(ends):
        said = _killed(where, 1 + EACH * child, dice.randrange(MOST), dice.uniform(0, LONGEST))
        with Dossier.open(where) as dossier:
            held = [int((one.outlet or "").removeprefix("Outlet ")) for one in dossier.articles()]
            whole = all(
                dossier.record(at).model_dump_json() == other(number).model_dump_json()
                for at, number in list(enumerate(held, 1))[-2:]
            )
            told = {"acknowledged": said, "held": held, "whole": whole, "faults": dossier.faults()}
        sys.stdout.write(json.dumps(told) + "\n")


def _killed(where: str, first: int, left: int, seconds: float) -> list[int]:
    """The articles that a child had acknowledged when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with Dossier.open(where) as dossier:
                for number in range(first, first + EACH):
                    dossier.add(other(number))
                    os.write(writing, f"{number}\n".encode())
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as lines:
        said = [lines.readline() for _ in range(left)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [int(line) for line in (*said, *lines) if line.endswith("\n")]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
