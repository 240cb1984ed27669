"""One person under two current titles that nobody holds at once.

``data/posts.tsv`` has the titles: two of one group that stand for different posts exclude each
other. "Finance director" and "director of finance" are one post, "chairman" and "chief executive"
often one person, so that neither pair is in the table against itself.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims import countries
from claims.document import Context
from claims.model import Claim, Finding, FindingType, OfficeValue, Severity
from claims.tables import table

_ARTICLE = re.compile(r"^(?:an?|the|its|their|his|her) ")
# "director of the museum", "mayor since 2013": the head is what stands before
_TAIL = re.compile(r",| (?:of|at|for|in|since|with|who|to|on|from|under|and a) ")
_MOST_WORDS = 4
_HEADS = frozenset({"president", "prime minister"})


@dataclass(frozen=True, slots=True)
class _Post:
    """``famous``: of these, two persons of one surname are often in one article."""

    name: str
    group: str
    famous: bool


@dataclass(frozen=True, slots=True)
class _Held:
    claim: Claim
    office: str
    posts: frozenset[_Post]


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A bare surname counts where the article has one bearer of it, but for the highest posts.

    An office with "and" in it clears the person: some do hold two posts. What a sentence tells of
    an earlier year is left out: people rise.
    """
    yield from _envoys(context, claims)
    first: dict[tuple[str, str], _Held] = {}
    told: set[str] = set()
    offices = [(c, c.value) for c in claims if isinstance(c.value, OfficeValue)]
    double = {_person(context, value.person) for _, value in offices if " and " in value.office}
    for claim, value in offices:
        if value.when != "current" or not (posts := _posts(value.office)):
            continue
        if _is_of_another_year(context, claim):
            continue
        person = _person(context, value.person)
        if person is None or person in double or person in told:
            continue
        if " " not in value.person.strip():
            posts = frozenset(post for post in posts if not post.famous or _is_head(post, value))
        held = _Held(claim, value.office, posts)
        for group in sorted({post.group for post in posts}):
            before = first.setdefault((person, group), held)
            if _exclude(before, held, group) and person not in told:
                told.add(person)
                yield Finding(
                    FindingType.TITLE_CONFLICT,
                    Severity.MEDIUM,
                    f"{person} is “{before.office}” in one place and “{value.office}” in another.",
                    (before.claim.id, claim.id),
                )


def _is_head(post: _Post, value: OfficeValue) -> bool:
    """ "President Nyman" where Nyman is told to be prime minister: not of families of both."""
    return post.name in _HEADS and value.person.strip() not in _of_both()


@functools.cache
def _of_both() -> frozenset[str]:
    """Surnames of those who held both posts, and of more than one head of state or government."""
    return frozenset(row["surname"] for row in table("two_heads"))


_ENVOY = re.compile(r"\b(?:ambassador|envoy|consul(?: general)?|high commissioner) (?:to|in) (.+)$")


def _envoys(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One person as ambassador to two countries at once."""
    first: dict[str, tuple[Claim, str, str]] = {}
    for claim in claims:
        value = claim.value
        if not isinstance(value, OfficeValue) or value.when != "current":
            continue
        match = _ENVOY.search(value.office)
        person = _person(context, value.person)
        if match is None or person is None or _is_of_another_year(context, claim):
            continue
        codes = {c.code for c in countries.find(match[1])}
        if len(codes) != 1 or " and " in match[1]:
            continue
        (here,) = codes
        before, code, office = first.setdefault(person, (claim, here, value.office))
        if code != here:
            yield Finding(
                FindingType.TITLE_CONFLICT,
                Severity.MEDIUM,
                f"{person} is “{office}” in one place and “{value.office}” in another.",
                (before.id, claim.id),
            )
            return


def _is_of_another_year(context: Context, claim: Claim) -> bool:
    this = context.anchor.date.year if context.anchor.date else None
    document = context.document(claim.field)
    told = document.timexes_in(claim.sentence)
    told = tuple(t for t in told if document.text[max(0, t.start - 6) : t.start] != "since ")
    years = (t.value[:4] for t in told if t.type in ("DATE", "TIME"))
    return any(year.isdigit() and (this is None or int(year) < this) for year in years)


def _exclude(one: _Held, two: _Held, group: str) -> bool:
    ours = {post.name for post in one.posts if post.group == group}
    theirs = {post.name for post in two.posts if post.group == group}
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _person(context: Context, name: str) -> str | None:
    """The full name of the one person who is meant; None for a surname that nobody has in full."""
    full = context.people.full_name(name) or name
    return " ".join(full.split()) if " " in full.strip() else None


def _posts(office: str) -> frozenset[_Post]:
    """The posts that the title's longest known ending stands for."""
    plain = " ".join(office.lower().replace("’", "'").split())
    plain = _ARTICLE.sub("", plain).removesuffix(" designate")
    for words in dict.fromkeys((plain, _TAIL.split(plain)[0])):
        parts = words.split()
        for n in range(max(0, len(parts) - _MOST_WORDS), len(parts)):
            if posts := _table().get(" ".join(parts[n:])):
                clear = n == 0 or parts[n - 1] not in _LESSER
                return posts if clear else frozenset()
    return frozenset()


# Before a title of the table these make another one, which the table may not have.
_LESSER = frozenset(
    "deputy vice vice- assistant associate under junior shadow acting former ex- interim co- sub "
    "rear lieutenant lt. lt major maj. brigadier brig. field air chief managing creative art music "
    "casting film stage funeral campaign programme program communications technical regional"
    " sports".split()
)


@functools.cache
def _table() -> dict[str, frozenset[_Post]]:
    found: dict[str, frozenset[_Post]] = {}
    for row in table("posts"):
        post = _Post(row["post"], row["group"], row["famous"] == "yes")
        found[row["title"]] = found.get(row["title"], frozenset()) | {post}
    return found
