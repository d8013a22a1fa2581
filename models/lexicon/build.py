"""Build the lexicon of French: `python -m models.lexicon.build [--dictionary DIR] [--out FILE]`.

The dictionary is Debian's hunspell-fr-comprehensive (Grammalecte's, MPL 2.0): a folder with fr.dic and fr.aff. Without
one it is fetched with `apt-get download` and unpacked into a temporary folder.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from models.lexicon import automaton, closed, hunspell, readings
from sourcier.lang.automaton import NUMBER
from sourcier.lang.fr.morphology import MARKS, Reading
from sourcier.lang.fr.paradigms import MAGIC, PAIR

PACKAGE = "hunspell-fr-comprehensive"
OUT = Path("src/sourcier/lang/fr/lexicon.bin")
Words = dict[str, tuple[list[Reading], set[str]]]


def words(folder: Path) -> Words:
    """Return readings and marks of each form of the dictionary in `folder`, mended by closed.toml."""
    found: Words = defaultdict(lambda: ([], set()))
    for entry in hunspell.entries(folder / "fr.dic", folder / "fr.aff"):
        for form, of_form, marks in readings.of_entry(entry):
            if of_form or marks:
                known = found[form.replace("’", "'")]
                known[0].extend(reading for reading in of_form if reading not in known[0])
                known[1].update(marks)
    closed.mend(found)
    return found | {_loosened(form): _loosely(found[form]) for form in found if _loosened(form) not in found}


def _loosened(form: str) -> str:
    """The form without ligatures, as the press often writes it: the treebank cites « oeuvre » by « oeuvre »."""
    return form.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae")


def _loosely(entry: tuple[list[Reading], set[str]]) -> tuple[list[Reading], set[str]]:
    return [replace(reading, lemma=_loosened(reading.lemma)) for reading in entry[0]], entry[1]


def encoded(found: Words) -> bytes:
    """Return the lexicon's file."""
    alphabet = "".join(sorted({letter for form in found for letter in form}))
    codes = {letter: code for code, letter in enumerate(alphabet, start=1)}
    tags: dict[tuple[str, str], int] = {}
    lemmas: dict[tuple[int, str], int] = {}
    sets: dict[bytes, int] = {}
    numbered = []
    for form in sorted(found, key=lambda form: [codes[letter] for letter in form]):
        of_form, marks = found[form]
        coded = NUMBER.pack(sum(1 << MARKS.index(mark) for mark in marks))
        for reading in of_form:
            rule = lemmas.setdefault(_exchange(form, reading.lemma), len(lemmas))
            coded += PAIR.pack(rule, tags.setdefault((reading.upos, reading.feats), len(tags)))
        numbered.append((bytes(codes[letter] for letter in form), sets.setdefault(coded, len(sets))))
    written = automaton.write(numbered)
    header = {"alphabet": alphabet, "tags": list(tags), "lemmas": list(lemmas), "marks": MARKS, "root": written.root}
    return _file(header, {"labels": written.labels, "arcs": written.arcs, **_packed(sets)})


def _exchange(form: str, lemma: str) -> tuple[int, str]:
    """How many letters to cut off the form and what to add to have the lemma."""
    shared = next((at for at, pair in enumerate(zip(form, lemma, strict=False)) if pair[0] != pair[1]), None)
    kept = min(len(form), len(lemma)) if shared is None else shared
    return len(form) - kept, lemma[kept:]


def _packed(sets: dict[bytes, int]) -> dict[str, bytes]:
    place, offsets = 0, [0]
    for coded in sets:
        place += len(coded)
        offsets.append(place)
    return {"offsets": b"".join(map(NUMBER.pack, offsets)), "sets": b"".join(sets)}


def _file(header: dict[str, object], sections: dict[str, bytes]) -> bytes:
    places, place = {}, 0
    for name, section in sections.items():
        places[name] = place
        place += len(section)
    text = json.dumps({**header, "sections": places}, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join([MAGIC, NUMBER.pack(len(text)), text, *sections.values()])


@contextmanager
def _fetched() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, check=True)
        package = next(Path(folder).glob("*.deb"))
        subprocess.run(["dpkg", "-x", package, folder], check=True)
        yield Path(folder, "usr/share/hunspell")


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dictionary", type=Path, help="folder with fr.dic and fr.aff")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if options.dictionary and not (options.dictionary / "fr.dic").is_file():
        sys.exit(f"{options.dictionary} holds no fr.dic")
    if options.dictionary:
        found = words(options.dictionary)
    else:
        with _fetched() as folder:
            found = words(folder)
    file = encoded(found)
    options.out.write_bytes(file)
    print(f"{options.out}: {len(found)} forms, {len(file)} bytes")


if __name__ == "__main__":
    main()
