"""A date that cannot be.

"February 30", "May 35", "14:75"; a "last Friday, March 26" that is to come, "will open" with a year
that is over, "died" with one that is ahead; a stretch that ends before it starts ("1962 to 1926").
"""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, DateValue, Finding, FindingType, Severity, Span
from claims.temporal import wording

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.*)?")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HAS_YEAR = re.compile(r"\d{4}")
_NEAR_DAYS = 45
_REACH = 300  # characters: a sentence is seldom longer
_OVER = re.compile(r"\b(?:last|ago|yesterday|past|previous)\b", re.I)
_AHEAD = re.compile(r"\b(?:next|tomorrow|coming|upcoming)\b", re.I)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\."
)
# "on May 35.", "the 32nd of May", "on 45 June"; not "in May 35 people came", not "May 45 percent"
_NO_DAY = re.compile(
    rf"(?:\bon |day,? )(?:{_MONTHS}) (?:3[2-9]|[4-9]\d)(?=[.,;)]|$)(?![.,]\d)"
    rf"|\b(?:until|till|before|after|from|since|by) (?:{_MONTHS}) (?:3[2-9]|[4-9]\d)"
    r"(?=[.;)]|$| (?:to|at|in|when|or|for)\b)(?![.,]\d)"
    rf"|, (?:{_MONTHS}) (?:3[2-9]|[4-9]\d)(?=\.(?:\s|$))"
    rf"|\b(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th) (?:of )?(?:{_MONTHS})\b"
    rf"|(?:\bon |day,? )(?:3[2-9]|[4-9]\d) (?:{_MONTHS})(?=[ .,;)]|$)"
    rf"|\b(?:until|till|before|after|since|by) (?:3[2-9]|[4-9]\d) (?:{_MONTHS})(?=[.,;)]|$)"
)
# "at 14:75", "until 25:00", "at 19:30 a.m."; not a running time such as "27:41"
_NO_HOUR = re.compile(
    r"\b(?:at|by|until|till|from|before|after|since|around|about) "
    r"((?:[01]?\d|2[0-4]):[6-9]\d|(?:2[5-9]|[3-9]\d):00|(?:1[3-9]|2[0-4])[:.][0-5]\d a\.?m\b)"
    r"(?![:\d])"
)
# "from 12 June to 3 June", "between 1958 and 1953", "(1934–1912)"
_STRETCH = {
    "from": re.compile(r" (?:to|until|till|through) (?:the )?", re.I),
    "between": re.compile(r" and (?:the )?", re.I),
    "(": re.compile(r" ?[-–—] ?"),
}
_OPENS_STRETCH = re.compile(r"(\bfrom|\bbetween|\()(?: the)? ?$", re.I)
_LIFE = re.compile(r"\bborn\b[^.;]{0,30}$", re.I)
_DEATH = re.compile(r"[^.;]{0,40}\bdied\b[^.;\d]{0,30}", re.I)
_ANCIENT = re.compile(r"\W{0,2}(?:B\.?C|years? ago)", re.I)
# A sentence with any of these may well look ahead from the past, or back from the future.
_TWO_TIMES = re.compile(
    r"\b(?:would|could|should|might|may|until|till|by|due|plans?|planned|expect\w*|schedul\w*"
    r"|project\w*|forecast\w*|predict\w*|promis\w*|propos\w*|target\w*|aim\w*|goals?|deadline|set"
    r"|to be|if|before|after|since|from|said in|wrote|beyond|through|fiscal|season|bonds?"
    r"|estimat\w*|for|term|expire[sd]?|matur\w*|novel|film|fiction|movie|imagin\w*)\b",
    re.I,
)
# "said in 2008 that it will open in 2010", "if it will", a film's future
_NOT_NOW = re.compile(
    r"\b(?:would|could|if|said in|wrote|predict\w*|promis\w*|expect\w*|forecast\w*|planned"
    r"|had|by|that|novel|film|fiction|movie|imagin\w*|then|once|when|after|before|since|until)\b",
    re.I,
)
_WILL = re.compile(r"\b(?:will|is to|are to) (?:not )?(?:be|have|[a-z]+)\b(?! have)[^.;,]{0,40}$")
_WAS = re.compile(
    r"\b(?:died|was born|were born|was killed|were killed|opened|was opened|was founded|was built"
    r"|was signed|were signed|was elected|was appointed|was arrested|was published|was released"
    r"|were held|was held|was sentenced|was convicted|began|broke out|ended|happened|occurred"
    r"|took place|took office|was passed|joined|married|retired|graduated|won|resigned|moved to"
    r"|(?:was|were) (?:summoned|expelled|recalled|opened|struck|hit|shot|hurt|injured|held)"
    r"|had (?:[a-z]+ly |already |been )?(?!been |to )\w+(?:ed|en|ght|ld|lt|nt)"
    r"|(?:fell|arrived|landed|left|flew|struck|crashed|collapsed|exploded|summoned|expelled|fled)"
    r"|was \w+ing|were \w+ing|showed|found|was found|were found|was recorded|was painted"
    r"|was stolen)\b[^.;:]{0,60}$"
)
# "the two have until 12 May to go"
_HAVE_UNTIL = re.compile(r"\b(?:have|has) until (?:the end of )?$")
_CLOCK = re.compile(r"[ap]\.?m\b|:\d\d", re.I)
# "last month, on May 5", "last Friday (March 26)"
_JOINS = re.compile(r",?\s+(?:on\s+|in\s+)?|\s*\(|,\s*", re.I)


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    dates = [c for c in claims if c.kind is ClaimKind.DATE]
    for claim in dates:
        if message := _not_in_the_calendar(claim):
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, (claim.id,))
    for document in context.documents:
        yield from _no_such_day_or_hour(document, claims)
        here = [claim for claim in dates if claim.field == document.field]
        for first, second in itertools.pairwise(here):
            if message := _ends_before_it_starts(document, first, second):
                items = (first.id, second.id)
                yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, items)
    anchor = context.anchor.date
    if anchor is None:
        return
    for claim in dates:
        message = _wrong_side(claim.exact, claim, anchor) or _wrong_tense(context, claim, anchor)
        if message:
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, (claim.id,))
    for first, second in itertools.pairwise(dates):
        if first.field != second.field:
            continue
        gap = context.document(first.field).text[first.span.end : second.span.start]
        if not _JOINS.fullmatch(gap) or not _is_certain(second, anchor):
            continue
        if message := _wrong_side(first.exact + gap + second.exact, second, anchor):
            items = (first.id, second.id)
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, items)


def _is_certain(claim: Claim, anchor: dt.date) -> bool:
    """The year is written, or the day is so near to the anchor that no other year is meant."""
    if _HAS_YEAR.search(claim.exact):
        return True
    day = claim.value.earliest if isinstance(claim.value, DateValue) else None
    return day is not None and abs((day - anchor).days) <= _NEAR_DAYS


def _not_in_the_calendar(claim: Claim) -> str | None:
    value = claim.value
    if not isinstance(value, DateValue) or value.type not in ("DATE", "TIME"):
        return None
    match = _DAY.fullmatch(value.timex)
    if match is None:
        return None
    year, month, day = match[1], int(match[2]), int(match[3])
    words = f"“{' '.join(claim.exact.split())}”"
    if not 1 <= month <= 12 or not 1 <= day <= _LONGEST[month - 1]:
        return f"No calendar has the date {words}."
    if (month, day) == (2, 29) and _HAS_YEAR.search(claim.exact) and not calendar.isleap(int(year)):
        return f"No calendar has the date {words}: {int(year)} is not a leap year."
    return None


def _no_such_day_or_hour(document: Document, claims: Sequence[Claim]) -> Iterator[Finding]:
    """What the tagger does not take for a date at all; the nearest claim before it is named."""
    for pattern in (_NO_DAY, _NO_HOUR):
        for match in pattern.finditer(document.text):
            words = " ".join(match.group().split())
            message = (
                f"No calendar has the date “{words.removeprefix('on ').removeprefix(', ')}”."
                if pattern is _NO_DAY
                else f"No clock shows “{match[1]}”."
            )
            near = [
                c.id
                for c in claims
                if c.field == document.field and c.sentence.covers(Span(*match.span()))
            ]
            yield Finding(FindingType.IMPOSSIBLE_DATE, Severity.HIGH, message, tuple(near[:1]))


def _ends_before_it_starts(document: Document, first: Claim, second: Claim) -> str | None:
    start, end = _range(first), _range(second)
    if start is None or end is None or end[1] >= start[0]:
        return None
    gap = document.text[first.span.end : second.span.start]
    before = document.text[max(first.sentence.start, first.span.start - 60) : first.span.start]
    if first.sentence != second.sentence or len(gap) > 90 or not _comparable(first, second):
        return None
    if _ANCIENT.match(document.text, second.span.end):
        return None
    said = f"{' '.join(first.exact.split())}” and “{' '.join(second.exact.split())}"
    opened = _OPENS_STRETCH.search(before)
    if opened and _STRETCH[opened[1].lower()].fullmatch(gap):
        return f"The stretch between “{said}” ends before it starts."
    if _LIFE.search(before) and _DEATH.fullmatch(gap):
        return f"Of birth and death, “{said}”, the death comes first."
    return None


def _comparable(first: Claim, second: Claim) -> bool:
    """Both have their year, or both are days of one month, so that nothing was guessed."""
    with_year = [bool(_HAS_YEAR.search(claim.exact)) for claim in (first, second)]
    if any(with_year):
        return all(with_year)
    days = [
        _DAY.fullmatch(c.value.timex) for c in (first, second) if isinstance(c.value, DateValue)
    ]
    written = all(
        re.search(r"\d", c.exact) and re.search(r"[A-Z]", c.exact) for c in (first, second)
    )
    return written and all(days) and len({d[2] for d in days if d}) == 1


def _range(claim: Claim) -> tuple[dt.date, dt.date] | None:
    value = claim.value
    if not isinstance(value, DateValue) or value.ambiguous or value.mod:
        return None
    return (value.earliest, value.latest) if value.earliest and value.latest else None


def _wrong_tense(context: Context, claim: Claim, anchor: dt.date) -> str | None:
    """ "will open in 2012" in an article of 2020; "died in 2031" in one of 2013."""
    span = _range(claim)
    if span is None or claim.field == "headline":
        return None
    behind, ahead = span[1] < anchor, span[0] > anchor
    dated = bool(re.search(r"\b\d{4}$", claim.exact))
    if not dated:
        near = _is_near_day(claim, anchor)
        behind, ahead = behind and near, ahead and near
        ahead = ahead and not _tells_of_another_year(context, claim, anchor)
    if not (behind or ahead):
        return None
    document = context.document(claim.field)
    start = max(claim.sentence.start, claim.span.start - _REACH)
    sentence = document.text[start : min(claim.sentence.end, claim.span.end + _REACH)]
    before = document.text[start : claim.span.start]
    if document.in_quotation(claim.span.start) or "“" in sentence or '"' in sentence:
        return None
    said, when = wording.when(claim.value.timex), wording.spell_day(anchor)  # type: ignore[union-attr]
    will = dated and _WILL.search(before) and not _NOT_NOW.search(sentence)
    if behind and (will or _HAVE_UNTIL.search(before)):
        side = f"in the future, but it falls {said}, before"
    elif ahead and _WAS.search(before) and not _TWO_TIMES.search(before):
        side = f"in the past, but it falls {said}, after"
    else:
        return None
    return f"“{claim.exact}” is put {side} the article of {when}."


def _is_near_day(claim: Claim, anchor: dt.date) -> bool:
    """A day of a month without its year, soon after the article: "on 24 November" on the 20th."""
    written = re.search(r"\d", claim.exact) and re.search(r"[A-Z][a-z]{2}", claim.exact)
    return bool(written) and not _CLOCK.search(claim.exact) and _is_certain(claim, anchor)


def _tells_of_another_year(context: Context, claim: Claim, anchor: dt.date) -> bool:
    """Whether the words before last named another year than the article's: a history."""
    text = context.document(claim.field).text
    years = re.findall(r"\b\d{4}\b", text[max(0, claim.span.start - 1500) : claim.span.start])
    return bool(years) and years[-1] != str(anchor.year)


def _wrong_side(words: str, claim: Claim, anchor: dt.date) -> str | None:
    """ "last …" with a date after the article's, "next …" with one before it."""
    value = claim.value
    if not isinstance(value, DateValue) or value.ambiguous or not value.earliest:
        return None
    if not re.search(r"\d", claim.exact) or not value.latest:
        return None
    said = wording.when(value.timex)
    quoted = f"“{' '.join(words.split())}”"
    when = wording.spell_day(anchor)
    if _OVER.search(words) and value.earliest > anchor:
        return f"{quoted} is put in the past, but it falls {said}, after the article of {when}."
    if _AHEAD.search(words) and value.latest < anchor:
        return f"{quoted} is put in the future, but it falls {said}, before the article of {when}."
    return None
