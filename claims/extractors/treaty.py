"""Treaties, conventions, accords: known ones with their dates, unknown ones by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Context, Document
from claims.model import Claim, ClaimKind, Reference, TreatyValue
from claims.treaties import Mention, mentions

_PLURAL = re.compile(r"(?:[Aa]greements|[Aa]ccords|Conventions|Treaties|Protocols)(?: \(|$)")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def find(document: Document) -> Iterator[Claim]:
    for mention in mentions(document):
        span = mention.span
        yield Claim(
            kind=ClaimKind.TREATY,
            field=document.field,
            span=span,
            exact=document.text[span.start : span.end],
            sentence=document.sentence_at(span.start).span,
            value=_value(mention),
        )


def _value(mention: Mention) -> TreatyValue:
    treaty = mention.treaty
    if treaty is None:
        return TreatyValue(
            name=mention.name,
            known=bool(mention.candidates),
            article=mention.article,
            year_in_text=mention.year,
        )
    return TreatyValue(
        name=treaty.name,
        known=True,
        aliases=treaty.aliases,
        adopted=treaty.adopted,
        signed=treaty.signed,
        in_force=treaty.in_force,
        ended=treaty.ended,
        parties=treaty.parties,
        article=mention.article,
        year_in_text=mention.year,
    )


# ---- the question -----------------------------------------------------------------------------


def question(claim: Claim, context: Context) -> str:
    value = claim.value
    assert isinstance(value, TreatyValue)
    the = with_article(value.name)
    cited = _cited(value.article)
    if not value.known:
        if cited:
            return f"{cited} of {the} say what the article takes from it?"
        return f"Is there a treaty called “{value.name}”, and is it described rightly?"
    if cited:
        return f"{cited} of {the}{_in_brackets(value)} say what the article takes from it?"
    history = _history(value)
    if value.year_in_text and history:
        return f"Is {value.year_in_text} the right year for {the}, {history}?"
    if history:
        return f"{'Were' if _PLURAL.search(value.name) else 'Was'} {the} {history}?"
    if value.year_in_text:
        return f"Is {value.year_in_text} the right year for {the}?"
    return f"Is {the} the treaty that is meant here, and is it described rightly?"


def with_article(name: str) -> str:
    """Names take the article but for "New START", "NAFTA", "Minsk II"."""
    plain = name.split(" (")[0]
    bare = plain.isupper() or plain.endswith((" I", " II", " START", " III")) or "'s " in plain
    return name if bare or plain.startswith("The ") else f"the {name}"


def _cited(article: str | None) -> str | None:
    """How the question begins: "Does Article 5", "Do Articles 3 and 4", "Does Chapter VII"."""
    if article is None:
        return None
    if article[0].isalpha() and not article.isupper():
        return f"Does {article}"
    several = any(mark in article for mark in (",", " ", "-", "–"))
    return f"{'Do Articles' if several else 'Does Article'} {article}"


def _in_brackets(value: TreatyValue) -> str:
    history = _history(value)
    return f" ({history})" if history else ""


def _history(value: TreatyValue) -> str:
    """As in "signed on 8 December 1987 and in force from 1 June 1988 until 2 August 2019"."""
    parts = []
    if value.signed:
        parts.append(f"signed {_on(value.signed)}")
    elif value.adopted:
        parts.append(f"adopted {_on(value.adopted)}")
    if value.in_force and value.ended:
        parts.append(f"in force from {_day(value.in_force)} until {_day(value.ended)}")
    elif value.in_force:
        parts.append(f"in force from {_day(value.in_force)}")
    elif value.ended:
        parts.append(f"at an end since {_day(value.ended)}")
    return " and ".join(parts)


def _on(iso: str) -> str:
    return f"{'on' if len(iso) == 10 else 'in'} {_day(iso)}"


def _day(iso: str) -> str:
    """Dates in words: "1987-12-08" → "8 December 1987", "1987-12" → "December 1987"."""
    year, *rest = iso.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year.lstrip("0")])


# ---- references -------------------------------------------------------------------------------

_COLLECTION = Reference("United Nations Treaty Collection", "https://treaties.un.org/")


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    """What the table names for this treaty, then the general collection."""
    assert isinstance(claim.value, TreatyValue)
    found = _TABLE.get(claim.value.name)
    if found is None or found == _COLLECTION:
        return (_COLLECTION,)
    return (found, _COLLECTION)


def _table() -> dict[str, Reference]:
    from claims.treaties import treaties

    return {t.name: t.reference for t in treaties() if t.reference}


_TABLE = _table()
