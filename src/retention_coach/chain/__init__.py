"""The pipeline as a pure state machine: what is ready, what it needs, what a reply does."""
