"""Names of laws, bills, court cases, resolutions and orders, with their year and number.

A checker ticks the name, its number and its year ("the Clean Air Act of 1970", "Section 230",
"Roe v. Wade", "Resolution 1441"). Treaties have a kind of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, LawValue, Reference, Span

_WORD = r"[A-Z][\w’'&-]*,?"
_SMALL = r"(?:of|and|for|to|in|on|the|from|against|with|by)"
_ORDINAL = (
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
    r"|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth"
    r"|Twent(?:y|ieth)(?:-[a-z]+)?|\d{1,2}(?:st|nd|rd|th))"
)
# The words before "Act" are read backwards from it, so that the whole stays linear.
_HEAD = re.compile(r"\b(?:Act|Ordinance|Penal Code|Criminal Code|Civil Code|Tax Code|Law)\b")
_BEFORE_HEAD = re.compile(rf"(?:{_WORD} (?:{_SMALL} ){{0,2}}){{1,8}}$")
_YEAR = re.compile(r"(?: of|,)? ((?:1[6-9]|20)\d\d)\b")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "the Fourteenth Amendment", "the 13th Amendment"
    ("amendment", re.compile(rf"\b(?P<number>{_ORDINAL}) Amendment\b")),
    # "Section 230", "Section 2(a) of the Voting Rights Act", "Title IX", "Chapter 11"
    (
        "section",
        re.compile(
            r"\b(?:Section (?P<number>\d+[A-Z]?(?:\(\w{1,3}\))*)|Title (?P<title>[IVX]+|\d+)"
            r"|Chapter (?P<chapter>7|9|11|12|13|15))\b(?! [A-Z][a-z]+ [a-z]+ed\b)"
        ),
    ),
    # "H.R. 4", "S. 1204", "Proposition 13", "Senate Bill 8", "Bill C-51"
    (
        "bill",
        re.compile(
            r"\b(?:H\.\s?R\. ?|S\. ?|[HS]B |A\.B\. |(?:House|Senate|Assembly) Bill "
            r"|Proposition |Prop\. |Bill (?=C-))(?P<number>(?:C-)?\d{1,5})\b"
        ),
    ),
    # "Security Council Resolution 1441", "resolution 2231"
    (
        "resolution",
        re.compile(
            r"(?:\b(?:U\.?N\.? |United Nations )?(?:Security Council |General Assembly )?)"
            r"\b[Rr]esolution (?P<number>\d{1,4}(?:/\d+)?)\b"
        ),
    ),
    ("order", re.compile(r"\b[Ee]xecutive [Oo]rder (?P<number>\d{1,5})\b")),
    # "Regulation (EU) 2016/679", "Directive 95/46/EC"
    (
        "regulation",
        re.compile(
            r"\b(?:Regulation|Directive) (?:\((?:EU|EC|EEC)\) )?(?:No\.? )?"
            r"(?P<number>\d{1,4}/\d{1,4}(?:/(?:EU|EC|EEC))?)"
        ),
    ),
)
# "Brown v. Board of Education"; "vs" and "v" without a dot are for games too.
_VERSUS = re.compile(r" (?P<versus>v\.|vs?\.?) (?=[A-Z])")
_PARTY_BEFORE = re.compile(rf"(?:{_WORD} (?:(?:of|and|the|&) )*){{0,4}}{_WORD[:-2]}$")
_PARTY_AFTER = re.compile(
    rf"""(?:the[ ])?[A-Z][\w’'&-]*
        (?:[ ](?!Supreme|Court|Appeals)(?:(?:of|the|for|and|&)[ ]){{0,2}}
           (?!Supreme|Court|{_WORD}[ ]vs?\.?[ ])[A-Z][\w’'&-]*){{0,5}}
        (?:,?[ ](?:Inc|Co|Corp|Ltd)\.?)?""",
    re.VERBOSE,
)
_COURT = re.compile(
    r"\b(?:[Cc]ourt|[Rr]ul(?:ed|ing|ings)|[Dd]ecisions?|[Jj]ustices?|[Jj]udges?|[Cc]ases?|[Ll]awsuits?"
    r"|[Pp]recedents?|[Oo]pinions?|[Oo]verturn\w*|[Ll]andmark|[Cc]onstitution\w*|[Ll]egal)\b"
)
_CASE_YEAR = re.compile(r",? \(?((?:17|18|19|20)\d\d)\)?")
_NO_LAW_AFTER = re.compile(
    r" (?:School|Center|Centre|Firm|Review|Professor|Society|Library|Faculty)"
)
_NO_LAW = frozenset(
    "Common Civil Criminal International Martial Murphy’s Sharia Islamic Moore’s Sister Class "
    "Balancing Federal State In On The Under By Our This That Maritime Roman".split()
)
_LEADING = frozenset(
    "The A An In On Under By Of At And But For As With This That These Since When While If Its "
    "Congress Parliament Mr Mrs Ms President Senator".split()
)


def find(document: Document) -> Iterator[Claim]:
    """One item a name, at its first mention in the field; ``places`` has them all."""
    first: dict[str, Claim] = {}
    places: dict[str, list[Span]] = {}
    for span, value in sorted(_mentions(document), key=lambda m: (m[0].start, -m[0].end)):
        key = value.name.lower()
        places.setdefault(key, []).append(span)
        if key not in first:
            first[key] = Claim(
                kind=ClaimKind.LAW,
                field=document.field,
                span=span,
                exact=document.text[span.start : span.end],
                sentence=document.sentence_at(span.start).span,
                value=value,
            )
    for key, claim in first.items():
        yield Claim(
            claim.kind,
            claim.field,
            claim.span,
            claim.exact,
            claim.sentence,
            claim.value,
            places=tuple(places[key]),
        )


def _mentions(document: Document) -> Iterator[tuple[Span, LawValue]]:
    taken: list[Span] = []
    for found in (*_acts(document), *_cases(document), *_numbered(document)):
        if not any(span.overlaps(found[0]) for span in taken[-40:]):
            taken.append(found[0])
            yield found


def _acts(document: Document) -> Iterator[tuple[Span, LawValue]]:
    text = document.text
    for head in _HEAD.finditer(text):
        line = max(0, head.start() - 90, text.rfind("\n", 0, head.start()) + 1)
        before = _BEFORE_HEAD.search(text[line : head.start()])
        after = text[head.end() : head.end() + 16]
        if _NO_LAW_AFTER.match(after):
            continue
        words = before.group().split() if before else []
        while words and (words[0].rstrip(",") in _LEADING or words[0].islower()):
            words.pop(0)
        if head.group() == "Law" and (len(words) != 1 or words[0] in _NO_LAW):
            continue
        if not words and " " not in head.group():
            continue
        if words and (words[0] in _NO_LAW and len(words) == 1):
            continue
        start = head.start() - len(" ".join(words)) - 1 if words else head.start()
        if words and text[start : head.start()].split() != words:
            continue
        year = _YEAR.match(after)
        end = head.end() + (year.end() if year else 0)
        name = " ".join(text[start:end].split())
        yield Span(start, end), LawValue(name, "act", year=int(year[1]) if year else None)


def _cases(document: Document) -> Iterator[tuple[Span, LawValue]]:
    text = document.text
    reached = 0
    for versus in _VERSUS.finditer(text):
        before = _PARTY_BEFORE.search(text[max(reached, versus.start() - 60) : versus.start()])
        after = _PARTY_AFTER.match(text, versus.end())
        if not before or not after:
            continue
        sentence = document.sentence_at(versus.start())
        if versus["versus"] != "v." and not _COURT.search(text, sentence.start, sentence.end):
            continue
        words = before.group().split()
        while words and words[0] in _LEADING:
            words.pop(0)
        if not words:
            continue
        start = versus.start() - len(" ".join(words))
        reached = after.end()
        year = _CASE_YEAR.match(text, after.end())
        name = " ".join(text[start : after.end()].split())
        yield (
            Span(start, after.end()),
            LawValue(name, "case", year=int(year[1]) if year else None),
        )


def _numbered(document: Document) -> Iterator[tuple[Span, LawValue]]:
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(document.text):
            groups = match.groupdict()
            number = next((value for value in groups.values() if value), None)
            name = " ".join(match.group().split())
            yield Span(*match.span()), LawValue(name, sort, number=number)


def question(claim: Claim, context: Context) -> str:
    """ "Is “Brown v. Board” the right name of the case, and is it told rightly?" """
    value = claim.value
    assert isinstance(value, LawValue)
    if value.type == "case":
        return f"Is “{value.name}” the right name of the case, and is it told rightly?"
    if value.type == "act" and value.year:
        bare = re.sub(rf"(?: of|,)? {value.year}$", "", value.name)
        return f"Is the right name the {bare}, is its year {value.year}, and is it told rightly?"
    what = {
        "act": "law",
        "amendment": "amendment",
        "section": "provision",
        "bill": "bill",
        "resolution": "resolution",
        "order": "order",
        "regulation": "act of the European Union",
    }[value.type]
    return f"Is “{value.name}” the right {what}, and does it say what the article says of it?"


_WHERE = {
    "act": Reference("The statute book, as passed and as amended"),
    "amendment": Reference("The text of the constitution"),
    "section": Reference("The text of the law that it stands in"),
    "case": Reference("The court’s own opinion"),
    "bill": Reference("The legislature’s own record of the bill"),
    "resolution": Reference("United Nations Digital Library", "https://digitallibrary.un.org/"),
    "order": Reference("Federal Register", "https://www.federalregister.gov/"),
    "regulation": Reference("EUR-Lex", "https://eur-lex.europa.eu/"),
}


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, LawValue)
    return (_WHERE[claim.value.type],)
