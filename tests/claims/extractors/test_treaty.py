"""Which treaties an article names, where, and what is said of them."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Article, check
from claims.model import Claim, ClaimKind, TreatyValue


def _claims(text: str, **fields: Any) -> list[Claim]:
    checklist = check(Article(text=text, **fields))
    return [item for item in checklist.items if item.kind is ClaimKind.TREATY]


def _names(text: str) -> list[str]:
    return [claim.exact for claim in _claims(text)]


def _value(text: str) -> TreatyValue:
    (claim,) = _claims(text)
    assert isinstance(claim.value, TreatyValue)
    return claim.value


def test_a_known_treaty_carries_its_dates() -> None:
    value = _value("Moscow said the INF Treaty had been dead for years.")
    assert value.known
    assert (value.signed, value.in_force, value.ended) == ("1987-12-08", "1988-06-01", "2019-08-02")
    assert value.parties == ("US", "SU")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met the day after the Kyoto treaty took effect.", ["Kyoto treaty"]),
        ("Envoys tore up the 1972 ABM Treaty that spring.", ["ABM Treaty"]),
        ("It breaks the Treaty of Tlatelolco, he said.", ["Treaty of Tlatelolco"]),
    ],
)
def test_the_span_is_the_name_alone(text: str, names: list[str]) -> None:
    assert _names(text) == names
