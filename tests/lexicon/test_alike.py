from verbale.lexicon.alike import load_alike
from verbale.lexicon.stems import stem


def test_a_word_has_one_meaning() -> None:
    groups = load_alike().one_meaning
    stems = [{stem(word) for word in group} for group in groups]
    assert not [(one, other) for at, one in enumerate(stems) for other in stems[at + 1 :] if one & other]


def test_the_first_of_its_meaning_stands_for_a_word() -> None:
    assert load_alike().meanings[stem("rebuffed")] == stem("rejects")


def test_words_that_say_nothing_stand_for_no_meaning() -> None:
    alike = load_alike()
    meant = {word for group in alike.one_meaning for word in group}
    assert not meant & (alike.stop_words | alike.when)


def test_a_first_name_belongs_to_one_group() -> None:
    names = [name for group in load_alike().first_names for name in group]
    assert sorted(names) == sorted(set(names))
