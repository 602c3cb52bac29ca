"""The decisions that a run follows, and those of them that fitted nothing, which are named at its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from segmenter.cli.exits import Unusable
from segmenter.deciding import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segmenter.cli.reporting import Report
    from segmenter.deciding.rulings import Ruling

decisions_option = click.option(
    "--decisions",
    "decisions",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Follow what people decided in `segmenter review`. Default: decisions.jsonl in the output folder, if any.",
)


class Decisions:
    """The rulings of one file, and which of them came into effect in a run."""

    def __init__(self, path: Path | None, must_exist: bool) -> None:
        """None stands for no file. Raises Unusable where it cannot be used."""
        self._path = path
        self._held: set[int] = set()
        self.rulings: tuple[Ruling, ...] = ()
        if path is not None and must_exist and not path.exists():
            raise Unusable(f"{path}: does not exist; `segmenter review DUMPS -o FOLDER` makes decisions.jsonl there")
        if path is not None and path.exists():
            from segmenter.deciding.decisions_file import DecisionsError, read_decisions

            try:
                self.rulings = read_decisions(path)
            except DecisionsError as error:
                raise Unusable(str(error)) from None

    def held(self, positions: Iterable[int]) -> None:
        """Take note of rulings that came into effect in a dump."""
        self._held.update(positions)

    def name_unfitting(self, dumps: Iterable[str], report: Report, gone: bool = True) -> None:
        """Name the rulings that fitted no dump although theirs was among these or, if `gone`, is there no more."""
        if self._path is None or len(self._held) == len(self.rulings):
            return
        from segmenter.storing.folder import InputKeys

        folder = self._path.parent
        read = set(map(InputKeys(folder).of, dumps))
        for position, ruling in enumerate(self.rulings):
            concerned = ruling.dump in read or (gone and not (folder / ruling.dump).exists())
            if position in self._held or not concerned:
                continue
            what = ruling.role.name.lower() if ruling.role else ruling.field or "accepted story"
            report.to_decide(
                str(self._path),
                f"{ruling.dump}:{ruling.line}: the decision ({what}) on {ruling.text[:40]!r} does not fit the text any "
                "more, or another says otherwise; it is not applied, see `segmenter review`",
            )


def decisions_of(given: Path | None, folder: Path | None) -> Decisions:
    """The decisions of the file that was named, else of the output folder. Raises Unusable."""
    return Decisions(given or (folder and folder / FILE_NAME), must_exist=given is not None)
