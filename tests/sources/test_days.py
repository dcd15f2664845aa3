from datetime import date

import pytest

from verbale.sources.days import day_in_address, is_day_line, iso_day, stamped_day, written_days


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-01-18", date(2022, 1, 18)),
        ("2022-01-18T23:30:00-05:00", date(2022, 1, 18)),
        ("20220118T1000Z", date(2022, 1, 18)),
        ("2022-02-30", None),
        ("18 January 2022", None),
        ("", None),
    ],
)
def test_a_time_stamp_gives_the_day_of_its_own_zone(value: str, day: date | None) -> None:
    assert iso_day(value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18 January 2022", date(2022, 1, 18)),
        ("Tuesday, January 18, 2022", date(2022, 1, 18)),
        ("Jan. 8, 2022", date(2022, 1, 8)),
        ("the 3rd of May 2019", date(2019, 5, 3)),
        ("Sept. 30, 2022 at 10:15 p.m. ET", date(2022, 9, 30)),
        ("Tue, 18 Jan 2022 10:00:00 +0000", date(2022, 1, 18)),
        ("18-Jan-2022", date(2022, 1, 18)),
        ("2022/1/18", date(2022, 1, 18)),
        ("18.01.2022", date(2022, 1, 18)),
        ("04.09.2021", date(2021, 9, 4)),
        ("25/04/2021", date(2021, 4, 25)),
        ("04/25/2021", date(2021, 4, 25)),
        ("05/05/2021", date(2021, 5, 5)),
    ],
)
def test_a_day_that_is_written_out_is_read(text: str, day: date) -> None:
    assert [one.day for one in written_days(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "04/09/2021",
        "2021/04/92713",
        "may 2022",
        "In May 19 people",
        "version 1.2.2022.7",
        "He may march 20 miles",
        "31 June 2022",
    ],
)
def test_what_may_be_two_days_or_none_gives_none(text: str) -> None:
    assert list(written_days(text)) == []


@pytest.mark.parametrize(
    ("region", "day"), [("US", date(2021, 4, 9)), ("GB", date(2021, 9, 4)), ("us", date(2021, 4, 9))]
)
def test_the_region_of_the_page_decides_which_number_is_the_month(region: str, day: date) -> None:
    assert [one.day for one in written_days("04/09/2021", region)] == [day]


def test_a_metadata_value_with_two_days_gives_none() -> None:
    assert stamped_day("9 March 2022 to 10 March 2022") is None


def test_the_day_of_a_change_is_told_from_the_day_of_publication() -> None:
    found = list(written_days("Published 9 March 2022. Last updated on Thursday, 10 March 2022"))

    assert [(one.day.day, one.changed) for one in found] == [(9, False), (10, True)]


@pytest.mark.parametrize(
    "line",
    [
        "9 March 2022",
        "Published: Wednesday, March 9, 2022, 10:15 a.m. EST",
        "Posted on 9 March 2022 | Updated 10 March 2022",
        "2022-03-09 08:14 GMT",
    ],
)
def test_a_line_of_a_day_and_labels_is_a_day_line(line: str) -> None:
    assert is_day_line(line)


@pytest.mark.parametrize("line", ["On 9 March 2022 the talks began", "Monday", "", "14:05 GMT", "GENEVA, 9 March 2022"])
def test_a_line_with_other_words_or_no_day_is_none(line: str) -> None:
    assert not is_day_line(line)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example.org/world/2021/04/25/talks", date(2021, 4, 25)),
        ("https://news.example.org/2021-04-25-talks.html", date(2021, 4, 25)),
        ("https://news.example.org/world/2021/04/92713", None),
        ("https://news.example.org/world/2021/04/talks", None),
        ("https://news.example.org/item/20210425", None),
    ],
)
def test_only_a_whole_day_in_an_address_is_a_day(url: str, day: date | None) -> None:
    assert day_in_address(url) == day
