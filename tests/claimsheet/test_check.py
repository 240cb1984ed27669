"""``claimsheet check``: files and lines in, checklists out."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimsheet.main import main

TEXT = "The bridge was opened on 4 May 2019.\r\n\r\nIt was closed on 2020-02-30."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


def _run(*words: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "claimsheet.main", "check", *words]
    given = {**os.environ, **environ}
    return subprocess.run(command, input=stdin, capture_output=True, env=given, check=False)


def _lines(out: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_file_is_printed_for_a_person(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(article)]) == 0
    out = capsys.readouterr().out
    assert "4 May 2019" in out
    assert "~~~~" in out
    assert "\x1b" not in out


def test_json_counts_offsets_in_the_file_as_it_is(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "json", str(article)]) == 0
    checklist = json.loads(capsys.readouterr().out)
    assert checklist["items"]
    for item in checklist["items"]:
        assert TEXT[item["start"] : item["end"]] == item["exact"]


def test_a_byte_order_mark_is_not_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    main(["check", "--format", "json", str(path)])
    item = json.loads(capsys.readouterr().out)["items"][0]
    assert TEXT[item["start"] : item["end"]] == item["exact"]


def test_an_html_file_is_read_as_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.html"
    path.write_text("<p>It was <b>4 May</b> 2019.</p><script>1998</script>")
    main(["check", "--format", "json", str(path)])
    items = json.loads(capsys.readouterr().out)["items"]
    assert [item["exact"] for item in items if item["kind"] == "date"] == ["4 May 2019"]


def test_the_day_of_publication_anchors_relative_dates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("It opened on Friday.")
    main(["check", "--format", "json", "--published", "2019-05-07", str(path)])
    checklist = json.loads(capsys.readouterr().out)
    assert checklist["article"]["anchor"] == {"date": "2019-05-07", "source": "published_at"}
    assert checklist["items"][0]["value"]["timex"] == "2019-05-03"


def test_standard_input_is_read_where_no_file_is_named() -> None:
    done = _run("--format", "json", stdin=TEXT.encode())
    assert done.returncode == 0
    assert _lines(done.stdout)[0]["items"]


def test_csv_and_markdown_are_the_services_own(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "csv", str(article)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert "4 May 2019" in {row["fact"] for row in rows}
    assert main(["check", "--format", "md", str(article)]) == 0
    assert "- [ ] **4 May 2019**" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_does_not_cost_the_others(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    latin, empty = tmp_path / "latin.txt", tmp_path / "empty.txt"
    latin.write_bytes("Genève, 1998".encode("latin-1"))
    empty.write_text(" \n")
    names = [str(tmp_path / "none.txt"), str(latin), str(empty), str(article)]
    assert main(["check", "--format", "json", *names]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert [line.rpartition(": ")[2] for line in captured.err.splitlines()] == [
        "No such file or directory",
        "not UTF-8 (byte 3)",
        "there is no text",
    ]


def test_ndjson_answers_line_by_line_in_order_and_bad_lines_in_their_place() -> None:
    lines = [
        {"text": "It was 4 May 2019.", "external_id": "a"},
        {"text": 4},
        "not json",
        ["a list"],
        {"text": "", "html": None},
        {"text": "It was 2019.", "published_at": "soon"},
        {"text": "It was 2019.", "colour": "red"},
        {"html": "<p>It was 5 May 2019.</p>", "external_id": "b"},
    ]
    said = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    done = _run("--ndjson", stdin="\n".join(said).encode() + b"\n\xff\n")
    out = _lines(done.stdout)
    assert done.returncode == 1
    assert [answer["article"]["external_id"] for answer in out if "article" in answer] == ["a", "b"]
    faults = {
        answer["error"]["line"]: answer["error"]["detail"] for answer in out if "error" in answer
    }
    assert sorted(faults) == [2, 3, 4, 5, 6, 7, 9]
    assert faults[2].startswith("/text")
    assert faults[6].startswith("/published_at")
    assert "/colour" in faults[7]
    assert b"9 articles, 7 failed" in done.stderr


def test_ndjson_writes_each_line_as_soon_as_it_is_done() -> None:
    command = [sys.executable, "-m", "claimsheet.main", "check", "--ndjson"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for year in (1998, 1999):
            process.stdin.write(json.dumps({"text": f"It was {year}."}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["items"][0]["exact"] == str(year)


def test_the_same_article_gives_the_same_bytes_in_every_process(article: Path) -> None:
    first = _run("--format", "json", str(article), PYTHONHASHSEED="1")
    second = _run("--format", "json", str(article), PYTHONHASHSEED="2")
    assert first.stdout == second.stdout != b""


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    lines = b"\n".join(json.dumps({"text": f"It was {year}."}).encode() for year in range(999))
    command = f"{sys.executable} -m claimsheet.main check --ndjson | head -n 1"
    done = subprocess.run(command, shell=True, input=lines, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Der Brückenschluß war am 2019-05-04, 大使.", "utf-8")
    done = _run(str(path), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "大使" in done.stdout.decode("utf-8")
