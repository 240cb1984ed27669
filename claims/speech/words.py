"""Closed classes of English words that tell where a subject begins and ends.

The lists stand in ``claims/data/speech_words.toml``; all words in lower case.
"""

from __future__ import annotations

import tomllib
from importlib import resources

from claims.people import lexicon

_LISTS = tomllib.loads(
    resources.files("claims.data").joinpath("speech_words.toml").read_text(encoding="utf-8")
)


def _words(name: str) -> frozenset[str]:
    return frozenset(str(_LISTS[name]).split())


SUBJECT_PRONOUNS = _words("subject_pronouns")
PRONOUNS = _words("pronouns")
POSSESSIVES = _words("possessives")
BE = _words("be")
DETERMINERS = _words("determiners")
FILLERS = _words("fillers")
LY_NOUNS = _words("ly_nouns")
CLAUSE_OPENERS = _words("clause_openers")
SUBORDINATORS = _words("subordinators")
PREPOSITIONS = _words("prepositions")
OPENERS = _words("openers")
TIME_WORDS = _words("time_words")
NOT_INVERTED = _words("not_inverted")
PARTICLES = _words("particles")
ROLES = _words("roles") | {
    word
    for word, title in lexicon.TITLES.items()
    if title.kind in ("office", "role", "kin") and word not in _words("no_roles")
}
BODY_NOUNS = _words("body_nouns")
STATES_SHORT = _words("states_short")
SPEECH_NOUNS = _words("speech_nouns")
BASE_SUBJECTS = _words("base_subjects")
WORKS = _words("works")
TERMS = _words("terms")
NO_SUBJECT = _words("no_subject")
INDEFINITE = _words("indefinite")
DASHES = _words("dashes")
BARE_CLAUSE = _words("bare_clause")
CROWDS = _words("crowds")
AUXILIARIES = _words("auxiliaries")
DOCUMENTS = _words("documents")
SECOND_NAMES = _words("second_names")
LABELS = _words("labels")
WITH_CLAUSE = _words("with_clause")
CLOSING_VERBS = _words("closing_verbs")
FIRMS = _words("firms")
SIGNED = DOCUMENTS | _words("signed")
VIEWS = _words("views")
UTTERANCES = _words("utterances")
CARRIERS = _words("carriers")
COMMON_OPENERS = _words("common_openers")
MANY = _words("many")
SPEAK_OF_OTHERS = _words("speak_of_others")


def is_common(word: str) -> bool:
    """Whether a sentence's head alone gives the word its capital: "Police", "Officials", "Two"."""
    low = word.lower()
    one = low.removesuffix("s")
    return low in DETERMINERS | CROWDS | COMMON_OPENERS | MANY or one in ROLES
