"""The form of a statement, by its quotation marks."""

import pytest

from benchmarks.agreement import compare, total
from benchmarks.forms import FORMS, form_of, loose_by_form
from tests.benchmarks.parts import marked


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("[t “We sign,”] [s he] said.", "direct"),
        ('[t "We sign,"] [s he] said.', "direct"),
        ("“[t We sign],” [s he] said.", "direct"),
        ("[t “We sign,”] [s he] said, [t “and soon”].", "direct"),
        ("[s He] said [t they would sign “soon”].", "mixed"),
        ("[s He] said [t they would sign].", "indirect"),
        ("[s He] said [t the minister's deputies' 'plan' was dead].", "indirect"),
        ("[t “We never closed this.\n“We sign tomorrow.”] [s He] laughed.", "direct"),
        ("“Never closed.\n[s He] said [t they would sign].", "indirect"),
        ('A 5" pipe.\n[s He] said [t they would sign] "soon".', "indirect"),
        ("[s He] [c spoke].", ""),
    ],
)
def test_a_form_is_told_by_which_words_stand_between_double_marks(text: str, form: str) -> None:
    plain, statements = marked(text)
    tokens = compare(plain, (), ()).tokens
    assert form_of(tokens, plain)(statements[0]) == form


def test_matched_statements_count_under_the_annotators_form_and_the_forms_add_up() -> None:
    text, gold = marked("[s1 Ada] said [t1 it would rain “soon”]. [s2 Bo] said [t2 no]. [s3 Cy] said [t3 “Oh well”].")
    _, found = marked("[s1 Ada] said [t1 it would rain] “soon”. [s2 Bo] said [t2 no]. Cy [s3 said] [t3 “Oh well”].")
    comparison = compare(text, gold, found)
    forms = loose_by_form(text, comparison)
    assert tuple(forms) == FORMS
    assert {name: tuple(counts) for name, counts in forms.items()} == {
        "direct": (0, 1, 1),
        "indirect": (1, 1, 1),
        "mixed": (1, 1, 1),
    }
    assert total(forms.values()) == comparison.counts()["loose"]
