"""What was measured must not fall: newswire and stories, where they lie beside the repository."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
TEXTS = ROOT.parent / "shared" / "eval" / "timex"

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the annotated texts are not here")


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("temporal_bench", ROOT / "benchmarks/temporal.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("corpus", "relaxed", "strict", "value"),
    [("timebank", 94.2, 90.2, 82.3), ("aquaint", 94.0, 84.2, 77.8)],
)
def test_newswire_is_read_as_well_as_it_was(
    bench: ModuleType, corpus: str, relaxed: float, strict: float, value: float
) -> None:
    figures = bench.measure(bench.ours, bench.documents(TEXTS / corpus))
    assert figures[0] >= relaxed
    assert figures[1] >= strict
    assert figures[2] >= value


def test_narratives_are_read_as_well_as_they_were(bench: ModuleType) -> None:
    from claims.temporal import tag

    def narrative(text: str, _: object) -> list[tuple[int, int, str]]:
        return [(t.start, t.end, t.value) for t in tag(text, None)]

    assert bench.measure(narrative, bench.documents(TEXTS / "wikiwars"))[2] >= 84.0
