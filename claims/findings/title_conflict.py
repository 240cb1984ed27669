"""One person under two current titles that nobody holds at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, Finding, FindingType, OfficeValue, Severity

# Offices of which a person holds one at a time, told by their last words.
_POSTS = {
    "president": re.compile(r"(?<!vice )(?<!vice-)\bpresident$"),
    "vice president": re.compile(r"\bvice[- ]president$"),
    "prime minister": re.compile(r"(?<!deputy )\b(?:prime minister|premier)$"),
    "deputy prime minister": re.compile(r"\bdeputy prime minister$"),
    "foreign minister": re.compile(
        r"(?<!deputy )\b(?:foreign minister|minister of foreign affairs)$"
    ),
    "deputy foreign minister": re.compile(r"\bdeputy foreign minister$"),
    "defence minister": re.compile(
        r"(?<!deputy )\b(?:defen[cs]e minister|minister of defen[cs]e)$"
    ),
    "finance minister": re.compile(r"(?<!deputy )\bfinance minister$"),
    "interior minister": re.compile(r"(?<!deputy )\binterior minister$"),
    "secretary of state": re.compile(r"(?<!under)(?<!assistant )\bsecretary of state$"),
    "secretary of defense": re.compile(r"(?:\bsecretary of defense|\bdefense secretary)$"),
    "attorney general": re.compile(r"(?<!assistant )(?<!deputy )\battorney general$"),
    "senator": re.compile(r"^(?:u\.s\. |\w+ )?(?:sen\.?|senator)$"),
    "representative": re.compile(r"^(?:u\.s\. |\w+ )?(?:rep\.?|representative)$"),
    "governor": re.compile(r"^(?:\w+ )?(?:gov\.?|governor)$"),
}


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Only full names in the article's own voice count: "President Clinton" may be two persons.

    An office with "and" in it, or of two bodies, clears the person: some do hold two posts.
    """
    first: dict[str, tuple[str, Claim, str]] = {}
    told: set[str] = set()
    offices = [(c, c.value) for c in claims if isinstance(c.value, OfficeValue)]
    double = {_key(value.person) for _, value in offices if " and " in value.office}
    for claim, value in offices:
        person, post = _key(value.person), _post(value.office)
        if post is None or value.when != "current" or " " not in person:
            continue
        known, before, words = first.setdefault(person, (post, claim, value.office))
        if known != post and person not in told and person not in double:
            told.add(person)
            yield Finding(
                FindingType.TITLE_CONFLICT,
                Severity.MEDIUM,
                f"{value.person} is “{words}” in one place and “{value.office}” in another.",
                (before.id, claim.id),
            )


def _post(office: str) -> str | None:
    plain = re.sub(r"^(?:an?|the) ", "", office.lower().replace("’", "'"))
    return next((post for post, pattern in _POSTS.items() if pattern.search(plain)), None)


def _key(person: str) -> str:
    return " ".join(person.lower().split())
