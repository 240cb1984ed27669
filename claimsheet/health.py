"""Questions to a running process: is it ready, is it alive?"""

from __future__ import annotations

import http.client

_TIMEOUT_SECONDS = 3.0


def address_of(host: str, port: int) -> str:
    """The URL of a host, which may be an IPv6 address, and a port."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


def answers(host: str, port: int, path: str) -> bool:
    """Whether a GET of the path is answered with 200."""
    # An address that says "everywhere" is asked on this machine.
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # nosec B104 - compared, not bound
    connection = http.client.HTTPConnection(asked, port, timeout=_TIMEOUT_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
