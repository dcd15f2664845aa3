"""The papers of a negotiation with what they lay down, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.record import Document, Provision, Record
from verbale.spans import Span
from verbale.views.pages.proof import Passage, passages
from verbale.views.pages.statements import statement_numbers
from verbale.views.pages.words import Cast, doubt, one_line, when

FORCES = {"must": "must", "must_not": "must not", "may": "may", "will": "will"}


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """Who must, must not, may or will do what."""

    bearer: tuple[str, ...]
    """Who is bound or allowed; nobody where the article doesn't tell."""
    force: str
    """must, must not, may or will: the meaning."""
    action: str
    words: str
    """The words of the force as they stand: "must renounce"."""
    regarding: tuple[str, ...]
    condition: str | None
    deadline: str | None
    statement: int | None
    """The number of the statement in which it stands."""
    proof: tuple[Passage, ...]
    """Nothing where it stands in a statement: the proof is there."""
    doubt: str | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A paper, or None for what is laid down in no paper, with its provisions."""

    name: str | None
    kind: str | None
    """Where the name doesn't say it."""
    status: str | None
    date: str | None
    """When it came to be what its status says."""
    authors: tuple[str, ...]
    parties: tuple[str, ...]
    provisions: tuple[ProvisionLine, ...]
    proof: tuple[Passage, ...]
    doubt: str | None


def document_lines(record: Record, cast: Cast) -> Iterator[DocumentLine]:
    """The documents in the order of the text, and at the end the provisions that belong to none."""
    known = {document.id for document in record.documents}
    for document in record.documents:
        yield _document_line(document, record, cast)
    if loose := _provisions(record, cast, [one for one in record.provisions if one.document not in known]):
        yield DocumentLine(None, None, None, None, (), (), loose, (), None)


def _document_line(document: Document, record: Record, cast: Cast) -> DocumentLine:
    text, name = record.article.text, one_line(document.name)
    said = tuple(mention.span for mention in document.mentions)
    return DocumentLine(
        name=name,
        kind=None if document.kind.casefold() in name.casefold() else document.kind,
        status=document.status,
        date=when(document.date),
        authors=cast.names(document.authors),
        parties=cast.names(document.parties),
        provisions=_provisions(record, cast, [one for one in record.provisions if one.document == document.id]),
        proof=passages(document.evidence, {"content": said}, text),
        doubt=doubt(document.confidence),
    )


def _provisions(record: Record, cast: Cast, provisions: list[Provision]) -> tuple[ProvisionLine, ...]:
    numbers = statement_numbers(record)
    return tuple(
        _provision_line(one, numbers.get(one.statement or ""), record.article.text, cast) for one in provisions
    )


def _provision_line(provision: Provision, statement: int | None, text: str, cast: Cast) -> ProvisionLine:
    marked: tuple[Span, ...] = (*provision.words.spans, *provision.action.spans)
    return ProvisionLine(
        bearer=cast.names(provision.bearer),
        force=FORCES[provision.force],
        action=one_line(provision.action.text),
        words=one_line(provision.words.text),
        regarding=cast.names(provision.regarding),
        condition=one_line(provision.condition.text) if provision.condition else None,
        deadline=when(provision.deadline),
        statement=statement,
        proof=() if statement else passages(provision.evidence, {"content": marked}, text),
        doubt=doubt(provision.confidence),
    )
