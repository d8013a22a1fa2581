"""Kill each work so many times, and say what was wrong afterwards: `python -m tests.kill --times 100`."""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SHIM = "SOURCIER_KILL_SHIM"


def main() -> int:
    """Run the works that are asked for; status 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("works", nargs="*", help="add, merge, reindex, refresh, remove; all unless given")
    given = parser.parse_args()
    seed = random.randrange(1 << 30) if given.seed is None else given.seed
    folder = Path(tempfile.mkdtemp(prefix="sourcier-kill-"))
    if _SHIM not in os.environ:
        status = _with_shim(folder, seed)
        shutil.rmtree(folder, ignore_errors=status == 0)
        return status
    status = _run(given.works, given.times, seed, folder)
    _tell(f"seed {seed}" + (f"; what was left is in {folder}" if status else ""))
    return status


def _run(names: list[str], times: int, seed: int, folder: Path) -> int:
    from tests.kill.trial import trials  # noqa: PLC0415 -- the shim must be there before
    from tests.kill.works import WORKS  # noqa: PLC0415 -- as above

    bad = 0
    for work in WORKS:
        if names and work.name not in names:
            continue
        begun = time.monotonic()
        every = list(trials(work, folder / work.name, times, random.Random(seed)))
        wrong = [each for each in every if each.wrong]
        hit = sum(each.killed for each in every)
        spent = time.monotonic() - begun
        _tell(f"{work.name}: {len(every)} times, {hit} before the end, {len(wrong)} wrong, {spent:.0f} s")
        for each in wrong:
            _tell(f"  {each.moment}: {'; '.join(each.wrong)}")
        bad += len(wrong) or hit == 0
    if not bad:
        shutil.rmtree(folder)
    return 1 if bad else 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _with_shim(folder: Path, seed: int) -> int:
    """Run this once more, with the library that tells the moments loaded before all others."""
    library = folder / "moments.so"
    source = Path(__file__).with_name("moments.c")
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    environment = {**os.environ, "LD_PRELOAD": str(library), _SHIM: "1", "OMP_NUM_THREADS": "1"}
    again = [sys.executable, "-m", "tests.kill", *sys.argv[1:]]
    return subprocess.run([*again, "--seed", str(seed)], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
