"""What answers, figures and accounts show about a company, by rule and with evidence; every engine starts from it."""
