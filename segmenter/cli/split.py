"""`segmenter split`: dumps in, stories out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from segmenter.cli.deciding import decisions_of, decisions_option
from segmenter.cli.exits import FOUND, SOME_FAILED
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
from segmenter.cli.outputs import Output, goes_to_folder, opened, rendered, report_page, take
from segmenter.cli.planning import Plan
from segmenter.cli.reporting import Report
from segmenter.reading.inputs import STANDARD_INPUT
from segmenter.rendering.formats import BY_NAME, StoryFormat

if TYPE_CHECKING:
    from segmenter.running.dumps import Work
    from segmenter.running.local import Outcome
    from segmenter.storing.folder import StoryFolder
    from segmenter.storing.plan import Change

SMALL: Final = 2**20
"""Bytes of dumps that are done with before worker processes would have started."""
EACH: Final = 2**12
"""Bytes for which each dump counts beside its own: what it takes to open it and to write and enter its stories."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(),
    help="Write to this folder (formats with a file a story, or several) or file (jsonl, csv, parquet); - prints. "
    "jsonl, csv and parquet are printed unless PATH is given.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(list(BY_NAME)),
    multiple=True,
    default=["markdown"],
    help="May be repeated. Default: markdown.",
)
@include_option
@encoding_option
@config_option
@decisions_option
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
    formats: tuple[str, ...],
    include: tuple[str, ...],
    encoding: str | None,
    config: Path | None,
    decisions: Path | None,
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
    """Split dumps into stories, one Markdown file a story, or in other formats.

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
      segmenter split inbox --format markdown --format csv -o stories
      cat page.txt | segmenter split - --format jsonl | jq .headline
    """
    if not paths:
        raise click.UsageError("Name the dumps: files, folders or globs, or - to read standard input.")
    formats = tuple(dict.fromkeys(formats))
    to_folder = goes_to_folder(formats, output)
    only_stories = to_folder and all(isinstance(BY_NAME[name], StoryFormat) for name in formats)
    for name, given in {"check": check, "dry-run": dry_run, "diff": diff, "force": force, "prune": prune}.items():
        if given and not only_stories:
            raise click.UsageError(f"--{name} is about a folder of stories, a file each: add `-o FOLDER`")
    from segmenter.running.dumps import Work

    settings = settings_from(config, encoding)
    if verbatim_lines:
        settings = replace(settings, text=settings.text._replace(verbatim_lines=True))
    decided = decisions_of(decisions, Path(str(output)) if to_folder else None)
    settings = replace(settings, decisions=decided.rulings)
    report = Report(quiet, verbose, log_format == "json")
    for path in passed_over(config):
        report.note(str(path), "has no settings for segmenter, and is passed over")
    files = _files(paths, include or settings.input.include, report)
    plan = Plan(dry_run, diff)
    writes = not (check or dry_run or diff)
    counting: list[StoryFormat] = []

    def open_folder(path: Path, form: StoryFormat) -> StoryFolder:
        from segmenter.storing.folder import StoryFolder

        counting.append(form)

        def done(change: Change, error: Exception | None) -> None:
            # The same stories go to each folder, and count once.
            if form is counting[0]:
                report.changed(change, error)
            elif error is not None:
                report.failure(change.dump, str(error), change.line)
            if not writes:
                plan.show(change, str(path))

        return StoryFolder(path, settings, done, form, force=force, prune=prune, write=writes)

    if to_folder:
        # The order in which they are named shall make no difference.
        files.sort(key=lambda file: (file == STANDARD_INPUT, file))
    jobs = jobs or _processes(files)
    if jobs > 1 and len(files) > 1:
        from segmenter.running.pool import begin_to_start

        begin_to_start()
    interrupted = False
    with (
        opened(formats, output, settings, open_folder) as put,
        report_page(page) as shown,
        report.watching(len(files)),
    ):
        try:
            for outcome in _outcomes(files, Work(settings, rendered(formats), bool(counting), bool(page)), jobs, put):
                take(outcome, put, report, counted=not counting)
                decided.held(getattr(outcome, "decided", ()))
                if shown is not None:
                    shown.add(outcome)
                report.advance()
        except KeyboardInterrupt:
            interrupted = True  # The block ends as usual, so that what was finished stands.
    if not interrupted:
        decided.name_unfitting(files, report)
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


def _outcomes(files: Sequence[str], work: Work, jobs: int, output: Output) -> Iterator[Outcome]:
    from segmenter.running.local import run

    # Standard input may come slowly, or never: it is turned to when what stands before it has been put out.
    for _, together in groupby(files, STANDARD_INPUT.__eq__):
        group = list(together)
        if STANDARD_INPUT in group:
            # Python 3.11 forgets the exit status where a Ctrl-C comes while a module makes its classes.
            import segmenter.running.large  # noqa: F401
        # A report shows every dump, so that each has to be taken apart.
        tasks = ((file, None if work.report else output.known_hash(file)) for file in group)
        yield from run(tasks, work, jobs, min(jobs, len(group)))


def _processes(files: Sequence[str]) -> int:
    """How many processes to work with: one a core where the work takes longer than it takes to start them."""
    from segmenter.running.local import cores, size

    total = 0
    for file in files:
        total += size(file) + EACH
        if file == STANDARD_INPUT or total > SMALL:
            return cores()
    return 1
