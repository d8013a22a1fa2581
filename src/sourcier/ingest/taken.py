"""The ids that are given out, each with a number, in some twenty to forty bytes an id whatever its length."""

from array import array

_FIRST = 1 << 12
_BITS = (1 << 64) - 1


class Taken:
    """Maps ids to numbers of 64 bits; two ids pass for one with a chance of one in 10⁵ among ten million of them."""

    def __init__(self) -> None:
        self._keys = array("Q", bytes(8 * _FIRST))
        self._values = array("Q", bytes(8 * _FIRST))
        self._count = 0

    def __contains__(self, id_: str) -> bool:
        return self._keys[self._place(_key(id_))] != 0

    def __getitem__(self, id_: str) -> int:
        """Return the number of an id, 0 where it is not taken."""
        return self._values[self._place(_key(id_))]

    def add(self, id_: str, value: int = 0) -> None:
        """Take an id; one that is taken keeps its first number."""
        key = _key(id_)
        at = self._place(key)
        if self._keys[at]:
            return
        self._keys[at], self._values[at] = key, value & _BITS
        self._count += 1
        if self._count * 5 > len(self._keys) * 3:
            self._grow()

    def _place(self, key: int) -> int:
        keys, last = self._keys, len(self._keys) - 1
        at = key & last
        while keys[at] not in (0, key):
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        before = zip(self._keys, self._values, strict=True)
        self._keys, self._values = (array("Q", bytes(16 * len(self._keys))) for _ in range(2))
        for key, value in before:
            if key:
                at = self._place(key)
                self._keys[at], self._values[at] = key, value


def _key(id_: str) -> int:
    return hash(id_) & _BITS or 1
