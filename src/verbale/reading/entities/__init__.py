"""Who is who: the mentions that mean one party become one entity.

"Envoy Lena Hoxha … the envoy … she" is one entity; "Moscow", "the Kremlin" and "the Russian Federation" are
one where they mean the state. A mention that may mean two is given to neither. Rules after Lee et al. 2013
(Computational Linguistics 39, the multi-pass sieve): sure links first, each later one sees what they told.
"""

from collections.abc import Sequence

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.entities.beside import link_beside
from verbale.reading.entities.build import make_entities
from verbale.reading.entities.cast import Cast
from verbale.reading.entities.descriptions import link_appositions, link_description
from verbale.reading.entities.names import group_names, link_bare
from verbale.reading.entities.pronouns import link_pronoun, link_relative
from verbale.reading.page import Page
from verbale.record import Entity
from verbale.registry import Registry

__all__ = ["find_entities"]


def find_entities(page: Page, mentions: Sequence[Found], registry: Registry, people: People) -> tuple[Entity, ...]:
    """The entities of the page, with ids `e1`, `e2`, … in the order of their first mentions."""
    cast = Cast(page, registry, people, mentions)
    group_names(cast)
    link_appositions(cast)
    link_beside(cast)
    for index, found in enumerate(mentions):
        if index not in cast.home:
            _link(cast, index, found)
    return make_entities(cast)


def _link(cast: Cast, index: int, found: Found) -> None:
    if index in cast.open:
        link_bare(cast, index)
    elif found.form == "nominal":
        link_description(cast, index)
    elif found.form == "pronoun":
        pronoun = cast.people.pronoun(found.role)
        if pronoun is not None and pronoun.relative:
            link_relative(cast, index)
        elif pronoun is not None and pronoun.person == 3:
            link_pronoun(cast, index)
