"""How records are written to Redis: versioned, so that a newer release reads what an older wrote.

The first byte names the form: ``j`` JSON as it is, ``z`` JSON compressed with Zstandard; the second
is the version of the form. A reader for each pair that was ever written stays in ``_READERS``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import orjson
import zstandard

# A checklist is a fifth smaller than at level 3, for two milliseconds in the worker; a text is
# hardly smaller, and is compressed while its sender waits. Making a compressor costs as much as
# its use, so they are kept; no two threads may use one at once.
_CHECKLISTS = zstandard.ZstdCompressor(level=9)
_TEXTS = zstandard.ZstdCompressor(level=1)
_INFLATER = zstandard.ZstdDecompressor()
_ONE_AT_A_TIME = threading.Lock()


class CorruptRecord(ValueError):
    """Bytes that no release has written."""


def pack(value: Any) -> bytes:
    """A small record, left readable."""
    return b"j1" + orjson.dumps(value)


def pack_large(value: Any) -> bytes:
    """A text, compressed."""
    return _squeeze(orjson.dumps(value), _TEXTS)


def squeeze(json: bytes) -> bytes:
    """The JSON bytes of a checklist as a compressed record."""
    return _squeeze(json, _CHECKLISTS)


def _squeeze(json: bytes, compressor: zstandard.ZstdCompressor) -> bytes:
    with _ONE_AT_A_TIME:
        return b"z1" + compressor.compress(json)


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
    with _ONE_AT_A_TIME:
        return _INFLATER.decompress(data)


_READERS: dict[bytes, Callable[[bytes], bytes]] = {b"j1": bytes, b"z1": _inflate}
