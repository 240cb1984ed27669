"""Superdesk's ``http_push``: its extension of ninjs 1.1, signed with HMAC-SHA1.

Success is any status under 400 and the answer's body is ignored; a 4xx is never tried again, which
is why a full queue is answered with 503.
https://github.com/superdesk/superdesk-core/blob/develop/superdesk/publish/transmitters/http_push.py
"""

from __future__ import annotations

from werkzeug.datastructures import Headers

from service.integrations import ninjs, signatures
from service.integrations.push import Push
from service.integrations.reading import Node
from service.integrations.signatures import BadSignature

_ALGORITHM = "sha1"


def verify(body: bytes, headers: Headers, secret: str, _now: float) -> None:
    """``x-superdesk-signature: sha1=…`` over the raw body.

    Raises:
        BadSignature: it is missing or does not fit.
    """
    algorithm, _, digest = headers.get("x-superdesk-signature", "").partition("=")
    if algorithm != _ALGORITHM:
        raise BadSignature("send x-superdesk-signature: sha1=…; set the secret in the destination")
    signatures.check(secret, body, digest, _ALGORITHM)


def read(payload: Node) -> Push:
    """The item as a submission; it is known by its ``guid``.

    Raises:
        BadField: it has no guid, or no text.
    """
    payload.required("guid")
    return ninjs.read(Node({**payload.value, "uri": payload.value["guid"]}, payload.path))
