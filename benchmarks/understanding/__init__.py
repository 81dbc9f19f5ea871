"""How well, and how fast, free text is understood: sets of labelled texts and what is found in them."""
