"""The published JSON Schema of what `saiken published read --json` writes.

The one idea: the schema is package data that others may copy; this module only loads it and tells where a document
departs from it.
"""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_SCHEMA = Path(__file__).with_name("sheet.schema.json")


def load_schema() -> dict[str, Any]:
    """The schema of the list that `read` writes."""
    schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


def departures(documents: list[dict[str, Any]]) -> list[str]:
    """Where a list of documents departs from the schema: path and reason, empty when it is valid."""
    errors = Draft202012Validator(load_schema()).iter_errors(documents)
    return [f"{error.json_path}: {error.message}" for error in errors]
