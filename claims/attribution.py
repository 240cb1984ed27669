"""Who vouches for a claim: the article's own voice, a quoted speaker, or a reported source."""

from __future__ import annotations

from claims.document import Context
from claims.model import Attribution, AttributionMode, Claim
from claims.speech import Speaker, words

_PRONOUNS = frozenset("he she they it we i his her their its some others many who".split())


def attribute(claim: Claim, context: Context) -> Attribution:
    """The attribution of a claim whose extractor has not set one.

    A claim inside a quotation is the speaker's; one in reported speech ("…, officials said") is the
    source's; that the source is "Ana Ito, the mayor" is the article's own. A source without a name
    is marked so: "analysts (unnamed)".
    """
    if claim.attribution:
        return claim.attribution
    speech = context.document(claim.field).speech
    quotation = speech.quotation_at(claim.span)
    if quotation:
        return Attribution(AttributionMode.DIRECT_QUOTE, source_name(quotation.speaker))
    report = speech.report_at(claim.span)
    if report and not report.source.overlaps(claim.span):
        return Attribution(AttributionMode.REPORTED, source_name(report.speaker))
    return Attribution()


def source_name(speaker: Speaker | None) -> str | None:
    """The source as a checker reads it: a full name, a body, "two officials (unnamed)", or None."""
    if speaker is None:
        return None
    if speaker.name:
        return speaker.name
    if speaker.text.lower() in _PRONOUNS:
        return "unnamed source" if speaker.anonymous else None
    text = speaker.text
    if words.is_common(text.split()[0]):  # "Two officials", not "FBI agents"
        text = text[0].lower() + text[1:]
    return f"{text} (unnamed)" if speaker.anonymous else text
