"""An office as it stands in a question."""

import datetime as dt

import pytest

from claims.model import Article, ClaimKind
from claims.people import wording
from claims.pipeline import check
from claims.wire import checklist_body


@pytest.mark.parametrize(
    ("office", "written"),
    [
        ("President", "President"),
        ("Sens.", "a senator"),
        ("Democratic Reps.", "a Democratic representative"),
        ("political adviser", "a political adviser"),
        ("Actors", "an actor"),
        ("Anti-abortion protester", "an anti-abortion protester"),
        ("Presidential candidate", "a presidential candidate"),
        ("FBI director", "the FBI director"),
        ("FBI agent", "an FBI agent"),
        ("NATO official", "a NATO official"),
        ("U.S. Ambassador", "a U.S. Ambassador"),
        ("Florida Gov.", "the Florida governor"),
        ("Ohio Attorney General", "the Ohio Attorney General"),
        ("secretary general of the union", "secretary general of the union"),
        ("vice president", "a vice president"),
        ("Vice President", "the Vice President"),
        ("Cabinet minister", "a Cabinet minister"),
        ("deputy director of the Tate", "deputy director of the Tate"),
        ("University of Ohio professor", "a University of Ohio professor"),
        ("Novelist and critic", "a novelist and critic"),
        ("a nurse", "a nurse"),
        ("Peru’s envoy to Chile", "Peru’s envoy to Chile"),
        ("honorary consul", "an honorary consul"),
        ("rebel leader", "a rebel leader"),
        ("museum’s director", "the museum’s director"),
        ("vice-presidential nominee Gov.", "a vice-presidential nominee and governor"),
        ("Roads and Bridges Service Commissioner", "the Roads and Bridges Service Commissioner"),
        ("panel Chairman Rep.", "the panel Chairman and representative"),
        ("Lt. Gov.", "the lieutenant governor"),
        ("chief strategist", "the chief strategist"),
        ("first lady", "the first lady"),
        ("world No. 3", "world No. 3"),
        ("Chadian leader", "the Chadian leader"),
    ],
)
def test_an_office_reads_as_english_after_was(office: str, written: str) -> None:
    assert wording.predicate(office) == written


@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("Sgt.", "Sergeant"),
        ("Army Lt. Col.", "Army Lieutenant Colonel"),
        ("Maj. Gen.", "Major General"),
        ("Rear Adm.", "Rear Admiral"),
        ("Det. Insp.", "Detective Inspector"),
        ("Sgt. 1st Class", "Sergeant 1st Class"),
        ("Attorney General", None),
        ("Inspector General", None),
        ("England captain", None),
        ("Director General", None),
    ],
)
def test_a_rank_is_written_in_full_and_an_attorney_general_has_none(
    office: str, rank: str | None
) -> None:
    assert wording.rank(office) == rank


def test_questions_name_the_person_the_office_and_the_day() -> None:
    text = "Sens. Ada Hale and Bob Day met Sgt. Tom Reed and former lawyer Ines Roth in Leeds."
    items = checklist_body(check(Article(text, published=dt.date(2021, 3, 18))))["items"]
    asked = [item["question"] for item in items if item["kind"] == ClaimKind.OFFICE]
    assert asked == [
        "Was Ada Hale a senator on 18 March 2021?",
        "Was Bob Day a senator on 18 March 2021?",
        "Did Tom Reed hold the rank of Sergeant on 18 March 2021?",
        "Was Ines Roth a lawyer in the past, and no longer on 18 March 2021?",
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "So said Ada Hale, a former envoy to Chile, in Leeds.",
            "Was Ada Hale an envoy to Chile in the past, and no longer on 18 March 2021?",
        ),
        (
            "So said retired Gen. Tom Reed in Leeds.",
            "Had Tom Reed held the rank of General, and left the service, by 18 March 2021?",
        ),
        (
            "So said then-Secretary of State Ada Hale in Leeds.",
            "Was Ada Hale Secretary of State at the time of the events told?",
        ),
        (
            "His deputy at the time, Ada Hale, was acquitted in Leeds.",
            "Was Ada Hale a deputy at the time of the events told?",
        ),
    ],
)
def test_a_question_on_a_former_office_asks_whether_it_is_over(text: str, asked: str) -> None:
    items = checklist_body(check(Article(text, published=dt.date(2021, 3, 18))))["items"]
    assert [i["question"] for i in items if i["kind"] == ClaimKind.OFFICE] == [asked]
