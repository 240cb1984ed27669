"""Noun phrases by rule: where the words that name a subject begin and end.

All look a bounded number of tokens to either side, and return half-open ranges of token numbers.
"""

from __future__ import annotations

from claims.people import lexicon
from claims.speech import words
from claims.speech.shapes import singular
from claims.speech.units import Token
from claims.speech.verbs import Verb, verb_forms

REACH = 45  # tokens that a phrase or an aside may be long
_DEMONYMS = lexicon.NATIONS - lexicon.COUNTRY_NAMES
_RELATIVES = frozenset("where which who whose".split())
_ROUGHLY = frozenset("about around over".split())  # "About 100 protesters", no adverbial
_MARKS = "\"”’'»"


def main_subject(tokens: tuple[Token, ...], before: int) -> tuple[int, int] | None:
    """The phrase that opens the sentence, past an introduction closed by a comma."""
    start = 0
    limit = min(before, REACH)
    while start < limit:
        token = tokens[start]
        if token.quote is not None or not token.is_word:
            start += 1
            continue
        opens_aside = token.low in words.PREPOSITIONS | words.SUBORDINATORS | _RELATIVES or (
            token.low.endswith(("ing", "ed")) and not tokens[min(start + 1, limit - 1)].capitalised
        )
        counted = token.low in _ROUGHLY and tokens[min(start + 1, limit - 1)].text[:1].isdigit()
        if not opens_aside or counted:
            break
        comma = next((k for k in range(start, limit) if ends_aside(tokens[k])), None)
        if comma is None:
            return _after_time(tokens, start, limit) or _last_phrase(tokens, start, limit)
        start = _past_adjectives(tokens, comma + 1, limit)
    phrase = noun_phrase(tokens, start, limit)
    if phrase and phrase[1] < limit and tokens[phrase[1]].low in ("ago", "earlier", "later"):
        after = phrase[1] + (2 if tokens[phrase[1] + 1].text == "," else 1)
        return noun_phrase(tokens, after, limit)  # "An hour later he"
    return phrase


def _after_time(tokens: tuple[Token, ...], start: int, limit: int) -> tuple[int, int] | None:
    """The subject of "On 27 May they published the results", which no comma parts off."""
    n = start + 1
    while n < limit and (tokens[n].low in words.TIME_WORDS or tokens[n].text.isdigit()):
        n += 1
    return noun_phrase(tokens, n, limit) if start + 1 < n < limit else None


def _past_adjectives(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """Past the second half of "After a hasty, late meeting, the port": no subject opens so."""
    opening = tokens[start] if start < limit else None
    known = words.DETERMINERS | words.PRONOUNS | words.POSSESSIVES | words.ROLES
    if opening is None or not opening.is_word or opening.capitalised or opening.low in known:
        return start
    if opening.low.endswith("s") or opening.low in words.PREPOSITIONS | words.OPENERS:
        return start
    comma = next((k for k in range(start, limit) if tokens[k].text == ","), None)
    return comma + 1 if comma is not None and comma - start <= 3 else start


def noun_phrase(
    tokens: tuple[Token, ...], start: int, limit: int | None = None
) -> tuple[int, int] | None:
    """The noun phrase that begins at ``start``: a pronoun, a name with its role, or "the …"."""
    limit = len(tokens) if limit is None else limit
    while start < limit and (tokens[start].low in words.OPENERS or is_filler(tokens, start)):
        start += 1
    if start >= limit or not tokens[start].is_word:
        return None
    if tokens[start].low in words.SUBJECT_PRONOUNS:
        return start, start + 1
    end = start
    named = False
    while end < min(limit, start + 12) and not _closes_phrase(tokens, start, end, named):
        common = words.DETERMINERS | (words.COMMON_OPENERS if end == 0 else frozenset())
        named = named or (tokens[end].capitalised and tokens[end].low not in common)
        end += 1
    if end == start:
        return None
    return _name_after_role(tokens, start, end, limit) or (start, end)


def _closes_phrase(tokens: tuple[Token, ...], start: int, n: int, named: bool) -> bool:
    """Whether a phrase begun at ``start`` ends before token ``n``; ``named``: it holds a name."""
    token = tokens[n]
    if not token.is_word:
        return token.text not in ("'", "’", "&")
    if token.low in words.TIME_WORDS | words.CLAUSE_OPENERS or is_filler(tokens, n):
        return True
    if token.low in words.PRONOUNS:
        return n > start
    if token.low in words.PREPOSITIONS:
        if token.low in ("of", "for") and named and n > start:
            return not _of_office(tokens, n)
        return n > start and token.low not in ("of", "for")
    if token.low in ("and", "or"):
        return not _joins_names(tokens, n)
    if named and not token.capitalised:
        if tokens[start].low in words.DETERMINERS and _is_noun_after_nation(tokens, n):
            return False
        return (
            not _leads_to_role(tokens, n)
            and token.low not in words.PARTICLES | words.ROLES
            and not _is_head(token.low)
        )
    verb = verb_forms().get(token.low)
    return n > start and not token.capitalised and verb is not None and verb.shape in ("past", "s")


def _is_noun_after_nation(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "version" of "a Spanish version of the letter"."""
    word = tokens[n].low
    adjective = tokens[n - 1].text in lexicon.NATIONS and tokens[n - 1].capitalised
    return adjective and not word.endswith(("ed", "ing", "ly")) and word not in verb_forms()


def _of_office(tokens: tuple[Token, ...], of: int) -> bool:
    """As in "Secretary of State Jo Ito", "Bank of Peru", not in "Jo Ito of Lima"."""
    headed = tokens[of - 1].low in words.ROLES | words.BODY_NOUNS
    return headed and of + 1 < len(tokens) and tokens[of + 1].capitalised


def _leads_to_role(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "food" of "Merrill Lynch food analyst Jo Ito"."""
    for k in range(n, min(n + 3, len(tokens) - 1)):
        if not tokens[k].is_word or tokens[k].capitalised or tokens[k].low in words.PREPOSITIONS:
            return False
        if tokens[k].low in words.ROLES:
            return tokens[k + 1].capitalised and tokens[k + 1].low not in words.TIME_WORDS
    return False


def _name_after_role(
    tokens: tuple[Token, ...], start: int, end: int, limit: int
) -> tuple[int, int] | None:
    """The name in "a spokesman for the port, Jo Ito," and in "Ms. Ito’s son, Luis"."""
    n = end
    while n < limit and n - end < 10 and tokens[n].is_word and not is_filler(tokens, n):
        n += 1
    owned = any(t.text[-2:] in ("'s", "’s") for t in tokens[start:end])
    if n >= limit or tokens[n].text != ",":
        return None
    if not owned and tokens[start].low not in words.DETERMINERS:
        return None
    stop = n + 1
    while stop < limit and (tokens[stop].capitalised or tokens[stop].low in words.PARTICLES):
        stop += 1
    fewest = 1 if tokens[n - 1].low in words.ROLES else 2
    if stop - n - 1 >= fewest and tokens[n + 1].low not in words.TIME_WORDS:
        return n + 1, stop
    return None


def ends_aside(token: Token) -> bool:
    return token.text == "," or (token.quote is not None and token.text.rstrip(_MARKS)[-1:] == ",")


def phrase_ending_at(tokens: tuple[Token, ...], end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before ``end``, back to the boundary of its clause."""
    start = end
    while start > max(0, end - REACH) and not is_boundary(tokens, start - 1):
        start -= 1
    return head_of(tokens, start, end)


def head_of(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """Of the words before a verb, those that name its subject."""
    while start < end and (
        tokens[start].low in words.OPENERS or is_filler(tokens, start) or not tokens[start].is_word
    ):
        start += 1
    while end > start and (tokens[end - 1].low in words.TIME_WORDS or not tokens[end - 1].is_word):
        end -= 1
    if start >= end:
        return None
    if tokens[start].low in words.SUBJECT_PRONOUNS or (
        tokens[start].low in words.PRONOUNS and start + 1 == end
    ):
        return start, start + 1
    if tokens[start].low in words.PREPOSITIONS:
        return _last_phrase(tokens, start, end)
    if named := _name_behind_role(tokens, start, end) or _name_at(tokens, start, end):
        return named
    for n in range(start, end):
        if tokens[n].low in words.SUBJECT_PRONOUNS:
            return n, n + 1
    if end - start <= 9:
        return None if _continues(tokens, start) else (start, end)
    if tokens[start].low in words.DETERMINERS or tokens[start].capitalised:
        return noun_phrase(tokens, start, end)
    return _last_phrase(tokens, start, end)


def _continues(tokens: tuple[Token, ...], start: int) -> bool:
    """As in "and spent it all": a second verb of a clause whose subject stands before."""
    if start == 0 or tokens[start - 1].low not in ("and", "but"):
        return False
    first = tokens[start].low
    following = tokens[start + 1].low if start + 1 < len(tokens) else ""
    return first.endswith("ed") or following in words.DETERMINERS | words.PREPOSITIONS


def _last_phrase(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """After "In Ohio" without comma: the last name, pronoun or "the …" before the verb."""
    if tokens[end - 1].low in words.PRONOUNS:
        return end - 1, end
    n = end
    while n > start and (tokens[n - 1].capitalised or tokens[n - 1].low in words.PARTICLES):
        n -= 1
    if n < end and tokens[n].low not in words.TIME_WORDS:
        return n, end
    for n in range(end - 1, start, -1):
        if tokens[n].low in words.DETERMINERS:
            return n, end
    return None


def _name_at(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """A name that opens the phrase, with its role: "White House spokeswoman Jo Ito"."""
    n = start
    last_capital = -1
    while n < end and (tokens[n].is_word or (tokens[n].text == "&" and last_capital == n - 1)):
        if tokens[n].low in words.PREPOSITIONS and not _inside_name(tokens, n, end):
            break
        if tokens[n].low in ("and", "or") and not _joins_names(tokens, n):
            break
        if tokens[n].capitalised and tokens[n].low not in words.TIME_WORDS:
            last_capital = n
        elif tokens[n].text != "&" and (
            n - start > 6
            or not (
                last_capital < start
                or tokens[n].low in words.PARTICLES | words.ROLES | {"of", "for", "the", "and"}
                or (last_capital == start and _is_title(tokens, n, end))
                or (last_capital >= start and _leads_to_role(tokens, n))
            )
        ):
            break
        n += 1
    if last_capital < start:
        return None
    after = tokens[last_capital + 1].low if last_capital + 1 < end else ""
    if tokens[last_capital].text.endswith(("'s", "’s")) or after in ("'", "’"):
        return None
    if after and tokens[last_capital + 1].is_word and after not in words.PREPOSITIONS | {"and"}:
        # "the White House spokesman", "Russian officials": the head is still to come.
        opens = start == last_capital == 0 and tokens[0].low in words.COMMON_OPENERS
        led = opens or tokens[start].low in words.DETERMINERS
        return None if led or _is_head(after) else (start, last_capital + 1)
    return start, last_capital + 1


def _name_behind_role(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int] | None:
    """The name that closes a phrase: "Citizens for a Clean Port executive director Jo Ito".

    At a sentence's head the first word's capital is none: "Opposite number Jo Ito".
    """
    n = end
    while n > start and (tokens[n - 1].capitalised or tokens[n - 1].low in words.PARTICLES):
        n -= 1
    if n <= start + 1 or end - n < 2 or tokens[n].low in words.TIME_WORDS:
        return None
    led = tokens[n - 1].low in words.ROLES and not tokens[n - 1].capitalised
    opening = (
        start == 0
        and n <= 4
        and not any(
            t.capitalised or not t.is_word or t.low in words.PREPOSITIONS for t in tokens[1:n]
        )
    )
    return (n, end) if led or opening else None


def _is_title(tokens: tuple[Token, ...], n: int, end: int) -> bool:
    """As in "clerk" in "Former clerk Jo Ito", where the sentence's head has its capital."""
    known = lexicon.title(tokens[n].low)
    if known is None or known.kind not in ("office", "role"):
        return False
    return n + 1 < end and tokens[n + 1].capitalised


def _inside_name(tokens: tuple[Token, ...], n: int, end: int) -> bool:
    """As in "of" in "Secretary of State Jo Ito", "for" in "Minister for the Environment"."""
    if tokens[n].low not in ("of", "for"):
        return False
    after = n + 2 if n + 1 < end and tokens[n + 1].low == "the" else n + 1
    return after < end and tokens[after].capitalised and tokens[n - 1].capitalised


def _is_head(word: str) -> bool:
    return word in words.ROLES or word.endswith("s") or word in words.BODY_NOUNS


def has_name(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    return any(t.capitalised and t.low not in words.OPENERS for t in tokens[start:end])


def is_boundary(tokens: tuple[Token, ...], n: int) -> bool:
    token = tokens[n]
    if token.quote is not None or (not token.is_word and token.text not in "$%&#@*/.'’-[]"):
        return True
    if token.low in words.CLAUSE_OPENERS or (n > 0 and token.low in ("after", "before")):
        return True
    if token.low in ("and", "or"):
        around = n > 0 and n + 1 < len(tokens) and tokens[n - 1].low in words.PREPOSITIONS
        if around and tokens[n + 1].low in words.PREPOSITIONS:
            return False  # "in and around Lima"
        return not _joins_names(tokens, n)
    verb = verb_forms().get(token.low)
    if verb is None or verb.kind == "judge" or token.capitalised or verb.shape == "base":
        return False
    if verb.kind != "say" or verb.shape not in ("past", "s"):
        return False
    return not (is_noun_here(tokens, n, verb) or lacks_clause(tokens, n, verb))


def _joins_names(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "Mr. Ito and Ms. Lee", "diplomats and army officials": one subject, not two."""
    if n == 0 or n + 1 >= len(tokens):
        return False
    before, after = tokens[n - 1], tokens[n + 1]
    if before.capitalised and after.capitalised:
        return True
    known = before.low in words.ROLES | words.SECOND_NAMES or after.low in ("current", "former")
    if known and _names_a_role(tokens, n + 1):
        return True
    described = n + 2 < len(tokens) and tokens[n + 2].is_word and after.low not in verb_forms()
    head = tokens[n + 2] if described and not after.low.endswith("s") else after
    return before.low.endswith("s") and head.low.endswith("s") and not after.capitalised


def _names_a_role(tokens: tuple[Token, ...], n: int) -> bool:
    """As in "U.S. senator" of "the former first lady and U.S. senator"."""
    held = tokens[n : n + 5]
    role = next((k for k, t in enumerate(held) if singular(t.low) in words.ROLES), None)
    return role is not None and not any(t.low in words.DETERMINERS for t in held[: role + 1])


def is_filler(tokens: tuple[Token, ...], n: int) -> bool:
    """Words between a subject and its verb: "has", "also", "himself", "later", "didn't"."""
    token = tokens[n]
    if token.capitalised and token.low in ("may", "will"):
        return False
    if token.low in words.FILLERS:
        return True
    adverb = token.is_word and token.low.endswith("ly") and token.low not in words.LY_NOUNS
    return adverb and not (token.capitalised and (n > 0 or low(tokens, 1) in verb_forms()))


def is_noun_here(tokens: tuple[Token, ...], n: int, verb: Verb) -> bool:
    """As in "the report", "his claims", "a few questions": the form is a noun or adjective here."""
    before = low(tokens, n - 1) if n else ""
    if verb.shape == "past":
        if n > 1 and before.endswith("ly"):
            before = low(tokens, n - 2)  # "a hastily called meeting"
        return before in words.DETERMINERS and verb.lemma != "say"
    if verb.shape == "ing":
        return before in words.DETERMINERS
    if not verb.noun:
        return before in words.DETERMINERS - {"that"}
    if n == 0 or before in words.PREPOSITIONS - {"to"}:
        return True
    nation = tokens[n - 1].text in _DEMONYMS
    if nation and verb.shape == "s":
        return True  # "Irish flags", "French claims"
    if n == 1 and low(tokens, 2) in words.AUXILIARIES | words.BE:
        return True  # "New rules were", "Court reports are"
    if before in words.PRONOUNS | {"who", "which", "to", "and"} or is_filler(tokens, n - 1):
        return False
    if tokens[n - 1].text.endswith(("'s", "’s", "'", "’")) or before in words.DETERMINERS:
        return True
    if before == "," and n + 1 < len(tokens) and _opens_object(tokens[n + 1]):
        return False  # "The draft, seen by the port, calls the plan"
    if verb.shape == "base":
        return not before.endswith("s") and before not in words.BASE_SUBJECTS
    k = n - 1
    while k > 0 and tokens[k].capitalised:
        k -= 1
    if k < n - 1 and tokens[k].low in ("of", "about", "on"):
        return True
    if verb.kind == "judge" and before in words.BODY_NOUNS:
        return True
    return not (
        tokens[n - 1].capitalised or before in words.ROLES | words.BODY_NOUNS or before == "that"
    )


def _opens_object(token: Token) -> bool:
    return (
        token.quote is not None
        or token.capitalised
        or token.low in words.DETERMINERS | words.PRONOUNS | words.POSSESSIVES | {"him", "them"}
    )


def lacks_clause(tokens: tuple[Token, ...], n: int, verb: Verb) -> bool:
    """As in "a strand of hair found at the site", "found to be unsafe": nobody says anything."""
    if verb.lemma not in words.WITH_CLAUSE:
        return False
    if n and (tokens[n - 1].quote is not None or tokens[n - 1].text == ","):
        return False
    following = tokens[n + 1 : n + 5]
    tagged = n > 1 and (tokens[n - 2].quote is not None or tokens[n - 2].text == ",")
    judging = any(t.low == "be" for t in tokens[n + 1 : n + 7])  # "found the steel to be “fair”"
    near = tokens[n + 1 : n + 9] if judging else following
    quoting = any(t.quote is not None or t.low == ":" for t in near)
    reporting = any(t.low in words.SUBJECT_PRONOUNS | {"that"} for t in following[:2])
    closed = not following or following[0].text in ",."
    return not (tagged or quoting or reporting or closed)


def low(tokens: tuple[Token, ...], n: int) -> str:
    return tokens[n].low if 0 <= n < len(tokens) else ""
