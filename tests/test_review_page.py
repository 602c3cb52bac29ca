"""The page of the review in a real browser: by key and mouse, in two languages, in two windows, with hostile text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import chromium
from reviewing import DUMP, Review, review

pytest.importorskip("starlette", reason="the extra `review` is not installed")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ORIGINAL = [(1, 7), (9, 11)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Review]:
    with review(tmp_path) as found:
        yield found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens windows, and sees to it at the end that no script failed and that nothing else was asked for."""
    pages: list[tuple[Page, str, list[str], list[str]]] = []

    def opening(running: Review, **options: Any) -> Page:
        page = browser.new_page(**{"viewport": {"width": 1400, "height": 900}, "locale": "en-US", **options})
        asked: list[str] = []
        problems: list[str] = []
        page.on("request", lambda asking: asked.append(asking.url))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: problems.append(f"dialog: {dialog.message}"))
        page.on("console", lambda said: problems.append(said.text) if "Security Policy" in said.text else None)
        page.goto(running.address)
        page.wait_for_selector("html[data-ready]")
        pages.append((page, running.address, asked, problems))
        return page

    yield opening
    for page, address, asked, problems in pages:
        assert problems == []
        assert asked and all(url.startswith(address) for url in asked), asked
        page.close()


def stories(running: Review) -> list[tuple[int, int]]:
    return [tuple(story["lines"]) for story in running.json("api/dump/0")["view"]["stories"]]


def roles(running: Review) -> str:
    return str(running.json("api/dump/0")["view"]["roles"])


def at(page: Page, number: int) -> None:
    """Go to a line by keys."""
    page.locator("#lines").focus()
    page.keyboard.press("Home")
    for _ in range(20):
        if page.locator(".line.active").get_attribute("data-number") == str(number):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"line {number} was not reached")


def press(page: Page, *keys: str) -> None:
    """Press keys, and wait until what they did is done and said."""
    for key in keys:
        page.locator("#status").evaluate("status => status.replaceChildren()")
        page.keyboard.press(key)
        page.wait_for_function("() => document.querySelector('#status').textContent")


ROLE_KEYS = {
    "h": "H", "d": "D", "k": "K", "s": "S", "b": "B", "f": "F", "t": "P", "l": "L", "m": "M", "c": "C", "r": "-",
}  # fmt: skip


def test_a_line_is_given_each_role_by_its_key(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    at(page, 5)
    for key, letter in ROLE_KEYS.items():
        press(page, key)
        assert roles(running)[4] == letter
        assert page.locator("#line-5 .letter").inner_text() == letter
    assert len(running.decisions()) == 1
    press(page, "Backspace")
    assert running.decisions() == []


SHAPES: dict[str, tuple[int, list[tuple[int, int]]]] = {
    "x": (5, [(1, 3), (5, 7), (9, 11)]),
    "j": (9, [(1, 11)]),
    "[": (5, [(5, 7), (9, 11)]),
    "]": (3, [(1, 3), (9, 11)]),
}


@pytest.mark.parametrize("key", SHAPES)
def test_boundaries_are_moved_by_keys_undone_and_done_again(
    running: Review, opened: Callable[..., Page], key: str
) -> None:
    page = opened(running)
    number, found = SHAPES[key]
    at(page, number)
    press(page, key)
    assert stories(running) == found
    for undo, redo in (("u", "y"), ("Control+z", "Control+y"), ("Control+z", "Control+Shift+z")):
        press(page, undo)
        assert (stories(running), running.decisions()) == (ORIGINAL, [])
        press(page, redo)
        assert stories(running) == found
    shown = page.locator("#rows .line.first").evaluate_all("rows => rows.map(row => Number(row.dataset.number))")
    assert shown == [first for first, _ in found]


def test_several_lines_are_chosen_by_shift(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    at(page, 5)
    page.keyboard.press("Shift+ArrowDown")
    assert page.locator("#rows [aria-selected=true]").count() == 2
    press(page, "f")
    assert roles(running)[4:7] == "F F"
    page.locator("#line-1").click()
    page.locator("#line-3").click(modifiers=["Shift"])
    assert page.locator("#rows [aria-selected=true]").count() == 2


def test_stories_are_visited_least_certain_first_and_accepted(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    queue = [item["line"] for item in running.json("api/state")["queue"]]
    active = page.locator(".line.active")
    assert active.get_attribute("data-number") == str(queue[0])
    page.keyboard.press("n")
    page.wait_for_selector(f"#line-{queue[1]}.active")
    page.keyboard.press("p")
    page.wait_for_selector(f"#line-{queue[0]}.active")
    press(page, "a")
    page.wait_for_selector(f"#line-{queue[1]}.active")
    assert [item["accepted"] for item in running.json("api/state")["queue"]] == [False, True]
    page.keyboard.press("w")
    assert page.locator("#filter").input_value() == "open"
    assert "1 of 1" in page.locator("#position").inner_text()
    page.locator("#filter").select_option("all")
    page.locator("#lines").focus()
    page.keyboard.press("n")
    page.wait_for_selector(f"#line-{queue[0]}.active")
    assert "accepted" in page.locator("#story").inner_text()
    press(page, "a")
    assert running.decisions() == []


def test_stories_are_filtered_by_warning(tmp_path: Path, opened: Callable[..., Page]) -> None:
    with review(tmp_path, dump=DUMP + "\n2024年3月7日 10:20 来源:汀州报\n") as running:
        kinds = {warning.split(":")[0] for item in running.json("api/state")["queue"] for warning in item["warnings"]}
        assert kinds
        page = opened(running)
        for kind in kinds:
            page.locator("#filter").select_option(f"kind:{kind}")
            warned = [
                item
                for item in running.json("api/state")["queue"]
                if any(warning.startswith(f"{kind}:") for warning in item["warnings"])
            ]
            assert re.search(rf"of {len(warned)}\b", page.locator("#position").inner_text())


def test_a_field_is_edited_by_keys_and_given_back(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    at(page, 3)
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "field-headline"
    page.keyboard.type("never saved")
    page.keyboard.press("Escape")
    assert page.locator("#field-headline").input_value() == "渡口恢复通航"
    page.locator("#field-byline").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("罗苇 (photographer); 茶馆")
    press(page, "Enter")
    assert running.json("api/dump/0")["view"]["stories"][0]["byline"] == [
        {"name": "罗苇", "role": "photographer"}, {"name": "茶馆", "role": "reporter"},
    ]  # fmt: skip
    assert page.evaluate("document.activeElement.id") == "lines"
    page.locator(".row[data-field=byline]").get_by_label("take the decision back").click()
    page.wait_for_function("() => document.querySelector('#field-byline').value === '罗一苇 (reporter)'")
    page.locator("#field-published").fill("2024-02-30")
    press(page, "Enter")
    assert "is no date" in page.locator("#status").inner_text()
    assert page.locator("#field-published").input_value() != "2024-02-30"
    assert running.decisions() == []


def test_pointing_at_a_field_lights_up_where_it_was_read_and_back(
    running: Review, opened: Callable[..., Page]
) -> None:
    page = opened(running)
    at(page, 3)
    page.locator(".row[data-field=byline]").hover()
    assert page.locator("mark.lit").all_text_contents() == ["罗一苇"]
    page.locator("#line-3 mark[data-field=byline]").hover()
    assert page.locator(".row.lit").get_attribute("data-field") == "byline"
    page.locator("#field-byline").focus()
    assert page.locator("mark.lit").all_text_contents() == ["罗一苇"]
    page.locator(".row[data-field=byline] .where button").first.click()
    assert page.locator(".line.active").get_attribute("data-number") == "3"


def test_every_action_has_a_key_and_stands_in_the_list(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    listed = page.locator("#keys dd").all_text_contents()
    keys = page.locator("#keys dt").evaluate_all("terms => terms.map(term => term.innerText.trim())")
    assert len(listed) == len(keys) >= 30
    assert all(keys) and all(listed) and len(set(keys)) == len(keys)
    for name in page.locator("button[data-action]").evaluate_all("all => all.map(one => one.dataset.action)"):
        label = page.locator(f"button[data-action={name}]").first.inner_text().split("\n")[0]
        assert any(label.startswith(one) for one in listed), label
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "lines"


def test_keys_of_one_letter_can_be_turned_off(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    page.keyboard.press("?")
    page.locator("#letters").uncheck()
    page.keyboard.press("Escape")
    at(page, 5)
    page.keyboard.press("x")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    assert not (running.folder / "stories").exists()


def test_everything_is_reached_by_tab_and_has_a_name(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    assert page.locator("#lines").get_attribute("role") == "listbox"
    active = str(page.locator("#lines").get_attribute("aria-activedescendant"))
    option = page.locator(f"#{active}")
    assert option.get_attribute("role") == "option"
    # Its name for a screen reader is what it holds, without the number and the letter that eyes see.
    name = option.evaluate("row => [...row.children].filter((c) => !c.ariaHidden).map((c) => c.textContent).join('')")
    assert re.match(r"line \d+, headline, story \d: \w", name)
    assert (option.get_attribute("aria-setsize"), option.get_attribute("aria-selected")) == ("13", "true")
    assert page.locator("#status").get_attribute("aria-live") == "polite"
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, #lines, section, dialog")].filter((one) => {
          const by = one.getAttribute("aria-labelledby");
          const name = one.getAttribute("aria-label") || (by && document.getElementById(by)?.textContent)
            || [...(one.labels || [])].map((label) => label.textContent).join("") || one.textContent;
          return !name.trim() && !one.closest("#keys");
        }).map((one) => one.outerHTML)"""
    )
    assert nameless == []
    reached = set()
    page.locator("body").evaluate("() => document.activeElement.blur()")
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.dataset.action"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or page.evaluate("document.activeElement === document.body")
    assert {"lines", "dump", "filter", "field-headline", "field-section", "split", "headline", "accept"} <= reached


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const over = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const linear = (part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = rgb.map((value) => linear(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = (element) => {
    const found = [];
    for (let at = element; at; at = at.parentElement) found.unshift(getComputedStyle(at).backgroundColor);
    return ["white", ...found];
  };
  const isText = (node) => node.nodeType === 3 && node.data.trim();
  return [...document.querySelectorAll("body *")].filter((element) =>
    element.checkVisibility() && !element.disabled && [...element.childNodes].some(isText)
  ).map((element) => {
    const ground = grounds(element);
    const both = [light(over([...ground, getComputedStyle(element).color])), light(over(ground))];
    const [one, other] = both.sort((a, b) => b - a);
    return [`${element.className} ${element.textContent.slice(0, 20)}`, (one + 0.05) / (other + 0.05)];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(tmp_path: Path, opened: Callable[..., Page], scheme: str) -> None:
    """WCAG 2 asks for a contrast of 4.5 between text and what it stands on."""
    hues = "".join(DUMP.replace("渡口", f"渡口{number}").replace("早市", f"早市{number}") for number in "一二三四五")
    with review(tmp_path, dump=hues + "\n\u202e反过来\n") as running:
        page = opened(running, color_scheme=scheme, viewport={"width": 1400, "height": 3000})
        at(page, 5)
        press(page, "d")
        for _ in range(2):
            found = page.evaluate(CONTRAST)
            assert len(found) > 60
            assert [item for item in found if item[1] < 4.5] == []
            page.keyboard.press("?")


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_the_page_speaks_both_languages(running: Review, opened: Callable[..., Page], locale: str) -> None:
    page = opened(running, locale=locale)
    words = {"zh": ("zh-Hans", "稿件", "认可"), "en": ("en", "Story", "accept")}
    for name in (locale[:2], "en" if locale == "zh-CN" else "zh", locale[:2]):
        tag, heading, accept = words[name]
        assert page.locator("html").get_attribute("lang") == tag
        assert page.locator("#story-name").text_content() == heading
        assert page.locator("button[data-action=accept]").inner_text().startswith(accept)
        chinese = [
            text
            for text in page.locator("button, label, h1, h3, option").all_text_contents()
            if re.search(r"[\u4e00-\u9fff]", text)
        ]
        if name == "en":
            assert chinese == ["中文v"]
        else:
            shown = page.locator("label, h3, #actions button").all_text_contents()
            assert [text for text in shown if re.match("[A-Za-z]", text)] == []
        page.locator("#lines").focus()
        page.keyboard.press("v")


def test_both_languages_have_the_same_words(running: Review, opened: Callable[..., Page]) -> None:
    found = opened(running).evaluate(
        """async () => {
          const {WORDS} = await import("./words.js");
          const keys = (words, path) => typeof words === "object"
            ? Object.entries(words).flatMap(([key, value]) => key === "warnings" ? [] : keys(value, `${path}/${key}`))
            : [[path, (words.match(/\\{\\d\\}/g) || []).sort().join()]];
          return [keys(WORDS.en, ""), keys(WORDS.zh, "")];
        }"""
    )
    assert found[0] == found[1]
    assert len(found[0]) > 80


HOSTILE = """\
<script>document.title = "run"</script>市场搬进新棚

  本报讯(记者 罗一苇)3月5日,<img src=x onerror="document.title='run'">早市的摊位搬进了新棚。&lt;不是标记&gt;

"><svg onload="document.title='run'">{{constructor.constructor('document.title=1')()}}

  本报讯(记者 <b onmouseover=alert(1)>)3月6日,前\u202e倒着写\u202c后,零\u200b宽,响铃\u0007,javascript:alert(1)。
"""


def test_hostile_text_is_shown_and_never_run(tmp_path: Path, opened: Callable[..., Page]) -> None:
    with review(tmp_path, dump=HOSTILE, **{"<img src=x onerror=alert(1)>": DUMP}) as running:
        page = opened(running)
        index = running.json("api/state")["dumps"].index("./dump.txt")
        page.locator("#dump").select_option(str(index))
        page.locator("#line-7", has_text="倒着写").wait_for()
        text = str(page.locator("#rows").text_content())
        for piece in ("<script>document.title = \"run\"</script>", '<img src=x onerror="document.title=\'run\'">',
                      "&lt;不是标记&gt;", "<svg onload=", "<b onmouseover=alert(1)>"):  # fmt: skip
            assert piece in text
        assert page.locator("#line-7 .control").all_text_contents() == ["U+202E", "U+202C", "U+200B", "U+0007"]
        assert "\u202e" not in text
        assert page.locator("#line-7 .text").evaluate("text => getComputedStyle(text).unicodeBidi") == "isolate"
        for number in (1, 5):
            at(page, number)
            press(page, "h")
            press(page, "f")
        assert page.title() == "segmenter review"
        assert page.locator("img, svg, b, main script").count() == 0


def test_two_windows_do_not_overwrite_each_other(running: Review, opened: Callable[..., Page]) -> None:
    one, other = opened(running), opened(running)
    at(one, 5)
    at(other, 5)
    press(one, "x")
    press(other, "f")
    assert "nothing was overwritten" in other.locator("#status").inner_text()
    assert [item["role"] for item in running.decisions()] == ["headline"]
    assert other.locator("#line-5 .letter").inner_text() == "H"
    press(other, "f")
    assert [item["role"] for item in running.decisions()] == ["furniture"]
    one.evaluate("() => window.dispatchEvent(new Event('focus'))")
    one.wait_for_function("() => document.querySelector('#line-5 .letter').textContent === 'F'")


def test_a_proposal_is_shown_with_its_effects_before_it_can_be_adopted(
    tmp_path: Path, opened: Callable[..., Page]
) -> None:
    text = "扫码看更多 第{}条\n\n" + DUMP
    with review(tmp_path, a=text.format(1), b=text.format(2)) as running:
        page = opened(running)
        page.locator("#dump").select_option("0")
        page.locator("#line-1", has_text="第1条").wait_for()
        at(page, 1)
        press(page, "f")
        page.keyboard.press("i")
        assert page.evaluate("document.activeElement.textContent") == "Show what it would change"
        assert page.get_by_role("button", name="Adopt").is_disabled()
        page.keyboard.press("Enter")
        page.wait_for_selector(".proposal li")
        assert "./b.txt" in page.locator(".proposal").inner_text()
        assert not (tmp_path / "config.toml").exists()
        page.get_by_role("button", name="Adopt").click()
        page.wait_for_function("() => !document.querySelector('.proposal')")
        assert "扫码看更多" in (tmp_path / "config.toml").read_text(encoding="utf-8")


def test_twenty_thousand_lines_scroll_with_few_rows(tmp_path: Path, opened: Callable[..., Page]) -> None:
    """Counted in rows, not in time: what is not in view is not in the page."""
    blocks = [DUMP.replace("渡口", f"渡口{number}").replace("早市", f"早市{number}") for number in range(20_000 // 13)]
    with review(tmp_path, dump="".join(blocks)) as running:
        page = opened(running)
        total = len(running.json("api/dump/0")["lines"])
        assert total > 19_000
        page.locator("#lines").focus()
        page.keyboard.press("End")
        seen = set()
        for share in (1.0, 0.0, 0.3, 0.31, 0.77):
            page.locator("#lines").evaluate(
                "(box, share) => { box.scrollTop = share * (box.scrollHeight - box.clientHeight) }", share
            )
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            rows = page.locator("#rows .line").evaluate_all(
                "rows => rows.map(row => [+row.dataset.number, row.getBoundingClientRect().top, row.offsetHeight])"
            )
            assert 10 < len(rows) < 150
            rows.sort()
            for (number, top, height), (below, next_top, _) in zip(rows, rows[1:], strict=False):
                assert below == number + 1
                assert abs(top + height - next_top) < 1.5
            seen.add(rows[0][0])
        assert len(seen) == 5
        page.keyboard.press("Home")
        page.wait_for_selector("#line-1.active")
        page.keyboard.press("End")
        page.wait_for_selector(f"#line-{total}.active")


def test_the_page_goes_on_while_a_change_is_made(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    held: list[Route] = []
    page.route("**/api/act", lambda route: held.append(route))
    at(page, 5)
    page.keyboard.press("d")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")
    assert page.locator("#busy").is_visible()
    assert page.locator(".line.active").get_attribute("data-number") == "7"
    assert page.locator("#rows .letter").all_text_contents()[4:7] == ["D", "", "C"]
    page.unroute("**/api/act")  # Lets what was held go on.
    page.wait_for_selector("#busy", state="hidden")
    assert [(item["line"], item["role"]) for item in running.decisions()] == [(5, "deck"), (7, "caption")]
    assert len(held) == 1


def test_what_was_asked_for_unseen_is_not_done_on_top_of_anothers_work(
    running: Review, opened: Callable[..., Page]
) -> None:
    page = opened(running)
    held: list[Route] = []
    page.route("**/api/act", lambda route: held.append(route))
    at(page, 5)
    page.keyboard.press("d")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")
    running.act("split", line=5)
    page.unroute("**/api/act")
    page.wait_for_selector("#busy", state="hidden")
    assert [item["role"] for item in running.decisions()] == ["headline"]
    assert page.locator("#rows .letter").all_text_contents()[4:7] == ["H", "", "P"]


def test_a_window_outlives_its_server(running: Review, opened: Callable[..., Page]) -> None:
    page = opened(running)
    page.route("**/api/act", lambda route: route.abort())
    at(page, 5)
    press(page, "x")
    assert "does not answer" in page.locator("#status").inner_text()
    assert json.loads(running.ask("api/state")[2])["undo"] == 0
