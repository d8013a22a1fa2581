import pytest

from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.ingest.options import ReadOptions


def test_only_what_is_given_is_stated():
    assert ReadOptions().stated == {}
    given = ReadOptions(outlet="Gazette", published=Moment("2024"), language="fr-NE")
    assert given.stated == {"outlet": "Gazette", "published": Moment("2024"), "language": "fr"}


@pytest.mark.parametrize("bad", [{"max_bytes": 0}, {"language": "French"}, {"mapping": {"heading": "x"}}])
def test_bad_options_stop_at_once(bad):
    with pytest.raises(InputError):
        ReadOptions(**bad)
