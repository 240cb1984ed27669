"""Whose superlative it is, and within what: the subject, and the scope that makes it checkable."""

from __future__ import annotations

import re

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
        | to[ ]date\b | so[ ]far\b | yet\b
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
             |Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|[A-Z][a-z]+day)\b)
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
    r"|may|might|must|should|did|does|said|says|among|saw|came|went|took|made|got|began|became"
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
    r"((?:[A-Z][\w.’'-]* ?(?:(?:of|the|de|van|von|al|bin|for|and) )?){1,6}), "
    r"(?:the |[\w’']+ )?(?:[\w’']+ )?$"
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
    return subject if subject and subject not in ("time", "times", "ones", "one") else None


def _clause_subject(before: str) -> str | None:
    """The subject of the clause that "is the largest" ends; None where it is a pronoun."""
    clause = _CLAUSE_START.split(before)[-1].strip(" ,")
    clause = _JOINED.sub("", clause)
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


_JOINED = re.compile(r"^(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o|[Tt]hen|[Ss]till|[Tt]hus) ")
_PREDICATE = re.compile(r"\b(?:is|was|are|were|has|had|have|will|would) ")
_LEADING_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*)(?: (?:(?:of|the|de|van|von|al|bin|and) )?[A-Z][\w.’'-]*)*"
)
# "Its first mayor, Ana Silva, …": the name behind the noun
_NAME_BEHIND = re.compile(
    r" ((?:[A-Z][\w.’'-]*)(?: (?:(?:of|the|de|van|von|al|bin) )?[A-Z][\w.’'-]*)+)(?=[,.;)])"
)
_IN_BEFORE = re.compile(r"\b(?:in|on|at|since|of) $")  # "in January, a record"

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
_LAST_STOP = re.compile(r"(?<![A-Z])\.+$")  # "in the U.S." keeps its own
_EVER_KNOWN = re.compile(r"^[ -](?:ever|known) ")
_EVER = re.compile(r"(?:\s|^|-)ever\b")


def scope_of(text: str, sentence: Sentence, found: Span) -> str | None:
    """Within what: "in Europe", "since 2008", or the possessor in "Europe’s largest"."""
    tail = text[found.end : min(sentence.end, found.end + _AFTER)].partition(", ")[0]
    if bound := BOUND.search(tail):
        tail = tail[: bound.start()]
    if clause := NEW_CLAUSE.search(tail):
        tail = tail[: clause.start()]
    ever = _EVER.search(tail)
    bare = tail if ever is None else _EVER.sub(" ", tail)
    told = None if tail.startswith(" time") else _TOLD.search(bare)
    if scope := SINCE.search(bare) or PLACE.search(bare, 0, told.start() if told else len(bare)):
        words = bare[scope.start() :].strip()
        head, _, rest = words.partition(" ")
        return _LAST_STOP.sub("", f"{head} {_SCOPE_ENDS.split(rest)[0]}"[:60].strip(" -")) or None
    owner = _POSSESSOR.search(text[max(sentence.start, found.start - 50) : found.start])
    if owner:
        return owner[1]
    return "ever" if ever or text[found.start : found.end].endswith("ever") else None
