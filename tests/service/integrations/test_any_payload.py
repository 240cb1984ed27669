"""Whatever JSON comes, an adapter reads it or names the field that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.submission import BadField
from service.integrations import ADAPTERS, Node, Push

NAMES = (
    "guid uri version headline headlines bodies body_html body_text value role contenttype type "
    "descriptions description_text associations pubstatus evolvedfrom _id key body revision "
    "revision_id headlines basic content_elements items content citation caption header rows "
    "promo_items post page current previous uuid html plaintext title rendered raw content "
    "excerpt _embedded wp:featuredmedia modified_gmt date status language"
).split()
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
TEXTS = st.sampled_from(["text", "<p>It met.</p>", "canceled", "story:delete", "list", "quote", ""])
JSON = st.recursive(
    SCALARS | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=25,
)
PAYLOADS = st.dictionaries(st.sampled_from(NAMES), JSON, max_size=10)


@pytest.mark.parametrize("read", [a.read for a in ADAPTERS.values()], ids=list(ADAPTERS))
def test_an_adapter_reads_any_json_or_names_the_field(read: Callable[[Node], Push]) -> None:
    @settings(max_examples=150, deadline=None)
    @given(PAYLOADS)
    def holds(payload: dict[str, Any]) -> None:
        try:
            push = read(Node.root(payload))
        except BadField:
            return
        assert push.external_id
        assert push.canceled or push.fields.get("text") or push.fields.get("html")

    holds()
