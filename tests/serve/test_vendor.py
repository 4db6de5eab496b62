"""Other projects' files are those that tools/vendor.py fetched, each with its licence."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENTRIES = json.loads((ROOT / "tools" / "vendored.json").read_text(encoding="utf-8"))
FOLDERS = (ROOT / "src/pourparlers/serve/static/vendor", ROOT / "tests/serve/vendor")


def test_the_manifest_has_the_packages_of_the_list():
    with (ROOT / "tools" / "vendor.toml").open("rb") as lines:
        listed = tomllib.load(lines)["package"]

    assert [(p["name"], p["into"]) for p in listed] == [(e["package"], e["into"]) for e in ENTRIES] != []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["package"])
def test_files_are_as_they_were_fetched(entry):
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((ROOT / entry["into"]).iterdir())
    }

    assert found == entry["files"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["package"])
def test_each_package_has_its_licence(entry):
    text = (ROOT / entry["into"] / "LICENSE").read_text(encoding="utf-8")

    assert re.search(r"permission|licen[cs]e", text, re.IGNORECASE)
    assert len(text) > 500


def test_no_other_folder_lies_beside_them():
    found = sorted(folder.relative_to(ROOT).as_posix() for top in FOLDERS for folder in top.iterdir())

    assert found == sorted(entry["into"] for entry in ENTRIES)


def test_no_file_asks_for_a_map_of_its_source():
    asking = [
        path.name
        for entry in ENTRIES
        for path in (ROOT / entry["into"]).iterdir()
        if path.suffix in {".js", ".css"} and "# sourceMappingURL=" in path.read_text(encoding="utf-8")[-500:]
    ]

    assert asking == []


def test_the_wheel_carries_what_the_pages_need():
    with (ROOT / "pyproject.toml").open("rb") as lines:
        built = tomllib.load(lines)["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert built["packages"] == ["src/pourparlers"]  # templates/ and static/ lie in it
    assert "exclude" not in built
