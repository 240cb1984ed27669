"""First, last, only, largest, "second largest", "never before", record: facts, not opinions.

Every word that may open a superlative is looked at once, with the words around it; a judge of its
own form says whether it is a claim that can be looked up, or an opinion, a name, an idiom or the
number of a step:

=================  ===============================================================
:mod:`.candidates`  the words that are looked at
:mod:`.graded`      "the largest", "second-largest", "most populous", "the worst since 1953"
:mod:`.first`       "the first woman to", "the third person to", "inaugural"
:mod:`.last`        "the last surviving", "his final film"
:mod:`.alone`       "the only", "never before", "faster than any other", "no one has ever"
:mod:`.records`     "a record $3.2 billion", "an all-time low", "No. 1"
:mod:`.place`       what stands around a candidate, which all judges ask
=================  ===============================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims import clauses
from claims.document import Context, Document
from claims.extractors.superlative import alone, first, graded, last, records
from claims.extractors.superlative.candidates import scan
from claims.extractors.superlative.place import Found, Place, place_of
from claims.model import Claim, ClaimKind, Reference, Span, SuperlativeValue
from claims.scope import scope_of, subject_of

# The group of CANDIDATE that matched, and who judges it; the first of the table that matched.
_JUDGES: tuple[tuple[str, Callable[[Place], Found | None]], ...] = (
    ("peak", records.peak),
    ("newpeak", records.new_peak),
    ("broken", records.broken),
    ("ranked", graded.ranked),
    ("adjective", graded.adjective),
    ("most", graded.most),
    ("outright", graded.outright),
    ("onlynth", alone.only_nth),
    ("oneofonly", alone.one_of_only),
    ("foundonly", alone.found_only),
    ("only", alone.only),
    ("streak", first.streak),
    ("first", first.first),
    ("last", last.last),
    ("opening", first.opening),
    ("record", records.record),
    ("numberone", records.number_one),
    ("personal", records.personal_best),
    ("never", alone.never),
    ("nobody", alone.nobody),
    ("beyond", alone.beyond),
    ("thanany", alone.than_any),
    ("unlike", alone.unlike),
)


def find(document: Document) -> Iterator[Claim]:
    text = document.text
    dated = _Stretches(document)
    reached = 0
    for match in scan(text):
        place = place_of(text, match)
        found = next(judge(place) for kind, judge in _JUDGES if match[kind])
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

    def hold(self, found: Found) -> bool:
        while self._at < len(self._timexes) and self._timexes[self._at].end <= found.start:
            self._at += 1
        return self._at < len(self._timexes) and self._timexes[self._at].start < found.end


def question(claim: Claim, context: Context) -> str:
    """ "Is “second-largest” (in Africa) right, said of Kenya, in “Kenya is the …”?"

    A noun that follows stands with it: "Is “first woman” right, in “…”?"
    """
    value = claim.value
    assert isinstance(value, SuperlativeValue)
    exact = " ".join(claim.exact.split())
    subject = " ".join(value.subject.split()) if value.subject else ""
    document = context.document(claim.field)
    behind = " ".join(document.text[claim.span.end : claim.span.end + 90].split())
    if subject and behind.startswith(subject):
        exact, subject = f"{exact} {subject}", ""
    of = f", said of {subject}" if subject else ""
    scope = f" ({_within(value.scope)})" if value.scope else ""
    return f"Is “{exact}”{scope} right{of}, in {clauses.quoted(clauses.told(context, claim))}?"


def _within(scope: str) -> str:
    """ "in Europe", "since 2008"; "of the world" for the owner of "the world’s largest"."""
    words = " ".join(scope.split())
    if words.startswith("The "):
        words = f"the {words[4:]}"
    return words if words.split(" ")[0] in _WITHIN else f"of {words}"


_WITHIN = frozenset(
    "in on of for since outside across ever to so thus yet anywhere this than within".split()
)


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    return (Reference("Whoever keeps the record, and who or what might have come before"),)
