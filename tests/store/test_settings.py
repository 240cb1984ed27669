from __future__ import annotations

from pathlib import Path

import pytest

from store import settings
from store.settings import BadSetting, Settings

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"


def test_every_setting_is_documented_with_its_default() -> None:
    """Run ``claimsheet settings`` and put its table into docs/configuration.md."""
    assert settings.described() in DOCUMENT.read_text("utf-8")


def test_nothing_set_means_the_defaults() -> None:
    assert Settings.from_environ({}) == Settings()
    assert Settings.from_environ({"REDIS_URL": ""}).redis_url is None


BAD = {
    "REDIS_URL": "localhost:6379",
    "CLAIMSHEET_REQUIRE_KEYS": "yes",
    "CLAIMSHEET_QUEUE_LIMIT": "many",
    "CLAIMSHEET_KEEP_DAYS": "-1",
    "CLAIMSHEET_DURABILITY": "never",
    "CLAIMSHEET_WEBHOOK_SECRET": "secret",
    "CLAIMSHEET_WEBHOOK_ALLOW": "10.0.0.0/40",
    "CLAIMSHEET_LOG_LEVEL": "loud",
}


@pytest.mark.parametrize(("name", "value"), BAD.items(), ids=BAD)
def test_a_setting_that_cannot_be_read_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        Settings.from_environ({name: value})


def test_lists_and_networks_are_read() -> None:
    read = Settings.from_environ(
        {
            "CLAIMSHEET_WEBHOOK_ALLOW": "10.0.0.0/8, fd00::/8",
            "CLAIMSHEET_WEBHOOK_SECRET": "whsec_YQ== whsec_Yg==",
            "CLAIMSHEET_CORS_ORIGINS": "https://a.example,https://b.example",
        }
    )
    assert [str(network) for network in read.webhook_allow] == ["10.0.0.0/8", "fd00::/8"]
    assert read.webhook_secrets == ("whsec_YQ==", "whsec_Yg==")
    assert read.cors_origins == ("https://a.example", "https://b.example")
