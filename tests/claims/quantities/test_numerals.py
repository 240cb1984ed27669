import pytest

from claims.quantities.numerals import numerals


def said(text):
    return [(text[n.start : n.end], n.value) for n in numerals(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,400 of 1,234,567.5", [("2,400", 2400), ("1,234,567.5", 1234567.5)]),
        ("2.4 billion and 5-million", [("2.4 billion", 2_400_000_000), ("5-million", 5_000_000)]),
        ("$3bn, £40m, 500k", [("3bn", 3_000_000_000), ("40m", 40_000_000), ("500k", 500_000)]),
        ("twenty-three cats", [("twenty-three", 23)]),
        ("one hundred and five", [("one hundred and five", 105)]),
        ("two hundred and five thousand", [("two hundred and five thousand", 205_000)]),
        ("two and a half million", [("two and a half million", 2_500_000)]),
        ("four-and-a-half inches", [("four-and-a-half", 4.5)]),
        ("half a million, a dozen", [("half a million", 500_000), ("a dozen", 12)]),
        ("a quarter of a million", [("a quarter of a million", 250_000)]),
        ("two-thirds of them", [("two-thirds", 0.666667)]),
        ("a third of the seats", [("a third", 0.333333)]),
        ("nearly half, half the town", [("half", 0.5), ("half", 0.5)]),
        ("5½ miles, 3/4 full", [("5½", 5.5), ("3/4", 0.75)]),
        ("tens of thousands fled", [("tens of thousands", 10_000)]),
    ],
)
def test_a_number_is_found_with_its_value(text, expected):
    assert said(text) == expected


def test_three_and_five_are_two_numbers():
    assert said("between three and five") == [("three", 3), ("five", 5)]


@pytest.mark.parametrize(
    "text",
    ["a third term", "the second half", "half-time", "she scores well", "the latter half of June"],
)
def test_an_ordinal_or_a_word_that_looks_like_a_share_is_no_number(text):
    assert said(text) == []


def test_a_flood_of_digits_is_left_alone():
    assert said("1" * 10_000) == []
