"""A worker starts quickly: it replaces one that was killed, and a reader waits for it."""

import subprocess
import sys

HEAVY = ("rdflib", "oxrdflib", "pyshacl", "spacy", "starlette", "jinja2", "uvicorn", "trafilatura", "rich", "babel")


def test_a_worker_brings_no_heavy_library():
    code = f"import sys, pourparlers.serve.worker; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
