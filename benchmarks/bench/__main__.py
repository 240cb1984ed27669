"""``python -m benchmarks.bench``: every figure, one table, a report and a plot."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
import time
from pathlib import Path

from benchmarks.bench import extraction, queue, service
from benchmarks.bench.table import Row, markdown, plot
from claimsheet import logs
from claimsheet.start import keep_to_one_core

_HERE = Path(__file__).resolve().parents[1]


def main() -> int:
    keep_to_one_core()  # as a worker does
    logs.configure("error")
    began, rows = time.monotonic(), []
    for part in (extraction, service, queue):
        for row in part.rows():
            print(f"{row.work:44} {row.ours:>18}   {row.peer}", file=sys.stderr, flush=True)
            rows.append(row)
    _write(rows, time.monotonic() - began)
    print(markdown(rows))
    return 0


def _write(rows: list[Row], seconds: float) -> None:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    today = dt.datetime.now(dt.UTC).date()
    head = f"# Measured on {today}\n\n{machine}; {seconds:.0f} s in all.\n"
    words = "Figures beside each other were taken in turns; quote the ratios.\n"
    (_HERE / "report.md").write_text(f"{head}{words}\n{markdown(rows)}", "utf-8")
    (_HERE / "report.svg").write_text(plot(rows), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
