"""What stands around a treaty's name: years, cited articles, and words that only treaties attract.

Every function looks at a bounded window of the text, so that a text costs what it is long.
"""

from __future__ import annotations

import re

_WINDOW = 90

# "ratified the …", "a party to the …", "under the terms of the 1936 …"
_BEFORE = re.compile(
    r"\b(?:ratif\w+|(?:re|co-?)?sign(?:ed|s|ing|ator\w+)?|acced\w+|accession|join(?:ed|s|ing)?"
    r"|quit\w*|leav(?:e|es|ing)|left|withdr\w+|exit\w*|pull\w* out of|walk\w* out of|abandon\w*"
    r"|renounc\w+|denounc\w+|terminat\w+|scrap\w*|abrogat\w+|violat\w+|breach\w*"
    r"|compl(?:y|ies|ied|iance|ying)(?: with)?|non-?compliance|adher\w+|abid\w+|extend\w*"
    r"|extension of|renew\w*|suspen\w+|negotiat\w+|part(?:y|ies) to|under|terms of|provisions? of"
    r"|obligations? (?:under|to)|articles? \S+ of|pursuant to|accordance with|contrary to"
    r"|conclud\w+|initial(?:l?ed)|verif\w+|implement\w+|replac\w+|revis\w+|amend\w+|signing of"
    r"|bound by|enshrined in|annex(?:ed)? to|protocol to|successor to|called|known as|protected by"
    r"|required by|respect|honou?r|approv\w+|adopt\w*|endors\w+|reject\w*|in the)\b"
    r"\W+(?:[\w'’.-]+ ){0,3}[\"“‘']?$",
    re.IGNORECASE,
)
# "… was ratified", "… entered into force", "… prohibits"
_AFTER = re.compile(
    r"[\"”’']?(?: \([^)]{1,20}\))?,?(?: \w+){0,2}? ?\b(?:(?:was|were|is|are|been) (?:signed"
    r"|ratified|adopted|concluded|initialled|extended|terminated)|ratifi\w+|signed"
    r"|came into (?:force|effect)"
    r"|entered into force|took effect|takes effect|expire[sd]?|obligations|signator\w+"
    r"|states parties|member states|verification|inspections|prohibits|bans|banned|obliges"
    r"|requires|commits|recogni[sz]ed|binds|outlaws|governs|guarantees|stipulat\w+|provide[sd]?)\b"
)
# "quit the CFE", "under the ATT"
_BEFORE_ACRONYM = re.compile(
    r"\b(?:ratif\w+|signator\w+ (?:to|of)|signed|acced\w+ to|accession to|withdr\w+ from|quit"
    r"|violat\w+(?: of)?|breach(?:ed|es|ing)?(?: of)?|in breach of|abrogat\w+|adher\w+ to"
    r"|complian\w+ with|compl\w+ with|abid\w+ by|part(?:y|ies) to|terms of|provisions of"
    r"|obligations under|art(?:icles?|s?\.) \S+ of|pursuant to|extend|extension of|denounc\w+"
    r"|renounc\w+|under) (?:the )?(?:\d{4} )?(?:\w+ and )?[\"“‘']?$",
    re.IGNORECASE,
)
# "CFE limits", "the ATT's obligations"
_AFTER_ACRONYM = re.compile(
    r"[\"”’']?(?:['’]s)? (?:nuclear |arms |arms[- ]control |arms reduction |trade |human rights )*"
    r"(?:treat(?:y|ies)|agreements?|accords?|pacts?|conventions?|protocols?|signator\w+"
    r"|obligations?|ratification|verification|limits|inspections|entered into force|expire[sd]?"
    r"|was signed|states parties|member states|withdrawal|safeguards|review conference)\b",
    re.IGNORECASE,
)


def treated(text: str, start: int, end: int) -> bool:
    """Whether the words around say treaty: "signed the …", "… entered into force"."""
    before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
    return bool(before or _AFTER.match(text[end : end + _WINDOW]))


def treated_acronym(text: str, start: int, end: int) -> bool:
    """The same for a bare acronym, and stricter: "quit the CFE", "the ATT's obligations"."""
    return treated_before(text, start) or bool(_AFTER_ACRONYM.match(text[end : end + _WINDOW]))


def treated_before(text: str, start: int) -> bool:
    """The same, told by the words before alone: "signed the Warsaw Pact", not "… agreement"."""
    return bool(_BEFORE_ACRONYM.search(text[max(0, start - _WINDOW) : start]))


_ATTENDED = re.compile(r"\b(?:at|during|attend\w*|addressed|opened|opening) (?:the |its |this )?$")


def attended(text: str, start: int) -> bool:
    """Whether one goes there: "at the …", "attended the …"."""
    return bool(_ATTENDED.search(text[max(0, start - 24) : start]))


# ---- years ------------------------------------------------------------------------------------

_YEAR_BEFORE = re.compile(r"(\w+)?[^\w]*\b(1[0-9]{3}|20[0-9]{2})[ \xa0]+[\"“‘']?$")
_LOOSE = frozenset("in by since until till from during after before around about circa and".split())
_MONTH = (
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?"  # "Sept. 8", "August"
)
_DAY = rf"(?:{_MONTH} (?:\d\d?(?:st|nd|rd|th)?,? )?|\d\d?(?:st|nd|rd|th)? {_MONTH},? )?"
_YEAR_AFTER = re.compile(
    r"^[\"”’']?(?: \([A-Z][A-Za-z-]{1,9}\))?"
    rf"(?: of (?:the )?{_DAY}| \({_DAY}|,? (?:which )?(?:was |were )?(?:first )?"
    rf"(?:signed|concluded|adopted|agreed) (?:in (?:[A-Z][a-z]+ (?:in|on) )?|on )?{_DAY}"
    r"| \(signed (?:in )?| from )"
    r"(1[0-9]{3}|20[0-9]{2})\b(?![-–]\d)"
)
# "the 2010 NPT review conference", "the 2019 INF Treaty withdrawal": the year is the noun's
_NOUN_NEXT = re.compile(
    r"^[\"”’']? (?:[A-Z]|\w+(?:tion|sion|ment|ance|ence|ing|ship|ity|ism|ary|tions|ments|ures?)\b"
    r"|(?:review|talks?|summit|withdrawal|exit|rulebook|deadline|breach|collapse|pullout|targets?"
    r"|regime|members?|levels?|report|data|deal|vote|debate|decision|process|goals?|limits?|rules?"
    r"|process|renewal|crisis|row|protests?|referendum|campaign|day|era)\b)"
)
_ANY_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")


def year_of(text: str, start: int, end: int) -> int | None:
    """The year that the article gives the treaty.

    "the 1987 INF Treaty", "the Treaty of Paris of 1763", "the INF Treaty, signed in 1987"; not
    "In 1985 INF negotiators", "the 2010 NPT review conference".
    """
    before = _YEAR_BEFORE.search(text[max(0, start - 24) : start])
    if before and not _NOUN_NEXT.match(text[end : end + 30]):
        leading = (before[1] or "").lower()
        if leading and leading not in _LOOSE:
            return int(before[2])
    return year_after(text, end)


def year_after(text: str, end: int) -> int | None:
    """The year that follows the name: "of 1763", ", signed in 1987", "(1902)"."""
    after = _YEAR_AFTER.match(text[end : end + _WINDOW])
    return int(after[1]) if after else None


def years_in(text: str) -> list[int]:
    """Every year that stands in the text, in order."""
    return [int(year) for year in _ANY_YEAR.findall(text)]


# ---- articles ---------------------------------------------------------------------------------

_SPELLED = dict(
    zip(
        "one two three four five six seven eight nine ten".split(),
        map(str, range(1, 11)),
        strict=True,
    )
)
_NUMBER = (
    r"(?:\d{1,3}(?:\([0-9a-z]{1,3}\))*[a-z]?|[IVXLC]{1,7}|"
    + "|".join(word.title() for word in _SPELLED)
    + r")"
)
_NUMBERS = rf"{_NUMBER}(?:(?:, | and | or | to |[-–]){_NUMBER})*"
_PART = r"(Article|Articles|Art\.|Arts\.|Clause|Section|Chapter|Annex|Title|Part)"
_ARTICLE_BEFORE = re.compile(
    rf"\b{_PART} ({_NUMBERS})(?:,? (?:paragraph|section|clause) \w+,?)? (?:of|to|in|under|from)"
    r" (?:the |its |their )?(?:[A-Za-z.]+['’]s |\d{4} |UN |U\.N\. |nuclear )?[\"“]?$"
)
_ARTICLE_AFTER = re.compile(
    rf"(?:['’]s?|,|[\"”])? ?\(?(?:(?:mutual-defen[cs]e|collective-defen[cs]e|mutual defen[cs]e) )?"
    rf"{_PART} ({_NUMBERS})(?!\w)"
)
_BARE = ("Art", "Clause", "Section")


def article_of(text: str, start: int, end: int) -> str | None:
    """The article cited, as printed: "5", "IV", "51(c)", "3 and 4"; "Chapter VII" for a chapter."""
    found = _ARTICLE_BEFORE.search(text[max(0, start - _WINDOW) : start]) or _ARTICLE_AFTER.match(
        text[end : end + _WINDOW]
    )
    if not found:
        return None
    number = _SPELLED.get(found[2].lower(), found[2])
    return number if found[1].startswith(_BARE) else f"{found[1]} {number}"
