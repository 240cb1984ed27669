"""The verbs by which an article says that someone said something.

Classes: ``say`` takes a clause and may stand before its subject ("said Ms. Ito"); ``think`` takes
a clause; ``name`` puts a label on something ("called it a “farce”"); ``judge`` is an act of speech
that takes a noun ("condemned", "praised").
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from claims.tables import rows

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Verb:
    """One form: ``shape`` is ``base``, ``s``, ``past`` or ``ing``; ``kind`` its class.

    ``noun``: the base and the s-form are nouns as well ("claims", "call").
    """

    lemma: str
    kind: str
    shape: str
    noun: bool


@functools.cache
def verb_forms() -> dict[str, Verb]:
    """Every form in lower case to its verb; ``claims/data/speech_verbs.tsv``, own list."""
    forms: dict[str, Verb] = {}
    for row in rows("speech_verbs"):
        for form, shape in _inflect(row["lemma"], row["irregular"].split()):
            forms.setdefault(form, Verb(row["lemma"], row["class"], shape, row["noun"] == "yes"))
    return forms


def _inflect(lemma: str, irregular: list[str]) -> list[tuple[str, str]]:
    participles = [form for form in irregular if form.endswith("ing")]
    pasts = [form for form in irregular if not form.endswith("ing")]
    yields = lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    stem = lemma[:-1] if yields else lemma
    if lemma.endswith("e"):
        pasts, participles = pasts or [lemma + "d"], participles or [lemma[:-1] + "ing"]
    sibilant = lemma.endswith(("s", "x", "z", "sh", "ch"))
    third = stem + ("ies" if yields else "es" if sibilant or lemma == "echo" else "s")
    return [
        (lemma, "base"),
        (third, "s"),
        *((form, "past") for form in pasts or [stem + ("ied" if yields else "ed")]),
        *((form, "ing") for form in participles or [lemma + "ing"]),
    ]
