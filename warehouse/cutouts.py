"""Pictures on their way into the warehouse, one by one: they are few, and too large for the road that rows take."""

from transforms.findings import Cutout
from warehouse.connection import Warehouse
from warehouse.staging import Arrival


def stage_cutouts(warehouse: Warehouse, arrival: Arrival) -> None:
    """Put the cut-outs of one paper into the staging table."""
    for position, cutout in enumerate(arrival.findings.cutouts, start=1):
        warehouse.run("loading/stage_cutout", _row(arrival, position, cutout))


def _row(arrival: Arrival, position: int, cutout: Cutout) -> dict[str, object]:
    x0, top, x1, bottom = cutout.area
    return {
        "arrival": arrival.number,
        "document_id": arrival.findings.document.document_id,
        "position": position,
        "page": cutout.page,
        "table_number": cutout.table,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "scale": cutout.scale,
        "width": cutout.width,
        "height": cutout.height,
        "png": cutout.png,
    }
