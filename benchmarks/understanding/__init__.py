"""How well, and how fast, free text is understood: two sets of labelled sentences and what is found in them."""
