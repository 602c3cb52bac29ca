"""How Hypothesis searches: the same examples in every run, so that a failure is the change's; more on demand.

    python -m pytest tests/test_invariants.py --hypothesis-profile=search
"""

from hypothesis import HealthCheck, settings

settings.register_profile("same", derandomize=True, deadline=None, max_examples=100)
settings.register_profile(
    "search", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("same")
