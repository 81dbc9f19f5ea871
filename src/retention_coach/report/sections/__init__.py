"""The parts of a report, one module each: what it shows and how it is made from a case."""
