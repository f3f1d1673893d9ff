"""The gallery of templates, and a person's own among them, with mouse and keys."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from journey_editor.core.records import Head, JourneyMap, Touchpoint
from journey_editor.storage.format import dumps, load
from journey_editor.storage.templates import own_templates, save_own, templates
from journey_editor.ui.desk import Desk
from journey_editor.ui.dialogs.naming import NameDialog
from journey_editor.ui.dialogs.templates import Templates
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import View
from tests.hands import click, tap
from tests.ui.pressing import press

Do = Callable[[QDialog], None]


@pytest.fixture
def gallery(qtbot, own_folders) -> Templates:
    found = Templates(None, View())
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    return found


def keys_of(gallery: Templates) -> list[str]:
    return [gallery.list.item(row).data(0x100) for row in range(gallery.list.count())]


def names_of(gallery: Templates) -> list[str]:
    return [gallery.list.item(row).text() for row in range(gallery.list.count())]


def save_as_template(window: MainWindow, in_dialog, name: str) -> list[str]:
    def answer(dialog) -> None:
        assert isinstance(dialog, NameDialog)
        dialog.field.setText(name)
        tap(dialog.field, "Return")

    seen = in_dialog(answer)
    window.actions_of.by_id["save_template"].trigger()
    return seen


def test_all_are_offered_with_a_sentence_and_what_is_in_them(gallery: Templates):
    assert keys_of(gallery) == [each.key for each in templates()]
    assert names_of(gallery)[0] == "B2B software" and names_of(gallery)[-1] == "Empty"
    said = [gallery.list.item(row).data(0xB) for row in range(gallery.list.count())]
    assert all(each.count(".") >= 2 for each in said)
    assert "7 stages, 30 touchpoints" in said[0] and "2 maps" in said[2]


def test_pictures_come_after_the_window(gallery: Templates, qtbot):
    assert len(gallery.list.itemDelegate().pictures) < gallery.list.count()
    qtbot.waitUntil(lambda: len(gallery.list.itemDelegate().pictures) == gallery.list.count())
    assert all(not each.isNull() for each in gallery.list.itemDelegate().pictures.values())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_card_is_painted(qtbot, own_folders, theme):
    gallery = Templates(None, View(theme=theme))
    qtbot.addWidget(gallery)
    with qtbot.waitExposed(gallery):
        gallery.show()
    qtbot.waitUntil(lambda: len(gallery.list.itemDelegate().pictures) == gallery.list.count())
    image = gallery.list.viewport().grab().toImage()
    for row in range(gallery.list.count()):
        rect = gallery.list.visualItemRect(gallery.list.item(row))
        places = [(x, y) for x in range(rect.left(), rect.right(), 3) for y in range(rect.top(), rect.bottom(), 3)]
        colors = {image.pixel(*place) for place in places if image.rect().contains(*place)}
        assert len(colors) > 4, gallery.list.item(row).text()


def test_one_is_chosen_by_keys_alone(window: MainWindow, desk: Desk, in_dialog):
    def choose(dialog) -> None:
        for keys in ("Right", "Right", "Down", "Left"):
            tap(dialog.list, keys)
        assert dialog.list.currentItem().data(0x100) == "service-blueprint"
        tap(dialog.list, "Return")

    in_dialog(choose)
    window.actions_of.by_id["new"].trigger()
    titles = [each.title for each in desk.windows[-1].workspace.document.maps()]
    assert titles == ["A washing machine is repaired at home"]


def test_one_is_found_by_typing_its_name(gallery: Templates):
    for letter in "Ren":
        tap(gallery.list, letter)
    assert gallery.list.currentItem().text() == "Renewal"


def test_one_is_chosen_with_the_mouse(gallery: Templates, qtbot):
    item = gallery.list.item(4)
    click(gallery.list.viewport(), gallery.list.visualItemRect(item).center())
    assert gallery.list.currentItem() is item
    press(gallery, "Make the map")
    assert gallery.chosen == "restaurant"
    assert set(gallery.records()) == set(load(templates()[4].path))
    assert all(each.created == date.today() for each in gallery.records().values() if isinstance(each, JourneyMap))


def test_a_map_becomes_a_template_and_a_map_again(window: MainWindow, desk: Desk, in_dialog):
    before = dumps(window.workspace.document.records)
    assert save_as_template(window, in_dialog, "Our way") == ["NameDialog"]
    assert dumps(window.workspace.document.records) == before
    (made,) = own_templates()

    def choose(dialog) -> None:
        dialog.list.setCurrentRow(keys_of(dialog).index(made.key))
        press(dialog, "Make the map")

    in_dialog(choose)
    window.actions_of.by_id["new"].trigger()
    records = desk.windows[-1].workspace.document.records.values()
    assert not any(isinstance(each, Touchpoint) and each.votes for each in records)
    assert next(each for each in records if isinstance(each, Head)).title == ""
    assert sum(isinstance(each, Touchpoint) for each in records) == 14


def test_a_name_that_is_there_already_is_refused_in_one_sentence(window: MainWindow, in_dialog):
    save_as_template(window, in_dialog, "Our way")

    def again(dialog) -> None:
        dialog.field.setText("our WAY")
        tap(dialog.field, "Return")
        assert dialog.isVisible() and dialog.sentence == "There is a template of that name already."
        dialog.field.setText("   ")
        tap(dialog.field, "Return")
        assert dialog.isVisible()
        dialog.reject()

    in_dialog(again)
    window.actions_of.by_id["save_template"].trigger()
    assert len(own_templates()) == 1


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(window: MainWindow, in_dialog, own_folders):
    (own_folders / "config").mkdir(exist_ok=True)
    (own_folders / "config" / "journey-editor").mkdir(exist_ok=True)
    (own_folders / "config" / "journey-editor" / "templates").write_text("in the way", encoding="utf-8")
    told: list[str] = []

    def answer(dialog) -> None:
        dialog.field.setText("Ours")
        in_dialog(lambda found: (told.append(found.text()), found.accept()))
        tap(dialog.field, "Return")

    in_dialog(answer)
    window.actions_of.by_id["save_template"].trigger()
    assert len(told) == 1 and "could not be written" in told[0]


def test_an_own_one_is_renamed_and_deleted_by_keys(window: MainWindow, in_dialog):
    save_as_template(window, in_dialog, "Our way")
    seen: list[list[str]] = []

    def work(dialog) -> None:
        dialog.list.setCurrentRow(dialog.list.count() - 1)

        def rename(naming) -> None:
            field = naming.findChild(QLineEdit)
            field.setText("The way of ours")
            tap(field, "Return")

        in_dialog(rename)
        tap(dialog.list, "F2")
        seen.append(names_of(dialog))
        in_dialog(lambda question: press(question, "Cancel"))
        tap(dialog.list, "Del")
        seen.append(names_of(dialog))
        in_dialog(lambda question: press(question, "Delete"))
        tap(dialog.list, "Del")
        seen.append(names_of(dialog))
        dialog.reject()

    in_dialog(work)
    window.actions_of.by_id["new"].trigger()
    assert seen[0][-1] == seen[1][-1] == "The way of ours"
    assert seen[2][-1] == "Empty" and own_templates() == ()


def test_those_of_the_program_are_neither_renamed_nor_deleted(gallery: Templates):
    before = keys_of(gallery)
    tap(gallery.list, "F2")
    tap(gallery.list, "Del")
    assert keys_of(gallery) == before and gallery.isVisible()


def test_one_that_cannot_be_read_says_why_and_makes_no_map(window: MainWindow, in_dialog):
    save_as_template(window, in_dialog, "Our way")
    own_templates()[0].path.write_bytes(b"{")

    def look(dialog) -> None:
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        assert "Our way.journey: is not a journey map" in dialog.list.currentItem().data(0xB)
        tap(dialog.list, "Return")
        assert dialog.isVisible() and not dialog.chosen
        dialog.reject()

    in_dialog(look)
    window.actions_of.by_id["new"].trigger()


def test_words_that_look_like_mark_up_are_words(window: MainWindow, in_dialog):
    save_as_template(window, in_dialog, "<b>A & B</b> " + "x" * 150)

    def look(dialog) -> None:
        assert names_of(dialog)[-1].startswith("<b>A & B</b>")
        dialog.grab()
        dialog.reject()

    in_dialog(look)
    window.actions_of.by_id["new"].trigger()


def test_hundreds_of_own_ones_do_not_hold_the_window_up(qtbot, own_folders):
    first = save_own("Ours 0", load(templates()[-1].path).values())
    for number in range(1, 150):
        (first.path.parent / f"Ours {number}.journey").write_bytes(first.path.read_bytes())
    (first.path.parent / "Ours 99.journey").write_bytes(b"{")
    gallery = Templates(None, View())
    qtbot.addWidget(gallery)
    assert gallery.list.count() == 157
    gallery.list.setCurrentRow(156)
    assert gallery.list.currentItem().text() == "Ours 99"
    gallery._take()
    assert not gallery.chosen and "is not a journey map" in gallery.list.currentItem().data(0xB)
    gallery.list.setCurrentRow(155)
    gallery._take()
    assert gallery.chosen == "own/Ours 98"
