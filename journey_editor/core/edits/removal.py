"""Taking records away, with what hangs on them."""

from collections.abc import Iterable

from journey_editor.assets import _
from journey_editor.core.document import Document


def remove(document: Document, ids: Iterable[str]) -> None:
    """Remove records by the reference rules: what only makes sense on them goes too, other references are cleared."""
    present = [record_id for record_id in dict.fromkeys(ids) if record_id in document.records]
    if not present:
        return
    label = _label(document.records[present[0]].kind_name) if len(present) == 1 else _("Remove selection")
    with document.transaction(label):
        for record_id in present:
            document.remove(record_id)


def _label(kind: str) -> str:
    labels = {
        "stage": _("Remove stage"),
        "touchpoint": _("Remove touchpoint"),
        "transition": _("Remove transition"),
        "note": _("Remove note"),
        "opportunity": _("Remove opportunity"),
        "metric": _("Remove metric"),
        "owner": _("Remove owner"),
        "persona": _("Remove persona"),
        "evidence": _("Remove evidence"),
    }
    return labels.get(kind) or _("Remove")
