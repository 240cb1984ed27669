"""One name spelt two ways: "Konsantin" beside "Konstantin", "Zelensky" beside "Zelenskyy"."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.document import Context
from claims.model import Claim, ClaimKind, Finding, FindingType, OfficeValue, Severity, Span
from claims.people import Person, lexicon, twins
from claims.people.registry import surname
from claims.people.spelling import distance, folded, sound
from claims.people.words import Word

_SHORTEST = 5
_ROUGH_CUT = 200  # persons; an article has fewer, a list of names is no article


@dataclass(frozen=True, slots=True)
class _Variant:
    """A way to spell a name, and where it first stands so."""

    word: str
    count: int
    field: str
    span: Span


def find(context: Context, claims: Sequence[Claim]) -> Iterator[Finding]:
    people = [p for p in context.people.persons if " " in p.name][:_ROUGH_CUT]
    told: set[str] = set()
    offices = _offices(claims)
    for n, first in enumerate(people):
        for second in people[n + 1 :]:
            pair = _same_but_for_a_slip(first, second) or _same_in_office(first, second, offices)
            if pair is not None:
                told.update(pair)
                yield _finding(first.name, second.name, _items(claims, [first, second]))
    for person, variant in _stray_surnames(context, people):
        if variant.word not in told:
            told.update((variant.word, surname(person.name)))
            items = _items(claims, [person]) or _covering(claims, variant)
            yield _finding(surname(person.name), variant.word, items)
    for one, other in twins.find(context):
        if one.text not in told and other.text not in told:
            told.update((one.text, other.text))
            items = (*_covering(claims, one), *_covering(claims, other))
            yield _finding(one.text, other.text, tuple(dict.fromkeys(items)))


def _finding(first: str, second: str, items: tuple[str, ...]) -> Finding:
    return Finding(
        FindingType.SPELLING_VARIANTS,
        Severity.MEDIUM,
        f"The article has both “{first}” and “{second}”.",
        items,
    )


def _items(claims: Sequence[Claim], people: Sequence[Person]) -> tuple[str, ...]:
    """The name items of these persons, else any item that covers a mention."""
    found = []
    for person in people:
        places = {(m.field, m.span) for m in person.mentions}
        named = [c.id for c in claims if c.kind is ClaimKind.NAME and (c.field, c.span) in places]
        found += named[:1]
    return tuple(found)


def _covering(claims: Sequence[Claim], variant: _Variant | twins.Spelling) -> tuple[str, ...]:
    """The narrowest item that holds the word, else one of its sentence; at most one."""
    here = [c for c in claims if c.field == variant.field and c.sentence.covers(variant.span)]
    here.sort(key=lambda c: (not c.span.overlaps(variant.span), c.span.end - c.span.start))
    return tuple(c.id for c in here[:1])


def _same_but_for_a_slip(first: Person, second: Person) -> tuple[str, str] | None:
    """The two words that differ, when all else in the names is the same."""
    ours, theirs = _plain(first.name), _plain(second.name)
    if len(ours) != len(theirs) or len(ours) < 2:
        return None
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a.lower() != b.lower()]
    if differing and [folded(w) for w in ours] == [folded(w) for w in theirs]:
        return differing[0]  # "Honoré", "Honore"
    if len(differing) != 1:
        return None
    a, b = differing[0]
    if not _near(a, b) or _related(a, b):
        return None
    if (a, b) == (ours[-1], theirs[-1]):  # surnames: two full names may be two persons
        rare = min(len(first.mentions), len(second.mentions)) == 1
        return (a, b) if rare and (sound(a) == sound(b) or min(len(a), len(b)) >= 7) else None
    one, other = lexicon.given(a), lexicon.given(b)
    if one is not None and other is not None:  # "Tim" and "Tom" are two names
        return (a, b) if sound(a) == sound(b) and one.gender == other.gender else None
    return (a, b)


def _offices(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Full name → the titles that the article gives the person, in lower case."""
    found: dict[str, set[str]] = collections.defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, OfficeValue):
            found[claim.value.person].add(claim.value.office.lower().removeprefix("the "))
    return found


def _same_in_office(
    first: Person, second: Person, offices: dict[str, set[str]]
) -> tuple[str, str] | None:
    """ "Transport Minister Hilde Stein", "the transport minister, Hilda Stein": one person."""
    ours, theirs = _plain(first.name), _plain(second.name)
    if ours[1:] != theirs[1:] or not _near(ours[0], theirs[0]):
        return None
    shared = offices.get(first.name, set()) & offices.get(second.name, set())
    return (ours[0], theirs[0]) if any(" " in office for office in shared) else None


def _plain(name: str) -> list[str]:
    """The name's words without initials, suffixes and accents of punctuation."""
    words = [word.strip(".,").replace("’", "'") for word in name.split()]
    return [w for w in words if len(w) > 1 and w.lower() not in lexicon.SUFFIXES]


def _stray_surnames(
    context: Context, people: Sequence[Person]
) -> Iterator[tuple[Person, _Variant]]:
    """Words that stand as a surname ("Mr. Zelenskyy", "Zelenskyy said") and are nearly one."""
    known: dict[str, Person] = {}
    for person in people:
        name = surname(person.name)
        if " " not in name and len(name) >= _SHORTEST and lexicon.given(name) is None:
            known.setdefault(name, person)
    if not known:
        return
    usual = {
        word
        for person in context.people.persons
        if " " in person.name
        for word in person.name.split()
    }
    by_sound = collections.defaultdict(list)
    for name in known:
        by_sound[name[0].lower()].append(name)
    for variant in _surname_like(context, usual)[:_ROUGH_CUT]:
        for name in by_sound[variant.word[0].lower()]:
            if _near(name, variant.word) and not _related(name, variant.word):
                if variant.count <= len(known[name].mentions):
                    yield known[name], variant
                break


def _surname_like(context: Context, usual: set[str]) -> list[_Variant]:
    counts: collections.Counter[str] = collections.Counter()
    first: dict[str, tuple[str, Span]] = {}
    small: set[str] = set()
    for document in context.documents:
        words = context.people.words(document.field)
        small.update(word.low for word in words if not word.capital)
        for n, word in enumerate(words):
            if word.text in usual or len(word.text) < _SHORTEST or not _stands_as_surname(words, n):
                continue
            counts[word.text] += 1
            first.setdefault(word.text, (document.field, Span(word.start, word.end)))
    return [
        _Variant(word, counts[word], *first[word])
        for word in counts
        if word.lower() not in small
        and word not in lexicon.COUNTRY_NAMES
        and word not in lexicon.NATIONS
        and word not in lexicon.PLACES
        and lexicon.given(word) is None
    ]


def _stands_as_surname(words: Sequence[Word], n: int) -> bool:
    word = words[n]
    if not word.capital or (n + 1 < len(words) and word.joined and words[n + 1].capital):
        return False
    before = words[n - 1] if n and words[n - 1].joined else None
    titled = before is not None and before.capital and lexicon.title(before.low) is not None
    if before is not None and before.capital and not titled:
        return False
    following = words[n + 1] if n + 1 < len(words) and word.joined else None
    return titled or (following is not None and following.low in lexicon.SPEECH)


def _near(a: str, b: str) -> bool:
    """One letter apart, or two in a long name, or the same in sound; the first letter the same."""
    a, b = folded(a), folded(b)
    shortest = min(len(a), len(b))
    if a[0] != b[0] or abs(len(a) - len(b)) > 2 or shortest < 4:
        return False
    if shortest < _SHORTEST and sound(a) != sound(b):
        return False
    apart = distance(a, b)
    if not apart:
        return False
    return apart == 1 or (apart == 2 and (shortest >= 8 or sound(a) == sound(b)))


def _related(a: str, b: str) -> bool:
    """Forms of one name that are both right: Ivanov and Ivanova, Kowalski and Kowalska."""
    short, long = sorted((a.lower(), b.lower()), key=lambda w: (len(w), w))
    if long in (short + "s", short + "es", short + "a"):
        return True
    return any(
        short.endswith(m) and long == short[: -len(m)] + f
        for m, f in (
            ("y", "a"),
            ("i", "a"),
            ("iy", "a"),
            ("sky", "skaya"),
            ("ski", "ska"),
            ("a", "i"),
            ("a", "y"),
            ("s", "nt"),
        )
    ) or {short[-2:], long[-2:]} in ({"ki", "ka"}, {"ky", "ka"}, {"is", "ou"}, {"us", "os"})
