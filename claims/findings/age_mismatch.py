"""Ages of one person that cannot all be right, or of parent and child, or of a working life.

Silent unless the ages are tied to a day: beside the name ("Ann Lee, 47,"), which holds for the
article's day, or to a year or a birth that the same sentence names.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, Finding, FindingType, PersonFactValue, Severity
from claims.reckoning import births
from claims.reckoning.births import Born, age_in

# Two ages beside a name further apart are more likely of two persons than a slip.
_SLIP_YEARS = 3
# "Rosa Delgado, 52; her daughter Inez, 29", "Tom Berg, 30, and his mother, Ann, 58"
_KIN = re.compile(
    r"[,;]? (?:and |with |, )?(?:his|her) (?:\w+ )?"
    r"(?P<kin>son|daughter|child|mother|father|grandson|granddaughter|grandmother|grandfather)"
    r"s?,? (?:[A-Z][\w’'-]+ ?){1,3},? \(?$"
)
_CHILDREN = frozenset(("son", "daughter", "child", "grandson", "granddaughter"))
_YOUNGEST_PARENT = 12
# "45, a driver for 42 years"
_WORKED = re.compile(
    r"\)?,? (?:an? |who (?:has|had) |ha[sd] been )(?:[\w’-]+ ){1,6}?(?:there |here )?"
    r"for (?:the past )?(\d\d) years"
)
_YOUNGEST_WORKER = 9


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    facts = [c for c in claims if isinstance(c.value, PersonFactValue)]
    if not any(_is(claim, "age") for claim in facts):
        return
    for person, said in births.find(context, facts + _dates(claims)).items():
        yield from _first_conflict(person, said)
    ages = [claim for claim in facts if _is(claim, "age")]
    for one, other in itertools.pairwise(ages):
        yield from _kin(context, one, other)
    for age in ages:
        yield from _worked(context, age)


def _first_conflict(person: str, said: Sequence[Born]) -> Iterator[Finding]:
    for n, one in enumerate(said[:12]):
        for other in said[n + 1 : 12]:
            if not one.meets(other) and _is_slip(one, other):
                yield Finding(
                    FindingType.AGE_MISMATCH,
                    Severity.HIGH,
                    _message(person, one, other),
                    (one.claim.id, other.claim.id),
                )
                return


def _is_slip(one: Born, other: Born) -> bool:
    """Two present ages far apart may be of father and son."""
    ages = [str(age_in(b.claim)) for b in (one, other) if b.words == str(age_in(b.claim))]
    if len(ages) < 2:
        return True
    return abs(int(ages[0]) - int(ages[1])) <= _SLIP_YEARS or ages[0] == ages[1][::-1]


def _message(person: str, one: Born, other: Born) -> str:
    ages = [born for born in (one, other) if not born.words.startswith("born")]
    born = next((b for b in (one, other) if b.words.startswith("born")), None)
    if born is None or not ages:
        first, second = _put(one), _put(other)
        return f"{person} is {first} in one place and {second} in another."
    return f"{person} is said to be {_put(ages[0])}, which does not fit being {born.words}."


def _put(born: Born) -> str:
    if born.words.startswith("born"):
        return born.words
    age, _, year = born.words.partition(" in ")
    return f"{age} in {year}" if year else f"{age} years old"


def _kin(context: Context, one: Claim, other: Claim) -> Iterator[Finding]:
    """Parent and child side by side, each with an age."""
    if one.field != other.field or other.span.start - one.span.end > 80:
        return
    text = context.document(one.field).text
    kin = _KIN.fullmatch(text[one.span.end : other.span.start])
    if kin is None:
        return
    child, parent = (other, one) if kin["kin"] in _CHILDREN else (one, other)
    apart = age_in(parent) - age_in(child)
    if apart < _YOUNGEST_PARENT:
        yield Finding(
            FindingType.AGE_MISMATCH,
            Severity.MEDIUM,
            f"A {kin['kin']} of {age_in(other)} does not fit an age of {age_in(one)}.",
            (one.id, other.id),
        )


def _worked(context: Context, age: Claim) -> Iterator[Finding]:
    """ "45, a driver for 42 years"."""
    text = context.document(age.field).text
    match = _WORKED.match(text, age.span.end, age.span.end + 90)
    if match and 0 < age_in(age) - int(match[1]) < _YOUNGEST_WORKER:
        yield Finding(
            FindingType.AGE_MISMATCH,
            Severity.MEDIUM,
            f"At {age_in(age)}, {match[1]} years of it leave {age_in(age) - int(match[1])} "
            "years before they began.",
            (age.id,),
        )


def _dates(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.kind == "date"]


def _is(claim: Claim, fact: str) -> bool:
    return isinstance(claim.value, PersonFactValue) and claim.value.fact == fact
