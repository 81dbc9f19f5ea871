"""The interview: a consultant and a company in front of a terminal, or a file of answers on a pipe."""
