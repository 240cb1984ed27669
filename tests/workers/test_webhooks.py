"""Callbacks: signed, retried, logged, and never sent where they must not go."""

from __future__ import annotations

import dataclasses
import ipaddress
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from store import Store, articles, checklists, clock, deliveries, jobs, keys, ticks
from store.settings import Settings
from tests.e2e.harness import eventually
from workers import jobs as work
from workers import webhooks

SECRET = "whsec_" + "c2VjcmV0IG9mIHRoZSBuZXdzcm9vbQ=="
OLD_SECRET = "whsec_" + "YW4gb2xkZXIgc2VjcmV0IG9mIHRoZWlycw=="
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)


class Receiver:
    """A CMS that listens: answers with ``answers`` in turn, the last one for ever."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, dict[str, str]]] = [(204, {})]
        self.got: list[tuple[str, dict[str, str], bytes]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((self.path, dict(self.headers), body))
                status, headers = receiver.answers[0]
                if len(receiver.answers) > 1:
                    receiver.answers.pop(0)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hooks?a=1"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def store(store: Store) -> Store:
    """One that may call this machine, and binds the jobs of this process to itself."""
    settings = dataclasses.replace(
        store.settings, webhook_secrets=(SECRET,), webhook_allow=LOOPBACK
    )
    own = Store(store.redis, settings)
    work.use(own)
    return own


@pytest.fixture
def extracted(store: Store, receiver: Receiver) -> jobs.Job:
    """A finished job that was posted with a callback."""
    fields = {"text": "It rained on 2019-05-04.", "callback_url": receiver.url, "version": "1"}
    job = articles.accept(store, fields, desk="default")
    work.extract(job.id)
    store.redis.delete(store.queue.key)
    return job


def _work_off(store: Store) -> int:
    """Make the attempts that are due, as a worker does."""
    queued = deliveries.enqueue_due(store)
    for name in store.queue.job_ids:
        work.deliver(name.rpartition("-")[0])
    store.redis.delete(store.queue.key)
    return queued


def _hurry(store: Store) -> None:
    """Let the next attempt be due now."""
    for name in store.redis.zrange(keys.DUE, 0, -1):
        store.redis.zadd(keys.DUE, {name: 0})


def test_the_end_of_a_job_is_told_as_the_standard_library_verifies(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    assert _work_off(store) == 1
    ((path, headers, body),) = receiver.got
    assert path == "/hooks?a=1"
    message = Webhook(SECRET).verify(body, headers)
    assert set(message) == {"type", "timestamp", "data"}
    assert message["type"] == "job.succeeded"
    assert message["data"]["id"] == extracted.id
    assert message["data"]["status"] == "succeeded"
    assert b"rained" not in body
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert (delivery.status, delivery.attempts[0]["status_code"]) == ("delivered", 204)
    assert headers["webhook-id"] == delivery.id
    assert _work_off(store) == 0


def test_a_changed_body_does_not_verify(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    _work_off(store)
    ((_, headers, body),) = receiver.got
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(body.replace(b"succeeded", b"failed"), headers)


def test_while_secrets_rotate_both_verify() -> None:
    headers = webhooks.signed_headers(
        "msg_1", int(clock.now().timestamp()), "{}", (SECRET, OLD_SECRET)
    )
    for secret in (SECRET, OLD_SECRET):
        Webhook(secret).verify("{}", headers)


@pytest.mark.parametrize("ending", ["failed", "canceled"])
def test_every_way_to_end_is_told(store: Store, receiver: Receiver, ending: str) -> None:
    fields = {"text": "It rained.", "callback_url": receiver.url}
    job = articles.accept(store, fields, desk="default")
    if ending == "failed":
        jobs.fail(store, job.id, "x", "y", retryable=False)
    else:
        jobs.cancel(store, job.id, "default")
    _work_off(store)
    assert json.loads(receiver.got[0][2])["type"] == f"job.{ending}"


def test_a_sign_off_is_told(store: Store, receiver: Receiver, extracted: jobs.Job) -> None:
    _work_off(store)
    ticks.sign_off(store, extracted.article_id, "default", "KM", None, "deadline")
    _work_off(store)
    message = json.loads(receiver.got[1][2])
    assert message["type"] == "checklist.signed_off"
    assert message["data"]["by"] == "KM"
    assert message["data"]["links"]["article"] == f"/v1/articles/{extracted.article_id}"


def test_a_failed_attempt_is_made_again_on_the_schedule(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    receiver.answers = [(500, {}), (503, {"Retry-After": "900"}), (204, {})]
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert delivery.status == "pending"
    assert _work_off(store) == 0
    assert _due_in(delivery) == pytest.approx(5, abs=2)

    _hurry(store)
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert _due_in(delivery) == pytest.approx(900, abs=2)

    _hurry(store)
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert delivery.status == "delivered"
    assert [attempt["status_code"] for attempt in delivery.attempts] == [500, 503, 204]
    assert len({headers["webhook-id"] for _, headers, _ in receiver.got}) == 1


def _due_in(delivery: deliveries.Delivery) -> float:
    assert delivery.next_attempt_at is not None
    return (clock.read(delivery.next_attempt_at) - clock.now()).total_seconds()


def test_after_the_last_attempt_it_is_given_up(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    receiver.answers = [(500, {})]
    for _ in range(len(deliveries.SCHEDULE_SECONDS) + 1):
        _hurry(store)
        assert _work_off(store) == 1
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert (delivery.status, len(delivery.attempts)) == ("failed", 10)
    assert not store.redis.zcard(keys.DUE)


def test_gone_stops_it_and_what_comes_after(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    receiver.answers = [(410, {})]
    _work_off(store)
    ticks.sign_off(store, extracted.article_id, "default", "KM", None, "deadline")
    _work_off(store)
    first, second = deliveries.of_article(store, extracted.article_id)
    assert (first.status, second.status) == ("stopped", "failed")
    assert len(receiver.got) == 1


def test_a_redirect_is_not_followed(store: Store, receiver: Receiver, extracted: jobs.Job) -> None:
    receiver.answers = [(302, {"Location": receiver.url})]
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert (delivery.status, delivery.attempts[0]["status_code"]) == ("pending", 302)
    assert len(receiver.got) == 1


def test_a_host_that_hangs_is_let_be_for_a_while(
    store: Store, receiver: Receiver, extracted: jobs.Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhooks, "ANSWER_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        for text in ("One.", "Two."):
            job = articles.accept(store, {"text": text, "callback_url": url}, desk="default")
            jobs.cancel(store, job.id, "default")
            _work_off(store)
            (delivery,) = deliveries.of_article(store, job.article_id)
            assert delivery.status == "pending"
            assert len(delivery.attempts) == (1 if text == "One." else 0)
    assert len(receiver.got) == 1


def test_it_can_be_delivered_again_by_hand_under_the_same_id(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    receiver.answers = [(410, {}), (204, {})]
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    deliveries.redeliver(store, delivery.id)
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert delivery.status == "delivered"
    assert receiver.got[0][1]["webhook-id"] == receiver.got[1][1]["webhook-id"]


def test_removing_the_article_ends_its_callbacks(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    articles.delete(store, extracted.article_id, "default")
    _work_off(store)
    assert receiver.got == []
    assert not store.redis.zcard(keys.DUE)
    assert not store.redis.keys("cs:deliveries:*")


def test_without_a_secret_nothing_is_sent(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    settings = dataclasses.replace(store.settings, webhook_secrets=())
    work.use(Store(store.redis, settings))
    _work_off(store)
    (delivery,) = deliveries.of_article(store, extracted.article_id)
    assert delivery.status == "failed"
    assert "CLAIMSHEET_WEBHOOK_SECRET" in delivery.attempts[0]["error"]
    assert receiver.got == []


def test_a_living_worker_delivers_and_tries_again(
    store: Store, receiver: Receiver, start_worker: Callable[..., Any]
) -> None:
    receiver.answers = [(500, {}), (204, {})]
    start_worker(CLAIMSHEET_WEBHOOK_SECRET=SECRET, CLAIMSHEET_WEBHOOK_ALLOW="127.0.0.0/8")
    fields = {"text": "It rained on 2019-05-04.", "callback_url": receiver.url}
    articles.accept(store, fields, desk="default")
    eventually(lambda: len(receiver.got) == 2)
    assert receiver.got[0][2] == receiver.got[1][2]


# ---- where a callback may go ------------------------------------------------------------------

NOT_PUBLIC = [
    "127.0.0.1", "127.8.9.1", "10.0.0.8", "172.16.5.4", "192.168.1.1", "169.254.169.254",
    "100.100.100.200", "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1",
    "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "2002:a9fe:a9fe::",
    "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_what_is_not_public_is_not_called(address: str) -> None:
    assert not webhooks.may_call(ipaddress.ip_address(address), ())


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_what_is_public_is_called(address: str) -> None:
    assert webhooks.may_call(ipaddress.ip_address(address), ())


def test_an_operator_can_allow_a_network_and_only_that() -> None:
    allowed = (ipaddress.ip_network("10.1.0.0/16"),)
    assert webhooks.may_call(ipaddress.ip_address("10.1.2.3"), allowed)
    assert webhooks.may_call(ipaddress.ip_address("::ffff:10.1.2.3"), allowed)
    assert not webhooks.may_call(ipaddress.ip_address("10.2.2.3"), allowed)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://user:password@127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
        "http://127.0.0.1:0/",
    ],
)
def test_no_spelling_of_this_machine_is_called(receiver: Receiver, url: str) -> None:
    port = receiver.server.server_port
    delivery = deliveries.Delivery("msg_a_b", "a", "t", url.format(port=port), "{}", "now")
    made = webhooks.attempt(delivery, (SECRET,), ())
    assert made.status_code is None
    assert made.error
    assert receiver.got == []


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(webhooks.Refused):
        webhooks.addresses("cms.example", 80, ())


def test_a_name_is_resolved_once_and_the_connection_made_to_what_was_looked_at(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver
) -> None:
    answers = iter(["127.0.0.1"])

    def resolve(host: str, port: Any, *_: Any, **__: Any) -> list[Any]:
        if host == "cms.example":
            return [(2, 1, 6, "", (next(answers), port))]
        assert host == "127.0.0.1"
        return [(2, 1, 6, "", (host, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    url = f"http://cms.example:{receiver.server.server_port}/"
    delivery = deliveries.Delivery("msg_a_b", "a", "t", url, "{}", "now")
    made = webhooks.attempt(delivery, (SECRET,), LOOPBACK)
    assert made.delivered
    assert receiver.got[0][1]["Host"].startswith("cms.example:")


@pytest.mark.parametrize("secret", ["secret", "whsec_not base64", "whsec_?"])
def test_a_secret_that_cannot_sign_stops_the_start(secret: str) -> None:
    with pytest.raises(ValueError, match="CLAIMSHEET_WEBHOOK_SECRET"):
        Settings.from_environ({"CLAIMSHEET_WEBHOOK_SECRET": secret})


def test_the_log_and_redelivery_are_part_of_the_api(
    store: Store, receiver: Receiver, extracted: jobs.Job
) -> None:
    from service import schemas
    from service.app import create_app

    client = create_app(store).test_client()
    receiver.answers = [(500, {})]
    _work_off(store)
    path = f"/v1/articles/{extracted.article_id}/deliveries"
    log = client.get(path).json
    assert not schemas.DeliveryListSchema().validate(log)
    (delivery,) = log["deliveries"]
    assert delivery["attempts"][0]["status_code"] == 500
    answer = client.post(f"{path}/{delivery['id']}/attempts")
    assert answer.status_code == 202
    assert _work_off(store) == 1
    assert len(receiver.got) == 2
    assert client.post(f"{path}/msg_x_y/attempts").status_code == 404
    assert checklists.read(store, extracted.article_id, "default")
