"""Telling a newsroom's system: signed as Standard Webhooks sets out, to public addresses alone.

The host's name is resolved once, every address that it has is looked at, and the connection is made
to an address that was looked at: a name that answers differently a moment later gains nothing.
Redirects are not followed.
https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import http.client
import ipaddress
import socket
import ssl
import time
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence

from rq.timeouts import JobTimeoutException

from claims.version import VERSION
from store.deliveries import Attempt, Delivery
from store.settings import Network

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
NO_ANSWER = "no answer in time"
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(Exception):
    """The address must not be called; the message says why."""


def attempt(delivery: Delivery, secrets: Sequence[str], allowed: Sequence[Network]) -> Attempt:
    """One try to deliver; never raises for what the other side does.

    Args:
        secrets: those that sign, ``whsec_…``; two while one replaces the other.
        allowed: private networks that may be called all the same.
    """
    began = time.monotonic()
    status, error, final, pause = None, None, False, 0.0
    try:
        if not secrets:
            raise Refused("no secret is set to sign with; set CLAIMSHEET_WEBHOOK_SECRET")
        headers = signed_headers(delivery.id, int(time.time()), delivery.body, secrets)
        status, pause = _post(delivery.url, delivery.body.encode(), headers, allowed)
    except Refused as refusal:
        error, final = str(refusal), True
    except JobTimeoutException:
        error = NO_ANSWER
    except (OSError, http.client.HTTPException, ValueError) as failure:
        error = _in_words(failure)
    return Attempt(status, error, time.monotonic() - began, final=final, pause_seconds=pause)


def signed_headers(
    message_id: str, timestamp: int, body: str, secrets: Sequence[str]
) -> dict[str, str]:
    """``webhook-id``, ``webhook-timestamp`` and ``webhook-signature``, a signature a secret."""
    signed = f"{message_id}.{timestamp}.{body}".encode()
    signatures = []
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        digest = hmac.new(key, signed, hashlib.sha256).digest()
        signatures.append(f"v1,{base64.b64encode(digest).decode()}")
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def addresses(host: str, port: int, allowed: Sequence[Network]) -> list[Address]:
    """The host's addresses, if every one of them may be called.

    Raises:
        Refused: one of them is loopback, private, link-local or otherwise not public.
        OSError: the name cannot be resolved.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    known = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    resolved = [ipaddress.ip_address(address) for address in known]
    for address in resolved:
        if not may_call(address, allowed):
            raise Refused(f"{host} is at {address}, which is not a public address")
    return resolved


def may_call(address: Address, allowed: Sequence[Network]) -> bool:
    """Whether an address is public, or in a network that the operator allows."""
    inner = _inside(address)
    for one in (address, inner):
        if any(one.version == network.version and one in network for network in allowed):
            return True
    return all(
        one.is_global and not (one.is_multicast or one.is_reserved or one.is_unspecified)
        for one in (address if inner is address else inner, inner)
    )


def _inside(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for: mapped, 6to4, Teredo or NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address


def _post(
    url: str, body: bytes, headers: Mapping[str, str], allowed: Sequence[Network]
) -> tuple[int, float]:
    """The status of the answer, and the seconds that it asks to wait."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise Refused("only http and https addresses are called")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a password in it is not called")
    host = (
        parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    )
    port = parts.port or _PORTS[parts.scheme]
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
    with _connection(parts.scheme, host, port, addresses(host, port, allowed)) as connection:
        sent = {
            "Content-Type": "application/json",
            "User-Agent": f"Claimsheet/{VERSION}",
            **headers,
        }
        connection.request("POST", f"{path}?{query}" if query else path, body, sent)
        answer = connection.getresponse()
        return answer.status, _seconds(answer.getheader("Retry-After"))


@contextlib.contextmanager
def _connection(
    scheme: str, host: str, port: int, resolved: Sequence[Address]
) -> Iterator[http.client.HTTPConnection]:
    """A connection to one of the addresses, under the host's name."""
    line = _connect(resolved, port)
    try:
        if scheme == "https":
            line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
        line.settimeout(ANSWER_SECONDS)
        default_port = port == _PORTS[scheme]
        connection = http.client.HTTPConnection(host, None if default_port else port)
        connection.sock = line
        yield connection
    finally:
        line.close()


def _connect(resolved: Sequence[Address], port: int) -> socket.socket:
    failure: OSError | None = None
    for address in resolved:
        try:
            return socket.create_connection((str(address), port), timeout=CONNECT_SECONDS)
        except OSError as error:
            failure = error
    raise failure or OSError("the name has no address")


def _seconds(retry_after: str | None) -> float:
    """``Retry-After`` in seconds; a date is let be."""
    if retry_after and retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after.strip()[:9])
    return 0.0


def _in_words(failure: Exception) -> str:
    if isinstance(failure, TimeoutError):
        return NO_ANSWER
    if isinstance(failure, socket.gaierror):
        return "the name cannot be resolved"
    if isinstance(failure, ssl.SSLError):
        return f"no secure connection: {failure.reason or 'TLS failed'}"
    if isinstance(failure, ConnectionRefusedError):
        return "the connection was refused"
    return f"the connection failed ({type(failure).__name__})"
