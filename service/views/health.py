"""Is the process up, and can it do its work?"""

from __future__ import annotations

from flask import Blueprint, Response
from redis.exceptions import RedisError

from service import schemas
from service.answers import json_answer
from service.context import store
from service.openapi import operation
from store import workers

blueprint = Blueprint("health", __name__)


@blueprint.get("/livez")
@operation("Is the process up?", {200: schemas.HealthSchema})
def livez() -> Response:
    return json_answer({"status": "ok"})


@blueprint.get("/readyz")
@operation(
    "Does Redis answer, and does a worker live?",
    {200: schemas.HealthSchema, 503: schemas.HealthSchema},
)
def readyz() -> Response:
    try:
        living = workers.count(store())
    except RedisError:
        return _unready({"status": "redis does not answer", "redis": False, "workers": 0})
    if not living:
        return _unready({"status": "no worker lives", "redis": True, "workers": 0})
    return json_answer({"status": "ok", "redis": True, "workers": living})


def _unready(body: dict[str, object]) -> Response:
    return json_answer(body, 503, {"Retry-After": "2"})
