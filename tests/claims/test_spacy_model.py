"""The lean pipeline says what the model's own says; nothing is loaded before it is wanted."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from claims import Article, check, spacy_model
from claims.spacy_parts import TokenRules

TEXTS = [
    "Peru recalled its ambassador to Chad on Monday, and it was not pleased.",
    "There is nothing here that you didn't want, is there?",
    "Let's go: y'all ain't gonna get 'nuff o' that, c'mon, I've gotta run!",
    "He wo n't say whether the two were ever there; she'd have said so, had she known.",
    "   \n White space \t comes  first , and doubled .",
    "DOING NOTHIN' 'bout it 😀 — “somethin'” he got, gets, had got; 3.5% (of $4bn)",
    "",
]


@pytest.fixture(scope="module")
def stock() -> Language:
    model: Language = importlib.import_module(spacy_model.DEFAULT_MODEL).load(exclude=["ner"])
    return model


@pytest.mark.parametrize("text", TEXTS)
def test_the_lean_pipeline_reads_a_sentence_as_the_models_own_does(
    text: str, stock: Language
) -> None:
    (lean,) = spacy_model.parse([text])
    whole = stock(text)
    assert [spacy_model.lemma_of(t) for t in lean] == [t.lemma_ for t in whole]
    for name in ("text", "tag_", "pos_", "dep_", "morph"):
        assert [str(getattr(t, name)) for t in lean] == [str(getattr(t, name)) for t in whole], name
    assert [t.head.i for t in lean] == [t.head.i for t in whole]


def test_the_models_rules_are_looked_up_not_matched() -> None:
    rules = spacy_model.load_model().get_pipe("attribute_ruler")
    assert isinstance(rules, TokenRules)
    assert rules.looks_up


def _ruled(ruler: AttributeRuler, nlp: Language, text: str) -> list[tuple[str, str]]:
    doc = nlp.make_doc(text)
    return [(token.pos_, token.lemma_) for token in ruler(doc)]


@pytest.mark.parametrize(
    ("patterns", "looks_up"),
    [
        ([[[{"LOWER": "red"}, {"LOWER": "tape"}]], [[{"LOWER": {"REGEX": "^t.pe$"}}]]], True),
        ([[[{"LOWER": {"NOT_IN": ["red"]}}]], [[{"IS_SPACE": True}], [{"LOWER": "red"}]]], True),
        ([[[{"LOWER": "red", "OP": "?"}, {"LOWER": "tape"}]]], False),
        ([[[{"SHAPE": "xxx"}]]], False),
        ([[[{"LOWER": {"FUZZY": "rad"}}]]], False),
    ],
    ids=["two words", "what it is not", "an operator", "another attribute", "another question"],
)
def test_rules_of_any_ruler_come_to_the_same(
    patterns: list[list[list[dict[str, object]]]], looks_up: bool
) -> None:
    nlp = spacy_model.load_model()
    ours, stock = TokenRules(nlp.vocab), AttributeRuler(nlp.vocab)
    for ruler in (ours, stock):
        for n, pattern in enumerate(patterns):
            ruler.add(pattern, {"POS": ["NOUN", "X"][n], "LEMMA": f"rule {n}"}, index=-1)  # type: ignore[arg-type]
    text = "The red tape, a tape  Red as red tape"
    assert _ruled(ours, nlp, text) == _ruled(stock, nlp, text)
    assert ours.looks_up == looks_up


def test_rules_added_later_count_as_well() -> None:
    nlp = spacy_model.load_model()
    rules = TokenRules(nlp.vocab)
    rules.add([[{"LOWER": "red"}]], {"POS": "ADJ"})
    assert _ruled(rules, nlp, "red ink")[0][0] == "ADJ"
    rules.add([[{"LOWER": "ink"}]], {"POS": "NOUN"})
    assert [pos for pos, _ in _ruled(rules, nlp, "red ink")] == ["ADJ", "NOUN"]


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    (doc,) = spacy_model.parse(["Peru \ud83d recalled its envoy."])
    assert [t.idx for t in doc][:3] == [0, 5, 7]
    text = "Peru recalled its ambassador to Chad on Monday \udc00."
    assert check(Article(text)).items[0].sentence.end == len(text)


@pytest.fixture
def no_model() -> Iterator[None]:
    spacy_model.use_model("no_such_model")
    yield
    spacy_model.use_model(spacy_model.DEFAULT_MODEL)


@pytest.mark.usefixtures("no_model")
def test_a_text_without_a_sentence_worth_parsing_needs_no_model() -> None:
    assert check(Article("The mill closed on 3 May 1969 with 240 hands.")).items
    with pytest.raises(ImportError, match="no_such_model"):
        check(Article("Peru recalled its ambassador to Chad on Monday."))


def test_spacys_commands_are_left_out_until_somebody_wants_them() -> None:
    """In a process of its own: this one has imported spaCy before."""
    asked = (
        "import sys; from claims import spacy_model; spacy_model.load_model();"
        "assert not [name for name in sys.modules if name.startswith('spacy.cli')];"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "import spacy.cli.info; assert spacy.cli.download"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
