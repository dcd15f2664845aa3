import pytest

from verbale.sources.language import language_of

ENGLISH = (
    "The envoy of Norland left the talks on the river border on Tuesday, and the mediator said he would try again."
)
FRENCH = (
    "L'émissaire a quitté les pourparlers mardi, et le médiateur a déclaré qu'il essaierait de nouveau jeudi prochain."
)
RUSSIAN = (
    "Посланник покинул переговоры во вторник, и посредник сказал, что попробует ещё раз в четверг на следующей неделе."
)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (FRENCH, "fr"), (RUSSIAN, "ru")])
def test_a_paragraph_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "   \n ", "Yes.", "Essa: no", "2022-01-18 14:05", "https://news.example.org/world/talks"]
)
def test_a_few_words_tell_nothing(text: str) -> None:
    assert language_of(text) == "und"


@pytest.mark.parametrize(
    "text",
    [
        "Negotiators will reconvene next week.",
        "“This draft is dead on arrival.” -Senior negotiator Paul Okafor",
        "Diplomats from Kenya and Uganda met in Kampala. “The corridor will reopen,” the Foreign Ministry said.",
        "ENVOY WALKS OUT OF TALKS ON THE RIVER BORDER, MEDIATOR TO TRY AGAIN ON THURSDAY",
    ],
)
def test_short_english_with_many_names_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_page_of_english_paragraphs_is_english_whatever_it_quotes() -> None:
    assert language_of("\n\n".join([ENGLISH, RUSSIAN, ENGLISH])) == "en"


def test_one_english_line_does_not_make_a_page_english() -> None:
    assert language_of("\n\n".join([FRENCH, ENGLISH, FRENCH])) == "fr"
