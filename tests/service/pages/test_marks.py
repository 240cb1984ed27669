from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.pages.marks import stretches

TEXT = "Anna Keller, the minister, left on 3 May. 🕊"


def _item(name: str, start: int, end: int, kind: str = "date") -> dict[str, Any]:
    return {"id": name, "start": start, "end": end, "kind": kind}


def test_a_name_inside_an_office_looks_like_the_office() -> None:
    items = [_item("o", 0, 25, "office"), _item("n", 0, 11, "name")]

    first, second, rest = stretches(TEXT, items)

    assert first.shown is not None
    assert first.shown["id"] == "o"
    assert first.first == ("o", "n")
    assert second.text == ", the minister"
    assert rest.shown is None


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=12),
)
def test_the_stretches_are_the_text_and_every_claim_is_whole(
    text: str, spans: list[tuple[int, int]]
) -> None:
    items = [_item(str(n), start, end) for n, (start, end) in enumerate(spans)]
    cut = list(stretches(text, items))

    assert "".join(stretch.text for stretch in cut) == text
    for item in items:
        covered = "".join(s.text for s in cut if any(i["id"] == item["id"] for i in s.items))
        whole = item["start"] < item["end"] <= len(text)
        assert covered == (text[item["start"] : item["end"]] if whole else "")
