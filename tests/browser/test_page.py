from __future__ import annotations

import functools
import http.server
import json
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.harness import Client, Serve, serving

pytestmark = pytest.mark.browser

TEXT = """\
Ruritania recalled its ambassador to France on Thursday, the foreign ministry said.

“We were not consulted,” said Anna Keller, the foreign minister. She spoke on 4 May 2021, \
and 300 people heard her.

The two countries signed the Treaty of Rome on 25 March 1957. \r\n<script>document.title = "owned"\
</script> & <b>bold</b> 🕊️ peace followed in 1960.
"""


def _post(running: Serve, text: str = TEXT, **fields: Any) -> str:
    """The address of the page of an article that has been extracted."""
    client = Client(running.address)
    job = client.post(text, **{"published_at": "2021-05-06", **fields})
    done = client.ended(job["id"])
    assert done["status"] == "succeeded", done
    return str(done["links"]["page"])


def _items(page: Page) -> list[dict[str, Any]]:
    link = page.url.replace("/articles/", "/v1/articles/").split("#")[0] + "/checklist"
    items: list[dict[str, Any]] = page.request.get(link).json()["items"]
    return items


def _sign(page: Page, initials: str) -> None:
    page.get_by_label("Your initials").fill(initials)
    page.get_by_label("Your initials").press("Escape")


def test_a_first_time_reader_pastes_ticks_by_keyboard_and_finds_the_ticks_again(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Headline").fill("An envoy leaves Paris")
    page.locator("#text").fill(TEXT)
    page.get_by_label("Date of publication").fill("2021-05-06")
    page.get_by_role("button", name="List the claims").click()
    page.wait_for_url(re.compile(r"/articles/\w+"), timeout=30_000)
    expect(page.get_by_role("heading", name="An envoy leaves Paris")).to_be_visible()

    _sign(page, "KM")
    page.keyboard.press("j")
    page.keyboard.press("1")
    expect(page.locator(".item").nth(0)).to_have_class(re.compile("s-confirmed"))
    page.keyboard.press("j")
    page.keyboard.press("2")
    page.keyboard.type("the right words")
    page.keyboard.press("Enter")
    expect(page.locator(".item").nth(1)).to_have_class(re.compile("s-corrected"))
    page.keyboard.press("j")
    page.keyboard.press("5")
    page.get_by_role("button", name="Duplicate").click()
    expect(page.locator(".item").nth(2)).to_have_class(re.compile("s-dismissed"))

    page.reload()
    expect(page.locator(".item").nth(0).locator(".state")).to_have_text("Confirmed")
    expect(page.locator(".item").nth(0).locator(".detail")).to_contain_text("KM")
    expect(page.locator(".item").nth(1).locator(".detail")).to_contain_text("the right words")
    expect(page.locator(".item").nth(2).locator(".detail")).to_contain_text("Duplicate")
    expect(page.locator("#overall-words")).to_contain_text("3 of")


def test_markup_in_an_article_stays_text(page: Page, running: Serve) -> None:
    page.goto(_post(running, headline="<img src=x onerror=alert(1)>"))

    expect(page.locator("#text .body")).to_contain_text('<script>document.title = "owned"</script>')
    assert page.title() != "owned"
    assert page.locator("#text b, #text img, #text script").count() == 0


def test_the_page_holds_every_character_and_marks_every_claim(page: Page, running: Serve) -> None:
    page.goto(_post(running))

    assert page.locator("[data-field=body]").evaluate("e => e.textContent") == TEXT
    for item in _items(page):
        if item["field"] == "body":
            marks = page.locator(f'.mark[data-items~="{item["id"]}"]')
            assert "".join(marks.all_text_contents()) == item["exact"]


def test_choosing_a_claim_in_the_text_chooses_it_in_the_list_and_back(
    page: Page, running: Serve
) -> None:
    page.goto(_post(running))
    mark = page.locator(".mark.k-quotation").first
    mark.click()
    expect(page.locator(".item.chosen")).to_have_count(1)
    expect(page.locator(".item.chosen")).to_have_class(re.compile("k-quotation"))

    page.locator(".item.k-treaty .exact").first.click()
    expect(page.locator(".mark.chosen")).to_have_class(re.compile("k-treaty"))


def test_two_readers_see_each_others_ticks_and_overwrite_none(
    browser: Browser, context: BrowserContext, page: Page, running: Serve
) -> None:
    address = _post(running)
    other_context = browser.new_context(base_url=running.address)
    other = other_context.new_page()
    for reader, initials in ((page, "AA"), (other, "BB")):
        reader.goto(address)
        _sign(reader, initials)
        expect(reader.locator("#overall-words")).to_contain_text("0 of")
    other.route("**/checklist", lambda route: route.abort())  # the other one sees nothing new

    page.keyboard.press("j")
    page.keyboard.press("1")
    expect(page.locator(".item").first).to_have_class(re.compile("s-confirmed"))
    other.keyboard.press("j")
    other.keyboard.press("3")

    dialog = other.locator("#conflict")
    expect(dialog).to_be_visible()
    expect(dialog.locator(".theirs")).to_contain_text("Confirmed – AA")
    expect(dialog.locator(".yours")).to_contain_text("Disputed – BB")
    dialog.get_by_role("button", name="Keep theirs").click()
    expect(other.locator(".item").first).to_have_class(re.compile("s-confirmed"))

    other.unroute("**/checklist")
    page.keyboard.press("j")
    page.keyboard.press("4")
    expect(other.locator(".item").nth(1)).to_have_class(re.compile("s-unverifiable"), timeout=8_000)
    other_context.close()


def test_notes_sources_and_history_are_kept(page: Page, running: Serve) -> None:
    page.goto(_post(running))
    _sign(page, "KM")
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.get_by_label("Note", exact=True).first.fill("the desk rang twice")
    page.get_by_label("Assigned to").fill("JB")
    page.get_by_role("button", name="Save note and assignment").click()
    expect(page.locator(".item").first.locator(".detail")).to_contain_text("the desk rang twice")
    page.get_by_label("Link or citation").fill("https://example.org/record")
    page.get_by_role("button", name="Add source").click()
    expect(page.locator(".sources li")).to_have_text("primary: https://example.org/record")
    page.get_by_label("Link or citation").fill("call with the embassy")
    page.get_by_role("button", name="Add source").click()
    expect(page.locator(".sources li")).to_have_count(2)
    expect(page.locator(".history li")).to_have_count(3)


def test_a_claim_that_was_missed_is_added_by_selecting_its_words(
    page: Page, running: Serve
) -> None:
    page.goto(_post(running))
    page.evaluate(
        """() => {
          const body = document.querySelector('[data-field=body]');
          const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            const at = node.data.indexOf('peace followed');
            if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + 14);
          }
        }"""
    )
    page.get_by_role("button", name="Add as a claim").click()
    page.locator("#add-claim").get_by_label("Kind").select_option("quantity")
    page.locator("#add-claim").get_by_role("button", name="Add").click()
    expect(page.locator(".item.chosen .exact")).to_have_text("peace followed")
    added = next(item for item in _items(page) if item["exact"] == "peace followed")
    assert TEXT[added["start"] : added["end"]] == "peace followed"


def test_a_version_is_cleared_for_print_with_a_reason_for_what_is_open(
    page: Page, running: Serve
) -> None:
    page.goto(_post(running))
    page.get_by_label("Who clears it").fill("K. Mori")
    page.get_by_role("button", name="Clear this version for print").click()
    expect(page.locator("#status")).to_contain_text("unchecked")
    page.get_by_label("Why, although claims are open").fill("the wire has it too")
    page.get_by_role("button", name="Clear this version for print").click()
    expect(page.locator(".notice.good")).to_contain_text("Cleared for print by K. Mori")


def test_searching_filtering_and_ordering_show_what_is_asked_for(
    page: Page, running: Serve
) -> None:
    page.goto(_post(running))
    everything = page.locator(".item").count()
    page.keyboard.press("/")
    page.keyboard.type("Rome")
    assert 0 < page.locator(".item:visible").count() < everything
    page.get_by_label("Search").fill("")
    page.get_by_label("Order").select_option("priority")
    shown = page.locator(".item").evaluate_all("rows => rows.map(r => Number(r.dataset.priority))")
    assert shown == sorted(shown, reverse=True)


def test_who_has_not_said_their_initials_is_asked_for_them(page: Page, running: Serve) -> None:
    page.goto(_post(running))
    expect(page.locator("#overall-words")).to_contain_text("0 of")
    page.keyboard.press("j")
    page.keyboard.press("1")
    expect(page.locator("#status")).to_contain_text("your initials")
    expect(page.get_by_label("Your initials")).to_be_focused()
    page.keyboard.type("KM")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(page.locator(".item.s-confirmed")).to_have_count(1)


def test_names_are_folded_away_until_asked_for(page: Page, running: Serve) -> None:
    page.goto(_post(running))
    names = page.locator(".item.k-name")
    assert names.count() > 0
    expect(names.first).to_be_hidden()
    page.get_by_role("button", name=re.compile(r"^Show \d+ names?")).click()
    expect(names.first).to_be_visible()
    page.reload()
    expect(names.first).to_be_visible()


def test_a_newer_version_shows_the_words_that_were_ticked_and_those_that_are_gone(
    page: Page, running: Serve
) -> None:
    kept = "The hall was opened on 7 June 1988, the town said."
    dated = "The bridge was closed on {} May 2021, the town said."
    gone = "Forty boats had left by 2 April 1977."
    path = _post(running, f"{kept}\n\n{dated.format(4)}\n\n{gone}", external_id="bridge")
    page.goto(path)
    _sign(page, "KM")
    for item in _items(page):
        address = page.url.replace("/articles/", "/v1/articles/") + f"/checklist/items/{item['id']}"
        ticked = page.request.patch(
            address, data={"status": "confirmed"}, headers={"If-Match": f'"{item["version"]}"'}
        )
        assert ticked.ok

    _post(running, f"{kept}\n\n{dated.format(5)}", external_id="bridge", version="2")
    page.reload()
    expect(page.locator(".gone li")).to_have_count(2)
    expect(page.locator(".gone")).to_contain_text("2 April 1977")
    expect(page.locator(".gone del").first).to_be_hidden()
    page.get_by_text("What is gone").click()
    expect(page.locator(".gone del").first).to_be_visible()
    changed = page.locator(".item.stale")
    expect(changed).to_have_count(1)
    expect(changed.locator(".exact")).to_have_text("5 May 2021")
    expect(changed.locator(".was")).to_have_text("was: “4 May 2021”")
    expect(page.locator("#open-words")).to_contain_text("1 claim is")

    page.get_by_role("button", name="Show only these").click()
    expect(page.locator(".item:visible")).to_have_count(1)
    changed.locator(".exact").click()
    page.keyboard.press("1")
    expect(page.locator(".was")).to_have_count(0)
    expect(page.locator("#open-words")).to_have_text("Every claim is settled.")


def test_the_page_can_be_read_without_javascript(browser: Browser, running: Serve) -> None:
    context = browser.new_context(base_url=running.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(_post(running))
    expect(page.locator(".item").first).to_be_visible()
    page.locator(".mark.k-treaty").first.click()
    assert "#i-" in page.url
    page.goto("/")
    page.locator("#text").fill("On 3 March 2020 the Treaty of Rome was praised.")
    page.get_by_role("button", name="List the claims").click()
    assert "/articles/" in page.url
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 380])
@pytest.mark.parametrize("place", ["home", "article", "docs"])
def test_axe_finds_nothing_serious(
    browser: Browser, running: Serve, place: str, width: int, scheme: Any
) -> None:
    path = {"home": "/", "docs": "/docs"}.get(place) or _post(running, headline="An envoy leaves")
    context = browser.new_context(
        base_url=running.address, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    context.add_init_script("localStorage.setItem('claimsheet-initials', 'KM')")
    page = context.new_page()
    page.goto(path)
    if place == "article":
        page.locator(".item .exact").first.click()
        expect(page.locator(".editor")).to_be_visible()
    found = Axe().run(page).response["violations"]
    serious = [v for v in found if v["impact"] in ("serious", "critical")]
    assert serious == [], json.dumps(serious, indent=1)[:3_000]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_sheet_prints_with_room_for_notes(page: Page, running: Serve, tmp_path: Path) -> None:
    page.goto(_post(running))
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".item .box").first).to_be_visible()
    margin = page.locator(".item").first.evaluate("e => getComputedStyle(e).marginRight")
    assert float(margin.removesuffix("px")) > 150
    page.pdf(path=tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_ten_thousand_words_with_a_thousand_claims_scroll_and_tick(
    page: Page, running: Serve
) -> None:
    line = "On {} March {} the {}th delegation of {} people signed nothing in the hall at all. "
    text = "".join(line.format(1 + n % 28, 1900 + n % 120, n, 100 + n) for n in range(640))
    page.goto(_post(running, text))
    assert page.locator(".item").count() >= 1_000
    _sign(page, "KM")
    page.keyboard.press("j")
    took = page.evaluate(
        """async () => {
          const began = performance.now();
          for (let n = 0; n < 20; n++) {
            document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));
            await new Promise(requestAnimationFrame);
          }
          return (performance.now() - began) / 20;
        }"""
    )
    assert took < 250  # a step is a few frames, even on a busy machine
    page.keyboard.press("1")
    expect(page.locator(".item.s-confirmed")).to_have_count(1)


def test_the_checklist_is_embedded_in_a_page_of_another_origin(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    handler = functools.partial(_Quiet, directory=str(docs))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as cms:
        threading.Thread(target=cms.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{cms.server_port}"
        data = tmp_path_factory.mktemp("embedded")
        with serving(data, CLAIMSHEET_CORS_ORIGINS=origin) as serve:
            article = _post(serve).rpartition("/")[2]
            page = browser.new_page()
            page.goto(f"{origin}/embed.html?server={serve.address}&article={article}")
            page.locator("claim-checklist .claim").nth(1).click()
            selected = page.locator("#editor").evaluate(
                "e => e.value.slice(e.selectionStart, e.selectionEnd)"
            )
            assert selected == page.locator("claim-checklist .claim").nth(1).text_content()
            page.locator("claim-checklist").get_by_role("button", name="Confirm").nth(1).click()
            row = page.locator("claim-checklist li[data-status]").nth(1)
            expect(row).to_have_attribute("data-status", "confirmed")
            page.close()
        cms.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def test_a_desk_signs_in_with_its_key_and_forms_need_their_token(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tmp_path_factory.mktemp("keyed")
    with serving(data, CLAIMSHEET_REQUIRE_KEYS="1") as serve:
        command = [sys.executable, "-m", "claimsheet.main", "keys", "--data", str(data)]
        made = subprocess.run(
            [*command, "create", "--name", "Foreign", "--desk", "foreign"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        context = browser.new_context(base_url=serve.address)
        page = context.new_page()
        page.goto("/")
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        page.get_by_label("Key").fill("cs_wrong")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_label("Key").fill(made.stdout.strip())
        page.get_by_role("button", name="Sign in").click()
        page.locator("#text").fill("The Treaty of Rome was signed on 25 March 1957.")
        page.get_by_role("button", name="List the claims").click()
        page.wait_for_url(re.compile(r"/articles/\w+"))
        cookie = context.cookies()[0]
        assert cookie["httpOnly"]
        assert cookie["sameSite"] == "Strict"
        forged = context.request.post("/v1/articles", data={"text": "x on 3 May 2020"})
        assert forged.status == 403
        page.get_by_role("button", name="Sign out of foreign").click()
        page.goto("/")
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        context.close()
