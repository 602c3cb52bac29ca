"""`segmenter split`: dumps in, stories out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segmenter.cli.dumps import problem, read_dump
from segmenter.cli.exits import SOME_FAILED
from segmenter.cli.options import config_option, encoding_option, passed_over, settings_from
from segmenter.cli.outputs import FORMATS, Put, opened
from segmenter.cli.reporting import Report

if TYPE_CHECKING:
    from segmenter.config import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(),
    help="Write to this folder (markdown) or file (jsonl); - prints. jsonl is printed unless PATH is given.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="markdown", show_default=True)
@click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    help="Names of the files to take from folders, as '*.log'; may be repeated. Default: *.txt and *.text.",
)
@encoding_option
@config_option
@click.option(
    "--verbatim-lines", is_flag=True, help="Keep the line breaks of hard-wrapped text; else paragraphs are rejoined."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    form: str,
    include: tuple[str, ...],
    encoding: str | None,
    config: Path | None,
    verbatim_lines: bool,
    quiet: bool,
) -> None:
    """Split dumps into stories, one Markdown file a story or one JSON record a line.

    PATHS are files, folders (searched with all their subfolders), globs, or - for standard input. An input that cannot
    be processed is named on standard error, the others are processed, and the exit status is 3.

    \b
    Examples:
      segmenter split page.txt -o stories
      segmenter split inbox 'archive/2024-*.txt' -o stories
      segmenter split inbox --format jsonl -o stories.jsonl
      cat page.txt | segmenter split - --format jsonl | jq .headline
    """
    if not paths:
        raise click.UsageError("Name the dumps: files, folders or globs, or - to read standard input.")
    settings = settings_from(config)
    if verbatim_lines:
        settings = replace(settings, text=replace(settings.text, verbatim_lines=True))
    report = Report(quiet)
    for path in passed_over(config):
        report.note(str(path), "has no settings for segmenter, and is passed over")
    files = _files(paths, include or settings.input.include, report)
    interrupted = False
    with opened(output, form, settings, report) as put, report.following(files) as following:
        try:
            for file in following:
                _split(file, settings, encoding, put, report)
        except KeyboardInterrupt:
            interrupted = True  # The block ends as usual, so that what was finished stands.
    report.closing()
    if interrupted:
        raise KeyboardInterrupt
    if report.figures.failed:
        context.exit(SOME_FAILED)


def _files(paths: Sequence[str], include: Sequence[str], report: Report) -> list[str]:
    from segmenter.reading.inputs import Problem, expand

    files = []
    for found in expand(paths, include):
        if isinstance(found, Problem):
            report.failure(found.path, found.reason)
        else:
            files.append(found.path)
    return files


def _split(file: str, settings: Settings, encoding: str | None, put: Put, report: Report) -> None:
    try:
        dump = read_dump(file, settings, encoding)
    except Exception as error:
        report.failure(file, problem(error))
        return
    report.figures.dumps += 1
    for note in (dump.note, *dump.document.warnings):
        if note:
            report.note(file, note)
    held_back = dump.document.held_back
    for story in dump.document.stories:
        if story.ordinal in held_back:
            report.held_back(f"{file}:{story.headline_line}", story, held_back[story.ordinal])
    put(dump, [story for story in dump.document.stories if story.ordinal not in held_back])
