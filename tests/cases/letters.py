"""Compares words by their letters and digits alone, so that marks, spaces and case make no difference."""

from collections.abc import Iterable, Iterator, Sequence

from verbale.spans import Span

Offsets = frozenset[int]


class Letters:
    """The letters of a text, in lower case, each with its offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        pairs = [(letter, at) for at, char in enumerate(text) if char.isalnum() for letter in char.lower()]
        self.string = "".join(letter for letter, _ in pairs)
        self.offsets = [at for _, at in pairs]

    def inside(self, spans: Iterable[Span]) -> Offsets:
        """The offsets of the letters that the spans cover."""
        return frozenset(at for start, end in spans for at in range(start, end) if self.text[at].isalnum())

    def places(self, words: str) -> Iterator[Offsets]:
        """Every place where the text has these words, as whole words: the offsets of their letters."""
        wanted = Letters(words).string
        at = self.string.find(wanted)
        while wanted and at >= 0:
            found = self.offsets[at : at + len(wanted)]
            if self._is_whole(found):
                yield frozenset(found)
            at = self.string.find(wanted, at + 1)

    def places_of_pieces(self, pieces: Sequence[str]) -> Iterator[Offsets]:
        """Every place of the first piece, each with the next place of every further piece after it."""
        for place in self.places(pieces[0]):
            whole, last = place, max(place)
            for piece in pieces[1:]:
                following = next((one for one in self.places(piece) if min(one) > last), None)
                if following is None:
                    break
                whole, last = whole | following, max(following)
            else:
                yield whole

    def _is_whole(self, found: Sequence[int]) -> bool:
        before, after = found[0] - 1, found[-1] + 1
        return not (
            (before >= 0 and self.text[before].isalnum()) or (after < len(self.text) and self.text[after].isalnum())
        )


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without marks and a leading article."""
    words = "".join(char.lower() if char.isalnum() else " " for char in text).split()
    return tuple(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def holds(longer: str, shorter: str) -> bool:
    """Whether the longer text has the words of the shorter one as a run."""
    outer, inner = words_of(longer), words_of(shorter)
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
