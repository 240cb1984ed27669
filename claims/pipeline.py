"""The one way in: find, link, cross-check, order."""

from __future__ import annotations

import collections
from collections.abc import Sequence

from claims import attribution, identity, linking, overlaps, priority
from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import EXTRACTORS
from claims.findings import FINDINGS
from claims.model import Article, Checklist, Claim, Finding, amended


def check(article: Article) -> Checklist:
    """The checklist of an article: every claim to be ticked, and what contradicts itself.

    Pure: the same article gives the same checklist, with the same ids, in the same order.
    """
    context = Context(article, find_anchor(article))
    claims = _in_order(_find(context), context)
    claims = overlaps.resolve(claims)
    claims = identity.assign(claims, dict(article.fields()))
    claims = linking.link(claims)
    claims = [amended(claim, attribution=attribution.attribute(claim, context)) for claim in claims]
    findings = _cross_check(context, claims)
    return Checklist(
        article=article,
        anchor=context.anchor,
        items=tuple(_put_in_words(claims, findings, context)),
        findings=findings,
    )


def _find(context: Context) -> list[Claim]:
    return [
        claim
        for document in context.documents
        for extractor in EXTRACTORS.values()
        for claim in extractor.find(document)
    ]


def _in_order(claims: list[Claim], context: Context) -> list[Claim]:
    fields = [document.field for document in context.documents]
    kinds = list(EXTRACTORS)
    return sorted(claims, key=lambda c: (fields.index(c.field), c.span, kinds.index(c.kind)))


def _cross_check(context: Context, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    found = [finding for find in FINDINGS.values() for finding in find(context, claims)]
    return tuple(identity.assign_finding(finding) for finding in found)


def _put_in_words(
    claims: Sequence[Claim], findings: Sequence[Finding], context: Context
) -> list[Claim]:
    naming: dict[str, list[Finding]] = collections.defaultdict(list)
    for finding in findings:
        for item in finding.items:
            naming[item].append(finding)
    dates = linking.dates_of_events(claims)
    out = []
    for claim in claims:
        extractor = EXTRACTORS[claim.kind]
        urgency, reasons = priority.rank(claim, naming[claim.id], context, dates)
        out.append(
            amended(
                claim,
                question=extractor.question(claim, context),
                references=tuple(extractor.references(claim, context)),
                priority=round(urgency, 2),
                reasons=reasons,
            )
        )
    return out
