from __future__ import annotations

import pytest

from claims import Article, check
from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import quotation
from claims.model import AttributionMode, Claim, ClaimKind, QuotationValue

INTRODUCTION = (
    "Maria Oduya, the harbour master of Tarn Bay, met Tom Reyes, a retired pilot, on Monday. "
    "The Tarn Bay Port Authority owns the pier.\n\n"
)


def claims_of(text: str, **fields: str) -> list[Claim]:
    article = Article(text=text, **fields)
    context = Context(article, find_anchor(article))
    return [claim for document in context.documents for claim in quotation.find(document)]


def speakers(text: str) -> list[str | None]:
    return [claim.value.speaker for claim in claims_of(INTRODUCTION + text)]


@pytest.mark.parametrize(
    "text",
    [
        "“The tide was late,” Ms. Oduya said.",
        "“The tide was late,” said Ms. Oduya.",
        "“The tide was late,” Oduya, who has run the harbour for 12 years, told reporters.",
        "“The tide was late,” said Oduya, adding that it would pass.",
        "‘The tide was late,’ Oduya said.",
        "'The tide was late', said Oduya.",
        "``The tide was late,'' Oduya said.",
        "« The tide was late », Oduya said.",
        "Ms. Oduya said: “The tide was late.”",
        "Ms. Oduya told a crowd on the pier that the tide “was late by an hour.”",
        "In an interview on Tuesday, Ms. Oduya, speaking slowly, said “the tide was late.”",
        "According to Ms. Oduya, “the tide was late.”",
        "The tide, Oduya explained, “was late.”",
        "“The tide,” Ms. Oduya said, “was late.”",
        "Asked about it, Ms. Oduya replied: “The tide was late.”",
        "The tide “was late,” as Ms. Oduya put it.",
        "Mr. Reyes left early. “The tide was late,” Ms. Oduya said.",
        "“Was the tide late?” Ms. Oduya asked.",
        "“The tide was late!” Ms. Oduya, in a red coat, shouted at the crowd.",
        "Reyes nodded when Ms. Oduya said the tide “was late by an hour.”",
        "“The tide was late,” the harbour master said.",
        "“The tide was late,” she said.",
        "“The tide was late.” — Maria Oduya",
        "Ms. Oduya dismissed the report as “a fairy tale for children.”",
        "Oduya’s claim that “the tide was late” drew laughs.",
        "In the words of Ms. Oduya, “the tide was late.”",
        "To quote Oduya: “The tide was late.”",
        "Mr. Reyes began to speak, but Ms. Oduya cut in: “The tide was late.”",
        "What Ms. Oduya called a “late tide” was news to the crew.",
        "The delay was described by Ms. Oduya as “a late tide.”",
        "Ms. Oduya left no doubt about it, calling the tide “late.”",
        "Former clerk Maria Oduya said that she had waited. “The tide was late,” she said.",
    ],
)
def test_the_speaker_is_named_in_full(text: str) -> None:
    found = speakers(text)
    assert found
    assert set(found) == {"Maria Oduya"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” Ms. Oduya said. “Not this year.”", ["Maria Oduya"] * 2),
        ("“No,” Ms. Oduya said.\n\n“Not this year.”", ["Maria Oduya"] * 2),
        (
            "“No,” Ms. Oduya said.\n\n“Not this year,” Mr. Reyes said.\n\n“Nor the next.”",
            ["Maria Oduya", "Tom Reyes", "Tom Reyes"],
        ),
        ("“No,” Ms. Oduya said, and Mr. Reyes added, “Never.”", ["Maria Oduya", "Tom Reyes"]),
        (
            "“We sailed at dawn.\n\n“We were back by noon,” Mr. Reyes said.",
            ["Tom Reyes", "Tom Reyes"],
        ),
        ("“We sailed at dawn. “We were back by noon,” said Mr. Reyes.", ["Tom Reyes"] * 2),
        ("Mr. Reyes was brief:\n\n“We sailed at dawn.”", ["Tom Reyes"]),
        ("Mr. Reyes spoke next. “We sailed at dawn,” he said.", ["Tom Reyes"]),
        ("Ms. Oduya thanked Mr. Reyes. “We sailed at dawn,” he said.", ["Tom Reyes"]),
        ("“The pier is shut,” the authority said in a statement.", ["Tarn Bay Port Authority"]),
        ("“The pier is shut,” said two officials who asked not to be named.", [None]),
        ("“The pier is shut,” said a spokesman for the union, Ravi Menon.", ["Ravi Menon"]),
        ("The union’s chairman, Ravi Menon, called it “a day of shame.”", ["Ravi Menon"]),
        ("“A shame,” said Ravi Menon, chairman of the union.", ["Ravi Menon"]),
        ("Police said the driver was “lucky to be alive.”", ["Police"]),
    ],
)
def test_each_quotation_gets_its_own_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Oduya wrote the song “Harbour Lights” in 1999.",
        "She sang it on the BBC’s “Morning Call.”",
        "The film “The Long Pier” opens on Friday.",
        "William “Bill” Orr opened the gate.",
        "The so-called “silent tide” came at noon.",
        "The ship sailed for “repairs.”",
        "The ‘90s were good to the port, and the pilots’ pay rose.",
        "Mr. Reyes did not use the word “strike.”",
        "The mast is 60' tall and the plank 12\" wide.",
    ],
)
def test_titles_nicknames_terms_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert claims_of(INTRODUCTION + text) == []


def test_words_quoted_inside_a_sentence_are_a_fragment() -> None:
    whole, part = claims_of(
        INTRODUCTION + "“We sailed at dawn,” Mr. Reyes said. He called the sea “unkind.”"
    )
    assert (whole.value.fragment, part.value.fragment) == (False, True)
    assert part.exact == "“unkind.”"


def test_the_cue_and_the_words_for_the_speaker_are_kept() -> None:
    (claim,) = claims_of(INTRODUCTION + "“We sailed at dawn,” Mr. Reyes recalled.")
    assert (claim.value.cue, claim.value.speaker_text) == ("recalled", "Mr. Reyes")
    assert claim.attribution is not None
    assert claim.attribution.mode is AttributionMode.DIRECT_QUOTE


def test_a_headline_in_title_case_names_its_speaker() -> None:
    (claim,) = [
        c
        for c in claims_of(INTRODUCTION + "The pier shut.", headline="Oduya: ‘The Tide Was Late’")
        if c.field == "headline"
    ]
    assert claim.value.speaker == "Maria Oduya"


def test_the_question_shortens_a_long_quotation_and_turns_its_inner_marks() -> None:
    long = "We sailed at dawn and " * 20 + "“home” was all we thought of"
    (claim,) = claims_of(INTRODUCTION + f"“{long},” Mr. Reyes told reporters.")
    context = Context(Article(text=INTRODUCTION), find_anchor(Article(text=INTRODUCTION)))
    question = quotation.question(claim, context)
    assert question.startswith("Did Tom Reyes say, word for word: “We sailed at dawn")
    assert question.endswith("‘home’ was all we thought of”?")
    assert len(question) < 260


def test_where_the_words_were_said_is_where_one_would_look() -> None:
    article = Article(text=INTRODUCTION + "“The tide was late,” Ms. Oduya told reporters.")
    (item,) = [i for i in check(article).items if i.kind is ClaimKind.QUOTATION]
    assert item.references[0].label == "Recording of the briefing of Maria Oduya"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A Tarn Bay spokesman called it “sad.”", "Did a Tarn Bay spokesman say"),
        ("The Tarn Bay Herald said it was “sad.”", "Did the Tarn Bay Herald say"),
        ("Residents of Tarn Bay said it was “sad.”", "Did residents of Tarn Bay say"),
        ("Police said it was “sad.”", "Did police say"),
        ("Two officials said it was “sad.”", "Did two officials say"),
        ("The authority said it was “sad.”", "Did the Tarn Bay Port Authority say"),
        ("He’s saying it was “sad.”", "Did Tom Reyes say"),
        (
            "The minister and U.S. senator said it was “sad.”",
            "Did the minister and U.S. senator say",
        ),
        ("Said Oduya: “Sad.”", "Did Maria Oduya say"),
        ("“ODUYA: Sad.”", "Did Maria Oduya say"),
    ],
)
def test_a_question_names_the_speaker_as_a_sentence_would(text: str, question: str) -> None:
    (item,) = [
        i for i in check(Article(text=INTRODUCTION + text)).items if i.kind is ClaimKind.QUOTATION
    ]
    assert item.question.startswith(f"{question}, word for word: “")
    assert item.question.lower().endswith("sad”?")


def test_a_letter_spoken_of_is_not_where_other_words_were_written() -> None:
    text = INTRODUCTION + "Ms. Oduya said it was “a mistake” to keep the old letter."
    (item,) = [i for i in check(Article(text=text)).items if i.kind is ClaimKind.QUOTATION]
    assert item.references[0].label == "Recording or transcript of what Maria Oduya said"


def test_an_unnamed_speaker_is_marked_as_such() -> None:
    (claim,) = claims_of(INTRODUCTION + "“The pier is shut,” one official said.")
    assert claim.value.speaker is None
    assert claim.attribution is not None
    assert claim.attribution.source == "one official (unnamed)"


@pytest.mark.parametrize(
    ("headline", "quoted"),
    [
        ("Minister 'sorry' for rail delays", ["'sorry'"]),
        ("'No plan B' for airport, says union", ["'No plan B'"]),
        ("Storm 'worst in decades' – Met Office", ["'worst in decades'"]),
        ("‘It Was Hell’: Survivors Recall the Fire", ["‘It Was Hell’"]),
        ("Senator Says Colleague Is ‘Not Fit to Serve’", ["‘Not Fit to Serve’"]),
        ("Judge Rejects Claim That Vote Was ‘Stolen’", ["‘Stolen’"]),
        ("Review: 'The Glass Orchard' at the Odeon", []),
        ("‘Night Ferry’ Tickets Sell Out in Minutes", []),
        ("Star of 'The Lighthouse' joins 'Salt'", []),
        ("Teachers' pay rises in the '20s", []),
    ],
)
def test_words_in_marks_in_a_headline_are_quoted_unless_they_are_a_title(
    headline: str, quoted: list[str]
) -> None:
    items = check(Article(headline=headline, text="Nothing else is known.")).items
    assert [i.exact for i in items if i.kind is ClaimKind.QUOTATION] == quoted


def test_whose_words_a_headline_repeats_is_told_by_the_body() -> None:
    body = "The minister, Ana Ito, told a radio station: “I am truly sorry for every minute.”"
    items = check(Article(headline="Minister ‘sorry’ for delays", text=body)).items
    speakers = [i.value.speaker for i in items if isinstance(i.value, QuotationValue)]
    assert speakers == ["Ana Ito", "Ana Ito"]
