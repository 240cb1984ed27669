"""Every word that may open a superlative; what stands around it decides.

The pattern of all forms is dear, so that it is tried only at words that may open one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
          | (?P<outright>most|least)(?=[ ]?[,.;—–-])
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
          | (?P<record>(?:all-time|world|olympic|national|new|club|league|track|course)[- ]records?
             |record(?:-[a-z]+)?|all[- ]time[ ](?:high|low|best|leading|top)(?:[ ]scorer)?)
          | (?P<numberone>No\.?[ ]?1|number[ -]one|(?:joint[ ])?(?:top|leading)[ ](?:goal)?scorer)
          | (?:(?:(?<=\d[ -])|(?<=½[ -])|(?<=[a-z]{{3}}[ -]))
             (?:year|quarter|month|week|session|decade)|historic(?:al)?|lifetime)
             [ ](?P<peak>highs?|lows?)
          | (?:new|fresh|multi-year|intraday)[ ](?P<newpeak>high|low)
             (?=[ ](?:for|of|in|since|on|at|this|against)\b|[.,;])
          | (?P<broken>(?:br(?:oke|eaks?|oken|eaking)|sets?|setting|smash(?:ed|es|ing)?
             |shatter(?:ed|s|ing)?|toppl(?:ed|es?|ing)|beat)(?:[ ][a-z-]+){{0,3}}[ ]records)
          | (?P<unlike>unprecedented|no[ ]other|nowhere[ ]else|unique(?=[ ](?:in|among)[ ]))
          | (?P<never>never)(?=[ -])
          | (?P<nobody>(?:nobody|no[ ]one|no[ ][a-z]+)[ ](?:has|have|had)[ ]ever)
          | (?P<thanany>than[ ](?:(?:in|at|on)[ ])?any[ ]other)
          | (?P<beyond>{_COMPARED}(?:(?:[ ](?!rather\b)[a-z-]+){{0,3}}
             |(?:[ ](?!(?:rather|in|on|at|by|from|during)\b)[a-z-]+){{4,5}})[ ]than[ ]
             (?:ever(?:[ ]before)?
             |(?:(?:in|at)[ ])?any(?:[ ](?:other|previous|time|point)|one[ ]else)?))
          )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)

_WORD = re.compile(r"[A-Za-z]+|\d{1,3}(?=st|nd|rd|th|ST|ND|RD|TH)")
# All that CANDIDATE may begin with, beside "largest", "westernmost" and the words of a comparison
_OPENING = frozenset(RANKS) | frozenset(
    """most least worst personal career lifetime season previous test team game league tournament
    series world top only just one found live living lives grow grows grown occur occurs
    native known made spoken seen available fresh multi intraday exist exists held sold used
    produced sole lone first last final inaugural maiden all olympic national new club track
    course record no number joint leading year quarter month week session decade historic
    historical break breaks broke broken breaking set sets setting smash smashed smashes
    smashing shatter shattered shatters shattering toppl topple topples toppled toppling
    beat unprecedented nowhere unique never nobody than
    """.split()
)
_ENDINGS = ("est", "most")
_COMPARISON = frozenset("more fewer less better worse".split())
_THAN = re.compile(r" than (?:ever|(?:in |at )?any)", re.IGNORECASE)
_THAN_REACH = 80  # code points from a comparative to its "than", at most


def scan(text: str) -> Iterator[re.Match[str]]:
    """The matches of :data:`CANDIDATE` from left to right; they do not overlap."""
    reached = 0
    for start in _openings(text):
        if start >= reached and (match := CANDIDATE.match(text, start)):
            reached = match.end()
            yield match


def _openings(text: str) -> Iterator[int]:
    """Where the words begin that may open a superlative."""
    thans = [match.start() for match in _THAN.finditer(text)][::-1]
    for word in _WORD.finditer(text):
        start, spelled = word.start(), word.group().lower()
        if spelled in _OPENING or spelled.endswith(_ENDINGS) or spelled[0].isdigit():
            yield start
        elif thans and (spelled.endswith("er") or spelled in _COMPARISON):
            while thans and thans[-1] < start:
                thans.pop()
            if thans and thans[-1] <= start + _THAN_REACH:
                yield start
