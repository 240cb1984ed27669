"""Jobs: poll one, or give it up."""

from __future__ import annotations

from flask import Blueprint, Response

from service import schemas
from service.answers import job_answer, json_bytes
from service.context import desk, services, store
from service.openapi import operation
from service.requests import wait_seconds
from store import jobs

blueprint = Blueprint("jobs", __name__, url_prefix="/v1/jobs")


@blueprint.get("/<job_id>")
@operation(
    "Poll a job",
    {200: schemas.JobSchema, 304: None},
    scope="read",
    headers=("Prefer", "If-None-Match"),
    problems=(401, 403, 404, 410, 429, 503),
)
def show(job_id: str) -> Response:
    seconds = wait_seconds()
    owner = desk()
    if not seconds:
        return job_answer(jobs.load(store(), job_id, owner))
    waited = services().endings.wait(job_id, seconds, lambda: jobs.load(store(), job_id, owner))
    response = job_answer(waited)
    response.headers["Preference-Applied"] = f"wait={seconds}"
    return response


@blueprint.delete("/<job_id>")
@operation(
    "Cancel a job",
    {200: schemas.JobSchema},
    scope="submit",
    problems=(401, 403, 404, 409, 410, 429, 503),
)
def cancel(job_id: str) -> Response:
    return json_bytes(jobs.cancel(store(), job_id, desk()).body)
