"""Quotation marks that quote nobody: titles of works, nicknames, terms."""

from __future__ import annotations

import re

from claims.speech import words
from claims.speech.reading import Said
from claims.speech.units import Token

_NEAR_A_LABEL = 9  # tokens: "called the winner “Miss Daisy” and “Miss Lily”"
_SMALL = frozenset(
    "a an the of in on at to for and or but with from by as is de la le du vs v nor into".split()
)
_WORDS = re.compile(r"[\w’'-]+")


def is_name_or_label(said: Said, text: str) -> bool:
    tokens, n = said.unit.tokens, said.token
    inner = text[said.quote.inner.start : said.quote.inner.end]
    held = _WORDS.findall(inner)
    if not held or len(held) > 12 or said.alone:
        return False
    before = tokens[n - 1] if n else None
    if not _is_title_case(held):
        return _follows_term(tokens, n) and (not _is_said(said) or _is_denied(said))
    if inner.rstrip()[-1:] in "?!" and _is_said(said):
        return False
    if said.kind == "name" and said.near <= _NEAR_A_LABEL:
        return False
    return not (_is_said(said) and said.near <= 1 and before is not None and before.text in ",:")


def _is_said(said: Said) -> bool:
    return said.kind is not None and said.kind != "judge"


def _is_denied(said: Said) -> bool:
    """ "did not use the word “coup”"."""
    cue = said.token - said.near - 1
    before = said.unit.tokens[max(0, cue - 3) : max(0, cue)]
    return any(t.low in ("not", "never") or t.low.endswith(("n't", "n’t")) for t in before)


def _is_title_case(held: list[str]) -> bool:
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in held)


def _follows_term(tokens: tuple[Token, ...], n: int) -> bool:
    """so-called “reset”, the word “killer”, known as “consultations”"""
    return any(t.low in words.TERMS | words.WORKS for t in tokens[max(0, n - 2) : n])
