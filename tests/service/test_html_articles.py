"""Articles handed in as HTML: every item finds its way back into what was sent."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service import schemas

HTML = (
    "<!-- wp:paragraph -->\n<p>Ruritania&rsquo;s envoy 🐎 left\n on <b>2021</b>-03&#45;18.</p>\n"
    "<!-- /wp:paragraph -->\n<ul><li id='x1'>The old accord ended on 2020-02-01.</li></ul>"
)


@pytest.fixture
def extracted(client: FlaskClient, extract: Callable[[str], None]) -> Callable[..., Any]:
    def post(**sent: Any) -> Any:
        response = client.post("/v1/articles", **sent)
        assert response.status_code == 202, response.json
        extract(response.json["id"])
        return response.json["links"]

    return post


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"html": HTML, "published_at": "2021-03-18"}},
        {
            "data": HTML,
            "content_type": "text/html; charset=utf-8",
            "query_string": {"published_at": "2021-03-18"},
        },
    ],
    ids=["as a field", "as the body"],
)
def test_items_of_html_point_into_the_text_the_block_and_the_source(
    client: FlaskClient, extracted: Callable[..., Any], sent: dict[str, Any]
) -> None:
    links = extracted(**sent)

    text = client.get(f"{links['article']}/text").json["body"]
    checklist = client.get(links["checklist"]).json

    assert text.startswith("Ruritania’s envoy 🐎 left on 2021-03-18.\n\nThe old accord")
    assert not schemas.ChecklistSchema().validate(checklist)
    items = {item["exact"]: item for item in checklist["items"]}
    date = items["2021-03-18"]
    assert text[date["start"] : date["end"]] == date["exact"]
    source = HTML[date["source"]["start"] : date["source"]["end"]]
    assert source == "2021</b>-03&#45;18"
    ended = items["2020-02-01"]["block"]
    assert ended == {"index": 1, "id": "x1", "start_utf16": 24, "end_utf16": 34}


def test_an_article_is_either_text_or_html(client: FlaskClient) -> None:
    response = client.post("/v1/articles", json={"text": "x", "html": "<p>x</p>"})
    assert response.status_code == 422
    assert response.json["errors"][0]["pointer"] == "/html"
