"""Reads a JSON file that a person wrote, against its published schema.

The one idea: whatever is wrong with the file (its bytes, its brackets, a key, a value, a day that does not exist) is refused with the
place, what stands there, what would do and how to mend it. What the file means is the caller's business.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

from saiken.cli.law_days import EXPECTED_DAY, is_usable
from saiken.domain.errors import InvalidInput

_TYPES = {
    "string": "文字",
    "null": "無し",
    "array": "一覧（[ ]）",
    "object": "項目の集まり（{ }）",
    "integer": "整数",
    "boolean": "true か false",
}
_LONGEST_SHOWN = 40
_DAYS = FormatChecker([])


class _Twice(ValueError):
    """A key that one object holds twice."""


@_DAYS.checks("date", raises=ValueError)
def _is_day(written: object) -> bool:
    """Whether a text is a day in the form of the schema and within the days that can be calculated."""
    if not isinstance(written, str):
        return True
    return len(written) == len("2026-01-01") and is_usable(date.fromisoformat(written))


def validator_of(schema: Mapping[str, Any]) -> Draft202012Validator:
    """The schema as a judge of documents, which knows days."""
    return Draft202012Validator(schema, format_checker=_DAYS)


def read_json_file(file: Path, *, validator: Draft202012Validator, help_at: str) -> Any:
    """The document of a file that agrees with its schema; raises InvalidInput naming file and place."""
    written = _document(file)
    problem = best_match(validator.iter_errors(written))
    if problem is not None:
        _refuse_shape(file, problem, help_at=help_at)
    return written


def _document(file: Path) -> Any:
    try:
        written = json.loads(file.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
        json.dumps(written, ensure_ascii=False).encode()
        return written
    except OSError as fault:
        remedy = "ファイルの名前と権限を確かめてください"
        raise InvalidInput("読めません", place=str(file), expected="JSON のファイル", remedy=remedy) from fault
    except UnicodeDecodeError as fault:
        found = f"{fault.start + 1}バイト目の {fault.object[fault.start]:#04x}"
        raise InvalidInput(
            "文字コードが UTF-8 ではありません",
            place=file.name,
            found=found,
            expected="UTF-8",
            remedy="UTF-8 で保存してください",
        ) from fault
    except json.JSONDecodeError as fault:
        remedy = "括弧、引用符、コンマを確かめてください"
        place, found = f"{file.name}: {fault.lineno}行{fault.colno}文字目", _around(fault)
        raise InvalidInput("JSON として読めません", place=place, found=found, expected="JSON", remedy=remedy) from fault
    except UnicodeEncodeError as fault:
        found, remedy = repr(fault.object[fault.start]), "\\u で始まる書き方を、文字そのものに直してください"
        raise InvalidInput(
            "文字でない符号があります", place=file.name, found=found, expected="文字", remedy=remedy
        ) from fault
    except _Twice as fault:
        remedy, expected = "どちらか一つにしてください", "一つの項目は一度"
        raise InvalidInput(
            "同じ項目が二度あります", place=file.name, found=str(fault), expected=expected, remedy=remedy
        ) from fault
    except (ValueError, RecursionError) as fault:
        remedy = "けた数と括弧を確かめてください"
        raise InvalidInput(
            "数が大きすぎるか、括弧の入れ子が深すぎます",
            place=file.name,
            expected="ふつうの大きさの数と入れ子",
            remedy=remedy,
        ) from fault


def _around(fault: json.JSONDecodeError) -> str:
    """What stands where the file stops being JSON."""
    return fault.doc[fault.pos : fault.pos + 10].split("\n")[0].strip() or "何もない"


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys occur once; a second one would silently replace the first."""
    written = dict(pairs)
    if len(written) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return written


def _refuse_shape(file: Path, problem: ValidationError, *, help_at: str) -> NoReturn:
    place = problem.json_path.removeprefix("$").removeprefix(".")
    found = "" if problem.validator in ("required", "additionalProperties") else _shown(problem.instance)
    message, expected = _complaint(problem)
    raise InvalidInput(
        message,
        place=f"{file.name}: {place}" if place else file.name,
        found=found,
        expected=expected,
        remedy=f"書き方は {help_at} にあります",
    )


def _complaint(problem: ValidationError) -> tuple[str, str]:
    """What is wrong with the shape, and what would do."""
    wanted: Any = problem.validator_value
    schema: Any = problem.schema
    found: Any = problem.instance
    match problem.validator:
        case "required":
            missing = [key for key in wanted if key not in found]
            return f"{'、'.join(missing)} がありません", "、".join(wanted)
        case "additionalProperties":
            unknown = [key for key in found if key not in schema["properties"]]
            return f"{'、'.join(unknown)} という項目はありません", "、".join(schema["properties"])
        case "enum":
            return "知らない値です", "、".join(str(word) for word in wanted if word is not None)
        case "type":
            words = [wanted] if isinstance(wanted, str) else wanted
            return "値の型が違います", "、".join(_TYPES[word] for word in words)
        case "format":
            return "日付として読めません", EXPECTED_DAY
        case "minimum":
            return "値が小さすぎます", f"{wanted} 以上"
        case _:
            return "この値は使えません", str(schema.get("description", wanted))


def _shown(found: object) -> str:
    """A value as it was written, cut where it is long."""
    text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    return (text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…") or "空"
