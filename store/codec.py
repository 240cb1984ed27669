"""How records are written to Redis: versioned, so that a newer release reads what an older wrote.

The first byte names the form: ``j`` JSON as it is, ``z`` JSON compressed with Zstandard; the second
is the version of the form. A reader for each pair that was ever written stays in ``_READERS``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import zstandard

_LEVEL = 9  # a fifth smaller than level 3 on a checklist, for two milliseconds


class CorruptRecord(ValueError):
    """Bytes that no release has written."""


def pack(value: Any) -> bytes:
    """A small record, left readable."""
    return b"j1" + orjson.dumps(value)


def pack_large(value: Any) -> bytes:
    """A text or a checklist, compressed."""
    return squeeze(orjson.dumps(value))


def squeeze(json: bytes) -> bytes:
    """JSON bytes as a compressed record."""
    return b"z1" + zstandard.ZstdCompressor(level=_LEVEL).compress(json)


def unpack(record: bytes) -> Any:
    """The value of a record.

    Raises:
        CorruptRecord: the bytes are no record.
    """
    try:
        return orjson.loads(raw_json(record))
    except orjson.JSONDecodeError as error:
        raise CorruptRecord(str(error)) from error


def raw_json(record: bytes) -> bytes:
    """The JSON bytes of a record, as they were written.

    Raises:
        CorruptRecord: the bytes are no record.
    """
    try:
        return _READERS[bytes(record[:2])](record[2:])
    except (KeyError, zstandard.ZstdError) as error:
        raise CorruptRecord(f"not a record: {bytes(record[:8])!r}") from error


def _inflate(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(data)


_READERS: dict[bytes, Callable[[bytes], bytes]] = {b"j1": bytes, b"z1": _inflate}
