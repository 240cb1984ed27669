"""Events as questions, and where each would be looked up."""

from __future__ import annotations

from collections.abc import Sequence

from claims import clauses, countries
from claims.document import Context
from claims.model import Claim, DateRef, EventValue, Modality, Party, Reference
from claims.temporal import wording

# What each type asks: with both sides, with the actor alone, with the target alone.
_ASKED = {
    "ambassador_recall": (
        "recall its ambassador to {target}",
        "recall its ambassador",
        "the ambassador to {target} recalled",
    ),
    "expulsion": (
        "expel {of_target} diplomats",
        "expel diplomats",
        "{of_target} diplomats expelled",
    ),
    "summons": (
        "summon {of_target} envoy",
        "summon an envoy",
        "{of_target} envoy summoned",
    ),
    "embassy_closure": (
        "close its mission in {target}, or have one closed there",
        "close a mission",
        "a mission in {target} closed",
    ),
    "ties_severed": (
        "break off ties with {target}",
        "break off ties",
        "ties with {target} broken off",
    ),
    "ties_restored": ("restore ties with {target}", "restore ties", "ties with {target} restored"),
    "annexation": (
        "annex territory of {target}",
        "annex the territory named",
        "territory of {target} annexed",
    ),
    "state_visit": ("send its leader to visit {target}", "make such a visit", "{target} visited"),
    "summit": ("meet {target} at this summit", "take part in this summit", "{target} met"),
}


def question(claim: Claim, context: Context) -> str:
    """One sentence to be answered with yes or no, with names and dates in full."""
    value = claim.value
    assert isinstance(value, EventValue)
    if (
        claim.modality is Modality.PLANNED
        and value.announced
        and value.event == "ambassador_recall"
    ):
        return _announced(claim, value, context)
    return _asked(claim, value, context)


def _asked(claim: Claim, value: EventValue, context: Context) -> str:
    sides = _sides(value)
    date = _when(value.date, claim, context)
    if value.event == "treaty_action":  # the article’s own verb carries the sense
        who = " and ".join(filter(None, (sides["actor"], sides["target"])))
        told = clauses.quoted(clauses.told(context, claim))
        return f"Is “{claim.exact}” right{' of ' + who if who else ''}{date}, in {told}?"
    both, actor_only, target_only = _ASKED.get(value.event) or _sanctions(value)
    person = f" ({value.person})" if value.person and value.event == "ambassador_recall" else ""
    if not sides["actor"]:
        if not sides["target"]:
            return f"Did what “{claim.exact}” tells of here happen{date}?"
        return _passive(f"{target_only.format(**sides)}{person}{date}")
    act = (both if sides["target"] else actor_only).format(**sides) + person + date
    match claim.modality:
        case Modality.NEGATED:
            return f"Is it right that {sides['actor']} did not {act}?"
        case Modality.HYPOTHETICAL:
            return f"Is it right that {sides['actor']} may {act}, and has not done so?"
        case Modality.PLANNED:
            return f"Does {sides['actor']} plan to {act}?"
    return f"Did {sides['actor']} {act}?"


def _passive(said: str) -> str:
    verb = "Were" if "diplomats" in said or said.startswith("ties") else "Was"
    return f"{verb} {said}?"


def _sanctions(value: EventValue) -> tuple[str, str, str]:
    act = "lift or ease sanctions" if value.purpose == "lifted" else "impose sanctions"
    return f"{act} on {{target}}", act, "{target} put under sanctions"


def _announced(claim: Claim, value: EventValue, context: Context) -> str:
    """ "Did Russia announce on …, that its ambassador to … would return home by …?" """
    sides = _sides(value)
    who = sides["actor"] or "the sending state"
    whom = f" to {sides['target']}" if sides["target"] else ""
    said = _when(value.announced, claim, context)
    date = _when(value.date, claim, context)
    return f"Did {who} announce{said} that its ambassador{whom} would be called home{date}?"


def _when(ref: DateRef | None, claim: Claim, context: Context) -> str:
    """The date with a space and its preposition before it, as exact as the article gives it."""
    if ref is None:
        return ""
    mod = None
    if ref.span is not None:
        found = context.document(claim.field).timexes_in(ref.span)
        mod = found[0].mod if found else None
    said = wording.when(ref.timex, mod)
    return f" {said}" if said else ""


def _sides(value: EventValue) -> dict[str, str]:
    target = _name(value.target)
    return {"actor": _name(value.actor), "target": target, "of_target": _possessive(target)}


def _name(party: Party | None) -> str:
    return countries.name(party.code) if party and party.code else ""


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def references(claim: Claim, context: Context) -> Sequence[Reference]:
    """The foreign ministries that would know, the actor’s first."""
    value = claim.value
    assert isinstance(value, EventValue)
    found = [_ministry(party.code) for party in (value.actor, value.target) if party and party.code]
    return tuple(found) or (Reference("The foreign ministries concerned"),)


def _ministry(code: str) -> Reference:
    if code in _MINISTRIES:
        return _MINISTRIES[code]
    return Reference(f"Foreign ministry of {countries.name(code)}")


_MINISTRIES = {
    "US": Reference("U.S. Department of State, press releases", "https://www.state.gov/"),
    "RU": Reference("Ministry of Foreign Affairs of Russia", "https://mid.ru/"),
    "GB": Reference(
        "Foreign, Commonwealth & Development Office",
        "https://www.gov.uk/government/organisations/foreign-commonwealth-development-office",
    ),
    "FR": Reference(
        "Ministère de l’Europe et des Affaires étrangères", "https://www.diplomatie.gouv.fr/"
    ),
    "DE": Reference("Auswärtiges Amt", "https://www.auswaertiges-amt.de/"),
    "EU": Reference("European External Action Service", "https://www.eeas.europa.eu/"),
    "IN": Reference("Ministry of External Affairs of India", "https://www.mea.gov.in/"),
    "JP": Reference("Ministry of Foreign Affairs of Japan", "https://www.mofa.go.jp/"),
    "VA": Reference("Holy See Press Office", "https://press.vatican.va/"),
}
