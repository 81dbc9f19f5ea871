"""KPI arithmetic: pure functions from figures to a number, or to the reason why there is none.

Three conventions hold in the whole package:

- A rate is a percentage, in and out: 5 means 5 %. An NPS is in points, -100 to 100. Money is USD.
- Figures that cannot give a number (nobody to divide by, counts that contradict each other) return a
  `NotComputable`; what no figure can be (negative count, NaN, text) raises `ValueError`.
- `Computed.arithmetic` is the calculation with its numbers in it; `evaluate` turns it into the value again.
"""
