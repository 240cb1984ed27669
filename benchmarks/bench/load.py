"""A load generator: keep-alive connections, each asking again when it has read its answer."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Request = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Load:
    """Requests a second, and the latencies in seconds of those that were answered as wished."""

    per_second: float
    latencies: list[float]
    wrong: int

    def percentile(self, share: float) -> float:
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    @property
    def median(self) -> float:
        return statistics.median(self.latencies)


def get(path: str, **headers: str) -> Request:
    return request("GET", path, b"", **headers)


def request(method: str, path: str, body: bytes, **headers: str) -> Request:
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    whole = ("\r\n".join(lines) + "\r\n\r\n").encode() + body
    return lambda _number: whole


def run(port: int, ask: Request, *, seconds: float, connections: int = 4, wish: int = 200) -> Load:
    """Ask for so long over so many connections at once."""
    return asyncio.run(_run(port, ask, seconds, connections, wish))


async def _run(port: int, ask: Request, seconds: float, connections: int, wish: int) -> Load:
    until = time.perf_counter() + seconds
    found = await asyncio.gather(
        *(_one(port, ask, until, wish, n, connections) for n in range(connections))
    )
    latencies = [latency for some, _ in found for latency in some]
    wrong = sum(count for _, count in found)
    return Load(len(latencies) / seconds, latencies or [float("inf")], wrong)


async def _one(
    port: int, ask: Request, until: float, wish: int, number: int, step: int
) -> tuple[list[float], int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    latencies, wrong = [], 0
    while time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(ask(number))
        number += step
        if await _status(reader) == wish:
            latencies.append(time.perf_counter() - began)
        else:
            wrong += 1
    writer.close()
    return latencies, wrong


async def _status(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    at = head.find(b"content-length:")
    if at >= 0 and status not in (204, 304):
        await reader.readexactly(int(head[at + 15 : head.index(b"\r", at)]))
    return status
