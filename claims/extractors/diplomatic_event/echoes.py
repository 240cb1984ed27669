"""What another state did before, done once more: "Argentina took the same step"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extractors.diplomatic_event import modality, parties, syntax
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality, Party, Span

# "did likewise", "followed suit", "responded in kind"
CUE = re.compile(
    r"\b(?:(?:took|take[sn]?|taking)\s+(?:the\s+same|a\s+similar|an\s+identical)"
    r"\s+(?:step|measure|action|move)"
    r"|(?:did|do|does|doing|done)\s+(?:likewise|the\s+same)|follow(?:ed|s|ing)?\s+suit"
    r"|(?:respond|retaliat|answer|repl)(?:ed|ied|s|es|ies|ing|ying|y)?\s+in\s+kind"
    r"|reciprocat(?:ed|es|e|ing))\b",
    re.I,
)
# With these the other one is paid back, whoever it acted upon.
_IN_RETURN = re.compile(r"in\s+kind$|^reciprocat", re.I)
_REPEATED = frozenset(
    {"ambassador_recall", "expulsion", "ties_severed", "embassy_closure", "summons", "sanctions"}
)


def find(view: View, here: Sequence[Found], before: Sequence[Found]) -> Iterator[Found]:
    """The events that one sentence tells by pointing to another one.

    ``here`` are the others of the sentence, ``before`` those of the last few, nearest last.
    """
    for match in CUE.finditer(view.text):
        token = next((t for t in view.tokens if t.idx >= match.start()), None)
        subject = syntax.subject(token) if token is not None else None
        if token is None or subject is None:
            continue
        beside = [m for m in view.mentions if m.end == token.idx - 1]
        actors = tuple(parties.party(m, view) for m in beside) or parties.states(subject, view)
        model = _model([f for f in here if f.token.i < token.i] or before)
        reading = modality.read(token, view)
        if reading.requested or not actors or not model:
            continue
        span = Span(match.start() + view.sentence.start, match.end() + view.sentence.start)
        for actor in actors:
            for target in _targets(actor, model, bool(_IN_RETURN.search(match.group()))):
                yield Found(model[0].event, span, token, reading.modality, actor, target)


def _model(told: Sequence[Found]) -> list[Found]:
    """The last event told, with all its pairs, if it is of a type that is answered alike."""
    real = [f for f in told if f.modality in (Modality.ASSERTED, Modality.PLANNED)]
    if not real or real[-1].event not in _REPEATED:
        return []
    last = real[-1]
    return [f for f in real if f.trigger == last.trigger and f.event == last.event]


def _targets(actor: Party, model: Sequence[Found], in_return: bool) -> list[Party | None]:
    """Who acted upon it, where it was acted upon; else those whom the model acted upon."""
    if any(f.actor and f.actor.code == actor.code for f in model):
        return []
    back = [f.actor for f in model if f.target and f.target.code == actor.code]
    if not back and in_return:
        back = [f.actor for f in model]
    found = back or [f.target for f in model]
    return list({(p.code if p else None): p for p in found}.values())
