from __future__ import annotations

import pytest

from claims import Article, check
from claims.model import AttributionMode, ClaimKind

OWN, REPORTED, QUOTED = (
    AttributionMode.OWN_VOICE,
    AttributionMode.REPORTED,
    AttributionMode.DIRECT_QUOTE,
)


def attribution_of_the_date(text: str) -> tuple[AttributionMode, str | None]:
    dates = [i for i in check(Article(text=text)).items if i.kind is ClaimKind.DATE]
    assert dates[0].attribution is not None
    return dates[0].attribution.mode, dates[0].attribution.source


@pytest.mark.parametrize(
    ("text", "mode", "source"),
    [
        ("The pier burned in 1987.", OWN, None),
        ("Ana Ito said that the pier burned in 1987.", REPORTED, "Ana Ito"),
        ("The pier burned in 1987, Ana Ito said.", REPORTED, "Ana Ito"),
        ("The pier burned in 1987, said Ana Ito.", REPORTED, "Ana Ito"),
        ("The pier, Ana Ito said, burned in 1987.", REPORTED, "Ana Ito"),
        ("According to Ana Ito, the pier burned in 1987.", REPORTED, "Ana Ito"),
        ("The pier burned in 1987, according to Ana Ito.", REPORTED, "Ana Ito"),
        ("Ana Ito denied that the pier burned in 1987.", REPORTED, "Ana Ito"),
        ("“The pier burned in 1987,” Ana Ito said.", QUOTED, "Ana Ito"),
        ("Analysts say the pier burned in 1987.", REPORTED, "analysts (unnamed)"),
        ("The pier burned in 1987, say analysts.", REPORTED, "analysts (unnamed)"),
        ("The pier, said Ana Ito, its owner, was rebuilt in 1987.", REPORTED, "Ana Ito"),
        ("Ana Ito would not say whether the pier burned in 1987.", OWN, None),
        ("Although Ana Ito said it was safe, the pier burned in 1987.", OWN, None),
        (
            "Officials in and around Lima say the pier fell in 1987.",
            REPORTED,
            "officials (unnamed)",
        ),
        ("The pier burned in 1987, two officials said.", REPORTED, "two officials (unnamed)"),
        ("The embassy announced that the pier burned in 1987.", REPORTED, "the embassy"),
    ],
)
def test_a_claim_knows_who_vouches_for_it(
    text: str, mode: AttributionMode, source: str | None
) -> None:
    assert attribution_of_the_date(text) == (mode, source)


@pytest.mark.parametrize(
    "text",
    [
        "Russia recalled its ambassador in 1987.",
        "The port ordered three cranes in 1987.",
        "The pier was called unsafe in 1987.",
        "The pier is safe, Ana Ito said in 1987.",
        "People who believe in luck met in 1987.",
        "Ana Ito told the council on 3 May 1987 that the pier was safe.",
        "“The pier is safe,” Ana Ito said in 1987.",
        "The port announced a plan in 1987.",
    ],
)
def test_what_is_done_or_when_it_was_said_is_the_article_s_own_voice(text: str) -> None:
    assert attribution_of_the_date(text)[0] is OWN
