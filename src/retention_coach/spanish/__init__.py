"""Spanish as written in Ecuador: figures and dates in and out, clean text, register. Knows nothing of the domain."""
