import dataclasses

import pytest

from claims import priority
from claims.anchor import find_anchor
from claims.document import Context
from claims.model import (
    Article,
    Attribution,
    AttributionMode,
    Claim,
    ClaimKind,
    DateValue,
    Finding,
    FindingType,
    Modality,
    NameValue,
    QuantityValue,
    Severity,
    Span,
)

ARTICLE = Article(
    text="Opening words.\n\nThe fire killed 40 people on Monday.", headline="40 killed"
)
CONTEXT = Context(ARTICLE, find_anchor(ARTICLE))
FIGURE = Claim(
    ClaimKind.QUANTITY,
    "body",
    Span(32, 34),
    "40",
    Span(16, 52),
    QuantityValue(40, "people"),
    attribution=Attribution(),
    id="figure",
)


def rank(claim, findings=(), dates=()):
    return priority.rank(claim, findings, CONTEXT, dates)


def lower(**changes):
    return rank(dataclasses.replace(FIGURE, **changes))[0] < rank(FIGURE)[0]


def test_every_rank_says_why():
    score, reasons = rank(FIGURE)
    assert 0 < score < 1
    assert reasons[0] == "gives a figure"


@pytest.mark.parametrize("severity", list(Severity))
def test_what_the_article_contradicts_stands_above_everything_else(severity):
    finding = Finding(FindingType.SUM_MISMATCH, severity, "…", ("figure",))
    score, reasons = rank(FIGURE, [finding])
    assert score > priority._HIGHEST_WITHOUT_FINDING
    assert reasons[0] == "contradicted by the article itself"


def test_a_hedge_lowers_a_figure():
    assert lower(value=QuantityValue(40, "people", approximate=True))


def test_a_quoted_figure_ranks_below_one_in_the_articles_own_voice():
    assert lower(attribution=Attribution(AttributionMode.DIRECT_QUOTE, "Ana Silva"))


def test_a_possibility_ranks_below_a_fact():
    assert lower(modality=Modality.HYPOTHETICAL)


def test_the_headline_raises_a_figure():
    assert not lower(field="headline", span=Span(0, 2))


def test_a_date_that_an_event_leans_on_outranks_one_by_itself():
    date = Claim(
        ClaimKind.DATE,
        "body",
        Span(45, 51),
        "Monday",
        Span(16, 52),
        DateValue("DATE", "2021-03-15"),
    )
    date = dataclasses.replace(date, id="date")
    score, reasons = rank(date, dates={"date"})
    assert score > rank(date)[0]
    assert "dates a diplomatic event" in reasons


def test_a_name_never_outranks_a_claim():
    name = dataclasses.replace(
        FIGURE, kind=ClaimKind.NAME, field="headline", value=NameValue("body")
    )
    assert rank(name)[0] <= 0.3
