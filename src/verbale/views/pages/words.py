"""How a page words what the record has as ids, offsets and values: names, days, likelihoods."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from verbale.record import Entity, Office, Record
from verbale.spans import Span
from verbale.timex import place

EDGES = " ,;:–—-"
"""What a cut leaves hanging at the end of a line."""


def one_line(text: str) -> str:
    """The text with a blank for every stretch of white space."""
    return " ".join(text.split())


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of the spans on one line; parts are joined by an ellipsis."""
    return " … ".join(one_line(span.of(text)) for span in spans)


def is_named(entity: Entity) -> bool:
    """Whether the article calls it by a name anywhere."""
    return any(mention.form == "name" for mention in entity.mentions)


@dataclass(frozen=True)
class Cast:
    """Everybody and everything that the article speaks of, to be asked for their names."""

    entities: Mapping[str, Entity]
    text: str
    """The article's."""

    @classmethod
    def of(cls, record: Record) -> "Cast":
        """The record's entities."""
        return cls({entity.id: entity for entity in record.entities}, record.article.text)

    def name(self, reference: str | None) -> str | None:
        """The name of the entity with that id, or the words themselves where they are no id."""
        if reference is None:
            return None
        entity = self.entities.get(reference)
        return one_line(entity.name if entity else reference)

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of the entities with these ids, each once."""
        return tuple(dict.fromkeys(one_line(self.entities[one].name) for one in ids if one in self.entities))

    def is_party(self, reference: str | None) -> bool:
        """Whether it is a state, a body or a group that the article names; of several together each is one."""
        entity = self.entities.get(reference or "")
        if entity is None or entity.members:
            return False
        return entity.kind in ("state", "organisation", "group") and is_named(entity)

    def party(self, reference: str) -> str:
        """The id of the party that somebody stands for: the last of those whom they and theirs represent.

        Their own id, where they stand for nobody whom the article names.
        """
        party, seen = reference, {reference}
        following = self._stands_for(reference)
        while following and self.is_party(following) and following not in seen:
            party = following
            seen.add(party)
            following = self._stands_for(party)
        return party

    def _stands_for(self, reference: str) -> str | None:
        """Whom the entity represents, or else the body that it holds an office of."""
        entity = self.entities.get(reference)
        if entity is None:
            return None
        return entity.represents or next((office.organisation for office in entity.offices), None)

    def office(self, office: Office, *, reason: bool = True) -> str:
        """The title and whose it is; where it is doubtful, it says so, with the reason if that is wanted."""
        organisation = self.name(office.organisation)
        words = one_line(office.title)
        if organisation and organisation.casefold() not in words.casefold():
            words = f"{words}, {organisation}"
        if office.doubt is None:
            return words
        return f"{words} (doubtful{f': {one_line(office.doubt.reason)}' if reason else ''})"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date) -> str:
    """The day as people write it: `18 January 2022`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """The month of a day: `January 2022`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def when(value: str | None) -> str | None:
    """A TIMEX3 value as people write it, no more exact than it is; one that nobody says otherwise stays as it is."""
    at = place(value) if value else None
    if at is None:
        return value
    match at.precision:
        case "day" | "hour" | "minute":
            return day_words(at.first)
        case "week":
            return f"the week of {day_words(at.first)}"
        case "month":
            return month_words(at.first)
        case _:
            return value


# The seven steps of the analytic standards of the US intelligence community (ICD 203, 2015, D.6.e.2.a),
# whose bounds are meant for readers who decide on them; the two lowest are one here.
LIKELY = 0.55
_STEPS = (
    (0.95, "almost certainly right"),
    (0.80, "very likely right"),
    (LIKELY, "likely right"),
    (0.45, "as likely right as wrong"),
    (0.20, "more likely wrong than right"),
)


def likelihood(confidence: float) -> str:
    """How likely an entry is right, in words."""
    return next((words for least, words in _STEPS if confidence >= least), "very likely wrong")


def doubt(confidence: float) -> str | None:
    """The likelihood in words of an entry that is not even likely to be right."""
    return None if confidence >= LIKELY else likelihood(confidence)
