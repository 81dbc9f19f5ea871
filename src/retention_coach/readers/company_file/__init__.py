"""A company's profile and answers from a YAML or JSON file. Text in, typed values out, every problem at once."""
