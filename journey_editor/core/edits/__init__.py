"""The verbs of a person: functions over a Document, each one step of undo, with the same ones for mouse and keys."""
