#!/usr/bin/env bash
# Installs the package as a user would, on a machine that has no compiler, and proves that it works there:
# the base install stays within 180 MB without pip, and the demo's JSON is the same with and without the compiled kernels.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

"$python" -m venv "$work/plain"
cp -r pyproject.toml setup.py README.md LICENSE src "$work/"
find "$work/src" \( -name '*.so' -o -name '*.egg-info' -o -name __pycache__ \) -prune -exec rm -rf {} +
# A compiler that always fails stands for none: CC is what the build calls.
CC=/bin/false "$work/plain/bin/python" -m pip install --quiet --disable-pip-version-check "$work"

sites="$("$work/plain/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')"
megabytes="$(du -sm --exclude=pip --exclude='pip-*' --exclude=setuptools --exclude='setuptools-*' --exclude=pkg_resources --exclude=__pycache__ "$sites" | cut -f1)"
echo "base install without pip: $megabytes MB"
test "$megabytes" -le 180

(cd "$work" && plain/bin/sourcier doctor)
"$work/plain/bin/python" -c 'from sourcier.lineage import kernels; assert not kernels.COMPILED'
"$work/plain/bin/sourcier" demo --json > "$work/plain.jsonl"
if [ -x .venv/bin/sourcier ]; then
  .venv/bin/sourcier demo --json > "$work/compiled.jsonl"
  cmp "$work/plain.jsonl" "$work/compiled.jsonl" && echo "NumPy alone gives the same"
fi
