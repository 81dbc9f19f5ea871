"""Doubles and contracts for the tests of those who build on this package."""

from retention_coach.testing.clock import ManualClock
from retention_coach.testing.engine import ScriptedEngine
from retention_coach.testing.store import MemoryStore

__all__ = ["ManualClock", "MemoryStore", "ScriptedEngine"]
