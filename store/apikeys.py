"""API keys: who may do what, for which desk.

A key is ``cs_<id>_<secret>``; only a digest of the secret is kept, so that a copy of the store
opens nothing. The secret is 256 random bits, which a plain digest keeps as well as a slow one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from store import Store, clock, codec, keys

SCOPES = ("submit", "read", "check", "admin")
_FORM = re.compile(r"cs_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_DESK = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class BadKey(ValueError):
    """A key cannot be made like that; the message says what would do."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is kept: without its secret."""

    id: str
    name: str
    desk: str
    scopes: tuple[str, ...]
    created_at: str
    digest: str

    def allows(self, scope: str) -> bool:
        """``admin`` allows everything on its desk."""
        return scope in self.scopes or "admin" in self.scopes


def create(store: Store, name: str, desk: str, scopes: Sequence[str]) -> tuple[ApiKey, str]:
    """Make a key; returns it and its full text, which is shown once and never kept.

    Raises:
        BadKey: an unknown scope, or an unusable desk.
    """
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        raise BadKey(f"scopes must be some of {', '.join(SCOPES)}, not {', '.join(unknown) or '-'}")
    if not _DESK.fullmatch(desk):
        raise BadKey("a desk is letters, digits, dots, dashes and underscores, at most 64")
    key_id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    key = ApiKey(key_id, name, desk, tuple(dict.fromkeys(scopes)), clock.stamp(), _digest(secret))
    store.redis.hset(keys.API_KEYS, key_id, codec.pack(asdict(key)))
    return key, f"cs_{key_id}_{secret}"


def revoke(store: Store, key_id: str) -> bool:
    """Take a key back; False when there is none by that id."""
    return bool(store.redis.hdel(keys.API_KEYS, key_id))


def every(store: Store) -> list[ApiKey]:
    """All keys, oldest first."""
    records = store.redis.hvals(keys.API_KEYS)
    return sorted((_read(record) for record in records), key=lambda key: key.created_at)


def exist(store: Store) -> bool:
    return bool(store.redis.hlen(keys.API_KEYS))


def find(store: Store, presented: str) -> ApiKey | None:
    """The key that somebody presents, or None: unknown, revoked or malformed."""
    match = _FORM.fullmatch(presented)
    record = store.redis.hget(keys.API_KEYS, match[1]) if match else None
    if match is None or record is None:
        return None
    key = _read(record)
    return key if hmac.compare_digest(key.digest, _digest(match[2])) else None


def by_id(store: Store, key_id: str) -> ApiKey | None:
    """The key of an id, for a session that was opened with it; None once it is revoked."""
    record = store.redis.hget(keys.API_KEYS, key_id)
    return _read(record) if record else None


def session_secret(store: Store) -> str:
    """What signs the page's cookies: the operator's, or one made once and kept in Redis."""
    if store.settings.secret_key:
        return store.settings.secret_key
    store.redis.setnx(keys.PAGE_SIGNING, secrets.token_hex(32))
    kept: bytes = store.redis.get(keys.PAGE_SIGNING)
    return kept.decode()


def _read(record: bytes) -> ApiKey:
    fields = codec.unpack(record)
    return ApiKey(**{**fields, "scopes": tuple(fields["scopes"])})


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
