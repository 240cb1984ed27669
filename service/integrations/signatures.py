"""Checking what a CMS signed: on the raw bytes, in constant time."""

from __future__ import annotations

import hashlib
import hmac


class BadSignature(Exception):
    """The signature is missing, wrong or too old; the message says which."""


def check(secret: str, signed: bytes, given: str, algorithm: str) -> None:
    """Compare a hexadecimal HMAC.

    Raises:
        BadSignature: it is another one.
    """
    expected = hmac.new(secret.encode(), signed, getattr(hashlib, algorithm)).hexdigest()
    if not hmac.compare_digest(expected.encode(), given.lower().encode("utf-8", "replace")):
        raise BadSignature("the signature does not fit the body; is the secret the same?")
