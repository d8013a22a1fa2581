"""Choosing files says how many; the button takes them in."""

from pathlib import Path

from bench.web.server import Server
from tests import factory
from tests.web.browser.conftest import Open


def test_choosing_a_folder_starts_nothing_until_the_button_is_pressed(
    empty_server: Server, open_page: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "a.txt").write_text(factory.DISPATCH, "utf-8")
    (folder / "b.txt").write_text(factory.REPRINT, "utf-8")
    page = open_page(at=empty_server)
    page.goto("/imports")
    page.set_input_files("#folder", folder)
    page.get_by_text("2 files chosen. The button adds them.").wait_for()
    assert page.url.endswith("/imports")
    page.locator("form[data-drop] button.main").click()
    page.wait_for_url("**/imports/*")
    page.get_by_text("folder presse, 2 files").first.wait_for()
