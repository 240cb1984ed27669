"""Mentions of one event: the same act of the same states, told again, not at another time."""

from __future__ import annotations

import collections
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Claim, EventValue, Modality, Party, amended
from claims.temporal import bounds

# How far apart two dates may be and still be of one event: slips, and announcing before doing.
_NEAR = dt.timedelta(days=10)
# Acts that states do again and again: only a date that fits tells that two mentions are one.
_REPEATED = frozenset({"sanctions", "treaty_action", "state_visit"})
# Acts between two states where it does not matter which is named first.
_MUTUAL = frozenset({"ties_severed", "ties_restored", "summit"})
# An article tells of few events; what lies further back is not looked at.
_REMEMBERED = 40

Range = tuple[dt.date, dt.date]


@dataclass(slots=True)
class _Event:
    """What is known of one event from its mentions so far."""

    id: str
    kind: str
    sides: tuple[str | None, str | None]
    dates: list[Range]


def link(claims: Sequence[Claim]) -> list[Claim]:
    """The same claims; a mention of an event told before points to the first. Ids must be set."""
    known: dict[str, collections.deque[_Event]] = collections.defaultdict(
        lambda: collections.deque(maxlen=_REMEMBERED)
    )
    return [_linked(claim, known) for claim in claims]


def _linked(claim: Claim, known: dict[str, collections.deque[_Event]]) -> Claim:
    value = claim.value
    if not isinstance(value, EventValue) or claim.modality in (
        Modality.NEGATED,
        Modality.HYPOTHETICAL,
    ):
        return claim
    mention = _Event(claim.id, value.event, _sides(value), _dates(value))
    events = known[value.event]
    fitting = [event for event in events if _fits(event, mention)]
    if len(fitting) == 1 or (fitting and None not in mention.sides):
        event = fitting[-1]
        event.sides = (
            event.sides[0] or mention.sides[0],
            event.sides[1] or mention.sides[1],
        )
        event.dates += mention.dates
        return amended(claim, same_as=event.id)
    events.append(mention)
    return claim


def _sides(value: EventValue) -> tuple[str | None, str | None]:
    actor, target = code_of(value.actor), code_of(value.target)
    return actor, target


def _dates(value: EventValue) -> list[Range]:
    found = [bounds(ref.timex) for ref in (value.date, value.announced) if ref]
    return [(first, last) for first, last in found if first and last]


def _fits(event: _Event, mention: _Event) -> bool:
    if not _same_sides(event, mention):
        return False
    if not event.dates or not mention.dates:
        return mention.kind not in _REPEATED
    margin = dt.timedelta() if mention.kind in _REPEATED else _NEAR
    return any(
        first <= other_last + margin and other_first <= last + margin
        for first, last in mention.dates
        for other_first, other_last in event.dates[:_REMEMBERED]
    )


def _same_sides(event: _Event, mention: _Event) -> bool:
    """No side differs, and at least one is known to be the same."""
    pairs = [mention.sides]
    if mention.kind in _MUTUAL:
        pairs.append((mention.sides[1], mention.sides[0]))
    for actor, target in pairs:
        known = [(a, b) for a, b in zip(event.sides, (actor, target), strict=True) if a and b]
        if known and all(a == b for a, b in known):
            return True
    return False


def code_of(party: Party | None) -> str | None:
    """The state of a side, where there is one and it is known."""
    return party.code if party else None
