"""Who there is in the world of negotiations: states, bodies, armed groups, cities, their names, and who held office.

`tools/build_registry.py` writes the two files that lie here; NOTICE names what they are made of.
"""

from verbale.registry.known import City, Known, Match
from verbale.registry.registry import Registry, load_registry, make_registry
from verbale.registry.terms import Term

__all__ = ["City", "Known", "Match", "Registry", "Term", "load_registry", "make_registry"]
