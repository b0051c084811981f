"""The dashboard starts without what only a download needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("pptx", "xlsxwriter", "lxml", "openpyxl", "frictionless", "resvg_py")


def test_ordering_does_not_load_what_only_making_needs() -> None:
    asked = (
        f"import sys, compare.export.order, compare.__main__; print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_test_would_see_it() -> None:
    asked = f"import sys, compare.export.deck.deck; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "pptx" in done.stdout
