"""The places that a user gave a ledger, beside those of the package."""

from collections.abc import Iterable, Mapping

from sourcier.core.listed import Listed
from sourcier.core.places_file import PlacesFile
from sourcier.store import own_places
from sourcier.store.file import File
from sourcier.store.own_places import Encode


class OwnPlaces(File):
    """A user's own places in a ledger; facts found without them, or with others, are stale."""

    def add_places(self, files: Mapping[str, Iterable[Listed]], encode: Encode) -> None:
        """Keep the places of files by name, in place of what files of these names gave; `encode` makes one file of all.

        All of it is kept, or nothing.
        """
        with self._writing():
            for name, places in files.items():
                own_places.add(self._db, name, places, self._time())
            own_places.encode(self._db, encode)

    def remove_places(self, names: Iterable[str], encode: Encode) -> None:
        """Forget the places of files; raises InputError, and forgets none, where one is unknown."""
        with self._writing():
            for name in names:
                own_places.remove(self._db, name)
            own_places.encode(self._db, encode)

    def places_files(self) -> list[PlacesFile]:
        """Return the files that places came in, by name."""
        with self._reading():
            return own_places.files(self._db)

    def places_checksum(self) -> str:
        """Return what tells the places from any others, "" where there are none."""
        with self._clear():
            return own_places.checksum(self._db)

    def places_encoded(self) -> bytes | None:
        """Return all places as a gazetteer's file, None where there are none."""
        with self._clear():
            return own_places.encoded(self._db)
