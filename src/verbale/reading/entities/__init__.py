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
from verbale.reading.entities.pronouns import is_linked, is_relative, link_pronoun, link_relative
from verbale.reading.page import Page
from verbale.reading.scores import States
from verbale.record import Entity
from verbale.registry import Registry

__all__ = ["begin", "find_entities", "link"]


def find_entities(
    page: Page, mentions: Sequence[Found], registry: Registry, people: People, states: States | None = None
) -> tuple[Entity, ...]:
    """The entities of the page, with ids `e1`, `e2`, … in the order of their first mentions.

    `states`: what the encoder made of the page; without them pronouns go by the signs of grammar alone.
    """
    cast = begin(page, mentions, registry, people, states or States())
    for index in range(len(mentions)):
        if index not in cast.home:
            link(cast, index)
    return make_entities(cast)


def begin(page: Page, mentions: Sequence[Found], registry: Registry, people: People, states: States) -> Cast:
    """The parties that go by a name, and what stands in apposition to them."""
    cast = Cast(page, registry, people, mentions, states)
    group_names(cast)
    link_appositions(cast)
    link_beside(cast)
    return cast


def link(cast: Cast, index: int) -> None:
    """Give a mention its party where that is told, knowing those of the mentions before."""
    found = cast.mentions[index]
    if index in cast.open:
        link_bare(cast, index)
    elif found.form == "nominal":
        link_description(cast, index)
    elif found.form == "pronoun":
        if is_relative(cast, index):
            link_relative(cast, index)
        elif is_linked(cast, index):
            link_pronoun(cast, index)
