"""What speaks for each role that one paragraph may have."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from segmenter.model import Reason, Role


@cache
def reason_of(cue: str, weight: float) -> Reason:
    """The reason that a cue of place or cohesion gives, which is the same for every line."""
    return Reason(cue, weight)


@dataclass(slots=True)
class Judgement:
    """What speaks for each role that a paragraph may have."""

    reasons: dict[Role, list[Reason]] = field(default_factory=dict)

    def add(self, role: Role, reason: Reason) -> None:
        self.reasons.setdefault(role, []).append(reason)

    def speak_against(self, role: Role, cue: str, weight: float) -> None:
        """Let a cue count against a role, where the paragraph may have it."""
        if role in self.reasons:
            self.add(role, reason_of(cue, -weight))

    def shows(self, role: Role, *cues: str) -> bool:
        """Whether one of the cues speaks for the role."""
        return any(reason.cue in cues for reason in self.reasons.get(role, ()))

    def license(self, role: Role, reason: Reason) -> None:
        """Permit a closed role; of several cues that do, the strongest counts."""
        if not self.is_licensed(role, reason.weight):
            self.reasons[role] = [reason]

    def is_licensed(self, role: Role, weight: float) -> bool:
        """Whether a closed role is permitted so strongly that a cue of that weight would change nothing."""
        held = self.reasons.get(role)
        return held is not None and len(held) > 0 and held[0].weight >= weight

    def scores(self) -> dict[Role, float]:
        return {role: sum([reason.weight for reason in found]) for role, found in self.reasons.items()}
