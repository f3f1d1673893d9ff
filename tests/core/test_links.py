"""Which links can be opened: pages, mail and files, and nothing else."""

import pytest

from journey_editor.core.links import link_of


@pytest.mark.parametrize(
    ("text", "address", "kind"),
    [
        (" https://example.org/a?b=1&c=2 ", "https://example.org/a?b=1&c=2", "web"),
        ("HTTP://example.org", "HTTP://example.org", "web"),
        ("www.example.org/x", "https://www.example.org/x", "web"),
        ("mailto:mira@example.org", "mailto:mira@example.org", "mail"),
        ("mira@example.org", "mailto:mira@example.org", "mail"),
        ("file:///home/mira/playbook.pdf", "file:///home/mira/playbook.pdf", "file"),
    ],
)
def test_what_can_be_opened(text: str, address: str, kind: str):
    assert link_of(text) == (address, kind)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "playbook 12", "javascript:alert(1)", "ssh://example.org", "https://", "http:", "mailto:", "C:\\x",
     "a b@c.de",
     "https://example.org/a b", "https://exa\x07mple.org", "smb://share/x", "data:text/html,x", "JIRA-123"],
)  # fmt: skip
def test_what_cannot_be_opened(text: str):
    assert link_of(text) is None
