"""Jekyll, https://jekyllrb.com/docs/front-matter/.

- A date that is less than a day stops the whole build. So `date` is a whole day, with or without a time, or is left
  out; a month stands in `date_stated`.
- Liquid prints a list as one run of letters, and the plugins for feeds and search engines take `author` for one name:
  so it is a text, the names parted by commas.
- A text with `{{` or `{%` in it must stay as it is, and must not stop the build: `render_with_liquid: false`.
"""

from __future__ import annotations

from typing import Final

from segmenter.rendering.profiles.profile import NEWS, Key, Profile, inexact, listed, moment

JEKYLL: Final = Profile(
    "jekyll",
    (
        Key("title", "headline"),
        Key("subtitle", "deck"),
        Key("date", "published", moment),
        Key("date_stated", "published", inexact),
        Key("author", "authors", ", ".join),
        Key("categories", "section", listed, repeats="section"),
        *NEWS,
    ),
    fixed=(("render_with_liquid", False),),
)
