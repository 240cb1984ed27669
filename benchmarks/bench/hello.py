"""What a bare Flask answers: the peer of the API, on the same server with the same settings."""

from __future__ import annotations

from flask import Flask, request

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    return "hello"


@app.post("/")
def take() -> tuple[str, int]:
    request.get_data()
    return "hello", 202
