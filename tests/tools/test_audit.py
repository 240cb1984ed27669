from __future__ import annotations

import json
from typing import Any

from tools.audit import verdict

FINE = {"name": "flask", "version": "3.1.2", "vulns": []}
SKIPPED = {"name": "rq", "skip_reason": "not found"}
HOLED = {"name": "a", "version": "1", "vulns": [{"id": "CVE-2020-1", "fix_versions": ["1.1"]}]}


def _report(*dependencies: dict[str, Any]) -> str:
    return json.dumps({"dependencies": dependencies})


def test_all_looked_up_and_none_with_a_hole_is_well() -> None:
    assert verdict(_report(FINE)) == (0, "1 dependencies, no known holes.")


def test_a_hole_is_named_with_its_remedy() -> None:
    code, said = verdict(_report(FINE, HOLED, SKIPPED))
    assert code == 1
    assert "a 1: CVE-2020-1, mended in 1.1" in said


def test_what_was_not_looked_up_is_not_called_well() -> None:
    code, said = verdict(_report(FINE, SKIPPED))
    assert code == 2
    assert said.startswith("NOT AUDITED")
    assert "1 of 2" in said


def test_a_service_that_is_not_reached_is_said_so() -> None:
    code, said = verdict("", "Traceback\nConnectionError: could not connect")
    assert code == 2
    assert "could not be reached (ConnectionError: could not connect)" in said
