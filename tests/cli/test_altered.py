"""A store whose files another hand has changed."""

import re
from pathlib import Path


def test_an_offset_moved_by_one_is_a_violation_that_names_article_and_passage(run, own):
    file = min((Path(own) / "articles").glob("*.nq"))
    lines = file.read_text("utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if "beginIndex" in line)
    passage = lines[at].split(">")[0].lstrip("<")
    lines[at] = re.sub(r'"(\d+)"\^\^', lambda found: f'"{int(found.group(1)) + 1}"^^', lines[at], count=1)
    file.write_text("\n".join(lines), "utf-8")

    found = run("--lang", "fr", "validate", "--store", own)
    again = run("--lang", "fr", "verify", "--store", own)

    said = " ".join(found.stdout.split())
    assert found.exit_code == again.exit_code == 3
    assert "a été modifié après son écriture" in said
    assert "le passage" in said
    assert passage.rsplit("#", 1)[1] in "".join(found.stdout.split())
