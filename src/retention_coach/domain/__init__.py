"""Pydantic models: what a session knows and what the steps produce. Pure values, no I/O."""
