"""The command line: thin, a file a command, in Spanish. Whatever is heavy to import is imported inside a command."""
