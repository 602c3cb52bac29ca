"""`segmenter verify`: is a folder of stories what its ledger says?"""

from __future__ import annotations

from pathlib import Path

import click

from segmenter.cli.exits import FOUND, Unusable


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what was found.")
@click.pass_context
def command(context: click.Context, folder: Path, form: str, quiet: bool) -> None:
    """Prove from the ledger of DIR that every line of every dump is in a story or in the furniture, and that every
    story file is as it was written.

    What is missing, changed or foreign is named, one line each, and the exit status is 1. Dumps are looked for where
    they were. What an interrupted run left unfinished is no finding: the next run finishes it.

    \b
    Example:
      segmenter verify stories
    """
    from segmenter.rendering.records import json_line
    from segmenter.storing.ledger import Ledger, LedgerError
    from segmenter.storing.verification import verify

    try:
        ledger = Ledger(folder)
    except LedgerError as error:
        raise Unusable(str(error)) from None
    if not ledger.path.exists():
        raise Unusable(f"{folder}: holds no ledger, {ledger.path.name}; `segmenter split … -o {folder}` makes one")
    try:
        result = verify(folder, ledger)
    except OSError as error:
        raise Unusable(f"{error.filename}: cannot be read: {error.strerror}") from None
    for finding in result.findings:
        click.echo(json_line(finding._asdict()) if form == "json" else ": ".join(finding))
    if result.unfinished and not quiet:
        click.echo(
            f"segmenter: {folder}: a run was interrupted; the next one finishes what it began "
            f"(dumps: {result.unfinished})",
            err=True,
        )
    if not quiet:
        click.echo(
            f"segmenter: {result.dumps} dumps, {result.stories} story files, {len(result.findings)} findings", err=True
        )
    if result.findings:
        context.exit(FOUND)
