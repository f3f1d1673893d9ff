"""Long work in turns of the event loop."""

import pytest
from PySide6.QtWidgets import QDialog

from journey_editor.ui.dialogs.progress import Progress, worked
from journey_editor.ui.stepping import Stepper, in_thread


def slow(steps):
    """Work whose steps take a third of a turn each."""
    for number in range(steps):
        for _each in range(60_000):
            pass
        yield number / steps
    return "done"


def test_work_is_done_in_turns_between_which_the_window_lives(qtbot):
    stepper, beats = Stepper(slow(60)), []
    stepper.advanced.connect(beats.append)
    with qtbot.waitSignal(stepper.done) as found:
        stepper.start()
    assert found.args == ["done"]
    assert 1 < stepper.turns <= 61 and beats == sorted(beats) and len(beats) == stepper.turns - 1


def test_what_a_step_raises_is_told(qtbot):
    def broken():
        yield 0.5
        raise ValueError("no")

    stepper = Stepper(broken())
    with qtbot.waitSignal(stepper.failed) as found:
        stepper.start()
    assert isinstance(found.args[0], ValueError)


def test_work_that_is_stopped_goes_no_further(qtbot):
    done = []

    def endless():
        try:
            while True:
                yield 0.0
        finally:
            done.append("ended")

    stepper = Stepper(endless())
    stepper.turn()
    stepper.stop()
    assert done == ["ended"]


def test_a_thread_is_waited_for_in_steps():
    assert worked(None, "", in_thread(lambda: 42)) == (True, 42)
    with pytest.raises(ZeroDivisionError):
        worked(None, "", in_thread(lambda: 1 / 0))


def test_short_work_shows_no_window_and_long_work_can_be_given_up(qtbot, in_dialog):
    seen = in_dialog(lambda dialog: dialog.reject())
    assert worked(None, "Short", iter_of([0.1])) == (True, "end") and seen == []

    def endless():
        while True:
            yield 0.0

    assert worked(None, "Long", endless()) == (False, None) and seen == ["Progress"]


def test_work_that_cannot_be_given_up_goes_on_to_its_end(qtbot):
    dialog = Progress(None, "Words", slow(40), can_stop=False)
    qtbot.addWidget(dialog)
    assert not dialog.stop.isVisibleTo(dialog)
    dialog.reject()
    assert dialog.exec() == QDialog.DialogCode.Accepted and dialog.result_of == "done"


def iter_of(shares):
    yield from shares
    return "end"
