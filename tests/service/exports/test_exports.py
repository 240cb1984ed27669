"""Checklists as desks take them home: CSV, XLSX, Markdown, print, annotations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask.testing import FlaskClient

from claims.html import parse
from service.exports import FORMATS

Post = Callable[..., dict[str, Any]]
HTML = (
    "\n<h2>Ended</h2>\n<p>It met on 2001-02-03 and, <b>again</b>, on 2002&#45;03-04.</p>"
    "<p>It met on 2001-02-03 &amp; never since.</p>\n<ul><li>2001-02-03</li></ul>"
)


@pytest.fixture
def job(client: FlaskClient, posted: Post) -> dict[str, Any]:
    """An article with three dates, one confirmed, one dismissed with hostile words."""
    job = posted(
        headline="=1+1 in *Riga*",
        text="On 2001-02-03 it met.\n\nOn 2002-03-04 it <met>. 2003-04-05 too.",
    )
    path = job["links"]["checklist"]
    first, second, _ = client.get(f"{path}?kind=date").json["items"]
    _tick(
        client,
        f"{path}/items/{first['id']}",
        {
            "status": "confirmed",
            "checked_by": "KM",
            "sources": [
                {"kind": "primary", "citation": "minutes, p. 3"},
                {"kind": "secondary", "url": "https://x.example/a"},
            ],
        },
    )
    _tick(
        client,
        f"{path}/items/{second['id']}",
        {"status": "dismissed", "reason": "not_a_claim", "note": '=HYPERLINK("http://x","y")'},
    )
    return job


def _tick(client: FlaskClient, path: str, check: dict[str, Any]) -> None:
    assert client.patch(path, json=check, headers={"If-Match": '"1"'}).status_code == 200


def _get(client: FlaskClient, job: dict[str, Any], form: str) -> Any:
    """The dates alone: these tests are not about what else is found."""
    response = client.get(f"{job['links']['checklist']}?format={form}&kind=date")
    assert response.status_code == 200
    assert response.content_type == FORMATS[form].media_type
    return response


def test_csv_has_the_columns_of_a_fact_check_sheet_and_no_formulas(
    client: FlaskClient, job: dict[str, Any]
) -> None:
    text = _get(client, job, "csv").get_data().decode()
    first, second, third = csv.DictReader(io.StringIO(text, newline=""))
    assert list(first)[:9] == [
        "fact", "kind", "question", "source", "checked by", "date", "status", "note", "position",
    ]  # fmt: skip
    assert first["fact"] == "2001-02-03"
    assert first["source"] == "minutes, p. 3; https://x.example/a (secondary)"
    assert (first["checked by"], first["status"], first["position"]) == (
        "KM", "confirmed", "body 3–13",
    )  # fmt: skip
    assert (second["status"], second["reason"]) == ("dismissed", "not_a_claim")
    assert second["note"] == '\'=HYPERLINK("http://x","y")'
    assert third["status"] == "unchecked"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_every_way_to_begin_a_formula_is_escaped(
    client: FlaskClient, posted: Post, start: str
) -> None:
    job = posted()
    path = job["links"]["checklist"]
    (item,) = client.get(f"{path}?kind=date").json["items"]
    _tick(client, f"{path}/items/{item['id']}", {"note": f"{start}1+1"})
    rows = csv.DictReader(io.StringIO(_get(client, job, "csv").get_data().decode(), newline=""))
    assert next(rows)["note"] == f"'{start}1+1"


def test_xlsx_opens_with_the_same_rows_and_the_findings(
    client: FlaskClient, job: dict[str, Any]
) -> None:
    response = _get(client, job, "xlsx")
    assert "checklist-" in response.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(response.get_data()))
    assert book.sheetnames == ["Claims", "Findings"]
    head, *rows = book["Claims"].iter_rows(values_only=True)
    assert head[:3] == ("fact", "kind", "question")
    assert [row[0] for row in rows] == ["2001-02-03", "2002-03-04", "2003-04-05"]
    cells = [cell for row in book["Claims"].iter_rows() for cell in row]
    assert all(cell.data_type == "s" for cell in cells if cell.value is not None)


def test_the_same_checklist_is_the_same_workbook(client: FlaskClient, job: dict[str, Any]) -> None:
    assert _get(client, job, "xlsx").get_data() == _get(client, job, "xlsx").get_data()


def test_markdown_is_a_task_list_that_the_article_cannot_break(
    client: FlaskClient, job: dict[str, Any]
) -> None:
    text = _get(client, job, "md").get_data().decode()
    assert text.startswith("# =1+1 in \\*Riga\\*\n")
    assert "- [x] **2001-02-03** (date): " in text
    assert "- [x] **2002-03-04** (date): " in text
    assert "- [ ] **2003-04-05** (date): " in text
    assert "confirmed; minutes, p. 3; https://x.example/a (secondary); KM, " in text


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.underlined: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "u":
            self.underlined.append(data)
            self.tags.append("-")


def test_the_printed_page_underlines_claims_and_has_boxes_to_tick(
    client: FlaskClient, job: dict[str, Any]
) -> None:
    response = _get(client, job, "html")
    page = response.get_data().decode()
    words = _Words()
    words.feed(page)
    assert words.underlined == ["2001-02-03", "2002-03-04", "2003-04-05"]
    assert page.count('<span class="box">☑</span>') == 2
    assert page.count('<span class="box">☐</span>') == 1
    assert "it &lt;met&gt;" in page
    assert "script" not in words.tags
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "'sha256-" in policy


def test_claims_that_overlap_are_underlined_without_breaking_the_markup(
    client: FlaskClient, posted: Post
) -> None:
    job = posted(text="Ada Lund met them on 2001-02-03 & left.")
    path = job["links"]["checklist"]
    for start, end in ((4, 24), (0, 12)):
        item = {"field": "body", "start": start, "end": end, "kind": "name"}
        assert client.post(f"{path}/items", json=item).status_code == 201
    page = client.get(f"{path}?format=html&kind=name").get_data().decode()
    row = page[page.index('<div class="row">\n<p>') :].split("</p>")[0]
    assert row.count("<u>") == row.count("</u>") >= 3
    words = re.sub(r"<sup>\d+</sup>|<[^>]+>|\n", "", row)
    assert words == "Ada Lund met them on 2001-02-03 &amp; left."


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/csv", "text/csv; charset=utf-8; header=present"),
        ("application/ld+json", FORMATS["annotations"].media_type),
        (
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            FORMATS["annotations"].media_type,
        ),
        ("text/csv; charset=utf-8", "text/csv; charset=utf-8; header=present"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/markdown;q=0.5, text/csv;q=0.9", "text/csv; charset=utf-8; header=present"),
        ("*/*", "application/json"),
        ("", "application/json"),
        ("image/png", "application/json"),
    ],
)
def test_the_format_can_be_asked_for_in_accept(
    client: FlaskClient, job: dict[str, Any], accept: str, media_type: str
) -> None:
    response = client.get(job["links"]["checklist"], headers={"Accept": accept})
    assert response.content_type == media_type
    assert "Accept" in response.headers["Vary"]


def test_an_unknown_format_is_refused_and_filters_hold_in_exports(
    client: FlaskClient, job: dict[str, Any]
) -> None:
    path = job["links"]["checklist"]
    assert client.get(f"{path}?format=pdf").json["errors"][0]["pointer"] == "/format"
    text = client.get(f"{path}?format=csv&kind=date&status=unchecked").get_data().decode()
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 2


# ---- annotations ----------------------------------------------------------------------------


@pytest.fixture
def page(client: FlaskClient, extract: Callable[[str], None]) -> dict[str, Any]:
    """Annotations of an article that came as HTML."""
    sent = {"html": HTML, "headline": "On 2001-02-03", "url": "https://x.example/story"}
    job = client.post("/v1/articles", json=sent).json
    extract(job["id"])
    made: dict[str, Any] = json.loads(_get(client, job, "annotations").get_data())
    return made


def test_annotations_are_a_page_with_what_the_recommendation_demands(page: dict[str, Any]) -> None:
    """The MUSTs of https://www.w3.org/TR/annotation-model/ for pages and annotations."""
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert page["id"].startswith("http://localhost/v1/articles/")
    assert page["partOf"]["type"] == "AnnotationCollection"
    assert page["partOf"]["total"] == len(page["items"]) >= 5
    assert len({annotation["id"] for annotation in page["items"]}) == len(page["items"])
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation"
        assert annotation["motivation"] == "questioning"
        assert annotation["target"]["source"] == "https://x.example/story"
        assert annotation["created"].endswith("Z")
        for body in annotation["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)


def test_each_quote_stands_once_in_the_text_of_the_page(page: dict[str, Any]) -> None:
    text = parse(HTML).dom_text
    places = []
    for annotation in page["items"]:
        if annotation["target"]["scope"].endswith("#body"):
            quote, position = annotation["target"]["selector"]
            whole = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.count(whole) == 1
            start = text.index(whole) + len(quote["prefix"])
            assert (position["start"], position["end"]) == (start, start + len(quote["exact"]))
            places.append(start)
    assert len(set(places)) == 4


def test_every_term_is_one_of_the_published_context(page: dict[str, Any], shared: Path) -> None:
    context = json.loads((shared / "payloads/w3c-anno/anno.jsonld").read_text("utf-8"))["@context"]

    def terms(value: Any) -> set[str]:
        if isinstance(value, dict):
            named = {name for name in value if name != "@context"}
            said = {value[n] for n in ("type", "motivation", "purpose") if n in value}
            return named | said | {t for inner in value.values() for t in terms(inner)}
        if isinstance(value, list):
            return {term for inner in value for term in terms(inner)}
        return set()

    assert terms(page) <= set(context)
