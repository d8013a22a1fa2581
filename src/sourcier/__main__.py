"""`python -m sourcier` is `sourcier`."""

import sys

from sourcier.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
