"""What the register says of an outlet stands wherever its texts are compared."""

from pathlib import Path

from sourcier.core.outlet import Outlet
from sourcier.workflow.desk import Desk
from tests import factory
from tests.web import filled
from tests.web.visiting import client, token

_TAG = '<span class="tag">agency</span>'


def test_the_kind_of_an_outlet_stands_beside_its_texts(tmp_path: Path) -> None:
    reprint, dispatch = factory.pair()
    filled.keep(tmp_path / "a.db", [reprint, dispatch])
    with Desk(tmp_path / "a.db") as desk:
        desk.register(Outlet("Agence inventée", kind="agency"))
        (edge,) = desk.story(desk.stories().items[0].family).family.edges
    with client(tmp_path / "a.db") as browser:
        sent = {"token": token(browser), "text": reprint.text.replace("Vingt", "Trente")}
        found = browser.post("/find/paste", data=sent).headers["location"]
        addresses = [f"/articles/{edge.derived}/beside/{edge.source}", found, f"{found}/beside/{edge.source}"]
        pages = [browser.get(each).text for each in addresses]
    assert [page.count(_TAG) for page in pages] == [1, 1, 1]
