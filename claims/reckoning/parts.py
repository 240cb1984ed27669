"""Parts that are more than their whole: "of the 40 trains, 12 were kept and 38 cancelled".

Parts told one by one need not be all of the whole, so too small a sum shows nothing; and what is
said of the parts must exclude each other, or the same one may be counted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.figures import Figure, shown, stem
from claims.model import Severity
from claims.reckoning.line import Line, Slip
from claims.reckoning.rounding import added, is_share, plain

# "Of the 40 trains a day, 12 …", "Of these 14, ten …"
_OF_THE = re.compile(
    r"(?:^|[.;:,”\"(—–] ?)[Oo]f (?:the |these |those |all |its |their |his |her )?(?:[a-z]+ )?$"
)
_THEN = re.compile(r"(?: (?!and\b)[\w’'-]+){0,8},? (?:only |just )?")
# "112 sheets, 70 of them in colour and 42 in black"
_THEN_SOME = re.compile(r"(?: [\w’'-]+){1,7}(?:,| —| –|:|;| \() ?")
# "a staff of 11, of whom seven will stay and five go"
_OF_WHOM = re.compile(
    r"(?: [\w’-]+){0,5},? (?:of|out of) (?:whom|which|them)(?: [\w’-]+){0,2} (?:only |just )?"
)
# "35 lived; 20 of them are in hospital and the other 15 went home"
_THE_OTHER = re.compile(
    r" of (?:them|whom|which|those|these)\b[^.;:“”\"]{0,80}?(?:,| and|;|, and|, while) the "
    r"(?:other|remaining) "
)
_OF_THEM = re.compile(r" of (?:them|which|whom|these|those)\b")
# "All 31 survivors were brought ashore; 19 had gone home and 12 were …"
_ALL = re.compile(r"\b(?:all|the|those|these|all the) $", re.IGNORECASE)
_BREAK = re.compile(r"(?: [\w’',-]+){1,12}(?:;|:| —| –|\. ) ?")
_NEXT = re.compile(r"(?: [\w’'./-]+){0,9}?(?:, and|,| and) (?:just |only |the other )?")
# "China lends $1.2 billion and the state pays $900 million"
_NEXT_PAYS = re.compile(r"(?: [\w’'./-]+){0,6}?(?:, and|,| and)(?: [\w’'-]+){0,4} ")
# Of one and the same thing two such things may be said.
_MAY_OVERLAP = re.compile(
    r"\b(?:also|both|had|have|has|with|who|aged|under|over|once|twice|times|wear\w*|suffer\w*|said"
    r"|say|report\w*|women|men|children|born|speak\w*|includ\w*|at least|more|receiv\w*|won"
    r"|use[ds]?|like[ds]?|own(?:s|ed)?)\b",
    re.IGNORECASE,
)
# Two of which exclude each other all the same: "60 had gone home, 12 had died".
_ENDS = re.compile(
    r"\b(?:survived?|died|killed|drowned|released|discharged|gone home|recovered|missing|still"
    r"|men|women|boys|girls|sold|kept|won|lost|drawn)\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset(("people", "persons", "victims", "patients", "passengers", "workers"))
_HEDGED = 0.08  # "some 80": how far the whole may be off, as a share of it
_DONT_KNOW = re.compile(
    r"\b(?:undecided|unsure|not sure|(?:did|do|does)(?: not|n[’']t) know|no (?:opinion|answer|view)"
    r"|abstain\w*|refused)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:from|to|up|down|than|compared|against last|a year|rose|fell)\b")
_PLAYED = re.compile(r"(?: [\w’-]+){0,1} (?:out )?of (?:(?:the|his|her|its|their) )?(?:[\w-]+ )?")
_RESULT = re.compile(r"\b(won|drawn|drew|tied|lost|winning|drawing|losing) $", re.IGNORECASE)
_GAMES = frozenset(map(stem, ("games", "matches", "tests", "fights", "bouts", "races")))
_RESULTS = ({"draw", "tie"}, {"defeat", "losse", "loss", "los"}, {"win", "victori", "victory"})


def find(line: Line) -> Iterator[Slip]:
    for n in range(len(line) - 2):
        yield from _more_than_whole(line, n)
        yield from _games(line, n)
        yield from _the_other(line, n)
        yield from _results(line, n)
    yield from _poll(line)


def _more_than_whole(line: Line, n: int) -> Iterator[Slip]:
    whole = line.figures[n]
    if is_share(whole) or not _opens(line, n):
        return
    money = (whole.unit or "").isupper() and _OF_WHOM.fullmatch(line.between(n))
    joint = _NEXT_PAYS if money else _NEXT
    parts = line.figures[n + 1 : line.end_of_list(n + 1, joint) + 1]
    if len(parts) < 2 or not all(_is_part(part, whole) for part in parts):
        return
    if max(part.number for part in parts) > whole.number:
        return
    said = line.text[parts[0].span.end : line.end]
    if _MAY_OVERLAP.search(said) and len(set(_ENDS.findall(said.lower()))) < 2:
        return
    total = sum(part.number for part in parts)
    slack = whole.half_unit if whole.exact else _HEDGED * whole.number
    if total > whole.number + slack + sum(part.half_unit for part in parts):
        yield Slip(
            f"{added(parts)} make {plain(total)}, more than {shown(whole)}.",
            (whole, *parts),
            Severity.MEDIUM,
        )


def _opens(line: Line, n: int) -> bool:
    """Whether the figure at n is a whole whose parts are told next."""
    before, gap = line.before(n), line.between(n)
    if _OF_THE.search(before):
        return bool(_THEN.fullmatch(gap)) and not _OF_THEM.match(line.between(n + 1))
    if _OF_WHOM.fullmatch(gap):
        return True
    if _OF_THEM.match(line.between(n + 1)):
        return bool(_THEN_SOME.fullmatch(gap))
    return bool(_ALL.search(before) and _BREAK.fullmatch(gap))


def _is_part(part: Figure, whole: Figure) -> bool:
    money = (part.unit or "").isupper()
    counted = part.unit in (None, whole.unit) or (whole.unit in _PEOPLE and not money)
    return part.exact and not is_share(part) and counted


def _the_other(line: Line, n: int) -> Iterator[Slip]:
    """Some of them and the others are all that there are."""
    whole, some, others = line.figures[n : n + 3]
    if not all(f.exact and not is_share(f) for f in (whole, some, others)):
        return
    if not _THE_OTHER.fullmatch(line.between(n + 1)) or len(line.between(n)) > 60:
        return
    total = some.number + others.number
    alike = some.unit in (None, whole.unit) and others.unit in (None, whole.unit)
    if alike and whole.unit and total != whole.number and some.number < whole.number:
        yield Slip(
            f"{added((some, others))} make {plain(total)}, not {shown(whole)}.",
            (whole, some, others),
            Severity.MEDIUM,
        )


def _results(line: Line, n: int) -> Iterator[Slip]:
    """ "from 30 games, having won 17, drawn seven and lost six"."""
    if n + 3 >= len(line):
        return
    played, *rest = line.figures[n : n + 4]
    words = [_RESULT.search(line.before(k, 14)) for k in (n + 1, n + 2, n + 3)]
    kinds = {match[1][0].lower() for match in words if match}
    if played.noun not in _GAMES or not all(f.exact for f in (played, *rest)) or len(kinds) != 3:
        return
    total = sum(figure.number for figure in rest)
    if total != played.number and len(line.between(n)) < 60:
        yield Slip(
            f"{added(rest)} make {plain(total)}, not {shown(played)}.",
            (played, *rest),
            Severity.MEDIUM,
        )


def _games(line: Line, n: int) -> Iterator[Slip]:
    """ "won 71 of 104 games, with 18 draws and 15 defeats": all that can come of a game."""
    if n + 3 >= len(line) or not _PLAYED.fullmatch(line.between(n)):
        return
    won, played, *rest = line.figures[n : n + 4]
    if not all(f.exact for f in (won, played, *rest)):
        return
    kinds = [next((k for k, nouns in enumerate(_RESULTS) if f.noun in nouns), None) for f in rest]
    if None in kinds or kinds[0] == kinds[1] or not re.search(r"\b(?:won|lost)\b", line.before(n)):
        return
    total = won.number + sum(f.number for f in rest)
    if total != played.number:
        yield Slip(
            f"{added((won, *rest))} make {plain(total)}, not {shown(played)}.",
            (played, won, *rest),
            Severity.MEDIUM,
        )


def _poll(line: Line) -> Iterator[Slip]:
    """Answers to one question: with those who do not know, they are a hundred at most."""
    shares: Sequence[Figure] = [f for f in line.figures if f.is_percent and f.exact]
    if len(shares) < 3 or len(shares) > 6:
        return
    told = line.text[shares[0].span.start : line.end]
    if not _DONT_KNOW.search(told) or _MOVES.search(told):
        return
    total = sum(share.number for share in shares)
    if total > 101.5 + 0.5 * (len(shares) - 3):
        yield Slip(
            f"The answers make {plain(total)} percent together.", tuple(shares), Severity.MEDIUM
        )
