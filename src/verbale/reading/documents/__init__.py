"""Papers that are negotiated about or with.

"Norland published draft agreements with Sudria on water. The documents have eight articles."

A noun phrase of the word list is a paper (`papers`); those that are the same make a chain (`chains`); what verbs
tell of it gives its authors, parties and how far it has come (`sides`, `fates`). Not every paper is one of a
negotiation: a noun such as "treaty" is by itself; a "plan" or "letter" has to have a name, a word that tells
("peace plan"), parties or an author, and stand in an article about talks. Deliberately missed: what is only called
"it", and agreements that nobody has made ("no agreement was reached").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.lexicon.documents import Documents, Sign
from verbale.reading.documents.chains import Chain, chain
from verbale.reading.documents.fates import Fate, fates_of, is_told_by_content, tells_terms
from verbale.reading.documents.papers import Paper, find_papers
from verbale.reading.documents.sides import authors_of, parties_of
from verbale.reading.named import Named
from verbale.reading.page import Page
from verbale.record import Document, Entity, Mention, PaperStatus
from verbale.spans import Span

_OPENINGS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "this", "these", "that", "those"})


@dataclass(frozen=True, slots=True)
class _Told:
    """All that the text tells of one paper."""

    chain: Chain
    fates: tuple[Fate, ...]
    authors: tuple[str, ...]
    parties: tuple[str, ...]


def find_documents(page: Page, named: Named, words: Documents, *, about: bool = False) -> tuple[Document, ...]:
    """The papers of the negotiation, with ids `d1`, `d2`, … in the order of their first mentions.

    `about`: whether the article as a whole is about a negotiation, where less shows a paper to be one of it.
    """
    talks = about or words.are_talks(token.lemma.lower() for token in page.tokens)
    told = [_tell(page, one, named, words) for one in chain(find_papers(page, named, words), named, words)]
    signs = _Signs(page, named, words, about=about)
    kept = [one for one in told if _is_of_talks(one, signs, talks=talks or _is_of_states(one, named))]
    return tuple(_document(page, number, one, words) for number, one in enumerate(kept, 1))


def _tell(page: Page, home: Chain, named: Named, words: Documents) -> _Told:
    fates: list[Fate] = []
    authors: list[str] = []
    parties: list[str] = []
    for paper in home.papers:
        own = fates_of(page, paper, named, words)
        fates.extend(own)
        authors.extend(authors_of(page, paper, own, named))
        parties.extend(parties_of(page, paper, own, named, words))
    return _Told(home, tuple(fates), tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(parties)))


def _is_of_talks(told: _Told, signs: "_Signs", *, talks: bool) -> bool:
    """Whether it is a paper that somebody negotiates about, and there."""
    real = [paper for paper in told.chain.papers if not paper.unreal]
    if not real or not _is_made(told, real, signs):
        return False
    if any("itself" in paper.shown_by for paper in real):
        return True
    shown = signs.of(told, real)
    return talks and any(paper.shown_by & shown for paper in real)


def _is_of_states(told: _Told, named: Named) -> bool:
    """Whether two states or known bodies stand behind it, or one behind a paper that has a name."""
    found = [named.referents.by_id[id_] for id_ in {*told.authors, *told.parties}]
    known = [one for one in found if one.kind in ("state", "organisation") and (one.country or one.registry_id)]
    return len(known) > 1 or (bool(known) and any(paper.named for paper in told.chain.papers))


def _is_made(told: _Told, real: Sequence[Paper], signs: "_Signs") -> bool:
    """Whether it is there by now: told as known, by name or content, or as having been written, tabled or signed."""
    if any(paper.kind not in signs.words.made or paper.definite or paper.named for paper in real):
        return True
    if any(fate.real or (fate.event.status == "signed" and not fate.denied) for fate in told.fates):
        return True
    return any(paper.pages or is_told_by_content(signs.page, paper) for paper in real)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What shows a paper to be one of the negotiation."""

    page: Page
    named: Named
    words: Documents
    about: bool
    """Whether the article is about one, so that whoever tables or signs a paper there negotiates."""

    def of(self, told: _Told, real: Sequence[Paper]) -> frozenset[Sign]:
        """The signs that the text has for it."""
        around = frozenset[str]().union(*(paper.words | paper.about for paper in real))
        authors = (self.named.referents.by_id[id_] for id_ in told.authors)
        acting = bool(told.parties) or any(_negotiates(one, self.words) for one in authors)
        signs: dict[Sign, bool] = {
            "word": bool(around & self.words.telling),
            "name": any(paper.named for paper in real),
            "sides": len(told.parties) > 1,
            "deed": acting and any(fate.doer is not None or fate.real for fate in told.fates),
            "tabled": self.about and any(_is_tabled(fate) for fate in told.fates),
            "owner": acting,
            "tells": self.about and any(tells_terms(self.page, paper, self.words) for paper in real),
            "pages": self.about and any(paper.pages for paper in real),
        }
        return frozenset(sign for sign, holds in signs.items() if holds)


def _is_tabled(fate: Fate) -> bool:
    """Whether somebody tables, leaks, signs or agrees it, whoever that is."""
    return fate.event.status in ("proposed", "leaked", "agreed", "signed") and (fate.real or fate.doer is not None)


def _negotiates(author: Entity, words: Documents) -> bool:
    """Whether such an author negotiates: a state or body, or somebody described as an envoy or a mediator."""
    said = {word for name in (author.name, *author.aliases) for word in name.lower().split()}
    titles = {word for office in author.offices for word in office.title.lower().split()}
    return author.kind != "person" or bool(author.represents) or bool((said | titles) & words.talks)


def _document(page: Page, number: int, told: _Told, words: Documents) -> Document:
    papers = told.chain.papers
    status, fate = _status(told, words)
    return Document(
        id=f"d{number}",
        evidence=_evidence(page, told, fate),
        confidence=_confidence(told),
        name=_name(page, papers),
        kind=papers[0].kind,
        mentions=_mentions(told.chain),
        entity=told.chain.entity.id if told.chain.entity else None,
        authors=told.authors,
        parties=told.parties,
        time=fate.time.id if fate and fate.time else None,
        date=fate.time.value if fate and fate.time else None,
        status=status,
    )


def _status(told: _Told, words: Documents) -> tuple[PaperStatus | None, Fate | None]:
    """How far it has come, as told last, and by which verb; what had been before doesn't undo what is."""
    latest: Fate | None = None
    for fate in told.fates:
        if (fate.real or fate.rejected) and not (fate.earlier and latest is not None) and not _is_before(fate, latest):
            latest = fate
    if latest is not None:
        return ("rejected" if latest.rejected else latest.event.status), latest
    nouns = {"draft": "drafted", "proposal": "proposed"}
    said = words.status_in(word for paper in told.chain.papers for word in (*paper.words, nouns.get(paper.kind, "")))
    return said, None


def _is_before(fate: Fate, latest: Fate | None) -> bool:
    """Whether it is dated before what was told last."""
    if latest is None or latest.time is None or fate.time is None:
        return False
    ended, began = fate.time.last_day, latest.time.first_day
    return ended is not None and began is not None and ended < began


def _name(page: Page, papers: Sequence[Paper]) -> str:
    """The fullest name; of papers without one, the fullest description."""
    named = [paper for paper in papers if paper.named] or list(papers)
    return max((_bare(page, paper) for paper in named), key=lambda name: (len(name.split()), len(name)))


def _bare(page: Page, paper: Paper) -> str:
    """Its words in one line, without "the" or "its"."""
    words = paper.full.of(page.text).split()
    return " ".join(words[1:] if words[0].lower() in _OPENINGS else words)


def _mentions(home: Chain) -> tuple[Mention, ...]:
    own = {
        (paper.span.start, paper.span.end): Mention(
            start=paper.span.start, end=paper.span.end, form="name" if paper.named else "nominal"
        )
        for paper in home.papers
    }
    pronouns = [one for one in home.entity.mentions if one.form == "pronoun"] if home.entity else []
    every = own | {(one.start, one.end): one for one in pronouns}
    return tuple(every[place] for place in sorted(every))


def _evidence(page: Page, told: _Told, fate: Fate | None) -> tuple[Span, ...]:
    spans = [told.chain.papers[0].span, *([fate.verb.span] if fate else [])]
    return page.sentences_of(*spans)


def _confidence(told: _Told) -> float:
    papers = told.chain.papers
    if any("itself" in paper.shown_by or paper.named for paper in papers):
        return 0.85
    return 0.75 if told.authors or told.parties else 0.6
