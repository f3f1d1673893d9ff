"""What a page with a table says, to compare at a glance."""

from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.window import MainWindow


def shown(window: MainWindow, id: str) -> TablePage:
    """Show a page with a table."""
    window.paging.show(id)
    page = window.paging.page
    assert isinstance(page, TablePage)
    return page


def column(page: TablePage, name: str) -> list[str]:
    """What the cells of a column say, from the top."""
    place = [each.name for each in page.grid.table.columns].index(name)
    return [row[place].words for row in page.grid.table.rows]
