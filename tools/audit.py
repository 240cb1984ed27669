"""``make audit``: look every pinned dependency up among known holes, and say what came of it.

Exits with 0 when all were looked up and none has a known hole, with 1 when one has, and with 2 when
the advisory service was not reached or does not know some of them: nothing is known then, and
pip-audit by itself would call that "no known vulnerabilities found".
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"


def main() -> int:
    command = ["pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off"]
    given = [*command, "--format=json", "--requirement", str(LOCK)]
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", *given], capture_output=True, text=True, check=False
    )
    code, said = verdict(done.stdout, done.stderr)
    print(said, file=sys.stderr if code else sys.stdout)
    return code


def verdict(report: str, complaints: str = "") -> tuple[int, str]:
    """The exit code and the words for a report of pip-audit as JSON."""
    try:
        dependencies: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError):
        last = complaints.strip().splitlines()[-1:] or ["it said nothing"]
        return 2, f"NOT AUDITED: the advisory service could not be reached ({last[0][:200]})."
    holes = [
        f"{found['name']} {found['version']}: {hole['id']}, mended in "
        f"{', '.join(hole['fix_versions']) or 'no release yet'}"
        for found in dependencies
        for hole in found.get("vulns", [])
    ]
    skipped = [found["name"] for found in dependencies if "skip_reason" in found]
    if holes:
        return 1, "\n".join(["KNOWN HOLES:", *holes])
    if skipped:
        return 2, (
            f"NOT AUDITED: the advisory service knows nothing of {len(skipped)} of "
            f"{len(dependencies)} dependencies: {', '.join(skipped[:5])}… Is it a mirror?"
        )
    return 0, f"{len(dependencies)} dependencies, no known holes."


if __name__ == "__main__":
    sys.exit(main())
