"""Whether different companies get different advice."""
