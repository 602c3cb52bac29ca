"""The file of decisions: JSON lines beside the output, sorted, so that a version control system shows what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from segmenter.deciding.rulings import Ruling, ruling_from, values_of
from segmenter.rendering.records import json_line
from segmenter.storing.store import write

HEADER: Final = {"format": "segmenter decisions", "version": 1}


class DecisionsError(Exception):
    """The decisions cannot be used; the message names the file and the line and says what to do."""


def read_decisions(path: Path) -> tuple[Ruling, ...]:
    """The rulings of the file; none where there is no file. Raises DecisionsError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be read: {error.strerror}") from None
    return parse_decisions(data, path)


def parse_decisions(data: bytes, path: Path) -> tuple[Ruling, ...]:
    """The rulings that the file's bytes hold. Raises DecisionsError."""
    if not data:
        return ()
    rulings = []
    for number, raw in enumerate(data.split(b"\n"), 1):
        if not raw.strip():
            continue
        try:
            values = json.loads(raw.decode("utf-8-sig"))
            if number == 1:
                if values != HEADER:
                    raise ValueError(f"the first line is not {json_line(HEADER)}")
                continue
            if not isinstance(values, dict):
                raise ValueError("it is no JSON object")
            rulings.append(ruling_from(values))
        except UnicodeDecodeError:
            raise DecisionsError(f"{path}:{number}: is not UTF-8; save it as UTF-8") from None
        except ValueError as error:
            problem = f"is no JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else str(error)
            raise DecisionsError(
                f"{path}:{number}: {problem}; mend the line, or remove it to drop its decision"
            ) from None
    return tuple(rulings)


def in_order(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings as the file has them: by dump, then by line."""
    return tuple(sorted(rulings, key=lambda r: (r.dump, r.line, r.text, *map(str, r.subject))))


def decisions_bytes(rulings: Iterable[Ruling]) -> bytes:
    """The file's bytes."""
    lines = (HEADER, *map(values_of, in_order(rulings)))
    return "".join(json_line(line) + "\n" for line in lines).encode()


def write_decisions(path: Path, rulings: Iterable[Ruling]) -> bytes:
    """Put the file in place whole, and give its bytes. Raises storing.store.StoreError."""
    data = decisions_bytes(rulings)
    for error in write([(path, data)]).values():
        raise error
    return data
