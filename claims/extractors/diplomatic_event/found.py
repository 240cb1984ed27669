"""What an event rule hands back: one event of one pair of states, at one trigger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extractors.diplomatic_event.envoys import Envoy
from claims.model import Modality, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """``trigger`` counts in the document; ``token`` is its head, for finding the date.

    ``follows``: an event told before may tell the target, where the sentence does not;
    ``elliptic``: unless it does, this is no event at all.
    """

    event: str
    trigger: Span
    token: Token
    modality: Modality
    actor: Party | None = None
    target: Party | None = None
    person: str | None = None
    purpose: str | None = None
    follows: bool = False
    elliptic: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger and the envoy it concerns. ``subject`` is the word for who acts, if any."""

    token: Token
    envoy: Envoy
    subject: Token | None
    noun: bool = False
