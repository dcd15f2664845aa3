import pytest

from verbale.lexicon.stems import stem


@pytest.mark.parametrize(
    "words",
    [
        "reject rejects rejected rejecting rejection rejections",
        "negotiate negotiates negotiated negotiating negotiation negotiations negotiator",
        "agree agrees agreed agreement agreements",
        "propose proposes proposed proposing proposal proposals",
        "stop stops stopped stopping",
        "supply supplies supplied",
        "threat threats threaten threatened",
        "sanction sanctions sanctioned",
        "secure security",
        "condition conditions conditional",
        "accept accepts accepted acceptance",
        "country countries",
        "limit limits limited",
    ],
)
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len(set(map(stem, words.split()))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "missile mission",
        "council counsel",
        "border board",
        "talk take",
        "general generous gene",
    ],
)
def test_other_words_have_other_stems(words: str) -> None:
    assert len(set(map(stem, words.split()))) > 1


@pytest.mark.parametrize("word", ["48", "6.5", "oil", "is", "gas", "press"])
def test_numbers_and_short_words_stay(word: str) -> None:
    assert stem(word) == word
