"""The settings as the window uses them: read once, kept after each change."""

import logging
from base64 import b64decode, b64encode

from PySide6.QtCore import QByteArray, QObject, Signal

from journey_editor.storage.atomic import SaveError
from journey_editor.storage.settings import Settings, load_settings, save_settings

LOG = logging.getLogger(__name__)


class Preferences(QObject):
    """A person's settings. What cannot be kept is logged: it must never get in the way of work."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settings = load_settings()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, **fields: object) -> None:
        """Change some settings and keep them."""
        changed = self._settings.with_(**fields)
        if changed == self._settings:
            return
        self._settings = changed
        try:
            save_settings(changed)
        except SaveError as error:
            LOG.info("%s", error)
        self.changed.emit()

    def state(self, name: str) -> QByteArray:
        """Return the kept state of a window, a splitter or a dialog, empty where there is none."""
        try:
            return QByteArray(b64decode(self._settings.views.get(name, ""), validate=True))
        except ValueError:
            return QByteArray()

    def keep_states(self, **states: QByteArray) -> None:
        """Keep states of widgets by name."""
        texts = {name: b64encode(bytes(state.data())).decode() for name, state in states.items()}
        self.change(views={**self._settings.views, **texts})

    def choice(self, name: str, usual: str) -> str:
        """Return what was last chosen in a dialog."""
        return self._settings.choices.get(name, usual)

    def keep_choices(self, **choices: str) -> None:
        """Keep what was chosen in a dialog."""
        self.change(choices={**self._settings.choices, **choices})
