"""Dockerfile and Compose file, as far as they can be held to their word without an engine."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimsheet.main import parser
from store.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
INSTRUCTIONS = re.sub(r"\\\n", " ", re.sub(r"(?m)^#.*\n", "", DOCKERFILE)).splitlines()


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return read


def _of(instruction: str) -> list[str]:
    return [
        line.removeprefix(instruction).strip()
        for line in INSTRUCTIONS
        if line.startswith(f"{instruction} ")
    ]


def test_the_compose_file_fits_the_compose_schema() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run(
        [*check, str(ROOT / "docker-compose.yml")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_misspelt_key_does_not_fit_the_compose_schema(tmp_path: Path) -> None:
    bad = tmp_path / "docker-compose.yml"
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    bad.write_text(text.replace("healthcheck:", "healtcheck:"), "utf-8")
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    assert subprocess.run([*check, str(bad)], capture_output=True, check=False).returncode == 1


def test_workers_can_be_scaled(compose: dict[str, Any]) -> None:
    worker = compose["services"]["worker"]
    assert "container_name" not in worker
    assert "ports" not in worker


def test_the_server_loses_nothing_and_evicts_nothing(compose: dict[str, Any]) -> None:
    command = compose["services"]["redis"]["command"]
    options = dict(zip(command[1::2], command[2::2], strict=True))
    assert options["--appendonly"] == "yes"
    assert options["--maxmemory-policy"] == "noeviction"
    assert "redis:/data" in compose["services"]["redis"]["volumes"]
    assert "redis" in compose["volumes"]


@pytest.mark.parametrize("name", ["api", "worker", "redis"])
def test_every_service_has_limits_and_a_health_check(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    assert {"mem_limit", "cpus", "healthcheck", "restart"} <= set(service)
    assert service["read_only"]


@pytest.mark.parametrize("name", ["api", "worker"])
def test_every_command_in_the_compose_file_exists(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    parser().parse_args(service["command"])
    health = service["healthcheck"]["test"]
    assert health[:2] == ["CMD", "claimsheet"]
    assert parser().parse_args(health[2:]).healthy


@pytest.mark.parametrize("name", ["api", "worker"])
def test_every_variable_in_the_compose_file_is_a_setting_that_can_be_read(
    compose: dict[str, Any], name: str
) -> None:
    environment = compose["services"][name]["environment"]
    known = {field.metadata["name"] for field in Settings.__dataclass_fields__.values()}
    assert set(environment) <= known
    given = {key: re.sub(r"\$\{\w+:-(.*)\}", r"\1", value) for key, value in environment.items()}
    assert Settings.from_environ(given).require_keys


def test_a_worker_is_given_the_time_that_a_job_may_take(compose: dict[str, Any]) -> None:
    worker = compose["services"]["worker"]
    limit = int(worker["environment"]["CLAIMSHEET_JOB_TIMEOUT_SECONDS"])
    assert int(worker["stop_grace_period"].removesuffix("s")) > limit


def test_the_image_is_built_by_the_makefile_on_a_slim_base_in_two_stages() -> None:
    bases = _of("FROM")
    assert len(bases) == 2
    assert all(re.match(r"python:3\.\d+-slim", base) for base in bases)
    targets = [words[1] for run in _of("RUN") if (words := shlex.split(run)) and words[0] == "make"]
    assert targets == ["dependencies", "setup"]
    for target in targets:
        dry = ["make", "--dry-run", "--always-make", target]
        assert subprocess.run(dry, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_everything_that_is_copied_exists_and_is_sent_to_the_engine() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    copied = [copy.split()[:-1] for copy in _of("COPY") if not copy.startswith("--from")]
    for name in [name for names in copied for name in names]:
        assert (ROOT / name).exists(), name
        assert f"!{name}" in ignored, name


def test_every_package_of_ours_is_in_the_image() -> None:
    for_developers = {"tests", "benchmarks", "tools"}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - for_developers
    assert packages <= {name for copy in _of("COPY") for name in copy.split()}


def test_the_image_runs_as_nobody_in_particular_and_says_whether_it_is_well() -> None:
    (user,) = _of("USER")
    assert user.split(":")[0] not in ("0", "root")
    (health,) = _of("HEALTHCHECK")
    assert '"claimsheet", "api", "--healthy"' in health
    (command,) = _of("CMD")
    parser().parse_args(yaml.safe_load(command))
