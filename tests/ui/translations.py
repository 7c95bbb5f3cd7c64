"""No text that people read is left in one language: what the sources hold now, against what is translated."""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

words = argparse.ArgumentParser()
words.add_argument("--lupdate", required=True)
words.add_argument("--app", required=True, type=pathlib.Path)
options = words.parse_args()

failed = False
with tempfile.TemporaryDirectory() as folder:
    for name, plurals in (("tern_zh.ts", []), ("tern_en.ts", ["-pluralonly"])):
        copy = pathlib.Path(folder) / name
        shutil.copy(options.app / "i18n" / name, copy)
        subprocess.run([options.lupdate, *plurals, "-locations", "none", "-no-obsolete", str(options.app / "qml"),
                        str(options.app / "adapters"), "-ts", str(copy)], check=True, capture_output=True)
        for message in copy.read_text().split("<message")[1:]:
            if 'type="unfinished"' in message:
                source = message.split("<source>")[1].split("</source>")[0]
                print(f"{name} has no translation of: {source}")
                failed = True
sys.exit(failed)
