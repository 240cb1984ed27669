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
        r"officials(?=\s+(?:from|at|of|in)\s+(?:the|its|their)\s+(?:[\w.]+\s+)?embassy)|"
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
    r"sanctions?|(?:arms|oil|trade|economic|weapons)\s+embargo(?:es)?|embargo(?:es)?|"
    r"asset\s+freezes?|travel\s+bans?|visa\s+bans?|blacklists?",
    r"(?:new|fresh|more|economic|additional|further|sweeping|tough|tougher|harsh|harsher|targeted|"
    r"financial|oil|trade|western|international|secondary|limited|crippling|broad|broader|personal|"
    r"individual|retaliatory|far-reaching|wide-ranging|punishing|punitive|all|some|most|remaining|"
    r"existing|long-standing|decades-old|fourth|fifth|two|three|several|nuclear|and|energy)",
)
