"""`segmenter explain`: the evidence as text and as JSON, for a whole dump and for one line of it."""

import json

from stories import DOCUMENT

from segmenter.rendering.explanation import as_json, explained

JUDGED = list(zip(DOCUMENT.lines, DOCUMENT.decisions, strict=True))


def test_each_line_says_its_role_the_runner_up_and_its_cues() -> None:
    rows = ["".join(text for text, _ in row) for row in explained(JUDGED)]
    assert rows == [
        "7 H 青石桥早市搬进新棚",
        "    headline 4.50; next best deck, worse by 2.25",
        "      +4.00  headline.short",
        "      +0.50  grammar",
        "8 D 摊位费三年不涨",
        "    deck -1.00; nothing else fits",
        "      -1.00  grammar",
        "9 L 　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。",
        "    lede 8.00; next best body, worse by 7.00",
        "      +8.00  lede.dateline  column 3: 本报溪口3月5日讯",
    ]


def test_json_holds_all_of_it_one_line_an_element() -> None:
    text = as_json(JUDGED)
    assert len(text.splitlines()) == len(JUDGED) + 2
    assert json.loads(text)[2] == {
        "line": 9,
        "text": "　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。",
        "role": "lede",
        "score": 8.0,
        "runner_up": "body",
        "margin": 7.0,
        "reasons": [{"cue": "lede.dateline", "weight": 8.0, "column": 3, "matched": "本报溪口3月5日讯"}],
    }
    assert json.loads(text)[1]["runner_up"] is None
