"""How every test is run."""

import pytest
from hypothesis import settings

from tests.talks import Reader
from verbale.lexicon import load_lexicon
from verbale.reading.page import Syntax
from verbale.reading.tools import load_syntax
from verbale.registry.registry import load_registry

# No deadline, since machines differ; no dice, so that a test which passed for one change passes for the next.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def syntax() -> Syntax:
    """spaCy's English pipeline as `Tools.load` prepares it, loaded once."""
    return load_syntax()


@pytest.fixture(scope="session")
def reader(syntax: Syntax) -> Reader:
    """What reads the papers, rounds and provisions of a text, loaded once."""
    return Reader(syntax, load_lexicon(), load_registry(None))
