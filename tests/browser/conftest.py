"""A real browser on a real service. Without a browser these are skipped, and the run says so."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e.harness import Serve, serving

# Quiet and self-contained: no sandbox for root, no calls home, nothing kept.
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Refusals that the page itself shows: a 409 for open claims, a 412 for a faster colleague.
_REFUSED = re.compile(r"status of 4(09|12)\b")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    with serving(tmp_path_factory.mktemp("data")) as serve:
        yield serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        message = "no Chromium is installed, so the page is not tested in a browser"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, running: Serve) -> Iterator[BrowserContext]:
    """A reader of its own; a script error or a refused resource fails the test."""
    context = browser.new_context(base_url=running.address, viewport={"width": 1400, "height": 900})
    troubles: list[str] = []
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    context.on(
        "console",
        lambda message: (
            troubles.append(message.text)
            if message.type == "error" and not _REFUSED.search(message.text)
            else None
        ),
    )
    yield context
    context.close()
    assert troubles == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
