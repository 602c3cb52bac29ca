"""Which line may follow which, and how gladly: the shape of a story on one screen.

A story is its kicker, headline and deck, then lines of date and credit, then text with subheads and captions; furniture
and separators stand between stories. A step that is not listed is impossible.
"""

from __future__ import annotations

from segmenter.cues.base import Weight
from segmenter.model import Role

HINT, WEAK, FAIR, STRONG, SURE = Weight.HINT, Weight.WEAK, Weight.FAIR, Weight.STRONG, Weight.SURE
OPEN = (Role.BODY, Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD)
"""Roles that a line may have without a cue; all others need one that licenses them."""

K, H, D, B, M, L, P, S, C, F, R = (Role(letter) for letter in "KHDBMLPSCF-")

START: dict[Role, float] = {F: 0.0, R: 0.0, M: 0.0, K: 0.0, H: WEAK, B: -FAIR, C: -STRONG, L: -STRONG, P: -STRONG}
"""The first line of a dump."""

_TEXT: dict[Role, float] = {
    P: 0.0, L: -FAIR, S: 0.0, C: 0.0, B: 0.0, M: -WEAK, F: 0.0, R: 0.0, H: 0.0, K: -HINT,
}  # fmt: skip
"""What may follow a line of text."""

STEPS: dict[Role, dict[Role, float]] = {
    K: {H: WEAK},
    H: {P: 0.0, L: STRONG, D: -HINT, M: FAIR, B: FAIR, C: 0.0, S: -STRONG, F: -FAIR, R: -SURE, H: -SURE},
    D: {P: 0.0, L: FAIR, D: -WEAK, M: WEAK, B: WEAK, C: 0.0, S: -STRONG, F: -FAIR, H: -SURE},
    B: {P: 0.0, L: WEAK, M: WEAK, B: WEAK, C: 0.0, D: -FAIR, S: -WEAK, F: 0.0, R: 0.0, H: 0.0, K: -HINT},
    M: {P: 0.0, L: WEAK, M: WEAK, B: WEAK, C: 0.0, D: -FAIR, S: -WEAK, F: 0.0, R: 0.0, H: WEAK, K: -HINT},
    L: _TEXT,
    P: _TEXT,
    S: {P: 0.0, L: -HINT, C: 0.0, S: -FAIR, B: -FAIR, M: -FAIR, F: -FAIR, R: -STRONG, H: -STRONG},
    C: {P: 0.0, L: WEAK, S: -HINT, C: 0.0, B: 0.0, M: 0.0, F: 0.0, R: 0.0, H: 0.0, K: -HINT, D: -STRONG},
    F: {F: HINT, R: 0.0, M: 0.0, B: 0.0, C: -WEAK, H: WEAK, K: 0.0, P: -FAIR, L: -WEAK, S: -FAIR},
    R: {R: 0.0, F: 0.0, M: FAIR, B: -WEAK, C: -WEAK, H: STRONG, K: FAIR, P: -FAIR, L: 0.0, S: -STRONG},
}
