"""Every sentence of a refusal can be said in the app's other languages.

What the core and the server say in English, with %1, %2 … where values stand, must be what
mobile_app/adapters/refusal_words.h lists: the catalogue translates that, and the test `translations` asks it whole.
`--write` makes the list anew; then lupdate brings the new sentences to the translator (docs/contributing.md)."""
import argparse
import itertools
import pathlib
import re
import sys

# What reaches the app. What a server's own console says does not; nor what only building can get wrong about a schema.
ROOMS = ["protocol", "client_core", "sync_server/session", "sync_server/access", "sync_server/merge", "sync_server/store"]
NOT = ["client_core/cli/", "client_core/schema/compiler/", "client_core/schema/loader.cpp", "client_core/schema/field_loader"]
NO_SENTENCES = {"fail", "bad"}  # bad(): the names of a log's records
# Texts that become part of a refusal by way of a variable, of a call that passes them on, or of what a file returns.
VARIABLES = r"\b(?:what|why|fault|broken|full|left|kOperators)\b\s*\+?=(?!=)"
CALLS = {"say": 1, "refuse": 0, "unreachable": 0, "wrong": 0}
RETURNS = ["client_core/query/filter_tokens.cpp", "client_core/schema/default_value.cpp", "client_core/exchange/json_objects.cpp"]
# What the machine below says in its own words, and people meet.
MACHINE = ["Broken pipe", "Connection refused", "Connection reset by peer", "Connection timed out", "End of file",
           "Host not found (authoritative)", "Host not found (non-authoritative), try again later", "Network is unreachable",
           "No route to host", "No space left on device", "No such file or directory", "Not a directory", "Permission denied",
           "Read-only file system", "The socket was closed due to a timeout"]
HOLE = object()
HEAD = '''// What refusals say, for the app's catalogue. Made by tests/ui/refusals.py --write from the sources of the core and of
// the server; a test compares.
#pragma once

#include <QtGlobal>

namespace tern::app {

// clang-format off
inline constexpr const char* kRefusalWords[] = {
'''
FOOT = '''};
// clang-format on

}  // namespace tern::app
'''


def tokens(code):
    """(kind, text) without comments: string, char, other characters one by one, but for ::."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\((.*?)\)\1"|"(?:\\.|[^"\\])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\])+\'', re.S)
    at = 0
    for match in pattern.finditer(code):
        yield from pieces_of(code[at:match.start()])
        text = match.group()
        if text.startswith("R\""):
            yield ("string", match.group(2))
        elif text[0] == '"':
            yield ("string", unescape(text[1:-1]))
        elif text[0] == "'":
            yield ("char", unescape(text[1:-1]))
        else:
            yield ("code", " ")
        at = match.end()
    yield from pieces_of(code[at:])


def pieces_of(code):
    return (("code", piece) for piece in re.findall(r"::|.", code, re.S))


def unescape(text):
    return re.sub(r'\\(.)', lambda m: {"n": "\n", "t": "\t", "0": "\0"}.get(m.group(1), m.group(1)), text)


def split(expression, separators):
    """At the separators that stand in no brackets."""
    depth, part, parts = 0, [], []
    for kind, text in expression:
        if kind == "code":
            depth += (text in "([{") - (text in ")]}")
            if depth == 0 and text in separators:
                parts.append(part)
                part = []
                continue
        part.append((kind, text))
    return parts + [part]


def arguments(all_tokens, at):
    """Of the call whose bracket opens before `at`."""
    depth, end = 1, at
    while depth > 0 and end < len(all_tokens):
        kind, text = all_tokens[end]
        if kind == "code":
            depth += (text in "([{") - (text in ")]}")
        end += 1
    return split(all_tokens[at:end - 1], ",")


def code_of(expression):
    return "".join(text if kind == "code" else '""' for kind, text in expression).strip()


def trimmed(expression):
    first, last = 0, len(expression)
    while first < last and expression[first][0] == "code" and expression[first][1].isspace():
        first += 1
    while first < last and expression[last - 1][0] == "code" and expression[last - 1][1].isspace():
        last -= 1
    return expression[first:last]


def spoken(expression):
    """What an expression may say: lists of texts and holes."""
    expression = trimmed(expression)
    choice = split(expression, "?")
    if len(choice) > 1:  # a ? b : c, and chains of it
        return [said for part in choice[1:] for branch in split(part, ":") for said in spoken(branch)]
    parts = split(expression, "+")
    if len(parts) > 1:
        return [[piece for one in whole for piece in one] for whole in itertools.product(*(spoken(p) for p in parts))]
    texts = [text for kind, text in expression if kind != "code"]
    code = code_of(expression)
    if re.fullmatch(r'(?:""\s*)+', code):
        return [["".join(texts)]]
    if code in ("{}", "std::string{}", ""):
        return [[""]]
    if re.fullmatch(r'std::string(?:_view)?\s*[({]""[)}]', code):
        return [texts]
    if re.fullmatch(r'(?:[\w:]+\.)?(?:crm::)?quoted\(.*\)', code, re.S):
        return [['"', HOLE, '"']]
    if expression and expression[0] == ("code", "(") and expression[-1] == ("code", ")"):
        return spoken(expression[1:-1])
    return [[HOLE]]


def sentence(pieces):
    count, out = 0, ""
    for piece in pieces:
        if piece is HOLE:
            count += 1
            out += f"%{count}"
        else:
            out += piece
    return out + f"%{count + 1}" if out.endswith(": ") else out  # the rest is added later


def sentences_of(code, helpers, returns):
    all_tokens = list(tokens(code))
    flat = "".join(text if kind == "code" and len(text) == 1 else "\0" for kind, text in all_tokens)
    whole, parts = [], []
    calls = [(r"\bfail\(", 1), (r"\bFailure\{", 1), (r"\{Token\0Kind\0broken,", 1)]
    calls += [(rf"\b{name}\(", 0) for name in helpers] + [(rf"\b{name}\(", first) for name, first in CALLS.items()]
    for pattern, first in calls:
        for match in re.finditer(pattern, flat):
            whole += arguments(all_tokens, match.end())[first:]
    for match in re.finditer(VARIABLES + (r"|\breturn\b" if returns else ""), flat):
        parts.append((match.group(), all_tokens[match.end():flat.find(";", match.end())]))
    out = {sentence(pieces) for expression in whole for pieces in spoken(expression)}
    out = {text for text in out if re.search("[a-z]{2}", re.sub(r"%\d", "", text))}
    # Of other variables a single word is a name, and no text.
    return out | {text for name, expression in parts for text in map(sentence, spoken(expression))
                  if re.search("[a-z]{2}", text) and (" " in text.strip() or re.match(r"what\s*=", name))}


def all_sentences(root):
    files = [file for room in ROOMS for ending in ("*.cpp", "*.h") for file in sorted((root / room).rglob(ending))
             if not any(str(file.relative_to(root)).startswith(no) for no in NOT)]
    codes = {file: file.read_text() for file in files}
    helpers = {file: set(re.findall(r"^\s*(?:static |inline )?Failure (?:\w+::)?(\w+)\(", code, re.M)) - NO_SENTENCES
               for file, code in codes.items()}
    public = {name for file, names in helpers.items() if file.suffix == ".h" for name in names}
    out = set(MACHINE)
    for file, code in codes.items():
        out |= sentences_of(code, helpers[file] | public, str(file.relative_to(root)) in RETURNS)
    return sorted(out)


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--root", required=True, type=pathlib.Path)
    words.add_argument("--write", action="store_true")
    options = words.parse_args()
    listed = options.root / "mobile_app/adapters/refusal_words.h"
    wanted = {text.replace("\\", "\\\\").replace('"', '\\"') for text in all_sentences(options.root)}
    if options.write:
        lines = [f'    QT_TRANSLATE_NOOP("Refusal", "{text}"),\n' for text in sorted(wanted)]
        listed.write_text(HEAD + "".join(lines) + FOOT)
        return 0
    known = set(re.findall(r'QT_TRANSLATE_NOOP\("Refusal", "((?:\\.|[^"\\])*)"\)', listed.read_text()))
    complaints = [f"not in refusal_words.h: {text}" for text in sorted(wanted - known)]
    complaints += [f"nobody says any more: {text}" for text in sorted(known - wanted)]
    for file in sorted((options.root / "mobile_app/adapters").glob("*.cpp")):
        if file.name != "refusals.cpp" and re.search(r"error\(\)\.(?:text\(|what|remedy)", file.read_text()):
            complaints.append(f"{file.name} shows a refusal in English, past refusals.h")
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
