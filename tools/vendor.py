"""Fetch what the web pages take from other projects, by name and exact version, and write down what was fetched.

    python tools/vendor.py          make every folder of tools/vendor.toml again

Needs npm. Only the files named in tools/vendor.toml are kept, each package with its licence and the licences of what
its minified files contain. `vendored.json` beside tools/vendor.toml lists every file with its SHA-256; the tests hold
the tree to it, so that nobody edits a vendored file by hand.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
LIST, MANIFEST = TOOLS / "vendor.toml", TOOLS / "vendored.json"

CONVERTER, CUTTER = "topojson-client@3.1.0", "d3-geo-projection@4.0.0"
DECIMALS = 1
"""Of a degree: 11 km at most, less than a dot on a map of the world."""

Entry = dict[str, object]


def unpack(package: str, scratch: Path) -> Path:
    """Return the folder of a package, fetched once."""
    folder = scratch / package.replace("/", "+")
    if not folder.exists():
        command = ["npm", "pack", "--silent", "--pack-destination", str(scratch), package]
        archive = _run(command, scratch).split()[-1]
        with tarfile.open(scratch / archive) as packed:
            packed.extractall(folder, filter="data")
    return next(folder.iterdir())


def _run(command: list[str], folder: Path) -> str:
    return subprocess.run(command, check=True, cwd=folder, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603  ours


def licence(named: str, scratch: Path) -> str:
    """Return the text of a licence given as PACKAGE@VERSION:PATH, the path LICENSE if none is given."""
    package, _, path = named.partition(":")
    return (unpack(package, scratch) / (path or "LICENSE")).read_text(encoding="utf-8").strip() + "\n"


def rounded(shape: list[object]) -> list[object]:
    """Return coordinates with few decimals: points that fall together are one, rings without area none."""
    if not _is_ring(shape):
        parts = (rounded(part) for part in shape if isinstance(part, list))
        return [part for part in parts if part]
    points = [[int(n) if n == int(n) else n for n in (round(n, DECIMALS) for n in point)] for point in shape]
    kept = [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]
    return kept if len(kept) >= 4 else []


def _is_ring(shape: list[object]) -> bool:
    return isinstance(shape[0], list) and isinstance(shape[0][0], int | float)


def convert(source: Path, atlas: dict[str, str], target: Path, scratch: Path) -> None:
    """Write an object of a TopoJSON file as GeoJSON: names and outlines only, without Antarctica."""
    whole = scratch / "whole.json"
    command = ["npm", "exec", "--yes", f"--package={CONVERTER}", "--", "topo2geo", f"{atlas['object']}={whole}"]
    _run([*command, "--in", str(source / atlas["path"])], scratch)
    # The outlines go on over the 180th meridian, which a flat map draws as lines from edge to edge.
    flat = "d3.geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).reflectY(true).precision(0)"
    command = ["npm", "exec", "--yes", f"--package={CUTTER}", "--", "geoproject", flat, str(whole)]
    found = json.loads(_run(command, scratch))["features"]
    features = []
    for feature in found:
        if feature["properties"]["name"] == "Antarctica":
            continue
        shape = rounded(feature["geometry"]["coordinates"])
        geometry = {"type": feature["geometry"]["type"], "coordinates": shape}
        features.append(
            {"type": "Feature", "properties": {"name": feature["properties"]["name"]}, "geometry": geometry}
        )
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")


def vendor(package: Entry, scratch: Path) -> Entry:
    """Make the folder of one package and return its entry in the manifest."""
    name, into = str(package["name"]), ROOT / str(package["into"])
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    source = unpack(name, scratch)
    for copy, path in package.get("files", {}).items():
        # The maps of the minified files are not kept: a browser's tools would ask for them in vain.
        lines = (source / path).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("//# sourceMappingURL=", "/*# sourceMappingURL="))]
        (into / copy).write_text("".join(kept), encoding="utf-8", newline="")
    if "atlas" in package:
        convert(source, package["atlas"], into / package["atlas"]["copy"], scratch)
    own = str(package["licence"])
    (into / "LICENSE").write_text(licence(own if ":" in own else f"{name}:{own}", scratch), encoding="utf-8")
    if bundled := package.get("bundles", ()):
        parts = [f"{one.partition(':')[0]}\n\n{licence(one, scratch)}" for one in bundled]
        (into / "LICENSE-bundled").write_text(f"\n{'-' * 80}\n\n".join(parts), encoding="utf-8")
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(into.iterdir())}
    return {"package": name, "about": package["about"], "into": package["into"], "files": files}


def main() -> None:
    """Make every folder, and the manifest."""
    with LIST.open("rb") as lines:
        packages = tomllib.load(lines)["package"]
    with tempfile.TemporaryDirectory() as folder:
        entries = [vendor(package, Path(folder)) for package in packages]
    MANIFEST.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
    for entry in entries:
        size = sum((ROOT / str(entry["into"]) / name).stat().st_size for name in entry["files"])
        print(f"{size / 1024:8.0f} KB  {entry['package']}")


if __name__ == "__main__":
    main()
