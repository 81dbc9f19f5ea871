"""Step 65: five strategies, each made of something that this company already achieved, or says how to find it."""
