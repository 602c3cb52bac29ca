"""ninjs: valid against IPTC's own JSON Schemas, in both versions, whatever the story says or does not say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from golden import NAMES, dump_text
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from stories import BARE, FULL, HOSTILE, STORY

from segmenter import split
from segmenter.config import FormatSettings, default_settings
from segmenter.config_keys import NINJS_VERSIONS
from segmenter.model import Dateline, Person, Story
from segmenter.rendering.ninjs import render

SCHEMAS = Path(__file__).with_name("schemas")
DIGEST = "c0ffee" * 10 + "beef"


@cache
def validator(version: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"ninjs-schema_{version}.json").read_text(encoding="utf-8"))
    # No story has a point on a map, so nothing may fit there.
    nothing: Resource[Any] = Resource.from_contents(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {}}
    )
    registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", nothing)
    return Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


def ninjs(story: Story, version: str = "3.1") -> dict[str, Any]:
    settings = replace(default_settings(), formats=FormatSettings(ninjs_version=version))
    values: dict[str, Any] = json.loads(render(story, "quay/dump.txt", DIGEST, settings))
    return values


@pytest.mark.parametrize("version", NINJS_VERSIONS)
@pytest.mark.parametrize("story", [FULL, STORY, BARE], ids=["full", "story", "bare"])
def test_a_story_is_valid_and_says_the_version(version: str, story: Story) -> None:
    values = ninjs(story, version)
    validator(version).validate(values)
    assert values["standard"] == {
        "name": "ninjs",
        "version": version,
        "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_stories_of_the_samples_are_valid(name: str) -> None:
    stories = split(dump_text(name)).stories
    assert stories
    for story in stories:
        for version in NINJS_VERSIONS:
            validator(version).validate(ninjs(story, version))


@pytest.mark.parametrize("version", NINJS_VERSIONS)
@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_valid(version: str, text: str) -> None:
    person = Person(text, "reporter")
    dateline = Dateline(place=text, region=text, agency=text, agency_id=text, raw=text)
    story = FULL._replace(headline=text, section=text, source=text, byline=(person,), dateline=dateline)
    values = ninjs(story, version)
    validator(version).validate(values)
    assert values["headlines"][0]["value"] == values["by"] == text


@pytest.mark.parametrize("version", NINJS_VERSIONS)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: v.pop("uri"),
        lambda v: v.update(uri="no uri"),
        lambda v: v.update(firstcreated="2024-03-05", firstCreated="2024-03-05"),
        lambda v: v.update(headline="一"),
        lambda v: v["bodies"][0].pop("value"),
        lambda v: v.update(places=[{"geoJSON": {}, "geojson": {}}]),
    ],
)
def test_the_validator_is_awake(version: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    values = ninjs(STORY, version)
    spoil(values)
    assert not validator(version).is_valid(values)


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2019-11-25T11:01:53+08:00", True),
        ("2019-11-25T03:01:53+00:00", True),
        ("2019-11-25T11:01:53", False),
        ("2019-11-25", False),
        ("2022-11", False),
        ("2022", False),
    ],
)
@pytest.mark.parametrize("version", NINJS_VERSIONS)
def test_only_a_time_with_its_zone_is_a_moment(version: str, published: str, moment: bool) -> None:
    values = ninjs(STORY._replace(published=published), version)
    validator(version).validate(values)
    created = "contentCreated" if version == "3.1" else "contentcreated"
    note = "edNote" if version == "3.1" else "ednote"
    assert values.get(created) == (published if moment else None)
    assert (f"published: {published}" in values[note].splitlines()) is not moment


def test_a_story_as_it_stands() -> None:
    assert ninjs(STORY) == {
        "uri": "urn:uuid:4485e448-866c-5d07-9775-b4b480388a6d",
        "type": "text",
        "profile": "text-only",
        "language": "zh-Hans",
        "headlines": [{"role": "main", "value": "青石桥早市搬进新棚"}, {"role": "deck", "value": "摊位费三年不涨"}],
        "by": "罗一苇",
        "located": "溪口",
        "infoSources": [
            {"name": "罗一苇", "role": "reporter"},
            {"name": "罗一苇", "role": "photographer"},
            {"name": "谷雨", "role": "editor"},
            {"name": "本报", "role": "agency"},
            {"name": "溪口日报", "role": "source"},
        ],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/plain",
                "value": "　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。\n\n- “不用再看天。”卖豆腐的老周说。",
            }
        ],
        "edNote": "published: 2024-03-05\ndateline: 本报溪口3月5日讯\ndateline date: 2024-03-05\nconfidence: 0.9\n"
        "warning: published: year inferred",
        "altIds": [
            {"role": "story", "value": "5d1fae03b7c2"},
            {"role": "dump", "value": "quay/dump.txt"},
            {"role": "dump-sha256", "value": DIGEST},
            {"role": "dump-ordinal", "value": "2"},
            {"role": "dump-lines", "value": "7-9"},
        ],
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
    }


def test_version_2_says_the_same_in_small_letters() -> None:
    new, old = ninjs(FULL, "3.1"), ninjs(FULL, "2.2")
    assert [name.lower() for name in new] == list(old)
    assert old["bodies"][0]["contenttype"] == "text/plain"
    del new["standard"], old["standard"]
    assert json.dumps(new).lower() == json.dumps(old).lower()
    assert list(new.values())[-1] == list(old.values())[-1]


def test_the_uri_is_the_storys_own() -> None:
    assert ninjs(STORY._replace(ordinal=9, headline="另一个"))["uri"] == ninjs(STORY)["uri"]
    assert ninjs(BARE)["uri"] != ninjs(STORY)["uri"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_place_and_person_is_valid(text: str) -> None:
    story = BARE._replace(byline=(Person(text, text),), dateline=Dateline(region=text, agency_id=text, raw=text))
    for version in NINJS_VERSIONS:
        validator(version).validate(ninjs(story, version))
