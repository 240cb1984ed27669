from pathlib import Path

import pytest

from claims.anchor import find_anchor
from claims.document import Context
from claims.extractors import superlative
from claims.extractors.superlative.candidates import CANDIDATE, scan
from claims.model import Article, ClaimKind
from claims.pipeline import check

MARKED = Path(__file__).resolve().parents[2] / "data" / "marked"


def said(text):
    """The value of every superlative in the text, by its words."""
    article = Article(text=text)
    document = Context(article, find_anchor(article)).body
    return {claim.exact: claim.value for claim in superlative.find(document)}


@pytest.mark.parametrize(
    ("text", "exact", "rank"),
    [
        ("Xan was the worst performer in the sector.", "worst", 1),
        ("Her finish was her best at the Open.", "best", 1),
        ("He tied for third, his best in a major.", "best", 1),
        ("The smallest moons detected are a mile wide.", "smallest", 1),
        ("The bridge, whose highest pillar stands at 50 metres, fell.", "highest", 1),
        ("They approved the first drug that can cure it.", "first", 1),
        ("Ghana’s second woman in space waved.", "second", 2),
        ("These findings mark the first time such moons were seen.", "first", 1),
        ("She needs one try to equal the championship record of 24.", "record", 1),
        ("With the first train crossing the bridge, service resumed.", "first", 1),
        ("It is one of the best debuts for a concert film.", "best", None),
        ("She won to take her country to first final since 2010.", "first", 1),
        ("Teo wins his first Tour stage.", "first", 1),
        (
            "It sold more cider and sparkling wine than at any Easter before.",
            "more cider and sparkling wine than at any",
            1,
        ),
        ("The house set numerous new auction records.", "records", 1),
        ("Ohio is number one in paint.", "number one", 1),
        ("It led to the greatest expansion of rail in the country.", "greatest", 1),
        ("It was his final regatta.", "final", None),
        ("Maine is among the whitest states in the U.S.", "whitest", None),
        ("She is the winningest coach in league history.", "winningest", 1),
        ("Clark County grew the most, by 58.4%.", "most", 1),
        ("The greatest losses occurred in the east.", "greatest", 1),
        ("They won their very first Polaris Awards.", "first", 1),
        ("It was hit by the Cubs’ first six-run inning since 2016.", "first", 1),
        ("That made the Cubs the first visiting team ever to do it.", "first", 1),
        ("They must stop that record losing streak.", "record", 1),
        ("That was her best match haul for the county.", "best", 1),
        ("It is the lowest Test total of the summer.", "lowest", 1),
        ("Leeds were the first to win there, and the first to lose.", "first", 1),
        ("Ruiz shattered the lunar distance record by a mile.", "record", 1),
        ("Town halls were opened as record flood waters rose.", "record", 1),
        ("Lomax posted record annual profits.", "record", 1),
        ("He swam to a new Olympic record.", "Olympic record", 1),
        ("She has won the most total medals.", "most", 1),
        ("It is his fifth and likely last Games.", "last", None),
        ("They played their final gig in Hull.", "final", None),
        ("The gap hit an all time high of $9bn.", "all time high", 1),
        ("She holds both world records.", "world records", 1),
        ("The loss could be the worst for decades.", "worst", 1),
        ("It held its first free elections in 1994.", "first", 1),
        ("She scored the only goal of the game.", "only", None),
        ("Only three people have ever held both posts.", "Only", None),
        ("Sales are higher than ever.", "higher than ever", 1),
        ("He scored a franchise-record 52 points.", "record", 1),
        ("The shilling sank to a fresh low against the euro.", "low", 1),
        ("The storm is the third to hit Mayo in a month.", "third", 3),
        ("It was the second fatal crash in the area this month.", "second", 2),
        ("It was the fourth such incident since January.", "fourth", 4),
        ("The last time the two met was in 2006.", "last", None),
        ("The pictures are never-before-seen.", "never-before", None),
        ("It has the strictest gun laws in the country.", "strictest", 1),
        ("The first was the 1976 Games.", "first", 1),
        ("Kenya is the world’s second-largest exporter of tea.", "second-largest", 2),
        ("It is the third biggest bank in Spain.", "third biggest", 3),
        ("Vienna’s oldest theatre burned down.", "oldest", 1),
        ("She became the first woman to run the agency.", "first", 1),
        ("The mission was the first of its kind.", "first", 1),
        ("Turnout fell for the first time since 1994.", "first", 1),
        ("It posted its first loss in nine years.", "first", 1),
        ("He is only the third player to score five.", "only the third", 3),
        ("It is the only pharmacy on the island.", "only", None),
        ("Rents rose by 7%, the most the code allows.", "most", 1),
        ("It was a strong quake, and the second this year.", "second", 2),
        ("The largest was two metres across.", "largest", 1),
        ("This is the second locality in Kosovo with such a find.", "second", 2),
        ("It is one of the most flood-prone towns in Wales.", "most flood-prone", None),
        ("It made £9 million, a European auction record.", "record", 1),
        ("She succeeds him as the second ethnic minority home secretary.", "second", 2),
        ("The town hardest hit by the storm was Slane.", "hardest hit", 1),
        ("The coast suffered the worst damage by far.", "worst", 1),
        ("It is a technique never previously seen in Wales.", "never previously", None),
        ("Growth fell to a 15-quarter low in June.", "low", 1),
        ("Mali held its fifth elections on Monday since the coup.", "fifth", 5),
        ("Army party leads in tense first election since coup.", "first", 1),
        ("First discovery of a whole skeleton cheers scholars.", "First", 1),
        ("Tech Stocks Pull Indexes Off Record Highs", "Record", 1),
        ("Jiroft has the world’s most ancient inscription.", "most ancient", 1),
        ("The fastest-growing towns were Bray and Naas.", "fastest-growing", 1),
        ("Lomax Bank was fined a then-record $16.65billion.", "record", 1),
        ("It’s the fifth gold for Lindqvist.", "fifth", 5),
        ("They were the best figures by a rookie.", "best", 1),
        ("She graduated first in her class.", "first", 1),
        ("The last such strike, in 1989, lasted a week.", "last", None),
        ("Her first novel came out in 1971.", "first", 1),
        ("Six shows were added, the last on 4 June.", "last", None),
        ("The first tidal turbine, made in Hull, was launched in May.", "first", 1),
        ("She is the last surviving member of the band.", "last", None),
        ("It was the worst drought since 1953.", "worst", 1),
        ("The most populous state voted no.", "most populous", 1),
        ("The tower was the tallest in Asia.", "tallest", 1),
        ("He ran one of the oldest pubs in Maryland.", "oldest", None),
        ("Tea is the country’s No. 1 export.", "No. 1", 1),
        ("Profits hit a record $3.2 billion.", "record", 1),
        ("He set a world record on Sunday.", "world record", 1),
        ("The index closed at an all-time high.", "all-time high", 1),
        ("Never before had the two sides met.", "Never before", None),
        ("It sells more cars than any other brand.", "more cars than any other", 1),
        ("The worst drought in decades emptied the lakes.", "worst", 1),
        ("It was the worst fire in the city’s history.", "worst", 1),
        ("Wages grew at their slowest pace in six years.", "slowest", 1),
        ("The most powerful storm to strike the islands made landfall.", "most powerful", 1),
        ("Forty were held, the most in a single day.", "most", 1),
        ("The scale of the loss is unprecedented.", "unprecedented", 1),
        ("No other port has grown so fast.", "No other", 1),
        ("The latest ever frost fell in June.", "latest", 1),
        ("The heat broke records in six towns.", "records", 1),
        ("Joblessness sank to a 14-year low.", "low", 1),
        ("The first, tested in 1954, blew apart.", "first", 1),
        ("He was among the first reporters to enter the city.", "first", None),
        ("It was the first such strike at the plant.", "first", 1),
        ("The agency approved the first vaccine against it.", "first", 1),
        ("It was the last time the pair met.", "last", None),
        ("The ship made its last voyage in 1967.", "last", None),
        ("The last tannery in town closed in 1969.", "last", None),
        ("The first edition of the race was held in 1988.", "first", 1),
        ("Malta was the first nation to sign.", "first", 1),
        ("The firm’s top-selling kettle was recalled.", "top-selling", 1),
        ("The last steam train left the valley in 1964.", "last", None),
        ("Rents rose faster than in any other city.", "faster than in any other", 1),
        ("The nation’s first satellite was lost.", "first", 1),
        ("Their best-selling album came out in May.", "best-selling", 1),
        ("The firm posted a record backlog of orders.", "record", 1),
        ("Earnings climbed to a record in the spring.", "record", 1),
        ("Rivers fell slowly from record levels.", "record", 1),
        ("She swam a championship record of 4:01.", "record", 1),
        ("He is the club’s record goalscorer.", "record", 1),
        ("The sale breaks auction records.", "records", 1),
        ("Support sank to a historic low.", "low", 1),
        ("Shares hit a five year low.", "low", 1),
        ("It is a personal-best mark for the jumper.", "personal-best", 1),
        ("He finished with a team-high six assists.", "team-high", 1),
        ("She made the shortlist for the inaugural prize.", "inaugural", 1),
        ("The ship sank on its maiden voyage.", "maiden", 1),
        ("His final film opened in March.", "final", None),
        ("The pub closed its doors for the last time.", "last", None),
        ("They closed Iran’s last unhindered route to the sea.", "last", None),
        ("Oman was the last country to ratify it.", "last", None),
        ("It was their last meeting before the vote.", "last", None),
        ("The last retaliatory tariff was removed in May.", "last", None),
        ("She was named as first Norwegian to win the prize.", "first", 1),
        ("He called the first-of-its-kind summit.", "first-of-its-kind", 1),
        ("It was the team’s first against Spain.", "first", 1),
        ("He is the sixth winner from York and first since 2001.", "first", 1),
        ("It was one of the first cases in Ghana.", "first", None),
        ("The first case of the disease was reported in May.", "first", 1),
        ("They won the first debate since 1998.", "first", 1),
        ("He ran his third straight win.", "third straight", 3),
        ("She was just the third woman to do so.", "just the third", 3),
        ("It was only his second race for the team.", "only his second", 2),
        ("The pound fell to a new low for the year.", "low", 1),
        ("More men died in May than in any other month.", "than in any other", 1),
        ("She had a career-worst 85 in the rain.", "career-worst", 1),
        ("He won by the closest margin in race history.", "closest", 1),
        ("It was 14 years since his last win.", "last", None),
        ("The only way into the valley is by boat.", "only", None),
        ("He became the seventh American man to win it.", "seventh", 7),
        ("It hit the most severely affected district.", "most severely", 1),
        ("The moth is found only in Madagascar.", "only", None),
        ("He is one of only three men to do so.", "only", None),
        ("It breeds nowhere else on Earth.", "nowhere else", 1),
        ("The shell is unique in Europe.", "unique", 1),
        ("No woman has ever held the post.", "No woman has ever", None),
        ("It had never been tried before.", "never", None),
        ("Ice is melting faster than ever before.", "faster than ever before", 1),
        ("It grew faster than at any time since 1990.", "faster than at any time", 1),
        ("Scientists found the oldest-known tadpole.", "oldest-known", 1),
        ("They identified oldest known cave art.", "oldest", 1),
        ("Romania made the largest contribution.", "largest", 1),
        ("The code is at its highest threat level.", "highest", 1),
        ("They were the most common complaints.", "most common", 1),
        ("She is now most decorated rower of all time.", "most decorated", 1),
        ("It is one of the worst floods ever recorded.", "worst", None),
        ("He has the best record in the league.", "best", 1),
        ("They had the greatest number of seats.", "greatest", 1),
        ("The very first issue sold for a fortune.", "first", 1),
        ("It is the city’s oldest and largest park.", "largest", 1),
    ],
)
def test_a_superlative_is_listed_with_its_rank(text, exact, rank):
    assert said(text)[exact].rank == rank


@pytest.mark.parametrize(
    "text",
    [
        "First, wash the rice.",
        "He was the second child in the family.",
        "She was the third speaker at the rally.",
        "He just missed his 10th triple-double of the season.",
        "Her second letter to Reno in May was published.",
        "Hotels record 20 percent growth.",
        "It’s the second day for Arsenal in Spain.",
        "At first she refused.",
        "His first wife was a nurse.",
        "The second witness was called on Monday.",
        "They lost their last match.",
        "He went first and she followed.",
        "The first lady arrived late.",
        "It is protected by the First Amendment.",
        "She missed the first half of the game.",
        "He lost in the first round.",
        "The paper first reported the talks.",
        "Give your first and last name.",
        "At last they agreed.",
        "It was a last-minute change.",
        "They met last week and last Tuesday.",
        "Most of the voters stayed away.",
        "Most people agreed.",
        "It cost at least $5, at most $9.",
        "It only rained once.",
        "The only way out is peace.",
        "He has a criminal record.",
        "She signed to a record label.",
        "For the record, he paid.",
        "Peace is one of the greatest gifts.",
        "His greatest strength is patience.",
        "The wealthiest families pay more.",
        "Moscow’s first answer came when the embassy in Paris spoke.",
        "It is in the best interest of all.",
        "The most important thing is trust.",
        "The latest figures are out.",
        "She had no other choice.",
        "The first boats would sail at six.",
        "The first results are due at midnight.",
        "In the last match they lost.",
        "He got his first bicycle from a cousin.",
        "The richest people pay little tax.",
        "First, they sang.",
        "The first shock woke the town.",
        "It was, at best, a clumsy reply.",
        "They staged a protest in the forest.",
        "She won Best Picture.",
        "They won a best-of-three series.",
        "Liverpool have a record of 8-1-1.",
        "She has a long record of service.",
        "They record sales each night.",
        "The reading is not on record for the day.",
        "He signed a record deal.",
        "Set the records straight.",
        "In his inaugural address he thanked them.",
        "She kept her maiden name.",
        "The third and final debate is in June.",
        "His last known address was in Leeds.",
        "Much changed in the last few days before the vote.",
        "They sent the last three letters back.",
        "No weapon was found in the first searches.",
        "The first attack was treated as a crime, the second was not.",
        "Of the two men, the first official said nothing.",
        "First exhibited in 1816, it was sold in May.",
        "He was the second witness the court called on to speak.",
        "The 2nd Infantry Division on Monday moved to cross.",
        "He was given first-degree burns.",
        "A first-time buyer took it.",
        "It is by no means the only paper on the matter.",
        "It is no more biased than any other paper.",
        "You have never seen it before.",
        "It is the best film you will ever see.",
        "He was the most respected man in town.",
        "It went to the highest court.",
        "She owes it to her most powerful ally.",
        "The richest families met.",
        "A lone gunman fired.",
        "They lost the first Test at Lord’s.",
        "The first attack was a crime, the second a war.",
        "In the first incident, a wall fell.",
        "Her second letter to the minister was published.",
        "We look at the most vital challenges of the past decade.",
        "He was the first to admit that it failed.",
        "The only goal of the talks is peace.",
        "It passed by the narrowest of margins.",
        "She studied at the highest level.",
        "His first wife died in 1990.",
        "The town is more relevant than ever.",
        "It has the finest bread in Paris.",
        "The record books were burnt.",
        "It will be paid to holders of record Nov. 10.",
        "He had his third day off this season.",
        "StatesFest in Ohio flew ten routes.",
        "It hurt the most.",
        "She spent her final years in Galway.",
        "The first heats began at noon.",
        "He stated the record inaccurately.",
        "Officials record deaths by hand.",
        "He won an award for best supporting actor.",
        "In the first study, mice were fed nuts.",
        "The first minister spoke.",
        "Whether they came later or rather than any other, he did not say.",
        "However, the 13th expedition to find it failed.",
    ],
)
def test_an_order_an_opinion_or_an_idiom_is_no_superlative(text):
    assert said(text) == {}


def test_subject_and_scope_are_told_where_the_sentence_tells_them():
    value = said("Lake Baikal is the deepest lake in the world.")["deepest"]
    assert (value.subject, value.scope) == ("Lake Baikal", "in the world")


def test_an_owner_before_the_superlative_is_its_scope():
    value = said("Brandt, Europe’s third-largest maker of drills, lost money.")["third-largest"]
    assert (value.subject, value.rank, value.scope) == ("Brandt", 3, "Europe")


@pytest.mark.parametrize(
    ("text", "exact", "subject"),
    [
        ("Ana Silva returned to Lisbon and became the first woman to win.", "first", "Ana Silva"),
        ("Ana Silva and Rui Costa are the only winners.", "only", "Ana Silva and Rui Costa"),
        ("He was the oldest U.S. medalist in 72 years.", "oldest", "U.S. medalist"),
        ("The maker’s biggest plant saw its output fall.", "biggest", "plant"),
        ("It fetched a record $45.3m.", "record", "$45.3m"),
        ("The city’s first mayor, Ana Silva, has died.", "first", "Ana Silva"),
        ("It is the largest maker, Nissan Motor said.", "largest", "maker"),
        ("According to Lomax, the first boat has sunk.", "first", "boat"),
        ("Jan van der Veen, the first head of the group, left.", "first", "Jan van der Veen"),
        ("Ten years ago Lomax was the largest firm.", "largest", "Lomax"),
        ("The smallest moons found beyond the belt are dark.", "smallest", "moons"),
    ],
)
def test_a_subject_is_a_name_or_a_noun_phrase(text, exact, subject):
    assert said(text)[exact].subject == subject


@pytest.mark.parametrize(
    ("text", "exact", "scope"),
    [
        ("It was the largest skeleton ever discovered in Peru.", "largest", "in Peru"),
        ("She is the youngest ever mayor.", "youngest", "ever"),
        ("He was the oldest U.S. medalist in 72 years.", "oldest", "in 72 years"),
        ("It was the highest figure in ten years on Sunday.", "highest", "in ten years"),
        ("The biggest gains were made in Wales.", "biggest", None),
        ("The largest quake in four years struck just after noon.", "largest", "in four years"),
        ("It was the first win since Feb. 28 for them.", "first", "since Feb 28"),
        ("It is the whitest state in the U.S.", "whitest", "in the U.S."),
        ("It is the first time it was held in Wales.", "first", "in Wales"),
    ],
)
def test_a_scope_is_a_time_or_a_place_of_the_superlative_itself(text, exact, scope):
    assert said(text)[exact].scope == scope


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("It is the world’s tallest building.", "Is “tallest building” (of the world) right, in"),
        ("Kenya was the first to vote.", "Is “first” right, said of Kenya, in"),
        ("It was the worst fire since 1953.", "Is “worst fire” (since 1953) right, in"),
    ],
)
def test_a_question_names_what_leads_and_within_what(text, opening):
    [item] = [c for c in check(Article(text=text)).items if c.kind is ClaimKind.SUPERLATIVE]
    assert item.question.startswith(opening)


@pytest.mark.parametrize("text", [" ", "first " * 500, "the most " * 500, "🙂 the first", "record"])
def test_no_text_breaks_the_extractor(text):
    said(text)


def test_no_candidate_is_skipped_by_the_look_at_first_words():
    for path in sorted(MARKED.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        everywhere = [match.span() for match in CANDIDATE.finditer(text)]
        assert [match.span() for match in scan(text)] == everywhere
