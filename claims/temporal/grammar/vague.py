"""Past, present and future without a date: tagged, never listed for a checker."""

from __future__ import annotations

from claims.temporal.reference import Reference
from claims.temporal.rule import Hit, Reading, Rule

# What follows "the past" when no noun does: "as in the past, he", "in the past that was so".
_AFTER = frozenset(
    "it he she they we you i the a an this these those his her its their and but or nor to when as "
    "is are was were be been has had have do does did will would can could may might must should "
    "for that of in on at by from with who which what where while because if so than not no never "
    "there after before".split()
)


def _present(hit: Hit, reference: Reference) -> Reading | None:
    if hit.text.lower() == "the present" and hit.after.isalpha() and hit.after not in _AFTER:
        return None  # "the present king"
    if hit.text.lower() == "current" and hit.after in ("of", "and", "or", ".", ","):
        return None  # "a strong current"
    return Reading("DATE", "PRESENT_REF")


def _past(hit: Hit, reference: Reference) -> Reading | None:
    if hit.text.lower() == "the past" and hit.after.isalpha() and hit.after not in _AFTER:
        return None  # "the past master"
    return Reading("DATE", "PAST_REF")


def _future(hit: Hit, reference: Reference) -> Reading | None:
    if hit.after == "of":
        return None  # "the future of the club"
    return Reading("DATE", "FUTURE_REF")


def _told(hit: Hit, reference: Reference) -> Reading | None:
    """What points at the time told of, so that only a narrative has it for sure."""
    if not reference.narrative:
        return None
    return Reading("DATE", "PRESENT_REF" if "this" in hit.text.lower() else "PAST_REF")


RULES = (
    Rule(
        "present",
        "( PRESENT | right now | these days | the present ( time|day )? | "
        "the current|present moment | at present )",
        _present,
        {"They now say": "PRESENT_REF"},
        ("the present king",),
    ),
    Rule(
        "past",
        "( ( more|most )? PAST | the past | recent )",
        _past,
        {
            "He recently left": "PAST_REF",
            "as in the past, they": "PAST_REF",
            "in a recent speech": "PAST_REF",
        },
    ),
    Rule(
        "future",
        "( the ( near|foreseeable|distant|immediate )? future | a later date | "
        "the short|long term )",
        _future,
        {"in the near future": "FUTURE_REF"},
        ("a future king", "Future Publishing"),
    ),
    Rule(
        "time told of",
        "( the|this|that time | this point | former )",
        _told,
        near_misses=("At the time, he was abroad", "this time he stayed"),
    ),
)
