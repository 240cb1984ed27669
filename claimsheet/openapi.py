"""``claimsheet openapi``: the API's OpenAPI document, as the service serves it."""

from __future__ import annotations

import argparse
import json
from typing import Any


def add_parser(commands: Any) -> None:
    parser = commands.add_parser("openapi", help=__doc__)
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    from service import openapi
    from service.app import create_app
    from store import Store
    from store.connection import connect
    from store.settings import Settings

    # Describing the API connects to nothing, so any address will do.
    app = create_app(Store(connect("redis://localhost"), Settings()))
    print(json.dumps(openapi.build(app), indent=2, ensure_ascii=False, sort_keys=True))
    return 0
