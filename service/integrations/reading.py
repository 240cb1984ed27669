"""Reading a CMS's payload: unknown fields are let be, a field of the wrong type is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.submission import BadField


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the payload and the path to it, for error messages."""

    value: Mapping[str, Any]
    path: str = ""

    @classmethod
    def root(cls, payload: Any) -> Node:
        if not isinstance(payload, dict):
            raise BadField("", "send a JSON object")
        return cls(payload)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __contains__(self, name: str) -> bool:
        return self.value.get(name) is not None

    def at(self, name: str) -> str:
        """The JSON pointer, without its first slash, of a member."""
        return f"{self.path}{name.replace('~', '~0').replace('/', '~1')}"

    def text(self, *names: str) -> str | None:
        """The first of these members that is there and not blank.

        Raises:
            BadField: one is there and no string.
        """
        for name in names:
            value = self.value.get(name)
            if value is None:
                continue
            if not isinstance(value, str):
                raise BadField(self.at(name), "must be a string")
            if value.strip():
                return value
        return None

    def label(self, *names: str) -> str | None:
        """As :meth:`text`, also of a number: some count their versions."""
        for name in names:
            value = self.value.get(name)
            if isinstance(value, int) and not isinstance(value, bool):
                return str(value)
            if found := self.text(name):
                return found
        return None

    def required(self, *names: str) -> str:
        """As :meth:`label`, and there must be one.

        Raises:
            BadField: there is none.
        """
        found = self.label(*names)
        if found is None:
            raise BadField(
                self.at(names[0]), f"is missing; {_one_of(names)} identifies the article"
            )
        return found

    def child(self, name: str) -> Node:
        """An object inside this one; an empty one when it is not there."""
        value = self.value.get(name)
        if value is None:
            return Node({}, self.at(name) + "/")
        if not isinstance(value, dict):
            raise BadField(self.at(name), "must be an object")
        return Node(value, self.at(name) + "/")

    def children(self, name: str) -> Iterator[Node]:
        """The objects of a list inside this one."""
        value = self.value.get(name)
        if value is None:
            return
        if not isinstance(value, list):
            raise BadField(self.at(name), "must be a list")
        for n, inner in enumerate(value):
            if not isinstance(inner, dict):
                raise BadField(f"{self.at(name)}/{n}", "must be an object")
            yield Node(inner, f"{self.at(name)}/{n}/")


def _one_of(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names)
