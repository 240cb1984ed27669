"""IPTC ninjs 1.x, 2.x and 3.x, told apart by what they hold.

1.x has ``headline``, ``body_*`` and ``description_*``; 2.x lists ``headlines``, ``bodies`` and
``descriptions`` with ``role`` and ``contenttype``; 3.x writes ``contentType``, ``versionCreated``.
https://iptc.org/standards/ninjs/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.html import has_text
from claims.submission import BadField
from service.integrations.push import Push, language, link, plain, submission
from service.integrations.reading import Node

# "<p>", "</p>", "<br/>", "<h2 id=x>"
_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|em|strong|b|i|a)[\s/>]", re.I
)
_HTML_NAMES = ("html", "xhtml", "richtext", "nitf")


@dataclass(frozen=True, slots=True)
class _Text:
    role: str
    value: str
    html: bool


def read(payload: Node) -> Push:
    """A ninjs object as a submission.

    Raises:
        BadField: it names no article, or holds no text.
    """
    external_id = payload.required("uri", "guid")
    evolved_from = payload.label("evolvedfrom")
    if payload.text("pubstatus", "pubStatus") == "canceled":
        return Push(external_id, canceled=True, evolved_from=evolved_from)
    described = list(_texts(payload, "descriptions", "description_"))
    captions = [_plain(text) for text in described if "caption" in text.role]
    summary = _first([text for text in described if "caption" not in text.role])
    headline = _first(_headlines(payload))
    body = _body(payload)
    if body is None:
        # A picture is checked by its caption, a flash by its headline.
        body = summary or _first([t for t in described if t.value.strip()]) or headline
        summary = None if body is summary else summary
        captions = []
        headline = None if body is headline else headline
    if body is None or not (has_text(body.value) if body.html else body.value.strip()):
        raise BadField(_body_name(payload), "is missing or empty; there is no text to check")
    fields = submission(
        external_id=external_id,
        version=payload.label("version"),
        headline=_plain(headline),
        standfirst=_plain(summary),
        captions=_new([*captions, *_captions(payload)], body),
        html=body.value if body.html else None,
        text=None if body.html else body.value,
        published_at=payload.text(
            "firstpublished", "firstPublished", "versioncreated", "versionCreated",
            "firstcreated", "firstCreated",
        ),
        updated_at=payload.text("versioncreated", "versionCreated"),
        language=language(payload.text("language")),
        url=link(payload.text("uri")),
        metadata=submission(slugline=payload.text("slugline"), byline=payload.text("byline", "by")),
    )  # fmt: skip
    return Push(external_id, fields, evolved_from=evolved_from)


def _headlines(payload: Node) -> list[_Text]:
    simple = payload.text("headline")
    if simple:
        return [_Text("main", simple, _is_html("", simple))]
    return list(_texts(payload, "headlines", "headline_"))


def _body(payload: Node) -> _Text | None:
    """The body with the most structure: HTML before plain text, the main one before others."""
    bodies = list(_texts(payload, "bodies", "body_"))
    marked_up = [text for text in bodies if text.html and has_text(text.value)]
    return _first(marked_up) or _first([text for text in bodies if not text.html])


def _texts(payload: Node, plural: str, prefix: str) -> Iterator[_Text]:
    """Texts of one sort, whichever way this version of ninjs writes them."""
    for name, value in payload.value.items():
        if name.startswith(prefix) and value is not None:
            text = payload.text(name)
            if text:
                role = name.removeprefix(prefix)
                yield _Text(role, text, _is_html(role, text))
    for node in payload.children(plural):
        text = node.text("value")
        if text is None and "value" not in node:
            raise BadField(node.at("value"), "is missing; ninjs wants a value here")
        kind = (node.text("contenttype", "contentType") or "").lower()
        if text:
            yield _Text((node.text("role") or "main").lower(), text, _is_html(kind, text))


def _is_html(said: str, text: str) -> bool:
    """By what its name or content type says, else by its looks."""
    if any(name in said for name in _HTML_NAMES):
        return True
    if said in ("text", "text/plain"):
        return False
    return bool(_LOOKS_LIKE_HTML.search(text))


def _first(texts: list[_Text]) -> _Text | None:
    main = [text for text in texts if text.role in ("main", "text")]
    return next(iter(main or texts), None)


def _plain(text: _Text | None) -> str | None:
    if text is None:
        return None
    return plain(text.value) if text.html else text.value


def _captions(payload: Node) -> list[str | None]:
    """Captions of the pictures and clips that go with the article."""
    return [
        _plain(_first(list(_texts(node, "descriptions", "description_"))))
        for node in _associated(payload)
        if node.text("type") in ("picture", "graphic", "video", "audio")
    ]


def _new(captions: list[str | None], body: _Text) -> list[str]:
    """Each caption once, without those that stand in the body: pictures embedded there."""
    text = plain(body.value) if body.html else " ".join(body.value.split())
    said = dict.fromkeys(caption for caption in captions if caption)
    return [caption for caption in said if " ".join(caption.split()) not in (text or "")]


def _associated(payload: Node) -> Iterator[Node]:
    """1.x: named members, of which some may be null; 2.x and 3.x: a list."""
    if isinstance(payload.value.get("associations"), list):
        yield from payload.children("associations")
        return
    associations = payload.child("associations")
    for name in associations.value:
        if isinstance(associations.value[name], dict):
            yield associations.child(name)


def _body_name(payload: Node) -> str:
    names = [name for name in payload.value if name.startswith("body_")]
    return payload.at(names[0] if names else "bodies" if "bodies" in payload else "body_html")
