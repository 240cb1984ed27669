"""Which claims of a new version are the same, which have changed, which are gone."""

import copy
import dataclasses
from typing import Any

from claims import Article, check, identity, wire
from claims.model import Attribution, Claim, ClaimKind, DateValue, QuantityValue, Span
from claims.revisions import Revision, relocate, revise
from claims.sentences import sentences

Items = list[dict[str, Any]]


def _items(text: str, *words: str, field: str = "body") -> Items:
    """An item for each of the words, as ``kind:exact`` in order of place."""
    claims, place = [], 0
    for said in words:
        kind, exact = said.split(":", 1)
        place = text.index(exact, place)
        value = (
            DateValue("DATE", exact)
            if kind == "date"
            else QuantityValue(int("".join(filter(str.isdigit, exact)) or 0))
        )
        sentence = next(s for s in sentences(text) if s.start <= place < s.end)
        claims.append(
            Claim(ClaimKind(kind), field, Span(place, place + len(exact)), exact, sentence, value,
                  attribution=Attribution())
        )  # fmt: skip
        place += 1
    checklist = dataclasses.replace(check(Article("")), article=Article(text))
    items = tuple(identity.assign(claims, {field: text}))
    body = wire.checklist_body(dataclasses.replace(checklist, items=items))
    return list(body["items"])


def _ticked(items: Items) -> Items:
    ticked = copy.deepcopy(items)
    for item in ticked:
        item["check"]["status"] = "confirmed"
    return ticked


def _next(revision: Revision) -> Items:
    """The items as they stand after it, ticks carried over."""
    ticked = _ticked(list(revision.items))
    for item in ticked:
        item["check"]["stale"] = item["id"] in revision.stale or item["check"]["stale"]
        item["check"]["stale"] &= item["id"] not in revision.restored
    return ticked


FIRST = "The court met on 3 May 2001. It fined 12 firms. Nobody appealed in 2002."


def test_the_same_text_carries_every_claim() -> None:
    items = _items(FIRST, "date:3 May 2001", "quantity:12", "date:2002")
    revision = revise(_ticked(items), items)
    assert revision.changes["carried"] == [item["id"] for item in items]
    assert not revision.stale


def test_a_changed_figure_comes_back_stale_under_its_id_with_the_old_words() -> None:
    before = _ticked(_items(FIRST, "date:3 May 2001", "quantity:12", "date:2002"))
    after = _items(FIRST.replace("12", "14"), "date:3 May 2001", "quantity:14", "date:2002")
    revision = revise(before, after)
    court, firms, appeal = revision.items
    assert revision.changes == {
        "added": [],
        "carried": [court["id"], appeal["id"]],
        "stale": [before[1]["id"]],
        "removed": [],
    }
    assert firms["id"] == before[1]["id"]
    assert firms["previous"]["exact"] == "12"
    assert firms["previous"]["sentence"] == "It fined 12 firms."
    assert firms["check"]["stale"]


def test_another_figure_in_the_sentence_leaves_a_claim_alone() -> None:
    before = _ticked(_items("On 3 May 2001 it fined 12 firms.", "date:3 May 2001", "quantity:12"))
    after = _items("On 3 May 2001 it fined 14 firms.", "date:3 May 2001", "quantity:14")
    revision = revise(before, after)
    assert revision.changes["carried"] == [before[0]["id"]]
    assert revision.changes["stale"] == [before[1]["id"]]


def test_figures_that_change_places_are_stale_both() -> None:
    before = _ticked(_items("From 3 May to 9 May it sat.", "date:3 May", "date:9 May"))
    after = _items("From 9 May to 3 May it sat.", "date:9 May", "date:3 May")
    revision = revise(before, after)
    assert sorted(revision.changes["stale"]) == sorted(item["id"] for item in before)


def test_a_comma_a_quotation_mark_or_a_line_break_is_no_change() -> None:
    before = _ticked(_items('It was "fair" that, in 2002 it sat.', "date:2002"))
    after = _items("It was “fair” that in\n2002, it sat.", "date:2002")
    assert revise(before, after).changes["carried"] == [before[0]["id"]]


def test_other_words_around_the_same_date_make_it_stale() -> None:
    before = _ticked(_items("The court in Riga fined the firm in 2002.", "date:2002"))
    after = _items("The court in Riga acquitted the firm in 2002.", "date:2002")
    assert revise(before, after).changes["stale"] == [before[0]["id"]]


def test_a_name_is_the_same_claim_in_whatever_sentence_it_now_stands_first() -> None:
    text = "Ada Lund spoke first. Nobody had asked Ada Lund to."
    before = _ticked([wire.added_item(text, "body", Span(0, 8), ClaimKind.NAME, None)])
    moved = "Nobody had asked Ada Lund to."
    after = [wire.added_item(moved, "body", Span(17, 25), ClaimKind.NAME, None)]
    assert revise(before, after).changes["carried"] == [before[0]["id"]]


def test_what_was_planned_and_now_is_said_to_have_happened_is_stale() -> None:
    before = _ticked(_items("It met in 2002.", "date:2002"))
    after = _items("It met in 2002.", "date:2002")
    before[0]["modality"] = "planned"
    assert revise(before, after).changes["stale"] == [before[0]["id"]]


def test_the_same_words_with_another_meaning_are_stale() -> None:
    before = _ticked(_items("It met in 2002.", "date:2002"))
    after = _items("It met in 2002.", "date:2002")
    after[0]["value"]["timex"] = "2003"
    assert revise(before, after).changes["stale"] == [before[0]["id"]]


def test_a_claim_in_a_new_sentence_is_added_and_one_in_a_cut_sentence_removed() -> None:
    before = _ticked(_items(FIRST, "date:3 May 2001", "quantity:12", "date:2002"))
    text = FIRST.replace("It fined 12 firms.", "A storm in 1987 had flooded the archive.")
    revision = revise(before, _items(text, "date:3 May 2001", "date:1987", "date:2002"))
    assert len(revision.changes["added"]) == 1
    assert revision.changes["removed"] == [before[1]["id"]]
    assert len(revision.changes["carried"]) == 2


def test_a_changed_claim_is_found_behind_a_long_cut() -> None:
    cut = " ".join(f"Ward {n} paid in 18{n}." for n in range(10, 60))
    dates = [f"date:18{n}" for n in range(10, 60)]
    before = _ticked(
        _items(f"{cut} The tower of the old church fell in 1902.", *dates, "date:1902")
    )
    after = _items("The tower of the old church fell down in 1903.", "date:1903")
    revision = revise(before, after)
    assert revision.changes["stale"] == [before[-1]["id"]]
    assert len(revision.changes["removed"]) == 50


def test_a_stale_claim_stays_stale_while_it_stands_and_is_restored_with_its_words() -> None:
    words = ("date:3 May 2001", "quantity:12", "date:2002")
    first = _ticked(_items(FIRST, *words))
    changed = FIRST.replace("12", "14")
    second = _next(revise(first, _items(changed, words[0], "quantity:14", words[2])))
    third = revise(second, _items(changed + " All paid.", words[0], "quantity:14", words[2]))
    assert third.changes["stale"] == []
    assert third.items[1]["check"]["stale"]
    assert third.items[1]["previous"]["exact"] == "12"
    fourth = revise(_next(third), _items(FIRST, *words))
    assert fourth.restored == (first[1]["id"],)
    assert "previous" not in fourth.items[1]


def test_references_between_items_follow_their_ids() -> None:
    before = _ticked(_items("It met in 2001.", "date:2001"))
    after = _items("It met in 2004. It sat in 2005.", "date:2004", "date:2005")
    after[1]["same_as"] = after[0]["id"]
    after[1]["value"]["date"] = {"timex": "2004", "item": after[0]["id"]}
    finding = {"id": "f0", "type": "date_conflict", "items": [after[0]["id"], after[1]["id"]]}
    revision = revise(before, after, [finding])
    kept = before[0]["id"]
    assert revision.items[0]["id"] == kept
    assert revision.items[1]["same_as"] == kept
    assert revision.items[1]["value"]["date"]["item"] == kept
    assert revision.findings[0]["items"] == [kept, after[1]["id"]]


def test_no_two_items_get_the_same_id() -> None:
    before = _ticked(_items("It met in 2001.", "date:2001"))
    second = _next(revise(before, _items("It met in 2004.", "date:2004")))
    text = "It met in 2004. Then, for want of a quorum, nothing. It met in 2001."
    revision = revise(second, _items(text, "date:2004", "date:2001"))
    assert len({item["id"] for item in revision.items}) == 2


def test_editing_one_paragraph_of_forty_loses_no_other_claim() -> None:
    paragraphs = [
        f"In 20{n:02} the council of ward {n} spent 1{n} crowns. It met on 19{n:02}-03-11 again."
        for n in range(10, 50)
    ]
    before = check(Article("\n\n".join(paragraphs)))
    old = _ticked(wire.checklist_body(before)["items"])
    edited = [*paragraphs]
    edited[7] = "Nothing is known of ward 17. Its papers burnt on 1917-03-12 in the great fire."
    after = wire.checklist_body(check(Article("\n\n".join(edited))))["items"]
    revision = revise(old, after)
    survivors = {item["id"] for item in old if item["start"] < sum(map(len, paragraphs[:7]))}
    survivors |= {i["id"] for i in old if i["start"] > sum(map(len, paragraphs[:8])) + 2 * 8}
    assert len(survivors) >= 39
    assert survivors <= set(revision.changes["carried"])


def test_a_claim_that_a_person_marked_is_found_again_by_its_context() -> None:
    text = "The mayor, Ada Lund, spoke. Then Ada Lund left for Oslo."
    item = wire.added_item(text, "body", Span(33, 41), ClaimKind.NAME, None)
    moved = relocate(item, {"body": "News. " + text})
    assert moved is not None
    assert (moved["start"], moved["exact"]) == (39, "Ada Lund")
    assert relocate(item, {"body": "Nobody spoke."}) is None
