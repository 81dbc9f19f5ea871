"""Ecuador's working calendar: rest days, places and seasons as dated data, and pure functions over them."""
