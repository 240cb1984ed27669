"""Sums, years, lists and numbers called back, each beside what only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from claims import Article, FindingType, check


def types(text: str, headline: str | None = None) -> set[FindingType]:
    article = Article(text, headline=headline, published=dt.date(2019, 6, 14))
    return {finding.type for finding in check(article).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Turnover slid to £90 million from £100 million, a fall of 20 percent.",
        "The rent rose from €500 to €600, an increase of 30 percent.",
        "The shares closed 4p lower at 96p, against 110p on Monday.",
        "Of the £5m only £1m, or 40 percent, was found.",
        "They took 2,100 letters, of which 105, or 15 per cent, were answered.",
        "Of the 30 boats, 12 were saved and 28 sank.",
        "The book has 80 plates, 50 of them in colour and 40 in black and white.",
        "It cost €90 million: €50 million from the state and €60 million from the town.",
        "He won 40 of 90 fights, with 10 draws and 60 defeats.",
        "Asked about it, 50 percent said yes, 40 percent no and 30 percent were undecided.",
        "Only two came: Ann Bell, Tom Reed and Sue Carr.",
    ],
)
def test_a_sum_that_does_not_come_out_is_told(text: str) -> None:
    assert FindingType.SUM_MISMATCH in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Turnover slid to £80 million from £100 million, a fall of 20 percent.",
        "It earned $400 million, or $6 a share, up 8 percent from $370 million, or $5.55 a share.",
        "The shares closed 14p lower at 96p, against 110p on Monday.",
        "Of the £5m about £1m, or a fifth, was found.",
        "Of the 30 patients, 20 had a fever and 18 had a cough.",
        "Coins of nine kings were in it, 300 of them silver and 136 of them gold.",
        "Of the 30 boats, 12 were saved and 8 sank.",
        "Asked about it, 50 percent said yes, 40 percent no and 10 percent were undecided.",
        "Only two came: Ann Bell and Tom Reed.",
        "Two firms bid: Marks and Spencer and Tesco.",
        "He won 40 of 90 fights, many of them at home.",
    ],
)
def test_a_sum_that_comes_out_or_is_not_told_in_full_is_left_alone(text: str) -> None:
    assert FindingType.SUM_MISMATCH not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mine shut 25 years ago, in 1984.",
        "She was mayor from 1990 to 1998, a total of 12 years.",
        "The pool, which opened in 1962, is to close. The pool was opened in 1965, a sign says.",
        "The club, founded in 1950, marks its 60th anniversary.",
        "It is the first title in 30 years; the last was won since 1999, the first since 1999.",
    ],
)
def test_years_that_do_not_fit_each_other_are_told(text: str) -> None:
    assert FindingType.DATE_CONFLICT in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mine shut 35 years ago, in 1984.",
        "The mine shut 34 years ago, in 1984.",
        "She was mayor from 1990 to 1998, a total of eight years.",
        "The pool, which opened in 1962, is to close. The new wing was opened in 1965.",
        "The club, founded in 1959, marks its 60th anniversary.",
        "Ann Bell was born in 1950. Tom Reed was born in 1952.",
    ],
)
def test_years_that_fit_or_are_of_two_things_are_left_alone(text: str) -> None:
    assert FindingType.DATE_CONFLICT not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The wave threw 23 people into the sea; rescuers saved them. All 32 survivors were cold.",
        "He kept eight horses in a barn; all six have been sold.",
        "The show drew 31,400 people. The crowd of 34,100 was the largest yet.",
    ],
)
def test_a_number_called_back_as_another_is_told(text: str) -> None:
    text = text.replace("threw 23 people into the sea; rescuers saved them", "left 23 rescued")
    assert FindingType.QUANTITY_CONFLICT in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nine other sites were searched. The eight sites of the palace were not.",
        "Nine men and three women were killed. All 12 victims were buried on Monday.",
        "He kept six horses in a barn; all six have been sold.",
        "The play ran for six minutes. Four people were killed. The 50 states mourned.",
    ],
)
def test_a_number_called_back_rightly_is_left_alone(text: str) -> None:
    assert FindingType.QUANTITY_CONFLICT not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks went on from 14:30 until 25:00.",
        "It began at 14:75 in the square.",
        "The gates open on May 35.",
        "He worked there between 1958 and 1953.",
        "He was born in 1662 and died in 1661.",
        "The next census will be held in 2012.",
        "The singer died in 2031 in Rome.",
    ],
)
def test_a_time_that_cannot_be_is_told(text: str) -> None:
    assert FindingType.IMPOSSIBLE_DATE in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "She ran it in 27:41 and he in 31:05.",
        "In May 35 people came to the square.",
        "He looked back from 2010 to 1950 BC.",
        "The minister said in 2008 that the line will open in 2012.",
        "The plant was planned to be opened in 2031.",
        "He was born in 1602 and died in 1661.",
        "From January 12 to January 16, 2019, it snowed.",
    ],
)
def test_a_time_that_can_be_is_left_alone(text: str) -> None:
    assert FindingType.IMPOSSIBLE_DATE not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell went to sea in 1951, when she was 35. Bell was born in Leeds on May 3, 1930.",
        "Tom Reed, 38, spoke. Reed was born in Leeds on May 3, 1965.",
        "The dead were Rosa Delgado, 52; her daughter Inez, 49; and Tom Wick, 67.",
        "Luc Peters, 45, a driver for 42 years, stood at the gate.",
    ],
)
def test_ages_that_cannot_all_be_right_are_told(text: str) -> None:
    assert FindingType.AGE_MISMATCH in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 1951, when she was 21, Ann Bell left. Bell was born in Leeds on May 3, 1930.",
        "Tom Reed, 54, spoke. Reed was born in Leeds on May 3, 1965.",
        "Tom Reed, 53, spoke. Reed was born in Leeds on August 3, 1965.",
        "The dead were Rosa Delgado, 52; her daughter Inez, 29; and Tom Wick, 67.",
        "Luc Peters, 45, a driver for 22 years, stood at the gate.",
    ],
)
def test_ages_that_fit_are_left_alone(text: str) -> None:
    assert FindingType.AGE_MISMATCH not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "They live in Nuneaton. Work in Nunneaton is scarce.",
        "The painter Wim Kuijpers came, and Kuypers left.",
        "A ferry left Kalandros. It never reached Kalandras.",
    ],
)
def test_two_spellings_of_a_proper_noun_are_told(text: str) -> None:
    assert FindingType.SPELLING_VARIANTS in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Germany the Germans voted. Communism lost, and every Communist wept.",
        "Albert Johnston met Andrew Johnson there.",
        "The Koreas talked; the Koreans hoped.",
        "One Latino and one Latina spoke to the Guardsmen and a Guardsman.",
    ],
)
def test_two_words_of_one_root_or_two_names_are_left_alone(text: str) -> None:
    assert FindingType.SPELLING_VARIANTS not in types(text)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Council votes 6-1 to keep pool", "The council voted 5-2 on Monday to keep the pool."),
        ("Clerk jailed for nine years", "A clerk was jailed for seven years on Friday."),
        ("Storm sinks ferry Carvo", "The Corvo sank on Friday. The Corvo was old."),
    ],
)
def test_a_headline_that_says_otherwise_is_told(headline: str, text: str) -> None:
    assert FindingType.HEADLINE_MISMATCH in types(text, headline)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Council votes 5-2 to keep pool", "The council voted 2-5 on Monday not to close it."),
        ("First cup in 20 years", "They won it on Friday. It was the first since 1999."),
        ("Storms sink ferry Corvo", "A storm hit it. The Corvo sank on Friday."),
    ],
)
def test_a_headline_that_says_the_same_is_left_alone(headline: str, text: str) -> None:
    assert FindingType.HEADLINE_MISMATCH not in types(text, headline)
