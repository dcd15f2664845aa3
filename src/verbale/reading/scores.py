"""What the encoder says of a page: attributions and time expressions, from one pass over its windows."""

from dataclasses import dataclass

from verbale.reading.drafts import Attribution, FoundTime


@dataclass(frozen=True)
class Scores:
    """The encoder's proposals for one page, in the order of the text; the stages decide what they make of them."""

    attributions: tuple[Attribution, ...] = ()
    times: tuple[FoundTime, ...] = ()
