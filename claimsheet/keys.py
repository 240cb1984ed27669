"""``claimsheet keys``: make, list and revoke API keys."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from claimsheet.running import add_data_option, running_store

if TYPE_CHECKING:
    from store import Store

_SCOPES = "submit, read, check, admin"


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("keys", help=__doc__, description=__doc__)
    add_data_option(parser)
    actions = parser.add_subparsers(dest="action", required=True)
    create = actions.add_parser("create", help="make a key and print it, once")
    create.add_argument("--name", required=True, help="whose it is, such as 'Superdesk, foreign'")
    create.add_argument("--desk", default="default", help="whose articles it sees (default)")
    create.add_argument(
        "--scopes",
        default="submit,read,check",
        help=f"some of {_SCOPES}, separated by commas (submit,read,check)",
    )
    actions.add_parser("list", help="the keys there are, without their secrets")
    revoke = actions.add_parser("revoke", help="take a key back")
    revoke.add_argument("id")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from store import apikeys

    store = running_store(arguments.data)
    if arguments.action == "create":
        return _create(store, arguments)
    if arguments.action == "revoke":
        return _revoke(store, arguments.id)
    for key in apikeys.every(store):
        print(f"{key.id}  {key.desk:12}  {','.join(key.scopes):24}  {key.created_at}  {key.name}")
    return 0


def _create(store: Store, arguments: argparse.Namespace) -> int:
    from store import apikeys

    scopes = [scope.strip() for scope in arguments.scopes.split(",") if scope.strip()]
    try:
        key, text = apikeys.create(store, arguments.name, arguments.desk, scopes)
    except apikeys.BadKey as error:
        print(f"claimsheet: {error}", file=sys.stderr)
        return 2
    print(f"Key {key.id} for desk {key.desk} ({', '.join(key.scopes)}). ", end="", file=sys.stderr)
    print("It is shown this once:", file=sys.stderr)
    print(text)
    return 0


def _revoke(store: Store, key_id: str) -> int:
    from store import apikeys

    if apikeys.revoke(store, key_id):
        return 0
    print(f"claimsheet: there is no key {key_id}; see `claimsheet keys list`", file=sys.stderr)
    return 1
