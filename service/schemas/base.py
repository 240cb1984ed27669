"""What schemas are made of: words, texts that can be carried, strict requests, open answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from marshmallow import INCLUDE, RAISE, Schema, ValidationError, fields, validate

LANGUAGES = ("en",)
STATUSES = ("unchecked", "confirmed", "corrected", "disputed", "unverifiable", "dismissed")
REASONS = ("not_a_claim", "duplicate", "out_of_scope")
JOB_STATUSES = ("queued", "running", "succeeded", "failed", "canceled")
# Far below what any JSON library follows, wherever in an answer it stands.
_DEEPEST_METADATA = 32


def clean(value: str) -> None:
    """Text that every program between a CMS and a checker can carry.

    Raises:
        ValidationError: it holds NUL characters or half of a surrogate pair.
    """
    if "\x00" in value:
        raise ValidationError("holds a NUL character; remove it")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValidationError(
            f"holds half of a surrogate pair at character {error.start}; send valid Unicode"
        ) from None


def not_blank(value: str) -> None:
    # Spaces and what has no shape of its own: a byte order mark, a zero-width space.
    if not value.strip() or all(c.isspace() or unicodedata.category(c) == "Cf" for c in value):
        raise ValidationError("is blank; send the text of the article")


def carriable(value: Any) -> None:
    """What is echoed back as it came: clean texts, nested so far that every reader can follow.

    Raises:
        ValidationError: it can not be carried.
    """
    level = [value]
    for _ in range(_DEEPEST_METADATA):
        for inner in level:
            for text in (inner, *inner) if isinstance(inner, dict) else (inner,):
                if isinstance(text, str):
                    clean(text)
        level = [
            further
            for inner in level
            if isinstance(inner, dict | list)
            for further in (inner.values() if isinstance(inner, dict) else inner)
        ]
        if not level:
            return
    raise ValidationError(f"is nested more than {_DEEPEST_METADATA} deep")


class Text(fields.String):
    """A string without NUL characters and lone surrogates, of bounded length."""

    def __init__(self, *, max_length: int = 10_000, **kwargs: Any) -> None:
        also: list[Callable[[Any], Any]] = kwargs.pop("also", [])
        checks: list[Callable[[Any], Any]] = [clean, validate.Length(max=max_length), *also]
        super().__init__(validate=checks, **kwargs)


class Link(Text):
    """An http or https address."""

    def __init__(self, **kwargs: Any) -> None:
        url = validate.URL(
            schemes={"http", "https"}, require_tld=False, error="is not an http(s) address"
        )
        super().__init__(max_length=2_048, also=[url], **kwargs)


class Strict(Schema):
    class Meta:
        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow declares an instance variable
        "unknown": "is not a field of this request; remove it"
    }


class Answer(Schema):
    """What is answered; a release may add fields, which a client ignores."""

    class Meta:
        unknown = INCLUDE
