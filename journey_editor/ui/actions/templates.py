"""The actions of templates, beside making a map from one."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, asks, has_map

TEMPLATES = (ActionSpec("save_template", _("Save as template…"), asks("save_template"), enabled=has_map),)
