"""How every test is run."""

import pytest
from hypothesis import settings

from verbale.reading.page import Syntax
from verbale.reading.tools import load_syntax

# No deadline, since machines differ; no dice, so that a test which passed for one change passes for the next.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def syntax() -> Syntax:
    """spaCy's English pipeline as `Tools.load` prepares it, loaded once."""
    return load_syntax()
