"""Where the text speaks of people, bodies, papers and places: names, descriptions, pronouns.

"Envoy Lena Hoxha met the army's chief; she left early" has the name *Lena Hoxha* with the title *Envoy*,
the description *the army's chief* and the pronoun *she*. Names are those of spaCy's recogniser, mended
where it is known to err (marks, titles, verbs and line breaks inside a name), and those of the registry.
Whoever only made the article ("Reporting by …") is not in it.
"""

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.mentions.joint import find_joint
from verbale.reading.mentions.layout import Layout, look_at
from verbale.reading.mentions.names import find_names
from verbale.reading.mentions.nominals import find_nominals
from verbale.reading.mentions.pronouns import find_pronouns
from verbale.reading.page import Page
from verbale.registry import Registry

__all__ = ["Layout", "find_mentions"]


def find_mentions(page: Page, registry: Registry, people: People) -> tuple[Found, ...]:
    """The page's mentions in the order of the text; where one begins inside another, the larger first."""
    layout = look_at(page, people)
    names = find_names(page, registry, people, layout)
    taken = _tokens_of(page, names)
    nominals = find_nominals(page, people, layout, taken)
    pronouns = find_pronouns(page, people, layout)
    joint = find_joint(page, names)
    return tuple(sorted((*names, *nominals, *pronouns, *joint), key=lambda found: (found.span.start, -found.span.end)))


def _tokens_of(page: Page, names: tuple[Found, ...]) -> frozenset[int]:
    """The tokens that belong to a name or its title."""
    spans = [span for found in names for span in (found.span, found.title) if span is not None]
    return frozenset(token.index for span in spans for token in page.tokens_in(span))
