"""Offices that an article of its day gets right, and those that it gets wrong: facts of the past, our own articles."""

from datetime import date

import pytest

from verbale import Article, Record, read
from verbale.record import Office


def record_of(day: str, text: str) -> Record:
    return read(Article(text=text, published=date.fromisoformat(day), published_from="given"))


def offices_of(record: Record, name: str) -> tuple[Office, ...]:
    return next(entity.offices for entity in record.entities if name in entity.name)


WRONG = [
    # somebody else is known to hold the office that day
    ("2013-05-14", "Russian Prime Minister Vladimir Putin told reporters that the pipeline would open.", "Putin"),
    ("2015-06-03", "US Secretary of State Hillary Clinton said on Tuesday that the text was final.", "Clinton"),
    (
        "2019-03-12",
        "NATO Secretary General Anders Fogh Rasmussen warned on Monday that the treaty would lapse.",
        "Rasmussen",
    ),
    ("2012-02-08", "UN Secretary-General Kofi Annan said on Tuesday that the observers would stay.", "Annan"),
    ("2018-09-05", "European Commission President José Manuel Barroso said the talks would go on.", "Barroso"),
    ("2021-11-17", "On Tuesday, European Council President Donald Tusk called the border crisis an attack.", "Tusk"),
    ("2010-10-06", "French President Jacques Chirac said on Tuesday that the troops would leave.", "Chirac"),
    ("2009-07-08", "British Prime Minister Tony Blair said on Tuesday that the fund was empty.", "Blair"),
    (
        "2017-05-10",
        "Foreign Minister Pavlo Klimkin of Ukraine met Russian Foreign Minister Igor Ivanov on Tuesday.",
        "Ivanov",
    ),
    (
        "2014-04-16",
        "Iranian Foreign Minister Manouchehr Mottaki said on Tuesday that the draft was balanced.",
        "Mottaki",
    ),
    ("2016-08-10", "Colombia's president, Álvaro Uribe, signed the accord on Tuesday.", "Uribe"),
    ("2022-03-09", "IAEA Director General Yukiya Amano said on Tuesday that the cameras were off.", "Amano"),
    ("2011-03-23", "Italy's foreign minister, Massimo D'Alema, said the flights had begun.", "Alema"),
    ("2022-01-18", "On Monday, President of the European Parliament Josep Borrell announced a new format.", "Borrell"),
    # nobody of that name ever held it
    ("2018-06-13", "US President Harold Winterbourne said on Tuesday that he would sign.", "Winterbourne"),
    ("2013-09-11", "Russian Foreign Minister Anatoly Birjukov said on Tuesday that the list was complete.", "Birjukov"),
    ("2015-11-25", "NATO Secretary General Ulrike Sandmo said the alliance stood by its member.", "Sandmo"),
    # the article itself says otherwise
    (
        "2022-03-09",
        "Norland's foreign minister, Ada Holm, said on Tuesday that the bridge would reopen. "
        "The line was quiet.\n\nNobody had crossed.\n\n"
        "Norland's foreign minister, Karl Stein, told reporters on Tuesday that it would stay shut.",
        "Stein",
    ),
]

RIGHT = [
    ("2013-05-14", "Russian President Vladimir Putin told reporters on Monday that the pipeline would open.", "Putin"),
    (
        "2010-05-11",
        "Russian Prime Minister Vladimir Putin told reporters on Monday that the pipeline would open.",
        "Putin",
    ),
    ("2011-06-08", "US Secretary of State Hillary Clinton said on Tuesday that the text was final.", "Clinton"),
    (
        "2019-03-12",
        "NATO Secretary General Jens Stoltenberg warned on Monday that the treaty would lapse.",
        "Stoltenberg",
    ),
    ("2005-02-09", "President of the European Parliament Josep Borrell announced a debate on Tuesday.", "Borrell"),
    (
        "2022-01-19",
        "EU High Representative Josep Borrell announced on Tuesday that the format would change.",
        "Borrell",
    ),
    # spellings
    ("2021-03-10", "Russian Foreign Minister Sergei Lavrov said on Tuesday that the list was complete.", "Lavrov"),
    ("2021-03-10", "Ukrainian President Volodymyr Zelenskiy said on Tuesday that the line had held.", "Zelenskiy"),
    (
        "2015-11-11",
        "Iranian Foreign Minister Mohammed Javad Zarif said on Tuesday that the draft was balanced.",
        "Zarif",
    ),
    ("2012-06-13", "UN chief Ban Ki-moon said on Tuesday that the observers would stay.", "Ban"),
    # former, future, deputy and acting holders
    ("2015-06-03", "Former US Secretary of State Hillary Clinton said on Tuesday that the text was final.", "Clinton"),
    ("2016-12-14", "US President-elect Donald Trump said on Tuesday that he would cancel the accord.", "Trump"),
    (
        "2022-03-09",
        "Russian Deputy Foreign Minister Oleg Turchin said on Tuesday that the list was complete.",
        "Turchin",
    ),
    (
        "2022-03-09",
        "Acting Prime Minister of Italy Bruno Falconieri said on Tuesday that he would resign.",
        "Falconieri",
    ),
    (
        "2014-11-19",
        "Ukraine's ousted president, Viktor Yanukovych, said on Tuesday that he would return.",
        "Yanukovych",
    ),
    # looking back
    ("2019-11-06", "In November 1989, German Chancellor Helmut Kohl said the wall would not last.", "Kohl"),
    ("2021-09-08", "US President Jimmy Carter signed the accord in September 1978.", "Carter"),
    (
        "2020-06-10",
        "The text goes back to the days when US Secretary of State Madeleine Albright said it was dead.",
        "Albright",
    ),
    ("2022-02-16", "British Prime Minister Tony Blair had said that the fund was empty.", "Blair"),
    ("2021-04-14", "The accord was signed under US President Bill Clinton.", "Clinton"),
    # in the weeks of a change nothing is sure
    ("2017-02-08", "US Secretary of State John Kerry said on Tuesday that the text was final.", "Kerry"),
    ("2019-12-11", "European Council President Donald Tusk said on Tuesday that the budget was too small.", "Tusk"),
    # the end of the holder's term is unknown
    ("2026-03-11", "OSCE Secretary General Berit Malm said on Tuesday that the mission would stay.", "Malm"),
    # a state or body that the registry doesn't have, or doesn't know offices of
    ("2022-03-09", "Norland's foreign minister, Ada Holm, said on Tuesday that the bridge would reopen.", "Holm"),
    (
        "2022-03-09",
        "The president of the Odrana Chess Federation, Josep Borrell, opened the cup on Tuesday.",
        "Borrell",
    ),
    ("2022-03-09", "German Finance Minister Oskar Tiedemann said on Tuesday that the fund was empty.", "Tiedemann"),
    # parts of states, chambers, parties, companies
    (
        "2022-03-09",
        "President of the Senate Bruno Falconieri said on Tuesday that the vote would be close.",
        "Falconieri",
    ),
    ("2022-03-09", "Crimea's prime minister, Oleg Turchin, said on Tuesday that the port was open.", "Turchin"),
    ("2022-03-09", "Catalonia's president, Jordi Fontcuberta, said on Tuesday that he would talk.", "Fontcuberta"),
    (
        "2022-03-09",
        "Vice President of the European Commission Berit Malm said on Tuesday that the text was fine.",
        "Malm",
    ),
    (
        "2022-03-09",
        "Russian Foreign Ministry spokeswoman Irina Sokolnik said on Tuesday that the note was sent.",
        "Sokolnik",
    ),
    # an office that changes hands in the article
    (
        "2022-03-09",
        "Norland's foreign minister, Ada Holm, said on Tuesday that she would resign. "
        "Norland's foreign minister, Karl Stein, told reporters on Tuesday that he would replace her.",
        "Stein",
    ),
]


@pytest.mark.parametrize(("day", "text", "name"), WRONG)
def test_an_office_that_the_person_did_not_hold_is_doubted_with_a_reference(day: str, text: str, name: str) -> None:
    doubts = [office.doubt for office in offices_of(record_of(day, text), name) if office.doubt]

    assert doubts
    assert all(doubt.reason and doubt.reference for doubt in doubts)


@pytest.mark.parametrize(("day", "text", "name"), RIGHT)
def test_nothing_is_doubted_that_may_be_so(day: str, text: str, name: str) -> None:
    record = record_of(day, text)

    assert name in {word for entity in record.entities for word in entity.name.split()}
    assert [office for entity in record.entities for office in entity.offices if office.doubt] == []


def test_without_a_day_nothing_is_doubted() -> None:
    record = read(Article(text=WRONG[0][1]))

    assert [office.doubt for entity in record.entities for office in entity.offices] == [None]


def test_the_reason_tells_who_held_it_and_when() -> None:
    record = record_of("2018-09-05", "European Commission President José Manuel Barroso said the talks would go on.")

    (office,) = offices_of(record, "Barroso")

    assert office.doubt is not None
    assert office.doubt.reason == (
        "José Manuel Barroso was president of the European Commission from 2004-11-22 to 2014-10-31; "
        "on 2018-09-05 Jean-Claude Juncker was that, from 2014-11-01 to 2019-11-30."
    )
