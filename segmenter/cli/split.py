"""`segmenter split`: dumps in, stories out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from segmenter.cli.exits import FOUND, SOME_FAILED, Unusable
from segmenter.cli.options import (
    config_option,
    encoding_option,
    include_option,
    log_format_option,
    passed_over,
    quiet_option,
    settings_from,
    verbose_option,
)
from segmenter.cli.outputs import FORMATS, STANDARD_OUTPUT, Output, folder, report_page, stream, take
from segmenter.cli.planning import Plan
from segmenter.cli.reporting import Report
from segmenter.reading.inputs import STANDARD_INPUT

if TYPE_CHECKING:
    from segmenter.running.dumps import Work
    from segmenter.running.local import Outcome
    from segmenter.storing.plan import Change

SMALL: Final = 2**20
"""Bytes of dumps that are done with before worker processes would have started."""


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
@include_option
@encoding_option
@config_option
@click.option(
    "--verbatim-lines", is_flag=True, help="Keep the line breaks of hard-wrapped text; else paragraphs are rejoined."
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change in the folder.")
@click.option("--dry-run", is_flag=True, help="Write nothing; list what would change in the folder.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change as a unified diff.")
@click.option("--force", is_flag=True, help="Overwrite story files edited by hand; copies are kept as *.orig.")
@click.option("--prune", is_flag=True, help="Remove files whose story is gone from its dump, unless they were edited.")
@click.option(
    "--report", "page", metavar="FILE", type=click.Path(), help="Write an HTML page that shows what was found where."
)
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(min=1), help="Processes to work with. Default: one a core."
)
@quiet_option
@verbose_option
@log_format_option
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
    check: bool,
    dry_run: bool,
    diff: bool,
    force: bool,
    prune: bool,
    page: str | None,
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    log_format: str,
) -> None:
    """Split dumps into stories, one Markdown file a story or one JSON record a line.

    PATHS are files, folders (searched with all their subfolders), globs, or - for standard input. An input that cannot
    be processed is named on standard error, the others are processed, and the exit status is 3.

    A folder is kept up to date: what has not changed is not written again, and a story file that was edited by hand is
    left as it is.

    \b
    Examples:
      segmenter split page.txt -o stories
      segmenter split inbox 'archive/2024-*.txt' -o stories
      segmenter split inbox -o stories --dry-run
      segmenter split inbox --format jsonl -o stories.jsonl
      cat page.txt | segmenter split - --format jsonl | jq .headline
    """
    if not paths:
        raise click.UsageError("Name the dumps: files, folders or globs, or - to read standard input.")
    to_folder = form == "markdown" and output != STANDARD_OUTPUT
    if to_folder and output is None:
        raise Unusable("Markdown is written to a folder: add `-o FOLDER`, or `-o -` to print all stories")
    for name, given in {"check": check, "dry-run": dry_run, "diff": diff, "force": force, "prune": prune}.items():
        if given and not to_folder:
            raise click.UsageError(f"--{name} is about a folder of stories: add `-o FOLDER`")
    from segmenter.running.dumps import Work

    settings = settings_from(config, encoding)
    if verbatim_lines:
        settings = replace(settings, text=settings.text._replace(verbatim_lines=True))
    report = Report(quiet, verbose, log_format == "json")
    for path in passed_over(config):
        report.note(str(path), "has no settings for segmenter, and is passed over")
    files = _files(paths, include or settings.input.include, report)
    plan = Plan(str(output), dry_run, diff)

    def done(change: Change, error: Exception | None) -> None:
        report.changed(change, error)
        if not writes:
            plan.show(change)

    writes = not (check or dry_run or diff)
    place: AbstractContextManager[Output]
    if to_folder:
        place = folder(Path(str(output)), settings, done, force, prune, writes)
        # The order in which they are named shall make no difference.
        files.sort(key=lambda file: (file == STANDARD_INPUT, file))
    else:
        place = stream(output, form, report)
    interrupted = False
    with place as put, report_page(page) as shown, report.watching(len(files)):
        try:
            for outcome in _outcomes(files, Work(settings, form, to_folder, bool(page)), jobs, put):
                take(outcome, put, report)
                if shown is not None:
                    shown.add(outcome)
                report.advance()
        except KeyboardInterrupt:
            interrupted = True  # The block ends as usual, so that what was finished stands.
    report.closing()
    if interrupted:
        raise KeyboardInterrupt
    if report.figures.failed:
        context.exit(SOME_FAILED)
    if check and plan.any:
        context.exit(FOUND)


def _files(paths: Sequence[str], include: Sequence[str], report: Report) -> list[str]:
    from segmenter.reading.inputs import Problem, expand

    files = []
    for found in expand(paths, include):
        if isinstance(found, Problem):
            report.failure(found.path, found.reason)
        else:
            files.append(found.path)
    return files


def _outcomes(
    files: Sequence[str], work: Work, jobs: int | None, output: Output
) -> Iterator[Outcome]:
    from segmenter.running.local import cores, is_alone, run, size

    if jobs is None:
        jobs = cores() if any(map(is_alone, files)) or sum(map(size, files)) > SMALL else 1
    # A report shows every dump, so that each has to be taken apart.
    tasks = ((file, None if work.report else output.known_hash(file)) for file in files)
    return run(tasks, work, jobs, min(jobs, max(1, len(files))))
