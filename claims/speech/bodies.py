"""The bodies that a text names: which "the embassy" or "the company" speaks of."""

from __future__ import annotations

import collections
import re

from claims.people import lexicon
from claims.speech import words
from claims.speech.shapes import without_article

VAGUE = frozenset(
    "company group agency firm organization organisation body operator carrier chain retailer "
    "manufacturer maker carmaker lender supplier brand giant start-up startup developer".split()
)
_COMPANY = re.compile(  # "Holt & Pryor Ltd"
    r"\b((?:[A-Z][\w’'&-]*\s|&\s){1,4}(?:Inc|Corp|Co|Ltd|PLC|plc|LLC|AG|NV|Group|Holdings)\b)"
)
_TRADED = re.compile(  # "Shares in Holt & Pryor"
    r"(?:[Ss]hares|[Ss]tock) (?:in|of|at) ((?:[A-Z][\w-]*)(?: (?:& )?[A-Z][\w-]*){0,3})"
)
_KINDS_OF_BODY = "|".join(sorted(word.capitalize() for word in words.BODY_NOUNS))
_BODY_NAME = re.compile(  # "Port Authority", "Embassy of Peru"
    rf"\b(?:[A-Z][\w’'&-]*\s){{0,5}}({_KINDS_OF_BODY})s?\b"
    r"(?:\s(?:of|in|for|to|on)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})?"
)


_HAS_PEOPLE = re.compile(  # "a spokeswoman for Brightline Rail", "an analyst at Wells Sato"
    r"\b(?:spokes\w+|executive|director|president|chairman|chairwoman|chief|head|founder|owner|"
    r"employees?|workers|officials?|members?|shares?|analyst|economist|strategist|partner|manager)"
    r" (?:for|of|at|with|in) (?:the )?((?:[A-Z][\w’'&-]*)(?: [A-Z&][\w’'-]*){0,5})"
)


def with_people(text: str) -> frozenset[str]:
    """Names of what has officials, analysts, shares: bodies, whatever they sound like."""
    return frozenset(match.group(1) for match in _HAS_PEOPLE.finditer(text))


def firms(text: str) -> dict[str, str]:
    """A firm's name in full by the words that may stand for it: "Orbit" → "Orbit Rail Group".

    Where two firms begin alike, neither is meant.
    """
    found: dict[str, str | None] = {}
    for match in _COMPANY.finditer(text):
        name = " ".join(match.group(1).split())
        held = name.split()
        while held and held[0].lower() in words.OPENERS | words.DETERMINERS | words.PREPOSITIONS:
            held = held[1:]
        for n in range(1, len(held)):
            short = " ".join(held[:n])
            if short not in lexicon.PLACES and held[n] != "&":
                full = " ".join(held)
                found[short] = full if found.get(short, full) == full else None
    return {short: full for short, full in found.items() if full}


def names(text: str) -> dict[str, str]:
    """The name that a text gives most often to a body of each kind: "embassy", "ministry"."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for match in _BODY_NAME.finditer(text):
        name = without_article(" ".join(match.group().split()))
        if " " in name:
            counts[match.group(1).lower()][name] += 1
    companies = {" ".join(m.group(1).split()) for m in _COMPANY.finditer(text)}
    companies = companies or {match.group(1) for match in _TRADED.finditer(text)}
    if len(companies) == 1:
        name = companies.pop()
        for kind in VAGUE:
            counts[kind].setdefault(name, 1)
    return {kind: counter.most_common(1)[0][0] for kind, counter in counts.items()}
