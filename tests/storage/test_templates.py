"""A person's own templates: kept, offered, renamed and deleted."""

from pathlib import Path

import pytest

from journey_editor.assets import resource
from journey_editor.core.records import Head
from journey_editor.storage.atomic import SaveError
from journey_editor.storage.format import load
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.templates import (
    own_folder,
    own_templates,
    remove_own,
    rename_own,
    save_own,
    template_path,
    templates,
)

SAMPLE = resource("samples", "b2b-onboarding.journey")


@pytest.fixture(autouse=True)
def own_config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def title_of(path: Path) -> str:
    head = load(path)[""]
    assert isinstance(head, Head)
    return head.title


def test_without_own_ones_those_of_the_program_are_offered_in_their_order():
    assert [each.key for each in templates()] == [
        "b2b-saas", "self-serve", "sales-to-cs", "renewal", "restaurant", "service-blueprint", "empty",
    ]  # fmt: skip
    assert not any(each.is_own for each in templates())


def test_a_kept_one_is_offered_last_and_found_by_its_key():
    made = save_own("Our way / 2027", load(SAMPLE).values())
    assert templates()[-1] == made and made.is_own
    assert template_path(made.key) == made.path and made.path.parent == own_folder()
    assert title_of(made.path) == "Our way / 2027"


def test_two_of_one_name_do_not_overwrite_each_other():
    first, second = (save_own("Ours", load(SAMPLE).values()) for _time in range(2))
    assert first.path != second.path and own_templates() == (first, second)


def test_one_is_renamed_and_stays_where_it_is():
    made = save_own("Ours", load(SAMPLE).values())
    rename_own(made, "Yours")
    assert own_templates() == (made,) and title_of(made.path) == "Yours"


def test_one_is_deleted():
    made = save_own("Ours", load(SAMPLE).values())
    remove_own(made)
    assert own_templates() == () and not made.path.exists()
    with pytest.raises(SaveError):
        remove_own(made)


def test_one_of_the_program_cannot_be_deleted():
    shipped = templates()[0]
    with pytest.raises(ValueError, match="b2b-saas"):
        remove_own(shipped)
    assert shipped.path.exists()


def test_one_that_cannot_be_read_cannot_be_renamed_and_stays_as_it_is():
    made = save_own("Ours", load(SAMPLE).values())
    made.path.write_bytes(b"{")
    with pytest.raises(Refusal):
        rename_own(made, "Yours")
    assert made.path.read_bytes() == b"{"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "config").write_text("in the way", encoding="utf-8")
    with pytest.raises(SaveError):
        save_own("Ours", load(SAMPLE).values())
    assert own_templates() == ()
