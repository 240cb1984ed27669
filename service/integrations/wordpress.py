"""A WordPress post as its REST API has it (``/wp/v2/posts/{id}``, best with ``context=edit``).

``content.raw`` is what the author typed; ``content.rendered`` has other quotation marks and dashes,
so offsets into it do not fit the editor. Raw text of the classic editor has no paragraph tags: a
blank line ends a paragraph there.
https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

from claims.html import has_text, parse
from claims.submission import BadField
from service.integrations.push import Push, link, plain, submission
from service.integrations.reading import Node

_BLOCK_EDITOR = "<!-- wp:"
# More HTML than any excerpt was cut from, in characters.
_BEGINNING = 20_000
# What WordPress puts at the end of an excerpt that it has cut from the text itself.
_CUT = ("[…]", "[...]", "…", "...")


def read(payload: Node) -> Push:
    """The post as a submission, published on its own local day.

    Raises:
        BadField: it has no guid, or no text.
    """
    guid = payload.child("guid") if isinstance(payload.value.get("guid"), dict) else payload
    external_id = guid.text("rendered", "raw") or guid.label("guid")
    if external_id is None:
        raise BadField("guid/rendered", "is missing; send the post as the REST API has it")
    if payload.text("status") == "trash":
        return Push(external_id, canceled=True)
    content = payload.child("content")
    raw = content.text("raw")
    html = raw or content.text("rendered")
    if html is None or not has_text(html):
        raise BadField(content.at("raw"), "is missing or empty; there is no text to check")
    modified = payload.text("modified_gmt")
    date = payload.text("date", "date_gmt")
    fields = submission(
        external_id=external_id,
        version=modified,
        headline=_one(payload, "title"),
        standfirst=_excerpt(payload, html),
        captions=_captions(payload),
        html=html,
        published_at=date[:10] if date else None,
        updated_at=f"{modified}Z" if modified and "Z" not in modified else modified,
        url=link(payload.text("link")),
        metadata=submission(status=payload.text("status"), slug=payload.text("slug")),
    )
    return Push(external_id, fields, blank_lines=bool(raw) and _BLOCK_EDITOR not in html)


def _one(payload: Node, name: str) -> str | None:
    part = payload.child(name)
    return plain(part.text("raw", "rendered"))


def _excerpt(payload: Node, html: str) -> str | None:
    """The excerpt that somebody wrote; not one that WordPress has cut from the text."""
    part = payload.child("excerpt")
    if "raw" in part:
        return plain(part.text("raw"))
    excerpt = plain(part.text("rendered"))
    if excerpt is None:
        return None
    beginning = excerpt
    for end in _CUT:
        beginning = beginning.removesuffix(end).rstrip()
    cut = " ".join(parse(html[:_BEGINNING]).text.split()).startswith(beginning)
    return None if cut else excerpt


def _captions(payload: Node) -> list[str]:
    """The featured picture's, when the post was asked for with ``_embed``."""
    media = payload.child("_embedded").children("wp:featuredmedia")
    captions = (_one(picture, "caption") for picture in media)
    return [caption for caption in captions if caption]
