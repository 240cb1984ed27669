"""Whom the words for a speaker mean, where several could be meant."""

from __future__ import annotations

import pytest

from claims import Article
from claims.anchor import find_anchor
from claims.document import Context
from claims.speech import Said


def quotations(text: str) -> tuple[Said, ...]:
    article = Article(text=text)
    return Context(article, find_anchor(article)).body.speech.quotations


def speakers(text: str) -> list[str | None]:
    return [said.speaker.name if said.speaker else None for said in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lena Moor, sister of Mayor Paul Moor, spoke at the quay. “We stay,” Moor said.",
            "Lena Moor",
        ),
        ("Paul Moor and Lena Moor run the inn. “We stay,” Mrs. Moor said.", "Lena Moor"),
        ("“We stay,” Mr. Moor said. Lena Moor and Paul Moor run the inn.", "Paul Moor"),
        ("“We stay,” Mrs. Moor said. Paul Moor and Lena Moor run the inn.", "Lena Moor"),
    ],
    ids=["who opened the sentence", "by honorific", "named only later", "named only later, her"],
)
def test_of_two_with_one_surname_the_right_one_speaks(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


def test_who_spoke_last_goes_on_though_a_namesake_is_mentioned() -> None:
    text = (
        "“We stay,” Lena Moor said.\n\nThe inn was built for Paul Moor in 1990, and the town "
        "bought the yard from Paul Moor later.\n\n“Nobody leaves,” Moor added."
    )
    assert speakers(text) == ["Lena Moor", "Lena Moor"]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Moor, founder of Boats for All, a charity that lends boats, called it “a farce.”",
        "Lena Moor, an analyst with Kerr, Stone & Co., finds the plan flawed. “Why?” she asked.",
        "Lena Moor, a former pastor, -- told me on Friday that “they left.”",
        "“We held him for a day” in the inquiry, police spokeswoman Sgt. Lena Moor said.",
        "Branded “worms” by Lena Moor, many left the town.",
        "The plan was called “reckless” and “dear” by Lena Moor.",
        "The plan was, in Lena Moor’s words, “a farce.”",
        "Few of them are “safe” in Lena Moor’s eyes.",
        "The port shut, and there is “no way” back, Lena Moor said.",
        "Lena Moor paid a man who said he was cold, saying, “Not a word more.”",
        "Lena Moor told a girl who said that she was tired that “tides do not wait.”",
        "In a hearing, where Lena Moor sat, she came under fire for saying the sea was “dry.”",
        "“It is late!” His niece, state Rep. Lena Moor, shouted to the crowd.",
        "In a statement signed by Lena Moor, the crews gave up. “We mourn,” the statement said.",
        "“We won,” said Lena Moor. The rival’s “time is up for good and all.”",
    ],
)
def test_a_speaker_is_found_behind_asides_and_passives(text: str) -> None:
    assert set(speakers(text)) == {"Lena Moor"}


def test_whom_a_lead_speaks_of_is_named_in_the_next_paragraph() -> None:
    text = "A cook who won a boat said it was “a dream.”\n\nLena Moor, 41, won it on Friday."
    assert speakers(text) == ["Lena Moor"]


@pytest.mark.parametrize(
    "text",
    [
        "A police officer said she was “calm.”\n\nLena Moor, 41, was held on Friday.",
        "A man who saw it said it was “late.”\n\nLena Moor, 41, was held on Friday.",
        "A cook who won a boat said it was “old.”\n\nLena Moor was held on Friday.",
    ],
)
def test_who_is_named_next_need_not_be_who_spoke(text: str) -> None:
    assert speakers(text) == [None]


def test_a_surname_one_letter_off_is_that_of_the_one_named_in_full() -> None:
    assert speakers("“We won,” Berhmann said. The crew cheered Ruth Behrmann.") == ["Ruth Behrmann"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Orr rose. Asked why, the Ohio senator said it was “late.”", ["Tom Orr"]),
        ("Tom Orr, a U.S. senator, rose.\n\nThe Ohio senator said it was “late.”", ["Tom Orr"]),
        ("Tom Orr rose.\n\nThe Ohio senator said it was “late.”", ["Ohio senator"]),
        ("Mr. Tom Orr rose. The Irishman said it was “late.”", ["Tom Orr"]),
        ("Mr. Tom Orr rose. The Canadian said it was “late.”", ["Tom Orr"]),
        ("Mr. Tom Orr rose. The Canadians said it was “late.”", ["Canadians"]),
        ("Lena Moor rose. The businessman said it was “late.”", [None]),
        (
            "Mr. Kim wrote to the Burman family. “No,” said Burman. Len Burman is 40.",
            ["Len Burman"],
        ),
    ],
)
def test_an_office_means_its_holder_who_was_just_spoken_of(
    text: str, expected: list[str | None]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Holt & Brandt fell. The company said sales were “flat.”", "Holt & Brandt"),
        ("“It is wet,” Lena Moor, a cook in Leeds, said by telephone.", "Lena Moor"),
        ("They hired Tom Orr, a step chairwoman Lena Moor called “bold”.", "Lena Moor"),
        (
            "The Harbour Ministry, which owns it, calls the plan a “gift” to all.",
            "Harbour Ministry",
        ),
    ],
)
def test_means_and_asides_hide_no_speaker(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


def test_a_man_without_a_name_is_not_she() -> None:
    text = "Lena Moor stood up. A man said he was “cold.” She said it was “late.”"
    assert speakers(text) == [None, "Lena Moor"]


def test_a_surname_in_ly_is_no_adverb() -> None:
    assert speakers("“We stay,” said Ruth Bickerly, a cook. Bickerly called it “home.”") == [
        "Ruth Bickerly",
        "Ruth Bickerly",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orbit Rail Group Ltd. hired her. Orbit said it was “a coup.”",
            ["Orbit Rail Group Ltd"],
        ),
        ("Kerr & Stone Ltd said it was “pleased.”", ["Kerr & Stone Ltd"]),
        (
            "A statement by the Harbour Ministry told of the loss. “We mourn,” the statement said.",
            ["Harbour Ministry"],
        ),
        (
            "The Harbour Ministry wavered when it argued that “tides cannot wait.”",
            ["Harbour Ministry"],
        ),
        (
            "The Harbour Ministry said the owner’s bid did not offer enough “net gain.”",
            ["Harbour Ministry"],
        ),
        ("New rules were called “a farce” by the union.", [None]),
        ("State radio showed the crews, some of them with signs demanding “Ferries Now.”", [None]),
        ("A: “I left the room.”", [None]),
        (
            "Officials at the Harbour Ministry, which owns it, said it was “dry.”",
            ["officials at the Harbour Ministry"],
        ),
        (
            "“We wept,” said a Spanish version of the letter, dated Monday.",
            ["Spanish version"],
        ),
        (
            "About 100 marchers met, waving Cuban and Irish flags and chanting “no more.”",
            ["About 100 marchers"],
        ),
        ("Democrats said no to “both.”", ["Democrats"]),
        (
            "After a hastily called, long day, the Harbour Ministry sent a note calling it “lost.”",
            ["Harbour Ministry"],
        ),
        (
            "Moor’s campaign is weighing her plan against what they call Tom Orr’s “dry talk.”",
            ["Moor’s campaign"],
        ),
        (
            "According to a complaint filed by the Harbour Ministry, the firm “hid it all.”",
            ["Harbour Ministry"],
        ),
        ("A reader from Leeds wrote: “It never came.”", ["reader from Leeds"]),
    ],
)
def test_bodies_papers_and_crowds_speak_under_their_own_name(
    text: str, expected: list[str | None]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Moor’s “simple truths” drew laughs.",
        "He sends his “dear friends” a card each year.",
        "She put up with insults, like “thief,” for years.",
        "The claim was rated “Mostly False.”",
        "They carried signs reading “Ferries Now.”",
    ],
)
def test_words_that_are_somebody_s_own_are_quotations(text: str) -> None:
    assert len(quotations(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Moor’s “The Long Pier” is out.",
        "The port’s “dry dock” is full.",
        "The play, called “Mostly Rain,” opens soon.",
        "Tools like “tide gauges” are dear.",
    ],
)
def test_titles_and_terms_that_somebody_has_are_none(text: str) -> None:
    assert quotations(text) == ()
