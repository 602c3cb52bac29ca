"""Hugo, https://gohugo.io/content-management/front-matter/.

- Hugo silently takes a date that is less than a day, or a time without seconds, for the year 1. So `date` has a form
  that it knows, or is left out; a month stands in `date_stated`.
- `description` is what themes show under the title and put into the page's head. It repeats the deck, which stays in
  `subtitle`.
- `categories` is a taxonomy that every site has; `section` is the story's own, while Hugo's sections are folders.
- Without `isCJKLanguage` a Chinese paragraph counts as one word, and summaries are the whole text.
"""

from __future__ import annotations

from typing import Final

from segmenter.rendering.profiles.profile import NEWS, Key, Profile, inexact, listed, moment


def _is_chinese(language: str) -> bool | None:
    return language.startswith("zh") or None


HUGO: Final = Profile(
    "hugo",
    (
        Key("title", "headline"),
        Key("subtitle", "deck"),
        Key("description", "deck"),
        Key("date", "published", moment),
        Key("date_stated", "published", inexact),
        Key("author", "authors"),
        Key("categories", "section", listed, repeats="section"),
        Key("isCJKLanguage", "language", _is_chinese),
        *NEWS,
    ),
)
