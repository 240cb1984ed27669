"""Every form of an English verb, so that a trigger is known by its word and not by a tagger."""

from __future__ import annotations

_IRREGULAR = {
    "bring": "bring brings brought bringing",
    "fly": "fly flies flew flown flying",
    "tell": "tell tells told telling",
    "get": "get gets got getting",
    "come": "come comes came coming",
    "go": "go goes went gone going",
    "leave": "leave leaves left leaving",
    "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
    "cut": "cut cuts cutting",
    "break": "break breaks broke broken breaking",
    "shut": "shut shuts shutting",
    "slap": "slap slaps slapped slapping",
    "give": "give gives gave given giving",
    "throw": "throw throws threw thrown throwing",
    "send": "send sends sent sending",
    "hold": "hold holds held holding",
    "meet": "meet meets met meeting",
    "expel": "expel expels expelled expelling",
    "hit": "hit hits hitting",
    "make": "make makes made making",
    "compel": "compel compels compelled compelling",
    "put": "put puts putting",
    "freeze": "freeze freezes froze frozen freezing",
    "pay": "pay pays paid paying",
    "begin": "begin begins began begun beginning",
    "travel": "travel travels travelled traveled travelling traveling",
    "haul": "haul hauls hauled hauling",
    "sever": "sever severs severed severing",
    "quit": "quit quits quitting",
    "sanction": "sanction sanctions sanctioned sanctioning",
    "summon": "summon summons summoned summoning summonsed",
}


def forms(lemmas: str) -> frozenset[str]:
    """The forms of all verbs of a blank-separated list: "recall" → recall, recalls, recalled …"""
    return frozenset(form for lemma in lemmas.split() for form in _forms(lemma))


def _forms(lemma: str) -> list[str]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma].split()
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s"
    return [lemma, third, lemma + "ed", lemma + "ing"]
