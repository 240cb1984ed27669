import pytest

from claims import overlaps
from claims.model import (
    Claim,
    ClaimKind,
    DateValue,
    NameValue,
    OfficeValue,
    PersonFactValue,
    QuantityValue,
    QuotationValue,
    Span,
    TreatyValue,
)


def claim(kind, start, end, value, exact=""):
    return Claim(kind, "body", Span(start, end), exact, Span(0, 200), value)


TREATY = claim(ClaimKind.TREATY, 10, 30, TreatyValue("INF Treaty", known=True))
QUOTE = claim(ClaimKind.QUOTATION, 10, 90, QuotationValue("Ana Silva"))


def test_a_year_inside_a_treatys_name_is_no_date_of_its_own():
    year = claim(ClaimKind.DATE, 14, 18, DateValue("DATE", "1987"), "1987")
    assert overlaps.resolve([TREATY, year]) == [TREATY]


def test_a_name_stays_beside_the_office_that_holds_it():
    office = claim(ClaimKind.OFFICE, 0, 20, OfficeValue("Ana Silva", "President"))
    name = claim(ClaimKind.NAME, 10, 19, NameValue("person"))
    assert overlaps.resolve([office, name]) == [office, name]


def test_an_age_wins_over_the_duration_but_a_day_of_birth_stays():
    age = claim(ClaimKind.PERSON_FACT, 0, 12, PersonFactValue("Ana Silva", "age", 30))
    duration = claim(ClaimKind.DATE, 0, 8, DateValue("DURATION", "P30Y"), "30-year")
    born = claim(ClaimKind.DATE, 4, 12, DateValue("DATE", "1929"), "in 1929")
    assert overlaps.resolve([age, duration, born]) == [age, born]


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        (claim(ClaimKind.DATE, 20, 24, DateValue("DATE", "1987"), "1987"), True),
        (claim(ClaimKind.DATE, 20, 30, DateValue("DATE", "2021-W10"), "last week"), False),
        (claim(ClaimKind.QUANTITY, 20, 22, QuantityValue(22, "percent"), "22%"), True),
        (claim(ClaimKind.QUANTITY, 20, 23, QuantityValue(2, "things"), "two"), False),
        (claim(ClaimKind.OFFICE, 20, 35, OfficeValue("Biden", "President"), "x"), False),
        (claim(ClaimKind.TREATY, 20, 35, TreatyValue("New START", known=True), "x"), True),
    ],
)
def test_inside_a_quotation_only_what_is_checkable_by_itself_stays(inside, stays):
    assert (inside in overlaps.resolve([QUOTE, inside])) is stays


def test_the_same_claim_twice_is_listed_once():
    assert overlaps.resolve([TREATY, TREATY]) == [TREATY]


def test_neighbours_that_only_touch_both_stay():
    after = claim(ClaimKind.DATE, 30, 34, DateValue("DATE", "1987"), "1987")
    assert overlaps.resolve([TREATY, after]) == [TREATY, after]
