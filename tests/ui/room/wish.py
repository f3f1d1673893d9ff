"""A program for tests that stays awake until a line comes in, then tells how it did and ends that."""

import sys

from PySide6.QtCore import QCoreApplication

from journey_editor.ui.room.awake import stay_awake

app = QCoreApplication(sys.argv)
hold = stay_awake("a test")
sys.stdout.write(type(hold).__name__ + "\n")
sys.stdout.flush()
sys.stdin.readline()
if hold is not None:
    hold.end()
sys.stdout.write("over\n")
sys.stdout.flush()
sys.stdin.readline()
