"""Persons with a title or role, before the name or after it."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, OfficeValue, Reference, Span
from claims.people import PersonMention, Title, lexicon, titles, wording
from claims.people.registry import BY_GIVEN_NAME


def find(document: Document) -> Iterator[Claim]:
    shared: Title | None = None
    taken: Title | None = None
    last = 0
    mentions = document.context.people.mentions(document.field)
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        joined = _LISTED.fullmatch(document.text, last, mention.start)
        shared, last = _shared(mention, shared if joined else None), mention.span.end
        if document.in_quotation(mention.span.start):
            continue  # what a speaker says belongs to the quotation
        role = None if _is_of_next(mention.role, following) else mention.role
        role = None if role is None or role.kind == "kin" else role
        title, opens = mention.title or _guessed(document, mention), mention.start
        if title is not None and taken is not None and _are_one(taken, title.start):
            # "Ann Lee, the mayor, Bob Day, the clerk": she is the mayor
            title, opens = None, mention.span.start
        taken = role
        if title is not None and title.kind != "kin":
            yield _claim(document, mention, title, title.start, mention.span.end)
        elif title is None and shared is not None:
            yield _claim(document, mention, shared, mention.start, mention.span.end)
        definite = mention.definite
        if definite is not None and definite.kind == "office":
            yield _claim(document, mention, definite, definite.start, definite.end)
        if role is not None:
            # With a title before the name as well, each pairing has a place of its own.
            start = role.start if title else opens
            yield _claim(document, mention, role, start, role.end)
        elif mention.role is None:
            yield from _said_of(document, mention)


# "Ann Lee, now a dean", "Ann Lee, herself a doctor"
_NOW = re.compile(r"^(?:now|currently|also|(?:him|her)self) (?=\w)")
# "Sens. Ann Lee | and | Bob Day", "Reps. Ann Lee |, D-Ohio, | Bob Day |, R-Iowa, and | Tom Hart",
# "Mayors Ann Lee | of Leeds and | Bob Day"
_LISTED = re.compile(
    r"(?: \([^()\n]{1,24}\)|, [A-Z]{1,3}-[A-Z][\w.]{1,8}"
    r"|,? of [A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3})?(?:, and |, | and | & )"
)


def _is_of_next(role: Title | None, following: PersonMention | None) -> bool:
    """ "Ann Lee, its deputy chairman, Bob Day, and": the words stand before another name."""
    if role is None or following is None or not _are_one(role, following.start):
        return False
    return following.title is not None and following.role is None


def _are_one(role: Title, start: int) -> bool:
    """Whether the title there is the role; not in "a lawyer for | the secretary, Bob Day"."""
    return role.start <= start < role.end and start - role.start <= len("another ")


def _shared(mention: PersonMention, running: Title | None) -> Title | None:
    """The title in the plural that holds for the persons listed after it: "Sens."."""
    title = mention.title
    if title is None:
        return running
    plural = title.kind != "kin" and title.before and title.head not in lexicon.TITLES
    return title if plural and wording.singular(title.head) != title.head else None


def _guessed(document: Document, mention: PersonMention) -> Title | None:
    """A role that no list has, right before a full name: the parser tells noun from verb.

    Few articles have more than one such sentence, so parsing it costs little.
    """
    if mention.honorific or " " not in mention.text:
        return None
    words = document.context.people.words(document.field)
    name = bisect.bisect_left(words, mention.span.start, key=lambda w: w.start)
    if not titles.may_be_role(words, name):
        return None
    sentence = document.sentence_at(mention.span.start)
    at = words[name - 1].start - sentence.start
    token = next((t for t in document.parse(sentence) if t.idx == at), None)
    if token is None or token.pos_ not in ("NOUN", "PROPN") or token.tag_ == "NNS":
        return None
    of_name = token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i
    apposed = any(child.dep_ == "appos" and child.i > token.i for child in token.children)
    return titles.guessed(words, name, document.text) if of_name or apposed else None


def _said_of(document: Document, mention: PersonMention) -> Iterator[Claim]:
    """ "Ann Lee is dean of the college", "Ann Lee, who was mayor of Leeds"."""
    words = document.context.people.words(document.field)
    stop = bisect.bisect_left(words, mention.span.end, key=lambda word: word.start)
    said = titles.copula(words, stop, document.text) if stop else None
    if said is not None:
        title, now = said
        start = title.start if mention.title else mention.start
        when = title.when if now or title.when != "current" else "then"
        yield _claim(document, mention, title, start, title.end, when)


def _claim(
    document: Document,
    mention: PersonMention,
    title: Title,
    start: int,
    end: int,
    when: str | None = None,
) -> Claim:
    return Claim(
        kind=ClaimKind.OFFICE,
        field=document.field,
        span=Span(start, end),
        exact=document.text[start:end],
        sentence=document.sentence_at(start).span,
        value=OfficeValue(
            mention.text, _NOW.sub("", " ".join(title.office.split())), when or title.when
        ),
    )


def question(claim: Claim, context: Context) -> str:
    """The office is bound to a time: the question names the day of the article."""
    assert isinstance(claim.value, OfficeValue)
    value = claim.value
    person = context.people.full_name(value.person) or value.person
    if value.office.lower().split()[-1] in BY_GIVEN_NAME:  # "King Hussein" is not Saddam Hussein
        person = value.person
    bare = _bare(" ".join(value.office.split()))
    day = context.anchor.date
    on = f"on {day.day} {day:%B %Y}" if day else "at the time of the article"
    rank = wording.rank(bare)
    if rank is not None and value.when == "former":
        by = on.replace("on ", "by ", 1) if day else "by the time of the article"
        return f"Had {person} held the rank of {rank}, and left the service, {by}?"
    if rank is not None and value.when == "current":
        return f"Did {person} hold the rank of {rank} {on}?"
    office = wording.predicate(bare)
    if value.when == "former":
        return f"Was {person} {office} in the past, and no longer {on}?"
    if value.when == "then":
        return f"Was {person} {office} at the time of the events told?"
    if value.when == "acting":
        return f"Was {person} {office} (acting) {on}?"
    if value.when == "elect":
        return f"Was {person} {office}, elected or named but not yet in office, {on}?"
    return f"Was {person} {office} {on}?"


# "then-", "a former ", "its onetime "
_LEADING = re.compile(
    r"^(?P<kept>(?:the|his|her|its|their|our|my|\S+['’]s?) )?(?:an? )?"
    r"(?:(?:then|ex|former|now)-|(?:then|former|formerly|previously|onetime|one-time|acting|interim"
    r"|incoming|retired|current) )(?=\w)",
    re.IGNORECASE,
)


def _bare(office: str) -> str:
    """The office without "former", "then", "at the time" and the like."""
    office = office.removesuffix(" at the time")
    while match := _LEADING.match(office):
        office = (match["kept"] or "") + office[match.end() :]
    return office


_WHERE = (
    (("ambassador", "envoy", "consul", "diplomat"), "the foreign ministry’s diplomatic list"),
    (("judge", "justice", "magistrate"), "the court’s list of judges"),
    (
        ("sen", "senator", "rep", "congress", "mp", "lawmaker", "mep"),
        "the parliament’s list of members",
    ),
    (
        ("president", "minister", "secretary", "governor", "mayor", "chancellor", "premier"),
        "the government’s own list of office holders",
    ),
    (("professor", "dean", "lecturer", "researcher", "scientist"), "the university’s staff pages"),
    (
        ("chief", "ceo", "director", "chairman", "founder", "executive"),
        "the body’s own annual report or site",
    ),
    (("spokesman", "spokeswoman", "spokesperson"), "the press office spoken for"),
)


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    assert isinstance(claim.value, OfficeValue)
    words = claim.value.office.lower().replace(".", " ").replace("-", " ").split()
    for heads, label in _WHERE:
        if any(word.startswith(heads) if len(word) > 4 else word in heads for word in words):
            return (Reference(label[0].upper() + label[1:]),)
    return (Reference("The person, or the body named"),)
