import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import law
from claims.model import Article


def said(text):
    article = Article(text=text)
    context = Context(article, find_anchor(article))
    return {claim.exact: claim.value for claim in law.find(context.body)}


@pytest.mark.parametrize(
    ("text", "exact", "sort"),
    [
        ("It breaches the Clean Air Act of 1970.", "Clean Air Act of 1970", "act"),
        ("The Freedom of Information Act applies.", "Freedom of Information Act", "act"),
        ("They cite the Fourteenth Amendment.", "Fourteenth Amendment", "amendment"),
        ("The 13th Amendment bans it.", "13th Amendment", "amendment"),
        ("Section 230 shields them.", "Section 230", "section"),
        ("The firm filed for Chapter 11 last night.", "Chapter 11", "section"),
        ("The court overturned Roe v. Wade.", "Roe v. Wade", "case"),
        ("As in Brown v. Board of Education, it said.", "Brown v. Board of Education", "case"),
        ("The judge cited Donoghue v Stevenson.", "Donoghue v Stevenson", "case"),
        ("Senators took up H.R. 4 at night.", "H.R. 4", "bill"),
        ("Voters backed Proposition 13.", "Proposition 13", "bill"),
        (
            "Security Council Resolution 1441 says so.",
            "Security Council Resolution 1441",
            "resolution",
        ),
        ("He signed Executive Order 13769.", "Executive Order 13769", "order"),
        ("Regulation (EU) 2016/679 applies.", "Regulation (EU) 2016/679", "regulation"),
    ],
)
def test_a_law_is_named_with_its_sort(text, exact, sort):
    assert said(text)[exact].type == sort


def test_the_year_of_an_act_is_told():
    assert said("under the Fair Sentencing Act of 2010")["Fair Sentencing Act of 2010"].year == 2010


def test_two_cases_joined_by_and_are_two():
    assert len(said("The court cited Plessy v. Ferguson and Brown v. Board of Education.")) == 2


def test_a_law_named_twice_is_one_item_with_both_places():
    article = Article(text="The Clean Air Act is old. The Clean Air Act is long.")
    (claim,) = law.find(Context(article, find_anchor(article)).body)
    assert len(claim.places) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Act now, he said.",
        "She teaches at Yale Law School.",
        "The School of Law is closed.",
        "England v Australia starts at noon.",
        "It was a Class Act.",
        "He made a New Year resolution.",
        "Common Law is old.",
        "Turn to Chapter 3.",
    ],
)
def test_what_only_sounds_like_law_is_left_alone(text):
    assert said(text) == {}


@pytest.mark.parametrize(
    "text", [" ", "Act " * 2000, "A v. B " * 2000, "Of The And " * 2000 + "Act"]
)
def test_no_text_breaks_the_extractor(text):
    said(text)
