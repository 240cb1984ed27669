"""Every word that may open a superlative; what stands around it decides."""

from __future__ import annotations

import re

from claims.quantities.numerals import ORDINALS

# Those after "first", which stands for itself.
RANKS = {word: n for word, n in ORDINALS.items() if n > 1}
_RANK = rf"(?:{'|'.join(RANKS)}|\d{{1,3}}(?:st|nd|rd|th))"
_COMPARED = r"(?!(?:rather|other)\b)(?:more|fewer|less|better|worse|[a-z]{2,9}er)"

CANDIDATE = re.compile(
    rf"""\b(?: (?P<ranked>(?P<rank>{_RANK})[- ](?P<est>[a-z]{{1,12}}est|most|worst)(?:-[a-z]+)?)
          | (?P<personal>(?:personal|career|lifetime|season[’']s|previous)[ -]
             (?:best|high|low|worst)
             |(?:test|season|team|game|league|tournament|series|world)-(?:best|high|low|worst))
          | (?P<adjective>(?:[a-z]{{1,12}}est|[a-z]{{3,9}}ernmost|worst)(?:-[a-z]+)*
             |top-(?:selling|grossing|scoring|earning|ranked|rated|seeded|flight(?=[ ]first)))
          | (?P<most>(?:most|least)[- ](?P<quality>[a-z]+(?:-[a-z]+)*))
          | (?P<onlynth>(?:only|just)[ ](?:the|his|her|its|their)[ ](?P<nth>{_RANK}))
          | (?P<oneofonly>one[ ]of[ ](?:the[ ])?only)(?=[ ])
          | (?P<foundonly>(?:found|living?|lives|grows?|grown|occurs?|native|known|made|spoken|seen
             |available|exists?|held|sold|used|produced)[ ]only[ ](?:in|on|at|to|by|from)
             (?=[ ](?:the[ ])?(?:[a-z]+[ ])?(?-i:[A-Z])))
          | (?P<only>only|sole|lone)(?=[ ])
          | (?P<streak>(?:{_RANK})[ -](?:straight|consecutive|successive))
          | (?P<first>first(?:-ever|-of-its-kind)?|(?P<second>{_RANK}))(?=[ ,-])
          | (?P<last>last|final)(?=[ ,-])
          | (?P<opening>inaugural|maiden)(?=[ ])
          | (?P<record>(?:all-time|world|olympic|national|new|club|league|track|course)[- ]record
             |record(?:-[a-z]+)?|all-time[ ](?:high|low|best|leading|top)(?:[ ]scorer)?)
          | (?P<numberone>No\.[ ]?1|number[ -]one|(?:joint[ ])?(?:top|leading)[ ](?:goal)?scorer)
          | (?:(?:\d{{1,3}}(?:½)?|[a-z]{{3,8}})[ -](?:year|quarter|month|week|session|decade)
             |historic(?:al)?|lifetime)[ ](?P<peak>highs?|lows?)
          | new[ ](?P<newpeak>high|low)(?=[ ](?:for|of|in|since|on|at|this)\b|[.,;])
          | (?P<broken>(?:br(?:oke|eaks?|oken|eaking)|sets?|setting|smash(?:ed|es|ing)?
             |shatter(?:ed|s|ing)?|toppl(?:ed|es?|ing)|beat)(?:[ ][a-z-]+){{0,2}}[ ]records)
          | (?P<unlike>unprecedented|no[ ]other|nowhere[ ]else|unique(?=[ ](?:in|among)[ ]))
          | (?P<never>never)(?=[ ])
          | (?P<nobody>(?:nobody|no[ ]one|no[ ][a-z]+)[ ](?:has|have|had)[ ]ever)
          | (?P<thanany>than[ ](?:(?:in|at|on)[ ])?any[ ]other)
          | (?P<beyond>{_COMPARED}(?:[ ](?!rather\b)[a-z-]+){{0,3}}[ ]than[ ]
             (?:ever[ ]before|(?:(?:in|at)[ ])?any(?:[ ](?:other|previous|time|point)|one[ ]else)?))
          )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)
