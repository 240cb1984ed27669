"""What older releases wrote is read for ever: these samples are never edited, only added to."""

from __future__ import annotations

import pytest

from store import codec, jobs

SAMPLES = {
    "a small record, version 1": (b'j1{"a":[1,null,"\xc3\xa9"]}', {"a": [1, None, "é"]}),
    "a compressed record, version 1": (
        bytes.fromhex("7a3128b52ffd2017b900007b2274657874223a22f09f958a20636f6f20636f6f227d"),
        {"text": "🕊 coo coo"},
    ),
}  # fmt: skip
JOB = (
    b'j1{"id":"j","desk":"d","article_id":"a","external_id":null,"version":"3","version_key":"v",'
    b'"created_at":"2026-11-23T00:00:00.000Z","status":"queued","started_at":null,'
    b'"finished_at":null,"failure":null,"attempts":0,"callback_url":null}\n{}'
)


@pytest.mark.parametrize(("record", "value"), SAMPLES.values(), ids=SAMPLES)
def test_a_record_of_an_older_release_is_read(record: bytes, value: object) -> None:
    assert codec.unpack(record) == value


def test_a_job_of_an_older_release_is_read() -> None:
    job = jobs.read_record(JOB)

    assert (job.id, job.version, job.ended) == ("j", "3", False)


@pytest.mark.parametrize("value", [None, [], {"a": "🕊" * 1_000}, [1.5, True, "x\u2028"]])
def test_what_is_written_is_read_back(value: object) -> None:
    assert codec.unpack(codec.pack(value)) == value
    assert codec.unpack(codec.pack_large(value)) == value


@pytest.mark.parametrize(
    "record", [b"", b"j", b"j9{}", b"z1nonsense", b"j1{", b"\xff\xfe", b"j1" + b"[" * 3]
)
def test_what_is_no_record_is_said_to_be_corrupt(record: bytes) -> None:
    with pytest.raises(codec.CorruptRecord):
        codec.unpack(record)
