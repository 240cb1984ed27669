"""Titles before and after a name, and what is none."""

import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import office
from claims.model import Article, OfficeValue


def offices(text: str) -> list[tuple[str, str, str]]:
    """(words, office, when) of every office in the text."""
    context = Context(Article(text), find_anchor(Article(text)))
    found = []
    for claim in office.find(context.body):
        assert isinstance(claim.value, OfficeValue)
        assert text[claim.span.start : claim.span.end] == claim.exact
        found.append((claim.exact, claim.value.office, claim.value.when))
    return found


@pytest.mark.parametrize(
    ("text", "words", "title", "when"),
    [
        (
            "Talks with Norwegian President Ada Berg failed.",
            "Norwegian President Ada Berg",
            "Norwegian President",
            "current",
        ),
        (
            "He met Secretary of State Paul Ames.",
            "Secretary of State Paul Ames",
            "Secretary of State",
            "current",
        ),
        (
            "The then-prime minister Lena Holm agreed.",
            "then-prime minister Lena Holm",
            "then-prime minister",
            "then",
        ),
        (
            "So said former U.N. envoy Omar Haddad.",
            "former U.N. envoy Omar Haddad",
            "former U.N. envoy",
            "former",
        ),
        (
            "It fell to acting mayor Ruth Oduya.",
            "acting mayor Ruth Oduya",
            "acting mayor",
            "acting",
        ),
        (
            "President-elect Nils Dahl smiled.",
            "President-elect Nils Dahl",
            "President-elect",
            "elect",
        ),
        ("Sen. Amy Lund (D-Ohio) objected.", "Sen. Amy Lund", "Sen.", "current"),
        (
            "The bank’s head of research, Ivo Marek, agreed.",
            "bank’s head of research, Ivo Marek",
            "bank’s head of research",
            "current",
        ),
        (
            "Kenya’s foreign minister, Grace Mwangi, left.",
            "Kenya’s foreign minister, Grace Mwangi",
            "Kenya’s foreign minister",
            "current",
        ),
        (
            "Ivo Marek, who was tired, left. Ivo Marek, 41, a nurse from Hull, stayed.",
            "Ivo Marek, 41, a nurse from Hull",
            "a nurse from Hull",
            "current",
        ),
        (
            "Tom Lee, ambassador to Chad from 2001 to 2005, died.",
            "Tom Lee, ambassador to Chad from 2001 to 2005",
            "ambassador to Chad",
            "current",
        ),
        (
            "Ann Poe, mayor of Dayton, Ohio, resigned.",
            "Ann Poe, mayor of Dayton, Ohio",
            "mayor of Dayton, Ohio",
            "current",
        ),
        (
            "It was Rep. Joe Orr, R-Ky., chairman of the panel, who spoke.",
            "Rep. Joe Orr",
            "Rep.",
            "current",
        ),
        (
            "Crown prosecutor Ursula von der Heide spoke.",
            "Crown prosecutor Ursula von der Heide",
            "Crown prosecutor",
            "current",
        ),
        ("WHO director Ann Lee spoke.", "WHO director Ann Lee", "WHO director", "current"),
        ("Sens. Ann Lee and Tom Hart left.", "Tom Hart", "Sens.", "current"),
        ("Det Insp Tom Hart spoke.", "Det Insp Tom Hart", "Det Insp", "current"),
        (
            "Ann Lee, 51, now dean of the college, spoke.",
            "Ann Lee, 51, now dean of the college",
            "dean of the college",
            "current",
        ),
        (
            "Ann Lee, an outside adviser to the mayor on housing who left, spoke.",
            "Ann Lee, an outside adviser to the mayor on housing",
            "an outside adviser to the mayor on housing",
            "current",
        ),
        (
            "Tom Hart, Sun’s chief engineer, spoke.",
            "Tom Hart, Sun’s chief engineer",
            "Sun’s chief engineer",
            "current",
        ),
        (
            "Ann Lee, host of NBC’s “Late Hour,” spoke.",
            "Ann Lee, host of NBC’s “Late Hour,”",
            "host of NBC’s “Late Hour,”",
            "current",
        ),
        (
            "He named one of its top generals, Omar Haddad, as the spy.",
            "one of its top generals, Omar Haddad",
            "one of its top generals",
            "current",
        ),
        (
            "Tom Hart, director of Bowen Co.’s glass division, left.",
            "Tom Hart, director of Bowen Co.’s glass division",
            "director of Bowen Co.’s glass division",
            "current",
        ),
        (
            "Ann Lee, a doctor in Purchase, N.Y., agreed.",
            "Ann Lee, a doctor in Purchase, N.Y.",
            "a doctor in Purchase, N.Y.",
            "current",
        ),
        (
            "Tom Hart, his adviser on U.S.-Cuban ties and chief of staff, left.",
            "Tom Hart, his adviser on U.S.-Cuban ties and chief of staff",
            "his adviser on U.S.-Cuban ties and chief of staff",
            "current",
        ),
        (
            "The home’s former manager, Ann Lee, spoke.",
            "home’s former manager, Ann Lee",
            "home’s former manager",
            "former",
        ),
        (
            "Her husband, photographer Tom Hart, died.",
            "photographer Tom Hart",
            "photographer",
            "current",
        ),
        (
            "The panel’s chairman, Rep. Tom Hart, spoke.",
            "Rep. Tom Hart",
            "Rep.",
            "current",
        ),
        (
            'Rep. Robert "Bobby" Hale left.',
            'Rep. Robert "Bobby" Hale',
            "Rep.",
            "current",
        ),
        (
            "Mexican actor-director Luz Mora won.",
            "Mexican actor-director Luz Mora",
            "Mexican actor-director",
            "current",
        ),
        (
            "Ann Lee, editor of Orlando, Fla.-based Sweet World, spoke.",
            "Ann Lee, editor of Orlando, Fla.-based Sweet World",
            "editor of Orlando, Fla.-based Sweet World",
            "current",
        ),
        (
            "Ann Lee, an analyst with Bowen, Hart & Co., spoke.",
            "Ann Lee, an analyst with Bowen, Hart & Co.",
            "an analyst with Bowen, Hart & Co.",
            "current",
        ),
        (
            "Ann A. Lee, president of Bowen Inc., which makes glass, spoke.",
            "Ann A. Lee, president of Bowen Inc.",
            "president of Bowen Inc.",
            "current",
        ),
        (
            "So said Ann Lee, a media consultant not working for the mayor.",
            "Ann Lee, a media consultant",
            "a media consultant",
            "current",
        ),
        (
            "Tom Hart, a lawyer representing the family, spoke.",
            "Tom Hart, a lawyer",
            "a lawyer",
            "current",
        ),
        (
            "So Food and Drug Administration chief Ann Lee said.",
            "Food and Drug Administration chief Ann Lee",
            "Food and Drug Administration chief",
            "current",
        ),
        (
            "Ann Lee is director of the Leeds Museum.",
            "Ann Lee is director of the Leeds Museum",
            "director of the Leeds Museum",
            "current",
        ),
        (
            "Ann Lee, who served as mayor of Leeds until 1999, spoke.",
            "Ann Lee, who served as mayor of Leeds until 1999",
            "mayor of Leeds",
            "then",
        ),
        (
            "So it fell to Minister for Justice Ann Lee to say it.",
            "Minister for Justice Ann Lee",
            "Minister for Justice",
            "current",
        ),
        (
            "It fell to Mr Justice John Hale to decide it.",
            "Mr Justice John Hale",
            "Mr Justice",
            "current",
        ),
        (
            "So said Reporters Without Borders director Ann Lee.",
            "Reporters Without Borders director Ann Lee",
            "Reporters Without Borders director",
            "current",
        ),
        (
            "Ann Lee, 40, a glassblower on her third trip, spoke.",
            "Ann Lee, 40, a glassblower on her third trip",
            "a glassblower",
            "current",
        ),
        (
            "Ann Lee, a clerk with a small shipping firm, spoke.",
            "Ann Lee, a clerk with a small shipping firm",
            "a clerk with a small shipping firm",
            "current",
        ),
        (
            "Tom Hart, her uncle and coach, wept.",
            "Tom Hart, her uncle and coach",
            "her uncle and coach",
            "current",
        ),
        (
            "Zhang Li, China’s most senior envoy, spoke.",
            "Zhang Li, China’s most senior envoy",
            "China’s most senior envoy",
            "current",
        ),
    ],
)
def test_a_title_and_its_name_are_one_item(text: str, words: str, title: str, when: str) -> None:
    assert (words, title, when) in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Hale spoke to Dr. Ines Roth.",
        "Stephen King wrote it, and Mike Pope read it.",
        "The president spoke on Thursday.",
        "According to Jim Hale, the president of Peru said nothing.",
        "The company president American workers feared was gone.",
        "Bill White lives in Green Park.",
        "Director's Cut is a film.",
        "Police and militant Protestants clashed.",
        "It plagues most major African cities.",
        "An officer in the Amherst, N.Y., Police Department said so.",
        "Albright, echoing the president, left.",
        "It was the American Revolutionary War, the first major Allied victory.",
        "Bowen S.A., a French chemical manufacturer, and Di Bardo, a food wholesaler, merged.",
        "Ann Lee is a doctor, and Tom Hart was the leader of the pack.",
        "Ann Lee became the first mayor of Leeds to resign.",
        "It was when the anti-communist Solidarity forces won.",
        "And so: FELLOW DOCTORS DON'T WANT TO HELP HIM, it was said at the time by some.",
        "He went before ten judges of the U.S. Court of Appeals.",
        "So the State Department Refugee Processing Center said at the time.",
    ],
)
def test_an_honorific_a_surname_or_a_bare_title_is_no_office(text: str) -> None:
    assert offices(text) == []


def test_a_title_inside_a_quotation_belongs_to_the_quotation() -> None:
    assert offices("“I saw President Ada Berg,” he said.") == []
