"""Whatever is killed, every accepted article is answered, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import chaos


@pytest.mark.e2e
@pytest.mark.chaos
def test_two_hundred_articles_are_all_answered_while_processes_are_killed(tmp_path: Path) -> None:
    figures = chaos.run(tmp_path, articles=200, seed=2021)
    print(figures)
    assert len(figures.accepted) == figures.posted == 200
    assert sum(figures.killed.values()) == 200 // chaos.ARTICLES_PER_KILL
    assert sum(figures.ended.values()) == 200
    assert (figures.lost, figures.duplicated, figures.stuck) == (0, 0, 0)
