"""Setting up: `make demo` and `make test` on a fresh machine, and nothing at all the second time."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = (
    "deploy/bootstrap",
    "deploy/uv.lock.txt",
    "requirements.lock",
    "requirements-full.lock",
    "requirements-dev.lock",
    "pyproject.toml",
)
UV = """#!/bin/sh
if [ "$1" = --version ]; then echo uv 0; exit; fi
echo "$@" >>uv-calls
echo "index=${UV_DEFAULT_INDEX:-} certificate=${SSL_CERT_FILE:-}" >>uv-calls
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what a set-up needs, with a uv that only writes down what it is asked."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "uv").write_text(UV)
    (tmp_path / "bin" / "uv").chmod(0o755)
    return tmp_path


@pytest.fixture
def run(tree: Path) -> Run:
    def bootstrap(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        clean = {
            "PATH": f"{tree}/bin:/usr/bin:/bin",
            "HOME": str(tree),
            "PYTHON": sys.executable,
            "PIP_CONFIG_FILE": os.devnull,
        } | environ
        return subprocess.run(
            [str(tree / "deploy" / "bootstrap"), *arguments], env=clean, capture_output=True, text=True, check=False
        )

    return bootstrap


def script(file: Path, first: str) -> Path:
    """A stand-in for Python: `first` decides, and what is left goes to the real one."""
    file.write_text(f'#!/bin/sh\n{first}\nexec {sys.executable} "$@"\n')
    file.chmod(0o755)
    return file


def calls(tree: Path) -> list[str]:
    """The lines that the stand-in uv has written since the last look."""
    file = tree / "uv-calls"
    lines = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return lines


def test_the_demo_installs_only_what_it_needs_by_hash_and_from_wheels(run: Run, tree: Path) -> None:
    assert run("runtime").returncode == 0
    sync, _, project, _ = calls(tree)
    assert sync.startswith("pip sync ")
    assert "--require-hashes --no-build --compile-bytecode requirements.lock" in sync
    assert "--no-deps --no-build-isolation --editable ." in project


def test_the_second_time_nothing_is_done_and_nothing_said(run: Run, tree: Path) -> None:
    run("dev")
    calls(tree)
    again = run("dev")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert calls(tree) == []


def test_a_changed_lock_is_installed(run: Run, tree: Path) -> None:
    run("runtime")
    calls(tree)
    with (tree / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    run("runtime")
    assert calls(tree)[0].endswith("requirements.lock")


def test_the_demo_uses_a_development_set_up_and_keeps_it_fresh(run: Run, tree: Path) -> None:
    run("dev")
    calls(tree)
    run("runtime")
    assert calls(tree) == []
    with (tree / "requirements-dev.lock").open("a") as lock:
        lock.write("# changed\n")
    run("runtime")
    assert calls(tree)[0].endswith("requirements-dev.lock")


def test_tests_after_a_demo_add_what_developers_need(run: Run, tree: Path) -> None:
    run("runtime")
    calls(tree)
    run("dev")
    assert calls(tree)[0].endswith("requirements-dev.lock")


def test_a_failed_installation_is_tried_again(run: Run, tree: Path) -> None:
    (tree / "bin" / "uv").write_text(UV + "exit 1\n")
    failed = run("runtime")
    assert failed.returncode == 1
    assert "the packages could not be installed" in failed.stderr
    (tree / "bin" / "uv").write_text(UV)
    calls(tree)
    assert run("runtime").returncode == 0
    assert calls(tree) != []


def test_a_venv_whose_python_is_gone_is_made_anew(run: Run, tree: Path) -> None:
    run("runtime")
    python = tree / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/no/longer/here")
    assert run("runtime").returncode == 0
    assert subprocess.run([str(python), "-c", ""], check=False).returncode == 0


def test_uv_is_told_the_index_and_certificate_that_pip_is_told(run: Run, tree: Path) -> None:
    certificate = tree / "council.pem"
    certificate.touch()
    run("runtime", PIP_INDEX_URL="https://mirror.council.example/simple", PIP_CERT=str(certificate))
    assert calls(tree)[1] == f"index=https://mirror.council.example/simple certificate={certificate}"


def test_uv_is_told_the_index_of_a_pip_configuration_file(run: Run, tree: Path) -> None:
    listed = "global.extra-index-url='https://other.council.example'\nglobal.index-url='https://pip.council.example'"
    python = script(tree / "bin" / "configured", f'if [ "$3" = config ]; then echo "{listed}"; exit; fi')
    run("runtime", PYTHON=str(python))
    assert calls(tree)[1] == "index=https://pip.council.example certificate="


def test_an_index_chosen_for_uv_is_left_alone(run: Run, tree: Path) -> None:
    run("runtime", PIP_INDEX_URL="https://a.council.example", UV_DEFAULT_INDEX="https://b.council.example")
    assert calls(tree)[1].startswith("index=https://b.council.example ")


def test_no_python_at_all_is_one_clear_sentence(run: Run, tree: Path) -> None:
    for tool in ("sh", "dirname", "head", "cat", "cksum"):
        (tree / "bin" / tool).symlink_to(shutil.which(tool) or "")
    answer = run("runtime", PATH=f"{tree}/bin", PYTHON="")
    assert answer.returncode == 1
    assert answer.stderr == (
        "deploy/bootstrap: Visit Bot needs Python 3.11 or newer and found none;"
        " install it, or name yours with make PYTHON=…\n"
    )


def test_a_python_that_is_too_old_is_named(run: Run, tree: Path) -> None:
    old = script(tree / "bin" / "python2", "exit 1")
    assert f"{old} is not Python 3.11 or newer" in run("runtime", PYTHON=str(old)).stderr


def test_neither_pip_nor_uv_is_one_clear_sentence(run: Run, tree: Path) -> None:
    (tree / "bin" / "uv").unlink()
    bare = script(tree / "bin" / "bare", 'if [ "$1" = -m ] && [ "$2" != venv ]; then exit 1; fi')
    answer = run("runtime", PYTHON=str(bare))
    assert answer.returncode == 1
    assert answer.stderr.endswith(
        "needs pip or uv and found neither; install one (on Debian and Ubuntu: apt install python3-venv)\n"
    )


def test_an_unknown_word_is_answered_with_the_known_ones(run: Run) -> None:
    answer = run("everything")
    assert (answer.returncode, answer.stderr) == (1, "deploy/bootstrap: say runtime, full, dev, lock or upgrade\n")
