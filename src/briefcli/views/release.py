"""`brief release`: an imported meeting as the public will see it, before it does."""

from briefcli.catalog import count, tr
from briefcli.views.show import show_view
from briefcli.views.show_sections import ShownMeeting
from briefcli.views.view import Block, Remark, View, present


def release_view(shown: ShownMeeting, open_checks: int) -> View:
    """`shown` is the meeting after its release; `open_checks` is how many remarks `# check:` stand in the file."""
    view = show_view(shown)
    blocks: list[Block | None] = [*view.blocks]
    if open_checks:
        remarks = count(
            "{n} remark “# check:” is open in the file.", "{n} remarks “# check:” are open in the file.", open_checks
        )
        blocks.append(Remark(remarks))
    blocks.append(Remark(tr("All of this becomes public; what shows [withheld] stays withheld.")))
    return View(data=view.data, blocks=present(blocks))
