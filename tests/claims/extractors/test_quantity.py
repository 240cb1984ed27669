import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import quantity
from claims.model import Article


def said(text):
    """(words, number) of every quantity in the text."""
    article = Article(text=text)
    document = Context(article, find_anchor(article)).body
    return {claim.exact: claim.value for claim in quantity.find(document)}


@pytest.mark.parametrize(
    ("text", "exact", "number", "unit"),
    [
        ("The firm made $2.4 billion.", "$2.4 billion", 2_400_000_000, "USD"),
        ("It cost A$30m to build.", "A$30m", 30_000_000, "AUD"),
        ("They paid 5,000 Indian rupees.", "5,000 Indian rupees", 5_000, "INR"),
        ("Some 22 percent agreed.", "22 percent", 22, "percent"),
        ("It rose 0.5 percentage points.", "0.5 percentage points", 0.5, "percentage points"),
        ("The march drew 900 people.", "900", 900, "people"),
        ("The strike hit 6m passengers.", "6m", 6_000_000, "passengers"),
        ("They built a 6m wall.", "6m", 6, "m"),
        ("Shares fell to 187p.", "187p", 187, "GBP pence"),
        ("The lake was 2 degrees above the usual 7.3C.", "7.3C", 7.3, "°C"),
        ("It is stored at -70C.", "-70C", -70, "°C"),
        ("The yew is 2,400 years old.", "2,400", 2_400, "years"),
        ("A 600-year-old barn burned.", "600", 600, "years"),
        ("Six suspected gunmen fled.", "Six", 6, "gunmen"),
        ("The 300-page report is out.", "300", 300, "page"),
        ("It hired 40 police officers.", "40", 40, "officers"),
        ("The line took 2,100 calls.", "2,100", 2_100, "calls"),
        ("The road runs 12 miles.", "12 miles", 12, "miles"),
        ("It fell to -5°C in the hills.", "-5°C", -5, "°C"),
        ("The quake killed at least 34.", "34", 34, None),
        ("Dozens of homes burned.", "Dozens", 12, "homes"),
        ("Two-thirds of voters agreed.", "Two-thirds", 0.666667, "voters"),
        ("It owns 3 million Swiss francs.", "3 million Swiss francs", 3_000_000, "CHF"),
        ("Rates fell .5 percent.", ".5 percent", 0.5, "percent"),
        ("It cost one point six billion dollars.", "one point six billion dollars", 1.6e9, "USD"),
        ("A magnitude-7.1 quake hit.", "7.1", 7.1, "magnitude"),
        ("He is 5ft 6in tall.", "5ft 6in", 5.5, "ft"),
        ("She is 6 feet 3 inches tall.", "6 feet 3 inches", 6.25, "ft"),
        ("Sales rose tenfold.", "tenfold", 10, "times"),
        ("It has twice as many cows.", "twice", 2, "times"),
        ("Remaining 75 seats are contested.", "75", 75, "seats"),
        ("It ended the Lions’ 10-game streak.", "10", 10, "game"),
        ("She leapt 6.63m.", "6.63m", 6.63, "m"),
        ("Of these a third were women.", "a third", 0.333333, None),
        ("He wrote to the dozen judges.", "dozen", 12, "judges"),
        ("He won six of his 49-Test run.", "49", 49, "Test"),
    ],
)
def test_a_quantity_has_its_number_and_what_it_counts(text, exact, number, unit):
    value = said(text)[exact]
    assert (value.number, value.unit) == (number, unit)


@pytest.mark.parametrize(
    ("text", "exact", "span"),
    [
        ("It will take 10 to 15 boats.", "10 to 15", (10, 15)),
        ("Between 3 and 5 million people fled.", "3 and 5 million", (3_000_000, 5_000_000)),
        ("It weighs 3–5 kg.", "3–5 kg", (3, 5)),
        ("A loan of $10-$15 million.", "$10-$15 million", (10_000_000, 15_000_000)),
        ("Three or four ships were seen.", "Three or four", (3, 4)),
        ("Some 300-400 marchers came.", "300-400", (300, 400)),
        ("They met 10- to 15-foot waves.", "10- to 15-foot", (10, 15)),
    ],
)
def test_a_range_is_one_item_with_both_ends(text, exact, span):
    assert said(text)[exact].range == span


@pytest.mark.parametrize(
    ("text", "exact", "number", "against", "unit"),
    [
        ("The House voted 218-210 to pass it.", "218-210", 218, 210, "votes"),
        ("The motion was carried by 61 to 39.", "61 to 39", 61, 39, "votes"),
        ("In a 5-4 ruling, the court said no.", "5-4", 5, 4, "votes"),
        ("One in five Germans agrees.", "One in five", 1, 5, "ratio"),
        ("Nine out of 10 doctors said so.", "Nine out of 10", 9, 10, "ratio"),
        ("It is mixed in a ratio of 3:1.", "3:1", 3, 1, "ratio"),
    ],
)
def test_a_vote_or_ratio_is_one_item_with_its_other_number(text, exact, number, against, unit):
    value = said(text)[exact]
    assert (value.number, value.against, value.unit) == (number, against, unit)


def test_from_one_figure_to_another_is_two_quantities():
    assert list(said("Sales rose from 10 to 15 tons.")) == ["10", "15 tons"]


@pytest.mark.parametrize(
    "text",
    [
        "About 900 people came.",
        "Nearly 900 people came.",
        "More than 900 people came.",
        "As many as 900 people came.",
        "An estimated 900 people came.",
        "Some 900 people came.",
        "There were 900 or so.",
    ],
)
def test_a_hedged_number_is_approximate(text):
    assert said(text)["900"].approximate


def test_a_plain_number_is_exact():
    assert not said("Exactly 900 people came.")["900"].approximate


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 737 landed.",
        "Nord Stream 2 was halted.",
        "Work on the Nord Stream 2 link risks a fine.",
        "She works for Channel 4 in Leeds.",
        "Leaders of the G7 and the G-20 met.",
        "It invoked Article 5 of the treaty.",
        "Crash closes Highway 101 near the bay.",
        "The Apollo 11 crew came home.",
        "Search for Flight 370 resumes.",
        "The bill, H.R. 4, has stalled.",
        "The S&P 500 was flat.",
        "He lives at 10 Downing Street.",
        "Call 555-0123 for help.",
        "It starts at 7:30 sharp.",
        "They won 3-2 away from home.",
        "A 21-14 victory over Kent.",
        "No. 10 declined to comment.",
        "The Seven Sisters are hills.",
        "Three Mile Island is shut.",
        "It was one of the reasons.",
        "No one knew, and one must ask.",
        "The two men shook hands.",
        "Ana Lopez, 47, was unhurt.",
        "She died at 93.",
        "A boy aged 12 was found.",
        "The 8-year-old slept.",
        "He lives in flat 12C.",
        "The screen shows 1080p.",
        "In 1987 it closed.",
        "It was a 90-minute film.",
        "Both fired F-16s and Mi-8s.",
        "1. Wash the rice.",
        "She finished 1st and 22nd.",
        "Turn to page 12 now.",
        "See example.org/2021/44 online.",
        "He had a .22-caliber rifle and a 9mm pistol.",
        "She won the women's 5,000m and the 4x100m relay.",
        "It shut the road at junctions 10 and 12.",
        "England reached 245 for six.",
        "Pope took five for 54 in the innings.",
        "Golden State 106, Toronto 100.",
        "It lived 242m years ago.",
        "He hit a 3-pointer.",
        "Teenagers aged between 13 and 17 came.",
        "There is only one way.",
        "It asked 18- to 24-year-olds.",
        "The terms are three- to five-year ones.",
        "She rang 911, and the 999 operator hung up.",
        "See p. 12 of the report.",
        "He is on the bureau’s 10 Most Wanted List.",
        "They play five-a-side football.",
    ],
)
def test_a_name_label_age_time_or_score_is_no_quantity(text):
    assert said(text) == {}


def test_one_counts_where_it_is_a_casualty():
    assert "one" in said("The blast killed one person and hurt three.")
    assert "three" in said("The blast killed one person and hurt three.")
    assert "one" in said("It counted only one broken arm.")


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "\n\n",
        "½",
        "🙂 5 🙂",
        "1" * 5000,
        "(" * 5000,
        "٣ people",
        "$",
        "1-2-3-4-5",
        ".5" * 999,
        "5'" * 999,
    ],
)
def test_no_text_breaks_the_extractor(text):
    said(text)
