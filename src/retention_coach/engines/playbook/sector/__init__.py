"""Step 64: the same six months seen from the trades of the company's customers."""
