"""One field of an article with its persons at hand: who is meant, who is the subject of a verb."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match
from typing import TYPE_CHECKING

from claims.model import Span
from claims.people import People, PersonMention, lexicon
from claims.people.words import Word
from claims.quantities.numerals import low

if TYPE_CHECKING:
    from claims.document import Document

NEAR = 250
_SUBJECTS = frozenset({"he", "she", "who"})
_PRONOUN = re.compile(r"\b(he|she|his|her)\b", re.I)
_RELATIVES = frozenset(
    "father mother wife husband brother sister son daughter parents grandfather grandmother uncle "
    "aunt cousin widow widower fiancé fiancée twin".split()
)
_AUXILIARIES = frozenset(
    "will would was were is had has have been also later then suddenly peacefully reportedly "
    "allegedly himself herself first never recently twice eventually finally apparently "
    "both".split()
)
_MANY = frozenset("people men women children those others all many some both two three".split())
_HONORIFICS = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Dame Rev Prof Sgt Cpl Pvt Capt Lt".split())
_QUOTED_GAP = ' ,"”“’'
# ", a", " — the", " is a retired" between a name and "43-year-old"
_APPOSED = re.compile(r"(?:,| —| \(| is| was),? (?:an? |the )?(?:[a-z]+ )?")
# ", on", " peacefully at home on", " early in", " of cancer on": then a date follows
_BEFORE_DATE = re.compile(
    r"(?:,? (?:(?:peacefully|suddenly|at home|in hospital|there|here|later) )?"
    r"(?:(?:on|in|early|late) ){0,2})?"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """``fact``: ``age``, ``birth``, ``death``, ``kinship``; ``person`` as first named in full.

    ``present``: an age that stands beside the name and holds for the time of the article.
    """

    span: Span
    person: str | None
    fact: str
    number: int | None = None
    present: bool = False


class Reader:
    """A person is told by the full name; ``""`` is a person who is not named, None nobody."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.low = low(document.text)
        self.people: People = document.context.people
        self.mentions = self.people.mentions(document.field)
        self.words = self.people.words(document.field)
        self._ends = [mention.span.end for mention in self.mentions]
        self._starts = [word.start for word in self.words]
        self._timex_starts = [timex.start for timex in document.timexes]

    # ---- places -----------------------------------------------------------------------------

    def near(
        self, pattern: re.Pattern[str], cue: str, *, before: int, after: int
    ) -> Iterator[Match[str]]:
        """Matches of the pattern, in lower case, around each place of the cue, in order.

        Looking for the cue first is several times as fast as trying a pattern at every word.
        """
        done = 0
        at = self.low.find(cue)
        while at != -1:
            start, end = max(done, at - before), at + len(cue) + after
            for match in pattern.finditer(self.low, start, end):
                yield match
                done = match.end()
            at = self.low.find(cue, at + len(cue))

    def sentence(self, offset: int) -> Span:
        return self.document.sentence_at(offset).span

    def word_from(self, offset: int) -> int:
        """The index of the first word at or after the offset."""
        return bisect.bisect_left(self._starts, offset)

    def word_before(self, offset: int) -> Word | None:
        """The last word that starts before the offset."""
        n = self.word_from(offset) - 1
        return self.words[n] if n >= 0 else None

    def name(self, mention: PersonMention) -> str:
        return self.people.person(mention.person_id).name

    def before(self, offset: int) -> PersonMention | None:
        """The mention that ends last before the offset."""
        n = bisect.bisect_right(self._ends, offset) - 1
        return self.mentions[n] if n >= 0 else None

    def mention_from(self, offset: int, within: int) -> PersonMention | None:
        """The next mention, if it starts at most ``within`` characters on."""
        n = bisect.bisect_right(self._ends, offset)
        if n < len(self.mentions) and offset <= self.mentions[n].span.start <= offset + within:
            return self.mentions[n]
        return None

    def timex_after(self, offset: int) -> tuple[int | None, int | None]:
        """(end, year) of a date that follows at once, with its preposition."""
        lead = _BEFORE_DATE.match(self.text, offset)
        reach = lead.end() if lead else offset
        n = bisect.bisect_left(self._timex_starts, offset)
        if n < len(self._timex_starts) and self._timex_starts[n] <= reach:
            timex = self.document.timexes[n]
            if timex.type in ("DATE", "TIME"):
                written = timex.value[:4]
                year = written.isdigit() and written in self.text[timex.start : timex.end]
                return timex.end, int(written) if year else None
        return None, None

    def capitals_end(self, offset: int) -> int | None:
        """The end of the capitalised words that start at the offset: "Leeds, England"."""
        n = self.word_from(offset)
        end = None
        while n < len(self.words) and self.words[n].capital:
            end = self.words[n].end
            if not self.words[n].joined and self.words[n].gap != ", ":
                break
            n += 1
        return end

    def given_name_end(self, offset: int) -> int | None:
        """The end of a given name that stands at the offset: "son of | Albert"."""
        n = self.word_from(offset)
        if n == len(self.words) or self.words[n].start != offset:
            return None
        known = lexicon.given(self.words[n].text)
        return self.words[n].end if known is not None and not known.weak else None

    # ---- who --------------------------------------------------------------------------------

    def named_near(self, offset: int) -> str | None:
        """The person named last before the offset in the same sentence, else first after it."""
        sentence = self.sentence(offset)
        before = self.before(offset)
        if before is not None and before.span.start >= sentence.start:
            return self.name(before)
        pronoun = _PRONOUN.search(self.text, max(sentence.start, offset - NEAR), offset)
        if pronoun and (meant := self.meant(pronoun.group(1), pronoun.start())):
            return meant
        after = self.mention_from(offset, within=min(NEAR, sentence.end - offset))
        return self.name(after) if after is not None else None

    def meant(self, pronoun: str, offset: int) -> str | None:
        """The person that "he" or "her" means."""
        gender = "m" if pronoun.lower() in ("he", "his") else "f"
        return self.people.latest(self.document.field, offset, gender)

    def subject(self, offset: int) -> str | None:
        """The person that words at the offset are likely to be about."""
        named = self.named_near(offset)
        if named is None:
            before = self.before(offset)
            near = before is not None and offset - before.span.end < 300
            return self.name(before) if before is not None and near else None
        return named

    def participle_subject(self, match: Match[str]) -> str | None:
        """The subject after "Born in 1950 in Leeds, …"."""
        sentence = self.sentence(match.start())
        comma = self.text.find(",", match.end(), sentence.end)
        while comma != -1:
            ahead = self.mention_from(comma, within=30)
            if ahead is not None:
                return self.name(ahead)
            for pronoun in ("he", "she"):
                if self.text.startswith(f", {pronoun} ", comma):
                    return self.meant(pronoun, comma) or ""
            comma = self.text.find(",", comma + 1, sentence.end)
        return None

    def apposed_to(self, offset: int) -> str | None:
        """The name that "…, a 43-year-old man" explains."""
        before = self.before(offset)
        if before is None or offset - before.span.end > 30:
            return None
        between = self.text[before.span.end : offset]
        return self.name(before) if _APPOSED.fullmatch(between) else None

    def direct_subject(self, offset: int, *, loose: bool = False) -> str | None:
        """The person that is the subject of the verb at ``offset``: "" if unnamed, None if none.

        ``loose``: auxiliaries and an apposition may stand between.
        """
        n = self.word_from(offset) - 1
        steps = 0
        while n >= 0 and steps < (4 if loose else 1):
            word = self.words[n]
            before = self.before(word.end)
            if (
                before is not None
                and before.span.start <= word.start
                and word.end <= before.span.end + 1
                and not word.possessive
            ):
                return self.name(before)
            gap = word.gap.strip(_QUOTED_GAP)
            if gap and gap not in (")", "—") and not gap.isdigit():
                return None
            if word.low in _SUBJECTS:
                if word.low == "who":
                    return None if self._of_many(n) else self.subject(word.start) or ""
                return self.meant(word.low, word.start) or ""
            if word.low in _RELATIVES or word.low == "year-old":  # "the 38-year-old died"
                return ""
            if word.low in ("and", "but") and loose:
                return self._sentence_subject(offset)
            if loose and word.low in _AUXILIARIES:
                n -= 1
                steps += 1
                continue
            if loose and word.gap.lstrip('”’"').startswith(",") and steps <= 2:
                return self._explained(offset)
            return None
        return None

    def _of_many(self, who: int) -> bool:
        """Whether "who" (the index of the word) stands for several: "doctors who have died"."""
        if not who:
            return False
        word = self.words[who - 1]
        mention = self.before(word.end + 1)
        if mention is not None and mention.span.end >= word.end:
            return False
        many = word.low.endswith("s") and not word.low.endswith(("ss", "us"))
        return many or word.low in _MANY

    def opening_subject(self, match: Match[str], end: int) -> str | None:
        """The person that the match opens with, by name or pronoun, before ``end``."""
        opening = match.group().split()[0]
        if opening.lower() in ("he", "she"):
            return self.meant(opening, match.start()) or ""
        if opening == "who":
            return self.subject(match.start()) or ""
        mention = self.before(end)
        within = mention is not None and mention.span.end > match.start()
        return self.name(mention) if mention is not None and within else None

    def sentence_subject_after_semicolon(self, offset: int) -> str | None:
        """ "born …; died 3 May 2004" in a table of a life."""
        return self._sentence_subject(offset) if self.text[offset - 2 : offset] == "; " else None

    def _sentence_subject(self, offset: int) -> str | None:
        """The person that the sentence opens with: "She was born in 1950 and died in 1997"."""
        start = self.sentence(offset).start
        mention = self.mention_from(start, within=2) or self.mention_from(start, within=40)
        if mention is not None:
            lead = mention.title.start if mention.title else mention.span.start
            if (
                lead <= start + 2
                or self.text[start : mention.span.start].rstrip(" .") in _HONORIFICS
            ):
                return self.name(mention)
        opening = _PRONOUN.match(self.text, start)
        if opening and opening.group(1) in ("He", "She"):
            return self.meant(opening.group(1), start) or ""
        return None

    def _explained(self, offset: int) -> str | None:
        """The name that an apposition parts from its verb: "Ann Lee, a teacher, died"."""
        before = self.before(offset)
        sentence = self.sentence(offset)
        if before is None or before.span.start < sentence.start:
            return None
        between = self.text[before.span.end : offset]
        if between == ", ":  # "his father, Ann Lee, died"; "Ann Lee, a son of Tom Hall, died"
            last = self.word_before(before.span.start)
            other = self.before(before.span.start)
            inside = last is not None and last.low == "of" and other is not None
            return self.name(other if inside and other is not None else before)
        enclosed = between.startswith((",", " (")) and between.count(",") in (2, 3)
        return self.name(before) if enclosed else None
