"""Diplomatic events whose sides or words are told indirectly: by deed alike, by ruler, by body."""

from __future__ import annotations

import pytest

from claims.extractors.diplomatic_event import envoys, kinds, needles, recall
from claims.model import Modality
from tests.claims.extractors.test_diplomatic_event import (
    LATER,
    events,
    labelled,
    sides,
    told,
    value,
)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Peru recalled its ambassador to Chile and Chile did the same.", ("CL", "PE")),
        ("Norway recalled its envoy to Iran, and Denmark followed suit.", ("DK", "IR")),
        ("Norway recalled its envoy to Iran. Sweden took the same step on Friday.", ("SE", "IR")),
        ("Ghana expelled two Togolese diplomats. Togo responded in kind.", ("TG", "GH")),
    ],
)
def test_a_step_taken_once_more_is_an_event_of_its_own(text: str, second: tuple[str, str]) -> None:
    first, echo = events(text)
    assert value(first).event == value(echo).event
    assert sides(echo) == second


def test_a_step_that_no_event_came_before_is_none() -> None:
    assert events("The bank raised its rate in Oslo, and Denmark followed suit.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin met Erdogan in Sochi on Monday.", ("summit", "RU", "TR")),
        (
            "Ghanaian President Kofi Ansah and Malian President Ali Keita held talks in Accra.",
            ("summit", "GH", "ML"),
        ),
        (
            "It was the first visit to Cuba by a sitting American president.",
            ("state_visit", "US", "CU"),
        ),
        (
            "The Danish queen landed in Tallinn for a three-day state visit.",
            ("state_visit", "DK", "EE"),
        ),
    ],
)
def test_rulers_who_meet_or_visit_make_an_event(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's foreign minister, Kofi Ansah, met Malian President Ali Keita in Accra.",
        "Obama adviser Ada Quill met Macron in Paris.",
        "Former Ghanaian President Kofi Ansah met Macron in Paris.",
        "The coach met the striker in Madrid before the summit clash with Norway.",
        "Tourists on a visit to Norway met the prime minister.",
    ],
)
def test_those_who_do_not_rule_meet_without_a_summit(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("In 1980, Denmark recalled its ambassador from Moscow.", "SU"),
        ("In 1998, Denmark recalled its ambassador from Moscow.", "RU"),
        ("In May 1992 Denmark recalled its ambassador from Belgrade.", "YU"),
        ("In 1968 Denmark recalled its ambassador from Prague.", "CS"),
        ("Denmark recalled its ambassador from Moscow.", "RU"),
    ],
)
def test_a_seat_stands_for_the_state_of_that_year(text: str, target: str) -> None:
    assert [sides(claim) for claim in events(text)] == [("DK", target)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Security Council imposed some of the harshest sanctions yet on Mali.", "ML"),
        ("The trade embargo that the United Nations has imposed on Mali will stay.", "ML"),
        ("The African Union slapped sanctions on three generals.", None),
    ],
)
def test_a_body_of_states_puts_under_sanctions_and_has_no_code(
    text: str, target: str | None
) -> None:
    (claim,) = events(text)
    actor = value(claim).actor
    assert value(claim).event == "sanctions"
    assert actor is not None
    assert actor.code is None
    assert actor.text
    assert sides(claim)[1] == target


def test_sanctions_that_stay_have_been_imposed() -> None:
    (claim,) = events("The council will not lift the sanctions imposed on Mali by France.")
    assert claim.modality is Modality.ASSERTED
    assert sides(claim) == ("FR", "ML")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Chad recalled its envoy to Mali as a sign of its anger.", ("TD", "ML")),
        ("Its ambassador to Mali, recalled in May, is back, Chad said.", ("TD", "ML")),
        ("The Chadian envoy, called home from Mali in May, is back.", ("TD", "ML")),
        ("Chad is to summon home its envoy to Mali.", ("TD", "ML")),
        ("The Danes brought their envoy home from Mali.", ("DK", "ML")),
        ("Chad's envoy to Mali flew home on the orders of the president.", ("TD", "ML")),
        ("The recall for consultations of Chad's ambassador to Mali was expected.", ("TD", "ML")),
        ("The Pope recalled his envoy to Mali for talks in Rome.", ("VA", "ML")),
        ("The recall to Lima of Ambassador Ana Ruiz of Peru surprised Chile.", ("PE", "CL")),
    ],
)
def test_a_recall_may_be_told_beside_the_envoy_or_as_a_sign(
    text: str, pair: tuple[str, str]
) -> None:
    assert [sides(claim) for claim in events(text)] == [pair]


def test_people_sent_away_over_a_crime_are_not_diplomats() -> None:
    assert events("Kenya expelled five Chadians who were questioned over the theft.") == []


def test_a_mission_number_two_is_a_diplomat() -> None:
    assert told("Chad declared the deputy head of the Malian embassy persona non grata.") == [
        ("expulsion", "TD", "ML")
    ]
    assert told("Chad told Mali to pull 12 of its 30 diplomats out.") == [("expulsion", "TD", "ML")]


def test_they_are_all_the_states_of_the_subject_before() -> None:
    found = events("Fiji, Tonga and Samoa said they had recalled their envoys to Nauru.")
    assert [sides(claim) for claim in found] == [("FJ", "NR"), ("TO", "NR"), ("WS", "NR")]


def test_an_envoy_on_leave_is_not_recalled() -> None:
    assert events("The Thai ambassador returned to Bangkok on leave, the embassy said.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad gave two Malian diplomats a week to get out.", ("expulsion", "TD", "ML")),
        ("Chad hit six Malian generals with sanctions.", ("sanctions", "TD", "ML")),
        ("Chad has frozen the assets of two Malian generals.", ("sanctions", "TD", "ML")),
        ("Chad called the Malian envoy in to explain.", ("summons", "TD", "ML")),
        ("Chad ordered Mali's diplomats out within two days.", ("expulsion", "TD", "ML")),
        ("Chad ratified the Escazú Agreement.", ("treaty_action", "TD", None)),
        ("The Escazú Agreement, which Chad signed in 2019, lapsed.", ("treaty_action", "TD", None)),
        (
            "Chad told Mali that it had closed its consulate in Upper Wessing.",
            ("embassy_closure", "TD", "ML"),
        ),
    ],
)
def test_events_in_other_words_are_found_too(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    assert told(text) == [expected]


def test_no_pattern_matches_where_its_needles_are_not_held() -> None:
    names = ("recalls_own.jsonl", "recalls_own_second.jsonl", "other_types.jsonl", *LATER)
    for text in (row["text"] for row in labelled(*names)):
        low = text.lower()
        for rule in kinds.RULES:
            assert needles.held(rule.needles, low) or not rule.wanted(text), (rule, text)
        assert needles.held(needles.ENVOY, low) or not envoys.HEAD.search(text), text
        assert needles.held(needles.RECALL, low) or not recall.CUE.search(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Chad is thinking of recalling its ambassador to Mali.",
        "If Mali votes no, our ambassador in Bamako comes home, Chad's president said.",
        "Israel's plan to annex the West Bank was put off.",
    ],
)
def test_what_is_thought_of_or_put_off_has_not_happened(text: str) -> None:
    assert {claim.modality for claim in events(text)} <= {Modality.HYPOTHETICAL, Modality.NEGATED}


def test_a_mission_that_stays_shut_is_not_closed_again() -> None:
    assert events("Chad's embassy in Bamako stays shut, the envoy said.") == []


def test_the_two_powers_that_sign_are_the_treatys_own() -> None:
    assert told("The two powers signed the Soviet-Japanese Neutrality Pact in 1941.") == [
        ("treaty_action", "SU", "JP")
    ]


def test_a_side_is_in_the_words_of_its_sentence_where_the_envoy_is_named() -> None:
    (event,) = events("Peru recalled its ambassador to Chile, Ada Hale, on Monday.")
    actor = value(event).actor
    assert actor is not None
    assert (actor.code, actor.text) == ("PE", "Peru")


def test_a_treaty_act_is_asked_in_the_words_of_the_article() -> None:
    (event,) = events("Peru and Chile signed the Treaty of Lima on 3 June 1929.")
    assert event.question == (
        "Is “signed” right of Peru and Chile on Monday, 3 June 1929, "
        "in “Peru and Chile signed the Treaty of Lima on 3 June 1929”?"
    )
