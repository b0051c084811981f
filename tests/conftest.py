"""What all tests share: how hard Hypothesis tries, and one table built from the five reports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
BUILD_SECONDS = 300

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "nightly", deadline=None, max_examples=3000, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes ``tests/golden`` anew instead of comparing."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew; review the diff")


@pytest.fixture(scope="session")
def built_table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the table of the five reports, or the one that XIANBI_TABLE names."""
    if named := os.environ.get("XIANBI_TABLE"):
        return Path(named)
    folder = tmp_path_factory.mktemp("table")
    command = [sys.executable, "-m", "extract", "build", "--out", str(folder)]
    built = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder
