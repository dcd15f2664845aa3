"""Names: those that spaCy recognises, mended, those of the registry, and those that a title introduces."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from verbale.lexicon.people import Gender, People
from verbale.reading.drafts import Found
from verbale.reading.mentions.layout import CLOSERS, Layout
from verbale.reading.mentions.mending import KINDS, Stretch, mended, parted, spelt
from verbale.reading.mentions.reach import completed
from verbale.reading.mentions.titles import Title, find_title
from verbale.reading.mentions.words import MEASURES, adjacent, is_capital, is_particle, number, role_before
from verbale.reading.page import Page, Token
from verbale.registry import Match, Registry
from verbale.spans import Span

_MARKS = "\"'“”«»„‘’`,;:.!?()[]*_|"
_FUNCTION_WORDS = frozenset({"ADP", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "SCONJ"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})


def find_names(page: Page, registry: Registry, people: People, layout: Layout) -> tuple[Found, ...]:
    """The names on the page, without overlaps, in the order of the text; none from a credit line."""
    known = list(_known(page, registry))
    recognised = [stretch for name in page.names for stretch in mended(page, people, name.span, name.label)]
    recognised = list(parted(page, recognised))
    runs = list(_runs(page, people))
    introduced = [name for run in runs if (name := _introduced(page, people, run))]
    doubted = {stretch[:2] for stretch in recognised if stretch.label == "PERSON"}
    sure = [one for one in known if one[:2] not in doubted or page.tokens[one.first].text not in people.first_names]
    kept = _without_overlaps((*sure, *recognised, *introduced))
    kept = _added(kept, _surnames(page, kept))
    kept = _added(kept, _unlabelled(page, people, kept, runs))
    kept = _added(kept, _towns(page, registry, people, runs))
    kept = list(completed(page, people, registry, kept))
    kept = [one for one in kept if not (_is_part_of_title(page, people, one) or _ends_role(page, people, one))]
    found = (_found(page, registry, people, layout, stretch) for stretch in sorted(kept))
    return tuple(one for one in found if one is not None and not layout.in_credit(page.tokens[one.head]))


def _known(page: Page, registry: Registry) -> Iterator[Stretch]:
    """The longest names of the registry, wherever they stand."""
    after = 0
    for token in page.tokens:
        if token.index < after or not is_capital(token) or not (longest := registry.longest(token.text)):
            continue
        last = _last_of_known(page, registry, token, longest)
        if last is not None:
            yield Stretch(token.index, last, "")
            after = last + 1


def _last_of_known(page: Page, registry: Registry, token: Token, longest: int) -> int | None:
    start, last = token.span.start, None
    for other in page.tokens[token.index : token.index + longest]:
        if other.span.end - start > longest:
            break
        if registry.look_up(page.text[start : other.span.end]):
            last = other.index
    return last


def _runs(page: Page, people: People) -> Iterator[list[Token]]:
    """Stretches of capitalised nouns on one line, particles and hyphens between them included."""
    run: list[Token] = []
    for token in page.tokens:
        inner = bool(run) and (token.text in "-–" or is_particle(token))
        part = is_capital(token) and token.entity not in MEASURES and _may_be_name(page, people, token, run)
        if run and not ((part or inner) and adjacent(page, run[-1], token)):
            yield from _ended(run)
            run = []
        if part or (inner and run):
            run.append(token)
    yield from _ended(run)


def _may_be_name(page: Page, people: People, token: Token, run: Sequence[Token]) -> bool:
    """Whether a capitalised word may be part of a name, even one mistagged: behind a hyphen, or "Per" of "Per Dal"."""
    if token.pos == "PROPN" or (run and run[-1].text == "-" and token.pos == "NOUN"):
        return True
    after = page.tokens[token.index + 1 : token.index + 2]
    named = bool(after) and after[0].pos == "PROPN" and adjacent(page, token, after[0])
    begins = page.sentences[token.sentence].start == token.span.start
    return token.text in people.first_names and named and not begins


def _ended(run: list[Token]) -> Iterator[list[Token]]:
    while run and not is_capital(run[-1]):
        run = run[:-1]
    if run:
        yield run


def _introduced(page: Page, people: People, run: list[Token]) -> Stretch | None:
    """The name in a run that a title introduces, or whose own words tell that it is one."""
    rest = _after_titles(page, people, run)
    if not rest:
        return None
    own = rest[0].text in people.first_names and len(rest) > 1
    bodies = rest[-1].text in people.body_words or rest[-1].text in people.outlet_words
    if bodies:
        return Stretch(run[0].index, run[-1].index, "ORG") if len(run) > 1 else None
    before = find_title(page, people, rest[0].index)
    if not (own or before):
        return None
    return Stretch(rest[0].index, rest[-1].index, "PERSON" if own or _of_person(people, before) else "ORG")


def _is_title(page: Page, people: People, token: Token) -> bool:
    if token.text in people.first_names:
        return False
    return token.text.lower() in people.honorifics or bool(role_before(page, people, token.index))


def _of_person(people: People, title: Title | None) -> bool:
    return title is not None and (not title.role or people.kinds(title.role)[:1] == ("person",))


def _without_overlaps(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The longest stretches; of two of one length the first given."""
    kept: list[Stretch] = []
    taken: set[int] = set()
    for stretch in sorted(stretches, key=lambda one: one.first - one.last):
        tokens = range(stretch.first, stretch.last + 1)
        if taken.isdisjoint(tokens):
            kept.append(stretch)
            taken.update(tokens)
    return kept


def _added(kept: list[Stretch], more: Iterable[Stretch]) -> list[Stretch]:
    """With those of the others that overlap none of the first."""
    taken = {index for one in kept for index in range(one.first, one.last + 1)}
    return [*kept, *(one for one in more if taken.isdisjoint(range(one.first, one.last + 1)))]


def _surnames(page: Page, kept: Sequence[Stretch]) -> Iterator[Stretch]:
    """The last words of people's names wherever they stand: at the head of a sentence they are often mistagged."""
    surnames = {page.tokens[one.last].text for one in kept if one.label == "PERSON"}
    for token in page.tokens:
        if token.text in surnames and is_capital(token) and token.pos not in _FUNCTION_WORDS:
            yield Stretch(token.index, token.index, "PERSON")


def _unlabelled(page: Page, people: People, kept: Sequence[Stretch], runs: Sequence[list[Token]]) -> Iterator[Stretch]:
    """Runs that nobody recognised: those that act, or repeat a name (or its last word) found elsewhere."""
    bare = [rest for run in runs if (rest := _after_titles(page, people, run))]
    told = {spelt(page.tokens[one.first : one.last + 1]) for one in kept}
    told |= {page.tokens[one.last].text for one in kept if one.label == "PERSON"}
    told |= {spelt(run) for run in bare if any(_acts(page, token) for token in run)}
    for run in bare:
        if spelt(run) in told:
            yield Stretch(run[0].index, run[-1].index, "")


def _towns(page: Page, registry: Registry, people: People, runs: Sequence[list[Token]]) -> Iterator[Stretch]:
    """Runs that nobody recognised and that are a town's name after "in", "near" or "from"."""
    for run in runs:
        before = page.tokens[run[0].index - 1] if run[0].index else None
        if before is not None and before.lower in people.place_prepositions and registry.cities(spelt(run)):
            yield Stretch(run[0].index, run[-1].index, "GPE")


def _after_titles(page: Page, people: People, run: list[Token]) -> list[Token]:
    """What a run holds after its last title; all of it where it holds none."""
    titles = [k for k, token in enumerate(run) if _is_title(page, people, token)]
    return run[titles[-1] + 1 :] if titles else run


def _acts(page: Page, token: Token) -> bool:
    """Whether the word is a verb's subject, the source in "according to", or stands after a quotation and a dash."""
    if (
        token.index > 1
        and page.tokens[token.index - 1].text in _DASHES
        and page.tokens[token.index - 2].text in CLOSERS
    ):
        return True
    if token.dep == "pobj":
        return page.head(token).dep == "agent" or page.head(page.head(token)).lemma == "accord"
    return token.dep in ("nsubj", "nsubjpass") and page.head(token).pos in ("VERB", "AUX")


def _is_part_of_title(page: Page, people: People, stretch: Stretch) -> bool:
    """Whether it is "Trade" of "Trade Minister": words of a title before the word for the role."""
    tokens = page.tokens[stretch.first : stretch.last + 2]
    if len(tokens) < stretch.last - stretch.first + 2 or not role_before(page, people, stretch.last + 1):
        return False
    return all(token.text.lower() in people.title_words for token in tokens[:-1])


def _ends_role(page: Page, people: People, stretch: Stretch) -> bool:
    """Whether it is "State" of "Secretary of State": the last words of a longer role."""
    role = role_before(page, people, stretch.last)
    return len(role.split()) > stretch.last - stretch.first + 1


def _found(page: Page, registry: Registry, people: People, layout: Layout, stretch: Stretch) -> Found | None:
    tokens = page.tokens[stretch.first : stretch.last + 1]
    span = _clean(page.text, Span(tokens[0].span.start, tokens[-1].span.end))
    title = find_title(page, people, stretch.first)
    text = span.of(page.text)
    kinds = _kinds(people, text, registry.look_up(text), title, stretch.label)
    if layout.in_dateline(tokens[0]) and "person" not in kinds:
        kinds = ("place",) if "place" in kinds or "state" in kinds else kinds
    if not text or (stretch.label and not (kinds or title)):
        return None
    return Found(
        span=span,
        form="name",
        head=_head(tokens).index,
        kinds=kinds,
        number=number(tokens[-1]),
        gender=_gender(page, people, text, title) if kinds[:1] in ((), ("person",)) else "",
        role=title.role if title else "",
        title=title.span if title else None,
        definite=True,
        quoted=stretch.last in layout.quoted,
    )


def _clean(text: str, span: Span) -> Span:
    """Without marks and invisible characters at its ends; the point of "Corp." and "U.S." stays."""
    invisible = "".join({letter for letter in span.of(text) if unicodedata.category(letter) == "Cf"})
    out = span.trimmed(text, _MARKS.replace(".", "") + invisible)
    return Span(out.start, out.end)


def _head(tokens: Sequence[Token]) -> Token:
    """The last of the name's tokens whose head stands outside: a misparsed first name isn't it."""
    inside = {token.index for token in tokens}
    tops = [token for token in tokens if token.head not in inside or token.head == token.index]
    return tops[-1] if tops else tokens[-1]


def _kinds(people: People, text: str, matches: Sequence[Match], title: Title | None, label: str) -> tuple[str, ...]:
    """What a name may be, by the first of these that tells: lists, title, its own words, spaCy's label."""
    words = text.split()
    role_kinds = people.kinds(title.role) if title and title.role else ()
    if text in people.outlet_names or role_kinds[:1] == ("outlet",):
        return ("outlet", "organisation")
    if matches:
        return tuple(dict.fromkeys(kind for match in matches for kind in _known_kinds(match)))
    if words and (words[-1] in people.body_words or (len(words) > 1 and words[0] in people.body_words)):
        return ("organisation",)
    if label == "ORG" and title and title.role in people.relations:
        return KINDS[label]
    if title and (not title.role or role_kinds[:1] == ("person",)):
        return ("person",)
    if len(words) > 1 and (words[-1] in people.outlet_words or words[0] in people.outlet_words):
        return ("outlet", "organisation")
    if len(words) > 1 and words[0] in people.first_names and label != "PERSON":
        return ("person", *KINDS.get(label, ()))
    return tuple(dict.fromkeys((*role_kinds[:1], *KINDS.get(label, ()))))


def _known_kinds(match: Match) -> tuple[str, ...]:
    return (match.known.kind, "place") if match.use == "seat" else (match.known.kind,)


def _gender(page: Page, people: People, text: str, title: Title | None) -> Gender:
    words = title.span.of(page.text).lower().split() if title else []
    first = text.split()[0] if len(text.split()) > 1 else ""
    return people.gender(words) or people.first_names.gender(first)
