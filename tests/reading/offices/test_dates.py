"""For which time an office is given, on sentences of our own and times written by hand."""

from datetime import date

import pytest

from tests.reading.offices.test_told import PEOPLE, REGISTRY
from verbale.article import Article
from verbale.lexicon.offices import load_offices
from verbale.reading.entities import find_entities
from verbale.reading.mentions import find_mentions
from verbale.reading.offices import Facts, find_offices
from verbale.reading.page import Syntax, lay_out
from verbale.record import Entity, Time
from verbale.timex import days

PUBLISHED = date(2022, 4, 20)


def a_time(text: str, words: str, value: str) -> Time:
    """The time that the words mean."""
    start = text.index(words)
    end, known = start + len(words), days(value)
    assert known is not None
    given = {"id": f"t{start}", "start": start, "end": end, "text": words, "type": "DATE", "value": value}
    span = ({"start": start, "end": end},)
    return Time.model_validate(
        {**given, "evidence": span, "confidence": 0.9, "first_day": known[0], "last_day": known[1]}
    )


def holder(text: str, times: dict[str, str], syntax: Syntax) -> Entity:
    """Ada Holm as the article tells of her."""
    page = lay_out(Article(text=text, published=PUBLISHED, published_from="given"), syntax)
    mentions = find_mentions(page, REGISTRY, PEOPLE)
    entities = find_entities(page, mentions, REGISTRY, PEOPLE)
    found = [a_time(text, words, value) for words, value in times.items()]
    facts = Facts(REGISTRY, load_offices(), found, PUBLISHED)
    return next(one for one in find_offices(page, mentions, entities, PEOPLE, facts) if "Holm" in one.name)


@pytest.mark.parametrize(
    ("text", "times", "value"),
    [
        ("Ada Holm, who was Norland's envoy until March, said no.", {"March": "2022-03"}, "2022-03"),
        ("Ada Holm was Norland's envoy until March.", {"March": "2022-03"}, "2022-03"),
        ("Ada Holm, Norland's envoy from 2004 to 2007, said no.", {"2004": "2004", "2007": "2007"}, "2007"),
    ],
)
def test_an_office_that_is_over_has_its_time_and_nobody_to_speak_for(
    text: str, times: dict[str, str], value: str, syntax: Syntax
) -> None:
    holm = holder(text, times, syntax)
    assert [office.date for office in holm.offices] == [value]
    assert holm.represents is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Ada Holm, Norland's envoy since 2019, said no.", {"2019": "2019"}),
        ("Ada Holm, Norland's envoy, said on Monday that it was late.", {"Monday": "2022-04-18"}),
        ("Norland's envoy Ada Holm left in March.", {"March": "2022-03"}),
    ],
)
def test_an_office_of_the_article_s_own_days_has_no_time(text: str, times: dict[str, str], syntax: Syntax) -> None:
    holm = holder(text, times, syntax)
    assert [office.date for office in holm.offices] == [None]
    assert holm.represents is not None
