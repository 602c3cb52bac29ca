"""`segmenter check`: what is wrong in story files, and mended."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from segmenter.cli.exits import FOUND, SOME_FAILED, Unusable
from segmenter.cli.options import config_option, settings_from

if TYPE_CHECKING:
    from segmenter.config import Settings

NO_STORIES: Final = frozenset({"readme", "changelog", "contributing", "license", "index", "_index"})
"""Names, without suffix, of files that may lie among stories and have no front matter."""


class Found(NamedTuple):
    """One line of the output."""

    file: str
    line: int
    code: str
    message: str
    fixable: bool
    fixed: bool


def _explain(context: click.Context, option: click.Parameter, code: str | None) -> None:
    if code is None:
        return
    from segmenter.checking.catalogue import RULES

    manuals = {rule.code: rule.manual for rule in RULES}
    if code not in manuals:
        raise click.BadParameter(f"there is no {code}; known are {', '.join(manuals)}")
    click.echo(manuals[code])
    context.exit()


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and change nothing else in the files.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    help="Names of the files to take from folders; may be repeated. Default: those that end as the template of "
    "config.toml does, *.md.",
)
@config_option
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Say what a code means and what to do, and exit.",
)
@click.option("-q", "--quiet", is_flag=True, help="Give the findings, and no figures at the end.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    fix: bool,
    form: str,
    include: tuple[str, ...],
    config: Path | None,
    quiet: bool,
) -> None:
    """Find what is wrong in story files: front matter, dates, roles, file names.

    PATHS are files, folders (searched with all their subfolders) and globs. Each finding is one line, FILE:LINE: CODE
    MESSAGE. The exit status is 1 if anything was found or mended, and 3 if a file could not be read or written.

    \b
    Examples:
      segmenter check stories
      segmenter check stories --fix
      segmenter check --explain role-unknown
      segmenter check 'stories/2024-*.md' --format json | jq -r '.[] | [.file, .line, .code] | @tsv'
    """
    if not paths:
        raise click.UsageError("Name the story files: files, folders or globs.")
    settings = settings_from(config)
    _refuse_missing_pinyin(settings)
    found: list[Found] = []
    checked = failed = 0
    for file, reason in _files(paths, include or (f"*{Path(settings.files.template).suffix}",)):
        result = reason or _checked(file, fix, settings)
        if isinstance(result, str):
            failed += 1
            click.echo(f"segmenter: {file}: {result}", err=True)
            continue
        checked += 1
        found += result
        if form == "text":
            _print(result)
    if form == "json":
        from segmenter.rendering.records import json_line

        rows = ",\n".join(json_line(each._asdict()) for each in found)
        sys.stdout.buffer.write(f"[\n{rows}\n]\n".encode() if rows else b"[]\n")
    if not quiet:
        click.echo(_figures(checked, found, failed), err=True)
    context.exit(SOME_FAILED if failed else FOUND if found else 0)


def _refuse_missing_pinyin(settings: Settings) -> None:
    from segmenter.storing.names import FileNames, PinyinMissingError

    try:
        FileNames(settings.files.template, settings.files.ascii)
    except PinyinMissingError as error:
        raise Unusable(str(error)) from None


def _files(paths: Sequence[str], include: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Each file to check, and each path that gives none with the reason."""
    from segmenter.reading.inputs import STANDARD_INPUT, Problem, expand

    named = {os.path.realpath(path) for path in paths}
    for found in expand(paths, include):
        if isinstance(found, Problem):
            yield found.path, found.reason
        elif found.path == STANDARD_INPUT:
            raise click.UsageError("Standard input has no file name to check: name the story files.")
        elif os.path.realpath(found.path) in named or not _is_no_story(Path(found.path)):
            yield found.path, None


def _is_no_story(path: Path) -> bool:
    """True for a README or its like without front matter."""
    from segmenter.rendering.front_matter import FrontMatterError, read_front_matter

    if path.stem.lower() not in NO_STORIES:
        return False
    try:
        return read_front_matter(path.read_bytes()) is None
    except (OSError, FrontMatterError):
        return False


def _checked(path: str, fix: bool, settings: Settings) -> list[Found] | str:
    """What was found in the file, or why it cannot be read or written."""
    from segmenter.checking.catalogue import check, mended
    from segmenter.checking.rule import Finding, Rule, StoryFile
    from segmenter.storing.store import HEAD, StoreError, replacing

    try:
        file = StoryFile(path, Path(path).read_bytes(), settings)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"

    def row(rule: Rule, finding: Finding, fixed: bool) -> Found:
        return Found(path, finding.line, rule.code, finding.message, bool(finding.edits), fixed)

    before = check(file)
    new = mended(file) if fix else file
    if new.data == file.data:
        return [row(rule, finding, False) for rule, finding in before]
    try:
        # Somebody may have saved the file since it was read.
        with replacing(Path(path), lambda present: present == file.data[:HEAD]) as whole:
            whole.write(new.data)
    except StoreError as error:
        return str(error).removeprefix(f"{path}: ")
    after = check(new)
    rows = [row(rule, finding, True) for rule, finding in before if finding.edits]
    rows += [row(rule, finding, False) for rule, finding in after]
    return sorted(rows, key=lambda each: each.line)


def _print(rows: Sequence[Found]) -> None:
    from segmenter.rendering.explanation import CONTROL

    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for row in rows:
        file = os.fsencode(row.file).decode(errors="replace")
        place, message = (CONTROL.sub("\N{REPLACEMENT CHARACTER}", text) for text in (file, row.message))
        code = click.style(row.code, fg="green" if row.fixed else "red")
        end = " [fixed]" if row.fixed else " [--fix mends this]" if row.fixable else ""
        click.echo(f"{click.style(f'{place}:{row.line}:', bold=True)} {code} {message}{end}", color=coloured)


def _figures(checked: int, found: Sequence[Found], failed: int) -> str:
    from segmenter.wording import counted

    fixed = sum(each.fixed for each in found)
    parts = [counted(checked, "file"), counted(len(found), "finding")]
    parts += [f"{number} {what}" for number, what in ((fixed, "fixed"), (failed, "failed")) if number]
    return "segmenter: " + ", ".join(parts)
