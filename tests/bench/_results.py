"""Where benchmarks leave what they measured: `bench.json` in the folder they run in, one entry for each goal."""

import json
from pathlib import Path
from typing import Any

RESULTS = Path("bench.json")


def keep(result: dict[str, Any]) -> None:
    """Write a result beside those of the other goals; `goal` names it."""
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    known[result["goal"]] = result
    RESULTS.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
