"""What an article has told so far, for sentences that leave half of it out.

"Kuwait recalled its own a day later", "Ukraine sent home 13": from where, and whose, stands in the
sentences before. Only what all of these agree on is taken over.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from claims.extractors.diplomatic_event.found import Found
from claims.model import Modality, Party

# How many sentences back an event is still being talked about.
_REACH = {"expulsion": 4, "ambassador_recall": 2}
# How many sentences back "the same step" was told.
NEAR = 2
# What makes a state the topic of the next such event.
_AGAINST = {
    "expulsion": ("expulsion",),
    "ambassador_recall": ("ambassador_recall", "ties_severed", "embassy_closure", "expulsion"),
}


@dataclass(slots=True)
class Story:
    """The events of one field so far, each with the number of its sentence."""

    told: list[tuple[int, Found]] = field(default_factory=list)

    def recent(self, sentence: int) -> list[Found]:
        """The events of the last few sentences, in order."""
        return [one for n, one in self.told if sentence - n <= NEAR]

    def take(self, found: list[Found], sentence: int) -> list[Found]:
        """The events of a sentence, their gaps filled; from now on they are part of the story."""
        named = [(sentence, one) for one in found if not one.elliptic]
        filled = [self._fill(one, sentence, named) for one in found]
        kept = [one for one in filled if one is not None]
        self.told = [(n, one) for n, one in self.told if sentence - n <= max(_REACH.values())]
        self.told += [(sentence, one) for one in kept]
        return kept

    def _fill(self, one: Found, sentence: int, beside: list[tuple[int, Found]]) -> Found | None:
        if one.target is None and one.actor is not None and one.follows:
            near = [
                other
                for n, other in (*self.told, *beside)
                if sentence - n <= _REACH[one.event]
                and other is not one
                and other.event in _AGAINST[one.event]
                and other.modality in (Modality.ASSERTED, Modality.PLANNED)
            ]
            if (code := _topic(near, one.actor.code)) is not None:
                return dataclasses.replace(one, target=Party(code, None))
        return None if one.elliptic and one.target is None else one


def _topic(near: list[Found], actor: str | None) -> str | None:
    """The one state that all of these are against; to that state itself, the one that acted."""
    pairs = [(e.actor.code if e.actor else None, e.target.code) for e in near if e.target]
    targets = {target for _, target in pairs}
    if actor in targets:
        targets = {other for other, target in pairs if target == actor}
    return targets.pop() if len(targets) == 1 else None
