"""Documents to hand over, one exporter for each format, all of the same report."""

from retention_coach.exports.writer import EXPORTERS, Exported, export

__all__ = ["EXPORTERS", "Exported", "export"]
