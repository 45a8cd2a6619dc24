"""Print what is inside files (`ledgerdrop inspect`): sheets, rows, control totals, notes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ledgerdrop.cli.report import print_lines
from ledgerdrop.inspection.inspector import Inspector
from ledgerdrop.model.inspection import Inspection, as_json, grouped
from ledgerdrop.runtime.command_line import Parser, one_line

_DELIMITERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"}


def main(arguments: Sequence[str]) -> int:
    """Print what each file holds, in the order given. Returns 0 when all could be read, else 1.

    Raises SystemExit with code 2 for a usage error.
    """
    parser = Parser(
        prog="ledgerdrop inspect",
        description="Show what is inside each file: sheets, rows, columns, control totals, and what looks odd. "
        "Nothing is sent, and no formula or link is followed.",
        epilog="Exit code: 0 if every file could be read, 1 if not, 2 for a usage error.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file to look into")
    parser.add_argument("--json", action="store_true", help="print one JSON object per line, with the first rows")
    call = parser.parse_args(arguments)
    described = _as_json if call.json else _as_text
    with Inspector() as inspector:
        looks = ((path, inspector.inspect(Path(path))) for path in call.paths)
        return print_lines((described(path, found), found.unreadable is None) for path, found in looks)


def _as_json(path: str, found: Inspection) -> str:
    fields = as_json(found)
    fields["notes"] = [{**note, "text": said.text} for note, said in zip(fields["notes"], found.notes, strict=True)]
    return json.dumps({"path": path, **fields, "reason": found.unreadable.value if found.unreadable else None})


def _as_text(path: str, found: Inspection) -> str:
    lines = [f"{one_line(path)}: {_summary(found)}"]
    if len(found.sheets) > 1:
        names = [f"{sheet.name}{' (hidden)' if sheet.hidden else ''}" for sheet in found.sheets]
        lines.append(f"  sheets: {', '.join(names)}; shown here: {found.sheets[found.sheet].name}")
    for column in found.totals:
        total, name = column.total, f"{column.letter} {column.name}".strip()
        if total is not None:
            least, greatest = grouped(total.least, total.grouping), grouped(total.greatest, total.grouping)
            added_up = grouped(total.sum, total.grouping)
            lines.append(f"  total  {name}: {added_up} ({total.count} numbers, {least} to {greatest})")
    lines += [
        f"  member {member.name}: {member.size} bytes{', encrypted' if member.encrypted else ''}"
        for member in found.members
    ]
    lines += [f"  note   {note.text}" for note in found.notes]
    return "\n".join(one_line(line) for line in lines)


def _summary(found: Inspection) -> str:
    if found.unreadable is not None:
        return found.unreadable.value
    if found.kind == "zip" or found.members:
        return f"{found.kind}, {found.member_count} members"
    kind = ", ".join(part for part in (found.kind, found.encoding, _DELIMITERS.get(found.delimiter, "")) if part)
    return f"{kind}, {found.row_count} rows, {found.column_count} columns"
