"""What can be wrong with the name of a story file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from segmenter.checking.date_rules import date_problem, stated_dates
from segmenter.checking.rule import Finding, Rule, StoryFile, examples
from segmenter.storing.names import FileNames, placeholder_values


def _file_name(file: StoryFile) -> Iterator[Finding]:
    """The file is not called as the template of config.toml calls a story with this title and date.

    Looked at only where `[files] template` puts `{headline}` into the file's name. Folders do not count, nor does the
    id that tells stories of one name apart. A title or a date that was corrected asks for a new name: rename the file.
    """
    template = file.settings.files.template.rpartition("/")[2]
    title = file.value(("title",))
    dates = dict(stated_dates(file))
    if "{headline}" not in template or not isinstance(title, str) or any(map(date_problem, dates.values())):
        return

    def text(*path: str) -> str:
        value = file.value(path)
        return value if isinstance(value, str) else ""

    values = placeholder_values(
        published=dates.get(("date",)) or text("date_stated"),
        headline=title,
        source=text("source"),
        section=text("section"),
        agency=text("dateline", "agency"),
        ordinal=None,
        id=text("id"),
        dump=text("origin", "file"),
    )
    expected = _names(file.settings.files.template, file.settings.files.ascii).unlike(file.name, values)
    if expected:
        yield Finding(file.line(("title",)), f"title and date call for the file name {expected}")


@lru_cache(maxsize=1)
def _names(template: str, ascii: bool) -> FileNames:
    return FileNames(template, ascii)


RULES: Final = (
    Rule(
        "file-name",
        _file_name,
        examples("title: 青石桥早市搬家", "date: 2024-03-06", "date: 2024", "-date", "title: 青石桥早市搬进新棚 续"),
        examples(
            "title: 青石桥早市搬进新棚", "date: 2024-03-05T07:24", "date: 2024-03-05", "date: 2024/3/6", "-id",
            "title: 青石桥早市搬进新棚?", "title: '  青石桥早市搬进新棚.'", "-title", "title: 5", "source: 溪口日报",
        ),  # fmt: skip
    ),
)
