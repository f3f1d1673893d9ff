"""What a build does before it packs: make the fonts, and take `resources/` into the wheel as part of the package.

An editable install finds the resources in the checkout, so nothing is copied for it.
"""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Called by hatchling for the source distribution, the wheel and an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make missing fonts, and map the resources into the wheel."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("fonts", root / "packaging" / "fonts.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError("packaging/fonts.py is missing, so the fonts cannot be made.")
        fonts = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(fonts)
        fonts.make_fonts(root / "resources" / "fonts")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][str(root / "resources")] = "journey_editor/resources"
