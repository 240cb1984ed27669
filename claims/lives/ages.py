"""Ages: "Ann Lee, 47," · "a 9-year-old boy" · "aged 82" · "in his 40s" · "left school at 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from claims.lives.numbers import DECADES, N, number
from claims.lives.reader import Fact, Reader
from claims.model import Span
from claims.people import heads, lexicon
from claims.people.words import Word

_OLDEST = 122

# ", 47," · " (47)" · ", 47." · ", also 47" after a name
_AFTER_NAME = re.compile(
    r",\s(?:then |now |only |just |also |both |each )?(\d{1,3})"
    r"(?=[,;.)](?!\d)|\s(?:and|when|who|of)\b|\s[—–-]|:|\s*\n)"
    r"|\s\((\d{1,3})\)"
)
# "Kopp, 44," although the name is not known as one; "the oldest, 58," "a man, 34, was"
_APPOSED = re.compile(
    r"(?<![\d$£€%])\b(?P<noun>[^\W\d_]+), (?P<n>\d{1,2})"
    r"(?=,(?! (?:\d|[A-Z][\w’'-]* \d))| and (?:his|her)\b)"
)
# "47-year-old", "six-year-olds", "47 year old", "an 18-month-old"
_YEAR_OLD = re.compile(
    rf"\b({N})(?:[-‑](?:year|month|week|day)s?| (?:year|month|week|day))[-‑ ]old(s?)\b"
)
# "29 years old", "65 years of age", "78 years young"
_YEARS_OLD = re.compile(rf"\b(?P<n>{N}) years (?:old|of age|young)\b")
# what may stand between the name and that
_BESIDE = re.compile(rf",? (?:who )?(?:(?:is|was|now|just|only) )?(?:{N},? and )?")
# "aged 12", "age 47", "the age of 91"; not "aged 18 to 24", "aged 65 and over"
_AGED = re.compile(
    rf"\b(?:aged|(?P<at>at )?age|(?P<under>(?:under|over|above|below|from) )?(?:the |an )?age of)"
    rf" (?:just |only |about |around |barely )?(?P<n>{N})\b"
    r"(?!\s?(?:to\b|[-–—]\s?\d|and (?:over|older|under|above|up|younger)|\+|%|per)"
    r"|\s?or (?:over|older|under|above|younger))"
)
# "aged 18 months"
_UNIT = re.compile(r" (?:days|weeks|months)\b")
# "ages 3, 7 and 9", "aged 14 and 15": each of them
_AGES = re.compile(rf"\b(?:ages|aged) (?P<all>{N}(?:, {N})*,? and {N})\b(?! (?:years|months))")
_EACH = re.compile(rf"\b{N}\b")
# what makes a small number an age: "when he was eight", "she was five when"
_WHEN = re.compile(r"\bwhen\b")
# "who at 77 is about to"
_WHO_AT = re.compile(
    rf"\bwho,? at (?P<n>{N})\b(?! (?:percent|per|points|the|a|an|this|that|p\.?m|a\.?m))"
)
# "At 23, Ann Lee has", "At 71, he"
_AT_NAME = re.compile(rf"\b[Aa]t (?:just |only )?(?P<n>{N}), (?=[A-Z]|he\b|she\b)")
# "He was 86.", "who turned 50", "she is 47 years old"
_IS_AGED = re.compile(
    r"\b(?:was|is|turned|turns|turning|turn|be|were|are|’s|'s)"
    rf"(?: (?:just|only|now|about|almost|nearly|barely|still))? (?P<n>{N})"
    r"(?P<old> years (?:old|of age))?"
    r"(?=[.,;)]|\s(?:when|at the time|on|in|last|this|next|and|but)\b|$)"
)
# "left school at 14", "married at 19"
_DID_AT = re.compile(
    r"\b(?:school|started|began|joined|married|retired|learned|learnt|became|moved|emigrated"
    r"|hired|orphaned|widowed|ordained|elected|knighted|appointed|diagnosed|drafted|signed|capped"
    r"|debut|published|graduated|enlisted|professional|home|took up|gave up|picked up|set up"
    r"|learned to|(?:sold|wrote|published) (?:his|her)"
    r"|(?:won|made) (?:his|her) (?:first|last|debut))\b[^.;,\d]{0,30}"
    rf"(?:, )?\bat (?P<n>{N})(?=[,.;]|\s(?:to|and|after|when|with)\b)"
)
# "she sold her first firm at 24", "Krogh first conducted at 11, when"; not "she left at 10"
_SHE_AT = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who|[A-Z][\w’-]{1,40})(?:, \d{1,3},)?(?: first| later| had| has)?"
    r" (?!(?:arriv|land|met|began|start|end|woke|clos|open|stood|stand|sat|rank|valu|pric"
    r"|estimat|was|is|put|aim|shout|look|point|fir|shot|laugh|yell|scream|work|stay|liv|arrest"
    r"|trad|peak|jump)\w*)"
    rf"[a-z][^.;,\d]{{2,50}}? at (?:just |only |age )?(?P<n>{N})"
    r"(?=[.;]|,? (?:when|after|and|but)\b|, )"
)
# "an official put the toll at 74"
_RECKONED = re.compile(r"\b(?:put|puts|toll|total|number|count|value|price|estimate)\b")
# "at 90 she still climbed"
_AT_HE = re.compile(rf"\b[Aa]t (?P<n>{N}),? (?:he|she)\b")
# "as a boy of six"
_CHILD_AGED = re.compile(rf"\b(?:boy|girl|child|lad|youth|man|woman) of (?P<n>{N})(?=[,.;]| who\b)")
# "turned 25 on Thursday", "turns 60 in May"
_TURNED = re.compile(
    rf"\b(?:turned|turns|turning|turn) (?P<n>{N})(?=[.,;]|\s(?:on|in|last|this|next)\b)"
)
# "died … at 91", "is dead at 88", "lived to 93", "lived to be 100"
_DIED_AT = re.compile(
    r"\b(?:died|dies|dead|passed away|killed)\b[^.;]{0,60}?,? at (?P<n>\d{2,3})"
    r"(?=[.,;]|\s(?:in|on|after|from|of)\b|\s*$)"
    r"|\b(?:lived?|lives|survived?) to (?:be )?(?P<to>\d{2,3})\b(?! (?:percent|per|years|other))",
    re.M,
)
# "in his 40s", "in her late thirties", "in their mid-20s"
_IN_HIS_40S = re.compile(
    r"\bin (?:his|her|their) (?:(?:early|mid|middle|late)(?:[- ]to[- ](?:mid|late))?[- ])?"
    rf"(?P<n>[1-9]0|{'|'.join(DECADES)})(?:[’']?s)?\b"
)
# "his 80th birthday"
_BIRTHDAY = re.compile(
    r"\b(?:his|her|[A-Z][\w-]{1,40}[’']s?) (?P<n>\d{1,3})(?:st|nd|rd|th) birthday\b"
)
# "18- to", "18-" before "24-year-old"
_IN_RANGE = re.compile(r"[\d\-–‑] ?(?:to|and|or) ?$|\d[-–‑]$")

# what shows that an age was that of another time
_PAST = re.compile(r"\b(?:when|then|once|ago|in (?:19|20)\d\d|had been|as an?)\b", re.I)

_PERSON_NOUNS = frozenset(
    "man woman boy girl child kid teenager teen youth male female person people men women boys "
    "girls children native victim suspect gunman shooter attacker assailant passenger driver "
    "resident survivor baby toddler infant youngster lad lady gentleman guy defendant inmate "
    "prisoner detainee patient pupil schoolboy schoolgirl bride groom citizen immigrant migrant "
    "refugee novice rookie debutant bachelor orphan pensioner adult sophomore freshman senior "
    "nationalist liberal conservative socialist american briton frenchman german russian son "
    "daughter brother sister mother father wife husband widow twin nephew niece grandson "
    "granddaughter grandfather grandmother oldest youngest eldest".split()
)
_THINGS = frozenset(
    "freighter tanker airliner trailer bunker container server skyscraper newspaper theater cutter "
    "steamer trawler cruiser clipper bomber fighter copter helicopter boiler cooler locker shelter "
    "banner charter center liner planter poster register roller router scooter shutter sweater "
    "timber transmitter transformer monster oyster lobster panther reactor tractor elevator "
    "generator refrigerator escalator accelerator ventilator calculator predator motor".split()
)
# Capitalised, before a number between commas, and no person: dates, places in results.
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday chapter page part verse room channel gate lane hole lap week day no".split()
)


def find(reader: Reader) -> Iterator[Fact]:
    yield from _beside_names(reader)
    yield from _years_old(reader)
    yield from _aged(reader)
    yield from _at_an_age(reader)
    yield from _of_an_age(reader)


def _age(
    reader: Reader, digits: Span, place: Span, person: str | None, present: bool = False
) -> Iterator[Fact]:
    years = number(reader.text[digits.start : digits.end])
    if 0 < years <= _OLDEST:
        yield Fact(place, person or None, "age", years, present)


def _beside_names(reader: Reader) -> Iterator[Fact]:
    text = reader.text
    for mention in reader.mentions:
        if match := _AFTER_NAME.match(text, mention.span.end):
            place = Span(*match.span(1 if match.group(1) else 2))
            past = match.group().startswith(", then")
            yield from _age(reader, place, place, reader.name(mention), present=not past)
    for match in _APPOSED.finditer(text):
        noun = match["noun"]
        unknown_name = noun[0].isupper() and len(noun) > 2 and noun.lower() not in _NO_NAMES
        if len(match["n"]) == 1:  # "and their daughters, Lucia, 10, and Emma, 4,"
            unknown_name = unknown_name and lexicon.given(noun) is not None
        if unknown_name or _is_person(noun):
            place = Span(*match.span("n"))
            yield from _age(reader, place, place, None)


def _is_person(noun: str) -> bool:
    return noun in _PERSON_NOUNS or (noun.islower() and lexicon.title(noun) is not None)


def _years_old(reader: Reader) -> Iterator[Fact]:
    text = reader.text
    for match in reader.near(_YEAR_OLD, "old", before=24, after=3):
        person = _whose_year_old(reader, match)
        if person is not None and not match.group(2) and not _in_range(text, match.start()):
            present = _is_present(reader, match)
            yield from _age(reader, Span(*match.span(1)), Span(*match.span()), person, present)
    for match in reader.near(_YEARS_OLD, " years ", before=16, after=16):
        before = text[max(0, match.start() - 12) : match.start()]
        mention = reader.before(match.start())
        near = mention is not None and _BESIDE.fullmatch(text, mention.span.end, match.start())
        if near or before.endswith(("he is ", "he was ", "years old, ", "years old and ")):
            person = reader.named_near(match.start())
            yield from _age(reader, Span(*match.span("n")), Span(*match.span()), person)


def _aged(reader: Reader) -> Iterator[Fact]:
    text = reader.text
    for match in reader.near(_AGED, "age", before=16, after=48):
        if not match["under"]:
            start = match.start() + (len("at ") if match["at"] else 0)
            person = reader.subject(match.start())
            unit = _UNIT.match(text, match.end("n"))
            place = Span(start, unit.end() if unit else match.end("n"))
            yield from _age(reader, Span(*match.span("n")), place, person)
    for match in reader.near(_AGES, "age", before=2, after=96):
        for each in _EACH.finditer(reader.low, *match.span("all")):
            place = Span(*each.span())
            if each.start() != match.start("all") or match.group()[:5].lower() == "ages ":
                yield from _age(reader, place, place, None)
    for match in _IN_HIS_40S.finditer(text):
        person = reader.named_near(match.start())
        yield from _age(reader, Span(*match.span("n")), Span(*match.span()), person)
    for match in _BIRTHDAY.finditer(text):
        person = reader.named_near(match.start("n"))
        yield from _age(reader, Span(*match.span("n")), Span(match.start("n"), match.end()), person)
    for match in _IS_AGED.finditer(text):
        person = reader.direct_subject(match.start(), loose=match.group().startswith("be "))
        sure = match["old"] or match.group().startswith("tur") or number(match["n"]) > 12
        sure = sure or _WHEN.search(text, match.start() - 12, match.end() + 5)
        if person is not None and sure:
            end = match.end("old") if match["old"] else match.end("n")
            yield from _age(reader, Span(*match.span("n")), Span(match.start("n"), end), person)


# What all that is read by :func:`_at_an_age` holds; the patterns themselves are dear.
_AT = re.compile(rf"\b[Aa]t (?:just |only |age )?(?:{N})")


def _at_an_age(reader: Reader) -> Iterator[Fact]:
    """Ages given with "at": "left school at 14", "at 90 she still climbed"."""
    text = reader.text
    if not _AT.search(text):
        return
    for pattern in (_DID_AT, _AT_HE, _WHO_AT):
        for match in pattern.finditer(text):
            place = Span(*match.span("n"))
            yield from _age(reader, place, place, reader.subject(place.start))
    for match in _AT_NAME.finditer(text):
        place = Span(*match.span("n"))
        mention = reader.mention_from(match.end(), within=1)
        if mention is not None:
            yield from _age(reader, place, place, reader.name(mention))
        elif text[match.end()].islower():
            yield from _age(
                reader,
                place,
                place,
                reader.meant(text[match.end() : match.end() + 3].strip(), match.end()),
            )
    for match in _SHE_AT.finditer(text):
        if _RECKONED.search(match.group()):
            continue
        place = Span(*match.span("n"))
        when = text.startswith((" when", ", when", " because"), place.end)
        if number(match["n"]) > 12 or when or " first " in match.group():
            person = reader.opening_subject(match, match.start("n"))
            if person is not None:
                yield from _age(reader, place, place, person)


def _of_an_age(reader: Reader) -> Iterator[Fact]:
    """ "a boy of six", "turned 25", "died at 91", "lived to 93"."""
    text = reader.text
    for match in _CHILD_AGED.finditer(text):
        place = Span(*match.span("n"))
        yield from _age(reader, place, place, reader.named_near(match.start()))
    for pattern in (_TURNED, _DIED_AT):
        for match in pattern.finditer(text):
            person = reader.named_near(match.start())
            if person is not None:
                place = Span(*match.span("n" if match["n"] else "to"))
                yield from _age(reader, place, place, person)


def _is_present(reader: Reader, match: Match[str]) -> bool:
    """Whether "47-year-old" stands right before a name, in no tale of the past."""
    ahead = reader.mention_from(match.end(), within=1)
    sentence = reader.document.sentence_at(match.start())
    return ahead is not None and not _PAST.search(sentence.text)


def _in_range(text: str, offset: int) -> bool:
    """ "18- to 24-year-old": a range of ages is no one's age."""
    return bool(_IN_RANGE.search(text, max(0, offset - 8), offset))


def _whose_year_old(reader: Reader, match: Match[str]) -> str | None:
    """The person of "47-year-old": a name, "" when unnamed, None when it is a thing."""
    first = n = reader.word_from(match.end())
    ahead = reader.mention_from(match.end(), within=60)
    while n < len(reader.words) and n - first < 6:
        word = reader.words[n]
        gap = reader.text[match.end() : word.start] if n == first else reader.words[n - 1].gap
        if gap.strip() or not gap or _ends_noun_phrase(word):
            break
        if ahead is not None and ahead.span.start <= word.start < ahead.span.end:
            return reader.name(ahead)
        if word.low in _PERSON_NOUNS or lexicon.title(word.low) is not None:
            if ahead is not None and ahead.span.start - word.end <= 3:
                return reader.name(ahead)
            return reader.apposed_to(match.start()) or ""
        if _has_an_occupation(reader, n):
            return ""
        n += 1
    if n > first and reader.words[n - 1].text in lexicon.NATIONS:  # "the 6-year-old Cuban said"
        return reader.apposed_to(match.start()) or ""
    if _is_followed_by_a_name(reader, first):
        return ""
    if n == first:  # "the 47-year-old said": it stands for a person by itself
        return reader.subject(match.start()) or ""
    if n < len(reader.words) and reader.words[n].low == "who":
        return reader.apposed_to(match.start()) or ""
    return reader.apposed_to(match.start())


def _is_followed_by_a_name(reader: Reader, n: int) -> bool:
    """ "35-year-old Zed Okri was": two capitalised words that name no body, place or nation."""
    name = reader.words[n : n + 2]
    if len(name) < 2 or not name[0].joined or name[1].possessive:
        return False
    after = reader.words[n + 2] if n + 2 < len(reader.words) else None
    ends = after is None or not name[1].joined or after.low in lexicon.STOPS | lexicon.VERBS
    return ends and all(_may_be_a_name(word) for word in name)


def _may_be_a_name(word: Word) -> bool:
    known = (lexicon.NATIONS, lexicon.PLACES, lexicon.BODIES, lexicon.COUNTRY_NAMES)
    bodies = (lexicon.INSTITUTIONS, lexicon.ORGANISATIONS)
    return (
        word.text[0].isupper()
        and word.text[1:].islower()
        and not any(word.text in names for names in known)
        and not any(word.low in names for names in bodies)
    )


def _has_an_occupation(reader: Reader, last: int) -> bool:
    """The last word of "a 31-year-old rafter", not of "a 20-year-old tanker"."""
    word = reader.words[last]
    name_follows = word.joined and last + 1 < len(reader.words) and reader.words[last + 1].capital
    agent = heads.looks_like_agent(word.low) and word.low not in _THINGS
    return word.text.islower() and agent and (name_follows or not word.joined)


def _ends_noun_phrase(word: Word) -> bool:
    return any(
        word.low in words for words in (lexicon.STOPS, lexicon.VERBS, lexicon.SPEECH, lexicon.DEEDS)
    )
