"""The library at the left of its window: it comes and goes, one section at a time, and shares its place."""

import pytest

from tests.ui.panels.library.support import Person


@pytest.fixture
def person(window):
    return Person(window)


@pytest.mark.parametrize(("key", "name"), [("F7", "personas"), ("F8", "owners"), ("F9", "evidence")])
def test_a_key_brings_each_section_with_the_keyboard_and_takes_it_away(window, person, key, name):
    person.press(key)
    assert person.library.isVisible() and person.section is person.library.sections[name]
    assert person.section.view.hasFocus() and not window.palette_bar.isVisible()
    assert window.is_shown(name) and person.library.tabs[name].isChecked()
    person.press(key)
    assert not person.library.isVisible() and window.palette_bar.isVisible() and window.capture.hasFocus()


def test_another_key_turns_to_another_section(window, person):
    person.press("F8")
    person.press("F9")
    assert window.is_shown("evidence") and not window.is_shown("owners") and person.section.view.hasFocus()
    person.library.tabs["personas"].click()
    assert window.is_shown("personas") and person.section.view.hasFocus()


def test_with_the_keyboard_elsewhere_its_key_brings_it_here(window, person):
    person.press("F8")
    window.canvas.setFocus()
    person.press("F8")
    assert person.library.isVisible() and person.section.view.hasFocus()


def test_escape_lets_go_of_the_filter_and_then_of_the_panel(person):
    person.press("F8")
    person.type("s")
    assert person.names() == ["Sales", "Customer Success", "Support"]
    person.press("Escape")
    assert len(person.names()) == 5 and person.library.isVisible()
    person.press("Escape")
    assert not person.library.isVisible()


def test_whatever_comes_to_its_place_takes_it_and_leaves_it_as_it_was(window, person):
    def there():
        panels = {"outline": window.outline, "tray": window.tray, "find": window.seeking.finder}
        panels |= {"library": window.library, "palette": window.palette_bar}
        return {name for name, panel in panels.items() if panel.isVisible()}

    window.show_outline(True)
    assert there() == {"outline", "palette"}
    window.do("owners")
    assert there() == {"library"}
    window.do("tray")
    assert there() == {"tray"}
    window.do("tray")
    window.tray.put_away()
    assert there() == {"outline", "palette"}
    window.do("owners")
    window.do("find")
    assert there() == {"find", "palette"}
    window.do("owners")
    assert there() == {"library"}
    window.library.put_away()
    assert there() == {"outline", "palette"}
    window.do("owners")
    window.show_outline(False)
    window.show_outline(True)
    assert there() == {"outline", "palette"}


def test_it_sleeps_while_it_is_hidden(window, person):
    person.press("F8")
    person.press("F8")
    before = person.library.owners.model.ids
    with person.workspace.document.transaction("Edit"):
        person.workspace.document.remove(before[0])
    assert person.library.owners.model.ids == before
    person.press("F8")
    assert person.library.owners.model.ids == before[1:]


def test_it_closes_with_its_window(window, person):
    window.show_outline(True)
    person.press("F9")
    window.close()
    assert window.preferences.choice("outline", "") == "shown"


def test_panes_are_walked_through_it(window, person):
    person.press("F8")
    seen = []
    for _step in range(8):
        person.press("F6")
        seen.append(person.focused)
    assert person.section.view in seen


def test_a_small_window_stays_small(window, person):
    window.resize(1280, 720)
    for key in ("F8", "F7", "F9", "F8"):
        person.press(key)
        person.settle()
        assert (window.width(), window.height()) == (1280, 720)
        assert person.section.hint.isVisible() and person.section.hint.geometry().bottom() <= person.section.height()
