"""``docs/api.md``: what it shows is what happens."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from tests.e2e.harness import Serve

pytestmark = pytest.mark.e2e

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)


def test_the_guides_python_runs_from_top_to_bottom(running: Serve) -> None:
    program = "\n".join(BLOCK.findall(GUIDE.read_text("utf-8")))
    assert program.count("http://127.0.0.1:8000") == 1
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(program.replace("http://127.0.0.1:8000", running.client.address), {})
    lines = said.getvalue().splitlines()
    assert any(line.startswith("date 5 May 2019") for line in lines)
    assert any(line.startswith("confirmed 20") for line in lines)
    assert lines[-1] == "5 May 2019 → 6 May 2019"
