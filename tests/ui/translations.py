"""No text that people read is left in one language: what the sources hold now, against what is translated."""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

words = argparse.ArgumentParser()
words.add_argument("--lupdate", required=True)
words.add_argument("--app", required=True, type=pathlib.Path)
options = words.parse_args()

failed = False
# At run time a class's own tr() looks under its name with all its namespaces, which lupdate does not see.
for source in sorted((options.app / "adapters").glob("*.cpp")):
    for number, line in enumerate(source.read_text().splitlines(), 1):
        if re.search(r"\btr\(\"", line):
            print(f"{source.name}:{number}: never found in another language; use QCoreApplication::translate()")
            failed = True
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
