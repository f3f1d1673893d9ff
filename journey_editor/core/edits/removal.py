"""Taking records away, with what hangs on them."""

from collections.abc import Iterable, Mapping

from journey_editor.assets import _
from journey_editor.core.document import Document

_LABELS: Mapping[str, str] = {
    "stage": "Remove stage",
    "touchpoint": "Remove touchpoint",
    "transition": "Remove transition",
    "note": "Remove note",
    "opportunity": "Remove opportunity",
    "metric": "Remove metric",
    "owner": "Remove owner",
}


def remove(document: Document, ids: Iterable[str]) -> None:
    """Remove records by the reference rules: what only makes sense on them goes too, other references are cleared."""
    present = [record_id for record_id in dict.fromkeys(ids) if record_id in document.records]
    if not present:
        return
    kinds = {document.records[record_id].kind_name for record_id in present}
    label = _LABELS.get(kinds.pop(), "Remove") if len(present) == 1 else "Remove selection"
    with document.transaction(_(label)):
        for record_id in present:
            document.remove(record_id)
