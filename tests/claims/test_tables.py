"""A kind or a finding is added in one table: its file, its enum's member and its row agree."""

from __future__ import annotations

import pkgutil

from claims import extractors, findings
from claims.extractors import EXTRACTORS
from claims.findings import FINDINGS
from claims.model import ClaimKind, FindingType
from service import exports
from service.exports import FORMATS
from service.pages import words


def _modules(package: object) -> set[str]:
    return {module.name for module in pkgutil.iter_modules(package.__path__)}  # type: ignore[attr-defined]


def test_every_kind_has_its_file_and_its_row() -> None:
    assert _modules(extractors) == {kind.value for kind in ClaimKind}
    assert set(EXTRACTORS) == set(ClaimKind)


def test_every_row_of_the_kinds_leads_to_the_file_of_its_name() -> None:
    for kind, extractor in EXTRACTORS.items():
        assert extractor.kind is kind
        for function in (extractor.find, extractor.question, extractor.references):
            assert function.__module__.split(".")[2] == kind.value


def test_every_finding_has_its_file_and_its_row() -> None:
    assert _modules(findings) == {type_.value for type_ in FindingType}
    assert set(FINDINGS) == set(FindingType)
    for type_, find in FINDINGS.items():
        assert find.__module__ == f"claims.findings.{type_.value}"


def test_every_kind_has_a_name_on_the_page_and_one_that_is_unknown_is_still_readable() -> None:
    assert set(words.KINDS) == {kind.value for kind in ClaimKind}
    assert words.kind("court_date") == "Court date"


def test_every_format_has_its_file() -> None:
    made_by = {form.render.__module__.rpartition(".")[2] for form in FORMATS.values()}
    assert made_by == _modules(exports) - {"material", "sheet"}  # what several forms share
