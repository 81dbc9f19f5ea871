"""The form of a company's profile: one definition for terminal, web and lists. Text in, typed values out."""
