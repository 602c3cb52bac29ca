"""The tools of `tuning` measure the program itself, keep held-out dumps out of the search, and count right."""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from tuning import layouts, reliability, weights
from tuning.dumps import SHARES, Dump, Gold, UnreadableGold, is_held_out, own_dumps, part, read_dumps
from tuning.readings import Figures, Reading, Tally, figures, measure, present_weights, tally
from tuning.reliability import Curve, Outcome

from segmenter import split
from segmenter.cues.base import Weight
from segmenter.decoding import cohesion
from segmenter.model import Role

OWN = {dump.name: dump for dump in own_dumps()}
SAMPLES = [dump for dump in OWN.values() if dump.family == "samples"]
TEXT = "Ferry line cuts fares\n\nStudents ride for half the fare from Monday on, the ferry line of Port Alder said.\n"
GOLD: dict[str, object] = {"family": "paste", "stories": [{"headline_line": 1, "last_line": 3}]}


def write(folder: Path, name: str, gold: object = GOLD, text: str | None = TEXT) -> None:
    """A dump with its known stories, as a folder of dumps holds them."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.gold.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
    if text is not None:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


# Dumps


def test_known_headlines_of_the_project_stand_where_they_are_said_to() -> None:
    assert {dump.family for dump in OWN.values()} == {"fixtures", "samples"}
    assert OWN["wire-zh"].lines[2] == "多座灌区提前放水保晚稻移栽"
    assert OWN["wire-zh"].stories[:2] == (Gold((3,), 7), Gold((9,), 15))
    wrapped = OWN["wire-hard-wrapped"]
    assert [wrapped.lines[story.headlines[0] - 1][:20] for story in wrapped.stories[:2]] == [
        "TUNNEL WORKERS FIND ",
        "VALDORA RAISES SUGAR",
    ]
    assert wrapped.stories[-1].last == len(wrapped.lines)


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path) -> None:
    write(tmp_path, "b", {**GOLD, "stories": [{"headline_line": 1, "headline_lines": [1, 2], "last_line": 3}]})
    write(tmp_path / "inner", "a", {**GOLD, "encoding": "utf-16"}, None)
    (tmp_path / "inner" / "a.txt").write_bytes(TEXT.encode("utf-16"))
    assert read_dumps(tmp_path) == [
        Dump("b.txt", "paste", tuple(TEXT.splitlines()), (Gold((1, 2), 3),)),
        Dump("a.txt", "paste", tuple(TEXT.splitlines()), (Gold((1,), 3),)),
    ]


@pytest.mark.parametrize(
    ("gold", "text", "says"),
    [
        ("{", TEXT, "a.gold.json: is not of the form"),
        ([], TEXT, "a.gold.json: is not of the form"),
        ({"stories": []}, TEXT, "a.gold.json: lacks the key 'family'"),
        ({**GOLD, "stories": [{"headline_line": 1}]}, TEXT, "a.gold.json: lacks the key 'last_line'"),
        (
            {**GOLD, "stories": [{"headline_line": 1, "last_line": 4}]},
            TEXT,
            "a.gold.json: names a line that a.txt, of 3",
        ),
        ({**GOLD, "encoding": "no-such"}, TEXT, "a.gold.json: unknown encoding 'no-such'"),
        (GOLD, None, "a.txt: cannot be read"),
        (GOLD, " \n", "a.txt: holds only blank lines"),
    ],
)
def test_broken_dumps_are_named(tmp_path: Path, gold: object, text: str | None, says: str) -> None:
    write(tmp_path, "a", gold, text)
    with pytest.raises(UnreadableGold) as raised:
        read_dumps(tmp_path)
    assert str(raised.value).startswith(f"{tmp_path}/{says}")


def test_a_long_dump_is_cut_behind_a_story() -> None:
    dump = OWN["wire-zh"]
    assert dump.first_lines(len(dump.lines)) == dump
    assert dump.first_lines(6) == dump, "its first story is longer"
    cut = dump.first_lines(15)
    assert (cut.lines, cut.stories) == (dump.lines[:15], dump.stories[:2])
    assert dump.first_lines(19) == cut, "the third story ends in line 20"


def test_no_dump_both_tunes_and_judges() -> None:
    dumps = [replace(SAMPLES[0], name=f"page-{number}.txt") for number in range(400)]
    judged: set[str] = set()
    for share in SHARES:
        tuning, held_out = part(dumps, share)
        assert len(tuning) + len(held_out) == len(dumps)
        assert len(held_out) == pytest.approx(share * len(dumps), abs=30)
        assert not [dump.name for dump in tuning if is_held_out(dump.name, share)]
        assert all(is_held_out(dump.name, share) for dump in held_out)
        assert judged < {dump.name for dump in held_out}, "what judged goes on judging as the share grows"
        judged = {dump.name for dump in held_out}


def test_the_part_of_a_dump_stays_what_it_was() -> None:
    """By another rule, dumps by which the present weights were set would judge them."""
    names = [f"page-{number}.txt" for number in range(12)]
    assert [number for number, name in enumerate(names) if is_held_out(name, 0.4)] == [1, 2, 3, 4, 6]
    assert [number for number, name in enumerate(names) if is_held_out(name, 0.2)] == [2, 4, 6]


# Weights


@pytest.mark.parametrize("dump", OWN.values(), ids=OWN.keys())
def test_what_is_weighed_is_what_the_program_does(dump: Dump) -> None:
    reading = Reading(dump)
    decisions = split("\n".join(dump.lines)).decisions
    first_lines = {d.line for d in decisions if d.role is Role.HEADLINE and d.reasons[0].cue == "grammar"}
    assert reading.headlines(reading.weights) == first_lines
    assert reading.headlines(reading.weights) == first_lines, "a reading is not used up"


def test_every_step_of_cohesion_has_a_weight_of_its_own() -> None:
    before = cohesion.MEASURES
    found = present_weights(map(Reading, SAMPLES))
    assert cohesion.MEASURES is before
    steps = {f"{measure.id} below {limit:g}": weight for measure in before for limit, weight in measure.steps}
    seen = {cue: weight for cue, weight in found.items() if cue.startswith("cohesion.")}
    assert seen.items() <= steps.items()
    assert len(seen) > 0.8 * len(steps)
    assert not [cue for cue in found if cue.startswith(("furniture.", "byline.", "lede."))]


def test_a_level_is_written_as_in_a_cue_file() -> None:
    assert weights.LEVELS == (-8, -4, -2, -1, -0.5, 0, 0.5, 1, 2, 4, 8)
    assert [weights.level_name(level) for level in (Weight.HINT, -Weight.SURE, 0.0, -1.5)] == [
        "Weight.HINT",
        "-Weight.SURE",
        "0",
        "-1.5",
    ]
    assert [weights.next_level(weight, step) for weight in (0.5, 1.5, 8.0) for step in (-1, 1)] == [0, 1, 1, 2, 4, None]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (set(), Tally(0, 0, 2)),
        ({1, 9}, Tally(2, 0, 0)),
        ({2, 9, 12}, Tally(2, 1, 0)),
        ({1, 2, 3}, Tally(1, 2, 1)),
    ],
)
def test_headlines_are_counted(lines: set[int], wanted: Tally) -> None:
    assert tally(lines, (Gold((1, 2), 8), Gold((9,), 20))) == wanted


def test_figures_are_means_over_families() -> None:
    large = [("large", Tally(1, 0, 0))] * 9 + [("large", Tally(1, 2, 0))]
    small = [("small", Tally(1, 0, 2))]
    found = figures([*large, *small])
    assert found.faultless == 9
    assert found.f1 == pytest.approx((20 / 22 + 2 / 4) / 2)
    assert found.objective == pytest.approx((20 / 22.3 + 0.3 * 0.9 + 2 / 3.7) / 2)
    wrong, missed = (figures([("one", Tally(1, *errors))]) for errors in ((1, 0), (0, 1)))
    assert wrong.f1 == missed.f1
    assert wrong.objective < missed.objective
    assert figures([("none", Tally(0, 0, 0))]) == Figures(1.3, 1.0, 1)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [Reading(OWN["features-en"]), Reading(OWN["local-page"])]


def test_the_search_comes_back_from_a_wrong_weight(readings: list[Reading]) -> None:
    own = present_weights(readings)
    sabotaged = own | {"headline.any-short-line": -Weight.SURE}
    good, bad = measure(readings, own).objective, measure(readings, sabotaged).objective
    changes = list(weights.search(readings, sabotaged, rounds=3, seconds=math.inf))
    found = weights.applied(sabotaged, changes)
    assert bad < good
    assert measure(readings, found).objective == changes[-1].after > (bad + good) / 2
    assert found["headline.any-short-line"] > -Weight.SURE
    assert changes[0].before == bad
    assert all(change.after > change.before and change.new in weights.LEVELS for change in changes)
    assert [change.before for change in changes[1:]] == [change.after for change in changes[:-1]]
    assert sabotaged["headline.any-short-line"] == -Weight.SURE, "what is given is left as it is"


def test_the_search_ends_when_it_is_told_to(readings: list[Reading]) -> None:
    sabotaged = present_weights(readings) | {"headline.any-short-line": -Weight.SURE}
    assert list(weights.search(readings, sabotaged, rounds=0, seconds=math.inf)) == []
    assert list(weights.search(readings, sabotaged, rounds=3, seconds=-1)) == []


def test_nothing_of_the_held_out_dumps_is_seen_by_the_search(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is said of the held-out dumps, the search does the same."""
    sides: list[list[str]] = []
    for broken in (False, True):
        folder = tmp_path / str(broken)
        for dump in SAMPLES[::2]:
            held_out = is_held_out(f"{dump.name}.txt", 0.4)
            stories = [{"headline_line": story.headlines[0], "last_line": story.last} for story in dump.stories]
            if broken and held_out:
                stories = [{"headline_line": 2, "last_line": 2}]
            write(folder, dump.name, {"family": "pages", "stories": stories}, "\n".join(dump.lines))
        weights.main([str(folder), "--leave-out", "fixtures", "--leave-out", "samples", "--rounds", "1"])
        sides.append([line for line in capsys.readouterr().out.splitlines() if not line.startswith("held out")])
    assert sides[0] == sides[1]
    assert sides[0][0].endswith("are held out") and sides[0][-1].startswith("tuning")


# Confidence


def outcome(confidence: float, right: bool, headline: float | None = 1.0, other: float = math.inf) -> Outcome:
    return Outcome("a.txt", "paste", confidence, right, headline, other)


def test_the_curve_is_the_one_that_the_program_uses() -> None:
    untitled = Dump("untitled", "paste", (f"{'The ferry is late again today. ' * 4}",) * 3, ())
    found = [story for dump in (*OWN.values(), untitled) for story in reliability.outcomes(dump)]
    assert replace(found[-1], other=0.0) == Outcome("untitled", "paste", 0.3, False, None, 0.0)
    assert any(story.other < math.inf for story in found)
    assert reliability.judged_by(reliability.PRESENT, found) == found


def test_a_story_is_right_where_its_headline_is_and_no_other() -> None:
    dump = OWN["wire-zh"]
    assert [story.right for story in reliability.outcomes(dump)] == [True] * 5
    fewer = replace(dump, stories=dump.stories[1:])
    assert [story.right for story in reliability.outcomes(fewer)] == [False, True, True, True, True]
    more = replace(dump, stories=(*dump.stories, Gold((5,), 7)))
    assert [story.right for story in reliability.outcomes(more)] == [False, True, True, True, True]
    either = replace(dump, stories=(Gold((3, 5), 7), *dump.stories[1:]))
    assert [story.right for story in reliability.outcomes(either)] == [True] * 5


def test_every_story_is_counted_in_one_band() -> None:
    found = [story for dump in SAMPLES for story in reliability.outcomes(dump)]
    *bands, whole = reliability.table(found)
    assert sum(band.stories for band in bands) == whole.stories == len(found) > 50
    filled = [band for band in bands if band.stories]
    assert len(filled) >= 2
    assert sum(band.stories * band.right for band in filled) == pytest.approx(sum(story.right for story in found))
    assert all(band.low <= band.confidence <= band.high for band in filled)


def test_a_band_holds_its_lower_end() -> None:
    edges = [outcome(confidence, True) for confidence in (0.0, 0.49, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)]
    assert [band.stories for band in reliability.table(edges)] == [2, 1, 1, 1, 1, 3, 9]
    assert [band.stories for band in reliability.table([])] == [0] * 7


def test_the_brier_score_is_the_mean_square_of_the_misses() -> None:
    assert reliability.brier([outcome(1.0, True), outcome(0.0, False)]) == 0
    assert reliability.brier([outcome(0.8, True), outcome(0.8, False)]) == pytest.approx((0.04 + 0.64) / 2)


def test_the_fit_finds_the_curve_that_the_stories_were_made_by() -> None:
    curve = Curve(0.5, 1.0, 1.0, 1.5)
    made = []
    for headline in (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0):
        for other in (0.0, 0.5, 1.0, 2.0, 4.0, math.inf):
            right = round(200 * curve.confidence(headline, other))
            made += [outcome(0.5, number < right, headline, other) for number in range(200)]
    untitled = [outcome(0.3, False, None)] * 500
    assert reliability.fit([*made, *untitled]) == pytest.approx(curve, abs=0.05)
    assert reliability.brier(reliability.judged_by(curve, made)) < reliability.brier(made)
    assert reliability.judged_by(curve, untitled) == untitled


def test_a_curve_is_only_fitted_to_right_and_wrong() -> None:
    with pytest.raises(ValueError, match="all stories are right"):
        reliability.fit([outcome(0.9, True), outcome(0.3, False, None)])


# The commands


def test_the_tables_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a")
    reliability.main([str(tmp_path), "--fit"])
    rows = capsys.readouterr().out.splitlines()
    tables = [row for row in rows if row.startswith("all ")]
    assert [row.split()[1] for row in tables][1:] == [tables[1].split()[1]] * 2
    assert [row.split(":")[0] for row in rows[-2:]] == ["OF_HEADLINE", "OF_OTHERS"]


@pytest.mark.parametrize("main", [weights.main, reliability.main])
def test_a_folder_without_dumps_is_named(
    main: Callable[[list[str]], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path)])
    assert ended.value.code == 2
    assert f"{tmp_path}: holds no NAME.gold.json" in capsys.readouterr().err


@pytest.mark.parametrize("tool", ["weights", "reliability", "layouts"])
def test_a_tool_runs_as_a_script(tool: str, tmp_path: Path) -> None:
    path = Path(__file__).parent / "tuning" / f"{tool}.py"
    run = subprocess.run([sys.executable, path, "--help"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "DUMPS" in run.stdout


def test_a_dump_laid_out_anew_tells_where_its_headlines_and_its_furniture_stand() -> None:
    stories = [layouts.Story(f"小区{number}昨日通上天然气", [f"{number}户居民告别煤气罐。"] * 2) for number in range(5)]
    for name, layout in layouts.LAYOUTS.items():
        rows = [*layout(stories, layouts.CHINESE, random.Random(1))]
        text, known = layouts.laid_out(rows)
        lines = text.splitlines()
        found = cast(list[dict[str, int]], known["stories"])
        assert len(found) == len(stories), name
        for story, where in zip(stories, found, strict=True):
            assert story.headline in lines[where["headline_line"] - 1], name
            assert lines[where["last_line"] - 1].strip(), name
            assert story.paragraphs[1] in "".join(lines[where["headline_line"] : where["last_line"]]), name
        told = {n for where in found for n in range(where["headline_line"], where["last_line"] + 1)}
        assert told.isdisjoint(cast(list[int], known["furniture"])), name


def test_stories_laid_out_anew_can_be_read_as_dumps(tmp_path: Path) -> None:
    stories = layouts.stories_of([*OWN.values()])
    assert {"en", "zh-Hans", "zh-Hant"} <= stories.keys()
    written = layouts.write(stories, tmp_path / "laid")
    dumps = read_dumps(tmp_path / "laid")
    assert len(dumps) == written > len(layouts.LAYOUTS)
    assert all(len(dump.stories) == layouts.STORIES for dump in dumps)
