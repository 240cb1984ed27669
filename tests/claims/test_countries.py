"""Countries are found by every name that news gives them, and not where another thing is meant."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from claims import countries


def named(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.code) for m in countries.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and the U.K. agreed", [("Norway", "NO"), ("U.K.", "GB")]),
        ("the Quai d’Orsay replied", [("Quai d’Orsay", "FR")]),
        ("U.S.-Russia talks", [("U.S.", "US"), ("Russia", "RU")]),
        ("two Iranians and a Dane", [("Iranians", "IR"), ("Dane", "DK")]),
        ("KENYA RECALLS ENVOY", [("KENYA", "KE")]),
        ("Papua New Guinea", [("Papua New Guinea", "PG")]),
        ("North Korean and South Korean", [("North Korean", "KP"), ("South Korean", "KR")]),
        ("Sao Tome and Principe", [("Sao Tome and Principe", "ST")]),
        ("Belarus’ ambassador", [("Belarus", "BY")]),
        ("the United\nStates", [("United\nStates", "US")]),
        ("Soviet troops in East Germany", [("Soviet", "SU"), ("East Germany", "DD")]),
        ("Foggy Bottom was silent", [("Foggy Bottom", "US")]),
    ],
)
def test_a_country_is_found_by_its_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico voted",
        "The Washington Post wrote",
        "all of Latin America",
        "let us go",
        "a roast turkey and a china plate",
        "the Warsaw Pact",
        "the Xomanis of Xromania",
        "",
        "🇷🇺 ‏روسيا",
    ],
)
def test_what_only_looks_like_a_country_is_not_one(text: str) -> None:
    assert named(text) == []


def test_a_name_that_is_also_something_else_is_flagged() -> None:
    [georgia, brussels] = countries.find("Georgia wrote to Brussels")
    assert georgia.ambiguous
    assert brussels.ambiguous
    assert (brussels.code, brussels.also) == ("BE", ("EU",))


def test_display_names_carry_their_article() -> None:
    assert countries.name("US") == "the United States"
    assert countries.name("FR") == "France"
    assert countries.name("??") == "??"


def test_every_code_of_the_table_has_a_name_to_show_and_every_row_a_source() -> None:
    with resources.files("claims.data").joinpath("countries.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["code"] for row in rows} - {"-"} <= set(countries.COUNTRIES.names)
    assert all(row["source"] for row in rows)
    assert len({(r["code"], r["kind"], r["surface"]) for r in rows}) == len(rows)
