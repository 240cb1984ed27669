"""The things that states act on: diplomats, missions, ties, sanctions, as noun phrases."""

from __future__ import annotations

import re

from claims.extractors.diplomatic_event import envoys
from claims.extractors.diplomatic_event.envoys import Noun, noun

# Everybody whom a state sends or calls in: envoys and those below them.
DIPLOMATS = Noun(
    re.compile(
        envoys.HEAD.pattern
        + r"|\b(?:diplomats?|(?:military |naval |defen[cs]e |cultural |air )?attach[eé]s?|"
        r"(?:embassy|consular|consulate|mission)\s+(?:staff(?:ers)?|officials?|employees?|workers?|"
        r"personnel|members?)|consular\s+officers?|emissar(?:y|ies)|"
        r"(?:deputy\s+)?(?:heads?|chiefs?|secretar(?:y|ies)|counsell?ors?|officials?|officers?|"
        r"employees?|workers?|guards?|spokes(?:man|woman))(?=\s+(?:from|at|of|in)\s+(?:the|its|their)\s+"
        r"(?:[\w.\ue000]+(?:['’]s?)?\s+){0,2}(?:embassy|high\s+commission|consulate|legation)\b)|"
        r"(?:diplomatic\s+|top\s+)?representatives?(?=\s+(?:in|at|to|from)\b)|"
        r"(?:intelligence|spy)\s+(?:officers?|agents?)|deputy\s+heads?\s+of\s+mission)\b",
        re.I,
    ),
    noun(
        "x",
        envoys.MODIFIER[:-1] + r"|diplomatic|military|embassy|consular|suspected|"
        r"undeclared|dozen|more|other|additional|fellow|another|further|junior|mid-level|\d+)",
    ).left,
    people=True,
)
_NUMBER = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|dozens|"
    r"(?:the|a|an)\s+(?:same|similar|equal|like|identical)\s+number|as\s+many|several|another|one)"
)
# "expelled 60 Russians", "sent home 13": a number, then a people, or nothing
SOME_PEOPLE = re.compile(
    rf"\b{_NUMBER}(?:\s+(?:more|other|of))?(?:\s+[A-Z]|\s*[.,;]|\s*$|\s+(?:each|more|on|in|and)\b)",
    re.I,
)
SOME_NUMBER = re.compile(
    rf"\s+(?:out\s+|home\s+)?(?P<number>{_NUMBER})(?:\s+(?:each|more|of\s+(?:its\s+own|them|theirs)))?"
    r"(?=\s*(?:[.,;]|$)|\s+(?:on|in\s+(?:turn|reply|response|return|retaliation)|the\s+(?:same|next)|"
    r"a\s+day|and|after|over|last|as|while|home|\w+\s+(?:days?|hours|weeks)\s+later)\b)",
    re.I,
)
_C = "\ue000"
# "60 Russians", "two Britons", "the same number of Chinese": people told by their state alone
_NATIONALS = (
    rf"(?<=[a-z\d]\s){_C}+(?=\s*(?:[.,;:)]|$)|\s+(?:out|home|from|to|on|in|over|after|for|who|at|"
    r"were|was|had|and|as|last|this|amid|with|of|working|serving|accused|suspected|by)\b)"
)
EXPELLED = Noun(
    re.compile(rf"{DIPLOMATS.head.pattern}|{_NATIONALS}", re.I),
    DIPLOMATS.left,
    people=True,
    nationals=re.compile(rf"\b{_NUMBER}(?:\s+(?:more|other|additional|of))?\s+$", re.I),
)
MISSION = noun(
    r"embass(?:y|ies)|consulates?(?:[\s-]+generals?)?|legations?|high\s+commissions?|nunciatures?|"
    r"diplomatic\s+(?:missions?|posts?|offices?|compounds?)|people['’]s\s+bureau|"
    r"missions?(?=\s+(?:in|at|to)\s)|(?:representative|representation|liaison)\s+offices?",
    r"(?:main|last|former|only|own|old|new|remaining|sole|two|three|four|[a-z]+-based)",
)
TIES = noun(
    r"(?:ties|relations|links|contacts)(?!\s+(?:between\s+the\s+)?(?:parties|families))",
    r"(?:diplomatic|bilateral|consular|full|formal|official|all|remaining|normal|political|economic|"
    r"trade|commercial|military|cultural|friendly|close|strained|frozen|severed|ambassadorial|what|"
    r"its|and)",
)
SANCTIONS = noun(
    r"(?:(?:round|package|raft|set|series|batch|tranche|range)s?\s+of\s+(?:[a-z]+\s+){0,2})?sanctions?|(?:arms|oil|trade|economic|weapons)\s+embargo(?:es)?|embargo(?:es)?|"
    r"asset\s+freezes?|travel\s+bans?|visa\s+bans?|blacklists?",
    r"(?:new|fresh|more|economic|additional|further|sweeping|tough|tougher|harsh|harsher|targeted|"
    r"financial|oil|trade|western|international|secondary|limited|crippling|broad|broader|personal|"
    r"individual|retaliatory|far-reaching|wide-ranging|punishing|punitive|all|some|most|remaining|"
    r"existing|long-standing|decades-old|fourth|fifth|two|three|several|nuclear|and|energy)",
)
