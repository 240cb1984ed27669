"""HTML to canonical text: what a reader sees, and where each character stood."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.html import parse
from claims.markup import decode
from claims.model import Span


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("no tags at all", "no tags at all"),
        ("<p>In <b>bo</b>ld and <i>so</i> on</p>", "In bold and so on"),
        ("<p>A\n   line\twrapped</p>", "A line wrapped"),
        ("<p>spaces <b> meet </b> here</p>", "spaces meet here"),
        ("<p>first<br>second <br/> third<br></p>", "first\nsecond\nthird"),
        ("<p>Paris &amp; Bonn &#8211; &#x2014;&nbsp;&copy</p>", "Paris & Bonn – —\xa0©"),
        ("<p>8&nbsp;April</p>", "8\xa0April"),
        ("<p>&#150; is an en dash on the web</p>", "– is an en dash on the web"),
        ("<p>&notit; &unknown; &;</p>", "¬it; &unknown; &;"),
        ("<p>no more & no less, 3 < 4</p>", "no more & no less, 3 < 4"),
        ("<script>alert('<p>no</p>')</script><p>yes</p>", "yes"),
        ("<style>p { color: red }</style>yes<template><p>no</p></template>", "yes"),
        ("<p>a<svg><text>no</text></svg>b</p>", "ab"),
        ("<svg/><p>after a closed picture</p>", "after a closed picture"),
        ('<p>a</p><iframe src="x"/><p>b</p>', "a\n\nb"),
        ("<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->", "x"),
        ("<!-- a > b --><p>x</p><!--> --><p>y</p>", "x\n\n-->\n\ny"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<ol><li><p>one</p></li><li>two<ul><li>deep</li></ul></li></ol>", "one\n\ntwo\n\ndeep"),
        ("<table><tr><th>Year<th>Dead<tr><td>2019<td>30</table>", "Year\n\nDead\n\n2019\n\n30"),
        ("<figure><img alt='no'><figcaption>Riga, 1991</figcaption></figure>", "Riga, 1991"),
        ("<blockquote><p>Never.</p><cite>A. Lee</cite></blockquote>", "Never.\n\nA. Lee"),
        ("<pre>\n  two  spaces\n\tand a tab\n</pre>", "two  spaces\n\tand a tab"),
        ("<div>before<p>inside</p>after</div>", "before\n\ninside\n\nafter"),
        ("<p>a</p>\n\n \n<p> </p><p>b</p>", "a\n\nb"),
        ('<p title="a > b">x</p><p title=\'"\'>y</p>', "x\n\ny"),
        ("<P CLASS=x>upper</P>", "upper"),
        ("<p>kept</p><a href='never closed>lost", "kept"),
        ("<o:p>Word</o:p> and <gu-atom>custom</gu-atom>", "Word and custom"),
        ("a\0b", "ab"),
        ("", ""),
        ("  \n ", ""),
        ("<p></p>", ""),
    ],
)
def test_canonical_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert parse(html).text == text


def test_a_classic_editor_ends_a_paragraph_with_a_blank_line() -> None:
    parsed = parse("One <b>line\n\n</b>Two\r\nlines\n \n\n<h2>Three</h2>", blank_lines=True)
    assert parsed.text == "One line\n\nTwo\nlines\n\nThree"


def test_every_character_knows_its_place_in_the_source() -> None:
    html = "<p>Envoys of <b>Chad &amp; Mali</b> left.</p>"
    parsed = parse(html)
    start = parsed.text.index("Chad")
    place = parsed.to_source(Span(start, start + len("Chad & Mali")))
    assert html[place.start : place.end] == "Chad &amp; Mali"


def test_a_place_in_the_source_takes_in_the_markup_between() -> None:
    html = "<p>on <strong>17</strong> <em>March</em> 2021.</p>"
    parsed = parse(html)
    start = parsed.text.index("17 March 2021")
    place = parsed.to_source(Span(start, start + 13))
    assert html[place.start : place.end] == "17</strong> <em>March</em> 2021"


def test_blocks_are_numbered_and_carry_the_ids_of_their_elements() -> None:
    parsed = parse(
        "<h2 id=\"top\">Head</h2><p data-id='b1'>One</p><p></p><div id=d>x<p>y</p>z</div>"
    )
    assert [(b.index, b.tag, b.id, parsed.block_text(b)) for b in parsed.blocks] == [
        (0, "h2", "top", "Head"),
        (1, "p", "b1", "One"),
        (2, "div", "d", "x"),
        (3, "p", None, "y"),
        (4, "div", None, "z"),
    ]


def test_a_place_in_a_block_counts_utf16_units_from_the_start_of_the_block() -> None:
    parsed = parse("<p>😀 first</p><p id=two>😀😀 in 2021</p>")
    start = parsed.text.index("2021")
    place = parsed.block_of(Span(start, start + 4))
    assert place is not None
    assert (place.index, place.id, place.start_utf16, place.end_utf16) == (1, "two", 8, 12)


def test_the_text_as_the_page_holds_it_has_nothing_collapsed_and_nothing_between_blocks() -> None:
    parsed = parse("<p>in  May\r\n2001</p><p>Next &lt;</p><script>x</script><template>n</template>")
    assert parsed.dom_text == "in  May\n2001Next <x"
    start = parsed.text.index("Next")
    there = parsed.to_dom(Span(start, start + 6))
    assert parsed.dom_text[there.start : there.end] == "Next <"


def test_a_number_of_ten_thousand_digits_is_no_character() -> None:
    assert parse("&#" + "9" * 10_000 + ";x").text == "\N{REPLACEMENT CHARACTER}x"


BOMBS = {
    "nesting": "<div>" * 60_000 + "deep" + "</div>" * 60_000,
    "inline tags": "<b>x" * 300_000,
    "unclosed names": "<a" * 500_000,
    "unclosed quotes": "<a x='\"" * 140_000,
    "a huge attribute": "<p title='" + "y" * 5_000_000 + "'>x",
    "many attributes": "<p " + "a=b " * 500_000 + ">x",
    "less-than signs": "<" * 1_000_000,
    "ampersands": "&" * 2_000_000,
    "comments": "<!-- " * 500_000,
    "scripts": "<script>" * 300_000,
    "closed frames": "<iframe/>" * 200_000,
    "end tags of nothing": "<div>" * 100_000 + "</p></section>" * 100_000,
    "items in deep lists": "<ul>" + "<div>" * 100_000 + "<li>x</li>" * 50_000,
    "spaces": "<p>" + " " * 3_000_000 + "x",
    "breaks": "<p>a" + "<br>" * 300_000 + "b",
    "equals signs": "<p " + "=" * 1_000_000,
}


@pytest.mark.parametrize("html", BOMBS.values(), ids=BOMBS)
def test_hostile_markup_takes_time_in_proportion_to_its_length(html: str) -> None:
    """Anything quadratic would take minutes here; the limit leaves room for a busy machine."""
    started = time.monotonic()
    parse(html)
    assert time.monotonic() - started < 30


FRAGMENTS = st.lists(
    st.one_of(
        st.sampled_from(
            "<p> </p> <br> <b> </b> <ul> <li> </ul> <td> <script> </script> <template> </template> "
            "<pre> </pre> <!-- --> < > & &amp; &nbsp; &#128512; &NotEqualTilde; &notit; <p/id='a'> "
            "<div\tdata-id=x> </div> </ <!x> <svg/> <textarea> </textarea> <hr>".split()
        ),
        st.text(max_size=8),
        st.sampled_from([" ", "\n", "\r\n", "\t", "😀", "\0", "\u200f", "é"]),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(FRAGMENTS)
def test_text_blocks_and_source_agree(html: str) -> None:
    parsed = parse(html)
    assert "\n\n".join(parsed.block_text(block) for block in parsed.blocks) == parsed.text
    assert [block.index for block in parsed.blocks] == list(range(len(parsed.blocks)))
    for block in parsed.blocks:
        last = 0
        for at in range(block.span.start, block.span.end):
            place = parsed.to_source(Span(at, at + 1))
            assert last <= place.start < place.end <= len(html)
            last = place.start
            _same_character(parsed.text[at], html, place)
            there = parsed.block_of(Span(at, at + 1))
            assert there is not None
            units = parsed.block_text(block).encode("utf-16-le", "surrogatepass")
            piece = units[2 * there.start_utf16 : 2 * there.end_utf16]
            assert piece.decode("utf-16-le", "surrogatepass") == parsed.text[at]


def _same_character(character: str, html: str, place: Span) -> None:
    source = html[place.start : place.end]
    if character == source:
        return
    if character in " \n\t":
        assert source.isspace() or source.lower().startswith(("<br", "</br")) or "&" in source
    else:
        decoded = "".join(text for text, _, _ in decode(html, place.start, place.end))
        assert character in decoded


@settings(max_examples=200, deadline=None)
@given(FRAGMENTS)
def test_words_of_the_canonical_text_are_found_in_the_text_of_the_page(html: str) -> None:
    parsed = parse(html)
    for block in parsed.blocks:
        for at in range(block.span.start, block.span.end):
            if not parsed.text[at].isspace():
                there = parsed.to_dom(Span(at, at + 1))
                assert parsed.text[at] in parsed.dom_text[there.start : there.end]
