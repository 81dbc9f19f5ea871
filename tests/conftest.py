"""What holds for every test."""

from hypothesis import settings

# How long an example takes depends on what else the machine does; speed is measured by the benchmarks.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
