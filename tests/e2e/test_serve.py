"""``claimsheet serve``: everything on one machine, whatever happens to its parts."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import psutil
import pytest

from tests.e2e.harness import ARTICLE, Process, Serve, eventually, free_port, serving

pytestmark = pytest.mark.e2e


def test_an_article_posted_over_http_is_extracted_by_a_worker_and_read_back(
    running: Serve,
) -> None:
    posted = running.client.call("POST", "/v1/articles", {"text": ARTICLE})
    assert posted.status == 202
    assert posted.headers["Location"] == posted.body["links"]["self"]
    job = running.client.ended(posted.body["id"])
    assert job["status"] == "succeeded"
    checklist = running.client.call("GET", job["links"]["checklist"]).body
    assert checklist["article"]["anchor"] == {"date": "2019-05-04", "source": "header"}
    assert checklist["items"]


def test_a_long_poll_is_answered_when_the_job_ends(running: Serve) -> None:
    job = running.client.post(ARTICLE + " It was cold.")
    answer = running.client.call("GET", job["links"]["self"], Prefer="wait=20")
    assert answer.body["status"] == "succeeded"


def test_api_worker_and_server_are_processes_of_their_own(running: Serve) -> None:
    parts = {running.one(word).pid for word in ("claimsheet.main api", "worker", "valkey-server")}
    assert len(parts) == 3


def test_the_embedded_server_listens_on_no_port(running: Serve) -> None:
    server = running.one("valkey-server")
    assert not [c for c in server.net_connections("inet") if c.status == psutil.CONN_LISTEN]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_it_ends_well_and_nothing_is_left_running(tmp_path: Path, number: int) -> None:
    serve = Serve(tmp_path)
    serve.client.post()
    family = serve.below()
    assert len(family) >= 5  # server, API and its process, worker and its horse
    assert serve.stop(number) == 0
    assert not any(process.is_running() for process in family)


def test_killed_it_leaves_nothing_running_and_what_was_accepted_is_done_by_the_next(
    tmp_path: Path,
) -> None:
    serve = Serve(tmp_path)
    jobs = [serve.client.post(f"In {year} it was cold.") for year in range(1990, 2000)]
    family = serve.below()
    serve.stop(signal.SIGKILL)
    eventually(lambda: not any(process.is_running() for process in family), 5)
    with serving(tmp_path) as again:
        assert {again.client.ended(job["id"])["status"] for job in jobs} == {"succeeded"}


def test_a_part_that_is_killed_is_started_again_and_nothing_is_lost(running: Serve) -> None:
    for part in ("valkey-server", "claimsheet.main api", "claimsheet.main worker"):
        before = running.client.post(f"In 1848 {part} was not there.")
        killed = running.one(part)
        killed.kill()
        eventually(lambda part=part, old=killed.pid: running.one(part).pid != old)
        eventually(lambda: running.client.call("GET", "/readyz").status == 200)
        assert running.client.ended(before["id"])["status"] == "succeeded", part


def test_the_health_commands_say_whether_their_process_is_well(running: Serve) -> None:
    port = running.address.rpartition(":")[2]
    well = (
        Process("api", "--healthy", "--port", port),
        Process("worker", "--healthy", REDIS_URL=f"unix://{running.data}/redis.sock"),
    )
    ill = (
        Process("api", "--healthy", "--port", str(free_port())),
        Process("worker", "--healthy", REDIS_URL=f"redis://127.0.0.1:{free_port()}"),
    )
    for process in (*well, *ill):
        process.end()
    assert [process.popen.returncode for process in (*well, *ill)] == [0, 0, 1, 1]


def test_the_address_is_the_one_line_on_standard_output(tmp_path: Path) -> None:
    serve = Serve(tmp_path)
    serve.client.ended(serve.client.post()["id"])
    serve.popen.send_signal(signal.SIGTERM)
    out, _ = serve.end()
    assert out == ""
    assert serve.popen.returncode == 0


def test_a_data_folder_is_served_by_one_at_a_time(running: Serve) -> None:
    second = Process("serve", "--port", "0", "--data", str(running.data))
    out, err = second.end()
    assert (out, second.popen.returncode) == ("", 1)
    assert "in use by another claimsheet" in err


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = Process("serve", "--port", port, "--data", str(tmp_path))
        _, err = process.end()
    assert process.popen.returncode == 1
    assert f"Cannot listen at http://127.0.0.1:{port}" in err
    assert "Traceback" not in err


def test_a_bad_setting_stops_the_start_with_a_sentence_that_names_it(tmp_path: Path) -> None:
    process = Process("serve", "--data", str(tmp_path), CLAIMSHEET_QUEUE_LIMIT="many")
    _, err = process.end()
    assert process.popen.returncode == 1
    assert "CLAIMSHEET_QUEUE_LIMIT" in err
    assert "Traceback" not in err


def test_a_data_folder_with_a_very_long_name_works(tmp_path: Path) -> None:
    deep = tmp_path / ("a long name, with spaces " * 4) / "ünïcode"
    with serving(deep) as serve:
        assert serve.client.ended(serve.client.post()["id"])["status"] == "succeeded"
