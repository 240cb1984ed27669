"""Prefix and suffix: long enough that the quoted words stand in one place only."""

import re
import time

from claims.html import parse
from claims.model import Span
from claims.selectors import quotes


def _spans(text: str, pattern: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def test_a_quote_that_is_unique_has_thirty_two_characters_on_each_side() -> None:
    text = (
        "The talks that opened in the spring of a bad year ended in Geneva on 4 May 1993 after all."
    )
    (quote,) = quotes(text, _spans(text, "4 May 1993"))
    assert quote.prefix == "ng of a bad year ended in Geneva on "[-32:]
    assert quote.suffix == " after all."


def test_a_quote_grows_until_it_is_unique() -> None:
    same = "The treaty was signed on 4 May 1993 in the hall of the old customs house by the river. "
    text = "First it rained. " + same + "Then it snowed. " + same
    for quote in quotes(text, _spans(text, "4 May 1993")):
        assert text.count(quote.prefix + quote.exact + quote.suffix) == 1
        assert len(quote.prefix) >= 32


def test_every_quote_in_a_text_full_of_repetition_is_unique_or_as_long_as_allowed() -> None:
    text = (
        " ".join(f"In 2001 and 2002 he met them, said {n}." for n in range(300)) + " In 2001." * 50
    )
    for quote in quotes(text, _spans(text, r"200\d")):
        whole = quote.prefix + quote.exact + quote.suffix
        assert text.count(whole) == 1 or len(whole) >= 512


def test_a_quote_from_html_stays_within_what_the_page_holds() -> None:
    html = "<h2>Treaty</h2><p>Signed on 8 April 2010 in Prague.</p><p>In force since 2011.</p>"
    parsed = parse(html)
    quote, _ = quotes(parsed.text, _spans(parsed.text, r"8 April 2010|2011"), parsed)
    assert quote.prefix == "Signed on "
    assert quote.suffix == " in Prague."
    assert parsed.dom_text.count(quote.prefix + quote.exact + quote.suffix) == 1


def test_a_quote_from_html_leaves_its_block_when_the_block_is_repeated() -> None:
    parsed = parse("<ul><li>Riga in 1991</li><li>Riga in 1991</li></ul><p>Then Vilnius.</p>")
    for quote in quotes(parsed.text, _spans(parsed.text, "1991"), parsed):
        assert parsed.text.count(quote.prefix + quote.exact + quote.suffix) == 1


def test_a_text_of_nothing_but_dates_takes_seconds() -> None:
    text = "on 5 May 2020, " * 20_000
    spans = _spans(text, "5 May 2020")
    started = time.monotonic()
    assert len(quotes(text, spans)) == len(spans)
    assert time.monotonic() - started < 30
