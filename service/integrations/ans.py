"""Arc XP's ANS: a story as ``content_elements``, bare or in the envelope of an IFX event.

The elements are put together to one HTML body in which each keeps its ``_id``, so that an item's
block names the element it stands in.
https://github.com/washingtonpost/ans-schema
"""

from __future__ import annotations

import html as escaping
from collections.abc import Iterator

from claims.html import has_text
from claims.submission import BadField
from service.integrations.push import Push, language, link, plain, submission
from service.integrations.reading import Node

_GONE = ("delete", "unpublish", "unpublished", "spike")
_DEEPEST = 30


def read(payload: Node) -> Push:
    """A story, or the end of one, as a submission.

    Raises:
        BadField: it has no ``_id``, or no text.
    """
    event = payload.text("key") if "body" in payload and "_id" not in payload else None
    story = payload.child("body") if event else payload
    external_id = story.required("_id")
    if event and event.rpartition(":")[2] in _GONE:
        return Push(external_id, canceled=True)
    html = "\n".join(_elements(story, "content_elements", 0))
    if not has_text(html):
        raise BadField(
            story.at("content_elements"), "is missing or empty; there is no text to check"
        )
    revision = story.child("revision")
    fields = submission(
        external_id=external_id,
        version=revision.label("revision_id") or story.label("last_updated_date"),
        headline=plain(story.child("headlines").text("basic")),
        standfirst=plain(
            story.child("subheadlines").text("basic") or story.child("description").text("basic")
        ),
        captions=_promoted(story),
        html=html,
        published_at=story.text("publish_date", "first_publish_date", "display_date")
        or story.text("last_updated_date", "created_date"),
        updated_at=story.text("last_updated_date"),
        language=language(story.text("language")),
        url=link(story.text("canonical_url")),
        metadata=submission(status=story.text("status")),
    )
    return Push(external_id, fields)


def _promoted(story: Node) -> list[str]:
    """The caption of the picture that leads the story."""
    caption = plain(story.child("promo_items").child("basic").text("caption"))
    return [caption] if caption else []


def _elements(node: Node, name: str, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise BadField(node.at(name), f"is nested more than {_DEEPEST} deep")
    for element in node.children(name):
        yield from _element(element, depth)


def _element(element: Node, depth: int) -> Iterator[str]:
    """One element as HTML. What a reader does not read as text (embeds, ratings) is left out."""
    kind = element.text("type") or "text"
    if kind in ("text", "blockquote", "raw_html", "header", "correction"):
        yield _tagged(element, "text" if kind == "correction" else "content")
    elif kind == "list":
        yield from _elements(element, "items", depth + 1)
    elif kind in ("quote", "element_group", "gallery"):
        if "content" in element:
            yield _tagged(element, "content")
        yield from _elements(element, "content_elements", depth + 1)
        citation = element.child("citation")
        if citation:
            yield from _element(citation, depth + 1)
    elif kind in ("image", "video"):
        if caption := element.text("caption"):
            yield f"<figcaption{_id(element)}>{caption}</figcaption>"
    elif kind == "table":
        yield from _cells(element)


def _tagged(element: Node, name: str) -> str:
    return f"<div{_id(element)}>{element.text(name) or ''}</div>"


def _cells(table: Node) -> Iterator[str]:
    """Header and rows: cells, or lists of cells."""
    rows = [table.value.get("header"), *(table.value.get("rows") or [])]
    for row in rows:
        for cell in row if isinstance(row, list) else []:
            if isinstance(cell, dict) and isinstance(cell.get("content"), str):
                yield f"<div>{cell['content']}</div>"


def _id(element: Node) -> str:
    name = element.label("_id")
    return f' id="{escaping.escape(name)}"' if name else ""
