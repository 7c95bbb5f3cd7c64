"""qmllint has nothing to say. What Qt 6.4 cannot know, the ids of the file behind the border of a Component, is checked here."""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

words = argparse.ArgumentParser()
words.add_argument("--qmllint", required=True)
words.add_argument("--modules", required=True)
words.add_argument("--qml", required=True, type=pathlib.Path)
options = words.parse_args()

with tempfile.TemporaryDirectory() as folder:
    answer = pathlib.Path(folder) / "answer.json"
    files = sorted(str(file) for file in options.qml.glob("*/*.qml"))
    subprocess.run([options.qmllint, "-I", options.modules, "--json", str(answer), *files], capture_output=True)
    looked_at = json.loads(answer.read_text())["files"]

failed = len(looked_at) != len(files) or not files
for file in looked_at:
    source = pathlib.Path(file["filename"]).read_text()
    ids = set(re.findall(r"^\s*(?:[\w.]+ \{ )?id: (\w+)", source, re.MULTILINE))
    for warning in file["warnings"]:
        unqualified = warning["message"] == "Unqualified access"
        if warning["type"] == "info" and not unqualified:
            continue
        at = warning.get("charOffset", 0)
        if unqualified and source[at:at + warning["length"]] in ids:
            continue
        print(f'{file["filename"]}:{warning.get("line")}: {warning["message"]}')
        failed = True
sys.exit(failed)
