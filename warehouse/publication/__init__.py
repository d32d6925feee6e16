"""The published folder: datasets, workbook, report and analysts' copy, built aside and put in place in one step."""

from warehouse.publication.errors import PublicationError
from warehouse.publication.publishing import Publication, publish

__all__ = ["Publication", "PublicationError", "publish"]
