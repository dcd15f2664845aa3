from datetime import date

from verbale.sources.facts import Facts, Origin


def test_what_is_known_stays_and_what_is_not_is_filled_in() -> None:
    first = Facts(title="Talks", authors=("Abigail Byrne",))
    second = Facts(title="Floods", authors=("Toby Kerr",), published=date(2022, 3, 9))

    assert first.or_else(second) == Facts(title="Talks", authors=("Abigail Byrne",), published=date(2022, 3, 9))


def test_names_are_added_to_the_authors_once() -> None:
    assert Facts(authors=("A B",)).signed_by(("C D", "A B")).authors == ("A B", "C D")


def test_a_part_of_an_input_has_its_name_and_no_address_of_its_own() -> None:
    part = Origin("a.eml", url="https://news.example.org", charset="utf-8", published=date(2022, 3, 9)).within("mail 2")

    assert part == Origin("a.eml, mail 2", published=date(2022, 3, 9))
