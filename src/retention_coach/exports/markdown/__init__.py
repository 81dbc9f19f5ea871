"""The report as one Markdown document."""

from itertools import chain

from retention_coach.exports.markdown.closing import closing
from retention_coach.exports.markdown.customers import customers
from retention_coach.exports.markdown.decision import decision
from retention_coach.exports.markdown.measures import measures
from retention_coach.exports.markdown.opening import opening
from retention_coach.exports.markdown.work import work
from retention_coach.report import Report

__all__ = ["render"]

_PARTS = (opening, decision, work, measures, customers, closing)


def render(report: Report) -> str:
    """The whole document, in CommonMark with tables; every foreign text comes out literally."""
    return "\n\n".join(chain.from_iterable(part(report) for part in _PARTS)) + "\n"
