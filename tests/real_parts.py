"""Real programs that some tests work with: where one is missing, the test is skipped, but never on a build server."""

from __future__ import annotations

import os
import shutil

import pytest

_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def real_program(name: str, package: str) -> str:
    """The program's path; `package` is what Debian calls it."""
    found = shutil.which(name, path=_PLACES)
    if found is not None:
        return found
    if os.environ.get("CI"):
        pytest.fail(f"{name} is not installed on this build server (Debian: {package})")
    pytest.skip(f"{name} is not installed (Debian: {package})")
