"""`python -m chronicle`."""

import gc
import sys

from .cli import main

if sys.argv[1:2] != ["serve"]:
    gc.disable()  # a command makes its objects once and ends: the search for circles among them is a tenth of its time
sys.exit(main())
