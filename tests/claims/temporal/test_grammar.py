from __future__ import annotations

import datetime as dt

import pytest

from claims.temporal.calendar import VALUE
from claims.temporal.grammar import RULES
from claims.temporal.rule import Rule
from claims.temporal.tagger import find

WRITTEN_ON = dt.date(2021, 3, 18)


@pytest.mark.parametrize(
    ("rule", "text", "value"),
    [
        pytest.param(rule, text, value, id=f"{rule.name}: {text}")
        for rule in RULES
        for text, value in rule.examples.items()
    ],
)
def test_a_rule_reads_its_examples(rule: Rule, text: str, value: str) -> None:
    said = [(found.name, timex.value) for found, timex in find(text, WRITTEN_ON)]
    assert (rule.name, value) in said


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(rule, text, id=f"{rule.name}: {text}")
        for rule in RULES
        for text in rule.near_misses
    ],
)
def test_a_rule_leaves_its_near_misses_alone(rule: Rule, text: str) -> None:
    assert rule.name not in [found.name for found, _ in find(text, WRITTEN_ON)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_carries_an_example_or_a_near_miss(rule: Rule) -> None:
    assert rule.examples or rule.near_misses
    assert all(VALUE.fullmatch(value) for value in rule.examples.values())


def test_names_of_rules_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
