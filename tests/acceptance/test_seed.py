"""The article that the product starts from, held against what a careful reader finds in it.

The article and the list of what must be found stand beside the checkout, and are skipped elsewhere.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from verbale import read

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
ACCEPTANCE = SHARED / "acceptance" / "seed.py"
PARTS = ["statements", "names"]  # and, as they are reached: times, events, negotiation


@pytest.mark.skipif(not ACCEPTANCE.exists(), reason="the seed is not beside this checkout")
@pytest.mark.parametrize("part", PARTS)
def test_every_row_of_the_seed_is_found(part: str) -> None:
    seed = next((SHARED / "seeds").iterdir())
    run = subprocess.run(
        [sys.executable, str(ACCEPTANCE), part],
        input=read(seed).model_dump_json(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
