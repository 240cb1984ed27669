"""Titles of odd shapes: in the plural, with brackets, with a place that no list has."""

import pytest

from tests.claims.people.test_titles import offices


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Coaches Tom Hart and Bill Vance left.",
            [("Coaches Tom Hart", "Coaches"), ("Bill Vance", "Coaches")],
        ),
        (
            "A letter by Reps. Ada Hale, D-Ohio, Bob Day, R-Iowa, and Tom Reed of Maine came.",
            [("Reps. Ada Hale", "Reps."), ("Bob Day", "Reps."), ("Tom Reed", "Reps.")],
        ),
        (
            "It was written by lawyers Ada Hale and Bob Day.",
            [("lawyers Ada Hale", "lawyers"), ("Bob Day", "lawyers")],
        ),
        (
            "A protest by CPI(M) MLA Ravi Pillai went on.",
            [("CPI(M) MLA Ravi Pillai", "CPI(M) MLA")],
        ),
        (
            "Peru recalled its own ambassador to Chile, Ada Hale, in May.",
            [("ambassador to Chile, Ada Hale", "ambassador to Chile")],
        ),
        (
            "So ruled Chief (Rural) Judge Ann Lopez.",
            [("Chief (Rural) Judge Ann Lopez", "Chief (Rural) Judge")],
        ),
        (
            "The fair was opened by Mayor of Wendle Jim Platt.",
            [("Mayor of Wendle Jim Platt", "Mayor of Wendle")],
        ),
        (
            "Mayor of Little Wendle, Jim Platt, opened the fair.",
            [("Mayor of Little Wendle, Jim Platt", "Mayor of Little Wendle")],
        ),
        (
            "He praised the host of the first debate, Ada Hale of Channel 9, at length.",
            [("host of the first debate, Ada Hale", "host of the first debate")],
        ),
        ("He is F1 boss Tom Reed.", [("F1 boss Tom Reed", "F1 boss")]),
        ("It hit F-16 pilot Tom Reed.", [("F-16 pilot Tom Reed", "F-16 pilot")]),
        (
            "So said Apollo 21 astronaut Ada Hale.",
            [("Apollo 21 astronaut Ada Hale", "Apollo 21 astronaut")],
        ),
        ("So said 3M spokeswoman Ada Hale.", [("3M spokeswoman Ada Hale", "3M spokeswoman")]),
        ("It was 9/11 survivor Ada Hale.", [("9/11 survivor Ada Hale", "9/11 survivor")]),
        ("A salute to 1st Lt. Ada Hale.", [("1st Lt. Ada Hale", "1st Lt.")]),
        ("It hurt the 2008 champion Ada Hale.", [("2008 champion Ada Hale", "2008 champion")]),
        ("In May 2008 champion Ada Hale left.", [("champion Ada Hale", "champion")]),
        ("On May 5th President Hale left.", [("President Hale", "President")]),
        ("In May 9 governor Ada Hale left.", [("governor Ada Hale", "governor")]),
        ("He lost to world No. 3 Li Ma.", [("world No. 3 Li Ma", "world No. 3")]),
        (
            "He beat former world number one Ada Hale.",
            [("former world number one Ada Hale", "former world number one")],
        ),
        ("So said Hall of Famer Tom Reed.", [("Hall of Famer Tom Reed", "Hall of Famer")]),
        ("So said Mayor Pro Tem Ada Hale.", [("Mayor Pro Tem Ada Hale", "Mayor Pro Tem")]),
        ("So said Pope Benedict XVII of it.", [("Pope Benedict XVII", "Pope")]),
        (
            "Parish priest Father Tom Reed spoke.",
            [("Parish priest Father Tom Reed", "Parish priest")],
        ),
        (
            "Peruvian army spokesman, Colonel Ivo Paz, said so.",
            [
                ("Colonel Ivo Paz", "Colonel"),
                ("Peruvian army spokesman", "Peruvian army spokesman"),
            ],
        ),
        (
            "Bollywood star Shah Rukh Varma sang.",
            [("Bollywood star Shah Rukh Varma", "Bollywood star")],
        ),
        ("So said Del. Ada Hale of it.", [("Del. Ada Hale", "Del.")]),
        ("The first lady, Ada Hale, waved.", [("first lady, Ada Hale", "first lady")]),
        ("He saw First Lady Ada Hale.", [("First Lady Ada Hale", "First Lady")]),
        (
            "He sued the Justice Department and U.S. District Judge Tom Reed.",
            [("U.S. District Judge Tom Reed", "U.S. District Judge")],
        ),
        (
            "Gen. Ada Hale, chief of the army, spoke.",
            [("Gen. Ada Hale", "Gen."), ("chief of the army", "chief of the army")],
        ),
        (
            "The match commissioner, Tom Reed of the Seychelles, left.",
            [("match commissioner, Tom Reed", "match commissioner")],
        ),
        ("So said Astronomer Royal Tom Reed.", [("Astronomer Royal Tom Reed", "Astronomer Royal")]),
        (
            "So said cricketer turned politician Imran Reed.",
            [("cricketer turned politician Imran Reed", "cricketer turned politician")],
        ),
        (
            "Tom Reed Jr., newly appointed chairman of Bowen Glass, left.",
            [
                (
                    "Tom Reed Jr., newly appointed chairman of Bowen Glass",
                    "newly appointed chairman of Bowen Glass",
                )
            ],
        ),
        ("It was put by Tom Reed, MP for Hull.", [("Tom Reed, MP for Hull", "MP for Hull")]),
        ("It was put by Tom Reed MP on Friday.", [("Tom Reed MP", "MP")]),
        (
            "It was won by man of the match Kai Reed.",
            [("man of the match Kai Reed", "man of the match")],
        ),
        (
            "It was won by Young Player of the Year Kai Reed.",
            [("Young Player of the Year Kai Reed", "Young Player of the Year")],
        ),
        (
            "Ada Hale was named chief executive of Bowen Glass.",
            [
                (
                    "Ada Hale was named chief executive of Bowen Glass",
                    "chief executive of Bowen Glass",
                )
            ],
        ),
        ("The charges lead Sen. Ada Hale to ask why.", [("Sen. Ada Hale", "Sen.")]),
        (
            "It went to Tom Reed, its vice-chairman, Ada Hale, and treasurer Bob Day.",
            [
                ("vice-chairman, Ada Hale", "vice-chairman"),
                ("treasurer Bob Day", "treasurer"),
            ],
        ),
        (
            "Present were Tom Reed, the mayor, Ada Hale, the clerk, and Bob Day.",
            [("Tom Reed, the mayor", "the mayor"), ("Ada Hale, the clerk", "the clerk")],
        ),
        ("So said Sgt. 1st Class Ada Hale.", [("Sgt. 1st Class Ada Hale", "Sgt. 1st Class")]),
        (
            "So said Private First Class Tom Reed.",
            [("Private First Class Tom Reed", "Private First Class")],
        ),
        ("So said village elder Kiprop Sang.", [("village elder Kiprop Sang", "village elder")]),
        ("Tom Reed, himself a lawyer, left.", [("Tom Reed, himself a lawyer", "a lawyer")]),
    ],
)
def test_titles_of_odd_shapes(text: str, found: list[tuple[str, str]]) -> None:
    assert [(words, title) for words, title, _ in offices(text)] == found


def test_a_title_in_the_singular_is_not_shared_by_the_next_name() -> None:
    assert [words for words, _, _ in offices("Actor Tom Hart and Bill Vance left.")] == [
        "Actor Tom Hart"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was Benicio Del Toro who smiled, and Lady Gaga sang.",
        "He wrote: Mr. President, will you sign it?",
        "She quit, and her successor, Ada Hale, has that power.",
        "It was told by London stockbrokers Hale de Witt Bowen.",
        "The striker Hartford United want will come, and they met on Queen Street.",
        "The oldest competitor, Ada Hale, finished last.",
        "It was a first class Tom Reed century, and the elder Tom Reed left.",
        "With Ada Hale, American lawyers are at a loss.",
        "They fear radical Islam and what it brings.",
        "He was a devout Roman Catholic by then.",
        "The firm appealed to the General Court on Monday.",
    ],
)
def test_a_particle_an_address_a_faith_or_a_successor_is_no_office(text: str) -> None:
    assert offices(text) == []
