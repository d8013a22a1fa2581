from hypothesis import given
from hypothesis import strategies as st

from sourcier.ingest.taken import Taken


@given(st.lists(st.tuples(st.text(max_size=4), st.integers(0, (1 << 64) - 1)), max_size=200))
def test_it_is_a_dictionary_that_keeps_the_first_number(pairs: list[tuple[str, int]]) -> None:
    taken, known = Taken(), dict[str, int]()
    for id_, number in pairs:
        assert (id_ in taken) == (id_ in known)
        taken.add(id_, number)
        known.setdefault(id_, number)
        assert taken[id_] == known[id_]


def test_it_grows_and_loses_nothing() -> None:
    taken = Taken()
    for n in range(30_000):
        taken.add(f"archive.zip/{n}", n)
    assert all(taken[f"archive.zip/{n}"] == n for n in range(30_000))
    assert "archive.zip/30000" not in taken
    assert len(taken._keys) * 16 <= 30_000 * 64
