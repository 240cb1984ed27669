"""Which states are actor and target of a telling, and whether it is one at all."""

from __future__ import annotations

import re

from claims.extractors.diplomatic_event import homeward, parties, syntax
from claims.extractors.diplomatic_event.frames import Pair, Told
from claims.extractors.diplomatic_event.nouns import DIPLOMATS
from claims.model import Party

_IN = re.compile(
    r"^\s*(?:in\b|to\s+(?:the|its|his|her)\b)|\bto\s+(?:the|its|his|her)\s+(?:\w+\s+){0,3}(?:ministry|office|department|palace)\b",
    re.I,
)
# "called the Danish envoy *in* to explain"
_IN_AFTER = re.compile(
    r"\s+in(?=\s*(?:[.,;]|$)|\s+(?:to|for|on|over|and|after|from|last|late|early)\b)"
)
_NOT_FOR_GOOD = re.compile(
    r"\b(?:holidays?|weekend|christmas|easter|ramadan|thanksgiving|renovations?|lunch|memorial\s+day|"
    r"early|to\s+the\s+public|doors|ranks|road|street|visa\s+section)\b",
    re.I,
)
_STAYS = re.compile(r"\b(?:stay|remain|keep|kept)\w*\s+(?:\w+ly\s+)?$", re.I)
_DIPLOMATIC = re.compile(r"\b(?:diplomatic|bilateral|consular|full|all|formal|official)\b", re.I)
_MISSIONS = re.compile(r"\b(?:embass(?:y|ies)|ambassadors?|diplomat\w*|consulates?)\b", re.I)
_OTHER_TIES = re.compile(
    r"\b(?:trade|economic|commercial|business|military|defen[cs]e|cultural|sport(?:s|ing)?|academic|"
    r"rail|air|transport|energy|family|public|labou?r|industrial|race|banking|financial|scientific|"
    r"customer|investor|media|human)\b",
    re.I,
)
_OTHER_PEOPLE = re.compile(
    r"\b(?:migrants?|refugees?|asylum|deport\w*|illegal\w*|overstay\w*|workers|labou?rers|prisoners|"
    r"students?|players?|fans|teams?|club|league|match|coach|squad|missionar\w+|settlers|tourists|"
    r"journalists?|reporters?|minority|families|farmers|traders|troops|soldiers|party|members|lawmakers|"
    r"school|university|parliament|border\s+guards?|ethnic|questioned|suspects?|suspected\s+of|arrested|"
    r"convicts?|criminals?|fraud|visas?)\b",
    re.I,
)
# Bodies of states that put others under sanctions, and have no code of their own.
_BODY = re.compile(
    r"\b(?:(?:(?:U\.?N\.?|United\s+Nations)(?:['’]s?)?\s+)?Security\s+Council|United\s+Nations|"
    r"U\.N\.|UN\b|League\s+of\s+Nations|African\s+Union|Arab\s+League|ECOWAS\b|Ecowas\b|"
    r"NATO\b|Nato\b|G-?[78]\b|Group\s+of\s+(?:Seven|Eight)|Commonwealth|"
    r"Organi[sz]ation\s+of\s+American\s+States)"
)
# "some of the harshest sanctions", "part of its embargo"
_SHARE = re.compile(r"\b(?:some|most|many|all|part|parts|much|several|two|three)\s+of\b", re.I)
_LIFT = re.compile(r"(?:lift|eas|waiv|remov|suspen|scrap|drop)", re.I)


def host_against_sender(told: Told) -> list[Pair]:
    """The host acts, the state that sent the diplomats is acted upon."""
    thing, view = told.thing, told.view
    senders, hosts = parties.of_envoy(thing, view)
    targets = senders or tuple(parties.party(m, view) for m in thing.origin)
    actors = tuple(p for p in told.actors if p.code not in [t.code for t in targets]) or hosts
    if not actors:
        actors = _place_of_the_act(told, [t.code for t in targets])
    if not actors and targets:
        one = parties.before(view, told.token.idx, [t.code for t in targets])
        actors = (one,) if one else ()
    return _crossed(actors, targets)


# "expelled from Britain", "told to leave Egypt", "summoned to the Israeli foreign ministry"
_WHERE = re.compile(
    r"\b(?:from|leav(?:e|ing)|out\s+of|quit|to(?=\s+the\s))\s+(?:the\s+)?$"
    r"|\bin\s+(?:the\s+)?$",
    re.I,
)


def _place_of_the_act(told: Told, barred: list[str | None]) -> tuple[Party, ...]:
    start = told.token.idx + len(told.token.text)
    rest = homeward.rest_of_clause(told.token, told.view)
    for mention in told.view.mentions_in(start, start + len(rest)):
        if mention.code not in barred and _WHERE.search(told.view.text[start : mention.start]):
            return (parties.party(mention, told.view),)
    return ()


def is_sent_away(told: Told) -> bool:
    """ "threw out", "kicked out", "sent home": with these only."""
    word = told.token.lower_
    if not may_be_diplomats(told):
        return False
    if word.startswith("sen"):
        return _is_sent_home(told)
    if word.startswith(("kick", "boot", "thr")):
        return bool(re.search(r"\bout\b", told.rest[:60], re.I))
    return told.thing.possessive is None or bool(told.thing.senders) or told.token.pos_ == "NOUN"


def may_be_diplomats(told: Told) -> bool:
    """ "60 Russians" may be anybody: not among migrants, prisoners, players."""
    thing, view = told.thing, told.view
    if not thing.elliptic and not any(m.start == thing.head.start for m in thing.senders):
        return True
    return bool(told.actors or told.subject is None) and not _OTHER_PEOPLE.search(view.text)


def _is_sent_home(told: Told) -> bool:
    """ "sent home four Russian diplomats", not its own, and not by nobody."""
    thing = told.thing
    if thing.possessive or not told.actors or not (thing.senders or thing.elliptic):
        return False
    end = told.token.idx + len(told.token.text)
    between = told.view.text[end : max(end, thing.span.start)]
    after = told.view.text[thing.span.end :][:20]
    home = re.compile(r"\s*(?:home|packing|back\s+home)\b", re.I)
    return bool(home.match(between) or home.match(after))


def is_called_in(told: Told) -> bool:
    """The host calls another's envoy in; nobody is called home."""
    thing, view = told.thing, told.view
    if thing.possessive and not thing.senders:
        return False
    senders, _ = parties.of_envoy(thing, view)
    actors = {p.code for p in told.actors}
    if senders and {p.code for p in senders} <= actors:
        return False
    rest = homeward.rest_of_clause(told.token, view)
    if homeward.HOME.search(rest[:90]):
        return False
    if homeward.to_own_capital(rest, told.token, thing, None, view) and senders:
        return False
    if not told.token.lower_.startswith("summon"):
        called_in = _IN.search(rest) or _IN_AFTER.match(view.text, thing.span.end)
        return bool(called_in) and not re.match(r"\s+(?:on|for)\b", rest)
    return bool(actors or senders or thing.hosts)


def owner_at_place(told: Told) -> list[Pair]:
    """ "Chile closed its embassy in Caracas"; a host that closes another's acts upon its owner."""
    thing, view = told.thing, told.view
    owners = tuple(parties.party(m, view) for m in thing.senders)
    places = tuple(parties.party(m, view) for m in thing.hosts or thing.origin)
    actors = told.actors
    if ordered := _ordered_shut(told, owners):
        return ordered
    if told.subject is not None and DIPLOMATS.head.fullmatch(told.subject.text):
        # "told the ambassador to leave and ordered the closure …": not the ambassador orders it
        one = parties.before(view, told.subject.idx, [o.code for o in owners])
        actors = (one,) if one else actors
    if owners and actors and actors[0].code not in [o.code for o in owners]:
        return _crossed(actors, owners)
    if not actors and not owners and thing.possessive:
        one = parties.before(view, thing.span.start, [p.code for p in places])
        actors = (one,) if one else ()
    if actors and not places and not owners and thing.possessive:
        # "its consulate in Chengdu": no gazetteer has the town, and one other state is at hand
        one = parties.other_here(view, [a.code for a in actors])
        places = (one,) if one else ()
    return _crossed(actors or owners, places) if (actors or owners) else []


def _ordered_shut(told: Told, owners: tuple[Party, ...]) -> list[Pair]:
    """ "Peru told Chile to close its consulate in Tacna": who orders acts, upon who must obey."""
    orderer = syntax.orderer(told.token)
    if orderer is None:
        return []
    obeying = owners or told.actors
    codes = [p.code for p in obeying]
    ordering = tuple(p for p in parties.states(orderer, told.view) if p.code not in codes)
    return _crossed(ordering, obeying) if ordering and obeying else []


def is_for_good(told: Told) -> bool:
    if told.token.lower_.startswith("suspen"):
        return bool(re.search(r"\b(?:operations|work|activities|services)\b", told.view.text, re.I))
    before = told.view.text[max(0, told.token.idx - 16) : told.token.idx]
    return not (_STAYS.search(before) or _NOT_FOR_GOOD.search(told.view.text))


def with_another(told: Told) -> list[Pair]:
    """ "Peru cut ties with Mexico", "the two countries restored relations"."""
    thing, view = told.thing, told.view
    others = tuple(parties.party(m, view) for m in thing.hosts)
    owned = tuple(parties.party(m, view) for m in thing.senders)
    actors = told.actors
    if not others and len(owned) == 1 and actors and owned[0].code not in [a.code for a in actors]:
        others = owned  # "cut Iranian ties"
    if len(others) == 2 and not [a for a in actors if a.code not in [o.code for o in others]]:
        return [(others[0], others[1])]  # "relations between Ghana and Togo"
    if len(owned) == 2 and not actors:
        return [(owned[0], owned[1])]
    if others:
        left = tuple(a for a in actors if a.code not in [o.code for o in others])
        if not left:
            one = parties.before(view, told.token.idx, [o.code for o in others])
            left = (one,) if one else ()
        return _crossed(left, others)
    if len(actors) == 2:
        return [(actors[0], actors[1])]
    if told.subject is not None and parties.speaks_of_a_pair(view.text):
        pair = parties.pair(view, told.subject.idx)
        return [(pair[0], pair[1])] if len(pair) == 2 else []
    if len(actors) == 1:
        one = parties.other_than(view, [a.code for a in actors], told.token.idx)
        return [(actors[0], one)] if one else []
    return []


def are_diplomatic(told: Told) -> bool:
    thing, text = told.thing, told.view.text
    begin = max(0, thing.head.start - 40)
    if begin < told.token.idx < thing.head.start:  # who severs is no matter: "military rulers cut"
        begin = told.token.idx + len(told.token.text)
    last = re.findall(r"[\w-]+", text[begin : thing.head.start].rsplit(",", 1)[-1])[-3:]
    if any(_OTHER_TIES.fullmatch(word) for word in last) and "diplomatic" not in last:
        return False
    if any(_DIPLOMATIC.fullmatch(word) for word in last):
        return True
    if thing.noun.lower() not in ("ties", "relations"):
        return False
    return bool(thing.hosts) or (len(told.actors) > 1 and bool(_MISSIONS.search(text)))


def are_restored(told: Told) -> bool:
    """ "re-established", not "established" for the first time."""
    word = told.token.lower_
    before = told.view.text[max(0, told.token.idx - 3) : told.token.idx].lower()
    return are_diplomatic(told) and (not word.startswith("establish") or before == "re-")


def on_another(told: Told) -> list[Pair]:
    """ "the European Union imposed sanctions on Belarus"."""
    thing, view = told.thing, told.view
    actors = told.actors or _body(told) or tuple(parties.party(m, view) for m in thing.senders)
    codes = [a.code for a in actors]
    named = [parties.party(m, view) for m in (*thing.hosts, *thing.origin)] or _after_on(told)
    targets = tuple(p for p in named if p.code not in codes)
    if not actors and not targets:
        return []
    return _crossed(actors, targets)


def _body(told: Told) -> tuple[Party, ...]:
    """ "*the Security Council* imposed sanctions": who acts has words, and no code."""
    if told.subject is None:
        return ()
    end = told.subject.idx + len(told.subject.text)
    match = _BODY.search(told.view.text, told.subject.left_edge.idx, end)
    return (Party(None, match.group()),) if match else ()


def _after_on(told: Told) -> list[Party]:
    """ "sanctions on six senior Iranian officials", "put Russia under sanctions"."""
    view = told.view
    start = told.thing.head.end
    match = re.match(r"[^.;:]{0,40}?\b(?:on|against|targeting|over)\b", view.text[start:], re.I)
    begin = start + match.end() if match else None
    for mention in view.mentions:
        if begin is not None and begin <= mention.start <= begin + 60:
            return [parties.party(mention, view)]
        if told.token.idx < mention.start < told.thing.span.start:
            return [parties.party(mention, view)]
    return []


def is_by_a_state(told: Told) -> bool:
    """ "hit Mali with sanctions" but not "announced that sanctions hurt"."""
    between = told.view.text[told.token.idx + len(told.token.text) : told.thing.head.start]
    between = _SHARE.sub("", between)
    return not re.search(r"\b(?:that|of|by|because)\b", between) or told.token.pos_ == "NOUN"


def lifted_or_imposed(told: Told) -> str | None:
    return "lifted" if _LIFT.match(told.token.lower_) else None


def _crossed(actors: tuple[Party, ...], targets: tuple[Party, ...]) -> list[Pair]:
    """Every actor with every target; with a side open when the other is known."""
    if not actors and not targets:
        return []
    left: list[Party | None] = [*actors] or [None]
    right: list[Party | None] = [*targets] or [None]
    return [(a, t) for a in left for t in right]
