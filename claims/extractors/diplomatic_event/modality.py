"""How a sentence puts an event: done, planned, only possible, denied, or merely asked for.

Read from the trigger upwards: its own auxiliaries and negation, then each word that governs it.
``data`` of the rule is in the word lists below; each word stands in one list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event import syntax
from claims.extractors.diplomatic_event.view import View
from claims.model import Modality
from claims.spacy_model import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# "threatened to recall", "is weighing whether to recall", "fears of a recall"
_HYPOTHETICAL = frozenset(
    "threaten threat talk consider consideration mull weigh contemplate ponder debate discuss "
    "discussion explore study examine hint suggest suggestion recommend recommendation "
    "propose proposal wish hope fear speculate speculation possibility prospect option idea "
    "risk chance warn warning likelihood scenario rumour rumor advocate oppose favour favor "
    "want vote motion resolution bill petition initiative whether believe think predict call "
    "seek evaluate review assess argue encourage entertain float might wonder potential "
    "possible depend appeal hesitate prefer campaign lobby draft support justify "
    "justification case ask likely unlikely tempt temptation incline inclination keen eager "
    "reluctant reluctance unwilling willing willingness ready readiness right power authority "
    "able need close verge brink reserve moot toy flirt contemplation exclude allow permit "
    "empower entitle authorise authorize".split()
)
# "demanded the recall", "urged Oslo to recall": somebody wants it, nobody has done it
_REQUESTED = frozenset(
    "urge demand request press push pressure plead beg implore invite petition insist".split()
)
# "denied that it had recalled", "ruled out recalling", "refused to recall"
_NEGATIVE = frozenset(
    "deny denial refuse refusal decline reject rejection refute avoid resist cancel dismiss "
    "rebut contradict false untrue baseless incorrect wrong unfounded refrain rule stop fail "
    "abandon drop shelve scrap postpone delay prevent block avert never disavow forgo eschew "
    "dispel overrule veto overturn revoke rescind reverse balk baulk shy back oppose".split()
)
# "plans to recall", "is set to recall", "vowed to recall"
_PLANNED = frozenset(
    "plan intend intention promise vow pledge prepare preparation agree agreement due set "
    "expect schedule poise about soon go".split()
)
_CONDITIONS = frozenset("if unless whether lest should".split())
_OPEN_QUESTION = ("whether", "if")
_POSSIBLE = frozenset("could might may can should ought must shall need".split())
_URGING = _REQUESTED | frozenset("call appeal ask want".split())
_SAYING = frozenset(
    "say announce declare state report confirm tell add inform note write reveal disclose claim "
    "tweet statement announcement news report indicate signal decide decision order notify".split()
)
# "warned of a recall", "voted for the recall"; other prepositions only say when and where.
_ABOUT = frozenset("for of on about against from to over short out upon with by towards".split())
# "the recall was not ordered": of other verbs, not doing them leaves the event as it was.
_DONE = frozenset("order carry make announce decide confirm implement execute plan".split())
_FALSELY = frozenset("falsely wrongly mistakenly erroneously incorrectly".split())
_COPULAS = ("be", "remain", "seem", "appear", "look", "become")
# "a possible recall", "the threatened withdrawal"
_DOUBTFUL = frozenset(
    "possible potential eventual threatened proposed hypothetical likely unlikely alleged "
    "prospective conceivable".split()
)
_NEGATIONS = frozenset("not n't n’t never no neither nor without hardly".split())
# Straight before the trigger, where a parse of a short or broken sentence goes astray.
_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|without|instead of|rather than|stopp?(?:ed|ing|s)? (?:just |well )?"
    r"short of|"
    r"rul(?:ed|es|ing) out|(?:is|are|ha(?:s|ve|d)) yet to|"
    r"no (?:plans?|intention|need|reason|decision)|no longer|"
    r"refrain(?:ed|s|ing)? from|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al)|"
    r"declin(?:e|es|ed|ing)|"
    r"far from|fell short of|held off|hold off|against)|n['’]t)"
    r"(?:\s+(?:on|any|the|a|an|its|their|yet|been|be|being|even|immediately|to|of|so far|"
    r"having|have|has|publicly|officially|formally|ever|actually|going|go as far as|his|her|plan|"
    r"plans|reports?|rumou?rs|claims|that|it|they|considering|planning|as|far))*\s*$",
    re.I,
)
# "resisted calls to recall", "Were Norway to recall …"
_ONLY_THOUGHT_OF = re.compile(
    r"\b(?:calls?|pressure|demands?|appeals?|proposals?|threats?|bids?|temptation)"
    r"\s+(?:to|for|of)\s+(?:the\s+)?$"
    r"|(?:^|[,;]\s)(?:Were|Should|Had)\s[\w\s’'.-]{1,40}\s(?:to\s)?$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """``requested_by``: the word for whoever asks, where the event is only asked for."""

    modality: Modality
    requested: bool = False
    requested_by: Token | None = None


def read(trigger: Token, view: View) -> Reading:
    """The modality of the event that the trigger names."""
    negations = int(_negated(trigger))
    if trigger.pos_ in ("NOUN", "PROPN"):
        negations += any(c.lower_ == "no" for c in trigger.children)
    before = view.text[max(0, trigger.idx - 60) : trigger.idx]
    hypothetical = _possible(trigger) or any(c.lower_ in _DOUBTFUL for c in trigger.children)
    hypothetical |= bool(_ONLY_THOUGHT_OF.search(before))
    hypothetical |= _is_asked(trigger, view) or _has_to(trigger)
    planned = _future(trigger)
    requested_by: Token | None = None
    requested = False
    reached_saying = False
    for word, governor in syntax.above(trigger):
        if _cut(word, governor):
            break
        lemma = _lemma(governor)
        if lemma in _SAYING:
            # "would not say whether it could recall" leaves open what "did not say it would" denies
            whether = any(child.lower_ in _OPEN_QUESTION for child in word.children)
            negations += _negated(governor) and not whether
            hypothetical |= whether or (_conditional(governor) and not reached_saying)
            reached_saying = True
            continue
        if _is_argument(word):
            if lemma in _REQUESTED:
                requested, requested_by = True, syntax.subject(governor) or governor
            elif (lemma in _NEGATIVE and _negative_use(governor)) or _is_called_off(governor):
                negations += 1
            elif lemma in _HYPOTHETICAL and _hypothetical_use(governor, word):
                hypothetical = True
                requested_by = requested_by or _asker(governor)
            elif _described(governor, _NEGATIVE):
                negations += 1
            elif lemma in _PLANNED:
                planned = True
            if governor.pos_ == "NOUN" and any(c.lower_ == "no" for c in governor.children):
                negations += 1
            if _negated(governor) and (word.dep_ != "nsubjpass" or lemma in _DONE):
                negations += 1
            if word.dep_ == "nsubjpass":  # "said that a summit would be held"
                planned |= _would(governor)
            else:
                hypothetical |= _would(governor) and not reached_saying
            hypothetical |= _possible(governor) and not reached_saying
            planned |= _future(governor) and not reached_saying
        elif word.dep_ in ("nsubj", "csubj", "nsubjpass") and lemma_of(governor) in _COPULAS:
            hypothetical |= _possible(governor) or _would(governor)
            hypothetical |= _described(governor, _HYPOTHETICAL)
            negations += _described(governor, _NEGATIVE)
        elif _conditional(word):
            hypothetical = True
        elif word.dep_ in ("conj", "xcomp") and governor.pos_ in ("VERB", "AUX"):
            same_form = word.tag_ == governor.tag_ or word.pos_ == "NOUN"
            if word.dep_ == "conj" and same_form and not _has_own_frame(word):
                negations += _negated(governor)
                hypothetical |= _possible(governor)
                planned |= _future(governor)
    if not negations and _DENIED.search(before):
        negations = 1
    if requested:
        return Reading(Modality.HYPOTHETICAL, True, requested_by)
    if negations % 2:
        return Reading(Modality.NEGATED)
    if negations or hypothetical:
        return Reading(Modality.HYPOTHETICAL, False, requested_by)
    if _would(trigger) and "have" in _auxiliaries(trigger):
        return Reading(Modality.HYPOTHETICAL)
    if _would(trigger):
        told = reached_saying or trigger.dep_ == "ccomp"
        return Reading(Modality.PLANNED if told else Modality.HYPOTHETICAL)
    return Reading(Modality.PLANNED if planned else Modality.ASSERTED)


def _described(verb: Token, words: frozenset[str]) -> bool:
    """Whether a verb says of something that it is one of these: "remains an option"."""
    return any(
        _lemma(c) in words for c in verb.children if c.dep_ in ("attr", "acomp", "oprd", "advmod")
    )


def _lemma(token: Token) -> str:
    return lemma_of(token).lower()


def _negated(token: Token) -> bool:
    """ "did not recall", "nobody recalled", "neither Oslo nor Bonn recalled"; not "not only"."""
    for c in token.children:
        negation = c.dep_ == "neg" or (
            c.lower_ in _NEGATIONS and c.dep_ in ("advmod", "preconj", "aux", "cc")
        )
        if negation and not _is_not_only(c):
            return True
        if c.dep_ in ("nsubj", "nsubjpass") and _is_nobody(c):
            return True
    return any(c.dep_ == "advmod" and c.lower_ in _FALSELY for c in token.children)


def _is_not_only(token: Token) -> bool:
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return after in ("only", "just", "merely", "simply", "surprisingly")


def _is_nobody(subject: Token) -> bool:
    if subject.lower_ in ("nobody", "none", "neither") or (
        subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.children)
    ):
        return True
    return any(c.lower_ in ("no", "neither") and c.i < subject.i for c in subject.children)


def _auxiliaries(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}


def _possible(token: Token) -> bool:
    return bool(_auxiliaries(token) & _POSSIBLE) or _conditional(token)


def _future(token: Token) -> bool:
    return bool(_auxiliaries(token) & {"will", "'ll", "’ll", "shall"}) or _is_to(token)


def _has_to(token: Token) -> bool:
    """ "has to recall", an obligation; "had to recall" was done."""
    head = token.head
    return token.dep_ == "xcomp" and head.lower_ in ("has", "have", "needs") and head != token


def _is_asked(token: Token, view: View) -> bool:
    """A question, or an inversion that is a condition: "Were Norway to recall", "Had Paris"."""
    subordinate = any(word.dep_ in ("advcl", "relcl") for word, _ in syntax.above(token))
    if view.text.rstrip("\"”’')] ").endswith("?") and not subordinate and token.dep_ != "advcl":
        return True
    first = token.doc[token.left_edge.i]
    return (first.lower_ in ("were", "should", "had") and first.dep_ in ("aux", "auxpass")) or (
        first.lower_ == "were" and _is_infinitive(token)
    )


def _is_to(token: Token) -> bool:
    """ "is to recall", "are to be withdrawn"."""
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    return to and lemma_of(token.head) == "be" and token.dep_ == "xcomp"


def _would(token: Token) -> bool:
    return "would" in _auxiliaries(token)


def _conditional(token: Token) -> bool:
    """Whether an "if" opens the clause, or another clause of it is under an "if"."""
    return any(
        c.lower_ in _CONDITIONS and c.dep_ in ("mark", "advmod") for c in token.children
    ) or (
        (bool(_auxiliaries(token) & {"would", "will"}) or token.tag_ in ("VBZ", "VBP"))
        and any(
            c.dep_ == "advcl" and any(g.lower_ in ("if", "unless") for g in c.children)
            for c in token.children
        )
    )


def _is_infinitive(word: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in word.children)


def _is_argument(word: Token) -> bool:
    """Whether the word says what its governor is about (and is not beside it, or its subject)."""
    if word.dep_ in ("relcl", "advcl"):  # "calls to recall", "called on Lima to recall"
        return _is_infinitive(word)
    return word.dep_ in (
        "xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "prep", "attr", "nsubjpass", "oprd",
        "compound", "poss", "obj",
    )  # fmt: skip


def _cut(word: Token, governor: Token) -> bool:
    """Beyond here, what governs says nothing about the event."""
    if (
        word.dep_ == "acl" and word.tag_ == "VBN" and not _has_own_frame(word)
    ):  # "sanctions imposed on"
        return True
    if word.dep_ == "prep" and governor.pos_ == "VERB":
        return word.i < governor.i or word.lower_ not in _ABOUT
    if word.dep_ in ("nsubj", "csubj") and lemma_of(governor) not in _COPULAS:
        return True
    if word.dep_ == "advcl" and not _conditional(word):
        return not (_is_infinitive(word) and _lemma(governor) in _URGING)
    if word.dep_ == "relcl" and _is_infinitive(word):
        return False
    if word.dep_ == "ccomp" and governor.i > word.i:
        # "The envoy was recalled, officials suggested"
        return True
    if word.dep_ == "conj" and word.pos_ == "NOUN" and syntax.child(word, "det") is not None:
        return True
    return word.dep_ in ("relcl", "npadvmod", "appos")


def _has_own_frame(word: Token) -> bool:
    return syntax.child(word, "aux", "nsubj", "nsubjpass", "auxpass") is not None


def _negative_use(governor: Token) -> bool:
    """ "rule out" and "stop short of", but not "rule" and "stop" alone."""
    match _lemma(governor):
        case "rule":
            return any(c.lower_ == "out" for c in governor.children)
        case "stop":
            return any(c.lower_ in ("short", "of") for c in governor.children)
    return True


def _is_called_off(governor: Token) -> bool:
    """ "called off", "put off"."""
    return _lemma(governor) in ("call", "put") and any(c.lower_ == "off" for c in governor.children)


def _hypothetical_use(governor: Token, word: Token) -> bool:
    """ "call for a recall" but not "called the recall a mistake"; "support" as a verb of wish."""
    match _lemma(governor):
        case "call":
            return governor.pos_ == "NOUN" or any(
                c.lower_ in ("for", "on", "upon") for c in governor.children
            )
        case "think" if word.dep_ == "prep":
            return word.lower_ in ("of", "about")
        case "discuss" | "debate" | "support" | "believe" | "think" | "argue" | "review":
            return governor.pos_ == "VERB" and word.dep_ in ("dobj", "xcomp", "ccomp", "pcomp")
        case "warn" | "hint" | "suggest" | "predict" | "wonder":
            return word.dep_ in ("ccomp", "xcomp", "prep", "dobj")
        case "case" | "appeal" | "resolution" | "motion" | "bill" | "vote" | "draft" | "review":
            return word.dep_ in ("prep", "acl", "xcomp")
        case "close" | "able" | "ready" | "right" | "power" | "keen" | "back" | "reserve" | "need":
            return word.dep_ in ("xcomp", "prep", "acl", "relcl", "advcl", "ccomp")
        case "risk" | "set" | "go":
            return word.dep_ in ("xcomp", "prep", "dobj", "acl")
    return True


def _asker(governor: Token) -> Token | None:
    if _lemma(governor) in ("call", "want", "ask", "appeal", "seek"):
        return syntax.subject(governor)
    return None
