"""Posts of which nobody holds two at a time."""

from collections.abc import Mapping
from functools import cache, cached_property

from verbale.lexicon.loader import WordList, load

Words = frozenset[str]


class Post(WordList):
    """A post below an office, by the titles that show it."""

    post: str
    words: Words
    of_state: bool = False
    """Whether it is one only at a state: the president of a conference holds other posts too."""


class Roles(WordList):
    """The word list `roles.yaml`; see there for what each group is and an example of it."""

    posts: tuple[Post, ...]
    unsure: Words

    @cached_property
    def _posts(self) -> Mapping[str, Post]:
        return {word: post for post in self.posts for word in post.words}

    def post(self, title: str) -> Post | None:
        """The post that a title in lower case shows: what it ends with, the longest."""
        words = title.replace("-", " ").split()
        if self.unsure.intersection(words):
            return None
        ends = (" ".join(words[at:]) for at in range(len(words)))
        return next((post for end in ends if (post := self._posts.get(end))), None)


@cache
def load_roles() -> Roles:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("roles.yaml", Roles)
