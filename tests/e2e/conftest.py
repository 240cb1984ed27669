"""One running service for the tests that leave it as they find it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.harness import Serve, serving

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    with serving(tmp_path_factory.mktemp("data")) as serve:
        yield serve
