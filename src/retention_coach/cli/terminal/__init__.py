"""Words on a screen: the only place that knows about colour, width and cursors."""
