"""Phrases of present-day news, with the values that the TIMEX3 guidelines give them.

Written on Thursday, 21 March 2013.
"""

from __future__ import annotations

import datetime as dt

import pytest

from claims.temporal import tag

WRITTEN_ON = dt.date(2013, 3, 21)

SENTENCES = [
    # times of day, with zones and days
    ("The gala began at 3:30 p.m. ET Tuesday.", [("3:30 p.m. ET Tuesday", "2013-03-19T15:30")]),
    (
        "It sank Saturday night local time (1500 GMT).",
        [("Saturday night", "2013-03-16TNI"), ("1500 GMT", "2013-03-16T15:00")],
    ),
    (
        "She will speak at 2 p.m. (1800 GMT) Friday.",
        [
            ("2 p.m.", "2013-03-22T14:00"),
            ("1800 GMT", "2013-03-22T18:00"),
            ("Friday", "2013-03-22"),
        ],
    ),
    (
        "Polls will be open from 9 a.m. to 5 p.m. Saturday.",
        [("9 a.m.", "2013-03-23T09:00"), ("5 p.m. Saturday", "2013-03-23T17:00")],
    ),
    ("They fled around 6pm on Sunday evening.", [("6pm on Sunday evening", "2013-03-17T18:00")]),
    ("The Tuesday-night vigil was long.", [("Tuesday-night", "2013-03-19TNI")]),
    ("By late afternoon, the ferry was full.", [("late afternoon", "2013-03-21TAF")]),
    # days
    ("The lab, founded last Nov. 6, has grown.", [("last Nov. 6", "2012-11-06")]),
    ("The offer was open until Dec. 31, 2012.", [("Dec. 31, 2012", "2012-12-31")]),
    ("The trial opens a week on Thursday.", [("a week on Thursday", "2013-04-04")]),
    ("The lease ends a week from Monday.", [("a week from Monday", "2013-04-01")]),
    ("They married on the first Monday in May.", [("the first Monday in May", "2012-05-07")]),
    (
        "They will meet on the first Monday in May.",
        [("the first Monday in May", "2013-05-06")],
    ),
    ("The ballot is Sunday.", [("Sunday", "2013-03-24")]),
    ("The union would appeal Tuesday's ruling.", [("Tuesday", "2013-03-19")]),
    ("The levy takes effect on January 1.", [("January 1", "2014-01-01")]),
    ("She died a year ago today.", [("a year ago today", "2012-03-21")]),
    ("The siege began ten years ago this week.", [("ten years ago this week", "2003-W12")]),
    # weeks and weekends
    ("Fighting went on over the weekend.", [("the weekend", "2013-W11-WE")]),
    ("They met this past weekend.", [("this past weekend", "2013-W11-WE")]),
    (
        "The fair was held in the last week of May 2012.",
        [("the last week of May 2012", "2012-W22")],
    ),
    ("It snowed in the week of March 11.", [("the week of March 11", "2013-W11")]),
    # months, seasons
    ("He resigned late last month.", [("late last month", "2013-02")]),
    ("The firms agreed in June to merge.", [("June", "2012-06")]),
    ("It froze in the winter of 2010-11.", [("the winter of 2010-11", "2010-WI")]),
    (
        "Work will begin in late summer or early fall.",
        [("late summer", "2013-SU"), ("early fall", "2013-FA")],
    ),
    # quarters, halves and business years
    ("Profit rose in fiscal 2013.", [("fiscal 2013", "2013")]),
    ("Sales for FY2012 fell.", [("FY2012", "2012")]),
    ("Output grew in the first half of 2012.", [("the first half of 2012", "2012-H1")]),
    ("First-half profit doubled.", [("First-half", "2012-H1")]),
    (
        "It lost money in the fourth quarter of last year.",
        [("the fourth quarter of last year", "2012-Q4")],
    ),
    (
        "Fourth-quarter profit fell from a year earlier.",
        [("Fourth-quarter", "2012-Q4"), ("a year earlier", "2011-Q4")],
    ),
    (
        "It made less than in the same period last year.",
        [("the same period last year", "2012")],
    ),
    # years and decades
    ("She ran the 2012 campaign.", [("2012", "2012")]),
    ("The bridge will be ready by mid-2015.", [("mid-2015", "2015")]),
    ("It has been closed since the early 2000s.", [("the early 2000s", "200")]),
    ("The mill shut a year and a half ago.", [("a year and a half ago", "2011")]),
    ("It rained for the third time this year.", [("this year", "2013")]),
    ("It will be shut until at least 2015.", [("2015", "2015")]),
    ("It opened on 3 April last year.", [("3 April last year", "2012-04-03")]),
    ("The poet is to be buried Saturday.", [("Saturday", "2013-03-23")]),
    # lengths and rates
    ("Twelve people died in the past 24 hours.", [("the past 24 hours", "PT24H")]),
    ("Repairs take two to three weeks.", [("two to three weeks", "P2W")]),
    ("He faces 10 to 15 years in prison.", [("10 to 15 years", "P10Y")]),
    ("It was a 20- to 30-minute talk.", [("20- to 30-minute", "PT20M")]),
    ("A weeklong truce was agreed.", [("weeklong", "P1W")]),
    ("They stayed for a month or so.", [("a month or so", "P1M")]),
    ("The decades-old ban fell.", [("decades-old", "PXE")]),
    ("He has sat there for 20-plus years.", [("20-plus years", "P20Y")]),
    ("The museum shuts on weekends.", [("weekends", "XXXX-WXX-WE")]),
    ("Weeks later, the mayor resigned.", [("Weeks later", "FUTURE_REF")]),
    ("Rain is likely over the coming days.", [("the coming days", "PXD")]),
    ("It closed for a quarter of a century.", [("a quarter of a century", "P25Y")]),
    ("The merger should close by year's end.", [("year's end", "2013")]),
    # nights, seasons of sport, days known by their number
    ("Shells fell on the port overnight.", [("overnight", "2013-03-20TNI")]),
    ("Frost is expected overnight.", [("overnight", "2013-03-21TNI")]),
    ("She won nine races last season.", [("last season", "2011")]),
    ("He has been guarded since Sept. 11.", [("Sept. 11", "2001-09-11")]),
    ("The fuse burned for a minute and a half.", [("a minute and a half", "PT1M30S")]),
    ("A minute and a half later it blew up.", [("A minute and a half", "PT1M30S")]),
    # what a plan or another date lends its year to
    ("The ballot, predicted for June, may slip.", [("June", "2013-06")]),
    ("It was originally planned for February.", [("February", "2013-02")]),
    ("The games open next April.", [("next April", "2014-04")]),
    (
        "He was held in May 2011 and freed in October.",
        [("May 2011", "2011-05"), ("October", "2011-10")],
    ),
    (
        "It had been warned in May 2011 and in October.",
        [("May 2011", "2011-05"), ("October", "2012-10")],
    ),
    ("Bids are due in the new year.", [("the new year", "2014")]),
    ("He mourned the 5 August victims.", [("5 August", "2012-08-05")]),
    ("They will vote over the next week.", [("the next week", "P1W")]),
    ("A decade ago it was a village.", [("A decade ago", "2003")]),
    ("The yearslong search is over.", [("yearslong", "PXY")]),
    ("They will rest after the final on Sunday.", [("Sunday", "2013-03-24")]),
    ("He will appeal after his conviction on Tuesday.", [("Tuesday", "2013-03-19")]),
    ("She will be flown out after being hurt on Tuesday.", [("Tuesday", "2013-03-19")]),
    ("He said he would resign when the house met on Monday.", [("Monday", "2013-03-25")]),
    ("It would have sunk if they had come on Friday.", [("Friday", "2013-03-15")]),
    ("They set the stage for talks to begin Monday.", [("Monday", "2013-03-25")]),
    ("Orders for January are expected to fall.", [("January", "2013-01")]),
    ("It is likely to last about three weeks.", [("about three weeks", "P3W")]),
    ("The board is meeting on Friday.", [("Friday", "2013-03-22")]),
    ("He proposed that they meet on Friday.", [("Friday", "2013-03-22")]),
    ("Clubs were busy going into Friday's deadline.", [("Friday", "2013-03-22")]),
    ("They ignored the 90 day period.", [("90 day", "P90D")]),
    ("Schools have dropped all classes for Friday.", [("Friday", "2013-03-22")]),
    ("The walk planned for Tuesday was rained off.", [("Tuesday", "2013-03-19")]),
    ("They called off a Sunday sailing.", [("Sunday", "2013-03-24")]),
    ("They called off the sailing Sunday.", [("Sunday", "2013-03-17")]),
    ("The club set Monday as the new date.", [("Monday", "2013-03-25")]),
    ("The house could vote on Monday.", [("Monday", "2013-03-25")]),
    ("The mayor could not be found Monday.", [("Monday", "2013-03-18")]),
    ("They will study what is left from Tuesday's trial.", [("Tuesday", "2013-03-19")]),
    ("It sank at 0700GMT.", [("0700GMT", "2013-03-21T07:00")]),
    ("They waited another couple of days.", [("another couple of days", "P2D")]),
    (
        "The trial starts on June 3, 2014. They must be ready by June 3.",
        [("June 3, 2014", "2014-06-03"), ("June 3", "2014-06-03")],
    ),
    (
        "They dropped services for both Monday and Tuesday.",
        [("Monday", "2013-03-25"), ("Tuesday", "2013-03-26")],
    ),
    ("The next five-day strike is due.", [("five-day", "P5D")]),
    ("It will be sold at a later date.", [("a later date", "FUTURE_REF")]),
    ("It told of weak May sales.", [("May", "2012-05")]),
    ("It told of better-than-expected February sales.", [("February", "2013-02")]),
    (
        "It grew in the third quarter of 2012. This week it told of the same quarter.",
        [
            ("the third quarter of 2012", "2012-Q3"),
            ("This week", "2013-W12"),
            ("the same quarter", "2012-Q3"),
        ],
    ),
    (
        "It will open on Sept. 4 before winding down on Oct. 11.",
        [("Sept. 4", "2013-09-04"), ("Oct. 11", "2013-10-11")],
    ),
    ("They have added shows on Nov. 12.", [("Nov. 12", "2012-11-12")]),
    (
        "It was due in May and June of 2012.",
        [("May", "2012-05"), ("June of 2012", "2012-06")],
    ),
    ("It starts shortly after midnight Friday.", [("midnight Friday", "2013-03-22T00:00")]),
    ("They had warned in the past that it could.", [("the past", "PAST_REF")]),
    # what only looks like a date
    ("Russia Today said so.", []),
    ("She plays the game Striker 2005.", []),
    ("He drove a 1987 Chevrolet.", []),
    ("The song made her famous overnight.", []),
    ("He was twice the coach of the year.", []),
    ("She said weary May allies had left.", []),
    ("It was scorned in some quarters.", []),
    ("She lives at Sunrise, Fla.", []),
    ("He saw the last season of the show.", []),
    ("She skated at the Winter Olympics.", []),
    ("They signed the Good Friday Agreement.", []),
    ("The Six-Day War was short.", []),
    ("His six-month-old son slept.", []),
    ("The desk is open 24/7.", []),
    ("He spoke on the eve of the vote.", []),
    ("She was named Player of the Year.", []),
    ("He writes for the Mail on Sunday.", []),
    ("He told 60 Minutes it was false.", []),
    ("It was in the 1900 block of the street.", []),
]


@pytest.mark.parametrize(("text", "said"), [pytest.param(*row, id=row[0]) for row in SENTENCES])
def test_present_day_news_is_read(text: str, said: list[tuple[str, str]]) -> None:
    assert [(text[t.start : t.end], t.value) for t in tag(text, WRITTEN_ON)] == said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Five people died after the Jan. 6 attack.", "2021-01-06"),
        ("The Oct. 7 massacre changed much.", "2023-10-07"),
        ("A shop opened on Jan. 6.", "2026-01-06"),
    ],
)
def test_a_day_known_by_its_number_keeps_its_year(text: str, value: str) -> None:
    assert [t.value for t in tag(text, dt.date(2026, 5, 1))] == [value]


def test_a_clock_time_in_a_year_of_three_digits_is_well_formed() -> None:
    assert tag("noon on March 3", dt.date(999, 3, 1))[0].value == "0999-03-03T12:00"
