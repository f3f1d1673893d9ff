"""The style sheet of the window, from the tokens of a look.

Widgets say what they are by their object name or by the property `role`; sizes and places are set in code.
"""

from string import Template

from journey_editor.ui.look import Look


def sheet(look: Look) -> str:
    """Return the style sheet of a look."""
    style = look.map
    tokens = {
        "paper": style.paper, "panel": style.panel, "card": style.card, "stage": style.stage, "line": style.line,
        "ink": style.ink, "muted": style.muted, "accent": style.accent, "pain": style.pain, "good": style.good,
        "gold": style.gold, "rail": look.rail, "field": look.field, "hover": look.hover, "edge": look.edge,
        "on_accent": look.on_accent, "accent_hover": look.accent_hover, "moment_ground": look.moment_ground,
        "moment_line": look.moment_line, "selection": look.selection,
    }  # fmt: skip
    return Template(_WINDOW + _FIELDS + _LISTS + _BARS).substitute(tokens)


_WINDOW = """
QWidget { color: $ink; }
#window, #middle, #pages, #page { background: $paper; }
#canvas { background: $paper; border: none; }
#head, #inspector, #findings, #status, #outline, #history { background: $panel; }
#inspector QScrollArea, #inspectorPage, #inspectorPage > QWidget { background: $panel; border: none; }
#head { border-bottom: 1px solid $line; }
#palette, #tray { background: $rail; border-right: 1px solid $line; }
#finder, #library { background: $panel; border-right: 1px solid $line; }
#libraryScroller, #libraryDetail, #libraryDetail > QWidget { background: $panel; border: none; }
#library QListView { background: transparent; }
#tray[offered="true"] { background: $selection; }
#tray QListView { background: transparent; }
QLabel[role="key"] { background: $card; border: 1px solid $edge; border-bottom: 2px solid $edge; border-radius: 4px;
  color: $muted; padding: 0 4px; }
QLabel[role="key"][on="true"] { background: $accent; border-color: $accent; color: $on_accent; }
#status { border-top: 1px solid $line; }
#inspector, #findings { border-left: 1px solid $line; }
#findings QListView { background: transparent; }
#outline { border-right: 1px solid $line; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="error"] { color: $pain; }
QLabel[role="pain"] { color: $pain; }
QLabel[role="good"] { color: $good; }
QLabel[role="gold"] { color: $gold; }
QLabel[role="accent"] { color: $accent; }
QLabel[role="newchip"] { background: $field; border: 1px dashed $accent; border-radius: 10px; padding: 2px 9px;
  color: $accent; }
QPushButton {
  background: $card; border: 1px solid $edge; border-radius: 8px; padding: 0 15px; min-height: 30px; max-height: 30px;
  font-weight: 600;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $stage; }
QPushButton:focus { border: 2px solid $accent; padding: 0 14px; min-height: 28px; max-height: 28px; }
QPushButton:disabled { color: $edge; border-color: $line; }
QPushButton[role="accent"], QPushButton:default {
  background: $accent; border-color: $accent; color: $on_accent;
}
QPushButton[role="accent"]:hover, QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="accent"]:disabled { background: $stage; border-color: $stage; color: $muted; }
QPushButton[role="accent"]:focus, QPushButton:default:focus { border: 2px solid $ink; }
QPushButton[role="pill"] { border: none; border-radius: 16px; background: transparent; color: $muted; font-weight: 400;
  padding: 0 16px; min-height: 32px; max-height: 32px; }
QPushButton[role="pill"]:hover { background: $field; }
QPushButton[role="pill"]:checked { background: $stage; color: $ink; font-weight: 600; }
QPushButton[role="pill"]:focus { border: 2px solid $accent; padding: 0 14px; min-height: 28px; max-height: 28px; }
QPushButton[role="pill"][tight="true"] { padding: 0 10px; }
QPushButton[role="pill"][tight="true"]:focus { padding: 0 8px; }
QPushButton[role="pick"] { border: 1px solid $edge; border-radius: 16px; background: transparent; font-weight: 400;
  color: $muted; padding: 0 14px 0 10px; min-height: 30px; max-height: 30px; }
QPushButton[role="pick"]:hover { background: $field; }
QPushButton[role="pick"]:checked { background: $selection; border-color: $accent; color: $ink; font-weight: 600; }
QPushButton[role="pick"]:focus { border: 2px solid $accent; padding: 0 13px 0 9px; min-height: 28px; max-height: 28px; }
QPushButton[role="filter"] { background: $card; border: 1px solid $line; border-radius: 14px; font-size: 11px;
  color: $muted; padding: 0 11px; min-height: 26px; max-height: 26px; }
QPushButton[role="filter"]:hover { background: $hover; }
QPushButton[role="filter"]:checked, QPushButton[role="filter"][on="true"] { background: $stage; border-color: $stage;
  color: $ink; }
QPushButton[role="filter"]:focus { border: 2px solid $accent; padding: 0 10px; min-height: 24px; max-height: 24px; }
QPushButton[role="quiet"] { border: none; background: transparent; font-weight: 600; font-size: 11px; color: $muted;
  padding: 0 4px 0 1px; min-height: 20px; max-height: 20px; text-align: left; border-radius: 4px; }
QPushButton[role="quiet"]:hover { color: $accent; background: transparent; }
QPushButton[role="quiet"]:focus { border: 1px solid $accent; padding: 0 3px 0 0; }
QPushButton[role="link"] { border: none; background: transparent; font-weight: 600; font-size: 11px; color: $accent;
  padding: 0 4px; min-height: 24px; max-height: 24px; border-radius: 4px; }
QPushButton[role="link"]:hover { background: $field; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 0 3px; min-height: 22px; max-height: 22px; }
QPushButton[role="chip"] { border: none; border-radius: 6px; background: $field; font-weight: 400; padding: 0 10px;
  min-height: 28px; max-height: 28px; text-align: left; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="segment"] { border-color: $line; font-weight: 400; padding: 0 4px; }
QPushButton[role="segment"]:checked { background: $selection; border: 2px solid $accent; font-weight: 600;
  padding: 0 3px; min-height: 28px; max-height: 28px; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { border: none; border-radius: 8px; background: transparent; padding: 0; }
QToolButton:hover { background: $field; }
QToolButton:pressed, QToolButton:checked { background: $stage; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="tool"] { background: $card; border: 1px solid $line; }
QToolButton[role="tool"]:hover { background: $field; border-color: $edge; }
QToolButton[role="tool"]:checked { background: $selection; border: 2px solid $accent; }
QToolButton[role="tool"]:focus { border: 2px solid $accent; }
QToolTip { background: $ink; color: $panel; border: none; padding: 4px 8px; }
QDialog { background: $panel; }
QFrame[role="moment"] { background: $moment_ground; border: 1px solid $moment_line; border-radius: 8px; }
QFrame[role="moment"] QLineEdit, QFrame[role="moment"] QPlainTextEdit, QFrame[role="moment"] QComboBox
  { background: transparent; border-color: transparent; padding: 1px 8px; min-height: 18px; }
QFrame[role="moment"] QLineEdit:hover, QFrame[role="moment"] QPlainTextEdit:hover { border-color: $moment_line; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
#multiples, #multiples > QWidget, #multiples > QWidget > QWidget { background: transparent; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="notice"] { background: $ink; border-radius: 8px; }
QFrame[role="notice"] QLabel { color: $panel; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
  background: $field; border: 1px solid $field; border-radius: 6px; padding: 0 9px; min-height: 26px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { padding: 0 7px; }
QPlainTextEdit { padding: 4px 9px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $line; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 8px; min-height: 24px; background: $card;
}
QLineEdit:focus { padding: 0 6px; }
QPlainTextEdit:focus { padding: 3px 8px; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"] { border: 2px solid $pain; }
QLineEdit[role="title"] { background: transparent; border: 1px solid transparent; font-size: 16px; font-weight: 700;
  padding: 0 3px; border-radius: 6px; }
QPlainTextEdit[role="title"] { background: transparent; border: 1px solid transparent; font-size: 16px;
  font-weight: 700; padding: 1px 0; border-radius: 6px; }
QPlainTextEdit[role="title"]:hover { background: $field; }
QPlainTextEdit[role="title"]:focus { border: 2px solid $accent; background: $card; padding: 0; }
#capture { background: $field; border: 1px solid $line; border-radius: 16px; padding: 0 19px; min-height: 30px; }
#capture:focus { border: 2px solid $accent; padding: 0 18px; min-height: 28px; background: $card; }
#capture[idle="true"]:focus { border: 1px solid $line; padding: 0 19px; min-height: 30px; background: $field; }
#tabTitle { border-radius: 16px; padding: 0 14px; min-height: 28px; background: $card; border: 2px solid $accent;
  font-weight: 600; }
#commandField { background: transparent; border: none; padding: 0 12px 0 42px; min-height: 48px; }
#commandField:focus { background: transparent; border: none; padding: 0 12px 0 42px; min-height: 48px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; border-radius: 8px; outline: none;
  padding: 4px; selection-background-color: $selection; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 6px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QRadioButton { spacing: 8px; min-height: 28px; }
QProgressBar { background: $stage; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
"""

_LISTS = """
QTreeView, QListView { background: $panel; border: none; outline: none; selection-background-color: $selection;
  selection-color: $ink; }
QTreeView::item, QListView::item { min-height: 28px; border-radius: 6px; padding: 0 4px; }
QTreeView::item:hover, QListView::item:hover { background: $field; }
QTreeView::item:selected, QListView::item:selected { background: $selection; color: $ink; }
QTreeView QLineEdit, QListView QLineEdit { min-height: 22px; padding: 0 2px; background: $card;
  border: 2px solid $accent; }
#pasted { border: 1px solid $line; gridline-color: $line; background: $panel; }
#pasted::item { padding: 0 8px; }
#pasted QHeaderView { background: $panel; border: none; }
#pasted QHeaderView::section { background: $panel; border: none; border-bottom: 1px solid $line; padding: 0 8px;
  color: $muted; }
#pasted QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QListView[role="remarks"] { background: $field; border-radius: 8px; padding: 4px; }
QListView[role="remarks"]::item { min-height: 20px; padding: 0 4px; }
#commandList, #hits { background: transparent; }
#completions { border: 1px solid $line; padding: 4px; }
#row-choice, #texts { background: $panel; border: 1px solid $edge; border-radius: 8px; }
#opportunityTable { background: transparent; border: none; outline: none; }
#opportunityTable QHeaderView { background: transparent; border: none; }
#opportunityTable QHeaderView::section { background: transparent; border: none; border-bottom: 1px solid $line;
  padding: 0 8px; color: $muted; font-size: 11px; font-weight: 600; }
#opportunityTable QHeaderView::section:hover { color: $ink; }
#pageTable { background: transparent; border: none; outline: none; }
#pageTable QHeaderView { background: transparent; border: none; }
#pageTable QHeaderView::section { background: transparent; border: none; border-bottom: 1px solid $line;
  padding: 0 8px; color: $muted; font-size: 11px; font-weight: 600; }
#pageTable QHeaderView::section:hover { color: $ink; }
#picker { background: $panel; border: 1px solid $edge; border-radius: 8px; }
QListView[role="gallery"]::item { padding: 8px; border-radius: 8px; }
"""

_BARS = """
QMenu { background: $panel; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 0 24px 0 12px; min-height: 30px; border-radius: 6px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }
QSplitter::handle { background: transparent; width: 1px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $edge; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""
