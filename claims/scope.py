"""Whose superlative it is, and within what: the subject, and the scope that makes it checkable."""

from __future__ import annotations

import re
import textwrap

from claims.document import Sentence
from claims.model import Span

NEAR, _AFTER = 60, 110

# What makes even a judged superlative checkable: "since 1953", "in 14 years", "on record", "ever".
SINCE = re.compile(
    r"""(?:\s|^)(?:
          since\b
        | (?<!I[ ]have[ ])(?<!I’ve[ ])(?<!we[ ]have[ ])(?<!you[ ])(?<!you’ve[ ])(?<!you[ ]have[ ])
          (?<!you[ ]will[ ])(?<!you’ll[ ])          ever\b
        | on[ ]record | of[ ]all[ ]time | of[ ]its[ ]kind | (?:of|than)[ ]any\b
        | of[ ](?:those|all|the[ ][a-z]+)[ ]in[ ]any\b
        | (?:in|of)[ ]
          (?:the[ ])?
          (?:(?!which\b|that\b)[\w’'-]+[ ]){0,3}(?:history|memory)\b
        | (?:in|for)[ ](?:(?:more[ ]than|at[ ]least|nearly|almost|about|over|some)[ ])?
          (?:an?|\d+|[a-z]+)[ -](?:[a-z]+[ ])?
          (?:years?|decades?|centur(?:y|ies)|generations?|months|weeks|games|matches)\b
        | to[ ]date\b | (?:so|thus)[ ]far\b | yet\b(?![ ]to\b)
        | (?:in|for)[ ](?:years|decades|generations|centuries|months)\b
        | in[ ]a[ ]single[ ][a-z]+
        | (?:of|this|in)[ ](?:the|this|its|their|his|her)[ ](?:[a-z]+[ ])?
          (?:season|year|century|decade|campaign|war|tournament|reign|career|presidency|week|round
             |match)\b )""",
    re.VERBOSE,
)
# "in Europe", "in the world", "outside Asia"; a month or a weekday is no place.
PLACE = re.compile(
    r"""(?:\s|^)(?:
          in[ ]the[ ](?:\w+[ ])?
          (?:(?:world|country|nation|region|state|continent|city|league|galaxy|[A-Z]\w+)\b|[A-Z]\.)
        | (?:in|outside|across)[ ]
          (?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?
             |Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|[A-Z][a-z]+day|Christmas|Easter|Game)\b)
          [A-Z][\w’]+
        | in[ ](?:his|her|its|their)[ ](?:country|nation|field|sport|class|league|division
          |district)\b
        | (?:on|in|of)[ ](?:all|each|every)[ ][a-z]+
        | on[ ](?:the[ ]planet|earth|Earth)\b | anywhere\b )""",
    re.VERBOSE,
)
BOUND = re.compile(
    r"(?<![A-Z])[.;:!?](?:\s|$)|\n|[”“\"]|—| – |, (?:and|but|which|who|said|he|she|it|they)\b"
)
# A clause of its own, whose place or time is not the superlative's.
NEW_CLAUSE = re.compile(r" (?:when|while|because|said|says|told|announced|came|after which|if)\b")
_STOP_NOUN = re.compile(
    r"\b(?:in|on|at|to|of|since|for|ever|that|which|who|whose|by|with|from|after|before|is|was"
    r"|were|are|has|have|had|and|as|when|where|while|but|outside|under|over|would|could|will|can"
    r"|may|might|must|should|did|does|said|says|among|into|beyond|amid|during|across|between|against"
    r"|without|within|around|through|toward|towards|coming|held|built|found|known|sold|seen|made"
    r"|not|also|still|now|already|so far|thus far|saw|came|went|took|made|got|began|became"
    r"|it|he|she|they|we|you|I|a|an|the|its|his|her|their|this|these|last|next|more|than)\b"
    r"|(?<=[a-z] )[a-z]+ed\b|(?<![A-Z])\.(?!\d)|[,;:!?()“”\"\n—–]"
)


# "Russia is still the …", "Peru had become the …": the subject stands before.
_IS = re.compile(
    r"""[ ](?:is|was|are|were|becomes?|became|remain(?:s|ed)?
           |(?:will|would)[ ](?:be|become)|ha(?:s|ve|d)[ ](?:been|become))[ ]
        (?:[\w-]+ly[ ]|also[ ]|still[ ]|now[ ]|not[ ])?
        (?:the[ ]|its[ ]|his[ ]|her[ ]|their[ ]|one[ ]of[ ]the[ ]|only[ ])?
        (?:[A-Z][\w.]*[’']s?[ ]|[a-z]+[’']s?[ ])?$""",
    re.VERBOSE,
)
# "Bank of America, the …": a name apposed.
_APPOSED = re.compile(
    r"((?:[A-Z][\w.’'-]* ?(?:(?:of|the|de|van|von|al|bin|for|and|van der|van den|de la) )?){1,6}), "
    r"(?:(?:one of )?(?:the |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir |an? |now the |[\w.]+[’']s? )"
    r"?(?:[\w.]+[’']s? )?)?$"
)
_PRONOUNS = frozenset("it he she they this that which who there these those we i what".split())
_POSSESSOR = re.compile(
    r"((?:[Tt]he )?(?:[A-Z][\w.-]*|world|country|nation|state|city|continent|club"
    r"|company)(?: [A-Z][\w.-]*){0,3})[’']s? ?$"
)


def subject_of(text: str, sentence: Sentence, found: Span) -> str | None:
    """Who or what is said to be first: the subject before "is", the name apposed, or the noun."""
    lead = text[max(sentence.start, found.start - 160) : found.start]
    if (linked := _IS.search(lead)) and (named := _clause_subject(lead[: linked.start()])):
        return named
    if (apposed := _APPOSED.search(lead)) and not _IN_BEFORE.search(lead[: apposed.start()]):
        return apposed[1].strip()
    noun = _EVER_KNOWN.sub("", text[found.end : min(sentence.end, found.end + 70)])
    stop = _STOP_NOUN.search(noun)
    if stop and stop[0] == "," and (behind := _NAME_BEHIND.match(noun, stop.end())):
        return behind[1]
    words = noun[: stop.start() if stop else None].strip(" -,").split()
    subject = " ".join(words[:5])
    return None if not subject or words[0] in ("time", "times", "ones", "one") else subject


def _clause_subject(before: str) -> str | None:
    """The subject of the clause that "is the largest" ends; None where it is a pronoun."""
    clause = _CLAUSE_START.split(before)[-1].strip(" ,")
    clause = _AGO.sub("", _JOINED.sub("", clause))
    words = clause.split()
    if not words or len(words) > 11 or words[0].lower() in _LEADERS:
        return None
    if words[0].lower() in _PRONOUNS or words[-1].lower() in _PRONOUNS or words[-1].isdigit():
        return None
    # "Ana Silva returned to Lisbon and became the first …"
    if words[-1] in ("and", "then", "but", "or", "to") or _PREDICATE.search(clause):
        name = _LEADING_NAME.match(clause)
        return name[0] if name else None
    return clause


_AGO = re.compile(
    r"^(?:[\w-]+ ){1,4}(?:ago|later|earlier) (?=[A-Z]|the )"
)  # "Seven years ago Shell"
_JOINED = re.compile(r"^(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o|[Tt]hen|[Ss]till|[Tt]hus) ")
_PREDICATE = re.compile(r"\b(?:is|was|are|were|has|had|have|will|would) ")
_LEADING_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*)(?: (?:(?:of|the|de|van|von|al|bin|and) )?[A-Z][\w.’'-]*)*"
)
# "Its first mayor, Ana Silva, …": the name behind the noun
_NAME_BEHIND = re.compile(
    r" ((?:[A-Z][\w.’'-]*)(?: (?:(?:of|the|de|van|von|al|bin) )?[A-Z][\w.’'-]*)+)(?=[,.;)])"
)
# "in January, a record", "According to Reuters, the first"
_IN_BEFORE = re.compile(r"\b(?:in|on|at|since|of|to|by|from|with|for|including|like|as) $")

# A clause starts behind "and" only if no name follows: "Ana Silva and Rui Costa are the only …"
_CLAUSE_START = re.compile(
    r", |; | — |[“”\"]|\b(?:that|but|said|which|as) |(?<![A-Z]\w) and (?=[a-z])|\band (?=the )"
)
_LEADERS = frozenset("at on in by for from with while when if so imagine although though".split())


# A clause that goes on is no part of the scope: "in Asia when it opened", "in 14 years on Sunday"
_SCOPE_ENDS = re.compile(
    r",|\(| - | (?:and|but|when|after|before|as|to|that|who|which|said|is|was|were|are|has|had|will"
    r"|would|could|may|on|by|with|for)\b"
)
# "The biggest gains were made in Wales" says where, not among what
_TOLD = re.compile(
    r" (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|came|went)\b"
)
# What is whole as it was found: "in 14 years", "in the club’s history", "of all time"
_WHOLE = re.compile(
    r"(?:(?:in|for) .*(?:years?|decades?|centur(?:y|ies)|generations?|months|weeks|games|matches)"
    r"|(?:in|of) .*(?:history|memory)|of all time|on record|to date|(?:so|thus) far|yet)$"
)
_SINCE_THEY = re.compile(r"since (?:he|she|it|they|records) \w+(?: [\w’-]+){0,4}")
# "since Feb. 28": the stop ends no clause
_MONTH_STOP = re.compile(
    r"(?<=\b(?:Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec))\. (?=\d)|(?<=\bSept)\. (?=\d)"
)
_LAST_STOP = re.compile(r"(?<![A-Z])\.+$")  # "in the U.S." keeps its own
_EVER_KNOWN = re.compile(r"^[ -](?:ever|known) ")
_EVER = re.compile(r"(?:\s|^|-)ever\b")


def scope_of(text: str, sentence: Sentence, found: Span) -> str | None:
    """Within what: "in Europe", "since 2008", or the possessor in "Europe’s largest"."""
    tail = text[found.end : min(sentence.end, found.end + _AFTER)].partition(", ")[0]
    tail = _MONTH_STOP.sub(" ", tail)
    if bound := BOUND.search(tail):
        tail = tail[: bound.start()]
    if clause := NEW_CLAUSE.search(tail):
        tail = tail[: clause.start()]
    ever = _EVER.search(tail)
    bare = tail if ever is None else _EVER.sub(" ", tail)
    told = None if tail.startswith(" time") else _TOLD.search(bare)
    if scope := SINCE.search(bare) or PLACE.search(bare, 0, told.start() if told else len(bare)):
        words = bare[scope.start() :].strip()
        if _WHOLE.match(scope.group().strip()):
            return scope.group().strip()
        if since := _SINCE_THEY.match(words):
            return since.group()
        head, _, rest = words.partition(" ")
        whole = textwrap.shorten(f"{head} {_SCOPE_ENDS.split(rest)[0]}", 60, placeholder="")
        return _LAST_STOP.sub("", whole.strip(" -")) or None
    owner = _POSSESSOR.search(text[max(sentence.start, found.start - 50) : found.start])
    if owner:
        return owner[1]
    return "ever" if ever or text[found.start : found.end].endswith("ever") else None
