"""The LanguageTool protocol, with a real client over a real socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import language_tool_python
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from service import languagetool
from store import Store, apikeys
from workers import jobs

TEXT = "😀 It met on 2001-02-03 in Riga 😀.\n\nIt met again on 2002-03-04."


@pytest.fixture
def worker(store: Store) -> Iterator[None]:
    """Does what is asked for through the queue, as a worker would."""
    stop = threading.Event()
    jobs.use(store)

    def work() -> None:
        while not stop.is_set():
            taken = store.redis.blmove(store.queue.key, "test:taken", 0.1)
            if taken:
                jobs.check_once(taken.decode())

    thread = threading.Thread(target=work)
    thread.start()
    yield
    stop.set()
    thread.join()


@pytest.fixture
def address(app: Flask, worker: None) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _check(client: FlaskClient, **form: str) -> Any:
    return client.post("/v2/check", data={"language": "en-US", **form})


def test_a_real_client_shows_claims_at_their_places(address: str) -> None:
    tool = language_tool_python.LanguageTool("en-US", remote_server=address)
    matches = [m for m in tool.check(TEXT) if m.rule_id == "CLAIM_DATE"]
    found = [TEXT[m.offset : m.offset + m.error_length] for m in matches]
    assert found == ["2001-02-03", "2002-03-04"]
    assert all(m.category == "CLAIMS" for m in matches)
    first = matches[0]
    assert first.context[first.offset_in_context - 1 :].startswith("2001-02-03")
    assert first.message.endswith("?")


def test_offsets_count_utf16_units(client: FlaskClient, worker: None) -> None:
    (first, _) = _check(client, text=TEXT, enabledRules="CLAIM_DATE", enabledOnly="true").json[
        "matches"
    ]
    assert (first["offset"], first["length"]) == (13, 10)
    units = first["context"]["text"].encode("utf-16-le")
    start, length = first["context"]["offset"], first["context"]["length"]
    assert units[2 * start : 2 * (start + length)].decode("utf-16-le") == "2001-02-03"


def test_annotated_text_is_read_without_its_markup_and_marked_with_it(
    client: FlaskClient, worker: None
) -> None:
    pieces = [
        {"markup": "<p>"},
        {"text": "It met on 2001-"},
        {"markup": "<b>"},
        {"text": "02-03"},
        {"markup": "</b>"},
        {"text": " in Riga."},
        {"markup": "<br>", "interpretAs": "\n"},
        {"text": "Bread "},
        {"markup": "&amp;", "interpretAs": "&"},
        {"text": " wine 😀 on 2002-03-04."},
    ]
    sent = "".join(piece.get("text") or piece["markup"] for piece in pieces)
    data = json.dumps({"annotation": pieces})
    matches = _check(client, data=data, enabledOnly="true", enabledRules="CLAIM_DATE").json[
        "matches"
    ]
    units = sent.encode("utf-16-le")
    found = [
        units[2 * m["offset"] : 2 * (m["offset"] + m["length"])].decode("utf-16-le")
        for m in matches
    ]
    assert found == ["2001-<b>02-03", "2002-03-04"]


def test_nothing_is_kept(client: FlaskClient, worker: None, store: Store) -> None:
    assert _check(client, text="It met on 2001-02-03.").json["matches"]
    kept = [key for key in store.redis.keys("*") if b"once" in key or b"article" in key]
    assert kept == []


def test_rules_can_be_switched_off(client: FlaskClient, worker: None) -> None:
    text = "It met on 2001-02-03."
    assert not [
        m
        for m in _check(client, text=text, disabledRules="CLAIM_DATE,X").json["matches"]
        if m["rule"]["id"] == "CLAIM_DATE"
    ]
    assert _check(client, text=text, disabledCategories="CLAIMS").json["matches"] == []


def test_an_empty_text_has_no_matches_and_needs_no_worker(client: FlaskClient) -> None:
    assert _check(client, text=" \n").json["matches"] == []


def test_without_a_worker_the_wait_ends(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.views.languagetool.WAIT_SECONDS", 0.2)
    response = _check(client, text="It met.")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert store.queue.job_ids == []
    assert not store.redis.keys("cs:once*")


@pytest.mark.parametrize(
    ("form", "pointer"),
    [
        ({"text": "x", "language": ""}, "/language"),
        ({"text": "x", "language": "de-DE"}, "/language"),
        ({}, "/text"),
        ({"text": "x", "data": "{}"}, "/text"),
        ({"data": "[]"}, "/data"),
        ({"data": '{"annotation": [{"texts": "x"}]}'}, "/data/annotation/0"),
        ({"data": '{"annotation": [{"text": "a"}, {"markup": 1}]}'}, "/data/annotation/1"),
        ({"text": "a\0b"}, "/text"),
    ],
)
def test_a_bad_form_is_refused_by_the_name_of_the_field(
    client: FlaskClient, form: dict[str, str], pointer: str
) -> None:
    response = _check(client, **form)
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == pointer


def test_data_that_is_no_json_is_malformed(client: FlaskClient) -> None:
    assert _check(client, data="{").status_code == 400


def test_a_key_can_be_sent_as_languagetool_clients_do(
    client: FlaskClient, store: Store, worker: None
) -> None:
    key = apikeys.create(store, "editor", "default", ["submit"])[1]
    assert _check(client, text="It met.").status_code == 401
    assert _check(client, text="It met.", apiKey=key).status_code == 200
    assert _check(client, text="It met.", apiKey="guess").status_code == 401


def test_markup_of_a_block_ends_a_paragraph_even_unsaid() -> None:
    pieces = [{"text": "One."}, {"markup": "</p>"}, {"markup": "<i>"}, {"text": "Two."}]
    assert languagetool.annotated({"annotation": pieces}).text == "One.\n\nTwo."
