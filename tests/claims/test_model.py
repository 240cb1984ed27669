"""The domain's words."""

from __future__ import annotations

import dataclasses

import pytest

from claims.model import Claim, ClaimKind, Modality, Span, amended

CLAIM = Claim(ClaimKind.DATE, "body", Span(0, 3), "May", Span(0, 9), None, Modality.PLANNED)


def test_an_amended_claim_is_the_claim_with_the_fields_replaced() -> None:
    new = amended(CLAIM, id="a1", reasons=("so",))
    assert new == dataclasses.replace(CLAIM, id="a1", reasons=("so",))
    assert CLAIM.id == ""
    assert hash(new) != hash(CLAIM)


def test_a_claim_is_not_amended_in_what_it_has_not() -> None:
    with pytest.raises(AttributeError):
        amended(CLAIM, colour="red")
