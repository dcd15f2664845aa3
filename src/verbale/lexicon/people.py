"""Words for people, bodies and papers, with the questions that the reading asks of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, load

Gender = Literal["male", "female", ""]
Words = frozenset[str]


class RoleGroup(WordList):
    """Roles of one sort."""

    example: str
    called: Words
    """The wider words by which a text comes back to somebody of these roles."""
    speaks: bool
    """Whether a holder speaks for the body that the role belongs to."""
    words: Words


class Pronouns(WordList):
    """Pronouns that differ in form only."""

    words: Words
    person: Literal[1, 2, 3]
    number: Literal["singular", "plural", ""]
    gender: Gender = ""
    of: Literal["person", "thing", "any"]
    relative: bool = False


class Sexed(WordList):
    """Words by the sex of whom they name."""

    male: Words
    female: Words
    either: Words = frozenset()

    def gender(self, word: str) -> Gender:
        """Of whom the word is said; empty where of both, or where the word is not listed."""
        if word in self.male:
            return "male"
        return "female" if word in self.female else ""

    def __contains__(self, word: str) -> bool:
        return word in self.male or word in self.female or word in self.either


class People(WordList):
    """The word list `people.yaml`; see there for what each group is and an example of it."""

    honorifics: Sexed
    short_titles: dict[str, str]
    roles: tuple[RoleGroup, ...]
    same_role: tuple[tuple[str, ...], ...]
    undivided: Words
    plain_words: Words
    relations: Words
    state_organs: Words
    state_nouns: Words
    of_states: Words
    adjective_endings: tuple[str, ...]
    gendered: Sexed
    kin: Sexed
    pronouns: tuple[Pronouns, ...]
    organisations: Words
    groups: Words
    sides: Words
    documents: Words
    outlets: Words
    outlet_names: Words
    outlet_words: Words
    body_words: Words
    company_endings: Words
    anonymous: Words
    nobodies: Words
    hidden: Words
    pointing: dict[str, int | None]
    """Words that point at two people just named: at which of them, or at both."""
    askers: Words
    answerers: Words
    heading_words: Words
    telling: Words
    nameless: Words
    title_words: Words
    not_now: Words
    place_prepositions: Words
    carrying_prepositions: Words
    motion: Words
    civic: Words
    federal: Words
    sovereign: Words
    credits: Words
    credit_endings: Words
    first_names: Sexed

    @cached_property
    def _groups_of(self) -> Mapping[str, tuple[RoleGroup, ...]]:
        groups: dict[str, tuple[RoleGroup, ...]] = {}
        for group in self.roles:
            for word in group.words:
                groups[word] = (*groups.get(word, ()), group)
        return groups

    @cached_property
    def _ends(self) -> Words:
        """The last words of roles."""
        return frozenset(word.split()[-1] for word in self._groups_of) | frozenset(self.short_titles)

    def may_end_role(self, word: str) -> bool:
        """Whether some role ends in the word (lower case, singular), hyphened ones by their last part."""
        return word in self._ends or word in self._hyphened

    @cached_property
    def _hyphened(self) -> Words:
        return frozenset(word.rsplit("-", 1)[-1] for word in self._ends if "-" in word)

    @cached_property
    def _plainest(self) -> Mapping[str, str]:
        return {word: group[0] for group in self.same_role for word in group}

    @cached_property
    def _pronoun(self) -> Mapping[str, Pronouns]:
        return {word: group for group in self.pronouns for word in group.words}

    def pronoun(self, word: str) -> Pronouns | None:
        """What the pronoun (lower case) may stand for; None where the word is none."""
        return self._pronoun.get(word)

    def role(self, words: Sequence[str]) -> str:
        """The longest role that the words end in, of at most four ("chief executive officer"); empty where none.

        The words are lower case, the last one singular. Short titles give the role that they mean.
        """
        if not words or words[-1] not in self._ends:
            return ""
        for length in range(min(4, len(words)), 0, -1):
            name = " ".join(words[-length:])
            if name in self._groups_of:
                return name
        return self.short_titles.get(words[-1], "")

    @cached_property
    def wide_roles(self) -> Words:
        """The words by which a text comes back to people of other roles: "expert", "official"."""
        return frozenset[str]().union(*(group.called for group in self.roles)) - {"man", "woman", "member", "head"}

    def is_role(self, role: str) -> bool:
        """Whether it is a role of people, as `role` gives it."""
        return role in self._groups_of

    def plain_role(self, role: str) -> str:
        """One word for all forms of a role: "spokesman" for "spokeswoman"."""
        return self._plainest.get(role, role)

    def called(self, role: str) -> Words:
        """The wider words for somebody of the role: "expert" for "political scientist"."""
        return frozenset[str]().union(*(group.called for group in self._groups_of.get(role, ())))

    def speaks(self, role: str) -> bool:
        """Whether the holder of the role speaks for its body."""
        return any(group.speaks for group in self._groups_of.get(role, ()))

    def gender(self, words: Iterable[str]) -> Gender:
        """The sex that a title, role or kinship tells; the words are lower case."""
        for word in words:
            found = self.gendered.gender(word) or self.honorifics.gender(word) or self.kin.gender(word)
            if found:
                return found
        return ""

    def kinds(self, noun: str) -> tuple[str, ...]:
        """The entity kinds that a singular head noun may name, the likeliest first; none where it is not listed."""
        tests = (
            ("person", noun in self._groups_of or noun in self.kin),
            ("outlet", noun in self.outlets),
            ("organisation", noun in self.organisations),
            ("document", noun in self.documents),
            ("group", noun in self.groups),
            ("person", noun in self.anonymous),
        )
        return tuple(dict.fromkeys(kind for kind, holds in tests if holds))


def load_people() -> People:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("people.yaml", People)
