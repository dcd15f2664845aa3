"""Who there is in the world of negotiations: states, their parts, organisations, and all their names.

A first, small registry; every row says where it comes from. `tools/build_registry.py` writes it.
"""

from verbale.registry.registry import Known, Match, Registry, load_registry

__all__ = ["Known", "Match", "Registry", "load_registry"]
