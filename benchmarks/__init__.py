"""What the program costs, as ratios against a named baseline of the same run. See docs/benchmarks.md."""
