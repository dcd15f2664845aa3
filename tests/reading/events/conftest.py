"""What the tests of events share."""

import pytest

from verbale.registry.registry import Registry, load_registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The registry that the package ships, loaded once."""
    return load_registry()
