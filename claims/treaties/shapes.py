"""Names that the table does not know, told by their shape and by the words around them.

"the La Marsa Convention", "the Franco-Haitian Agreement", "the Treaty of Morfontaine", "the
Convention for the Conservation of …" are listed; a party's convention, a car, a firm's merger
agreement, "the treaty" alone are not.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.countries import COUNTRIES, Kind
from claims.treaties import cues, titles
from claims.treaties.gazetteer import is_bracketed, joined
from claims.treaties.vocabulary import HEADS, VOCABULARY
from claims.treaties.words import Word

_ODD_CASE = re.compile(r"[a-z][A-Z]{2}")  # "RibbenTRUMP", not "McMahon"
_LONGEST_NAME = 8
_BODIES = ("un", "eu")
_PLACES = (Kind.CAPITAL, Kind.SEAT, Kind.NOT)
# What firms agree on as well: "the 2021 Partnership Agreement" is no treaty by its year alone.
_FIRMS_TOO = frozenset(
    "partnership cooperation trade free investment tax patent assistance".split()
)
_HYPHENS = ("-", "–", "—", "‑")


@dataclass(frozen=True, slots=True)
class Shape:
    """A name: words ``first`` to ``last`` (inclusive), its head at ``head``."""

    first: int
    head: int
    last: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What the rules look at: the words before the head, and of the title after it."""

    text: str
    head: Word
    before: tuple[Word, ...]
    title: tuple[Word, ...]
    article: bool

    @property
    def kind(self) -> str:
        """Which rule decides: "accords" and "agreement" share a key, but are not used alike."""
        agreement = self.head.key == "accord" and self.head.text[1] == "g"
        return "agreement" if agreement else self.head.key

    @property
    def telling(self) -> list[Word]:
        """Words that name something: neither small talk nor themes."""
        known = VOCABULARY.weak | VOCABULARY.themes
        return [w for w in self.before if w.capital and w.key not in known and not _is_state(w)]

    @property
    def themes(self) -> list[Word]:
        return [w for w in self.before if w.key in VOCABULARY.themes]

    @property
    def strong(self) -> bool:
        return any(w.key in VOCABULARY.strong_themes for w in self.before)

    @property
    def paired(self) -> bool:
        """Two capitals joined by a hyphen: "Franco-Haitian", "Taft–Katsura"."""
        return any(
            left.capital and right.capital and right.gap in _HYPHENS and len(left.text) > 1
            for left, right in itertools.pairwise(self.before)
            if not (left.key in VOCABULARY.themes and right.key in VOCABULARY.themes)
        )

    @property
    def placed(self) -> bool:
        """Named after a capital, where treaties are made: "Brazzaville Protocol"."""
        return len(self.telling) == 1 and any(
            surface.kind is Kind.CAPITAL and surface.text == self.telling[0].text
            for surface in COUNTRIES.by_first_word.get(self.telling[0].text, ())
        )

    @property
    def titled(self) -> bool:
        """With a title: "the Agreement on Ending the War", "a Multilateral Agreement on Tax"."""
        capitals = sum(w.capital for w in (*self.before, *self.title))
        return bool(self.title) and capitals >= 2 and self.article

    @property
    def treated(self) -> bool:
        """Amid treaty talk: "signed the …", "… entered into force"."""
        return cues.treated(self.text, *self._place)

    @property
    def dated(self) -> bool:
        """With a year: "the 1885 Berlin Agreement"."""
        return cues.year_of(self.text, *self._place) is not None

    @property
    def followed_by_year(self) -> bool:
        return cues.year_after(self.text, self._place[1]) is not None

    @property
    def _place(self) -> tuple[int, int]:
        every = (*self.before, self.head, *self.title)
        return every[0].start, every[-1].end


def _is_state(word: Word) -> bool:
    """Whether the word is a state's name or adjective; a capital is where treaties are made."""
    surfaces = COUNTRIES.by_first_word.get(word.text, ())
    return any(s.text == word.text and s.kind not in _PLACES for s in surfaces) or (
        word.key in ("us", "uk", "eu", "un")
    )


def find(text: str, found: Sequence[Word], taken: frozenset[int]) -> list[Shape]:
    """Every name of unknown shape whose words are not ``taken`` by known names."""
    out: list[Shape] = []
    done = -1
    for at, word in enumerate(found):
        if word.key not in HEADS or at in taken or at <= done:
            continue
        shape = _shape(text, found, taken, at)
        if shape:
            out.append(shape)
            done = shape.last
    return out


def _shape(text: str, found: Sequence[Word], taken: frozenset[int], head: int) -> Shape | None:
    if found[head].text.isupper() or vetoed(found, head):
        return None
    first = _left_edge(found, taken, head)
    last = titles.end(found, head, has_name=first < head) if found[head].capital else head
    if any(at in taken for at in range(head, last + 1)):
        last = head
    of_place = last > head and found[head + 1].key == "of" and not titles.is_noun(found[head + 2])
    if of_place and not all(w.key in VOCABULARY.themes for w in found[first:head]):
        first = head  # "the Anglo-Chinese | Treaty of Whampoa", but "the Boundary Treaty of Salta"
    best = None
    while first <= head and _listed(_candidate(text, found, first, head, last)):
        best = Shape(first, head, last)
        state = _is_state(found[first]) and found[first].key not in _BODIES
        if not state or found[first + 1].gap in _HYPHENS:
            break
        first += 1  # "the U.S. | Trusteeship Agreement"
    return best


def _candidate(text: str, found: Sequence[Word], first: int, head: int, last: int) -> _Candidate:
    begins = first > 0 and found[first].gap in (" ", " “", ' "')
    before, title = tuple(found[first:head]), tuple(found[head + 1 : last + 1])
    article = begins and not found[first - 1].possessive
    return _Candidate(text, found[head], before, title, article)


def vetoed(found: Sequence[Word], last: int) -> bool:
    """Whether the next word makes it something else: "Treaty Organization", "Convention Center"."""
    if last + 1 >= len(found):
        return False
    after = found[last + 1]
    return after.gap in (" ", "\n", "\xa0", "-", " & ") and (
        after.key in VOCABULARY.vetoing_followers or after.gap == " & " or _and_more(found, last)
    )


def _and_more(found: Sequence[Word], last: int) -> bool:
    """Whether it goes on as a body's name: "Convention *and Exhibition* Centre"."""
    if last + 2 >= len(found) or found[last + 1].key != "and":
        return False
    more = found[last + 2]
    return more.gap == " " and more.capital and more.key in VOCABULARY.vetoing_followers


def _left_edge(found: Sequence[Word], taken: frozenset[int], head: int) -> int:
    """The first word of the name that ends in this head; the head itself when it has none."""
    first = at = head
    while at > 0 and head - at < _LONGEST_NAME and _follows(found, at) and at - 1 not in taken:
        at -= 1
        word = found[at]
        if word.possessive and not (at == head - 1 and word.capital and _is_person(word)):
            break
        if is_bracketed(found, at):
            continue  # "Anti-Ballistic Missile (ABM) Treaty"
        if _connects(found, at, head) or (word.key in VOCABULARY.between and head - at <= 2):
            first = at if word.capital else first
            continue
        opens = word.key in VOCABULARY.openers and found[at + 1].gap not in _HYPHENS
        if not word.capital or word.text[0].isdigit() or opens:
            break
        first = at
    return first


def _follows(found: Sequence[Word], at: int) -> bool:
    """Whether the word belongs to the same name as the word before, by what stands between."""
    return joined(found[at].gap.removeprefix(")")) or is_bracketed(found, at)


def _is_person(word: Word) -> bool:
    """Whether a possessive may be a person's: "Jay's Treaty", not "Russia's Treaty"."""
    return word.text not in COUNTRIES.by_first_word and not word.text.isupper()


def _connects(found: Sequence[Word], at: int, head: int) -> bool:
    """Small words inside: "Peace *and* Friendship Treaty", "Status *of* Forces Agreement",
    "the Loss *and* Damage Pact", but not "the Oslo and Geneva Accords", which are two."""
    if at == 0 or not joined(found[at].gap) or found[at].capital:
        return False
    left, right = found[at - 1], found[at + 1]
    nouns = VOCABULARY.title_nouns | VOCABULARY.themes
    if found[at].key == "and":
        if not (left.capital and right.capital):
            return False
        one = at > 1 and found[at - 2].key in ("the", "a") and found[head].text[-1] != "s"
        return (left.key in nouns and right.key in nouns) or one
    return found[at].key in ("of", "the") and left.key in nouns and left.capital


# ---- what is listed ---------------------------------------------------------------------------


def _listed(name: _Candidate) -> bool:
    if any(w.key in VOCABULARY.vetoing_modifiers or _ODD_CASE.search(w.text) for w in name.before):
        return False
    rule = _RULES.get(name.kind)
    return rule is not None and rule(name) and not _is_known_otherwise(name)


def _is_known_otherwise(name: _Candidate) -> bool:
    """Whether part of it is a name that only looks like a treaty's: "the Balfour Declaration"."""
    keys = [w.key for w in (*name.before, name.head, *name.title)]
    stretches = (tuple(keys[i:j]) for i in range(len(keys)) for j in range(i + 2, len(keys) + 1))
    return any(stretch in VOCABULARY.not_treaties for stretch in stretches)


def _treaty(name: _Candidate) -> bool:
    if not name.head.capital:
        return bool(name.telling) and name.article and name.treated
    named = bool(name.title or name.telling) or name.paired or name.strong
    return named or len(name.themes) >= 2 or bool(name.themes and name.treated)


def _convention(name: _Candidate) -> bool:
    if not name.head.capital:
        return False
    if any(w.key in VOCABULARY.vetoing_modifiers for w in name.title[:4]):
        return False  # "the General Convention of the Episcopal Church"
    if name.title or name.paired:
        return True
    if name.themes and name.telling and name.followed_by_year:
        return (
            True  # "the Arren Fisheries Convention of 1961", not "the 2018 Arren Space Convention"
        )
    return bool(name.themes or name.telling) and name.treated


def _agreement(name: _Candidate) -> bool:
    if not name.head.capital:
        return False
    if name.titled or name.paired or name.strong or name.placed:
        return True
    if name.telling and name.themes:
        return True
    between_states = bool(name.themes) and not any(w.key in _FIRMS_TOO for w in name.themes)
    generic = {w.key for w in name.themes} <= {
        "free",
        "trade",
        "peace",
        "ceasefire",
        "cease",
        "fire",
        "truce",
    }
    return (len(name.themes) >= 2 and not generic) or bool(
        (name.telling and (name.treated or name.dated)) or (between_states and name.dated)
    )


def _accord(name: _Candidate) -> bool:
    if name.head.capital:
        return bool(name.telling) or name.paired
    named = bool(name.telling) and name.article and name.head.text == "accords"
    return named and bool(name.themes or name.treated)


def _protocol(name: _Candidate) -> bool:
    if not name.head.capital:
        return False
    if name.titled or name.paired or name.placed:
        return True
    return bool(name.telling and (name.treated or name.themes or name.dated))


def _pact(name: _Candidate) -> bool:
    if not name.head.capital:
        return False
    return name.paired or name.strong or bool((name.telling or name.themes) and name.treated)


def _needs_signing(name: _Candidate) -> bool:
    """A declaration, a memorandum, a charter is one among states when it is signed or ratified."""
    return name.head.capital and bool(name.telling) and name.treated


def _titled_and_treated(name: _Candidate) -> bool:
    return name.head.capital and name.titled and name.treated


_RULES: dict[str, Callable[[_Candidate], bool]] = {
    "treaty": _treaty,
    "convention": _convention,
    "agreement": _agreement,
    "accord": _accord,
    "protocol": _protocol,
    "pact": _pact,
    "charter": _titled_and_treated,
    "statute": _titled_and_treated,
    "covenant": _titled_and_treated,
    "memorandum": _needs_signing,
    "declaration": _needs_signing,
    "compact": _needs_signing,
    "concordat": _needs_signing,
    "armistice": _needs_signing,
}
