"""HTML as a stream of tags and text, each with its exact place in the source.

Follows the tokenizer of the WHATWG HTML standard as far as text is concerned: what a browser takes
for a tag, a comment or text is taken so here, and never goes back over what it has passed, so that
time is linear in the length of the source however broken it is. The stdlib's ``html.parser`` gives
line and column of a tag, not the place of each decoded character, and differs between Python
releases.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from enum import Enum
from html.entities import html5
from typing import NamedTuple


class Kind(Enum):
    TEXT = "text"  # character references count
    RAW = "raw"  # script and the like: taken literally
    OPEN = "open"
    CLOSE = "close"


class Token(NamedTuple):
    """``source[start:end]``; ``name`` in lower case, of the element that raw text stands in.

    ``id`` is the attribute ``id``, else ``data-id``. ``closed`` is for ``<svg/>``.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    id: str | None = None
    closed: bool = False


# Elements whose content holds no tags; in the second group character references count.
_RAW = frozenset("script style xmp iframe noembed noframes".split())
_ESCAPABLE_RAW = frozenset("textarea title".split())

# "<p>", "</li >", "<br/>": a tag with no quotation mark up to its ">"
_PLAIN_TAG = re.compile(r"</?([A-Za-z][^ \t\n\f\r/>]*+)([^>\"']*+)>")
_TAG_NAME = re.compile(r"</?([A-Za-z][^ \t\n\f\r/>]*)")
# 'id', 'id=', "id = x": an attribute up to its value; a quoted value is found by its end
_ATTRIBUTE = re.compile(
    r"[ \t\n\f\r/]*([^ \t\n\f\r/>][^ \t\n\f\r/>=]*)([ \t\n\f\r]*=[ \t\n\f\r]*)?"
)
_UNQUOTED = re.compile(r"[^ \t\n\f\r>]*")
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9A-Fa-f]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_RAW_END = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.I) for name in _RAW | _ESCAPABLE_RAW}
_NUMBER_DIGITS = 8
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Numeric references to C1 controls mean Windows-1252: "&#150;" is an en dash.
_WINDOWS_1252 = {
    0x80 + n: character
    for n, byte in enumerate(range(0x80, 0xA0))
    if (character := bytes([byte]).decode("cp1252", "ignore"))
}


def tokens(source: str) -> Iterator[Token]:
    """The tags and the text of ``source`` in order; comments and declarations are left out."""
    hopeless: set[str] = set()
    text_start = look_from = 0
    while (opening := source.find("<", look_from)) >= 0:
        if source[opening + 1 : opening + 2] in ("!", "?"):
            end, tag = _comment_end(source, opening), None
        else:
            tag = _tag(source, opening)
            end = tag.end if tag else _not_a_tag(source, opening)
            if end == opening + 1:
                look_from = end  # "a < b": text
                continue
        if opening > text_start:
            yield Token(Kind.TEXT, text_start, opening)
        if tag:
            if not tag.name:
                return  # the source ends inside the tag: browsers drop it
            yield tag
            if tag.kind is Kind.OPEN and tag.name in _RAW_END:
                end = yield from _raw(source, tag, hopeless)
        text_start = look_from = end
    if text_start < len(source):
        yield Token(Kind.TEXT, text_start, len(source))


def decode(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """``source[start:end]`` as (text, start, end) pieces, character references decoded.

    A piece as long as its source stands for it character by character; any other, as a whole.
    """
    place = start
    for match in _REFERENCE.finditer(source, start, end):
        text, length = _dereference(match.group())
        if not length:
            continue
        if match.start() > place:
            yield source[place : match.start()], place, match.start()
        place = match.start() + length
        yield text, match.start(), place
    if place < end:
        yield source[place:end], place, end


def _tag(source: str, opening: int) -> Token | None:
    """The tag at ``opening``; without a name when the source ends inside; None when it is none."""
    plain = _PLAIN_TAG.match(source, opening)
    if plain:
        name, rest = plain.group(1).lower(), plain.group(2)
        kind = Kind.CLOSE if source[opening + 1] == "/" else Kind.OPEN
        found = _ids(rest) if "=" in rest else None
        return Token(kind, opening, plain.end(), name, found, rest.endswith("/"))
    named = _TAG_NAME.match(source, opening)
    if not named:
        return None
    kind = Kind.CLOSE if source[opening + 1] == "/" else Kind.OPEN
    end, found = _attributes(source, named.end())
    if end < 0:
        return Token(kind, opening, len(source))
    return Token(kind, opening, end, named.group(1).lower(), found, source[end - 2] == "/")


def _ids(attributes: str) -> str | None:
    return _attributes(attributes + ">", 0)[1]


def _attributes(source: str, place: int) -> tuple[int, str | None]:
    """Where the tag ends (-1: it does not), and the id that its attributes give."""
    ids: dict[str, str] = {}
    while match := _ATTRIBUTE.match(source, place):
        name, place = match.group(1), match.end()
        if not match.group(2):
            continue
        quote = source[place : place + 1]
        if quote and quote in "\"'":
            closing = source.find(quote, place + 1)
            if closing < 0:
                return -1, None
            value, place = (place + 1, closing), closing + 1
        else:
            unquoted = _UNQUOTED.match(source, place)
            assert unquoted is not None
            value, place = unquoted.span(), unquoted.end()
        if name.lower() in ("id", "data-id"):
            pieces = decode(source, value[0], min(value[1], value[0] + 500))
            ids.setdefault(name.lower(), "".join(text for text, _, _ in pieces))
    end = source.find(">", place)
    return (end + 1 if end >= 0 else -1), ids.get("id") or ids.get("data-id") or None


def _comment_end(source: str, opening: int) -> int:
    """Where the comment, declaration or processing instruction at ``opening`` ends."""
    if not source.startswith("<!--", opening):
        end = source.find(">", opening + 2)
        return end + 1 if end >= 0 else len(source)
    if source.startswith(("<!-->", "<!--->"), opening):
        return source.index(">", opening) + 1
    end_mark = _COMMENT_END.search(source, opening + 4)
    return end_mark.end() if end_mark else len(source)


def _not_a_tag(source: str, opening: int) -> int:
    """Past a "<" that opens no tag: one character of text, or the whole of "</>" and "</3 …>"."""
    if not source.startswith("</", opening) or opening + 2 == len(source):
        return opening + 1
    end = source.find(">", opening + 2)
    return end + 1 if end >= 0 else len(source)


def _raw(source: str, tag: Token, hopeless: set[str]) -> Generator[Token, None, int]:
    """The content of a raw element; returns where it ends.

    ``<iframe … />`` with no end tag to come is taken for closed, as XHTML means it: a browser
    would lose the rest of the article. ``hopeless`` remembers elements with no end tag ahead, so
    that none is looked for twice.
    """
    ending = None if tag.name in hopeless else _RAW_END[tag.name].search(source, tag.end)
    if ending is None:
        hopeless.add(tag.name)
        if tag.closed:
            yield Token(Kind.CLOSE, tag.end, tag.end, tag.name)
            return tag.end
    end = ending.start() if ending else len(source)
    if end > tag.end:
        kind = Kind.TEXT if tag.name in _ESCAPABLE_RAW else Kind.RAW
        yield Token(kind, tag.end, end, tag.name)
    return end


def _dereference(reference: str) -> tuple[str, int]:
    """What a character reference stands for and how much of it counts: "&notit;" is "¬" and 4."""
    if reference[1] == "#":
        return _number(reference), len(reference)
    name = reference[1:]
    if name in html5:
        return html5[name], len(reference)
    for length in range(min(len(name), 6), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return reference, 0


def _number(reference: str) -> str:
    digits = reference[2:].rstrip(";")
    base = 16 if digits[0] in "xX" else 10
    digits = digits.lstrip("xX").lstrip("0") or "0"
    if len(digits) > _NUMBER_DIGITS:
        return _REPLACEMENT
    code = int(digits, base)
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return _REPLACEMENT
    return _WINDOWS_1252.get(code) or chr(code)
