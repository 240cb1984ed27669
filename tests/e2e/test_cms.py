"""The running service with the clients that newsrooms bring."""

from __future__ import annotations

import hashlib
import hmac
import importlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import language_tool_python
import pytest
import requests
from standardwebhooks.webhooks import Webhook

from tests.e2e.harness import Serve, eventually, serving

pytestmark = pytest.mark.e2e

OPENAPI = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"
SECRET = "a shared secret"
WEBHOOK_SECRET = "whsec_c2VjcmV0IG9mIHRoZSBuZXdzcm9vbQ=="


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """A service that trusts a Superdesk and may call this machine."""
    with serving(
        tmp_path_factory.mktemp("data"),
        CLAIMSHEET_SUPERDESK_SECRET=SECRET,
        CLAIMSHEET_WEBHOOK_SECRET=WEBHOOK_SECRET,
        CLAIMSHEET_WEBHOOK_ALLOW="127.0.0.0/8",
    ) as serve:
        yield serve


@pytest.fixture
def heard() -> Iterator[tuple[str, list[Any]]]:
    """An address that listens, and what was said to it."""
    said: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            said.append((dict(self.headers), body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hooks", said
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_superdesk_push_ends_in_a_checklist_and_a_callback_that_verifies(
    newsroom: Serve, heard: tuple[str, list[Any]]
) -> None:
    url, said = heard
    item = {
        "guid": "urn:newsml:example:1",
        "version": "1",
        "type": "text",
        "pubstatus": "usable",
        "headline": "The ferry line",
        "versioncreated": "2019-05-04T10:00:00+0000",
        "body_html": "<p>The line opened on <b>3 May</b> 2019&nbsp;😀.</p><p>It has two boats.</p>",
    }
    body = json.dumps(item)
    digest = hmac.new(SECRET.encode(), body.encode(), hashlib.sha1).hexdigest()
    answer = requests.post(
        f"{newsroom.client.address}/v1/integrations/superdesk",
        params={"callback_url": url},
        data=body,
        headers={"Content-type": "application/json", "x-superdesk-signature": f"sha1={digest}"},
        timeout=10,
    )
    assert answer.status_code == 202
    eventually(lambda: said)
    message = Webhook(WEBHOOK_SECRET).verify(said[0][1], said[0][0])
    assert message["type"] == "job.succeeded"
    checklist = newsroom.client.call("GET", message["data"]["links"]["checklist"]).body
    (date,) = [i for i in checklist["items"] if i["kind"] == "date" and i["block"]["index"] == 0]
    source = item["body_html"][date["source"]["start"] : date["source"]["end"]]
    assert source == "3 May</b> 2019"


def test_a_languagetool_client_shows_claims(running: Serve) -> None:
    text = "😀 The line opened on 3 May 2019 in Riga."
    tool = language_tool_python.LanguageTool("en-US", remote_server=running.client.address)
    matches = [m for m in tool.check(text) if m.rule_id == "CLAIM_DATE"]
    assert [text[m.offset : m.offset + m.error_length] for m in matches] == ["3 May 2019"]


def test_a_client_that_a_public_generator_made_can_post_poll_and_read(
    running: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "claimsheet_client"
    generator = str(Path(sys.executable).parent / "openapi-python-client")
    options = ["--path", str(OPENAPI), "--output-path", str(made), "--meta", "none"]
    subprocess.run([generator, "generate", *options], check=True, capture_output=True)
    monkeypatch.syspath_prepend(tmp_path)
    load = importlib.import_module
    client = load("claimsheet_client").Client(base_url=running.client.address)
    article = load("claimsheet_client.models").Article(text="It met on 3 May 2019 in Riga.")
    submit = load("claimsheet_client.api.articles.articles_submit")
    poll = load("claimsheet_client.api.jobs.jobs_show")
    read = load("claimsheet_client.api.checklists.checklists_show")

    with client:
        job = submit.sync(client=client, body=article)
        job = poll.sync(client=client, job_id=job.id, prefer="wait=20")
        assert job.status == "succeeded"
        checklist = read.sync(client=client, article_id=job.article.id)
    assert "3 May 2019" in [item.exact for item in checklist.items]
