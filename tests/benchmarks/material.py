"""The dumps that are measured, as files: made ones, or those of a folder of real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.dumps import STORIES, stories
from benchmarks.measuring import MB

PAGE: Final = 4_000
"""Bytes of a small dump that is made, or a few more: two to four stories."""
LANGUAGES: Final = tuple(STORIES)


class Material:
    """Writes the dumps of a run into a folder."""

    def __init__(self, place: Path, real: Path | None) -> None:
        """`real` is a folder of dumps, to be taken instead of made ones."""
        self._place = place
        self._real = sorted(real.rglob("*.txt")) if real else None

    def large(self, language: str, size: float, seed: int = 1) -> Path:
        """A dump of so many MB; of fewer where the real ones in the language have no more."""
        path = self._place / f"{language}-{size:g}-{seed}.txt"
        if not path.exists():
            with path.open("w", encoding="utf-8", newline="") as file:
                told = 0
                for text in self._texts(language, int(size * MB), seed):
                    if told >= size * MB:
                        break
                    file.write(text)
                    told += len(text.encode(errors="surrogatepass"))
        return path

    def small(self, count: int) -> Path:
        """A folder of so many dumps of a page each, or of the real ones if they are fewer, a thousand to a folder."""
        folder = self._place / f"pages-{count}"
        if not folder.exists():
            for number in range(count):
                file = folder / str(number // 1000) / f"{number}.txt"
                file.parent.mkdir(parents=True, exist_ok=True)
                if self._real is None:
                    file.write_text("".join(stories(LANGUAGES[number % 2], PAGE, number)), encoding="utf-8")
                elif number < len(self._real):
                    file.write_bytes(self._real[number].read_bytes())
        return folder

    def _texts(self, language: str, size: int, seed: int) -> Iterator[str]:
        if self._real is None:
            yield from stories(language, size, seed)
            return
        from segmenter.reading.encoding import decode
        from segmenter.reading.script import language_of

        for path in self._real:
            text = decode(path.read_bytes()).text
            if (language_of(text) == "en") == (language == "English"):
                yield text + "\n\n"
