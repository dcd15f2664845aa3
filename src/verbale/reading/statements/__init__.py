"""Statements: attributions with all that the record says of them, in the order of the text.

Whether a statement is direct, indirect or mixed follows from its words between quotation marks, as in
PolNeAR (Newell et al. 2018); what it does (demands, offers, warns, …) from its cue and, where the cue is
neutral, from its words. One that is reported inside another points to it by `within`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.lexicon.speech import Speech
from verbale.reading.drafts import Attribution, Quotation, Speaking
from verbale.reading.page import Page
from verbale.reading.statements.acts import act_of
from verbale.reading.statements.forms import Marks
from verbale.reading.statements.nesting import parents
from verbale.reading.statements.venues import venue_of
from verbale.record import Statement, Time

Told = tuple[Attribution, Speaking, Time | None]
"""An attribution, whose it is and when it was said."""


def make_statements(
    page: Page, told: Sequence[Told], quotes: Sequence[Quotation], speech: Speech
) -> tuple[Statement, ...]:
    """One statement an attribution; ids `s1`, `s2`, … in the order in which the text first shows them."""
    ordered = sorted(told, key=lambda one: _place(one[0]))
    writer = _Writer(page, Marks(page, quotes), speech)
    outer = parents([attribution for attribution, _, _ in ordered])
    return tuple(writer.write(number, one, outer[number]) for number, one in enumerate(ordered))


def _place(attribution: Attribution) -> tuple[int, int, int]:
    """Where the text first shows it; of two in one place the longer content first."""
    spans = (*attribution.content, *attribution.source, *attribution.cue)
    return min(span.start for span in spans), attribution.content[0].start, -attribution.content[-1].end


@dataclass(frozen=True)
class _Writer:
    """Writes entries; holds what all of them need."""

    page: Page
    marks: Marks
    speech: Speech

    def write(self, number: int, told: Told, parent: int | None) -> Statement:
        """The entry of an attribution; numbers count from 0."""
        attribution, speaking, time = told
        verbatim = "transcript" in attribution.flags or self.marks.is_block(attribution.content, attribution.cue)
        form = "direct" if verbatim else self.marks.form(attribution.content)
        act = act_of(self.page, attribution, form == "direct", self.speech)
        return Statement(
            id=f"s{number + 1}",
            evidence=self.page.sentences_of(*attribution.content, *attribution.source, *attribution.cue),
            confidence=attribution.confidence,
            form=form,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            speaker=speaking.speaker,
            speaker_status=speaking.status,
            candidates=speaking.candidates,
            addressee=speaking.addressee,
            venue=venue_of(self.page, attribution, self.speech),
            time=time.id if time else None,
            date=time.value if time else None,
            within=None if parent is None else f"s{parent + 1}",
            kind=act.kind,
            denied=act.denied,
            flags=tuple(dict.fromkeys((*attribution.flags, *act.flags))),
        )
