import datetime as dt

from claims.model import Article, ClaimKind
from claims.pipeline import check


def questions(text, kind):
    checklist = check(Article(text=text, published=dt.date(2021, 3, 18)))
    return [item.question for item in checklist.items if item.kind is kind]


def test_a_question_spells_out_the_pronoun_and_the_day():
    text = "Ana Silva runs the port. She paid $2 million for it on Monday."
    (question,) = questions(text, ClaimKind.QUANTITY)
    assert question == (
        "Is $2 million (2,000,000 USD) the right sum in “She [Ana Silva] paid $2 million for it "
        "on Monday [Monday, 15 March 2021]”?"
    )


def test_a_long_sentence_is_cut_at_its_joints_around_the_claim():
    text = (
        "The report, "
        + "which is long and dull, " * 12
        + "lists 41 cases of fraud"
        + (", and so it goes on" * 12)
    )
    (question,) = questions(text + ".", ClaimKind.QUANTITY)
    assert "41 cases" in question
    assert len(question) < 320


def test_a_vote_is_asked_for_as_a_vote():
    (question,) = questions("The House voted 218-210 to pass it.", ClaimKind.QUANTITY)
    assert question.startswith("Was the vote 218 to 210")


def test_a_superlative_is_asked_for_with_its_scope():
    (question,) = questions("Lake Baikal is the deepest lake in the world.", ClaimKind.SUPERLATIVE)
    assert question == (
        "Is “deepest” (in the world) right, said of Lake Baikal, in "
        "“Lake Baikal is the deepest lake in the world”?"
    )
