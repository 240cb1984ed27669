"""A new version of an article beside the one before: which claims are the same ones.

A claim that says the same in the same words keeps its id, and with it what people made of it. One
whose words, or whose meaning, have changed keeps its id too and comes back *stale*, with the words
as they were under ``previous``. Items are wire dicts (:mod:`claims.wire`), the older ones with
their ticks merged in.
"""

from __future__ import annotations

import bisect
import collections
import functools
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims import identity
from claims.model import Span
from claims.offsets import Utf16
from claims.selectors import quotes
from claims.sentences import sentences

Item = Mapping[str, Any]
Frame = tuple[str, int]
Words = Callable[[str], frozenset[str]]

# What a tick was about, beside the words: when this differs, so does the claim.
_ESSENCE: Mapping[str, tuple[str, ...]] = {
    "date": ("type", "timex"),
    "treaty": ("name",),
    "diplomatic_event": ("event", "actor", "target", "date"),
    "quotation": ("speaker",),
    "office": ("person", "office", "when"),
    "quantity": ("number", "unit"),
    "person_fact": ("person", "fact", "number"),
}
# These say all they say by themselves: a name is spelt right wherever it stands.
_SELF_CONTAINED = frozenset(["name", "office", "person_fact", "treaty", "quotation"])
# Words of these kinds may change in a sentence without touching its other claims.
_FIGURES = frozenset(["date", "quantity"])
_NO_WORD = re.compile(r"[\W_]+")
# Two sentences that share this much of their words are versions of one another.
_ALIKE = 0.5
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Revision:
    """The new version's items under their lasting ids, findings to match, and what became of whom.

    ``stale`` and ``restored`` are ids of old items whose tick must be marked, or unmarked, stale.
    """

    items: tuple[dict[str, Any], ...]
    findings: tuple[dict[str, Any], ...]
    changes: dict[str, list[str]]
    stale: tuple[str, ...]
    restored: tuple[str, ...]


def revise(
    before: Sequence[Item], items: Sequence[Item], findings: Sequence[Item] = ()
) -> Revision:
    """Match a version's items to those of the version before it. Linear in their number."""
    frames_before, frames = _frames(before), _frames(items)
    pairs = _match(before, frames_before, items, frames)
    ids = _lasting_ids(items, {new: before[old]["id"] for new, old in pairs.items()})
    renamed = {item["id"]: ids[n] for n, item in enumerate(items)}
    changes: dict[str, list[str]] = {"added": [], "carried": [], "stale": [], "removed": []}
    stale, restored, out = [], [], []
    for n, item in enumerate(items):
        new = _rename(item, ids[n], renamed)
        old = before[pairs[n]] if n in pairs else None
        if old is None:
            changes["added"].append(ids[n])
        elif _is_back(old, item):
            changes["carried"].append(ids[n])
            restored.append(ids[n])
        elif _same(old, frames_before[pairs[n]], item, frames[n]):
            changes["carried"].append(ids[n])
            new |= _staleness(old, new) if old["check"]["stale"] else {}
        else:
            changes["stale"].append(ids[n])
            stale.append(ids[n])
            new |= _staleness(old, new)
        out.append(new)
    kept = set(pairs.values())
    changes["removed"] = [old["id"] for n, old in enumerate(before) if n not in kept]
    renamed_findings = tuple(_rename_finding(finding, renamed) for finding in findings)
    return Revision(tuple(out), renamed_findings, changes, tuple(stale), tuple(restored))


def relocate(item: Item, texts: Mapping[str, str]) -> dict[str, Any] | None:
    """A claim that a person marked, at its place in a new version; None when its words are gone."""
    text = texts.get(item["field"], "")
    start = _find(text, item["prefix"], item["exact"], item["suffix"])
    if start is None:
        return None
    span = Span(start, start + len(item["exact"]))
    (quote,) = quotes(text, [span])
    utf16 = Utf16(text)
    moved = {
        "start": span.start,
        "end": span.end,
        "start_utf16": utf16.of(span.start),
        "end_utf16": utf16.of(span.end),
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }
    around = next((s for s in sentences(text) if s.start <= start < s.end), span)
    sentence = {"start": around.start, "end": around.end, "text": text[around.start : around.end]}
    return {**item, **moved, "sentence": sentence}


def said_before(old: Item) -> dict[str, Any]:
    """What an item's tick was given for: its words, or for a stale one those of before."""
    previous: dict[str, Any] | None = old.get("previous") if old["check"]["stale"] else None
    words = {n: old[n] for n in ("exact", "value")} | {"sentence": old["sentence"]["text"]}
    return previous or words


def _find(text: str, prefix: str, exact: str, suffix: str) -> int | None:
    """Where the words stand: with all their context, with half of it, or in one place only."""
    for before, after in ((prefix, suffix), (prefix, ""), ("", suffix), ("", "")):
        whole = before + exact + after
        found = text.find(whole)
        if found >= 0 and text.find(whole, found + 1) < 0:
            return found + len(before)
    return None


# ---- which new item is which old one --------------------------------------------------------


def _match(
    before: Sequence[Item],
    frames_before: Sequence[Frame],
    items: Sequence[Item],
    frames: Sequence[Frame],
) -> dict[int, int]:
    """Indices of new items to indices of old ones; the surest matches first."""
    pairs: dict[int, int] = {}
    if not before:
        return pairs
    keys: tuple[Callable[[Item, Frame], Hashable], ...] = (
        lambda item, _frame: (*_words(item), _essence(item)),
        lambda item, _frame: _words(item),
        lambda item, frame: (_exact(item), frame, _essence(item)),
        lambda item, frame: (_exact(item), frame),
        lambda item, _frame: _by_itself(item),
        lambda _item, frame: frame,
    )
    for key in keys:
        _pair_by(pairs, before, frames_before, items, frames, key)
    _pair_alike(pairs, before, items)
    return pairs


def _pair_by(
    pairs: dict[int, int],
    before: Sequence[Item],
    frames_before: Sequence[Frame],
    items: Sequence[Item],
    frames: Sequence[Frame],
    key: Callable[[Item, Frame], Hashable],
) -> None:
    """Pair, in order, what is left of both versions and has the same key, kind and field."""
    taken = set(pairs.values())
    waiting: dict[Hashable, collections.deque[int]] = collections.defaultdict(collections.deque)
    for n, old in enumerate(before):
        if n not in taken:
            waiting[_sort(old), key(old, frames_before[n])].append(n)
    for n, item in enumerate(items):
        if n in pairs:
            continue
        sought = key(item, frames[n])
        if sought and (found := waiting.get((_sort(item), sought))):
            pairs[n] = found.popleft()


def _pair_alike(pairs: dict[int, int], before: Sequence[Item], items: Sequence[Item]) -> None:
    """Pair what is left by how much of its sentence's words it shares, and its own words first."""
    words = functools.cache(lambda sentence: frozenset(_normal(sentence).split()))
    taken = set(pairs.values())
    leftovers = _Leftovers(before, [n for n in range(len(before)) if n not in taken], words)
    here = 0
    for n, item in enumerate(items):
        if n not in pairs:
            candidates = sorted(leftovers.like(item, here) - taken)
            likeness = [_likeness(before[old], item, words) for old in candidates]
            if likeness and max(likeness) >= _ALIKE:
                pairs[n] = candidates[likeness.index(max(likeness))]
                taken.add(pairs[n])
        here = pairs.get(n, here)


class _Leftovers:
    """Old items that have found no new one, by where they stood and by the words around them."""

    def __init__(self, before: Sequence[Item], left: Iterable[int], words: Words) -> None:
        self._words = words
        self._by_sort: dict[Hashable, list[int]] = collections.defaultdict(list)
        self._by_word: dict[Hashable, list[int]] = collections.defaultdict(list)
        for n in left:
            sort = _sort(before[n])
            self._by_sort[sort].append(n)
            for word in words(before[n]["sentence"]["text"]):
                self._by_word[sort, word].append(n)

    def like(self, item: Item, here: int) -> set[int]:
        """A few that stood near ``here`` or share the rarest words of the item's sentence."""
        sort = _sort(item)
        same_sort = self._by_sort.get(sort, [])
        near = bisect.bisect_left(same_sort, here)
        found = set(same_sort[max(0, near - _NEAR) : near + _NEAR])
        shared = [self._by_word.get((sort, w)) for w in self._words(item["sentence"]["text"])]
        for places in sorted(filter(None, shared), key=lambda places: (len(places), places[0])):
            if len(found) > 4 * _NEAR:
                break
            found.update(places[:_NEAR])
        return found


def _likeness(old: Item, item: Item, words: Words) -> float:
    """The share of words that the sentences have in common, and more for the same exact words."""
    theirs, ours = words(old["sentence"]["text"]), words(item["sentence"]["text"])
    shared = len(ours & theirs) / (len(ours | theirs) or 1)
    return shared + (0.25 if _exact(old) == _exact(item) else 0.0)


def _frames(items: Sequence[Item]) -> list[Frame]:
    """For each item its sentence without figures, and which of the figures it is (-1: none)."""
    figures: dict[tuple[str, int], set[tuple[int, int]]] = collections.defaultdict(set)
    for item in items:
        if item["kind"] in _FIGURES:
            place = (item["field"], item["sentence"]["start"])
            figures[place].add((item["start"], item["end"]))
    sentences: dict[tuple[str, int], str] = {}
    orders: dict[tuple[str, int], dict[tuple[int, int], int]] = {}
    out = []
    for item in items:
        sentence = item["sentence"]
        key = (item["field"], sentence["start"])
        if key not in sentences:
            cuts = sorted(figures[key])
            sentences[key] = _normal(_without(sentence["text"], sentence["start"], cuts))
            orders[key] = {cut: n for n, cut in enumerate(cuts)}
        out.append((sentences[key], orders[key].get((item["start"], item["end"]), -1)))
    return out


def _without(text: str, offset: int, cuts: Iterable[tuple[int, int]]) -> str:
    kept, place = [], 0
    for start, end in cuts:
        kept.append(text[place : max(place, start - offset)])
        place = max(place, end - offset)
    return " figure ".join([*kept, text[place:]])


# ---- when two items say the same ------------------------------------------------------------


def _same(old: Item, frame_before: Frame, item: Item, frame: Frame) -> bool:
    """Whether what was ticked still stands: the words, the meaning, and what is said of it."""
    if _exact(old) != _exact(item) or _essence(old) != _essence(item):
        return False
    alone = item["kind"] in _SELF_CONTAINED
    return alone or _words(old) == _words(item) or frame_before == frame


def _is_back(old: Item, item: Item) -> bool:
    """Whether a stale item has got back the words that its tick was given for."""
    previous = old.get("previous")
    if not previous or not old["check"]["stale"]:
        return False
    ticked = {**old, **previous, "sentence": {"text": previous["sentence"]}}
    return _words(ticked) == _words(item) and _essence(ticked) == _essence(item)


def _words(item: Item) -> tuple[str, str]:
    return _exact(item), _normal(item["sentence"]["text"])


def _by_itself(item: Item) -> tuple[Hashable, ...]:
    """What a self-contained claim says; nothing for any other."""
    return (_exact(item), _essence(item)) if item["kind"] in _SELF_CONTAINED else ()


def _essence(item: Item) -> tuple[str, ...]:
    """What a tick was about: parts of the value, and whether it is said to be so at all."""
    value = item.get("value") or {}
    return item["modality"], *(
        repr(_bare(value.get(name))) for name in _ESSENCE.get(item["kind"], ())
    )


def _bare(value: Any) -> Any:
    """A part of a value without the words and ids that may change while it means the same."""
    if isinstance(value, Mapping):
        return {k: _bare(v) for k, v in sorted(value.items()) if k not in ("item", "text")}
    return value


def _exact(item: Item) -> str:
    return " ".join(item["exact"].split())


def _sort(item: Item) -> tuple[str, str]:
    """Only items of one kind, in one sort of field, are ever matched."""
    return item["kind"], item["field"].split("-")[0]


def _normal(text: str) -> str:
    """Words alone: commas, quotation marks, case and white space come and go in editing."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def _staleness(old: Item, new: Item) -> dict[str, Any]:
    return {"previous": said_before(old), "check": {**new["check"], "stale": True}}


# ---- ids ------------------------------------------------------------------------------------


def _lasting_ids(items: Sequence[Item], carried: Mapping[int, str]) -> list[str]:
    """The old id where there is one; a new item's own id unless an old item has it."""
    used = set(carried.values())
    ids = []
    for n, item in enumerate(items):
        own = carried.get(n)
        if own is None:
            own, count = item["id"], 1
            while own in used:
                count += 1
                own = f"{item['id']}-v{count}"
            used.add(own)
        ids.append(own)
    return ids


def _rename(item: Item, new_id: str, renamed: Mapping[str, str]) -> dict[str, Any]:
    same_as = item["same_as"]
    return {
        **item,
        "id": new_id,
        "same_as": renamed.get(same_as, same_as),
        "value": _rename_within(item["value"], renamed),
    }


def _rename_within(value: Any, renamed: Mapping[str, str]) -> Any:
    """References to date items (``{"timex", "item"}``) inside a value."""
    if not isinstance(value, Mapping):
        return value
    return {
        name: renamed.get(part, part) if name == "item" else _rename_within(part, renamed)
        for name, part in value.items()
    }


def _rename_finding(finding: Item, renamed: Mapping[str, str]) -> dict[str, Any]:
    items = [renamed.get(item, item) for item in finding["items"]]
    return {**finding, "items": items, "id": "f" + identity.digest(finding["type"], *items)}
