"""Direct, indirect or mixed, by quotation marks alone: of the annotators' statements and everybody's answers.

Only double marks count: a single one may be an apostrophe, and inside a quotation it changes nothing. A
quotation ends with its paragraph, so that a mark that is never closed costs a paragraph and not the rest.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.agreement import Comparison, Counts, Spoken, Tokenized, Tokens, total
from verbale.spans import Span

FORMS = ("direct", "indirect", "mixed")

_QUOTATION = re.compile(r'[“„«][^”»\n]*[”»\n]?|"[^"\n]*["\n]?')


def quoted(text: str) -> tuple[Span, ...]:
    """The stretches between double quotation marks, marks included."""
    return tuple(Span(*found.span()) for found in _QUOTATION.finditer(text))


def form(words: Tokens, in_quotation: Tokens) -> str:
    """The form of a content with these words: all, none or some of them stand in a quotation."""
    inside = words & in_quotation
    if not inside:
        return "indirect"
    return "direct" if inside == words else "mixed"


def form_of(tokens: Tokenized, text: str) -> Callable[[Spoken], str]:
    """Tells the form of any statement of the text; of one without a content, an empty string."""
    in_quotation = tokens.under(quoted(text))

    def tell(statement: Spoken) -> str:
        content = tokens.under(statement.content)
        return form(content & tokens.words, in_quotation) if content else ""

    return tell


def loose_by_form(text: str, comparison: Comparison) -> dict[str, Counts]:
    """The loose measure, a form at a time. A matched statement counts under the form of the annotators'."""
    tell = form_of(comparison.tokens, text)
    partner = dict(comparison.loose_pairs())
    gold = [tell(one) for one in comparison.gold]
    found = [gold[partner[at]] if at in partner else tell(one) for at, one in enumerate(comparison.found)]
    right = Counter(gold[other] for other in partner.values())
    return {name: Counts(right[name], found.count(name), gold.count(name)) for name in FORMS}


def by_form(rows: Sequence[dict[str, Counts]]) -> dict[str, Counts]:
    """Of all texts together."""
    return {name: total(row[name] for row in rows) for name in FORMS}
