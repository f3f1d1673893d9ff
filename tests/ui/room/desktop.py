"""A desktop for tests: a process that offers org.freedesktop.ScreenSaver on the bus and tells what it hears."""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection


@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})  # pyright: ignore[reportCallIssue]
class ScreenSaver(QObject):
    """Tells each wish."""

    @Slot(str, str, result="uint")
    def Inhibit(self, who: str, why: str) -> int:
        tell(f"awake for {who}: {why}")
        return 7


def tell(line: str) -> None:
    """Say something to the test."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Serve until killed."""
    app = QCoreApplication(sys.argv)
    bus = QDBusConnection.sessionBus()
    saver = ScreenSaver()
    bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
    bus.interface().serviceOwnerChanged.connect(
        lambda name, old, new: tell("a connection ended") if old and not new else None
    )
    assert bus.registerService("org.freedesktop.ScreenSaver")
    tell("ready")
    app.exec()


main()
