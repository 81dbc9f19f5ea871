"""What people write, read into the domain's values: the form's fields and whole company files."""
