"""First, last, only, largest, "second largest", "never before", record: facts, not opinions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims import clauses
from claims.document import Context, Document
from claims.model import Claim, ClaimKind, Reference, Span, SuperlativeValue
from claims.scope import BOUND, NEAR, NEW_CLAUSE, PLACE, SINCE, scope_of, subject_of
from claims.tables import table

_ORDINALS = {
    word: rank
    for rank, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth".split(), start=2
    )
}
_RANK = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:nd|rd|th))"
_BEFORE, _AFTER = 60, 110
_OWNED = re.compile(r"(?:[a-z]|[A-Z]\w*)[’']s? $")
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|ten|\d+|several) $")

# Every word that may open a superlative; what stands around it decides.
_CANDIDATE = re.compile(
    rf"""\b(?: (?P<ranked>(?P<rank>{_RANK})[- ](?P<est>[a-z]{{1,12}}est|most|worst)(?:-[a-z]+)?)
          | (?P<adjective>(?:[a-z]{{1,12}}est|[a-z]{{3,9}}ernmost|worst)(?:-[a-z]+)*
             |top-(?:selling|grossing|scoring|earning|ranked|rated|seeded))
          | (?P<most>(?:most|least)[- ](?P<quality>[a-z]+(?:-[a-z]+)*))
          | (?P<onlynth>only[ ]the[ ](?P<nth>{_RANK}))
          | (?P<only>only|sole)(?=[ ])
          | (?P<first>first(?:-ever)?|(?P<second>{_RANK}))(?=[ ,-])
          | (?P<last>last)(?=[ -])
          | (?P<record>(?:all-time|world|olympic|national|new|club|league|track|course)[- ]record
             |record(?:-[a-z]+)?|all-time[ ](?:high|low|best|leading|top)(?:[ ]scorer)?)
          | (?P<numberone>No\.[ ]?1|number[ ]one)
          | (?:(?:\d{{1,3}}|[a-z]{{3,8}})-(?:year|month|week|decade)[ ])(?P<peak>highs?|lows?)
          | (?P<broken>(?:broke|break|breaks|breaking|set|setting|smashed|shattered)[ ]records)
          | (?P<unlike>unprecedented|no[ ]other)
          | (?P<never>never[ ]before|(?:more|fewer|higher|longer|larger|bigger|faster|lower)
             (?:[ ][a-z]+){{0,3}}[ ]than[ ](?:in[ ]|at[ ])?any(?:[ ]other|[ ]previous|one[ ]else)?)
          )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)
# "the wealthiest Americans", "her biggest fans": a class, not one that leads a list.
_CLASS = re.compile(
    r"[ ](?!(?:was|is|has|had|were|are|did|came|does)\b)(?:[a-z-]+[ ])?[A-Za-z-]+(?<!s)s\b(?![’'])"
    r"|[ ](?:[a-z-]+[ ])?(?:people|men|women|children)\b"
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|its|his|her|their|our|my|a|an|another|two|three|four|five|ten|\d+|single|world)"
    r"|(?<!\bit)(?<!\bhe)(?<!that)(?<!there)(?<!what)[’']s?)[ -]"
    r"(?:(?:previous|current|existing|reigning)[ ])?$",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b(?:one of|among|some of|(?:two|three|four|five|ten|many|few) of)\b[^.;,]{0,24}$", re.I
)
_COPULA = re.compile(
    r"""\b(?: is|was|are|were|be|been|became?|becom(?:es|ing)|remain(?:s|ed)?|as|mark(?:s|ed|ing)
          | ma(?:de|kes|king)[ ](?:him|her|it|them) | not )[ ]
        (?:[\w-]+ly[ ]|also[ ]|still[ ]|now[ ]|only[ ])?
        (?:the|his|her|its|their|[A-Z][\w.]*[’']s?|the[ ][a-z]+[’']s?|[a-z]+[’']s?|an?)?[ ]?$""",
    re.VERBOSE,
)
# "the Paris agreement, the first accord to …": a noun phrase stands before the comma.
_APPOSITION = re.compile(
    r"\w+ [\w.’)]{3,}(?:, | — | – | - |—)(?:the|his|her|its|their|[A-Z][\w.]*[’']s?"
    r"|the [a-z]+[’']s?) $"
)
_GAINED = re.compile(
    r"\b(?:won|wins?|winning|earn(?:ed|s|ing)?|scor(?:ed|es|ing)|claim(?:ed|s|ing)|record(?:ed|s"
    r"|ing)|post(?:ed|s|ing)"
    r"|report(?:ed|s|ing)|suffer(?:ed|s|ing)|seal(?:ed|s|ing)|secur(?:ed|es|ing)|achiev(?:ed|es"
    r"|ing)|captur(?:ed|es|ing)"
    r"|clinch(?:ed|es|ing)|register(?:ed|s|ing)|land(?:ed|s)?|launch(?:ed|es|ing)|elect(?:ed|s"
    r"|ing)|confirmed|detected"
    r"|identified|announced|saw|notch(?:ed|es|ing)|collect(?:ed|s|ing))"
    r" (?:the|his|her|its|their|[A-Z][\w.]*[’']s?|[a-z]+[’']s?)\s*$"
)
_PEOPLE = re.compile(
    r"[ -](?:[A-Za-z-]+ )?(?:woman|man|person|people|women|men|female|male|black"
    r"|african[- ]american|asian[- ]american"
    r"|hispanic|latino|latina|muslim|jewish|catholic|native|openly|gay|lesbian|transgender"
    r"|indigenous|foreigner"
    r"|president|country|nation|state|city|company|team|player|athlete|american|european|african"
    r"|arab|u\.s\.)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"[ -](?:[\w’'-]+ ){1,6}?to [a-z]+|-ever\b| ever\b| of (?:its|their) kind")
_FIRST_TIME = re.compile(r"[ -]times?\b(?P<that> (?:that|since|in|ever|any|a|the)\b)?")
_NAME_AFTER = re.compile(r"[ -][A-Z][\w.]*[a-z]")
_KINDLY_LAST = re.compile(
    r" (?:surviving|remaining|known|living|major|active|such|great|of (?:the|its|his|her|their)\b)"
)
_RECORD_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|its|his|her|their|new|set|sets|setting|broke|breaks|breaking|broken|beat"
    r"|beating|hit|hits"
    r"|reached|of|at|for|to|by|from|with|,)|[’']s) $",
    re.IGNORECASE,
)
_RECORD_AFTER = re.compile(
    r"""(?: [ ](?:[$£€]?\d|an?[ ]|one|two|three|four|five|six|seven|eight|nine|ten|high|low"
    r"|number|profits?|sales
          |crowds?|fines?|amounts?|levels?|temperatures?|turnout|revenues?|earnings|heat|cold|rainfall|deficits?|haul
          |sums?|fees?|prices?|times?|year|quarter|loss(?:es)?|attendance|exports|imports|growth|inflation
          |unemployment|snowfall|demand|output|harvest|inflows|funding|highs|lows|breaking|setting|close|debt|rise|fall
          |increase|drop|heatwave|spending|surplus|margin|audience|viewing|pace|half|dozen|[a-z]+th\b)
        | [ ]for[ ](?:the|a|an|any|most)\b | (?:[ ](?:in|at|by))?[,.;] | [ ]set\b | -)""",
    re.VERBOSE | re.IGNORECASE,
)
_SPORT_RECORDS = frozenset("all-time world olympic national new club league course".split())


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rank: int | None


def find(document: Document) -> Iterator[Claim]:
    text = document.text
    dated = _Stretches(document)
    reached = 0
    for match in _CANDIDATE.finditer(text):
        found = _judge(text, match)
        if found is None or found.start < reached or dated.hold(found):
            continue
        reached = found.end
        sentence = document.sentence_at(found.start)
        span = Span(found.start, found.end)
        yield Claim(
            kind=ClaimKind.SUPERLATIVE,
            field=document.field,
            span=span,
            exact=text[found.start : found.end],
            sentence=sentence.span,
            value=SuperlativeValue(
                subject=subject_of(text, sentence, span),
                rank=found.rank,
                scope=scope_of(text, sentence, span),
            ),
        )


class _Stretches:
    """The temporal expressions of a document, asked in order of place."""

    def __init__(self, document: Document) -> None:
        self._timexes = list(document.timexes)
        self._at = 0

    def hold(self, found: _Found) -> bool:
        while self._at < len(self._timexes) and self._timexes[self._at].end <= found.start:
            self._at += 1
        return self._at < len(self._timexes) and self._timexes[self._at].start < found.end


@functools.cache
def _words(grade: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("superlatives") if row["grade"] == grade)


def _judge(text: str, match: re.Match[str]) -> _Found | None:
    """The superlative at this candidate, or None where it is an opinion, a name or an idiom."""
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    after = text[match.end() : match.end() + _AFTER]
    if bound := BOUND.search(after):
        after = after[: bound.start()]
    if (clause := NEW_CLAUSE.search(after)) and not match["last"]:
        after = after[: clause.start()]
    for kind, judge in _JUDGES:
        if match[kind]:
            return judge(match, before, after)
    return None


def _ranked(match: re.Match[str], before: str, after: str) -> _Found | None:
    word = match["est"].lower()
    if word not in _words("measured") | _words("judged") | {"most"}:
        return None
    return _Found(match.start(), match.end(), _rank(match["rank"]))


def _adjective(match: re.Match[str], before: str, after: str) -> _Found | None:
    whole = match["adjective"]
    stem, _, tail = whole.lower().partition("-")
    named = (
        whole[0].isupper() and before[-1:] == " " and not before.rstrip().endswith((".", ":", "”"))
    )
    if named or (whole[0].isupper() and _NAME_AFTER.match(after)):
        return None
    measured = stem in _words("measured") | {"top"} or (
        bool(tail) and stem in _words("judged") | {"most"}
    )
    scored = stem in ("best", "worst") and bool(_SCORED.match(after))
    # "the latest ever snowfall"; but "the latest figures"
    measured = measured or scored or (stem == "latest" and after.startswith(" ever"))
    if not measured and stem not in _words("judged"):
        return None
    at_best = re.search(r"\bat (?:the|its|their|his|her|your)? ?$", before, re.IGNORECASE)
    if at_best and not _scoped(after):
        return None
    if not measured and (_ONE_OF.search(before) or not _checkable(after)):
        return None
    if tail in ("known", "loved", "case", "interest", "laid", "effort", "of-breed"):
        return None
    if not (_DETERMINED.search(before) or _opens(before) or _scoped(after)):
        return None
    if _is_idle(before, after) and not scored:
        return None
    return _Found(match.start(), match.end(), None if _ONE_OF.search(before) else 1)


# "the best figures by a teenager", "its worst start to a season"
_SCORED = re.compile(
    r" (?:[a-z-]+ )?(?:figures|score|finish|start|return|placing|average|time)"
    r" (?:by|of|to|in|for|at)\b"
)


def _is_idle(before: str, after: str) -> bool:
    """Whether an -est form names a class or an abstract thing: "her biggest fear"."""
    noun = re.match(r" ([a-z-]+)", after)
    if _ONE_OF.search(before) and not (_scoped(after) or _OWNED.search(before)):
        return True
    if _scoped(after) or _OWNED.search(before):
        return bool(noun and noun[1] in _words("idle_est") and not SINCE.search(after[:NEAR]))
    return bool(noun and noun[1] in _words("idle_est")) or (
        bool(_CLASS.match(after)) and not _COUNTED.search(before)
    )


# "the strongest quake to hit the coast"; a person’s judgement never strikes
_STRUCK = re.compile(
    r" (?:[\w’-]+ ){1,3}?to (?:hit|strike|affect|reach|win|hold|play|make"
    r"|be (?:found|built|recorded|held"
    r"|sold|launched))\b"
)


def _checkable(after: str) -> bool:
    """Whether a judged word is bound to a time or a deed that a person can look up."""
    return bool(SINCE.search(after[:NEAR]) or _STRUCK.match(after))


def _scoped(after: str) -> bool:
    return bool(SINCE.search(after[:NEAR]) or PLACE.search(after[:NEAR]))


def _most(match: re.Match[str], before: str, after: str) -> _Found | None:
    quality = match["quality"].lower()
    if not _DETERMINED.search(before) or re.search(r"\bfor the $|\bat the $|\ba $", before):
        return None
    if match["most"][0].isupper() or quality in ("recent", "recently", "likely", "part", "of"):
        return None
    measured = quality in _words("measured_most") or quality.split("-")[0] in _words(
        "measured_most"
    )
    counted = quality.endswith("s") and not quality.endswith(("ous", "ss", "us"))
    over = quality in ("since", "ever", "in", "of") and bool(SINCE.search(" " + quality + after))
    # "4.9%, the most the law allows", "the most by any side"
    over = over or (quality in _THAT_MUCH and before.endswith((", the ", " is the ", " was the ")))
    if not (measured or counted or over) and (_ONE_OF.search(before) or not _checkable(after)):
        return None
    if not (measured or counted or over) and _CLASS.match(after):
        return None
    end = match.start() + 4 if over or counted else match.end()
    if match["most"].lower().startswith("least") and (over or counted):
        end += 1
    return _Found(match.start(), end, None if _ONE_OF.search(before) else 1)


_THAT_MUCH = frozenset("the that any it he she they by a an".split())


def _only_nth(match: re.Match[str], before: str, after: str) -> _Found | None:
    return _Found(match.start(), match.end(), _rank(match["nth"]))


def _only(match: re.Match[str], before: str, after: str) -> _Found | None:
    if match["only"][0].isupper() or not _DETERMINED.search(before):
        return None
    if re.search(r"\b(?:an?|not the|if|my|our|your) $", before):
        return None
    following = re.match(r" ((?:[\w’-]+))(?: ([\w’-]+))?", after)
    if not following:
        return None
    nouns = {(following[1] or "").lower(), (following[2] or "").lower()}
    if (following[1] or "").lower() in _words("idle_only") or (
        nouns & _words("idle_only")
        and not re.match(r" [\w’-]+ (?:in|to|who|of|ever|since|at)\b", after)
    ):
        return None
    if following[1][0].isdigit() or following[1].lower() in ("a", "when", "if", "because", "for"):
        return None
    return _Found(match.start(), match.end(), None)


def _first(match: re.Match[str], before: str, after: str) -> _Found | None:
    """ "first", "second" as a fact of history, not as the number of a step, round or child."""
    word = match["first"]
    found = _Found(match.start(), match.end(), _rank(match["second"]) if match["second"] else 1)
    if word[0].isupper() and (not _opens(before) or _NAME_AFTER.match(after)):
        return None
    if "-ever" in word.lower() or after.startswith("-ever"):
        return found
    if not match["second"] and _PLACED.search(before) and _GIVEN.match(after):
        return found
    if not _DETERMINED.search(before) and not _opens(before):
        return None
    if after.startswith(","):
        # "The first, tested in 1954, …"; but "First, …"
        made = before.lower().endswith("the ") and _MADE.match(after)
        return found if made else None
    if re.search(r"\b(?:one of|among) \w+ $", before) and not _TO_DO.match(after):
        return None
    if time := _FIRST_TIME.match(after):
        dated = _scoped(after) or bool(_COPULA.search(before) and time["that"])
        return found if before.lower().endswith("for the ") or dated else None
    if match["second"]:
        told = bool(_TO_DO.match(after) or re.search(r"\bever\b|in history", after))
        within = _WITHIN.match(after) and not before.endswith((" a ", " an "))
        return found if within or (told and _COPULA.search(before)) else None
    return found if _is_historic(before, after) else None


def _is_historic(before: str, after: str) -> bool:
    """Whether "first" says that nobody or nothing came before, by what stands around it."""
    nouns = [noun.lower() for noun in re.findall(r"[ -]([\w’]+)", after)[:3]]
    if not nouns or nouns[0] in _STEPS:
        placed = bool(_COPULA.search(before) or _APPOSITION.search(before))
        placed = placed or before.endswith("among them the ")
        return placed and bool(_GIVEN.match(after) or SINCE.match(after))
    numbered = nouns[0].isdigit() or _is_number(nouns[0])
    if numbered:
        return bool(_PEOPLE.match(after[len(nouns[0]) + 1 :]))
    since, to_do = _scoped(after), bool(_TO_DO.match(after))
    if nouns[0] in ("such", "known", "recorded"):
        return True
    if _DETERMINED.search(before) and (_DATED_DEED.match(after) or _PEOPLE_TO.match(after)):
        return True
    if nouns[0] in _words("ordering"):
        return since and not PLACE.search(after[:NEAR]) and bool(_GAINED.search(before))
    if any(noun in _words("ordering") for noun in nouns[1:2]) and not since:
        return False
    linked = bool(_COPULA.search(before) and not before.endswith((" a ", " an ")))
    apposed = bool(_APPOSITION.search(before))
    owned = bool(_OWNED_BY.search(before)) and bool(_OF_A_LIFE.match(after))
    came = before.endswith("The ") and bool(_CAME_ABOUT.match(after))
    return (
        since
        or bool(
            _DETERMINED.search(before)
            and not _HIS_OWN.search(before)
            and not (before.lower().endswith("the ") and _OF_A_SERIES.match(after))
        )
        or to_do
        or linked
        or apposed
        or owned
        or came
        or bool(_PEOPLE.match(after) or _GAINED.search(before))
    )


# "the second this year", "its third defeat in as many weeks"
_WITHIN = re.compile(
    r" (?:[\w’-]+ ){0,2}?(?:this (?:year|month|week|season|century|decade|summer|winter)|(?:in|of) "
    r"(?:as many|an?|(?:the|his|her|its|their) (?:last|past)|two|three|four|five|six|seven|eight"
    r"|nine|ten|\d+) "
    r"(?:days?|weeks?|months?|years?|decades?|matches|games|seasons?|attempts|elections))\b"
)
# "the first boats would sail at six", "set the first sitting for May"
_OF_A_SERIES = re.compile(r" (?:[\w’-]+ ){1,2}?(?:would|will|is|are|was|were|has|had|have|for)\b")
# What comes first in one person’s life is told, not claimed: "his first bicycle"
_HIS_OWN = re.compile(r"\b(?:his|her|my|our|your|an?) $", re.IGNORECASE)
_OWNED_BY = re.compile(r"(?:\b(?:his|her|its|their)|[’']s?) $", re.IGNORECASE)
# "her first novel", "its first annual loss", "his last public appearance"
_OF_A_LIFE = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:works?|novel|book|film|movie|album|single|play|opera|symphony"
    r"|exhibition|collection|poem|painting|major|title|goal|win|victory|medal|gold|century|hat-trick|visit|trip"
    r"|flight|voyage|journey|profit|loss|hit|shop|store|restaurant|concert|patent|defeat|budget|term|election"
    r"|appearance|performance|match|race|fight|role|recording|commission|factory|launch|house"
    r"|building|bridge|trophy|championship)s?\b"
)
# "The first such vaccine, made in Leeds, was approved", "The first hotel opened"
_CAME_ABOUT = re.compile(
    r" (?:[\w’-]+ ){1,3}?(?:[\w’-]+(?:, [^.;,]{1,50},)? )"
    r"(?:was|were) (?:[a-z]+ly )?(?:approved|built|opened|published|held|made|found|recorded|"
    r"discovered|detected|confirmed|reported|founded|issued|launched|sold|performed|printed|staged)\b"
)
_MADE = re.compile(r", (?:[a-z]+ly )?[a-z]+(?:ed|en|ilt|old|ade|ound) (?:in|on|by|at|for)\b")
# "The first edition of the prize was held in 1988", "the last leper colony closed in 1969"
_DATED_DEED = re.compile(
    r" (?:[\w’-]+ ){1,7}?(?:(?:was|were) [a-z]+|opened|closed|died|sailed|flew|left|appeared|ended"
    r"|began|ran) (?:(?:the )?[\w’-]+ )??(?:in (?:[A-Z][a-z]+ )?(?:1[0-9]|20)\d\d\b"
    r"|[^.;,]{1,24} years ago\b)"
)
# "the first nation to greet the new year"
_PEOPLE_TO = re.compile(r" (?:nations?|child|team|officer|person|group|player|baby) to [a-z]+")
_STEPS = frozenset(
    "and or but in of on is was are were to at by who would will may can could has had".split()
)
# "graduated first in her class", "ranked first of 40"
_PLACED = re.compile(r"\b(?:graduated|finished|ranked|ranks|placed|came) $")
# "their last match" is the one before
_LAST_ONES = frozenset("match game race fight visit trip election win defeat".split())
_GIVEN = re.compile(r" (?:of [a-z]+|in|to|who|by)\b")


def _last(match: re.Match[str], before: str, after: str) -> _Found | None:
    if match["last"][0].isupper() or not re.search(
        r"(?:\b[Tt]he|[’']s|\b[Ii]ts|\btheir|\bhis|\bher) $", before
    ):
        return None
    if re.search(r"\b(?:at|in|over|during|for|of|past|by) the $", before):
        return None
    following = re.match(r"[ -]([\w’]+)", after)
    noun = following[1].lower() if following else ""
    again = noun == "time" and _COPULA.search(before)
    serving = noun == "term" and re.search(r"\b(?:his|her) $", before)
    if again or serving:
        return _Found(match.start(), match.end(), None)
    if noun in _words("ordering") | {
        "minute",
        "ditch",
        "word",
        "resort",
        "laugh",
        "time",
        "decade",
    }:
        return None
    if _is_number(noun) or noun.isdigit():
        return None
    owned = _OWNED_BY.search(before) and _OF_A_LIFE.match(after) and noun not in _LAST_ONES
    # "Five dates have been added, the last on 4 November"
    apposed = before.endswith(", the ") and re.match(r" (?:on|in|at) (?:\d|[A-Z])", after)
    if (
        _DATED_DEED.match(after)
        or _KINDLY_LAST.match(after)
        or _TO_DO.match(after)
        or _COPULA.search(before)
    ):
        return _Found(match.start(), match.end(), None)
    if owned or apposed:
        return _Found(match.start(), match.end(), None)
    came = re.match(
        # "the last national strike, in 1989, lasted", "the last such outbreak was in 2004"
        r" [^.;,]{3,50}, in (?:[A-Z][a-z]+ )?(?:19|20)\d\d,"
        r"| (?:[\w’-]+ ){1,5}(?:was|were|came|took place|happened|occurred) (?:in|on|by)\b",
        after,
    )
    return _Found(match.start(), match.end(), None) if came else None


def _record(match: re.Match[str], before: str, after: str) -> _Found | None:
    words = match["record"]
    found = _Found(match.start(), match.end(), 1)
    first = words.lower().split(" ")[0].split("-")[0]
    if words.lower().startswith("all-time"):
        return found
    if first in _SPORT_RECORDS and first != "record":
        return found if not words[0].isupper() or _opens(before) else None
    if words.lower() in (
        "record-breaking",
        "record-setting",
        "record-high",
        "record-low",
        "record-long",
    ):
        return found
    if "-" in words or words[0].isupper():
        return None
    if re.search(
        r"\b(?:on|off|the public|track|criminal|voting|for the|service|medical|safety) $", before
    ):
        return None
    if re.search(r"(?:\b(?:his|her|their|its|the)|[’']s) $", before) and not re.match(
        r" (?:\d|[$£€]|high|low)", after
    ):
        return None
    if re.search(
        r"\b(?:set|broke|breaks?|breaking|broken|beat|beating|smash(?:ed|ing)?) (?:a|an|the) $",
        before,
    ):
        return found
    if _RECORD_BEFORE.search(before) and _RECORD_AFTER.match(after + "."[: not after]):
        return found
    return None


def _number_one(match: re.Match[str], before: str, after: str) -> _Found | None:
    """ "the country’s No. 1 export", "the world No. 1"; never "at No. 1 Elm Street"."""
    owned = re.search(r"(?:[’']s|\b[Tt]he|\bworld) $", before)
    return _Found(match.start(), match.end(), 1) if owned else None


def _never(match: re.Match[str], before: str, after: str) -> _Found | None:
    return _Found(match.start(), match.end(), 1 if "than" in match["never"] else None)


def _peak(match: re.Match[str], before: str, after: str) -> _Found | None:
    """The "low" of "a 14-year low"; its years are a date."""
    return _Found(match.start("peak"), match.end("peak"), 1)


def _broken(match: re.Match[str], before: str, after: str) -> _Found | None:
    return _Found(match.end() - len("records"), match.end(), 1)


def _unlike(match: re.Match[str], before: str, after: str) -> _Found | None:
    """ "No other country has …", "unprecedented"; never "had no other choice"."""
    if match["unlike"].lower() == "unprecedented":
        return _Found(match.start(), match.end(), 1)
    alone = re.match(r" (?:[\w’-]+ ){1,4}?(?:has|have|had|did|does|is|was)\b", after)
    return _Found(match.start(), match.end(), 1) if alone and _opens(before) else None


_JUDGES = (
    ("peak", _peak),
    ("broken", _broken),
    ("unlike", _unlike),
    ("ranked", _ranked),
    ("adjective", _adjective),
    ("most", _most),
    ("onlynth", _only_nth),
    ("only", _only),
    ("first", _first),
    ("last", _last),
    ("record", _record),
    ("numberone", _number_one),
    ("never", _never),
)


def _rank(word: str) -> int:
    return _ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _is_number(word: str) -> bool:
    return word in (
        "two three four five six seven eight nine ten eleven twelve fifteen twenty hundred "
        "dozen".split()
    )


def _opens(before: str) -> bool:
    stripped = before.rstrip()
    return not stripped or stripped[-1] in '.!?:”—"' or "\n" in before[len(stripped) :]


def question(claim: Claim, context: Context) -> str:
    """ "Is “second-largest” right, said of Kenya, in the world: “Kenya is the …”?" """
    value = claim.value
    assert isinstance(value, SuperlativeValue)
    exact = " ".join(claim.exact.split())
    of = f", said of {' '.join(value.subject.split())}" if value.subject else ""
    scope = f" ({' '.join(value.scope.split())})" if value.scope else ""
    return f"Is “{exact}”{scope} right{of}, in {clauses.quoted(clauses.told(context, claim))}?"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    return (Reference("Whoever keeps the record, and who or what might have come before"),)
