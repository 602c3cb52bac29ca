"""schema.org NewsArticle: every name is one of schema.org's, and an RDF reader reads the story out of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rdflib
from stories import BARE, FULL, HOSTILE, STORY

from segmenter.config import default_settings
from segmenter.config_keys import PERSON_ROLES
from segmenter.model import Story
from segmenter.rendering.newsarticle import PROPERTIES, render

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib itself uses it

DIGEST = "c0ffee" * 10 + "beef"


def article(story: Story) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(render(story, "quay/dump.txt", DIGEST, default_settings()))
    return values


def graph(story: Story) -> rdflib.Graph:
    """The article as RDF. Its context stands on the web; what it does for these names is this."""
    values = article(story)
    assert values["@context"] == "https://schema.org"
    values["@context"] = {"@vocab": str(rdflib.SDO)}
    return rdflib.Graph().parse(data=json.dumps(values), format="json-ld")


def is_known(name: Any) -> bool:
    """True for a name of schema.org's, as rdflib lists them."""
    return str(name).removeprefix(str(rdflib.SDO)) in rdflib.SDO.__annotations__


def test_a_story_as_it_stands() -> None:
    assert article(STORY) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "urn:uuid:4485e448-866c-5d07-9775-b4b480388a6d",
        "headline": "青石桥早市搬进新棚",
        "alternativeHeadline": ["摊位费三年不涨"],
        "datePublished": "2024-03-05",
        "dateCreated": "2024-03-05",
        "dateline": "本报溪口3月5日讯",
        "locationCreated": {"@type": "Place", "name": "溪口"},
        "author": [{"@type": "Person", "name": "罗一苇", "jobTitle": ["reporter"]}],
        "contributor": [{"@type": "Person", "name": "罗一苇", "jobTitle": ["photographer"]}],
        "editor": [{"@type": "Person", "name": "谷雨", "jobTitle": ["editor"]}],
        "sourceOrganization": {"@type": "Organization", "name": "本报"},
        "publisher": {"@type": "Organization", "name": "溪口日报"},
        "inLanguage": "zh-Hans",
        "articleBody": "　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。\n\n- “不用再看天。”卖豆腐的老周说。",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "id", "value": "5d1fae03b7c2"},
            {"@type": "PropertyValue", "propertyID": "lines", "value": "7-9"},
        ],
        "position": 2,
        "isPartOf": {"@type": "MediaObject", "name": "quay/dump.txt", "sha256": DIGEST},
    }


def test_a_story_that_says_nothing_has_only_where_it_stood() -> None:
    assert list(article(BARE)) == ["@context", "@type", "@id", "inLanguage", "identifier", "position", "isPartOf"]


@pytest.mark.parametrize("story", [FULL, STORY, BARE], ids=["full", "story", "bare"])
def test_every_name_is_schema_orgs(story: Story) -> None:
    triples = list(graph(story))
    assert len(triples) > 10
    for _, name, value in triples:
        assert name == rdflib.RDF.type or is_known(name), f"{name} is none of schema.org's"
        if name == rdflib.RDF.type:
            assert is_known(value), f"{value} is none of schema.org's"
    assert not is_known("kicker")


def test_an_rdf_reader_finds_the_people_and_places() -> None:
    facts = graph(FULL)
    (node,) = facts.subjects(rdflib.RDF.type, rdflib.SDO.NewsArticle)
    authors = {
        (str(facts.value(person, rdflib.SDO.name)), tuple(sorted(map(str, facts.objects(person, rdflib.SDO.jobTitle)))))
        for person in facts.objects(node, rdflib.SDO.author)
    }
    assert authors == {
        ("Ida Marrow", ("reporter", "writer")),
        ("Tom Quill", ("correspondent",)),
        ("Wen Ashby", ("intern",)),
        ("Lu Fenn", ("writer",)),
        ("Ana Vetch", ("commentator",)),
    }
    place = facts.value(node, rdflib.SDO.locationCreated)
    assert facts.value(place, rdflib.SDO.name) == rdflib.Literal("Port Alder")
    assert facts.value(facts.value(place, rdflib.SDO.address), rdflib.SDO.addressRegion) == rdflib.Literal("N.F.")
    assert facts.value(facts.value(node, rdflib.SDO.sourceOrganization), rdflib.SDO.identifier) == rdflib.Literal("cwn")


def test_every_role_has_its_property() -> None:
    assert sorted(PROPERTIES) == sorted(PERSON_ROLES)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_script_that_it_stands_in(text: str) -> None:
    data = render(STORY._replace(headline=text), text, DIGEST, default_settings())
    assert b"<" not in data
    assert json.loads(data)["headline"] == text
