"""The kinds of knowledge entry, one small module for each kind."""
