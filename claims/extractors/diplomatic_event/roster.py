"""Who is whose: the posts and leaders that an article names, read once over all of its fields.

"Antonov was called home" says nothing by itself; the article has said elsewhere that he is Russia's
ambassador to the United States. Only what the article says counts, then the table of leaders.
"""

from __future__ import annotations

import functools
import re
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.countries import Mention
from claims.document import Context, Document, Sentence
from claims.extractors.diplomatic_event import envoys
from claims.extractors.diplomatic_event.envoys import NAME, Envoy, Post
from claims.extractors.diplomatic_event.needles import ENVOY, held
from claims.tables import table

_ENVOY_WORD = envoys.HEAD
_TITLE = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Ee]mir|"
    r"[Ss]ultan|"
    r"[Ll]eader|[Ff]oreign [Mm]inister|[Ff]oreign [Ss]ecretary|[Ss]ecretary of [Ss]tate|"
    r"[Mm]inister|"
    r"[Ss]pokes(?:man|woman|person)|[Dd]ictator|[Cc]rown [Pp]rince|[Tt]aoiseach|[Gg]eneral|"
    r"[Mm]arshal|"
    r"[Ss]upreme [Ll]eader|[Cc]hairman|[Tt]op [Dd]iplomat|[Dd]iplomatic [Cc]hief)"
)
_AT_TITLE = re.compile(rf"\b(?={_TITLE}\s)")
_C = "\ue000"
# "Russian President Vladimir Putin", "Turkey’s foreign minister, Ahmet Demir"
_BEFORE_NAME = re.compile(
    rf"(?P<country>{_C}+)(?:['’]s?)?\s+(?P<between>(?:[A-Za-z-]+\s+){{0,3}}?)(?P<title>{_TITLE}),?\s+(?P<name>{NAME})"
)
# "President Kaïs Saïed of Tunisia", "the president of Tunisia, Kaïs Saïed"
_OF = re.compile(rf"(?P<title>{_TITLE})\s+(?P<name>{NAME})\s+of\s+(?:the\s+)?(?P<country>{_C}+)")
_OF_THEN_NAME = re.compile(
    rf"(?P<title>{_TITLE})\s+of\s+(?:the\s+)?(?P<country>{_C}+),\s+(?P<name>{NAME})"
)
# Those who rule, and do not only serve or speak for who does.
_RULES = re.compile(
    r"(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|(?:supreme )?leader|"
    r"crown prince|taoiseach|dictator)$",
    re.I,
)
NO_LONGER = re.compile(
    r"\b(?:former|ex|late|vice|deputy|then|opposition|rebel|party|union)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Roster:
    """What an article says of posts and leaders. Surnames lead to posts and to states.

    ``frequent`` has every country of the article, most often named first; ``plain`` those that are
    named by words that mean no other. ``rulers`` are surnames of heads of state or of government.
    ``envoys`` are those of each sentence, by field and number, that has any.
    """

    posts: tuple[Post, ...]
    envoys_by_surname: dict[str, Post]
    states_by_surname: dict[str, str]
    frequent: tuple[str, ...]
    plain: frozenset[str]
    rulers: frozenset[str] = frozenset()
    envoys: Mapping[tuple[str, int], tuple[Envoy, ...]] = field(default_factory=dict, repr=False)

    def ruled_by(self, name: str) -> str | None:
        """The state whose head, or head of government, goes by this name."""
        if name in self.rulers:
            return self.states_by_surname.get(name)
        return rulers().get(name) if name not in self.states_by_surname else None

    def host_of(self, sender: str) -> str | None:
        """The one state that the article has this state's envoys in; None when not just one."""
        hosts = {p.host for p in self.posts if p.sender == sender and p.host}
        return hosts.pop() if len(hosts) == 1 else None

    def sender_to(self, host: str) -> str | None:
        """The one state that the article has envoys of in this state; None when not just one."""
        senders = {p.sender for p in self.posts if p.host == host and p.sender}
        return senders.pop() if len(senders) == 1 else None


_known: weakref.WeakKeyDictionary[Context, Roster] = weakref.WeakKeyDictionary()


def of(context: Context) -> Roster:
    """The roster of an article, made once."""
    if context not in _known:
        _known[context] = _read(context)
    return _known[context]


def _read(context: Context) -> Roster:
    posts: list[Post] = []
    found: dict[tuple[str, int], tuple[Envoy, ...]] = {}
    states: dict[str, str | None] = {}
    counts: dict[str, int] = {}
    plain: set[str] = set()
    rulers: set[str] = set()
    for document in context.documents:
        named = _envoys(document)
        found |= {(document.field, sentence.index): its for sentence, its in named}
        for sentence, its in named:
            posts += _posts(its, document.countries_of(sentence))
        mentions = document.countries
        for mention in mentions:
            counts[mention.code] = counts.get(mention.code, 0) + 1
            if not mention.also:
                plain.add(mention.code)
        masked = envoys.mask(document.text, mentions)
        codes = {m.start: m.code for m in mentions}
        for match in _titled(masked):
            name = envoys.surname(re.sub(r"['’]s$", "", match["name"]))
            code = codes.get(match.start("country"))
            states[name] = code if states.get(name, code) == code else None
            if _is_ruler(match):
                rulers.add(name)
    by_surname: dict[str, Post] = {}
    for post in posts:
        if post.person:
            last = envoys.surname(post.person)
            by_surname[last] = _merge(by_surname.get(last), post)
    frequent = sorted(counts, key=lambda code: (-counts[code], code))
    return Roster(
        tuple(posts),
        by_surname,
        {name: code for name, code in states.items() if code},
        tuple(frequent),
        frozenset(plain),
        frozenset(rulers),
        found,
    )


def _is_ruler(match: re.Match[str]) -> bool:
    """Whether the title is that of one who rules: not "former president", "deputy premier"."""
    before = match.string[max(0, match.start() - 12) : match.start("title")]
    return bool(_RULES.match(match["title"])) and not NO_LONGER.search(before)


def _titled(masked: str) -> Iterator[re.Match[str]]:
    """Persons named beside a title and a country; the titles are looked for once."""
    yield from _BEFORE_NAME.finditer(masked)
    places = [match.start() for match in _AT_TITLE.finditer(masked)]
    for pattern in (_OF, _OF_THEN_NAME):
        reached = 0
        for place in places:
            match = pattern.match(masked, place) if place >= reached else None
            if match:
                reached = match.end()
                yield match


def _envoys(document: Document) -> list[tuple[Sentence, tuple[Envoy, ...]]]:
    found = []
    for sentence in document.sentences:
        text = sentence.text
        if held(ENVOY, text.lower()) and _ENVOY_WORD.search(text):
            mentions = document.countries_of(sentence)
            found.append((sentence, tuple(envoys.find(text, mentions))))
    return found


def _posts(found: Sequence[Envoy], mentions: Sequence[Mention]) -> Iterator[Post]:
    for envoy in found:
        sender = envoy.senders[0].code if len(envoy.senders) == 1 else None
        host = envoy.hosts[0].code if len(envoy.hosts) == 1 else None
        if sender is None and envoy.possessive and host:
            before = [m.code for m in mentions if m.end <= envoy.span.start and m.code != host]
            sender = before[0] if before else None
        if sender == host:
            host = None
        if sender or host or envoy.person:
            yield Post(sender, host, envoy.person)


def _merge(old: Post | None, new: Post) -> Post:
    if old is None:
        return new
    longer = max((old.person or "", new.person or ""), key=len)
    return Post(old.sender or new.sender, old.host or new.host, longer)


@functools.lru_cache(maxsize=1)
def leaders() -> dict[str, str]:
    """Surname to code, for heads of state and of government that news names without a country."""
    return {row["name"]: row["code"] for row in table("leaders")}


@functools.lru_cache(maxsize=1)
def rulers() -> dict[str, str]:
    """Those of the leaders who are heads of state or of government, not ministers."""
    return {row["name"]: row["code"] for row in table("leaders") if row["rank"] == "head"}
