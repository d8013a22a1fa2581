"""The hot loops of lineage in NumPy and Python; _kernels.c does the same, faster, with equal results.

Method: words are hashed; hashes of k words are winnowed (Schleimer, Wilkerson and Aiken, 2003); each document's
fingerprints are linked to the first and the latest earlier documents that have them; the links of a pair grow into
runs of equal words, runs into chains along diagonals, and only the gaps inside a chain are aligned word by word.
"""

from sourcier.lineage.plain.aligning import align
from sourcier.lineage.plain.phrases import link, overlaps, relinked
from sourcier.lineage.plain.splitting import split
from sourcier.lineage.plain.winnowing import fingerprints

__all__ = ["align", "fingerprints", "link", "overlaps", "relinked", "split"]
