"""Ghost's webhooks: a post or page, signed with HMAC-SHA256 over the body and a timestamp.

Ghost tries once and gives up after two seconds; one edit sends two events with the same post.
https://ghost.org/docs/webhooks/
"""

from __future__ import annotations

from werkzeug.datastructures import Headers

from claims.html import has_text
from claims.submission import BadField
from service.integrations import signatures
from service.integrations.push import Push, link, plain, submission
from service.integrations.reading import Node
from service.integrations.signatures import BadSignature

OLDEST_SECONDS = 300.0


def verify(body: bytes, headers: Headers, secret: str, now: float) -> None:
    """``X-Ghost-Signature: sha256=HMAC(body + t), t=milliseconds``, at most five minutes old.

    Raises:
        BadSignature: it is missing, too old or does not fit.
    """
    parts = dict(
        part.strip().split("=", 1)
        for part in headers.get("X-Ghost-Signature", "").split(",")
        if "=" in part
    )
    digest, timestamp = parts.get("sha256"), parts.get("t", "")
    if not digest or not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 20):
        raise BadSignature("send X-Ghost-Signature: sha256=…, t=…; set the webhook's secret")
    signatures.check(secret, body + timestamp.encode(), digest, "sha256")
    if abs(now - int(timestamp) / 1_000) > OLDEST_SECONDS:
        raise BadSignature("the signature is more than five minutes old")


def read(payload: Node) -> Push:
    """A post or page as a submission. A draft is read as of the day it was last edited.

    Raises:
        BadField: there is no post, or it has no text.
    """
    kind = "page" if "page" in payload and "post" not in payload else "post"
    event = payload.child(kind)
    post, previous = event.child("current"), event.child("previous")
    if not post and not previous:
        raise BadField(kind, "is missing; this takes Ghost's post and page webhooks")
    if not post:
        return Push(previous.required("uuid"), canceled=True)
    external_id = post.required("uuid")
    html, text = post.text("html"), post.text("plaintext")
    body = {"html": html} if html and has_text(html) else {"text": text}
    if not any(body.values()):
        raise BadField(post.at("html"), "is missing or empty; there is no text to check")
    caption = plain(post.text("feature_image_caption"))
    fields = submission(
        external_id=external_id,
        version=post.label("updated_at"),
        headline=post.text("title"),
        standfirst=post.text("custom_excerpt"),
        captions=[caption] if caption else [],
        **body,
        published_at=post.text("published_at", "updated_at"),
        updated_at=post.text("updated_at"),
        url=link(post.text("url")),
        metadata=submission(status=post.text("status"), slug=post.text("slug")),
    )
    return Push(external_id, fields)
