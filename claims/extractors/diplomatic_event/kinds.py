"""The types of event beside recalls: a row each. To add one, add a row and its test sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.document import Document
from claims.extractors.diplomatic_event import (
    annexation,
    frames,
    meetings,
    roles,
    sanctioned,
    sent_away,
    talks,
    treaty_action,
)
from claims.extractors.diplomatic_event.found import Found
from claims.extractors.diplomatic_event.frames import Frame
from claims.extractors.diplomatic_event.nouns import (
    DIPLOMATS,
    EXPELLED,
    MISSION,
    SANCTIONS,
    SOME_NUMBER,
    SOME_PEOPLE,
    TIES,
)
from claims.extractors.diplomatic_event.verbs import forms
from claims.extractors.diplomatic_event.view import View

FRAMES: tuple[Frame, ...] = (
    Frame(
        event="expulsion",
        needles=("expel", "expuls", "eject", "kick", "boot", "threw", "throw", "send", "sent"),
        cue=re.compile(
            r"\bexpel|\bexpuls|\beject|\bkick|\bboot|\bthr[eo]w|\bsen[dt]s?\b[^.;]{0,60}\b(?:home|packing)",
            re.I,
        ),
        verbs=forms("expel eject kick boot throw send"),
        nouns=frozenset({"expulsion", "expulsions", "ouster", "ejection"}),
        thing=EXPELLED,
        bare_cue=SOME_PEOPLE,
        elliptic=SOME_NUMBER,
        sides=roles.host_against_sender,
        accept=roles.is_sent_away,
    ),
    Frame(
        event="summons",
        needles=("summon", "call", "haul"),
        cue=re.compile(r"\bsummon|\bcall(?:s|ed|ing)?\b|\bhaul(?:s|ed|ing)?\b", re.I),
        verbs=forms("summon call haul"),
        nouns=frozenset({"summons", "summoning"}),
        thing=DIPLOMATS,
        sides=roles.host_against_sender,
        accept=roles.is_called_in,
    ),
    Frame(
        event="embassy_closure",
        needles=(
            "embass",
            "consulate",
            "legation",
            "commission",
            "nunciature",
            "diplomatic",
            "bureau",
            "mission",
            "office",
        ),
        cue=re.compile(r"\bclos|\bshut|\bsuspen", re.I),
        verbs=forms("close shut shutter suspend"),
        nouns=frozenset({"closure", "closing", "closures", "shutdown"}),
        intransitive=True,
        through=re.compile(
            r"\s+(?:all\s+|its\s+|the\s+)?(?:operations?|work|services|activities)\s+(?:at|of|in)\s+",
            re.I,
        ),
        thing=MISSION,
        sides=roles.owner_at_place,
        accept=roles.is_for_good,
    ),
    Frame(
        event="ties_severed",
        needles=("ties", "relations", "links", "contacts"),
        cue=re.compile(
            r"\bsever|\bcut|\bbr[eo][ak]|\bsuspen|\bruptur|\bend(?:s|ed)?\b|\bfreez|\bfr[eo]z", re.I
        ),
        verbs=forms("sever cut break suspend rupture end freeze"),
        nouns=frozenset({"severing", "severance", "rupture", "break", "breaking", "suspension"}),
        thing=TIES,
        sides=roles.with_another,
        accept=roles.are_diplomatic,
    ),
    Frame(
        event="ties_restored",
        needles=("ties", "relations", "links", "contacts"),
        cue=re.compile(r"\brestor|\bresum|\bre-?establish|\bnormali|\brenew|\brepair", re.I),
        verbs=forms("restore resume establish re-establish reestablish normalise normalize renew"),
        nouns=frozenset(
            "restoration resumption normalization normalisation re-establishment reestablishment "
            "renewal restoring resuming".split()
        ),
        thing=TIES,
        sides=roles.with_another,
        accept=roles.are_restored,
    ),
    Frame(
        event="sanctions",
        needles=("sanction", "embargo", "freez", "ban", "blacklist"),
        cue=re.compile(
            r"\bsanction|\bembargo|\basset\s+freeze|\b(?:travel|visa)\s+ban|\bblacklist", re.I
        ),
        verbs=forms(
            "impose slap levy announce unveil adopt approve introduce extend expand tighten widen "
            "toughen reimpose lift ease waive remove suspend renew scrap drop place put enact "
            "declare agree hit prolong order"
        ),
        nouns=frozenset({"imposition", "lifting", "easing", "extension", "renewal"}),
        thing=SANCTIONS,
        sides=roles.on_another,
        accept=roles.is_by_a_state,
        purpose=roles.lifted_or_imposed,
        with_thing=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """``wanted`` looks at a sentence’s text, cheaply; ``find`` at its parse.

    ``needles`` are substrings in lower case, one of which a sentence that is wanted must hold.
    ``where`` gives the numbers of the only sentences that may hold one; None: all may.
    """

    wanted: Callable[[str], bool]
    find: Callable[[View], Iterator[Found]]
    needles: tuple[str, ...]
    where: Callable[[Document], frozenset[int]] | None = None


def _of_frame(frame: Frame) -> Rule:
    def wanted(text: str) -> bool:
        if not frame.cue.search(text):
            return False
        bare = frame.bare_cue is not None and frame.bare_cue.search(text)
        return bool(bare or frame.thing.head.search(text))

    return Rule(
        wanted=wanted,
        find=lambda view: frames.find(frame, view),
        needles=frame.needles,
    )


# In order: where two claim the same trigger, the first has it.
RULES: tuple[Rule, ...] = (
    Rule(sent_away.wanted, sent_away.find, sent_away.NEEDLES),
    *(_of_frame(frame) for frame in FRAMES),
    Rule(sanctioned.wanted, sanctioned.find, sanctioned.NEEDLES),
    Rule(treaty_action.wanted, treaty_action.find, ("",), treaty_action.where),
    Rule(annexation.wanted, annexation.find, ("annex",)),
    Rule(meetings.wanted, meetings.find, ("visit", "summit")),
    Rule(talks.wanted, talks.find, talks.NEEDLES, talks.where),
)
