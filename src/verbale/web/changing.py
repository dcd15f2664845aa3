"""What programs send to change something: a judgement or a correction, as it is before the dossier has numbered it."""

import json
import re
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator, model_validator

from verbale.dossier.answers import MACHINE, MODELS, Correction, Judgement, Kind, Matched, Ref
from verbale.dossier.dossier import Dossier
from verbale.errors import OptionError
from verbale.record import Entry
from verbale.web.answering import LARGEST

_ID = re.compile(r"[a-z][0-9]{1,9}")


def _person(by: str) -> str:
    by = " ".join(by.split())
    if not by or by == MACHINE:
        raise ValueError("a person's name is needed")
    return by


class Sent(BaseModel):
    """What a program sends."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class NewJudgement(Sent):
    """That two entries, or two articles, are the same thing or are not."""

    kind: Matched
    left: Ref
    right: Ref
    same: bool = True
    reason: str = Field(default="", max_length=2000)
    by: str = Field(max_length=200)
    """Whose judgement it is."""

    _by = field_validator("by")(_person)

    @model_validator(mode="after")
    def _are_two(self) -> "NewJudgement":
        if self.left == self.right:
            raise ValueError("two different ones are needed")
        if not all(1 <= one.article <= LARGEST for one in (self.left, self.right)):
            raise ValueError("there is no such article")
        return self

    def judgement(self) -> Judgement:
        """As the dossier keeps it."""
        left, right = sorted((self.left, self.right))
        return Judgement(
            kind=self.kind, left=left, right=right, same=self.same, score=1.0, reason=self.reason, by=self.by
        )


class NewCorrection(Sent):
    """What is wrong in the record of an article, or is missing in it."""

    article: int = Field(ge=1, le=LARGEST)
    kind: Kind
    entry: str = Field(pattern=f"^{_ID.pattern}$")
    """The id of the entry; of one that is added, the id that it gets."""
    action: Literal["change", "reject", "accept", "add"]
    field: str | None = Field(default=None, max_length=32)
    """Which field is changed."""
    value: JsonValue = None
    """Its new value, or the whole added entry."""
    why: str = Field(default="", max_length=2000)
    by: str = Field(max_length=200)
    """Whose correction it is."""

    _by = field_validator("by")(_person)

    def correction(self, dossier: Dossier, at: datetime) -> Correction:
        """As the dossier keeps it. Raises `OptionError` where there is no such article or entry."""
        if self.action == "change" and self.field is None:
            raise OptionError("it isn't told which field", where=self.entry)
        changes = self.action in ("change", "add")
        return Correction(
            fingerprint=dossier.record(self.article).article.fingerprint,
            kind=self.kind,
            entry=self.entry,
            action=self.action,
            field=self.field if self.action == "change" else None,
            value=json.dumps(self.value) if changes else None,
            words=self._added(dossier) if self.action == "add" else self._words(dossier),
            why=self.why,
            by=self.by,
            at=at,
        )

    def _words(self, dossier: Dossier) -> str:
        """The words of the machine's entry: those that an earlier correction of it was kept with, else its own."""
        kept = (one for one in dossier.corrections(self.article) if (one.kind, one.entry) == (self.kind, self.entry))
        earlier = next(kept, None)
        if earlier is not None:
            return earlier.words
        for report in dossier.of_article(self.article):
            if report.ref.entry == self.entry and isinstance(report.entry, MODELS[self.kind]):
                return report.words
        raise OptionError(f"there is no such {self.kind}", where=f"{self.article}/{self.entry}")

    def _added(self, dossier: Dossier) -> str:
        """The words of the sentence that proves it."""
        entry = self._whole()
        text = dossier.record(self.article).article.text
        if not entry.evidence or not all(0 <= one.start < one.end <= len(text) for one in entry.evidence):
            raise OptionError("its sentence doesn't stand in the article", where=self.entry)
        return " ".join(entry.evidence[0].of(text).split())

    def _whole(self) -> Entry:
        try:
            entry = MODELS[self.kind].model_validate_json(json.dumps(self.value))
        except ValidationError as error:
            raise OptionError(f"the entry doesn't fit: {error.errors()[0]['msg']}", where=self.entry) from error
        if entry.id != self.entry:
            raise OptionError("its id is another", where=self.entry)
        return entry
