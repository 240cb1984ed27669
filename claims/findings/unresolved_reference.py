"""A second reference without a first: "Mr. Brown said", and no Brown has been introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context
from claims.model import Claim, Finding, FindingType, QuotationValue, Severity, Span
from claims.people import Person, PersonMention
from claims.speech import words

_HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor".split())
_SHORTEST_BODY = 400  # characters: an excerpt introduces nobody
_BEFORE_PRONOUN = 900  # characters in which "the mayor" may be what "she" means
_PEOPLE_NOUNS = words.ROLES | frozenset(
    "man woman boy girl father mother son daughter husband wife widow brother sister person "
    "teenager suspect victim passenger patient neighbor neighbour official candidate pupil "
    "pensioner".split()
)
# Two words with capitals side by side; the second may open the next match, so it is looked ahead.
_ADJACENT = re.compile(r"\b([A-Z][\w’'-]*\.?)[”\"]?[ \n]+[“\"]?(?=([A-Z][\w’'-]*))")
_GENDER = {"he": "m", "she": "f"}


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    if len(context.article.text) < _SHORTEST_BODY:
        return
    yield from _surnames(context, claims)
    yield from _pronouns(context, claims)


def _surnames(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    introduced: frozenset[str] | None = None
    for person in context.people.persons:
        first = next((m for m in person.mentions if m.field == "body"), None)
        if first is None or first is not person.mentions[0] or not _is_bare(person, first):
            continue
        introduced = _introduced(context) if introduced is None else introduced
        if person.name in introduced or context.body.speech.quotation_at(first.span):
            continue
        text = context.body.text
        start = text.rfind(" ", 0, first.span.start - 1) + 1 if first.span.start else 0
        shown = " ".join(text[start : first.span.end].split())
        yield Finding(
            FindingType.UNRESOLVED_REFERENCE,
            Severity.MEDIUM,
            f"“{shown}” is named as if known, but the article has not introduced anyone called "
            f"{person.name} before.",
            _items(claims, first, person),
        )


def _is_bare(person: Person, first: PersonMention) -> bool:
    """A surname after an honorific, without a title or a role at any mention."""
    honorific = (first.honorific or "").lower().rstrip(".")
    titled = any(m.title or m.role for m in person.mentions)
    return honorific in _HONORIFICS and " " not in person.name.strip() and not titled


def _introduced(context: Context) -> frozenset[str]:
    """Words that stand anywhere as part of a longer name: "Gordon Brown", "the Brown Company"."""
    found: set[str] = set()
    for document in context.documents:
        for match in _ADJACENT.finditer(document.text):
            before, word = match.group(1), match.group(2)
            if before.lower().rstrip(".") not in _HONORIFICS:
                found.update((before, word, word.removesuffix("s")))
    return frozenset(found)


def _items(claims: Sequence[Claim], first: PersonMention, person: Person) -> tuple[str, ...]:
    named = [c for c in claims if c.field == first.field and c.span.overlaps(first.span)]
    said = [
        c for c in claims if isinstance(c.value, QuotationValue) and c.value.speaker == person.name
    ]
    return tuple(dict.fromkeys(c.id for c in [*named, *said[:1]]))


def _pronouns(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    """“…,” he said, where no man has been named or described before."""
    first = _first_mentions(context)
    for claim in claims:
        value = claim.value
        if not isinstance(value, QuotationValue) or value.speaker or claim.field != "body":
            continue
        pronoun = (value.speaker_text or "").lower()
        if pronoun not in _GENDER or first[_GENDER[pronoun]] < claim.span.start:
            continue
        if not _describes_someone(context, claim.span):
            yield Finding(
                FindingType.UNRESOLVED_REFERENCE,
                Severity.MEDIUM,
                f"A quotation is given to “{pronoun}”, but nobody has been named before whom that "
                "could mean.",
                (claim.id,),
            )


def _first_mentions(context: Context) -> dict[str, int]:
    """Where the body first names a man and a woman; -1 when a headline or the like does."""
    first = dict.fromkeys(_GENDER.values(), len(context.body.text))
    for document in context.documents:
        for mention in context.people.mentions(document.field):
            gender = context.people.person(mention.person_id).gender
            place = mention.span.start if document.field == "body" else -1
            for known in first if gender is None else (gender,):
                first[known] = min(first.get(known, place), place)
    return first


def _describes_someone(context: Context, span: Span) -> bool:
    """Whether the words before speak of a person: "the mayor", "two women"."""
    text = context.body.text[max(0, span.start - _BEFORE_PRONOUN) : span.start].lower()
    nouns = re.findall(r"\w+", text)
    return any(noun in _PEOPLE_NOUNS or noun.removesuffix("s") in _PEOPLE_NOUNS for noun in nouns)
