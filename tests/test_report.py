"""The report of a run, in a real browser: everything in it, nothing run or loaded, and pleasant to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import chromium
from click.testing import CliRunner, Result

from segmenter.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAMPLES = Path(__file__).parent.parent / "samples"
HOSTILE = """\
<script>document.title = "run"</script>市场搬进新棚

  本报讯(记者 罗一苇)3月5日,<img src=x onerror="document.title='run'">早市的摊位搬进了新棚。&lt;不是标记&gt;
"""


def split(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["split", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the samples, a hostile dump and one that is no text."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    page = folder / "report.html"
    assert split(SAMPLES, folder, "-o", folder / "stories", "--report", page).exit_code == 3
    return page


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, report: Path) -> Iterator[Page]:
    opened = browser.new_page(color_scheme=request.param, viewport={"width": 1300, "height": 900})
    asked: list[str] = []
    problems: list[str] = []
    opened.on("request", lambda asking: asked.append(asking.url))
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.goto(report.as_uri())
    yield opened
    assert problems == []
    assert asked == [report.as_uri()]
    opened.close()


def test_every_dump_story_and_line_is_shown(page: Page) -> None:
    assert page.locator(".dump").count() == len(list(SAMPLES.glob("*/dump.txt"))) + 1
    shown = page.locator(".tiles b").all_text_contents()
    assert shown[:2] == [str(page.locator(".dump").count()), str(page.locator(".story").count())]
    assert shown[3] == "1"
    assert "is not text but binary data" in page.locator(".failures").inner_text()
    text = page.locator(".dump", has=page.locator("h2", has_text="local-page")).text_content()
    for line in (SAMPLES / "local-page" / "dump.txt").read_text(encoding="utf-8").splitlines():
        assert line.strip() in str(text)


def test_dumps_with_warnings_come_first(page: Page) -> None:
    warned = page.locator(".dump").evaluate_all("dumps => dumps.map(dump => dump.classList.contains('warned'))")
    assert warned == sorted(warned, reverse=True)
    page.locator("#warned").check()
    assert page.locator(".dump:visible").count() == sum(warned)
    assert page.locator(".story:visible").count() == page.locator(".story.warned").count() > 0


def test_a_field_lights_up_where_it_was_read(page: Page) -> None:
    story = page.locator(".story", has_text="闻立群作工作报告")
    story.locator(".row", has_text="byline").hover()
    assert story.locator("mark.lit").all_text_contents() == ["翁若蘅", "纪南星"]
    story.locator(".row", has_text="deck").hover()
    assert story.locator("mark[data-field=byline].lit").count() == 0
    story.locator(".row", has_text="byline").focus()
    assert story.locator("mark.lit").count() == 2


def test_hostile_text_is_shown_and_never_run(page: Page) -> None:
    assert page.title() == "segmenter report"
    story = page.locator(".story", has_text="<script>document.title")
    assert '<img src=x onerror="document.title=\'run\'">' in str(story.text_content())
    assert "&lt;不是标记&gt;" in str(story.text_content())
    assert page.locator("img").count() == 0


def test_text_stands_out_from_its_ground(page: Page) -> None:
    """WCAG 2 asks for a contrast of 4.5 between text and what it stands on."""
    contrast = page.evaluate(
        """() => {
          const light = (colour) => {
            const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map(Number).map((v) => {
              const part = v / 255;
              return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const colour = getComputedStyle(at).backgroundColor;
              if (!/, 0\\)$|\\/ 0.0?\\d|transparent|color\\(/.test(colour)) return colour;
            }
            return getComputedStyle(document.body).backgroundColor;
          };
          return ["h1", ".facts", ".headline .text", ".body .text", ".where", "dt", "dd", ".warning"].map((name) => {
            const element = document.querySelector(name);
            const [one, other] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
            return [name, (one + 0.05) / (other + 0.05)];
          });
        }"""
    )
    assert all(ratio >= 4.5 for _, ratio in contrast), contrast


def test_five_hundred_stories_are_quick_to_scroll(browser: Browser, tmp_path: Path) -> None:
    """The browser lays out what is in view, not the whole page: counted in elements, not in time."""
    page_text = (SAMPLES / "local-page" / "dump.txt").read_text(encoding="utf-8")
    for number in range(130):
        (tmp_path / f"{number:03}.txt").write_text(page_text, encoding="utf-8")
    split(tmp_path, "--format", "jsonl", "-o", tmp_path / "all.jsonl", "--report", tmp_path / "report.html")
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto((tmp_path / "report.html").as_uri())
    assert page.locator(".story").count() >= 500
    laid_out = """dumps => dumps.filter(
        (dump) => dump.querySelector(".line").checkVisibility({contentVisibilityAuto: true})
    ).length"""
    assert 0 < page.locator(".dump").evaluate_all(laid_out) < 20
    # What comes into view gets its true height, which moves the end away.
    page.wait_for_function(
        """() => {
          scrollTo(0, document.documentElement.scrollHeight);
          return scrollY + innerHeight >= document.documentElement.scrollHeight - 50;
        }"""
    )
    assert page.locator(".story").last.is_visible()
    assert 0 < page.locator(".dump").evaluate_all(laid_out) < 20
    page.close()


def test_a_report_replaces_a_report_and_nothing_else(report: Path, tmp_path: Path) -> None:
    assert split(SAMPLES / "local-page", "-o", tmp_path / "out", "--report", report).exit_code == 0
    notes = tmp_path / "notes.html"
    notes.write_text("<p>mine", encoding="utf-8")
    result = split(SAMPLES / "local-page", "-o", tmp_path / "out", "--report", notes)
    assert (result.exit_code, notes.read_text(encoding="utf-8")) == (2, "<p>mine")


def test_the_same_run_gives_the_same_report(tmp_path: Path) -> None:
    pages = []
    for jobs in ("1", "2"):
        path = tmp_path / f"{jobs}.html"
        split(SAMPLES, "-o", tmp_path / jobs, "--report", path, "-j", jobs)
        pages.append(path.read_bytes())
    assert pages[0] == pages[1]
