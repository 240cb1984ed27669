"""Two ages of one person, or an age that the person's year of birth does not give."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, ClaimKind, Finding, FindingType, PersonFactValue, Severity

# Two ages further apart are more likely of two times in a life than a slip.
_SLIP_YEARS = 3


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Only ages beside the name count ("Ann Lee, 47,"), since those hold for the article's day."""
    if not any(_person(claim, "age") for claim in claims):
        return
    stated = _present_ages(context, claims)
    for person, ages in stated.items():
        yield from _two_ages(person, ages)
    yield from _ages_and_births(context, claims, stated)


def _present_ages(context: Context, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Full name → the items that give the person's age at the time of the article."""
    present = {
        (document.field, fact.span)
        for document in context.documents
        for fact in document.lives
        if fact.present
    }
    found: dict[str, list[Claim]] = collections.defaultdict(list)
    for claim in claims:
        if (claim.field, claim.span) in present and (person := _person(claim, "age")):
            found[person].append(claim)
    return found


def _two_ages(person: str, ages: list[Claim]) -> Iterator[Finding]:
    first, number = ages[0], _number(ages[0])
    for other in ages[1:]:
        apart = abs(_number(other) - number)
        turned = str(_number(other)) == str(number)[::-1]
        if apart and (apart <= _SLIP_YEARS or turned):
            yield Finding(
                FindingType.AGE_MISMATCH,
                Severity.HIGH,
                f"{person} is {number} years old in one place and {_number(other)} in another.",
                (first.id, other.id),
            )
            return


def _ages_and_births(
    context: Context, claims: Sequence[Claim], stated: dict[str, list[Claim]]
) -> Iterator[Finding]:
    """The age at the article's day is the years since birth, or one less before the birthday."""
    dead = {_person(claim, "death") for claim in claims}
    day = context.anchor.date
    for birth in claims:
        person = _person(birth, "birth")
        if person is None or person in dead or day is None or not _number(birth):
            continue
        years = day.year - _number(birth)
        for age in stated.get(person, ()):
            if _number(age) not in (years, years - 1):
                yield Finding(
                    FindingType.AGE_MISMATCH,
                    Severity.HIGH,
                    f"{person} is said to be {_number(age)}, but who was born in {_number(birth)} "
                    f"is {years - 1} or {years} in {day.year}.",
                    (birth.id, age.id),
                )
                break


def _person(claim: Claim, fact: str) -> str | None:
    if claim.kind is not ClaimKind.PERSON_FACT:
        return None
    assert isinstance(claim.value, PersonFactValue)
    return claim.value.person if claim.value.fact == fact else None


def _number(claim: Claim) -> int:
    assert isinstance(claim.value, PersonFactValue)
    return int(claim.value.number or 0)
