"""Ids that stay the same while the words around a claim stay the same.

An id is made of what a claim says and where it says it in words, not of offsets: editing one
paragraph leaves the ids of all others alone.
"""

from __future__ import annotations

import collections
import dataclasses
import hashlib

from claims.model import Claim, Finding, amended


def assign(claims: list[Claim], texts: dict[str, str]) -> list[Claim]:
    """Give each claim an id, unique in the article. ``texts`` maps field names to their text."""
    seen: collections.Counter[str] = collections.Counter()
    out = []
    for claim in claims:
        sentence = texts[claim.field][claim.sentence.start : claim.sentence.end]
        field = claim.field.split("-")[0]
        key = digest(claim.kind, field, claim.exact, " ".join(sentence.split()))
        seen[key] += 1
        out.append(amended(claim, id=key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return out


def assign_finding(finding: Finding) -> Finding:
    return dataclasses.replace(finding, id="f" + digest(finding.type, *finding.items))


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=8).hexdigest()
