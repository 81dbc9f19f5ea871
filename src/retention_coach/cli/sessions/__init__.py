"""`retention-coach sessions …`: list, look at, branch, repeat and remove sessions."""
