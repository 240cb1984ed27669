"""``claimsheet demo``: the whole service once, on one article."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from tests.e2e.harness import ARTICLE, Process

pytestmark = pytest.mark.e2e


def test_the_demonstration_goes_over_http_prints_the_checklist_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    demo = Process("demo", str(article))
    out, err = demo.end()
    assert demo.popen.returncode == 0, err
    assert "POST /v1/articles" in err
    assert "succeeded after" in err
    assert "Treaty of Tordesillas" in out
    assert "~~~~" in out
    assert "\x1b" not in out
    ours = f"--data {tmp_path.anchor}tmp/claimsheet-demo-"
    assert not [p for p in psutil.process_iter() if ours in " ".join(_command(p))]


def test_an_article_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    demo = Process("demo", str(tmp_path / "none.txt"))
    _, err = demo.end()
    assert demo.popen.returncode == 1
    assert "none.txt cannot be read" in err
    assert "Traceback" not in err


def _command(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []
