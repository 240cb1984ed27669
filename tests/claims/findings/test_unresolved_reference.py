from __future__ import annotations

import pytest

from claims import Article, check
from claims.model import Finding, FindingType

FILLER = (
    "The ferry to the island was late again on Tuesday, and the shops on the quay stayed shut. "
    "A storm had torn the awnings from their frames in the night. The council has no money left "
    "for new ones, and the insurers have yet to write. Nobody was hurt, but the fish was lost. "
) * 2


def findings(text: str) -> list[Finding]:
    found = check(Article(text=text + "\n\n" + FILLER)).findings
    return [f for f in found if f.type is FindingType.UNRESOLVED_REFERENCE]


def test_a_surname_with_an_honorific_that_nobody_introduced_is_found() -> None:
    (finding,) = findings(FILLER + "“It will be back in May,” Mr. Brandt said.")
    assert "Mr. Brandt" in finding.message
    assert finding.items


def test_a_quotation_by_he_before_any_man_is_found() -> None:
    (finding,) = findings("“It will be back in May,” he said. The pier shook.")
    assert "“he”" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Brandt runs the ferry. “It will be back in May,” Mr. Brandt said.",
        "Captain Brandt runs the ferry. “It will be back in May,” Mr. Brandt said.",
        "“It will be back in May,” Mr. Brandt said. Olaf Brandt runs the ferry.",
        "The Brandt Line runs the ferry. Mr. Brandt was not there.",
        "Mr. and Mrs. Brandt, the Brandts of Kiel, were there. Olaf Brandt runs the ferry.",
        "“Ask Mr. Brandt,” said Olaf Lund, who runs the ferry.",
        "The mayor arrived at noon. “It will be back in May,” she said.",
        "“It will be back in May,” Olaf Lund said. “In June,” he said.",
    ],
)
def test_whoever_was_introduced_is_no_finding(text: str) -> None:
    assert findings(text) == []


def test_an_excerpt_introduces_nobody_and_is_left_alone() -> None:
    assert check(Article(text="“No,” Mr. Brandt said.")).findings == ()
