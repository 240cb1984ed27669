"""Which quoted stretches are someone’s words, and which are titles, terms and scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.speech import words
from claims.speech.said import Said
from claims.speech.shapes import singular
from claims.speech.units import Token
from claims.speech.verbs import verb_forms

_NEAR_A_LABEL = 9  # tokens: "called the winner “Miss Daisy” and “Miss Lily”"
_NEAR_A_SLOGAN = 4
_LONGEST_OWNED = 6  # words
_SMALL = frozenset(
    "a an the of in on at to for and or but with from by as is de la le du vs v nor into".split()
)
# What one does with a work that has a title.
_PERFORMED = frozenset("broadcast pen read recite sing write".split())
# By these somebody judges; a title that follows them is that of no work.
VERDICTS = frozenset("brand condemn declare deem denounce judge label pronounce rate".split())
_WORDS = re.compile(r"[\w’'-]+")


def quotations(said: Sequence[Said], text: str, headline: bool = False) -> Iterator[Said]:
    """Those of the quoted stretches that the article presents as someone’s own words.

    In a ``headline`` there is no room to say whose they are: "Minister ‘sorry’ for delays".
    """
    previous: Said | None = None
    for stretch in said:
        if (
            is_quotation(stretch, text)
            or _is_coordinated(stretch, previous, text)
            or (headline and _is_headline_s(stretch, text))
        ):
            previous = stretch
            yield stretch


def is_quotation(said: Said, text: str) -> bool:
    """Whether the article presents the words as someone's own."""
    if is_name_or_label(said, text):
        return False
    if said.alone or said.quote.continued or said.quote.recovered:
        return True
    if said.kind is not None:
        return _is_near_enough(said, text)
    if said.speaker is not None and _follows_as(said):
        return True
    if _is_somebody_s(said, text) or _is_example(said):
        return True
    return _is_clause(text[said.quote.inner.start : said.quote.inner.end])


def _is_near_enough(said: Said, text: str) -> bool:
    """Whether words in marks somewhere after a word of saying are that speaker’s words.

    Not so far from "condemned", not a word or two after "his claim that", and not a lone word deep
    in what unnamed people say: there they are as likely the writer’s marks.
    """
    length = len(text[said.quote.inner.start : said.quote.inner.end].split())
    if said.kind == "judge":
        return said.near <= 12
    if said.kind == "noun":
        return length >= 3 or said.near <= 2 or _follows_as(said)
    unnamed = said.speaker is not None and said.speaker.anonymous
    return not (unnamed and length == 1 and said.near > 12)


def _is_coordinated(said: Said, previous: Said | None, text: str) -> bool:
    """The second of “a thief” and a “liar”: what holds for the first holds for it."""
    if previous is None or previous.unit is not said.unit:
        return False
    between = said.unit.tokens[previous.token + 1 : said.token]
    joined = any(t.low in ("and", "or") for t in between) and len(between) <= 3
    return joined and (_is_title_case(_held(previous, text)) or not is_name_or_label(said, text))


def _follows_as(said: Said) -> bool:
    """“pounded his rival as a “con artist””: somebody’s label for somebody."""
    before = [t.low for t in _before(said, 2)]
    return "as" in before and before[-1] in ("as", "a", "an", "the")


def _is_somebody_s(said: Said, text: str) -> bool:
    """As in "Ms. Ito’s “simple truths”", "his “friends” abroad": the words are the owner's.

    Not "the port's “dry dock”": what a thing or a body has is called so by its trade.
    """
    if said.token == 0 or len(_held(said, text)) > _LONGEST_OWNED:
        return False
    owner = said.unit.tokens[said.token - 1]
    if owner.low in ("his", "her"):
        return True
    if said.owner is None:
        return False
    described = singular(said.owner.text.lower()[:-2].split()[-1]) in words.ROLES
    return described or said.owner.person_id is not None


def _is_example(said: Said) -> bool:
    """As in "insults, like “thief”", "slogans such as “No more”"."""
    before = [t.low for t in _before(said, 4)]
    leads = before[-1:] in (["like"], ["including"]) or before[-2:] == ["such", "as"]
    return leads and any(word in words.UTTERANCES for word in before)


def _is_clause(words: str) -> bool:
    """Long enough, and not in title case, to be more than a term: four words."""
    held = re.findall(r"[\w’'-]+", words)
    return len(held) >= 4 and sum(w[0].isupper() for w in held) < len(held) / 2


def is_name_or_label(said: Said, text: str) -> bool:
    tokens, n = said.unit.tokens, said.token
    inner = text[said.quote.inner.start : said.quote.inner.end]
    held = _held(said, text)
    if not held or len(held) > 12 or said.alone:
        return False
    before = tokens[n - 1] if n else None
    if not _is_title_case(held) or _is_headline(said):
        return _follows_term(tokens, n) and (not _is_said(said) or _is_denied(said))
    if inner.rstrip()[-1:] in "?!" and _is_said(said):
        return False
    if _is_said(said) and (_is_object(said) or _is_described(said)):
        return False
    if said.kind == "name" and said.speaker is not None and said.near <= _NEAR_A_LABEL:
        return False
    if said.near == 0 and before is not None and _lemma(before.low) in VERDICTS:
        return False
    if _is_said(said) and before is not None and before.low == "as":
        return False
    if _is_said(said) and said.near <= 1 and before is not None and before.text in ",:":
        return False
    return not _is_slogan(said)


def _is_slogan(said: Said) -> bool:
    """As in "proclaimed a goal of “Unity Now”", not in "said Ms. Ito, author of “Tides”"."""
    if said.kind != "say" or said.source is None or not 1 < said.near <= _NEAR_A_SLOGAN:
        return False
    between = said.unit.tokens[said.token - said.near : said.token]
    if any(not t.is_word or t.capitalised or t.low in words.WORKS for t in between):
        return False
    return said.source.start < between[0].start and between[-1].low in ("of", "a", "the")


def _is_said(said: Said) -> bool:
    return said.kind is not None and said.kind != "judge"


def _is_denied(said: Said) -> bool:
    """As in "did not use the word “coup”"."""
    cue = said.token - said.near - 1
    before = said.unit.tokens[max(0, cue - 3) : max(0, cue)]
    return any(t.low in ("not", "never") or t.low.endswith(("n't", "n’t")) for t in before)


def _before(said: Said, count: int) -> tuple[Token, ...]:
    return said.unit.tokens[max(0, said.token - count) : said.token]


def _held(said: Said, text: str) -> list[str]:
    return _WORDS.findall(text[said.quote.inner.start : said.quote.inner.end])


def _is_headline(said: Said) -> bool:
    """Whether all the sentence has capitals, so that those of the stretch tell nothing."""
    outside = [t for t in said.unit.tokens if t.is_word and len(t.text) > 3]
    return len(outside) >= 3 and sum(t.capitalised for t in outside) >= 0.8 * len(outside)


def _is_headline_s(said: Said, text: str) -> bool:
    """Words in a headline that are neither a title nor a term: not "Star of ‘The Office’ dies"."""
    after = said.unit.tokens[said.token + 1 : said.token + 2]
    if said.token == 0 and after and after[0].text == ":":
        return True
    return not _is_title_case(_held(said, text)) and not is_name_or_label(said, text)


def _is_object(said: Said) -> bool:
    """Right after the word of saying, as in "specified “Christian”", not "sang “Tides”"."""
    before = said.unit.tokens[said.token - 1] if said.token else None
    if before is None or said.near or said.cue != before.text:
        return False
    borne = any(t.low in words.CARRIERS for t in _before(said, 4))
    return borne or _lemma(before.low) not in {None, *_PERFORMED}


def _lemma(word: str) -> str | None:
    verb = verb_forms().get(word)
    return verb.lemma if verb else None


def _is_described(said: Said) -> bool:
    """What a speaker gives a name to, as in "feared a “Third Flood.”"."""
    tokens, n = said.unit.tokens, said.token
    closes = n + 1 == len(tokens) or not tokens[n + 1].is_word
    return said.speaker is not None and closes and n > 0 and tokens[n - 1].low in ("a", "an")


def _is_title_case(held: list[str]) -> bool:
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in held)


def _follows_term(tokens: tuple[Token, ...], n: int) -> bool:
    """so-called “reset”, the word “killer”, known as “consultations”"""
    before = [t.low for t in tokens[max(0, n - 2) : n]]
    if before[-1:] == ["as"]:
        return before[0] in ("known", "titled")
    return any(word in words.TERMS | words.WORKS for word in before)
