"""What lies at the root and in deploy/: locks that can be trusted, and files that fit together."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-full.lock", "requirements-dev.lock", "deploy/uv.lock.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock: str) -> dict[str, str]:
    """Each package of a lock with everything that stands under its name."""
    text = "\n" + (ROOT / lock).read_text(encoding="utf-8")
    found = re.split(r"\n(?=[a-z0-9][a-z0-9._-]*==)", text)[1:]
    return {entry.partition("==")[0]: entry for entry in found}


def version(entry: str) -> str:
    return re.split(r"[\s;]", entry.partition("==")[2], maxsplit=1)[0]


def repository_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git working tree: there is no list of the repository's files")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_version_and_hashes(lock: str) -> None:
    packages = entries(lock)
    assert packages
    for entry in packages.values():
        assert re.fullmatch(r"[\w.!+]+", version(entry)), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_the_place_that_packages_come_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links| @ ", text)
    assert not (ROOT / "uv.lock").exists()


def test_everything_that_the_project_needs_is_locked() -> None:
    def names(requirements: list[object]) -> set[str]:
        words = [re.match(r"[\w.-]+", item) for item in requirements if isinstance(item, str)]
        return {re.sub(r"[-_.]+", "-", word.group()).lower() for word in words if word}

    groups = PROJECT["dependency-groups"]
    assert names(PROJECT["project"]["dependencies"]) | names(groups["build"]) <= set(entries("requirements.lock"))
    extras = [package for extra in PROJECT["project"]["optional-dependencies"].values() for package in extra]
    assert names(extras) <= set(entries("requirements-full.lock"))
    assert names(groups["dev"]) <= set(entries("requirements-dev.lock"))


def test_developers_test_the_very_versions_that_users_run() -> None:
    runtime, dev = entries("requirements.lock"), entries("requirements-dev.lock")
    assert {name: version(entry) for name, entry in runtime.items()} == {
        name: version(entry) for name, entry in dev.items() if name in runtime
    }


def test_users_are_not_given_developers_tools() -> None:
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & set(entries("requirements.lock"))


def test_help_names_every_make_target_that_there_is() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    answered = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("help", "demo", "full", "test", "format", "bench", "lock", "upgrade", "clean"):
        assert re.search(rf"^{target}:", text, re.MULTILINE)
        assert f"make {target} " in answered


@pytest.mark.parametrize("name", [".ci/run", "deploy/bootstrap"])
def test_scripts_can_be_run_and_stop_at_the_first_failure(name: str) -> None:
    assert (ROOT / name).stat().st_mode & 0o111
    assert re.search(r"^set -eu", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)


def test_what_the_deployment_files_name_is_there() -> None:
    """Relative paths in commands and comments of deploy/; a copied source that is gone breaks the image."""
    named: set[str] = set()
    for file in (path for path in (ROOT / "deploy").rglob("*") if path.is_file()):
        text = file.read_text(encoding="utf-8")
        named.update(re.findall(r"(?<![\w/.-])(deploy/[\w.-]*[\w-]|requirements[\w-]*\.lock)", text))
        if file.name == "Dockerfile":
            copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
            named.update(name for names in copied for name in names.split())
    assert {"deploy/Dockerfile", "requirements.lock", "bot", "handlers", "storage", "LICENSE"} <= named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_image_is_built_from_no_more_than_it_copies() -> None:
    docker = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    copied = {
        name for names in re.findall(r"^COPY (?!--from)(.+) \S+$", docker, re.MULTILINE) for name in names.split()
    }
    ignored = (ROOT / "deploy" / "Dockerfile.dockerignore").read_text(encoding="utf-8")
    assert set(re.findall(r"^!(\S+)$", ignored, re.MULTILINE)) == copied
    assert "\n*\n" in ignored


def test_the_container_and_the_service_do_not_run_as_root() -> None:
    assert re.search(r"^USER visitbot$", (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    service = (ROOT / "deploy" / "visitbot.service").read_text(encoding="utf-8")
    assert "\nUser=visitbot\n" in service
    assert "\nProtectSystem=strict\n" in service


FORBIDDEN = {
    "a registry's address": re.compile("py" + r"pi\.org|python" + "hosted|npm" + r"js\.|ghcr\.io|docker\.io"),
    "a path of somebody's machine": re.compile(r"(?<![\w./~-])/(?:" + "work|root|" + r"home/\w+|Users/\w+)/"),
    "work left for later": re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + r"X)\b"),
    "a secret": re.compile(r"BEGIN (?:RSA |EC |OPENSSH )?PRIVATE" + r" KEY|\bgh[pousr]_\w{30}|\bAKIA[0-9A-Z]{16}\b"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds_what_only_one_machine_or_one_day_would_know(what: str) -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in repository_files()
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []
