"""Build large dumps out of the words of the samples, the same ones for the same seed.

A benchmark needs megabytes of which no two paragraphs are alike, and real ones cannot be given away. Each sentence is
put together from clauses of the samples, with other numbers and some other words, in the layouts that wires use.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from segmenter.reading.encoding import decode
from segmenter.reading.script import holds_traditional

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PARAGRAPHS = 5
"""Paragraphs of a story."""


@cache
def _sample_lines() -> tuple[str, ...]:
    """The lines of text of the samples that are not in traditional characters: long ones, or lines of wrapped text."""
    texts = [decode(path.read_bytes()).text for path in sorted(SAMPLES.glob("*/dump.txt"))]
    told = [line.strip() for text in texts if not holds_traditional(text) for line in text.splitlines()]
    return tuple(line for line in told if len(line) > 40)


@cache
def _clauses(chinese: bool) -> tuple[str, ...]:
    pattern = r"[\u4e00-\u9fff“”]{5,18}(?=[，。])" if chinese else r"\b[a-z]{2,}(?: [a-z]{2,}){3,8}\b"
    return tuple(dict.fromkeys(clause for line in _sample_lines() for clause in re.findall(pattern, line)))


@cache
def _names(chinese: bool) -> tuple[str, ...]:
    pattern = r"[\u4e00-\u9fff]{2}(?=[镇县市村港])" if chinese else r"(?<=[a-z] )[A-Z][a-z]{3,9}(?= [a-z])"
    return tuple(dict.fromkeys(name for line in _sample_lines() for name in re.findall(pattern, line)))


def _clause(dice: random.Random, chinese: bool) -> str:
    """A clause of the samples, half of them crossed with another."""
    clause = dice.choice(_clauses(chinese))
    if dice.random() < 0.5:
        other, space = dice.choice(_clauses(chinese)), "" if chinese else " "
        parts = [list(text) if chinese else text.split() for text in (clause, other)]
        clause = space.join(parts[0][: len(parts[0]) // 2] + parts[1][len(parts[1]) // 2 :])
    return clause


def _chinese_paragraph(dice: random.Random) -> str:
    clauses = [_clause(dice, True) for _ in range(dice.randint(9, 40))]
    place = dice.choice(_names(True))
    clauses[0] = f"{place}的{clauses[0]}"
    if dice.random() < 0.4:
        clauses[-1] = f"{dice.randint(2, 9000)}户{clauses[-1]}"
    return "".join(clause + dice.choice("，，，。") for clause in clauses[:-1]) + clauses[-1] + "。"


def _chinese_story(dice: random.Random) -> Iterator[str]:
    place, month, day = dice.choice(_names(True)), dice.randint(1, 12), dice.randint(1, 28)
    name = dice.choice("林何余方谷桑") + dice.choice("远舟朵琪雨岚")
    yield f"{place}{_clause(dice, True)[:9]} {_clause(dice, True)[:8]}"
    yield f"　　新华社{place}{month}月{day}日电（记者{name}）{_chinese_paragraph(dice)}"
    for _ in range(PARAGRAPHS - 1):
        yield f"　　{_chinese_paragraph(dice)}"
    yield ""


def _english_paragraph(dice: random.Random) -> str:
    sentences = []
    for _ in range(dice.randint(2, 4)):
        words = [f"{dice.choice(_names(False))} {_clause(dice, False)}", _clause(dice, False), _clause(dice, False)]
        if dice.random() < 0.4:
            words[1] += f" {dice.randint(2, 9000)}"
        sentences.append(", ".join(words) + ".")
    return " ".join(sentences)


def _english_story(dice: random.Random) -> Iterator[str]:
    place, day = dice.choice(_names(False)), dice.randint(1, 28)
    name = f"{dice.choice(_names(False))} {dice.choice(_names(False))}"
    yield f"{dice.choice(_names(False))} {' '.join(_clause(dice, False).split()[:6])}".upper()
    yield f"By {name}, Reuters"
    yield ""
    text = f"{place.upper()}, March {day} - {_english_paragraph(dice)}"
    for paragraph in (text, *(_english_paragraph(dice) for _ in range(PARAGRAPHS - 1))):
        yield from textwrap.wrap(paragraph, 66, initial_indent="    ")
    yield " Reuter"
    yield ""


STORIES = {"Chinese": _chinese_story, "English": _english_story}


def stories(language: str, size: int, seed: int = 1) -> Iterator[str]:
    """Stories, each as its lines in the dump, up to `size` bytes of UTF-8 or a little more in all."""
    dice, told = random.Random(seed), 0
    while told < size:
        story = "".join(line + "\n" for line in STORIES[language](dice))
        told += len(story.encode())
        yield story


def chinese_wire(size: int, seed: int = 1) -> str:
    """Stories of long indented paragraphs under a headline, `size` bytes of UTF-8 or a little more."""
    return "".join(stories("Chinese", size, seed))


def english_wire(size: int, seed: int = 1) -> str:
    """Stories of hard-wrapped indented paragraphs under a headline in capitals, `size` bytes or a little more."""
    return "".join(stories("English", size, seed))
