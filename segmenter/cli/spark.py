"""`segmenter spark`: the same splitter on Apache Spark, for dumps that are counted in millions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segmenter.cli.deciding import decisions_of, decisions_option
from segmenter.cli.exits import SOME_FAILED, Unusable
from segmenter.cli.options import (
    config_option,
    encoding_option,
    log_format_option,
    passed_over,
    quiet_option,
    settings_from,
)
from segmenter.cli.reporting import Report
from segmenter.wording import counted

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from segmenter.cli.deciding import Decisions
    from segmenter.running.spark import Done


@click.command()
@click.argument("source", metavar="INPUT")
@click.argument("output")
@click.option(
    "--input-format",
    type=click.Choice(["text", "parquet", "jsonl"]),
    default="text",
    show_default=True,
    help="text: each file is a dump; else each row is one, in the column text (or bytes), named by the column id.",
)
@click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    help="Names of the files to read, as '*.log'; may be repeated. Default: of text, *.txt and *.text; else all.",
)
@click.option("--format", "form", type=click.Choice(["parquet", "jsonl"]), default="parquet", show_default=True)
@click.option(
    "--partition-by",
    type=click.Choice(["date", "source"]),
    multiple=True,
    help="Part the stories into folders by day or source; may be repeated.",
)
@click.option(
    "--limit",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    default=300,
    show_default=True,
    help="How long a dump may take. One that takes longer is tried once more, and fails.",
)
@click.option(
    "--take-over",
    is_flag=True,
    help="Go on although another run is marked as writing to OUTPUT. Only if it is over: else it fails at its end.",
)
@click.option("--master", metavar="URL", help="Spark's master, as 'local[8]'. Default: its own, else this machine.")
@click.option("--conf", metavar="KEY=VALUE", multiple=True, help="A setting of Spark; may be repeated.")
@encoding_option
@config_option
@decisions_option
@quiet_option
@log_format_option
@click.pass_context
def command(
    context: click.Context,
    source: str,
    output: str,
    input_format: str,
    include: tuple[str, ...],
    form: str,
    partition_by: tuple[str, ...],
    limit: float,
    take_over: bool,
    master: str | None,
    conf: tuple[str, ...],
    encoding: str | None,
    config: Path | None,
    decisions: Path | None,
    quiet: bool,
    log_format: str,
) -> None:
    """Split the dumps of INPUT on Apache Spark, into tables in the folder OUTPUT.

    INPUT and OUTPUT are paths or addresses that Spark can open. OUTPUT gets the tables stories, furniture, failures and
    accounts, each with a folder for each run. A run works on dumps of which no earlier run has an account; dumps are
    known by their id, files by their path. Two runs do not write to one OUTPUT at once.

    A dump that cannot be processed, or that kills or hangs its process, is named, the others are processed, and the
    exit status is 3.

    \b
    Examples:
      segmenter spark dumps stories
      segmenter spark dumps.parquet stories --input-format parquet --partition-by date
      segmenter spark s3a://desk/dumps s3a://desk/stories --master yarn --conf spark.executor.instances=20
    """
    decided = decisions_of(decisions, Path(output))
    settings = replace(settings_from(config, encoding), decisions=decided.rulings)
    report = Report(quiet, as_json=log_format == "json")
    for path in passed_over(config):
        report.note(str(path), "has no settings for segmenter, and is passed over")
    try:
        from pyspark.errors import AnalysisException, PySparkException

        from segmenter.running.spark import Job, run
        from segmenter.running.spark_input import InputError
        from segmenter.running.spark_runs import JobError
        from segmenter.running.spark_store import StoreError
    except ImportError as error:
        raise Unusable(f"needs the extra: pip install 'segmenter[spark]' ({error})") from None
    include = include or (settings.input.include if input_format == "text" else ())
    job = Job(source, input_format, include, output, form, partition_by, settings, limit, take_over)
    spark = _session(master, conf, quiet)
    try:
        done = run(spark, job)
    except (JobError, StoreError) as error:
        raise Unusable(str(error)) from None
    except InputError as error:
        raise Unusable(f"{source}: {error}") from None
    except AnalysisException as error:
        raise Unusable(f"{source}: {_first_line(error)}") from None
    except PySparkException as error:
        raise Unusable(f"the job failed, and does not count; Spark says: {_first_line(error)}") from None
    finally:
        spark.stop()
    _tell(done, decided, report, output)
    if done.totals.failed:
        context.exit(SOME_FAILED)


def _session(master: str | None, conf: tuple[str, ...], quiet: bool) -> SparkSession:
    """A session with these settings. Raises Unusable where Spark cannot be started."""
    settings: dict[str, str] = {}
    if quiet:
        settings |= {"spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
    for item in conf:
        key, mark, value = item.partition("=")
        if not mark:
            raise click.BadParameter(f"{item!r} is not KEY=VALUE", param_hint="--conf")
        settings[key] = value
    if master:
        settings["spark.master"] = master
    from pyspark.errors import PySparkException

    from segmenter.running.spark_session import begin

    try:
        return begin(settings)
    except (PySparkException, OSError) as error:
        raise Unusable(f"Spark cannot be started, which needs Java 17 or later: {_first_line(error)}") from None


def _tell(done: Done, decided: Decisions, report: Report, output: str) -> None:
    totals = done.totals
    if done.other_settings:
        report.note(
            output, "holds dumps split with other settings or decisions, or by another version; they stay as they are"
        )
    for name, reason in done.failures:
        report.failure(name, reason)
    if more := totals.failed - len(done.failures):
        report.failure(output, f"{counted(more, 'more failure')} in its table of failures")
    decided.held(done.decided)
    decided.name_unfitting(done.undecided, report, gone=False)
    parts = [counted(totals.dumps, "dump"), f"{totals.split} split", f"{totals.empty} empty", f"{totals.failed} failed"]
    parts += [counted(totals.stories, "story", "stories"), f"{totals.held_back} held back"]
    report.info(output, ", ".join(parts) + f"; {done.before} accounted for before")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
