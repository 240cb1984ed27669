"""What an article tells in two places: tolls, lists, rates, dates in their order."""

from __future__ import annotations

import datetime as dt

import pytest

from claims import Article, FindingType, check

DAY = dt.date(2018, 11, 20)  # a Tuesday


def said(text: str, kind: FindingType, headline: str | None = None) -> list[str]:
    found = check(Article(text, published=DAY, headline=headline)).findings
    return [finding.message for finding in found if finding.type is kind]


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 12 people in Arna. Another 5 died in Bodo. In all, 18 people are dead.",
        "Nine people were killed in a blast. Six more died in another, taking the toll to 16.",
        "Nine people were killed when a bus fell. The dead were six women and four men.",
        "A fire hurt eight people. The injured were five boys and four girls.",
        "It takes 26 men, nine from the coast and 18 from the hills.",
        "Of 41 witnesses, 29 spoke for the crown and 14 for the defence.",
        "The office has a staff of 11, of whom seven will stay and five will go.",
        "Of 44 people, 35 lived; 20 of them are in hospital and the other 18 went home.",
        "They have 58 points from 30 games, having won 18, drawn seven and lost six.",
        "The flat was let for €1,500 a month, or €24,000 a year.",
        "She won the race three times, in 2004 and 2011.",
        "He has four world titles, in 2001, 2004 and 2011.",
        "She scored twice, in the 12th, 40th and 70th minutes.",
        "They had two children, Egle, Tomas and Lina.",
        "The ministers signed four accords, on water, visas and research.",
        "It is the firm’s fifth shop, after those in Athens and Sofia.",
        "The firm offers $28 a share, 25 percent above Monday’s close of $20.",
        "Bread will cost 6 percent more, 58 crowns a loaf instead of 50.",
        "It will cut 1,200 of its 9,600 jobs. That is one in five.",
        "Fuel cost €310 million, €50 million more than the €280 million of last year.",
        "Doctors saw 6,400 people, twice the 2,300 of the week before.",
        "Turnout was 61 percent, five points above the 58 percent of 2017.",
        "It costs $1.8 billion, of which China lends $1.2 billion and the state pays $900 million.",
        "It has a fleet of 58 planes, of which 60 are leased.",
        "They met five times, twice in Riga and four times in Liepaja.",
        "Seven skiers died. Four of them were Swiss, three Italian and one Belgian.",
        "The city has had 50,000 doses. Half of them, 15,000, have been used.",
        "Cracks are in nine of its 36 cables, one in three.",
        "The lake was at 9.4C, 3.1 degrees above the usual 7.3C.",
        "At the clinic, 82 percent of the 900 nurses, 538, stayed away.",
        "He robbed 17 people, nine of them widows and eleven pensioners.",
        "It is the third strike this year, after those in February, May and June.",
        "Two people died: a man of 44, a woman of 51 and a girl of nine.",
    ],
)
def test_a_number_that_its_parts_do_not_make_up_is_found(text: str) -> None:
    assert said(text, FindingType.SUM_MISMATCH)


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 12 people in Arna. Another 5 died in Bodo. In all, 17 people are dead.",
        "The flood killed 12 people in Arna. At least 5 more died in Bodo. In all, 18 are dead.",
        "Twelve people were killed, three of them boys. Another 5 died. In all, 17 are dead.",
        "Nine people were killed when a bus fell. The dead were six women and three men.",
        "Nine people were killed. The dead included six women and two men.",
        "Of 41 witnesses, 29 spoke for the crown and 12 for the defence.",
        "Of the 44 people on board, 20 of them sick, 35 lived.",
        "The flat was let for €1,500 a month, or €18,000 a year.",
        "The guard earns $15 an hour, or about $600 a week.",
        "She won the race three times, most recently in 2004 and 2011.",
        "She won three Grammys, in 2004 and 2011.",
        "She scored twice, in the 12th and 70th minutes.",
        "They had two children, Egle and Tomas, and lived in Nida.",
        "The ministers signed three accords, on trade and fishing, visas, and research.",
        "It is the firm’s third shop, after those in Athens and Sofia.",
        "On the third day after Athens and Sofia voted, he resigned.",
        "The firm offers $28 a share, 40 percent above Monday’s close of $20.",
        "Bread will cost 6 percent more, 53 crowns a loaf instead of 50.",
        "It will cut 1,200 of its 9,600 jobs. That is one in eight.",
        "Fuel cost €310 million, €30 million more than the €280 million of last year.",
        "Doctors saw 6,400 people, twice the 3,200 of the week before.",
        "Turnout was 61 percent, three points above the 58 percent of 2017.",
        "They met five times, twice in Riga and three times in Liepaja.",
        "Seven skiers died. Four of them were Swiss, two Italian and one Belgian.",
        "The city has had 50,000 doses. Half of them, 25,000, have been used.",
        "Cracks are in nine of its 36 cables, one in four.",
        "The lake was at 9.4C, 2.1 degrees above the usual 7.3C.",
        "At the clinic, 82 percent of the 900 nurses, 738, stayed away.",
        "He robbed 17 people, nine of them widows and eight pensioners.",
        "It is the third strike this year, after those in February and June.",
        "Two people died: a man of 44 and a girl of nine.",
        "Two people died: a man of 44 and his dog, and a girl of nine was hurt.",
        "Seven skiers died and nine were hurt. Four of them were Swiss, three Thai and one Czech.",
    ],
)
def test_a_number_that_its_parts_make_up_or_may_is_left_alone(text: str) -> None:
    assert said(text, FindingType.SUM_MISMATCH) == []


@pytest.mark.parametrize(
    "text",
    [
        "She was arrested in July 2012 and charged in May 2012.",
        "The pact was agreed on 17 November and would be in force from 15 November.",
        "The mill was built in 1921 and demolished in 1912.",
        "He resigned on Tuesday, two days after a newspaper wrote on Friday that he had lied.",
        "It closed the office in 2010 and opened it again in 2016, four years later.",
        "Work begins in May and will take six years, until 2029.",
        "She has run the firm since 2003, five years now.",
        "She came on Monday, 5 November, for a three-day visit that ends on Friday, 9 November.",
        "A bus fell into a gorge on Tuesday morning, killing nine, the police said on Monday.",
    ],
)
def test_dates_that_cannot_stand_in_the_order_told_are_found(text: str) -> None:
    assert said(text, FindingType.DATE_CONFLICT)


@pytest.mark.parametrize(
    "text",
    [
        "She was arrested in May 2012 and charged in July 2012.",
        "She was arrested in July 2012, and her brother, charged in May 2012, was freed.",
        "She was born in 1940 and, as a widow, married again in 1980.",
        "He resigned on Tuesday, two days after a newspaper wrote on Sunday that he had lied.",
        "He resigned on Tuesday, nine days after a newspaper wrote on Sunday that he had lied.",
        "It closed the office in 2010 and opened it again in 2016, six years later.",
        "Work begins in May and will take six years, until 2025.",
        "Work begins in 2021 and will take six years, until 2027.",
        "She came on Monday, 5 November, for a three-day visit that ends on Wednesday, 7 November.",
        "The bus will leave on Tuesday morning, the company said on Monday.",
        "A bus fell into a gorge on Sunday morning, killing nine, the police said on Monday.",
    ],
)
def test_dates_in_their_order_are_left_alone(text: str) -> None:
    assert said(text, FindingType.DATE_CONFLICT) == []


def test_a_day_to_come_does_not_go_with_the_past() -> None:
    text = "Nicaragua had ordered the consul out of the country on {} November, he said."
    assert said(text.format(24), FindingType.IMPOSSIBLE_DATE)
    assert not said(text.format(14), FindingType.IMPOSSIBLE_DATE)
    history = "In 1917 the town was quiet. " + text.format(24)
    assert not said(history, FindingType.IMPOSSIBLE_DATE)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Chile expels five diplomats", "Chile has sent four diplomats home. Peru took in two."),
        (
            "Fire hurts 70",
            "Seventeen people were hurt in a fire. In 1931, 70 were hurt in another.",
        ),
        (
            "Sanctions on 21 judges",
            "Oslo put sanctions on 12 judges. Now 21 Belarusians are listed.",
        ),
        ("Harvest falls by a third", "The harvest fell by 25 percent, farmers said. It is small."),
        ("Rovers win derby for fifth time in a row", "Rovers had their fourth straight derby win."),
        (
            "Jury clears nurse, 34, of theft",
            "A nurse was cleared. Josephine Adu, 43, wept as she left court.",
        ),
        (
            "Belgrade recalls its ambassador to Latvia",
            "Serbia recalled its ambassador to Estonia on Monday, the foreign ministry said.",
        ),
    ],
)
def test_a_headline_that_the_opening_contradicts_is_found(headline: str, text: str) -> None:
    assert said(text, FindingType.HEADLINE_MISMATCH, headline)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Chile expels five diplomats",
            "Chile sent four diplomats home. A fifth left, so five went.",
        ),
        ("Fire hurts 20", "Seventeen people were hurt in a fire and three were hurt on the way."),
        (
            "Harvest falls by a quarter",
            "The harvest fell by 24 percent, farmers said. It is small.",
        ),
        ("Rovers win fourth derby in a row", "Rovers won a derby for the fourth time running."),
        (
            "Jury clears nurse, 34, of theft",
            "A nurse, 34, was cleared. Her mother, Rose Adu, 63, wept.",
        ),
    ],
)
def test_a_headline_that_the_body_bears_out_is_left_alone(headline: str, text: str) -> None:
    assert said(text, FindingType.HEADLINE_MISMATCH, headline) == []


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("They drove 610 kilometres. The 160-kilometre road has no fences.", True),
        ("They drove 160 kilometres. The 160-kilometre road has no fences.", False),
        ("They drove 30 kilometres. The 160-kilometre road has no fences.", False),
        ("The quake measured 6.7. The magnitude-6.1 shock was felt in Ila.", True),
        ("The quake measured 6.1. The magnitude-6.1 shock was felt in Ila.", False),
        ("The guild has 2,100 members. Its 1,200 members want a loan.", True),
        ("The dam moves 23,000 people. The minister said the 32,000 would be paid.", True),
        ("The dam moves 23,000 people. The minister said the 23,000 would be paid.", False),
        ("The guild has 2,100 members. Its 900 halls are empty.", False),
    ],
)
def test_a_measure_or_a_count_called_back_is_the_one_told(text: str, is_slip: bool) -> None:
    assert bool(said(text, FindingType.QUANTITY_CONFLICT)) is is_slip


def test_a_head_of_government_is_not_the_president_too() -> None:
    text = "Prime Minister Olli Nyman came. “No,” said {} Nyman, who left early for home."
    assert said(text.format("President"), FindingType.TITLE_CONFLICT)
    assert not said(text.format("Prime Minister"), FindingType.TITLE_CONFLICT)
    putin = "Prime Minister Vladimir Putin came. “No,” said President Putin, who left for home."
    assert not said(putin, FindingType.TITLE_CONFLICT)


RECALL = "Serbia recalled its ambassador to Estonia on Monday. "


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        (RECALL + "The recall of the ambassador to Latvia came after a row.", True),
        (RECALL + "The recall of the ambassador to Estonia came after a row.", False),
        (RECALL + "The recall of the ambassador to Latvia last year was brief.", False),
        (RECALL + "It also recalled its ambassador to Latvia.", False),
        ("Poland expelled five Russians. The expulsion of the Belarusian diplomats hurt.", True),
    ],
)
def test_an_act_called_back_concerns_the_country_that_it_was_told_of(
    text: str, is_slip: bool
) -> None:
    assert bool(said(text, FindingType.EVENT_CONFLICT)) is is_slip


def test_nobody_is_ambassador_to_two_countries() -> None:
    text = "The ambassador to Latvia, Milena Stojic, left. Milena Stojic, ambassador to {}, wept."
    assert said(text.format("Estonia"), FindingType.TITLE_CONFLICT)
    assert not said(text.format("Latvia"), FindingType.TITLE_CONFLICT)
