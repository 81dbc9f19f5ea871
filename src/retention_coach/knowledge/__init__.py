"""The knowledge base: typed entries from curated sources, compiled into one file, passed into the core as a value."""
